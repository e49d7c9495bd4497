//! What can follow the beginning of a sequence, in a box above the footer.

use ratatui::{buffer::Buffer, layout::Rect};

use super::{
    action::Action,
    excerpt::context,
    keys::{Context, Lookup},
    layout,
    model::Model,
    pen::Pen,
    popup,
    theme::Role,
};
use crate::document::{Direction, Span};

/// The widest box, in columns.
const WIDEST: u16 = 62;

/// One line: a key, and what it does.
struct Hint {
    key: String,
    does: String,
    /// The direction in which it is read, where it is the article's.
    reading: Option<Direction>,
}

/// Draws the box, where keys are waited for.
pub fn draw(model: &Model, buffer: &mut Buffer) {
    let hints = hints(model);
    if hints.is_empty() {
        return;
    }
    let whole = model.frame.whole;
    let most = whole.height.saturating_sub(3);
    let height = layout::clamped(hints.len() + 2).min(most);
    let width = WIDEST.min(whole.width.saturating_sub(4));
    let area = Rect {
        x: match model.ui_direction() {
            Direction::Rtl => whole.x + 2,
            Direction::Ltr => whole.right().saturating_sub(width + 2),
        },
        y: whole.bottom().saturating_sub(height + 1),
        width,
        height,
    };
    let typed = model.pressed.sequence.iter();
    let typed: Vec<_> = typed.map(|k| super::keys::notation::show_key(*k)).collect();
    popup::frame(model, buffer, area, &format!("{} …", typed.join(" ")));
    let keys = hints.iter().map(|h| layout::measure(&h.key)).max();
    let keys = layout::clamped(keys.unwrap_or(0));
    let rows = area.y + 1..area.bottom().saturating_sub(1);
    for (hint, y) in hints.iter().zip(rows) {
        let row = Rect {
            x: area.x + 1,
            y,
            width: width.saturating_sub(2),
            height: 1,
        };
        line(model, buffer, row, hint, keys);
    }
}

/// Draws a hint; the longest of the keys takes `keys` columns.
fn line(model: &Model, buffer: &mut Buffer, row: Rect, hint: &Hint, keys: u16) {
    let theme = &model.settings.theme;
    let mut pen = Pen::new(buffer, row, model.ui_direction());
    pen.skip(1)
        .reading(Direction::Ltr)
        .start(&hint.key, theme.style(Role::Key));
    pen.skip(keys.saturating_sub(layout::clamped(layout::measure(&hint.key))) + 2);
    pen.reading(hint.reading.unwrap_or(model.ui_direction()));
    pen.end(" ", theme.style(Role::Text))
        .start(&hint.does, theme.style(Role::Text));
}

fn hints(model: &Model) -> Vec<Hint> {
    if model.pressed.sequence.is_empty() || model.context() != Context::Reading {
        return Vec::new();
    }
    let keys = &model.pressed.sequence;
    let Lookup::Prefix(follow) = model.keymap.look_up(Context::Reading, keys) else {
        return Vec::new();
    };
    let to_mark = follow.iter().any(|(_, action)| *action == Action::GoToMark);
    let marks = model.places.iter().filter(|_| to_mark);
    let known = follow.iter().map(|(key, action)| Hint {
        key: key.clone(),
        does: does(model, *action),
        reading: None,
    });
    known
        .chain(marks.map(|(letter, at)| mark(model, *letter, *at)))
        .collect()
}

fn does(model: &Model, action: Action) -> String {
    let words = &model.settings.words;
    words.text(&format!("action.{}", action.name())).to_owned()
}

fn mark(model: &Model, letter: char, at: usize) -> Hint {
    Hint {
        key: letter.to_string(),
        does: context(model.document(), Span::new(at, at), 120),
        reading: Some(model.direction()),
    }
}
