//! What the reader prefers, as far as the screen shows it.

use super::{
    theme::Theme,
    words::{Language, Words},
};

/// A format in which what is shown can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileFormat {
    /// What it is called.
    pub name: &'static str,
    /// How the names of such files end.
    pub extension: &'static str,
}

/// What the reader prefers.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The words of the interface.
    pub words: Words,
    /// Its colours.
    pub theme: Theme,
    /// Whether no box characters are drawn, for screen readers.
    pub plain: bool,
    /// The formats in which what is shown can be written.
    pub formats: Vec<FileFormat>,
}

impl Settings {
    /// The interface in a language and with a theme.
    pub fn new(language: Language, theme: Theme) -> Self {
        Self {
            words: Words::new(language),
            theme,
            plain: false,
            formats: Vec::new(),
        }
    }

    /// What stands where one types.
    pub const fn caret(&self) -> &'static str {
        if self.plain { "_" } else { "▏" }
    }
}
