//! A row for terminals that order and join letters themselves: the order of
//! reading, letters unjoined. Reordering twice gives back nearly any row; a
//! number that begins one may come out at its end.

use super::kitty::mirrored;
use super::row;
use crate::browser::layout::unjoined;
use ratatui::buffer::Cell;
use std::ops::Range;
use unicode_bidi::{BidiInfo, Level, ParagraphBidiInfo};

/// Reorders what stands between lines that are drawn, as terminals do: the base
/// direction from left to right, whatever the letters.
pub(super) fn write(row: &mut [Cell]) {
    for piece in row.split_mut(|cell| row::is_line(cell.symbol())) {
        reorder(piece);
    }
}

fn reorder(row: &mut [Cell]) {
    let units = row::units(row);
    let levels = levels(row, &units);
    let mut reordered = Vec::with_capacity(row.len());
    for at in BidiInfo::reorder_visual(&levels) {
        let (Some(unit), Some(level)) = (units.get(at), levels.get(at)) else {
            continue;
        };
        for cell in row.get(unit.clone()).unwrap_or_default() {
            let mut cell = cell.clone();
            let symbol = if level.is_rtl() {
                mirrored(cell.symbol())
            } else {
                cell.symbol().into()
            };
            cell.set_symbol(&symbol.chars().map(plain).collect::<String>());
            reordered.push(cell);
        }
    }
    for (cell, new) in row.iter_mut().zip(reordered) {
        *cell = new;
    }
}

/// The level of each unit.
fn levels(row: &[Cell], units: &[Range<usize>]) -> Vec<Level> {
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

/// A letter instead of its joined form.
fn plain(c: char) -> char {
    unjoined(c).unwrap_or(c)
}
