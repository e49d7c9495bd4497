//! From what the command line names to the inputs that hold articles.

use std::{
    io, iter,
    path::{Path, PathBuf},
};

use walkdir::{DirEntry, WalkDir};

use super::{Fault, ReadError, kind};
use crate::place::Place;

/// Something that holds articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Input {
    /// A file.
    File(PathBuf),
    /// Standard input.
    Stdin,
}

impl Input {
    /// Where it is, for errors.
    pub(super) fn place(&self) -> Place {
        match self {
            Self::File(path) => Place::file(path),
            Self::Stdin => Place::default(),
        }
    }
}

/// What is found on the way: an input, or what keeps one from being read.
type Found = Result<Input, ReadError>;

/// The inputs that `paths` name, in order and as they are found.
pub(super) fn inputs(paths: Vec<PathBuf>) -> impl Iterator<Item = Found> + Send {
    paths
        .into_iter()
        .flat_map(|path| -> Box<dyn Iterator<Item = Found> + Send> {
            if path.as_os_str() == "-" {
                Box::new(iter::once(Ok(Input::Stdin)))
            } else if path.is_dir() {
                Box::new(folder(&path))
            } else {
                Box::new(iter::once(Ok(Input::File(path))))
            }
        })
}

/// How many bytes `paths` hold as they are on the disk; nothing where nobody
/// knows, as of standard input.
pub fn size(paths: Vec<PathBuf>) -> Option<u64> {
    let length = |input: Input| match input {
        Input::File(path) => std::fs::metadata(path)
            .ok()
            .filter(std::fs::Metadata::is_file),
        Input::Stdin => None,
    };
    inputs(paths)
        .flatten()
        .map(|input| Some(length(input)?.len()))
        .sum()
}

fn folder(root: &Path) -> impl Iterator<Item = Found> + Send + use<> {
    let mut found = WalkDir::new(root)
        .follow_links(true)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry))
        .filter_map(|entry| article(entry).transpose())
        .peekable();
    let nothing = found.peek().is_none().then(|| ReadError {
        place: Place::file(root),
        fault: Fault::NoArticles,
    });
    found.chain(nothing.map(Err))
}

fn article(entry: walkdir::Result<DirEntry>) -> Result<Option<Input>, ReadError> {
    let entry = entry.map_err(|error| ReadError {
        place: Place::file(error.path().unwrap_or(Path::new(""))),
        fault: io::Error::from(error).into(),
    })?;
    let wanted = entry.file_type().is_file() && kind::by_name(entry.path()).is_some();
    Ok(wanted.then(|| Input::File(entry.into_path())))
}

fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().as_encoded_bytes().starts_with(b".")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn tree(files: &[&str]) -> tempfile::TempDir {
        let root = tempfile::tempdir().expect("a temporary folder");
        for file in files {
            let path = root.path().join(file);
            fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
            fs::write(path, "خبر").expect("a file");
        }
        root
    }

    fn names(root: &Path) -> Vec<String> {
        inputs(vec![root.to_path_buf()])
            .map(|input| match input {
                Ok(Input::File(path)) => {
                    let below = path.strip_prefix(root).expect("below the root");
                    below.to_string_lossy().into_owned()
                }
                Ok(Input::Stdin) => "-".to_owned(),
                Err(error) => error.fault.to_string(),
            })
            .collect()
    }

    #[test]
    fn a_folder_is_read_in_order_without_hidden_and_foreign_files() {
        let root = tree(&[
            "b.txt.gz",
            "a/2.md",
            "a/1.TXT",
            ".git/x.txt",
            ".y.txt",
            "c.png",
        ]);
        assert_eq!(names(root.path()), ["a/1.TXT", "a/2.md", "b.txt.gz"]);
    }

    #[test]
    fn a_hidden_folder_that_is_named_is_read() {
        let root = tree(&[".archive/a.txt"]);
        assert_eq!(names(&root.path().join(".archive")), ["a.txt"]);
    }

    #[test]
    fn a_folder_without_articles_is_an_error() {
        let root = tree(&["c.png"]);
        assert_eq!(names(root.path()), [Fault::NoArticles.to_string()]);
    }

    #[cfg(unix)]
    #[test]
    fn a_folder_that_links_to_itself_ends() {
        let root = tree(&["a.txt"]);
        std::os::unix::fs::symlink(root.path(), root.path().join("loop")).expect("a link");
        let found = names(root.path());
        assert_eq!(found.first().map(String::as_str), Some("a.txt"));
        assert_eq!(found.len(), 2, "the article, and one line about the loop");
    }
}
