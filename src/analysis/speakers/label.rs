//! Whom a role means that opens an article or a paragraph: the one whose name stands as a
//! label before it (سامر الحداد: قال رئيس النادي إن…), or who alone speaks in the headline.

use super::{
    candidate::{Candidates, Signs, Who},
    implied::Before,
    narrow::is_named_person,
    phrase::Phrase,
    resolve::Resolver,
    roles,
};
use crate::annotations::EntityType;

const SIGNS: Signs = Signs::ROLE_BEFORE
    .union(Signs::FIRST_ROLE)
    .union(Signs::SAME_ROLE);

/// Adds who is meant, if a label or the headline tells; nobody else can be then.
pub fn add(resolver: &Resolver, before: &Before, phrase: &Phrase, found: &mut Candidates) {
    if phrase.plural || !phrase.for_person(resolver.context) || phrase.indefinite {
        return;
    }
    if let Some(entity) = labelled(resolver, before) {
        found.add(resolver, Who::Entity(entity), SIGNS, None);
    } else if let Some(record) = of_headline(resolver, before, phrase) {
        found.add(resolver, Who::Record(record), SIGNS, None);
    }
}

/// The person whose name alone stands before a colon at the beginning of the paragraph, the
/// cue right behind it.
fn labelled(resolver: &Resolver, before: &Before) -> Option<usize> {
    let c = resolver.context;
    let cue = before.draft().site.token;
    let colon = cue.checked_sub(1).filter(|at| c.is(*at, ":"))?;
    let name = c.mention(colon.checked_sub(1)?)?;
    let label = name.kind == EntityType::Per && name.first == c.paragraph_around(cue).0;
    resolver.entity_at(name.first).filter(|_| label)
}

/// The one who alone spoke so far, in the headline and by a bare name, if the article gives
/// them no role that is another.
fn of_headline(resolver: &Resolver, before: &Before, phrase: &Phrase) -> Option<usize> {
    let c = resolver.context;
    let mut back = before.back().peekable();
    let (_, record) = *back.peek()?;
    let entity = resolver.record(record).entity()?.0;
    let alone =
        back.all(|(draft, by)| by == record && c.in_headline(before.draft_at(draft).site.token));
    let here = !c.in_headline(before.draft().site.token);
    let titled = resolver.record(record).words.len() > 3;
    let mut others = resolver.roles_of(entity).peekable();
    let fits = others.peek().is_none() || others.any(|r| roles::fit(phrase, &r.phrase).is_some());
    (alone && here && fits && !titled && is_named_person(resolver, record)).then_some(record)
}
