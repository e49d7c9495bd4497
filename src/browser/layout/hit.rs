//! From bytes to columns and back. Columns count from the left edge of the
//! row's first cell.

use super::VisualCell;
use crate::document::Span;
use std::ops::Range;

/// The columns that show bytes of `span`, as few ranges as there are, from left
/// to right: more than one where the span crosses a change of direction.
///
/// ```
/// use qawl::browser::layout::{columns, line};
/// use qawl::document::{Direction, Span};
///
/// let cells = line("من BBC", Direction::Rtl);      // shown as: BBC نم
/// assert_eq!(columns(&cells, Span::new(0, 6)), [0..1, 3..6]); // «من B»
/// ```
pub fn columns(cells: &[VisualCell], span: Span) -> Vec<Range<u16>> {
    let mut found: Vec<Range<u16>> = Vec::new();
    for (column, cell) in placed(cells) {
        if !cell.span.overlaps(span) {
            continue;
        }
        let end = column.saturating_add(cell.width);
        match found.last_mut() {
            Some(last) if last.end == column => last.end = end,
            _ => found.push(column..end),
        }
    }
    found
}

/// The bytes shown at a column; none past the last cell.
pub fn byte_at(cells: &[VisualCell], column: u16) -> Option<Span> {
    placed(cells)
        .find(|(start, cell)| column < start.saturating_add(cell.width))
        .map(|(_, cell)| cell.span)
}

/// Each cell with its first column.
fn placed(cells: &[VisualCell]) -> impl Iterator<Item = (u16, &VisualCell)> {
    cells.iter().scan(0u16, |next, cell| {
        let column = *next;
        *next = column.saturating_add(cell.width);
        Some((column, cell))
    })
}
