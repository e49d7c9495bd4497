//! Marks, and back and forth through jumps.

use super::selection;
use crate::browser::{
    action::Action,
    model::{Focus, Model},
};

/// Marks the place of the cursor with the letter typed; without one, waits for it.
pub fn set(model: &mut Model) {
    let Some(letter) = model.pressed.letter else {
        wait(model, Action::SetMark);
        return;
    };
    model.places.insert(letter, model.article.cursor());
    let letter = letter.to_string();
    let told = model
        .settings
        .words
        .fill("notice.marked", &[("letter", &letter)]);
    model.notice = Some(told);
}

/// To the place marked with the letter typed; without one, waits for it.
pub fn go(model: &mut Model) {
    let Some(letter) = model.pressed.letter else {
        wait(model, Action::GoToMark);
        return;
    };
    if let Some(at) = model.places.get(&letter).copied() {
        model.article.go_to(at);
        arrive(model);
    } else {
        let letter = letter.to_string();
        let told = model
            .settings
            .words
            .fill("notice.no_mark", &[("letter", &letter)]);
        model.notice = Some(told);
    }
}

fn wait(model: &mut Model, action: Action) {
    model.pressed.sequence = model.keymap.before_letter(action).to_vec();
}

/// Back to where the last jump began, or forth again.
pub fn through_jumps(model: &mut Model, back: bool) {
    let here = model.article.place();
    let place = if back {
        model.jumps.back(here)
    } else {
        model.jumps.forth(here)
    };
    match place {
        Some(place) => {
            model.article.restore(place);
            arrive(model);
        }
        None if back => model.say("notice.no_jump_back"),
        None => model.say("notice.no_jump_forth"),
    }
}

fn arrive(model: &mut Model) {
    model.focus = Focus::Article;
    model.refit();
    selection::follow_cursor(model);
}

/// Where one was before an action, to know whether it was a jump.
pub struct Before {
    article: usize,
    place: (usize, usize),
    last: Option<Action>,
}

/// Takes note of where one is before an action.
pub fn before(model: &Model) -> Before {
    Before {
        article: model.current,
        place: model.article.place(),
        last: model.last,
    }
}

/// Remembers where the action began, if it was a jump. From one statement or
/// mention to the next and the next is one jump, however many steps it takes.
pub fn note(model: &mut Model, action: Action, before: &Before) {
    let ran_another = model.last != before.last;
    if ran_another {
        return;
    }
    model.last = Some(action);
    let goes_on = steps(action) && before.last.is_some_and(steps);
    let moved = model.article.place().0 != before.place.0;
    if (steps(action) || leaps(action)) && !goes_on && moved && model.current == before.article {
        model.jumps.leave(before.place);
    }
}

fn leaps(action: Action) -> bool {
    matches!(
        action,
        Action::Top | Action::Bottom | Action::Open | Action::Accept | Action::GoToMark
    )
}

fn steps(action: Action) -> bool {
    matches!(
        action,
        Action::Next
            | Action::Previous
            | Action::NextOfSpeaker
            | Action::PreviousOfSpeaker
            | Action::NextMention
            | Action::PreviousMention
    )
}
