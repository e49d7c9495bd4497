//! Moving through the article, and from statement to statement.

use super::{lists, popups, searching, selection};
use crate::{
    browser::{
        action::Action,
        findings::start,
        model::{Focus, Model},
    },
    document::Direction,
};

/// Moves in what has the keys: the popup, the side pane or the article.
pub fn go(model: &mut Model, action: Action) {
    let action = by_reading(action, model.direction());
    if model.popup.is_some() {
        popups::go(model, action);
    } else if model.focus == Focus::Side {
        lists::go(model, action);
    } else {
        article(model, action);
        selection::follow_cursor(model);
    }
}

/// A page is turned towards the side at which reading ends: in an article that
/// reads from right to left, the left arrow goes forward.
fn by_reading(action: Action, direction: Direction) -> Action {
    match (action, direction) {
        (Action::PageLeft, Direction::Rtl) | (Action::PageRight, Direction::Ltr) => {
            Action::PageDown
        }
        (Action::PageLeft, Direction::Ltr) | (Action::PageRight, Direction::Rtl) => Action::PageUp,
        (action, _) => action,
    }
}

/// By how many rows or entries a move goes, where `page` of them fit.
pub fn distance(action: Action, page: usize, count: isize) -> Option<isize> {
    let page = isize::try_from(page).unwrap_or(isize::MAX);
    let steps = match action {
        Action::Down => 1,
        Action::Up => -1,
        Action::HalfPageDown => (page / 2).max(1),
        Action::HalfPageUp => -(page / 2).max(1),
        Action::PageDown => (page - 2).max(1),
        Action::PageUp => -(page - 2).max(1),
        _ => return None,
    };
    Some(steps.saturating_mul(count))
}

fn article(model: &mut Model, action: Action) {
    let height = model
        .frame
        .article
        .map_or(1, |p| usize::from(p.body.height));
    let by = distance(action, height, model.count());
    let given = model.pressed.count;
    let article = &mut model.article;
    match (action, by) {
        (Action::Down | Action::Up, Some(by)) => article.step(by),
        (_, Some(by)) => article.page(by),
        (Action::Top, None) => match given {
            Some(number) => {
                let paragraphs = article.document.paragraphs();
                let paragraph = paragraphs
                    .get(number.saturating_sub(1))
                    .or(paragraphs.last());
                let at = paragraph.map_or(0, |p| p.start);
                article.go_to(at);
            }
            None => article.go_to_top(),
        },
        (_, None) => article.go_to_bottom(),
    }
}

/// To the next statement or hit, or with -1 the previous.
pub fn next(model: &mut Model, steps: isize) {
    let steps = steps * model.count();
    if model.search.is_some() {
        searching::next(model, steps);
        return;
    }
    let Some(end) = model.shown.list.len().checked_sub(1) else {
        model.say("notice.no_statement");
        return;
    };
    let standing = standing_on(model);
    let to = match standing {
        Some(rank) => rank.checked_add_signed(steps),
        None => after_cursor(model).checked_add_signed(steps - isize::from(steps > 0)),
    };
    let nearest = to.map_or(0, |to| to.min(end));
    if standing == Some(nearest) {
        model.say(if steps > 0 {
            "notice.last_statement"
        } else {
            "notice.first_statement"
        });
    }
    selection::select(model, nearest);
}

/// The rank of the statement at which one stands; where one stands at none, that
/// of the first after the cursor, and `false`.
pub fn standing(model: &Model) -> (usize, bool) {
    match standing_on(model) {
        Some(rank) => (rank, true),
        None => (after_cursor(model), false),
    }
}

/// How many of the statements shown begin before the cursor.
fn after_cursor(model: &Model) -> usize {
    let cursor = model.article.cursor();
    let begins = |id| model.statement(id).map_or(0, start);
    model.shown.list.partition_point(|id| begins(*id) < cursor)
}

/// The rank of the selected statement, if the cursor is at it.
fn standing_on(model: &Model) -> Option<usize> {
    let id = model.selected?;
    let row = model.article.cursor_span();
    let begins = row.contains(start(model.statement(id)?));
    let here = begins
        || model
            .shown
            .marks
            .within(row)
            .iter()
            .any(|m| m.statement == id);
    here.then(|| model.rank(id))?
}
