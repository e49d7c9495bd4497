//! The only way in which the model changes: [`update`], by an [`Action`].

mod articles;
mod following;
mod lists;
mod motion;
mod mouse;
mod places;
mod popups;
mod searching;
mod selection;
mod taking;

use std::sync::Arc;

use super::{
    action::Action,
    effect::Effect,
    filters::Filter,
    findings::Findings,
    key::Mouse,
    keys::Context,
    memory::{self, Memory},
    model::{Focus, Model},
    popup::{evidence, palette, picker},
    side::Tab,
};

pub(super) use searching::{retype, typed};
pub(super) use taking::report;

/// Does what `action` says; gives back what is to be done outside.
pub fn update(model: &mut Model, action: Action) -> Vec<Effect> {
    let before = places::before(model);
    let effects = act(model, action);
    settle(model);
    places::note(model, action, &before);
    effects
}

fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    match action {
        Action::Down
        | Action::Up
        | Action::HalfPageDown
        | Action::HalfPageUp
        | Action::PageDown
        | Action::PageUp
        | Action::PageLeft
        | Action::PageRight
        | Action::Top
        | Action::Bottom => motion::go(model, action),
        Action::Next => motion::next(model, 1),
        Action::Previous => motion::next(model, -1),
        Action::NextOfSpeaker => following::statement(model, 1),
        Action::PreviousOfSpeaker => following::statement(model, -1),
        Action::NextMention => following::mention(model, 1),
        Action::PreviousMention => following::mention(model, -1),
        Action::NextParagraph => following::paragraph(model, 1),
        Action::PreviousParagraph => following::paragraph(model, -1),
        Action::SetMark => places::set(model),
        Action::GoToMark => places::go(model),
        Action::JumpBack => places::through_jumps(model, true),
        Action::JumpForward => places::through_jumps(model, false),
        Action::OtherPane => other_pane(model),
        Action::Statements => tab(model, Tab::Statements),
        Action::Speakers => tab(model, Tab::Speakers),
        Action::Entities => tab(model, Tab::Entities),
        Action::Open => lists::open(model),
        Action::Evidence => popups::open(model, evidence::evidence, "notice.no_statement"),
        Action::FilterSpeakers => popups::open_found(model, picker::speakers),
        Action::OnlySpeaker => only_speaker(model),
        Action::FilterKinds => popups::open_found(model, picker::kinds),
        Action::FilterConfidence => popups::open_found(model, picker::confidence),
        Action::QuotesOnly => model.quotes_only = !model.quotes_only,
        Action::LiftFilter => lift(model, false),
        Action::LiftFilters => lift(model, true),
        Action::Search => searching::begin(model),
        Action::Copy => return taking::copy(model, false),
        Action::CopyWithSource => return taking::copy(model, true),
        Action::Write => taking::ask_format(model),
        Action::OpenUrl => return taking::open_url(model),
        Action::Edit => return taking::edit(model),
        Action::NextArticle => return articles::walk(model, 1),
        Action::PreviousArticle => return articles::walk(model, -1),
        Action::Drawing => return vec![Effect::Calibrate],
        Action::Help => popups::open(model, |m| Some(palette::palette(m)), ""),
        Action::Tick => popups::tick(model),
        Action::Accept => return accept(model),
        Action::Cancel => cancel(model),
        Action::Quit => return quit(model),
        Action::Redraw => return vec![Effect::Redraw],
        Action::Suspend => return vec![Effect::Suspend],
    }
    Vec::new()
}

/// Brings back what must hold whatever was done: the selection is shown, lists
/// and the article are scrolled to where one stands.
pub(super) fn settle(model: &mut Model) {
    selection::keep(model);
    lists::settle(model);
    popups::settle(model);
}

/// Takes the findings of the open article in.
pub(super) fn analysed(model: &mut Model, findings: Arc<Findings>) {
    model.findings = Some(findings);
    memory::arrive(model);
    selection::refilter(model);
    searching::analysed(model);
    settle(model);
}

/// Brings the open article to where it was left.
pub(super) fn recalled(model: &mut Model, memory: &Memory) {
    memory.restore(model);
    selection::refilter(model);
    settle(model);
}

/// Does what the mouse asks for.
pub(super) fn moused(model: &mut Model, mouse: Mouse) -> Vec<Effect> {
    let effects = mouse::go(model, mouse);
    settle(model);
    effects
}

fn other_pane(model: &mut Model) {
    model.focus = match model.focus {
        Focus::Article => Focus::Side,
        Focus::Side => Focus::Article,
    };
    model.refit();
}

fn tab(model: &mut Model, tab: Tab) {
    model.side.tab = tab;
    model.focus = Focus::Side;
    model.refit();
}

/// Only the speaker whom the list of speakers points at, else the selected
/// statement's.
fn only_speaker(model: &mut Model) {
    let listed = model.focus == Focus::Side && model.side.tab == Tab::Speakers;
    let speaker = if listed {
        model.ranked_speaker(model.side.speakers.selected)
    } else {
        model.selected_statement().map(|s| s.speaker)
    };
    let Some(speaker) = speaker else {
        model.say("notice.no_statement");
        return;
    };
    model.filters.toggle(Filter::Speakers(vec![speaker]));
    selection::refilter(model);
}

fn lift(model: &mut Model, all: bool) {
    if !model.filters.lift_last() {
        model.say("notice.no_filter");
    }
    if all {
        model.filters.clear();
    }
    selection::refilter(model);
}

fn accept(model: &mut Model) -> Vec<Effect> {
    if model.popup.is_some() {
        return popups::accept(model);
    }
    searching::accept(model);
    Vec::new()
}

fn cancel(model: &mut Model) {
    if model.popup.take().is_none() {
        searching::cancel(model);
        model.followed = None;
    }
}

fn quit(model: &mut Model) -> Vec<Effect> {
    if model.context() == Context::Reading {
        return vec![Effect::Quit];
    }
    cancel(model);
    Vec::new()
}
