//! Whom a description means by where it stands: a headline's label the one body whose name ends
//! with it (النفط: وزارة النفط), the source of a verb that only goes on the person who spoke last
//! (وأضاف طبيب الفريق).

use super::{
    candidate::{Candidates, Signs, Who},
    described::{called_so, is_abroad, roles_held},
    implied::Before,
    phrase::Phrase,
    resolve::Resolver,
};
use crate::{
    analysis::{
        cues::{Agreement, SpeechAct},
        normalize::fold,
        statements::site::SiteKind,
    },
    annotations::{Entity, EntityType},
};

/// Adds whom the phrase means, if its place tells; nobody else can be then.
pub fn add(resolver: &Resolver, before: &Before, phrase: &Phrase, found: &mut Candidates) -> bool {
    if let Some(entity) = in_full(resolver, before, phrase) {
        let signs = Signs::ROLE_AFTER | Signs::FIRST_ROLE | Signs::SAME_ROLE;
        found.add(resolver, Who::Entity(entity), signs, None);
    } else if goes_on(before)
        && let Some(last) = who_spoke(resolver, before, phrase)
    {
        found.add(resolver, Who::Record(last), Signs::LAST_PERSON, None);
    }
    !found.as_slice().is_empty()
}

/// The body whose name ends with all words of a headline's label, if the article has one such
/// (النفط: وزارة النفط).
fn in_full(resolver: &Resolver, before: &Before, phrase: &Phrase) -> Option<usize> {
    let c = resolver.context;
    let headline = c.in_headline(phrase.first) && before.draft().site.kind == SiteKind::Colon;
    if !headline || !phrase.definite || !phrase.persons.is_empty() {
        return None;
    }
    let label = fold(c.slice(phrase.head, phrase.end));
    let ends = |entity: &Entity| {
        let name = fold(&entity.name);
        let rest = name.strip_suffix(label.as_str());
        // المرور: الإدارة العامة للمرور.
        let of = label.strip_prefix("ال").map(|noun| format!(" لل{noun}"));
        let of = of.and_then(|of| {
            name.split_once(of.as_str())
                .map(|(_, rest)| rest.to_owned())
        });
        let of = of.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
        entity.kind == EntityType::Org && (of || rest.is_some_and(|rest| rest.ends_with(' ')))
    };
    let mut bodies = (0..)
        .zip(resolver.entities)
        .filter(|(_, entity)| ends(entity));
    let (body, _) = bodies.next()?;
    bodies.next().is_none().then_some(body)
}

/// Whether the verb of a statement only goes on with a speech (وأضاف طبيب الفريق).
fn goes_on(before: &Before) -> bool {
    let cue = before.draft().site.verb();
    cue.is_some_and(|cue| cue.entry.act == SpeechAct::GoingOn)
}

/// The person who spoke last, if a phrase for one person whom no role of the article's tells goes on
/// with their speech: of 38 who do so with a source of their own in the articles with gold 36 spoke
/// before.
fn who_spoke(resolver: &Resolver, before: &Before, phrase: &Phrase) -> Option<usize> {
    if phrase.plural || !phrase.for_person(resolver.context) || !phrase.persons.is_empty() {
        return None;
    }
    let mut held = Candidates::default();
    roles_held(resolver, phrase, &mut held);
    called_so(resolver, phrase, &mut held);
    if !held.as_slice().is_empty() {
        return None;
    }
    let wanted = if phrase.feminine {
        Agreement::She
    } else {
        Agreement::He
    };
    let main = before
        .back()
        .find(|(draft, _)| before.outer(*draft).is_none());
    let (_, last) = main?;
    let record = resolver.record(last);
    (record.person && !record.nobody && record.agrees(wanted) && !is_abroad(phrase, record))
        .then_some(last)
}
