//! One row of the screen, filled from both ends: [`Pen`].
//!
//! Each label is laid out on its own, so that no run of Arabic crosses from one
//! into the next, and the order of the labels is that of the interface.

use ratatui::{buffer::Buffer, layout::Rect, style::Style};

use super::{
    layout,
    paint::{self, Align},
};
use crate::document::Direction;

/// Writes labels into one row, from where reading begins and from where it ends.
pub struct Pen<'b> {
    buffer: &'b mut Buffer,
    row: Rect,
    direction: Direction,
    reading: Direction,
}

impl<'b> Pen<'b> {
    /// A pen for the first row of `area`.
    pub fn new(buffer: &'b mut Buffer, area: Rect, direction: Direction) -> Self {
        let row = Rect {
            height: area.height.min(1),
            ..area
        };
        let row = row.intersection(*buffer.area());
        Self {
            buffer,
            row,
            direction,
            reading: direction,
        }
    }

    /// The direction in which the labels themselves are read from now on, where
    /// it is another than that of their order: words of the article in a row of
    /// the interface.
    pub fn reading(&mut self, direction: Direction) -> &mut Self {
        self.reading = direction;
        self
    }

    /// Labels without Arabic letters, such as keys, are read from left to right
    /// from now on, so that no bracket in them is mirrored; others in the order
    /// of the labels.
    pub fn reading_like(&mut self, text: &str) -> &mut Self {
        let arabic = |c| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fefc}');
        let ordered = self.direction;
        self.reading(if text.contains(arabic) {
            ordered
        } else {
            Direction::Ltr
        })
    }

    /// How many columns are left between the two ends.
    pub fn room(&self) -> u16 {
        self.row.width
    }

    /// The next `columns` where reading begins, for others to paint.
    pub fn rest(&mut self, columns: u16) -> Rect {
        self.take(columns, Align::Start)
    }

    /// Leaves `columns` blank where reading begins.
    pub fn skip(&mut self, columns: u16) -> &mut Self {
        self.take(columns, Align::Start);
        self
    }

    /// Writes `text` next where reading begins, cut with `…` where it is too long.
    pub fn start(&mut self, text: &str, style: Style) -> &mut Self {
        self.write(text, style, Align::Start)
    }

    /// Writes `text` next from where reading ends, if all of it fits.
    pub fn end(&mut self, text: &str, style: Style) -> &mut Self {
        if layout::measure(text) <= usize::from(self.room()) {
            self.write(text, style, Align::End);
        }
        self
    }

    fn write(&mut self, text: &str, style: Style, align: Align) -> &mut Self {
        let needed = layout::clamped(layout::measure(text));
        let area = self.take(needed, align);
        paint::label(self.buffer, area, text, self.reading, Align::Left, style);
        self
    }

    /// Cuts columns off one end of what is left.
    fn take(&mut self, columns: u16, align: Align) -> Rect {
        let width = columns.min(self.row.width);
        let at_left = (align == Align::Start) == (self.direction == Direction::Ltr);
        let rest = self.row.width - width;
        let x = if at_left {
            self.row.x
        } else {
            self.row.x + rest
        };
        let taken = Rect {
            x,
            width,
            ..self.row
        };
        if at_left {
            self.row.x += width;
        }
        self.row.width = rest;
        taken
    }
}
