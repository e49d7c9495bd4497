//! A left-to-right mark after each letter: between two of them each letter is a
//! run of its own, and there is nothing to reorder.

use super::row;
use ratatui::buffer::Cell;
use unicode_bidi::BidiClass;

/// The mark.
pub(super) const LRM: char = '\u{200e}';

/// Puts the marks. Arabic digits take part, as they join the letters' run.
pub(super) fn write(row: &mut [Cell]) {
    for cell in row {
        if matches!(
            row::class(cell),
            BidiClass::R | BidiClass::AL | BidiClass::AN
        ) {
            let marked = format!("{}{LRM}", cell.symbol());
            cell.set_symbol(&marked);
        }
    }
}
