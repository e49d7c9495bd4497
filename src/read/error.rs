//! What can go wrong while reading, said in one line: where, what, what to do.

use std::{fmt, io};

use super::kind::ENDINGS;
use crate::{place::Place, visible::told};

/// An input that gave no article.
#[derive(Debug, thiserror::Error)]
#[error("{place}: {fault}")]
pub struct ReadError {
    /// Where it happened.
    pub place: Place,
    /// What is wrong there.
    pub fault: Fault,
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
    /// JSON that cannot be read.
    #[error("not the JSON of an article: {}", told(&.0.to_string()))]
    Json(serde_json::Error),
    /// JSON without a text.
    #[error(
        "no text in it; the field is called text, body or content, or name it: --field text=NAME"
    )]
    NoText,
    /// A page that cannot be read.
    #[error("{0}; save the article as text, or name what it holds with --kind-of-input")]
    Page(&'static str),
    /// A feed that cannot be read.
    #[error("not a feed of news: {}", told(.0))]
    Feed(String),
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
    /// Unpacked, it would be far longer than anything that people write.
    #[error(
        "it unpacks to more than {} times its size; no archive of articles does",
        super::open::RATIO
    )]
    Bomb,
    /// A device, of which nobody knows whether it ends.
    #[error("a device, not a file; send what it gives through a pipe")]
    Device,
    /// The analysis panicked, which it never should.
    #[error("the analysis failed on it; that is a mistake of qawl's, please report it")]
    Analysis,
    /// Anything else that the system reports.
    #[error("it cannot be read: {}", told(&.0.to_string()))]
    Io(io::Error),
}

impl From<io::Error> for Fault {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::Missing,
            io::ErrorKind::PermissionDenied => Self::Forbidden,
            _ if error.get_ref().is_some_and(super::open::is_bomb) => Self::Bomb,
            _ => Self::Io(error),
        }
    }
}

struct Endings;

impl fmt::Display for Endings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<String> = ENDINGS.iter().map(|(name, _)| format!(".{name}")).collect();
        match names.as_slice() {
            [some @ .., last] => write!(f, "{} or {last}", some.join(", ")),
            [] => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_says_where_what_and_what_to_do() {
        let error = ReadError {
            place: Place::file("أرشيف"),
            fault: Fault::NoArticles,
        };
        assert_eq!(
            error.to_string(),
            "أرشيف: no articles in this folder; articles are files that end in \
             .txt, .text, .md, .markdown, .html, .htm, .xhtml, .rss, .atom, .xml, .json, \
             .jsonl or .ndjson, outside hidden folders"
        );
    }
}
