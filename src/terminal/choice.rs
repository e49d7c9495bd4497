//! What the reader said of how Arabic is drawn, and for how long.

use super::output::Mode;
use etcetera::BaseStrategy;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;
use std::str::FromStr;

/// What the reader said; what is not said is found out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// How Arabic is written.
    pub mode: Option<Mode>,
    /// Whether marks are drawn.
    pub marks: Option<Marks>,
}

impl Choice {
    /// This, and where it says nothing the `other`.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self {
            mode: self.mode.or(other.mode),
            marks: self.marks.or(other.marks),
        }
    }
}

/// Whether marks (harakat) are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Marks {
    /// Where the terminal draws them in their place.
    #[default]
    Auto,
    /// Always.
    Keep,
    /// Never.
    Hide,
}

impl Marks {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Keep, Self::Hide];

    /// Its name on the command line and in files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Keep => "keep",
            Self::Hide => "hide",
        }
    }

    /// The one after this.
    pub(super) const fn next(self) -> Self {
        match self {
            Self::Auto => Self::Keep,
            Self::Keep => Self::Hide,
            Self::Hide => Self::Auto,
        }
    }

    /// Whether they are drawn, where that would be `safe` or not.
    pub(super) const fn are_drawn(self, safe: bool) -> bool {
        match self {
            Self::Auto => safe,
            Self::Keep => true,
            Self::Hide => false,
        }
    }
}

/// It is none of `auto`, `keep`, `hide`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("marks are one of: auto, keep, hide")]
pub struct UnknownMarks;

impl FromStr for Marks {
    type Err = UnknownMarks;

    fn from_str(name: &str) -> Result<Self, UnknownMarks> {
        let found = Self::ALL.into_iter().find(|marks| marks.name() == name);
        found.ok_or(UnknownMarks)
    }
}

/// One terminal's lines in the file of answers.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Kept {
    mode: Option<String>,
    marks: Option<String>,
}

/// The answers, by the terminals that they are for.
type Answers = BTreeMap<String, Kept>;

fn file() -> io::Result<PathBuf> {
    let folders = etcetera::base_strategy::Xdg::new().map_err(io::Error::other)?;
    let state = folders.state_dir().unwrap_or_else(|| folders.data_dir());
    Ok(state.join("qawl").join("terminals.json"))
}

/// What the reader answered for that terminal; nothing where the file is
/// missing or is not ours.
pub(super) fn kept(terminal: &str) -> Choice {
    let text = file().and_then(fs::read_to_string);
    let answers: Answers = text
        .ok()
        .and_then(|text| serde_json::from_str(&text).ok())
        .unwrap_or_default();
    let kept = answers.get(terminal).cloned().unwrap_or_default();
    Choice {
        mode: kept.mode.and_then(|name| name.parse().ok()),
        marks: kept.marks.and_then(|name| name.parse().ok()),
    }
}

/// Keeps the reader's answer for that terminal. The file is there whole, before
/// and after.
pub(super) fn keep(terminal: &str, choice: Choice) -> io::Result<()> {
    let file = file()?;
    let folder = file.parent().ok_or(io::ErrorKind::NotFound)?;
    fs::create_dir_all(folder)?;
    let mut answers: Answers = match fs::read_to_string(&file) {
        Ok(text) => serde_json::from_str(&text).unwrap_or_default(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Answers::new(),
        Err(error) => return Err(error),
    };
    let kept = Kept {
        mode: choice.mode.map(|mode| mode.name().to_owned()),
        marks: choice.marks.map(|marks| marks.name().to_owned()),
    };
    answers.insert(terminal.to_owned(), kept);
    let mut whole = tempfile::NamedTempFile::new_in(folder)?;
    serde_json::to_writer_pretty(&mut whole, &answers)?;
    writeln!(whole)?;
    whole.as_file().sync_all()?;
    whole.persist(&file)?;
    Ok(())
}
