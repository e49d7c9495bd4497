//! What the reader prefers: `config.toml`, read and never written.
//!
//! [`parse`] reads every line that it can and tells the rest as [`Problem`]s,
//! each with its line; for what it cannot read the defaults hold. [`commented`]
//! is a file of all defaults that says what each is for.

mod commented;
mod keys;
mod parse;

pub use commented::commented;
pub use parse::parse;

use std::{fmt, fs, io, path::PathBuf};

use etcetera::BaseStrategy;

use crate::{
    browser::{keys::Keymap, words::Language},
    terminal::Choice,
};

/// What the file says; what it does not say is `None`.
#[derive(Clone, Debug, Default)]
pub struct Config {
    /// The language of the interface.
    pub language: Option<Language>,
    /// The name of a theme.
    pub theme: Option<String>,
    /// Whether no box characters are drawn.
    pub plain: Option<bool>,
    /// Whether clicks and the wheel are the program's.
    pub mouse: Option<bool>,
    /// Whether an article opens where it was left.
    pub remember: Option<bool>,
    /// How Arabic is drawn.
    pub drawing: Choice,
    /// Which key does what.
    pub keymap: Keymap,
}

/// What is wrong with a line of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The line, from 1; 0 where it is the file as a whole.
    pub line: usize,
    /// What is wrong, in English.
    pub reason: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(f, "config.toml: {}", self.reason),
            line => write!(f, "config.toml:{line}: {}", self.reason),
        }
    }
}

/// Where the file is looked for: `$XDG_CONFIG_HOME/qawl/config.toml`.
pub fn path() -> Option<PathBuf> {
    let folders = etcetera::base_strategy::Xdg::new().ok()?;
    Some(folders.config_dir().join("qawl").join("config.toml"))
}

/// Reads the file. Where there is none, the defaults hold.
pub fn load() -> (Config, Vec<Problem>) {
    let Some(path) = path() else {
        return <_>::default();
    };
    match fs::read_to_string(&path) {
        Ok(text) => parse(&text),
        Err(error) if error.kind() == io::ErrorKind::NotFound => <_>::default(),
        Err(error) => {
            let reason = format!("{}: {error}", path.display());
            (Config::default(), vec![Problem { line: 0, reason }])
        }
    }
}
