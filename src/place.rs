//! Where an article was read from.

use std::{fmt, path::PathBuf};

use crate::visible::Visible;

/// A file or standard input, and where in it. Displayed with control
/// characters escaped, for a file may be named with anything.
///
/// ```
/// use qawl::place::Place;
///
/// let place = Place { path: Some("archive.jsonl".into()), line: Some(7), item: None };
/// assert_eq!(place.to_string(), "archive.jsonl:7");
/// assert_eq!(Place::default().to_string(), "standard input");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The file; none for standard input.
    pub path: Option<PathBuf>,
    /// The line, from 1, where a line is an article.
    pub line: Option<usize>,
    /// Which of several articles it is, from 1, where a file or a line holds several.
    pub item: Option<usize>,
}

impl Place {
    /// The whole of a file.
    pub fn file(path: impl Into<PathBuf>) -> Self {
        let path = Some(path.into());
        Self {
            path,
            ..Self::default()
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.path {
            Some(path) => Visible(&path.to_string_lossy()).fmt(f)?,
            None => f.write_str("standard input")?,
        }
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        match self.item {
            Some(item) => write!(f, " (article {item})"),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_cannot_send_escape_sequences() {
        let place = Place::file("a\u{1b}[31m\u{9b}b");
        assert_eq!(place.to_string(), "a\\u{1b}[31m\\u{9b}b");
    }

    #[test]
    fn a_place_says_which_article_of_several() {
        let place = Place {
            item: Some(3),
            ..Place::file("all.json")
        };
        assert_eq!(place.to_string(), "all.json (article 3)");
    }
}
