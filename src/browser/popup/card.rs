//! The card of a speaker or an entity: its names, and all its places.

use super::{Choice, Entry, Popup};
use crate::{
    annotations::{Entity, EntityId, Mention, SpeakerId},
    browser::{
        excerpt::{context, excerpt},
        letters::{kind_sign, letter},
        model::Model,
    },
};

/// The card of a speaker: the names they go by, all they say.
pub fn speaker(model: &Model, id: SpeakerId) -> Option<Popup> {
    let findings = model.findings.as_ref()?;
    let speaker = findings.annotations.speakers.get(id.0)?;
    let words = &model.settings.words;
    let mut entries = Vec::new();
    if !speaker.aliases.is_empty() {
        let names = speaker.aliases.join(words.text("list.comma"));
        entries.push(Entry::new(
            words.fill("card.also", &[("names", &names)]),
            Choice::Nothing,
        ));
    }
    let said = findings.annotations.statements_of(id);
    entries.extend(said.map(|(id, statement)| Entry {
        sign: kind_sign(statement.kind).to_owned(),
        ..Entry::new(
            excerpt(model.document(), &statement.content, 200),
            Choice::Select(id),
        )
    }));
    let title = format!("{} {}", letter(words.language(), id.0), speaker.name);
    Some(Popup::new(title, model.direction(), entries))
}

/// The card of an entity: its normal form, all its mentions and why each is one.
pub fn entity(model: &Model, id: EntityId) -> Option<Popup> {
    let findings = model.findings.as_ref()?;
    let entity = findings.annotations.entities.get(id.0)?;
    let mut entries = Vec::new();
    let words = &model.settings.words;
    if let Some(normal) = &entity.normal {
        entries.push(Entry::new(
            words.fill("card.normal", &[("normal", normal)]),
            Choice::Nothing,
        ));
    }
    entries.extend(entity.mentions.iter().map(|m| mention(model, m)));
    let title = title(model, entity);
    Some(Popup::new(title, model.direction(), entries))
}

fn mention(model: &Model, mention: &Mention) -> Entry {
    Entry {
        detail: model
            .settings
            .words
            .text(&format!("link.{}", mention.link.name()))
            .to_owned(),
        ..Entry::new(
            context(model.document(), mention.span, 160),
            Choice::Go(mention.span),
        )
    }
}

fn title(model: &Model, entity: &Entity) -> String {
    let words = &model.settings.words;
    let kind = words.text(&format!("entity.{}", entity.kind.name()));
    format!("{} · {kind}", entity.name)
}
