//! The calibration screen: one sentence, drawn in each way there is. The reader
//! says which one reads right, and that is kept for this terminal.
//!
//! It speaks Arabic and English at once: whoever needs it may not be able to read
//! one of them.

mod view;

pub use view::{SAMPLE, view};

use super::choice::{self, Choice, Marks};
use super::output::{self, Mode};
use super::{Event, Terminal};
use crate::browser::key::{KeyCode, KeyPress};
use std::io;

/// How it ended.
#[derive(Debug)]
pub enum Calibrated {
    /// As it was before.
    Left,
    /// The reader chose, and it was written down; or why it could not be.
    Chosen(Mode, io::Result<()>),
    /// A signal asks the process to end.
    Ended(i32),
}

/// What is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// The line that the reader points at.
    pub mode: Mode,
    /// Whether marks are drawn.
    pub marks: Marks,
    /// Whether they are where that is left to the terminal.
    pub safe: bool,
}

/// What the reader's key asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Another sheet.
    Shown,
    /// That line reads right.
    Chosen,
    /// To leave.
    Left,
}

impl Sheet {
    /// Heeds a key.
    pub fn press(&mut self, key: KeyPress) -> Answer {
        let count = Mode::ALL.len();
        let step = |by: usize| {
            let at = Mode::ALL.iter().position(|mode| *mode == self.mode);
            let to = (at.unwrap_or_default() + by) % count;
            Mode::ALL.get(to).copied().unwrap_or_default()
        };
        match key.code {
            KeyCode::Char('c' | 'ؤ') if key.ctrl => return Answer::Left,
            KeyCode::Char(c) => match numbered(c) {
                Some(mode) => self.mode = mode,
                None => match c {
                    'j' | 'D' | 'ت' => self.mode = step(1),
                    'k' | 'ن' => self.mode = step(count - 1),
                    'm' | 'ة' => self.marks = self.marks.next(),
                    'q' | 'ض' => return Answer::Left,
                    _ => {}
                },
            },
            KeyCode::Down | KeyCode::Tab => self.mode = step(1),
            KeyCode::Up | KeyCode::BackTab => self.mode = step(count - 1),
            KeyCode::Enter => return Answer::Chosen,
            KeyCode::Esc => return Answer::Left,
            _ => {}
        }
        Answer::Shown
    }
}

/// The mode with that number, written in European or Arabic digits.
fn numbered(c: char) -> Option<Mode> {
    let number = match c {
        '٠'..='٩' => c as u32 - '٠' as u32,
        _ => c.to_digit(10)?,
    };
    Mode::ALL.get((number as usize).checked_sub(1)?).copied()
}

impl Terminal {
    /// Shows the sheet until the reader chooses or leaves. What was chosen holds
    /// from now on, and is kept for this terminal.
    ///
    /// # Errors
    /// If the terminal cannot be written to or read.
    pub fn calibrate(&mut self) -> io::Result<Calibrated> {
        let mut sheet = Sheet {
            mode: self.mode(),
            marks: self.choice.marks.unwrap_or_default(),
            safe: self.plan.marks,
        };
        loop {
            self.draw_sheet(sheet)?;
            match self.next_event(None)? {
                Event::Terminate(signal) => return Ok(Calibrated::Ended(signal)),
                Event::Key(key) if key == KeyPress::ctrl('z') => self.suspend()?,
                Event::Key(key) => match sheet.press(key) {
                    Answer::Shown => {}
                    Answer::Left => {
                        self.redraw()?;
                        return Ok(Calibrated::Left);
                    }
                    Answer::Chosen => return self.choose(sheet),
                },
                _ => {}
            }
        }
    }

    fn choose(&mut self, sheet: Sheet) -> io::Result<Calibrated> {
        let choice = Choice {
            mode: Some(sheet.mode),
            marks: Some(sheet.marks),
        };
        self.set(choice)?;
        let kept = choice::keep(&self.plan.identity, choice);
        Ok(Calibrated::Chosen(sheet.mode, kept))
    }

    fn draw_sheet(&mut self, sheet: Sheet) -> io::Result<()> {
        let (mode, name) = (self.mode(), self.name().to_owned());
        self.screen.draw(|frame| {
            let whole = frame.area();
            let buffer = frame.buffer_mut();
            let lines = view(&sheet, &name, buffer);
            for y in whole.rows() {
                let line = lines
                    .iter()
                    .find(|(area, _)| area.y == y.y && !area.is_empty());
                let (area, mode) = line.copied().unwrap_or((y, mode));
                let safe = sheet.safe && mode != Mode::KittyToken;
                output::write(buffer, area, mode, sheet.marks.are_drawn(safe));
            }
        })?;
        Ok(())
    }
}
