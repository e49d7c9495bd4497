//! Cells of the layout into cells of the screen: the one place that paints text
//! that may be Arabic.

use super::layout::{self, VisualCell};
use crate::document::{Direction, Span};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Where in its area a label stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// Where reading begins: at the right for a right-to-left label.
    #[default]
    Start,
    /// Where reading ends.
    End,
    /// At the left.
    Left,
    /// At the right.
    Right,
    /// In the middle.
    Center,
}

/// Paints one row: against the right edge of `area` if it reads from right to
/// left, else against the left one. What does not fit is left out at the other
/// edge. `style` is asked for the bytes of each cell and patches what is there.
pub fn cells(
    buf: &mut Buffer,
    area: Rect,
    cells: &[VisualCell],
    direction: Direction,
    style: impl Fn(Span) -> Style,
) {
    let align = match direction {
        Direction::Rtl => Align::Right,
        Direction::Ltr => Align::Left,
    };
    place(buf, area, cells, align, style);
}

/// Paints a label on one line, cut with `…` where it is wider than `area`.
pub fn label(
    buf: &mut Buffer,
    area: Rect,
    text: &str,
    direction: Direction,
    align: Align,
    style: Style,
) {
    let align = match (align, direction) {
        (Align::Start, Direction::Rtl) | (Align::End, Direction::Ltr) => Align::Right,
        (Align::Start, Direction::Ltr) | (Align::End, Direction::Rtl) => Align::Left,
        _ => align,
    };
    let shown = layout::truncate(text, usize::from(area.width));
    place(buf, area, &layout::line(&shown, direction), align, |_| {
        style
    });
}

fn place(
    buf: &mut Buffer,
    area: Rect,
    cells: &[VisualCell],
    align: Align,
    style: impl Fn(Span) -> Style,
) {
    let area = area.intersection(buf.area);
    let (room, total) = (usize::from(area.width), layout::width(cells));
    let spare = room.saturating_sub(total);
    let (mut x, mut too_many) = match align {
        Align::Right | Align::End => (spare, total.saturating_sub(room)),
        Align::Center => (spare / 2, 0),
        Align::Left | Align::Start => (0, 0),
    };
    for cell in cells {
        let left_out = too_many.min(usize::from(cell.width));
        too_many -= left_out;
        let end = x + usize::from(cell.width) - left_out;
        if end > room || area.is_empty() {
            break;
        }
        if left_out == 0 {
            put(buf, area.x + x as u16, area.y, cell, style(cell.span));
        }
        x = end;
    }
}

fn put(buf: &mut Buffer, x: u16, y: u16, cell: &VisualCell, style: Style) {
    for column in x..x + cell.width {
        let Some(place) = buf.cell_mut((column, y)) else {
            continue;
        };
        // The columns that a wide character covers hold nothing of their own.
        let symbol = if column == x {
            cell.symbol.as_str()
        } else {
            " "
        };
        place.set_symbol(symbol).set_style(style);
    }
}
