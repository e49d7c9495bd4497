//! The search, while it is typed and while it is on.

use std::sync::Arc;

use super::{selection, settle};
use crate::browser::{
    findings::Findings,
    model::{Focus, Model},
    search::Search,
};

/// Opens the prompt of the search.
pub fn begin(model: &mut Model) {
    let origin = (model.search.as_ref()).map_or_else(|| model.article.place(), |s| s.origin);
    model.search = Some(Search::new(origin));
    model.focus = Focus::Article;
    model.refit();
}

/// What was typed into the popup or the search.
pub fn typed(model: &Model) -> &str {
    let popup = model.popup.as_ref().and_then(|p| p.typed.as_deref());
    let search = || model.search.as_ref().map(|s| s.query.as_str());
    popup.or_else(search).unwrap_or_default()
}

/// Changes what was typed into the popup or the search, and shows what it finds.
pub fn retype(model: &mut Model, change: impl FnOnce(&mut String)) {
    if let Some(popup) = &mut model.popup {
        popup.retype(change);
    } else if let Some(search) = &mut model.search {
        change(&mut search.query);
        again(model);
        from_origin(model);
    }
    settle(model);
}

/// Looks for the query anew.
pub fn again(model: &mut Model) {
    if let (Some(search), Some(findings)) = (&mut model.search, &model.findings) {
        let at = search.current;
        search.run(&findings.folded);
        search.current = at.filter(|at| *at < search.len());
    }
}

/// Looks for what was typed before the article was analysed.
pub fn analysed(model: &mut Model) {
    again(model);
    if model.search.as_ref().is_some_and(|s| s.typing) {
        from_origin(model);
    }
}

/// Shows the first hit from where the search began.
fn from_origin(model: &mut Model) {
    let Some(findings) = model.findings.clone() else {
        return;
    };
    let document = model.article.document.clone();
    let Some(search) = &mut model.search else {
        return;
    };
    let origin = search.origin;
    search.current = search.first_from(origin.0, &findings.folded, document.text());
    if search.current.is_none() {
        model.article.restore(origin);
    } else {
        show(model, &findings);
    }
}

/// Ends typing; the search stays on.
pub fn accept(model: &mut Model) {
    match &mut model.search {
        Some(search) if search.query.is_empty() => model.search = None,
        Some(search) => {
            search.typing = false;
            let origin = search.origin;
            if origin.0 != model.article.cursor() {
                model.jumps.leave(origin);
            }
            selection::follow_cursor(model);
        }
        None => {}
    }
}

/// While it is typed, gives the search up and goes back to where it began; while
/// it is on, ends it there.
pub fn cancel(model: &mut Model) {
    if let Some(search) = model.search.take().filter(|s| s.typing) {
        model.article.restore(search.origin);
    }
}

/// To another hit; past the last one, to the first.
pub fn next(model: &mut Model, steps: isize) {
    let Some(findings) = model.findings.clone() else {
        return;
    };
    let row = model.article.cursor_span();
    let document = model.article.document.clone();
    let Some(search) = &mut model.search else {
        return;
    };
    let Some((to, wrapped)) = search.stepped(row, steps, &findings.folded, document.text()) else {
        model.say("search.none");
        return;
    };
    search.current = Some(to);
    if wrapped {
        model.say("search.wrapped");
    }
    show(model, &findings);
    selection::follow_cursor(model);
}

/// Brings the current hit on the screen.
fn show(model: &mut Model, findings: &Arc<Findings>) {
    let Some(search) = &model.search else { return };
    let text = model.article.document.text();
    let hit = search
        .current
        .and_then(|c| search.hit(c, &findings.folded, text));
    if let Some(hit) = hit {
        model.article.go_to(hit.start);
    }
}
