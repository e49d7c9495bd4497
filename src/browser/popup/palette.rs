//! Every key and action; type to narrow, Enter runs it.

use super::{Choice, Entry, Popup};
use crate::browser::{
    keys::{Context, Group, TABLE},
    model::Model,
};

/// The palette of what can be done while reading.
pub fn palette(model: &Model) -> Popup {
    let words = &model.settings.words;
    let rows = Group::ALL.iter().flat_map(|group| {
        let rows = TABLE.iter().filter(|r| r.context == Context::Reading);
        rows.filter(|r| r.group == *group)
    });
    let entries = rows.map(|row| Entry {
        detail: model.keymap.keys_of(row.action).join("  "),
        ..Entry::new(
            words.text(&format!("action.{}", row.action.name())),
            Choice::Run(row.action),
        )
    });
    Popup::new(
        words.text("palette.title"),
        model.ui_direction(),
        entries.collect(),
    )
    .narrowing()
}
