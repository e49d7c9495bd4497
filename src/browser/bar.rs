//! Bars in eighths of a column, growing from where reading begins.
//!
//! The block characters grow from the left. From the right there are only an
//! eighth, a half and the whole; the others could be had as the complement in
//! swapped colours, but fonts that do not fill the cell then leave a fringe.

use ratatui::{buffer::Buffer, layout::Rect, style::Style};

use crate::document::Direction;

/// The eighths that a column has.
pub const EIGHTHS: usize = 8;

const FROM_LEFT: [&str; 9] = [" ", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"];
const FROM_RIGHT: [&str; 9] = [" ", "▕", "▕", "▐", "▐", "▐", "▐", "█", "█"];

/// Fills so many eighths of the columns of `area`'s first row.
pub fn draw(buffer: &mut Buffer, area: Rect, eighths: usize, direction: Direction, style: Style) {
    for i in 0..area.width {
        let filled = eighths
            .saturating_sub(usize::from(i) * EIGHTHS)
            .min(EIGHTHS);
        let (x, blocks) = match direction {
            Direction::Ltr => (area.x + i, FROM_LEFT),
            Direction::Rtl => (area.right() - 1 - i, FROM_RIGHT),
        };
        if filled == 0 || area.height == 0 {
            return;
        }
        if let (Some(cell), Some(block)) = (buffer.cell_mut((x, area.y)), blocks.get(filled)) {
            cell.set_symbol(block).set_style(style);
        }
    }
}

/// How many eighths of `columns` stand for `part` of `whole`; something at least
/// for what is not nothing.
///
/// ```
/// use qawl::browser::bar::eighths;
///
/// assert_eq!(eighths(1, 2, 4), 16);
/// assert_eq!(eighths(1, 1000, 4), 1);
/// assert_eq!(eighths(0, 1000, 4), 0);
/// ```
pub fn eighths(part: usize, whole: usize, columns: usize) -> usize {
    let all = columns * EIGHTHS;
    let share = part.saturating_mul(all) / whole.max(1);
    share.max(usize::from(part > 0)).min(all)
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::buffer::Cell;

    fn drawn(eighths: usize, direction: Direction) -> String {
        let area = Rect::new(0, 0, 3, 1);
        let mut buffer = Buffer::empty(area);
        draw(&mut buffer, area, eighths, direction, Style::new());
        buffer.content().iter().map(Cell::symbol).collect()
    }

    #[test]
    fn a_bar_grows_from_where_reading_begins() {
        assert_eq!(drawn(11, Direction::Ltr), "█▍ ");
        assert_eq!(drawn(11, Direction::Rtl), " ▐█");
        assert_eq!(drawn(24, Direction::Rtl), "███");
        assert_eq!(drawn(0, Direction::Ltr), "   ");
    }
}
