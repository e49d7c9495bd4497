//! What lies over the panes: opening it, moving in it, taking from it.

use super::{motion, selection, taking, update};
use crate::browser::{
    action::Action,
    effect::Effect,
    filters::Filter,
    model::{Focus, Model},
    popup::{self, Choice, Popup, Purpose, card},
};

/// Opens what `make` gives; where it gives nothing, says why.
pub fn open(model: &mut Model, make: impl Fn(&Model) -> Option<Popup>, otherwise: &str) {
    match make(model) {
        Some(popup) => model.popup = Some(popup),
        None if otherwise.is_empty() => {}
        None => model.say(otherwise),
    }
}

/// Opens a list of what was found; before the analysis is done, says so.
pub fn open_found(model: &mut Model, make: impl Fn(&Model) -> Popup) {
    let found = |m: &Model| m.findings.is_some().then(|| make(m));
    open(model, found, "footer.analysing");
}

/// Moves in the popup.
pub fn go(model: &mut Model, action: Action) {
    let count = model.count();
    let Some(area) = area(model) else { return };
    let Some(popup) = &mut model.popup else {
        return;
    };
    let len = popup.matching().len();
    match motion::distance(action, usize::from(area.height), count) {
        Some(by) => popup.list.step(by, len),
        None if action == Action::Top => popup.list.selected = 0,
        None => popup.list.selected = len.saturating_sub(1),
    }
}

/// Where the entries of the popup stand.
fn area(model: &Model) -> Option<ratatui::layout::Rect> {
    let popup = model.popup.as_ref()?;
    Some(popup::inner(model, popup))
}

/// Ticks the selected entry.
pub fn tick(model: &mut Model) {
    if let Some(popup) = &mut model.popup {
        popup.tick();
    }
}

/// Scrolls the popup to its selected entry.
pub fn settle(model: &mut Model) {
    let Some(area) = area(model) else { return };
    let Some(popup) = &mut model.popup else {
        return;
    };
    let last = popup.matching().len().saturating_sub(1);
    popup.list.selected = popup.list.selected.min(last);
    popup.list.top = popup.list.top.min(popup.list.selected);
    while popup.list.top + popup::fitting(popup, area, popup.list.top) <= popup.list.selected {
        let behind = popup.list.selected - popup.list.top;
        let fits = popup::fitting(popup, area, popup.list.top);
        popup.list.top += (behind + 1 - fits).max(1);
    }
}

/// Takes what is selected or ticked, and closes the popup.
pub fn accept(model: &mut Model) -> Vec<Effect> {
    let Some(popup) = &model.popup else {
        return Vec::new();
    };
    match (popup.purpose.clone(), popup.typed.clone()) {
        (Purpose::Place(format), Some(path)) => return taking::write(model, format, &path),
        (Purpose::Replace(writing), _) => {
            let replaces = popup.chosen().contains(&Choice::Replace(true));
            model.popup = None;
            return taking::decided(model, writing, replaces);
        }
        _ => {}
    }
    let chosen = popup.chosen();
    let none_ticked = popup
        .ticked
        .as_ref()
        .is_some_and(std::collections::BTreeSet::is_empty);
    match chosen.first() {
        None | Some(Choice::Nothing) => return Vec::new(),
        Some(_) => model.popup = None,
    }
    match chosen.as_slice() {
        [Choice::Run(action), ..] => return update(model, *action),
        [Choice::Go(span), ..] => go_to(model, span.start),
        [Choice::Select(id), ..] => {
            reveal(model, *id);
            if let Some(rank) = model.rank(*id) {
                selection::select(model, rank);
            }
            to_article(model);
        }
        [Choice::Format(format), ..] => taking::ask_place(model, *format),
        [Choice::SpeakerCard(id), ..] => model.popup = card::speaker(model, *id),
        _ => filter(model, &chosen, none_ticked),
    }
    Vec::new()
}

fn go_to(model: &mut Model, at: usize) {
    model.article.go_to(at);
    selection::follow_cursor(model);
    to_article(model);
}

fn to_article(model: &mut Model) {
    model.focus = Focus::Article;
    model.refit();
}

/// Lifts the filters where they hide the statement.
fn reveal(model: &mut Model, id: crate::annotations::StatementId) {
    if model.rank(id).is_none() {
        model.filters.clear();
        selection::refilter(model);
        model.say("notice.filters_lifted");
    }
}

/// Shows only what is chosen. Where nothing is ticked any more, lifts the filter
/// that was; where there was none, the selected entry is meant.
fn filter(model: &mut Model, chosen: &[Choice], none_ticked: bool) {
    for filter in filters(chosen) {
        if !(none_ticked && model.filters.lift_like(&filter)) {
            model.filters.put(filter);
        }
    }
    selection::refilter(model);
}

fn filters(chosen: &[Choice]) -> Vec<Filter> {
    let (mut speakers, mut kinds, mut grades) = (Vec::new(), Vec::new(), Vec::new());
    for choice in chosen {
        match choice {
            Choice::Speaker(id) => speakers.push(*id),
            Choice::Kind(kind) => kinds.push(*kind),
            Choice::Confidence(grade) => grades.push(*grade),
            _ => {}
        }
    }
    speakers.sort_unstable();
    let filters = [
        (!speakers.is_empty()).then_some(Filter::Speakers(speakers)),
        (!kinds.is_empty()).then_some(Filter::Kinds(kinds)),
        (!grades.is_empty()).then_some(Filter::Confidence(grades)),
    ];
    filters.into_iter().flatten().collect()
}
