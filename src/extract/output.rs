//! Where what is made goes: a stream, a file, a folder with a file an article.

use std::{
    ffi::OsString,
    fs,
    io::{self, Write},
    path::{Component, Path, PathBuf},
};

use super::{Format, held::Held, whole::Whole};
use crate::place::Place;

/// Where the articles are written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Output {
    /// To standard output, as they are ready.
    #[default]
    Stdout,
    /// To a file, all of them or none.
    File(PathBuf),
    /// To a folder, an article a file.
    Folder(PathBuf),
}

impl Output {
    /// A folder where one is there or the name ends as one does, else a file.
    pub fn named(path: PathBuf) -> Self {
        let ends = path.as_os_str().as_encoded_bytes().ends_with(b"/");
        if ends || path.is_dir() {
            Self::Folder(path)
        } else {
            Self::File(path)
        }
    }
}

/// An output that is open.
pub(super) enum Sink<'a> {
    Stream(&'a mut dyn Write),
    Device(fs::File),
    File(Box<Whole>),
    Folder,
}

impl<'a> Sink<'a> {
    /// Opens an output: what it holds already, and whether that is anything.
    pub(super) fn open(
        output: &Output,
        stdout: &'a mut dyn Write,
        format: Format,
        resume: bool,
    ) -> io::Result<(Self, Held, bool)> {
        let fresh = |sink| Ok((sink, Held::default(), false));
        match output {
            Output::Stdout => fresh(Self::Stream(stdout)),
            Output::Folder(path) => {
                fs::create_dir_all(path)?;
                if format == Format::Brat {
                    replace(
                        &path.join("annotation.conf"),
                        super::brat::CONFIGURATION.as_bytes(),
                    )?;
                }
                fresh(Self::Folder)
            }
            Output::File(path) if is_special(path) => {
                fresh(Self::Device(fs::OpenOptions::new().write(true).open(path)?))
            }
            Output::File(path) if resume => {
                let (whole, held, length) = Whole::resume(path, format)?;
                Ok((Self::File(Box::new(whole)), held, length > 0))
            }
            Output::File(path) => fresh(Self::File(Box::new(Whole::create(path)?))),
        }
    }

    pub(super) fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        match self {
            Self::Stream(stream) => {
                stream.write_all(bytes)?;
                stream.flush()
            }
            Self::Device(device) => device.write_all(bytes),
            Self::File(file) => file.write_all(bytes),
            Self::Folder => Ok(()),
        }
    }

    /// All is written, or nothing was.
    pub(super) fn finish(self, is_any: bool) -> io::Result<()> {
        match self {
            Self::File(file) if is_any => file.finish(),
            Self::File(file) => file.discard(),
            _ => Ok(()),
        }
    }
}

/// Whether something other than a file has that name: a pipe, a device.
fn is_special(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|known| !known.is_file())
}

/// The name of an article's file in a folder, without its ending: the folders
/// and the name that the article was read from, below `root` where it is there.
pub(super) fn name(place: &Place, root: Option<&Path>) -> PathBuf {
    let path = place.path.as_deref().unwrap_or(Path::new("stdin"));
    let below = root.and_then(|root| path.strip_prefix(root).ok());
    let path = below
        .filter(|below| !below.as_os_str().is_empty())
        .unwrap_or(path);
    let parts = path.components().filter_map(|part| match part {
        Component::Normal(name) => Some(name),
        _ => None,
    });
    let mut name: PathBuf = parts.collect();
    for number in [place.line, place.item].into_iter().flatten() {
        push(&mut name, &format!("-{number}"));
    }
    name
}

fn push(path: &mut PathBuf, ending: &str) {
    let mut name = path.file_name().map_or_else(OsString::new, OsString::from);
    name.push(ending);
    path.set_file_name(name);
}

/// The files of an article, whole or not at all.
pub(super) fn write(folder: &Path, name: &Path, files: &[(&str, Vec<u8>)]) -> io::Result<()> {
    for (ending, bytes) in files {
        let path = file(folder, name, ending);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        replace(&path, bytes)?;
    }
    Ok(())
}

/// Whether an article has its files.
pub(super) fn is_there(folder: &Path, name: &Path, endings: &[&str]) -> bool {
    endings
        .iter()
        .all(|ending| file(folder, name, ending).exists())
}

fn file(folder: &Path, name: &Path, ending: &str) -> PathBuf {
    let mut path = folder.join(name);
    push(&mut path, &format!(".{ending}"));
    path
}

fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut part = path.to_path_buf();
    push(&mut part, ".part");
    fs::write(&part, bytes)?;
    fs::rename(&part, path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_named_for_what_they_come_from_and_stay_in_the_folder() {
        let place = |path: &str, line| Place {
            line,
            ..Place::file(path)
        };
        let named =
            |place: &Place, root: &str| name(place, Some(Path::new(root))).display().to_string();
        assert_eq!(named(&place("a/b/c.txt", None), "a"), "b/c.txt");
        assert_eq!(
            named(&place("/a/c.jsonl", Some(7)), "/a/c.jsonl"),
            "a/c.jsonl-7"
        );
        assert_eq!(named(&place("../../x.txt", None), "b"), "x.txt");
        assert_eq!(named(&Place::default(), "-"), "stdin");
    }
}
