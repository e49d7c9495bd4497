//! What happens at the terminal, in the browser's terms.

use crate::browser::key::{KeyPress, Mouse};

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// A key was pressed.
    Key(KeyPress),
    /// The mouse did something, where it is on.
    Mouse(Mouse),
    /// The screen has so many columns and rows now.
    Resize(u16, u16),
    /// The process was stopped and goes on: what is shown is to be drawn again.
    Resume,
    /// A signal asks the process to end: save, then
    /// [`Terminal::end_by`](super::Terminal::end_by).
    Terminate(i32),
    /// Nothing within the time asked for.
    Nothing,
}
