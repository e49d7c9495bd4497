//! Moving in the side pane, and what its entries open.

use super::{motion, popups, selection};
use crate::browser::{
    action::Action,
    findings::EntityRow,
    model::{Focus, Model},
    popup::{Popup, card},
    side::Tab,
};

/// Moves in the list that is shown.
pub fn go(model: &mut Model, action: Action) {
    let (len, count) = (model.side_len(), model.count());
    let by = motion::distance(action, room(model), count);
    let to = match action {
        Action::Top => model.pressed.count.map_or(0, |c| c.saturating_sub(1)),
        _ => len.saturating_sub(1),
    };
    let list = model.side.list_mut();
    match by {
        Some(by) => list.step(by, len),
        None => list.selected = to.min(len.saturating_sub(1)),
    }
    skip_heading(model, matches!(by, Some(..0)));
    arrive(model);
}

/// Shows in the article what was selected in the list.
pub fn arrive(model: &mut Model) {
    match model.side.tab {
        Tab::Statements => selection::select(model, model.side.statements.selected),
        Tab::Speakers => {}
        Tab::Entities => show_entity(model),
    }
}

/// What Enter does: from the article into the list and back, else what the
/// selected entry opens.
pub fn open(model: &mut Model) {
    match (model.focus, model.side.tab) {
        (Focus::Article, _) => popups::open(model, speaker_card, "notice.no_statement"),
        (Focus::Side, Tab::Statements) => {
            if let Some(rank) = model.selected.and_then(|id| model.rank(id)) {
                selection::select(model, rank);
                model.focus = Focus::Article;
                model.refit();
            }
        }
        (Focus::Side, Tab::Speakers) => {
            let ranked = |m: &Model| m.ranked_speaker(m.side.speakers.selected);
            popups::open(model, |m| card::speaker(m, ranked(m)?), "");
        }
        (Focus::Side, Tab::Entities) => {
            popups::open(model, |m| card::entity(m, m.selected_entity_id()?), "");
        }
    }
}

fn speaker_card(model: &Model) -> Option<Popup> {
    card::speaker(model, model.selected_statement()?.speaker)
}

/// Scrolls each list to where one stands in it.
pub fn settle(model: &mut Model) {
    if let Some(rank) = model.selected.and_then(|id| model.rank(id)) {
        model.side.statements.selected = rank;
    }
    if matches!(entity_row(model), Some(EntityRow::Heading(..))) {
        model.side.entities.selected += 1;
    }
    let shown = model.side.tab;
    for tab in Tab::ALL {
        model.side.tab = tab;
        let (len, room) = (model.side_len(), room(model));
        model.side.list_mut().settle(len, room);
    }
    model.side.tab = shown;
    let entities = &mut model.side.entities;
    if entities.selected == 1 {
        entities.top = 0;
    }
}

/// How many entries of the shown list fit on the screen.
fn room(model: &Model) -> usize {
    let height = model.frame.side.map_or(0, |pane| pane.body.height);
    usize::from(height) / model.side.tab.entry_height(height)
}

fn entity_row(model: &Model) -> Option<EntityRow> {
    let rows = &model.findings.as_ref()?.entity_rows;
    rows.get(model.side.entities.selected).copied()
}

/// Headings cannot be selected.
fn skip_heading(model: &mut Model, upwards: bool) {
    if model.side.tab != Tab::Entities || !matches!(entity_row(model), Some(EntityRow::Heading(..)))
    {
        return;
    }
    let list = &mut model.side.entities;
    list.selected = if upwards && list.selected > 0 {
        list.selected - 1
    } else {
        list.selected + 1
    };
}

/// Brings the first mention of the selected entity on the screen, unless one is
/// there.
fn show_entity(model: &mut Model) {
    let shown = model.article.shown();
    let Some(entity) = model.selected_entity() else {
        return;
    };
    let seen = entity.mentions.iter().any(|m| shown.overlaps(m.span));
    if let Some(first) = entity.mentions.first().filter(|_| !seen) {
        let at = first.span.start;
        model.article.go_to(at);
    }
}
