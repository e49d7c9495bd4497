//! What comes from outside, and how keys become actions: [`Event`], [`handle`].

use std::sync::Arc;

use super::{
    action::Action,
    effect::{Effect, Report},
    findings::Findings,
    key::{KeyCode, KeyPress, Mouse},
    keys::{Context, Lookup},
    memory::Memory,
    model::Model,
    update,
};

/// Something that happened outside.
#[derive(Clone, Debug)]
pub enum Event {
    /// A key was pressed.
    Key(KeyPress),
    /// The mouse did something.
    Mouse(Mouse),
    /// The screen has so many columns and rows now.
    Resize(u16, u16),
    /// The article with that number has been analysed.
    Analysed(usize, Arc<Findings>),
    /// That is remembered of the article with that number.
    Recalled(usize, Memory),
    /// An effect was carried out, or could not be.
    Report(Report),
}

/// Lets the model take note of an event; gives back what is to be done outside.
pub fn handle(model: &mut Model, event: Event) -> Vec<Effect> {
    match event {
        Event::Key(press) => key(model, press),
        Event::Mouse(mouse) => {
            model.notice = None;
            update::moused(model, mouse)
        }
        Event::Resize(width, height) => {
            model.resize(width, height);
            update::settle(model);
            Vec::new()
        }
        Event::Analysed(article, findings) => {
            if article == model.current {
                update::analysed(model, findings);
            }
            Vec::new()
        }
        Event::Recalled(article, memory) => {
            if article == model.current {
                update::recalled(model, &memory);
            }
            Vec::new()
        }
        Event::Report(report) => {
            update::report(model, &report);
            Vec::new()
        }
    }
}

fn key(model: &mut Model, press: KeyPress) -> Vec<Effect> {
    model.notice = None;
    let context = model.context();
    if press.alt && !means_something(model, context, press) {
        return apart(model, press);
    }
    if context == Context::Typing {
        return typed(model, press);
    }
    let press = model.pressed.keyboard.read(press);
    if model.pressed.sequence.is_empty() && counted(model, press) {
        return Vec::new();
    }
    model.pressed.sequence.push(press);
    match model.keymap.look_up(context, &model.pressed.sequence) {
        Lookup::Action(action) => {
            model.pressed.sequence.clear();
            model.pressed.letter = letter(press);
            let effects = update(model, action);
            model.pressed.letter = None;
            model.pressed.count = None;
            effects
        }
        Lookup::Prefix(_) => Vec::new(),
        Lookup::Nothing => {
            model.pressed.sequence.clear();
            model.pressed.count = None;
            Vec::new()
        }
    }
}

fn letter(press: KeyPress) -> Option<char> {
    match press.code {
        KeyCode::Char(c) => Some(c),
        _ => None,
    }
}

fn means_something(model: &Model, context: Context, press: KeyPress) -> bool {
    let digit = matches!(press.code, KeyCode::Char('0'..='9')) && context != Context::Typing;
    digit || model.keymap.look_up(context, &[press]) != Lookup::Nothing
}

/// A terminal tells Alt by an Esc before the key: where Alt with that key means
/// nothing, Esc was pressed, and then the key.
fn apart(model: &mut Model, press: KeyPress) -> Vec<Effect> {
    let mut effects = key(model, KeyPress::plain(KeyCode::Esc));
    effects.extend(key(
        model,
        KeyPress {
            alt: false,
            ..press
        },
    ));
    effects
}

/// Takes a digit of a count. `1`, `2` and `3` alone are the tabs, so a count
/// begins with another digit (`0` leads one that begins with these), or with Alt.
fn counted(model: &mut Model, press: KeyPress) -> bool {
    let KeyCode::Char(c) = press.code else {
        return false;
    };
    let Some(digit) = c.to_digit(10).filter(|_| !press.ctrl) else {
        return false;
    };
    let begun = model.pressed.count;
    if begun.is_none() && (1..=3).contains(&digit) && !press.alt {
        return false;
    }
    let count = begun
        .unwrap_or(0)
        .saturating_mul(10)
        .saturating_add(digit as usize);
    model.pressed.count = Some(count.min(9_999_999));
    true
}

/// A key in a prompt: one of the table, else a change to what was typed.
fn typed(model: &mut Model, press: KeyPress) -> Vec<Effect> {
    if let Lookup::Action(action) = model.keymap.look_up(Context::Typing, &[press]) {
        return update(model, action);
    }
    match (press.code, press.ctrl, press.alt) {
        (KeyCode::Char(c), false, false) if !c.is_control() => {
            update::retype(model, |text| text.push(c));
        }
        (KeyCode::Backspace, ..) if update::typed(model).is_empty() => {
            return update(model, Action::Cancel);
        }
        (KeyCode::Backspace, ..) => update::retype(model, cut_letter),
        (KeyCode::Char('u'), true, _) => update::retype(model, String::clear),
        (KeyCode::Char('w'), true, _) => update::retype(model, cut_word),
        _ => {}
    }
    Vec::new()
}

fn cut_letter(text: &mut String) {
    text.pop();
}

fn cut_word(text: &mut String) {
    let kept = text.trim_end();
    let end = kept.rfind(' ').map_or(0, |at| at + 1);
    text.truncate(end);
}
