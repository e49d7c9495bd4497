//! Bars in eighths of a column, growing from where reading begins.
//!
//! The block characters grow from the left. What a column lacks at the left is the
//! same character in swapped colours: so a bar grows from the right in eighths too,
//! whatever colours there are, or none.

use ratatui::{
    buffer::{Buffer, Cell},
    layout::Rect,
    style::{Modifier, Style},
};

use crate::document::Direction;

/// The eighths that a column has.
pub const EIGHTHS: usize = 8;

const BLOCKS: [&str; 9] = [" ", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"];

/// Fills so many eighths of the columns of `area`'s first row.
pub fn draw(buffer: &mut Buffer, area: Rect, eighths: usize, direction: Direction, style: Style) {
    for i in 0..area.width {
        let filled = eighths
            .saturating_sub(usize::from(i) * EIGHTHS)
            .min(EIGHTHS);
        if filled == 0 || area.height == 0 {
            return;
        }
        let x = match direction {
            Direction::Ltr => area.x + i,
            Direction::Rtl => area.right() - 1 - i,
        };
        if let Some(cell) = buffer.cell_mut((x, area.y)) {
            cell.set_style(style);
            fill(cell, filled, direction);
        }
    }
}

/// Fills so many eighths of a column: from the right those that have a character
/// as such, the others as what is left out of the whole.
fn fill(cell: &mut Cell, filled: usize, direction: Direction) {
    let from_right = match filled {
        1 => Some("▕"),
        4 => Some("▐"),
        _ => None,
    };
    let block = |eighths: usize| BLOCKS.get(eighths).copied().unwrap_or_default();
    match (direction, from_right) {
        (Direction::Rtl, Some(half)) => cell.set_symbol(half),
        (Direction::Rtl, None) if filled < EIGHTHS => {
            cell.modifier.toggle(Modifier::REVERSED);
            cell.set_symbol(block(EIGHTHS - filled))
        }
        _ => cell.set_symbol(block(filled)),
    };
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

    /// The characters, a `~` before those in swapped colours.
    fn drawn(eighths: usize, direction: Direction, style: Style) -> String {
        let area = Rect::new(0, 0, 3, 1);
        let mut buffer = Buffer::empty(area);
        draw(&mut buffer, area, eighths, direction, style);
        let cells = buffer.content().iter().map(|cell| {
            let swapped = cell.modifier.contains(Modifier::REVERSED);
            format!("{}{}", if swapped { "~" } else { "" }, cell.symbol())
        });
        cells.collect()
    }

    #[test]
    fn a_bar_grows_from_where_reading_begins() {
        let plain = Style::new();
        assert_eq!(drawn(11, Direction::Ltr, plain), "█▍ ");
        assert_eq!(drawn(24, Direction::Rtl, plain), "███");
        assert_eq!(drawn(0, Direction::Ltr, plain), "   ");
    }

    #[test]
    fn from_the_right_each_eighth_is_drawn() {
        let plain = Style::new();
        let each: Vec<String> = (9..17).map(|n| drawn(n, Direction::Rtl, plain)).collect();
        assert_eq!(
            each,
            [" ▕█", " ~▊█", " ~▋█", " ▐█", " ~▍█", " ~▎█", " ~▏█", " ██"]
        );
    }

    #[test]
    fn where_colours_are_swapped_already_they_are_swapped_back() {
        let swapped = Style::new().add_modifier(Modifier::REVERSED);
        assert_eq!(drawn(2, Direction::Rtl, swapped), "  ▊");
        assert_eq!(drawn(2, Direction::Ltr, swapped), "~▎  ");
    }
}
