//! What the browser asks of the world outside: [`Effect`], and what it is told
//! of how it went: [`Report`].

use std::path::PathBuf;

use crate::annotations::StatementId;

/// Something that [`update`](super::update()) wants done and cannot do itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Analyse the article with that number and send the findings back.
    Analyse(usize),
    /// Put the text into the clipboard.
    Copy(String),
    /// Open the address in the reader's browser.
    OpenUrl(String),
    /// Open the file in the reader's editor, at that line, from 1.
    Edit(PathBuf, usize),
    /// Write statements of the open article into a file.
    Write(Writing),
    /// Keep what is remembered of the article with that number.
    Keep(usize),
    /// Send what is remembered of the article with that number.
    Recall(usize),
    /// Show how Arabic is drawn, to choose from.
    Calibrate,
    /// Draw the screen anew, all of it.
    Redraw,
    /// Give the terminal back to the shell until `fg`.
    Suspend,
    /// Leave the program.
    Quit,
}

/// What is to be written, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Writing {
    /// The format, as a position in [`Settings::formats`](super::Settings::formats).
    pub format: usize,
    /// The file, as typed.
    pub path: String,
    /// The statements that go into it.
    pub statements: Vec<StatementId>,
    /// Whether a file that is there already may go.
    pub replaces: bool,
}

/// How an effect went, where the reader is to know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Report {
    /// It was written to that file.
    Written(String),
    /// There is such a file already.
    Exists(Writing),
    /// It could not be written, and why.
    NotWritten(String, String),
    /// A program could not be run, and why.
    NotRun(String, String),
    /// Arabic is drawn in that way from now on.
    Drawing(String),
    /// How Arabic is drawn could only be guessed.
    DrawingGuessed,
    /// The terminal did not take the copy, and why.
    NotCopied(String),
}
