//! A row of the finished frame, and what stands in its cells.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use unicode_bidi::{BidiClass, bidi_class};

/// The cells of a row, if any of them is Arabic or of another script that reads
/// from right to left; nothing is to be done for all others.
pub(super) fn of(buffer: &mut Buffer, row: Rect) -> Option<&mut [Cell]> {
    if row.intersection(buffer.area) != row || row.is_empty() {
        return None;
    }
    let begin = buffer.index_of(row.x, row.y);
    let cells = buffer
        .content
        .get_mut(begin..begin + usize::from(row.width))?;
    cells.iter().any(reads_from_right).then_some(cells)
}

/// Whether what stands in a cell moves others when it is reordered.
fn reads_from_right(cell: &Cell) -> bool {
    may_read_from_right(cell) && matches!(class(cell), BidiClass::R | BidiClass::AL | BidiClass::AN)
}

/// A quick look: below the Hebrew block nothing does.
fn may_read_from_right(cell: &Cell) -> bool {
    cell.symbol()
        .bytes()
        .next()
        .is_some_and(|byte| byte >= 0xd6)
}

/// Whether a letter or mark of such a script may stand in a cell, or something else that is
/// no simple letter, line or block.
pub(super) fn may_reach_over(cell: &Cell) -> bool {
    may_read_from_right(cell) && !is_line(cell.symbol())
}

/// The class of what stands in a cell. Most are blanks and joined letters.
pub(super) fn class(cell: &Cell) -> BidiClass {
    match cell.symbol().chars().next() {
        None | Some(' ') => BidiClass::WS,
        Some('\u{fe80}'..='\u{fefc}') => BidiClass::AL,
        Some(c) => bidi_class(c),
    }
}

/// Whether a letter of a right-to-left script stands in a cell.
pub(super) fn is_rtl(cell: &Cell) -> bool {
    may_read_from_right(cell) && matches!(class(cell), BidiClass::R | BidiClass::AL)
}

/// The cells cut where one character ends: a wide one has the cell after it too.
pub(super) fn units(cells: &[Cell]) -> Vec<std::ops::Range<usize>> {
    let mut units = Vec::with_capacity(cells.len());
    let mut at = 0;
    while let Some(cell) = cells.get(at) {
        let width = crate::browser::layout::measure(cell.symbol()).max(1);
        let end = (at + width).min(cells.len());
        units.push(at..end);
        at = end;
    }
    units
}

/// Whether a cell holds a line or a block, which terminals draw themselves.
pub(super) fn is_line(symbol: &str) -> bool {
    matches!(symbol.chars().next(), Some('\u{2500}'..='\u{259f}'))
}
