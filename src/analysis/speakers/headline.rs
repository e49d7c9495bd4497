//! Whom a description in a headline means: who is called so, and more, where the article itself
//! begins to report (خبير: السوق هادئة … قال [الخبير الاقتصادي سامر الحداد]; مصدر عسكري … قال [مصدر
//! عسكري كمراني]), else who alone has such a role.

use super::{callings, implied::Before, phrase::Phrase, resolve::Resolver, roles::Role};
use crate::analysis::{
    lexicon::Classes,
    senses::{self, Senses},
    statements::site::SiteKind,
};

/// How many reports of the article are looked at.
const NEAR: usize = 8;

/// What a phrase in the headline is called further on.
pub enum Fuller {
    /// The phrase of a source.
    Source(Box<Phrase>),
    /// The person of a role, by the mention's first token.
    Person(usize),
}

/// The fuller words for whom a phrase of a headline that names nobody means.
pub fn fuller(resolver: &Resolver, before: &Before, phrase: &Phrase) -> Option<Fuller> {
    let c = resolver.context;
    let speaks = phrase.for_person(c)
        || phrase.for_media()
        || c.means(phrase.head, Senses::QUANTITY)
        || c.has(phrase.head, Classes::SOURCE_NOUN)
        || phrase.plural;
    let described = phrase.persons.is_empty() && phrase.body.is_none() && !phrase.possessed;
    if !c.in_headline(phrase.first) {
        return None;
    }
    let label = before.draft().site.kind == SiteKind::Colon;
    if let Some(body) = body_for(resolver, before, phrase, label) {
        return Some(body);
    }
    if !described || !speaks {
        return None;
    }
    let drafts = before.drafts.iter().skip(before.index + 1);
    let below = drafts
        .filter(|draft| !c.in_headline(draft.site.token))
        .take(NEAR);
    let sources = below.filter_map(|draft| draft.source);
    let read = sources.map(|(first, end)| Phrase::read(c, first, end));
    let mut alike = read.filter(|other| is_fuller(phrase, other));
    if let Some(first) = alike.next() {
        return Some(Fuller::Source(Box::new(first)));
    }
    holder(resolver, phrase).map(Fuller::Person)
}

/// The source of which one word of a headline is what it is for: a label (الأرصاد: المركز الوطني
/// للأرصاد), or the field of a ministry (الصحة تحذر: وزارة الصحة).
fn body_for(resolver: &Resolver, before: &Before, phrase: &Phrase, label: bool) -> Option<Fuller> {
    let c = resolver.context;
    let alone = phrase.end == phrase.head + 1 && phrase.persons.is_empty();
    let noun = c.key(phrase.head).strip_prefix("ال").filter(|_| alone)?;
    let drafts = before.drafts.iter().skip(before.index + 1);
    let mut sources = drafts.filter_map(|draft| draft.source).take(NEAR);
    let field = |at: usize| c.key(at) == c.key(phrase.head);
    let (first, end) = sources.find(|(first, end)| {
        let ministry = c.key(*first).trim_start_matches('و') == "زاره" && field(first + 1);
        ministry || label && (first + 1..*end).any(|at| c.key(at).strip_prefix("لل") == Some(noun))
    })?;
    Some(Fuller::Source(Box::new(Phrase::read(c, first, end))))
}

/// Whether another phrase says all that one does, and more.
fn is_fuller(phrase: &Phrase, other: &Phrase) -> bool {
    if phrase.plural && !other.persons.is_empty() {
        return false;
    }
    let more = other.words.len() > phrase.words.len()
        || !other.persons.is_empty()
        || other.body.is_some()
        || other.country.is_some() && phrase.country.is_none();
    more && says_all(phrase, other)
}

/// Whether all words of a phrase are said by another, by the same noun.
fn says_all(phrase: &Phrase, other: &Phrase) -> bool {
    let leads = |stem: &str| callings::LEADS.contains(&stem);
    let same = phrase.stem == other.stem || leads(&phrase.stem) && leads(&other.stem);
    let country = phrase.country.is_none() || phrase.country == other.country;
    let mut words = phrase.words.iter().filter(|word| **word != phrase.stem);
    let within = words.all(|word| {
        let mut others = other.words.iter();
        senses::is(word, Senses::OPTIONAL) || others.any(|of| callings::are_one_body(word, of))
    });
    same && country && within && phrase.plural == other.plural && phrase.feminine == other.feminine
}

/// The only person to whom the article gives the role, further on.
fn holder(resolver: &Resolver, phrase: &Phrase) -> Option<usize> {
    if phrase.plural || phrase.words.len() + usize::from(phrase.country.is_some()) < 2 {
        return None;
    }
    let held = |role: &&Role| role.person > phrase.first && says_all(phrase, &role.phrase);
    let mut roles = resolver.roles_near(phrase).filter(held);
    let first = roles.next()?.person;
    let entity = resolver.entity_at(first)?;
    let only = roles.all(|role| resolver.entity_at(role.person) == Some(entity));
    only.then_some(first)
}
