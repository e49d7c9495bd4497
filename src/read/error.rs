//! What can go wrong while reading, said in one line: where, what, what to do.

use std::{
    fmt::{self, Write as _},
    io,
    path::PathBuf,
};

use super::EXTENSIONS;

/// An input that gave no article.
#[derive(Debug, thiserror::Error)]
#[error("{place}: {fault}")]
pub struct ReadError {
    /// Where it happened.
    pub place: Place,
    /// What is wrong there.
    pub fault: Fault,
}

/// Where an article comes from. Displayed with control characters escaped, for
/// a file may be named with anything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A file or folder.
    Path(PathBuf),
    /// Standard input.
    Stdin,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Path(path) => visible(&path.to_string_lossy(), f),
            Self::Stdin => f.write_str("standard input"),
        }
    }
}

fn visible(name: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    for c in name.chars() {
        if c.is_control() {
            write!(f, "{}", c.escape_unicode())?;
        } else {
            f.write_char(c)?;
        }
    }
    Ok(())
}

/// What is wrong with an input, and what to do about it.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// Nothing has that name.
    #[error("no such file or folder; check the spelling and the folder you are in")]
    Missing,
    /// The system does not let us read it.
    #[error("no permission to read it; ask its owner, or copy it to where you may read")]
    Forbidden,
    /// A folder with nothing in it that looks like an article.
    #[error(
        "no articles in this folder; articles are files that end in {}, outside hidden folders",
        Endings
    )]
    NoArticles,
    /// No text, or only blanks.
    #[error("it is empty; nothing to read")]
    Empty,
    /// Not text; what it is instead, and how to get at its text.
    #[error("{what}, not text; {remedy}")]
    Binary {
        /// What the bytes look like.
        what: &'static str,
        /// How to get text out of it.
        remedy: &'static str,
    },
    /// More than [`super::LONGEST`] bytes.
    #[error("longer than {} MB; split it into its articles", super::LONGEST >> 20)]
    TooLong,
    /// Anything else that the system reports.
    #[error("it cannot be read: {0}")]
    Io(io::Error),
}

impl From<io::Error> for Fault {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::Missing,
            io::ErrorKind::PermissionDenied => Self::Forbidden,
            _ => Self::Io(error),
        }
    }
}

struct Endings;

impl fmt::Display for Endings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, extension) in EXTENSIONS.iter().enumerate() {
            let join = match i {
                0 => "",
                _ if i + 1 == EXTENSIONS.len() => " or ",
                _ => ", ",
            };
            write!(f, "{join}.{extension}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_says_where_what_and_what_to_do() {
        let error = ReadError {
            place: Place::Path("أرشيف".into()),
            fault: Fault::NoArticles,
        };
        assert_eq!(
            error.to_string(),
            "أرشيف: no articles in this folder; articles are files that end in \
             .txt, .text, .md or .markdown, outside hidden folders"
        );
    }

    #[test]
    fn a_file_name_cannot_send_escape_sequences() {
        let place = Place::Path("a\u{1b}[31m\u{9b}b".into());
        assert_eq!(place.to_string(), "a\\u{1b}[31m\\u{9b}b");
    }
}
