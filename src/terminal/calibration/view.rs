//! What the calibration screen shows.

use super::Sheet;
use crate::browser::layout;
use crate::browser::paint::{self, Align};
use crate::browser::words::{Language, Words};
use crate::document::Direction;
use crate::terminal::Mode;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

/// What hardly any terminal gets right by itself: a number first, a lam-alef,
/// marks, brackets, quotation marks, Latin letters, a percentage.
pub const SAMPLE: &str = "24 مُدُنًا (منها Ravel): «لا بأس»، و50% للآخرين.";

/// The columns and rows of the whole.
const WIDTH: u16 = 64;
const HEIGHT: usize = 2 * Mode::ALL.len() + 8;
/// The columns of the sample and of what stands before it.
const BOX: u16 = 48;
const MARGIN: u16 = 4;

/// Draws the sheet, and gives where each mode's line stands: what is drawn there
/// reads right from left to right, and is to be written in that mode.
pub fn view(sheet: &Sheet, terminal: &str, buffer: &mut Buffer) -> Vec<(Rect, Mode)> {
    let area = buffer.area;
    let (width, height) = (
        area.width.min(WIDTH),
        area.height.min(layout::clamped(HEIGHT)),
    );
    let area = Rect {
        x: area.x + (area.width - width) / 2,
        y: area.y + (area.height - height) / 2,
        width,
        height,
    };
    let tight = usize::from(area.height) < HEIGHT;
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
