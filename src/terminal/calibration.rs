//! The calibration screen: one sentence, drawn in each way there is. The reader
//! says which one reads right, and that is kept for this terminal.
//!
//! It speaks Arabic and English at once: whoever needs it may not be able to read
//! one of them.

use super::choice::{self, Choice, Marks};
use super::output::{self, Mode};
use super::{Event, Terminal};
use crate::browser::key::{KeyCode, KeyPress};
use crate::browser::layout;
use crate::browser::paint::{self, Align};
use crate::browser::words::{Language, Words};
use crate::document::Direction;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use std::io;

/// What hardly any terminal gets right by itself: a number first, a lam-alef,
/// marks, brackets, quotation marks, Latin letters, a percentage.
pub const SAMPLE: &str = "24 مُدُنًا (منها Ravel): «لا بأس»، و50% للآخرين.";

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
        let step = |by: isize| {
            let at = Mode::ALL.iter().position(|mode| *mode == self.mode);
            let to = at.unwrap_or_default() as isize + by;
            let to = to.rem_euclid(Mode::ALL.len() as isize) as usize;
            Mode::ALL.get(to).copied().unwrap_or_default()
        };
        match key.code {
            KeyCode::Char('c' | 'ؤ') if key.ctrl => return Answer::Left,
            KeyCode::Char(c) => match numbered(c) {
                Some(mode) => self.mode = mode,
                None => match c {
                    'j' | 'D' | 'ت' => self.mode = step(1),
                    'k' | 'ن' => self.mode = step(-1),
                    'm' | 'ة' => self.marks = self.marks.next(),
                    'q' | 'ض' => return Answer::Left,
                    _ => {}
                },
            },
            KeyCode::Down | KeyCode::Tab => self.mode = step(1),
            KeyCode::Up | KeyCode::BackTab => self.mode = step(-1),
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

/// The columns and rows of the whole.
const WIDTH: u16 = 64;
const HEIGHT: u16 = 2 * Mode::ALL.len() as u16 + 8;
/// The columns of the sample and of what stands before it.
const BOX: u16 = 48;
const MARGIN: u16 = 4;

/// Draws the sheet, and gives where each mode's line stands: what is drawn there
/// reads right from left to right, and is to be written in that mode.
pub fn view(sheet: &Sheet, terminal: &str, buffer: &mut Buffer) -> Vec<(Rect, Mode)> {
    let area = buffer.area;
    let (width, height) = (area.width.min(WIDTH), area.height.min(HEIGHT));
    let area = Rect {
        x: area.x + (area.width - width) / 2,
        y: area.y + (area.height - height) / 2,
        width,
        height,
    };
    let tight = area.height < HEIGHT;
    let step = if tight { 1 } else { 2 };
    let mut page = Page {
        buffer,
        area,
        y: area.y,
    };
    page.say(
        "calibrate.question",
        Style::new().add_modifier(Modifier::BOLD),
    );
    page.y += step - 1;
    let lines: Vec<_> = Mode::ALL
        .iter()
        .enumerate()
        .map(|(at, mode)| {
            let line = page.sample(at + 1, *mode, *mode == sheet.mode);
            page.y += step;
            (line, *mode)
        })
        .collect();
    let marks = format!("m: {}", sheet.marks.name());
    page.note(&format!("{terminal} · {marks}"));
    page.say("calibrate.keys", Style::new());
    lines
}

struct Page<'a> {
    buffer: &'a mut Buffer,
    area: Rect,
    y: u16,
}

impl Page<'_> {
    /// A row of the page, or an empty one below its end.
    fn row(&self) -> Rect {
        let row = Rect {
            y: self.y,
            height: 1,
            ..self.area
        };
        row.intersection(self.area)
    }

    /// Words of the interface, in both languages.
    fn say(&mut self, key: &str, style: Style) {
        for language in [Language::Arabic, Language::English] {
            let words = Words::new(language);
            let direction = language.direction();
            let row = self.row();
            paint::label(
                self.buffer,
                row,
                words.text(key),
                direction,
                Align::Start,
                style,
            );
            self.y += 1;
        }
    }

    fn note(&mut self, text: &str) {
        let (row, style) = (self.row(), Style::new().add_modifier(Modifier::DIM));
        paint::label(self.buffer, row, text, Direction::Ltr, Align::Start, style);
        self.y += 1;
    }

    /// The sample, between two lines that show whether columns hold.
    fn sample(&mut self, number: usize, mode: Mode, here: bool) -> Rect {
        let row = self.row();
        let part = |x: u16, width: u16| {
            Rect {
                x: row.x + x,
                width,
                ..row
            }
            .intersection(row)
        };
        let style = if here {
            Style::new().add_modifier(Modifier::BOLD)
        } else {
            Style::new()
        };
        let sign = format!("{}{number} │", if here { '>' } else { ' ' });
        let name = format!("│ {}", mode.name());
        let whole = part(MARGIN, BOX);
        let cells = layout::line(SAMPLE, Direction::Rtl);
        for (area, text) in [(part(0, MARGIN), sign), (part(MARGIN + BOX, WIDTH), name)] {
            paint::label(self.buffer, area, &text, Direction::Ltr, Align::Left, style);
        }
        paint::cells(self.buffer, whole, &cells, Direction::Rtl, |_| style);
        whole
    }
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
            self.draw_sheet(&sheet)?;
            match self.next_event(None)? {
                Event::Terminate(signal) => return Ok(Calibrated::Ended(signal)),
                Event::Key(key) if key == KeyPress::ctrl('z') => self.suspend()?,
                Event::Key(key) => match sheet.press(key) {
                    Answer::Shown => {}
                    Answer::Left => {
                        self.draw_whole()?;
                        return Ok(Calibrated::Left);
                    }
                    Answer::Chosen => return self.choose(&sheet),
                },
                _ => {}
            }
        }
    }

    fn choose(&mut self, sheet: &Sheet) -> io::Result<Calibrated> {
        let choice = Choice {
            mode: Some(sheet.mode),
            marks: Some(sheet.marks),
        };
        self.set(choice)?;
        let kept = choice::keep(&self.plan.identity, choice);
        Ok(Calibrated::Chosen(sheet.mode, kept))
    }

    fn draw_sheet(&mut self, sheet: &Sheet) -> io::Result<()> {
        let (mode, name) = (self.mode(), self.name().to_owned());
        self.screen.draw(|frame| {
            let whole = frame.area();
            let buffer = frame.buffer_mut();
            let lines = view(sheet, &name, buffer);
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
