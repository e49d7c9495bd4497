//! A row as the terminal's reordering needs it: the reordering done once, which
//! done twice gives back nearly any row.

use super::kitty::mirrored;
use super::row;
use crate::browser::layout::unjoined;
use ratatui::buffer::Cell;
use unicode_bidi::{BidiInfo, Level, ParagraphBidiInfo};

/// Reorders a row whose base direction is from left to right, as terminals take
/// it, whatever its letters. Also unjoins the letters if asked to.
pub(super) fn write(row: &mut [Cell], unjoin: bool) {
    let units = row::units(row);
    let levels = levels(row, &units);
    let mut reordered = Vec::with_capacity(row.len());
    for at in BidiInfo::reorder_visual(&levels) {
        let (Some(unit), Some(level)) = (units.get(at), levels.get(at)) else {
            continue;
        };
        for cell in row.get(unit.clone()).unwrap_or_default() {
            let mut cell = cell.clone();
            if level.is_rtl() {
                let turned = mirrored(cell.symbol());
                cell.set_symbol(&turned);
            }
            if unjoin {
                let plain = plain(cell.symbol());
                cell.set_symbol(&plain);
            }
            reordered.push(cell);
        }
    }
    for (cell, new) in row.iter_mut().zip(reordered) {
        *cell = new;
    }
}

/// The level of each unit.
fn levels(row: &[Cell], units: &[std::ops::Range<usize>]) -> Vec<Level> {
    let mut text = String::with_capacity(row.len() * 3);
    let mut begins = Vec::with_capacity(units.len());
    for unit in units {
        begins.push(text.len());
        text.push_str(row.get(unit.start).map_or(" ", Cell::symbol));
    }
    let levels = ParagraphBidiInfo::new(&text, Some(Level::ltr())).levels;
    let level = |begin: &usize| levels.get(*begin).copied().unwrap_or(Level::ltr());
    begins.iter().map(level).collect()
}

/// Letters instead of their joined forms.
fn plain(symbol: &str) -> String {
    symbol.chars().map(|c| unjoined(c).unwrap_or(c)).collect()
}
