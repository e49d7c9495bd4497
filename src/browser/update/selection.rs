//! Which statement is selected, and that the panes follow each other.

use crate::{
    annotations::StatementId,
    browser::{
        article::statement_of,
        findings::start,
        marks::Marks,
        model::{Model, Shown},
    },
};

/// Selects the statement with that rank among those shown, and goes to it.
pub fn select(model: &mut Model, rank: usize) {
    let Some(id) = model.shown.list.get(rank).copied() else {
        return;
    };
    model.selected = Some(id);
    if let Some(at) = model.statement(id).map(start) {
        model.article.go_to(at);
    }
}

/// Selects the statement at the cursor, if there is one; before all of them the first.
pub fn follow_cursor(model: &mut Model) {
    let row = model.article.cursor_span();
    let before_all = |id: &StatementId| model.statement(*id).is_some_and(|s| row.end <= start(s));
    let first = || model.shown.list.first().copied().filter(before_all);
    if let Some(id) = statement_of(model, row).or_else(first) {
        model.selected = Some(id);
    }
}

/// Finds anew which statements the filters let through.
pub fn refilter(model: &mut Model) {
    let Some(findings) = model.findings.clone() else {
        model.shown = Shown::default();
        return;
    };
    let passing = model.filters.passing(&findings.annotations.statements);
    let passes = |id: StatementId| passing.get(id.0).copied().unwrap_or_default();
    let order = findings.order.iter().map(|(_, id)| *id);
    model.shown = Shown {
        list: order.filter(|id| passes(*id)).collect(),
        marks: Marks::new(&findings.pieces, passes),
    };
}

/// Keeps the selection among the statements shown: where its statement was
/// filtered out, the nearest one shown takes its place.
pub fn keep(model: &mut Model) {
    if model.selected.is_some_and(|id| model.rank(id).is_some()) {
        return;
    }
    let begins = |id| model.statement(id).map_or(0, start);
    let here = model.selected.map_or(model.article.cursor(), begins);
    let Some(nearest) = model.nearest(here) else {
        model.selected = None;
        return;
    };
    let was_selected = model.selected.is_some();
    model.selected = model.shown.list.get(nearest).copied();
    if was_selected {
        select(model, nearest);
    }
}
