//! Cells that differ in style, each drawn by itself. `QTerminal` reorders stretches
//! of one style and knows a faint one that it does not show.

use super::row;
use ratatui::buffer::Cell;
use ratatui::style::Modifier;

/// Makes every other cell faint, from the first letter of the row to what
/// stands after the last.
pub(super) fn write(row: &mut [Cell]) {
    let first = row.iter().position(row::is_rtl).unwrap_or_default();
    let last = row.iter().rposition(row::is_rtl).unwrap_or_default();
    // What stands beside the first or the last would join its stretch.
    for cell in row.iter_mut().take(last + 2).skip(first.saturating_sub(1)) {
        cell.modifier.remove(Modifier::DIM);
    }
    for cell in row.iter_mut().take(last + 2).skip(first).step_by(2) {
        cell.modifier.insert(Modifier::DIM);
    }
}
