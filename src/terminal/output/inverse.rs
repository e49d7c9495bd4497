//! A row that the terminal's own reordering turns into the one that was drawn.
//!
//! Each run of letters is written in the order of reading, for the terminal to
//! turn round, and closed by a left-to-right mark. So all that stands between
//! runs (digits, brackets, lines) finds itself among left-to-right text and stays
//! where it is.

use super::lrm::LRM;
use super::row;
use ratatui::buffer::Cell;
use std::ops::Range;
use unicode_bidi::BidiClass;

/// Turns the runs round.
pub(super) fn write(row: &mut [Cell]) {
    let units = row::units(row);
    for run in runs(row, &units) {
        let cells: Vec<Cell> = run
            .clone()
            .rev()
            .filter_map(|at| row.get(units.get(at)?.clone()))
            .flatten()
            .cloned()
            .collect();
        let begin = units.get(run.start).map_or(0, |unit| unit.start);
        let place = row.iter_mut().skip(begin);
        let mut last = None;
        for (place, cell) in place.zip(cells) {
            *place = cell;
            last = Some(place);
        }
        if let Some(last) = last {
            let closed = format!("{}{LRM}", last.symbol());
            last.set_symbol(&closed);
        }
    }
}

/// The runs, as ranges of units: letters with single blanks between them, and
/// numbers in Arabic digits.
fn runs(row: &[Cell], units: &[Range<usize>]) -> Vec<Range<usize>> {
    let class = |at: usize| {
        let unit = units.get(at)?;
        row.get(unit.start).map(row::class)
    };
    let is_letter = |at| matches!(class(at), Some(BidiClass::R | BidiClass::AL));
    let mut runs: Vec<Range<usize>> = Vec::new();
    for at in 0..units.len() {
        match class(at) {
            Some(BidiClass::AN) => runs.push(at..at + 1),
            Some(BidiClass::R | BidiClass::AL) => match runs.last_mut() {
                Some(run) if is_letter(run.start) && joins(row, units, run.end..at) => {
                    run.end = at + 1;
                }
                _ => runs.push(at..at + 1),
            },
            _ => {}
        }
    }
    runs
}

/// Whether a run goes on over what stands between two letters: nothing, or one
/// blank.
fn joins(row: &[Cell], units: &[Range<usize>], between: Range<usize>) -> bool {
    let is_blank = |unit: &Range<usize>| row.get(unit.start).is_some_and(|c| c.symbol() == " ");
    between.len() < 2
        && units
            .get(between)
            .is_some_and(|units| units.iter().all(is_blank))
}
