//! Where and how to write what is shown: the format, the place, and whether a
//! file that is there may go.

use super::{Choice, Entry, Popup, Purpose};
use crate::browser::{effect::Writing, model::Model};

/// The formats there are.
pub fn formats(model: &Model) -> Popup {
    let words = &model.settings.words;
    let formats = model.settings.formats.iter().enumerate();
    let entries = formats.map(|(i, format)| Entry {
        detail: format!(".{}", format.extension),
        ..Entry::new(format.name, Choice::Format(i))
    });
    let count = words.count("count.statements", model.shown.list.len());
    let title = words.fill("saving.format", &[("what", &count)]);
    Popup::new(title, model.ui_direction(), entries.collect())
}

/// The prompt for a file, with one proposed beside the article's own name.
pub fn place(model: &Model, format: usize) -> Option<Popup> {
    let words = &model.settings.words;
    let known = model.settings.formats.get(format)?;
    let path = &model.document().meta.place.path;
    let stem = path.as_deref().and_then(|p| p.file_stem()?.to_str());
    let proposed = format!("{}-qawl.{}", stem.unwrap_or("article"), known.extension);
    let entry = Entry::new(words.text("saving.hint"), Choice::Nothing);
    let title = words.fill("saving.place", &[("format", known.name)]);
    let popup = Popup::new(title, model.ui_direction(), vec![entry]);
    Some(popup.asking(Purpose::Place(format), Some(proposed)))
}

/// The question whether a file may go.
pub fn exists(model: &Model, writing: Writing) -> Popup {
    let words = &model.settings.words;
    let title = words.fill("saving.exists", &[("path", &writing.path)]);
    let entries = vec![
        Entry::new(words.text("saving.elsewhere"), Choice::Replace(false)),
        Entry::new(words.text("saving.replace"), Choice::Replace(true)),
    ];
    Popup::new(title, model.ui_direction(), entries).asking(Purpose::Replace(writing), None)
}
