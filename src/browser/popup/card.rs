//! The card of a speaker or an entity: its names, all its places, and why each
//! of them is ascribed or joined to it.

use super::{Choice, Entry, Popup};
use crate::{
    annotations::{Confidence, EntityId, Mention, Reason, SpeakerId, Statement, StatementId},
    browser::{
        excerpt::{context, excerpt},
        letters::kind_sign,
        model::Model,
    },
    document::Span,
};

/// The card of a speaker: the names they go by, all they say, where they are named.
pub fn speaker(model: &Model, id: SpeakerId) -> Option<Popup> {
    let findings = model.findings.as_ref()?;
    let speaker = findings.annotations.speakers.get(id.0)?;
    let words = &model.settings.words;
    let mut entries = Vec::new();
    if !speaker.aliases.is_empty() {
        let names = words.list(&speaker.aliases);
        entries.push(Entry::told(
            words.fill("card.also", &[("names", &names)]),
            Choice::Nothing,
        ));
    }
    let said: Vec<_> = findings.annotations.statements_of(id).collect();
    entries.push(Entry::heading(words.count("count.statements", said.len())));
    entries.extend(said.iter().map(|(id, of)| statement(model, *id, of)));
    // Who is only described is no entity: their places are where they are a source.
    entries.extend(match speaker.entity {
        Some(entity) => mentions_of(model, entity),
        None => headed(model, speaker.mentions.iter().map(|at| spot(model, *at))),
    });
    let title = format!("{} {}", model.speaker_letter(id), speaker.name);
    Some(Popup::new(title, model.direction(), entries))
}

/// A statement with why it is ascribed to its speaker, and the doubt.
fn statement(model: &Model, id: StatementId, of: &Statement) -> Entry {
    let words = &model.settings.words;
    let why = of.evidence.last().map_or(Reason::Nobody, |s| s.reason);
    let why = words.text(&format!("why.{}", why.name()));
    let detail = match of.confidence {
        Confidence::Sure => why.to_owned(),
        doubt => {
            let doubt = words.text(&format!("confidence.{}", doubt.name()));
            format!("{why} · {doubt}")
        }
    };
    Entry {
        sign: kind_sign(of.kind).to_owned(),
        speaker: Some(of.speaker.0),
        detail,
        ..Entry::new(
            excerpt(model.document(), &of.content, 200),
            Choice::Select(id),
        )
    }
}

/// The card of an entity: its normal form, all its mentions and why each is one.
pub fn entity(model: &Model, id: EntityId) -> Option<Popup> {
    let findings = model.findings.as_ref()?;
    let entity = findings.annotations.entities.get(id.0)?;
    let mut entries = Vec::new();
    let words = &model.settings.words;
    if let Some(normal) = &entity.normal {
        entries.push(Entry::told(
            words.fill("card.normal", &[("normal", normal)]),
            Choice::Nothing,
        ));
    }
    let speaks = |s: &crate::annotations::Speaker| s.entity == Some(id) || s.name == entity.name;
    if let Some(at) = findings.annotations.speakers.iter().position(speaks) {
        let said = findings.tallies.get(at).map_or(0, |t| t.statements);
        let said = words.count("count.statements", said);
        entries.push(Entry {
            sign: model.speaker_letter(SpeakerId(at)),
            speaker: Some(at),
            ..Entry::told(
                words.fill("card.says", &[("said", &said)]),
                Choice::SpeakerCard(SpeakerId(at)),
            )
        });
    }
    entries.extend(mentions_of(model, id));
    let kind = words.text(&format!("entity.{}", entity.kind.name()));
    let title = format!("{} · {kind}", entity.name);
    Some(Popup::new(title, model.direction(), entries))
}

fn mentions_of(model: &Model, entity: EntityId) -> Vec<Entry> {
    let found = model.entity(entity);
    let mentions = found.map_or(&[][..], |e| e.mentions.as_slice());
    headed(model, mentions.iter().map(|m| mention(model, m)))
}

/// Places under the count of them, where there are any.
fn headed(model: &Model, places: impl ExactSizeIterator<Item = Entry>) -> Vec<Entry> {
    if places.len() == 0 {
        return Vec::new();
    }
    let count = model.settings.words.count("count.mentions", places.len());
    std::iter::once(Entry::heading(count))
        .chain(places)
        .collect()
}

fn mention(model: &Model, mention: &Mention) -> Entry {
    let why = format!("link.{}", mention.link.name());
    Entry {
        detail: model.settings.words.text(&why).to_owned(),
        ..spot(model, mention.span)
    }
}

/// A place of the article, in its words; Enter goes there.
fn spot(model: &Model, span: Span) -> Entry {
    Entry::new(context(model.document(), span, 160), Choice::Go(span))
}
