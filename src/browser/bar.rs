//! Bars in eighths of a column, growing from where reading begins.
//!
//! The block characters grow from the left. One that grows from the right is the
//! complement in swapped colours, which is right with any colours and with none.

use ratatui::{
    buffer::Buffer,
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
        let x = match direction {
            Direction::Ltr => area.x + i,
            Direction::Rtl => area.right() - 1 - i,
        };
        if filled > 0 && area.height > 0 {
            cell(buffer, (x, area.y), filled, direction, style);
        }
    }
}

fn cell(buffer: &mut Buffer, at: (u16, u16), filled: usize, direction: Direction, style: Style) {
    let Some(cell) = buffer.cell_mut(at) else {
        return;
    };
    let swapped = cell.modifier.contains(Modifier::REVERSED);
    let from_right = direction == Direction::Rtl && filled < EIGHTHS;
    let shown = if from_right { EIGHTHS - filled } else { filled };
    // On a selected row of swapped colours, a bar is drawn in those of the row.
    cell.set_symbol(BLOCKS.get(shown).unwrap_or(&" "))
        .set_style(style);
    cell.modifier.set(Modifier::REVERSED, swapped != from_right);
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

    /// The eighths of each column that are in the colour of the letters.
    fn filled(eighths: usize, direction: Direction, ground: Modifier) -> Vec<(usize, bool)> {
        let area = Rect::new(0, 0, 3, 1);
        let mut buffer = Buffer::empty(area);
        buffer.set_style(area, Style::new().add_modifier(ground));
        draw(&mut buffer, area, eighths, direction, Style::new());
        let cells = buffer.content().iter();
        cells
            .map(|cell| {
                let block = BLOCKS.iter().position(|b| *b == cell.symbol());
                (
                    block.expect("a block"),
                    cell.modifier.contains(Modifier::REVERSED),
                )
            })
            .collect()
    }

    #[test]
    fn a_bar_grows_from_where_reading_begins() {
        let none = Modifier::empty();
        assert_eq!(
            filled(11, Direction::Ltr, none),
            [(8, false), (3, false), (0, false)]
        );
        assert_eq!(
            filled(11, Direction::Rtl, none),
            [(0, false), (5, true), (8, false)]
        );
    }

    #[test]
    fn on_swapped_colours_it_is_swapped() {
        let swapped = Modifier::REVERSED;
        assert_eq!(
            filled(11, Direction::Rtl, swapped),
            [(0, true), (5, false), (8, true)]
        );
    }
}
