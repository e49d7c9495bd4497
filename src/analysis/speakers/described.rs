//! Whom a source that names nobody may mean: the holder of the role it gives
//! (الوزير الروسي), a body by the noun of its name (الشركة), whoever was called
//! so before (المصدر), a person who spoke (اللاعب); or somebody new.

use compact_str::CompactString;
use smallvec::SmallVec;

use super::{
    by_form, by_place,
    candidate::{Candidates, Signs, Who},
    implied::Before,
    label, late,
    narrow::{is_body, narrow},
    on_stage, others,
    phrase::Phrase,
    record::Record,
    resolve::Resolver,
    roles, traits,
};
use crate::{
    analysis::{
        cues::Agreement, grammar::Class, lexicon::Classes, mentions::NameMention, senses::Senses,
        work,
    },
    annotations::EntityType,
    document::Span,
};

/// How many of the speakers before may be meant.
const RECENT: usize = 6;

/// How many content words say so much of somebody (رئيس شرطة المدينة) that
/// nobody is meant by them whom nothing in the words points to.
const SPECIFIC: usize = 3;

/// Whether a phrase says whose somebody is, by a name (نائب فلان).
fn is_somebodys(resolver: &Resolver, phrase: &Phrase) -> bool {
    let c = resolver.context;
    let person = |t| c.mention(t).is_some_and(|m| m.kind == EntityType::Per);
    phrase.persons.is_empty() && (phrase.head + 1..phrase.end).any(person)
}

/// Everyone who may be meant.
pub fn candidates(resolver: &Resolver, before: Option<&Before>, phrase: &Phrase) -> Candidates {
    let mut found = Candidates::default();
    let who = resolver.called(phrase).map_or(Who::New, Who::Record);
    if by_form::add(resolver, phrase, who, &mut found) {
        return found;
    }
    if let Some(before) = before {
        label::add(resolver, before, phrase, &mut found);
        if let Some(entity) = on_stage::taken_up(resolver, before, phrase) {
            found.add(resolver, Who::Entity(entity), Signs::LAST_PERSON, None);
        }
    }
    if !found.as_slice().is_empty() {
        return found;
    }
    if phrase.indefinite {
        found.add(resolver, who, Signs::NEW, None);
        return found;
    }
    if !before.is_some_and(|before| by_place::add(resolver, before, phrase, &mut found)) {
        last_named(resolver, phrase, &mut found);
    }
    if !found.as_slice().is_empty() {
        return found;
    }
    if let Some(before) = before.filter(|_| phrase.is_homeland(resolver.context)) {
        homeland(resolver, before, &mut found);
    }
    roles_held(resolver, phrase, &mut found);
    bodies(resolver, phrase, &mut found);
    called_so(resolver, phrase, &mut found);
    let vague = phrase.words.len() < SPECIFIC && !is_somebodys(resolver, phrase);
    if vague {
        last_person(resolver, phrase, &mut found);
    }
    if let Some(before) = before.filter(|_| vague) {
        recent(resolver, before, phrase, &mut found);
    }
    named_near(resolver, phrase, &mut found);
    others::no_person(resolver, phrase, who, &mut found);
    if !is_taken_up(resolver, phrase, &found) {
        found.add(resolver, who, Signs::NEW, None);
    }
    // Who wrote the article is no minister.
    if found
        .as_slice()
        .iter()
        .all(|c| traits::is_writer(resolver, c))
    {
        found.add(resolver, who, Signs::NEW, None);
    }
    found.prefer(|c| !traits::is_writer(resolver, c));
    narrow(resolver, phrase, who, &mut found);
    found
}

/// Who spoke last, but for those whom the phrase cannot mean.
fn recent(resolver: &Resolver, before: &Before, phrase: &Phrase, found: &mut Candidates) {
    let limit = found.as_slice().len() + RECENT;
    let mut new = once();
    for (draft, speaker) in before.back().filter(|by| new(by.1)) {
        work::step();
        let record = resolver.record(speaker);
        if another_office(resolver, phrase, record)
            || is_abroad(phrase, record)
            || phrase.plural && record.person
            || record.nobody
        {
            continue;
        }
        let token = before.draft_at(draft).site.token;
        let place = resolver.context.tokens.span(token);
        found.add(resolver, Who::Record(speaker), Signs::RECENT, Some(place));
        if found.as_slice().len() >= limit {
            break;
        }
    }
}

/// Whether a phrase takes up one of those found, and stands for nobody new.
fn is_taken_up(resolver: &Resolver, phrase: &Phrase, found: &Candidates) -> bool {
    let c = resolver.context;
    let found = found.as_slice();
    let any = |signs: Signs| found.iter().any(|c| c.signs.intersects(signs));
    // A short title (الوزير الروسي) is that of somebody who has the role.
    let title = phrase.definite && !phrase.plural && phrase.words.len() <= 2;
    // هؤلاء، هذا alone always take somebody up.
    let alone = phrase.end == phrase.head + 1;
    let bare = alone && c.class(phrase.head) == Some(Class::Demonstrative);
    let first = found.first();
    title && any(Signs::FIRST_ROLE)
        || bare && !found.is_empty()
        || first.is_some_and(|c| c.signs.intersects(Signs::HOMELAND))
        // A role that is given in the same words elsewhere is that person's.
        || any(Signs::SAME_ROLE)
}

/// Tells of numbers whether they come for the first time, of all but a few of them:
/// those who speak all the time, of whom nothing new is learnt.
fn once() -> impl FnMut(usize) -> bool {
    let mut known = SmallVec::<[usize; RECENT]>::new();
    let mut last = None;
    move |number| {
        if last.replace(number) == Some(number) || known.contains(&number) {
            return false;
        }
        if known.len() < RECENT {
            known.push(number);
        }
        true
    }
}

/// Whether a phrase names an office in full (وزير الدفاع) and somebody has
/// another one by the same noun (وزير الخارجية).
fn another_office(resolver: &Resolver, phrase: &Phrase, record: &Record) -> bool {
    let c = resolver.context;
    let titled = c.has(phrase.head, Classes::TITLE);
    // المتحدث باسم الجيش.
    let behalf = (phrase.head..phrase.end).any(|t| c.means(t, Senses::BEHALF));
    let office = titled && (!phrase.definite || behalf) && phrase.words.len() >= 2;
    let other = || phrase.words.iter().any(|w| !record.words.contains(w));
    office && record.person && record.stems.contains(&phrase.stem) && other()
}

/// الأخير for whoever was named last before, in its sentence or the one before.
fn last_named(resolver: &Resolver, phrase: &Phrase, found: &mut Candidates) {
    let c = resolver.context;
    if phrase.end > phrase.head + 1 || !c.means(phrase.head, Senses::LAST_NAMED) {
        return;
    }
    let (start, _) = c.sentence(phrase.first);
    let earlier = start.checked_sub(1).map_or(0, |t| c.sentence(t).0);
    let end = c.mentions.partition_point(|m| m.end <= phrase.first);
    let before = c.mentions.get(..end).unwrap_or_default().iter().rev();
    for mention in before.take_while(|m| m.first >= earlier) {
        let Some(entity) = resolver.entity_at(mention.first) else {
            continue;
        };
        let feminine = match mention.kind {
            EntityType::Per => match traits::gender(resolver, entity) {
                Some(gender) => gender == Agreement::She,
                None => phrase.feminine,
            },
            EntityType::Loc => true,
            EntityType::Org => c.key(mention.first).ends_with('ه'),
            _ => continue,
        };
        if feminine == phrase.feminine {
            let to = Some(mention.span);
            found.add(resolver, Who::Entity(entity), Signs::NAMED_NEAR, to);
            return;
        }
    }
}

/// Whether a phrase and what somebody was called speak of different countries (المسؤول
/// النرويجي, النائب التركي).
pub(super) fn is_abroad(phrase: &Phrase, record: &Record) -> bool {
    let countries = phrase.country.zip(record.country);
    countries.is_some_and(|(one, other)| one != other)
}

/// Whether a phrase and what somebody was called say different things of one noun: each
/// its own country (الشرطة الصينية, الشرطة الهندية), or of several each other words
/// (أعضاء اللجنة, أعضاء المكتب).
fn is_other(phrase: &Phrase, record: &Record) -> bool {
    if is_abroad(phrase, record) {
        return true;
    }
    let mut own = phrase
        .words
        .iter()
        .filter(|w| **w != phrase.stem)
        .peekable();
    let theirs = record.words.iter().any(|w| *w != phrase.stem);
    let several = phrase.plural && theirs && own.peek().is_some();
    several && !own.any(|word| record.words.contains(word))
}

/// Those with the role that the phrase gives, the nearest first: named before,
/// else named after.
pub(super) fn roles_held(resolver: &Resolver, phrase: &Phrase, found: &mut Candidates) {
    // رئيس زيمبابوي says as much as وزير الداخلية.
    let words = phrase.words.len() + usize::from(phrase.country.is_some());
    // المعارضة is nobody who leads it.
    if !phrase.definite && words < 2 || is_body(resolver, phrase) {
        return;
    }
    let from = resolver.context.span(phrase.first, phrase.end);
    let mut held = Vec::new();
    for role in resolver.roles_near(phrase) {
        let fit = roles::fit(phrase, &role.phrase).filter(|_| !roles::is_below(phrase, role));
        let Some(fit) = fit else {
            continue;
        };
        let Some(entity) = resolver.entity_at(role.person) else {
            continue;
        };
        let to = resolver.context.mention(role.person).map(|m| m.span);
        let (after, distance) = resolver.distance(entity, from);
        let same = phrase.words.len() > 1
            && phrase.words == role.phrase.words
            && phrase.country == role.phrase.country;
        let woman = role.phrase.feminine;
        held.push((after, distance, entity, to, (fit, same, woman)));
    }
    // الوزيرة is no minister in the masculine, where there is one in the feminine.
    if phrase.feminine && held.iter().any(|h| h.4.2) {
        held.retain(|h| h.4.2);
    }
    if held.is_empty() {
        late::add(resolver, phrase, found);
    }
    held.sort_unstable_by_key(|h| (h.0, h.1));
    for (nth, (after, _, entity, to, (fit, same, _))) in held.into_iter().enumerate() {
        let mut signs = if after {
            Signs::ROLE_AFTER
        } else {
            Signs::ROLE_BEFORE
        };
        if nth == 0 {
            signs |= Signs::FIRST_ROLE;
        }
        if same {
            signs |= Signs::SAME_ROLE;
        }
        if fit == 3 {
            signs |= Signs::SAME_COUNTRY;
        }
        found.add(resolver, Who::Entity(entity), signs, to);
    }
}

/// Whether the name of a body speaks of another country than a phrase (الخارجية الروسية, الخارجية
/// الأوكرانية).
fn is_of_abroad(resolver: &Resolver, phrase: &Phrase, entity: usize) -> bool {
    let c = resolver.context;
    let Some(name) = resolver.entity(entity).mentions.first() else {
        return false;
    };
    let first = c.tokens.at_or_after(name.span.start);
    let last = c.tokens.at_or_after(name.span.end);
    let country = (first..last).find_map(|at| c.lists.get(at).country);
    phrase
        .country
        .zip(country)
        .is_some_and(|(one, other)| one != other)
}

/// الشركة for شركة مرجان, الصحيفة for a newspaper by name.
fn bodies(resolver: &Resolver, phrase: &Phrase, found: &mut Candidates) {
    if !phrase.definite {
        return;
    }
    let from = resolver.context.span(phrase.first, phrase.end);
    let covered = |rest: &[CompactString]| {
        let mut words = phrase.words.iter().skip(1);
        words.all(|word| rest.iter().any(|other| other == word.as_str()))
    };
    let (headed, media) = resolver.bodies_near(phrase);
    let headed = headed
        .iter()
        .filter(|b| covered(&b.rest) && !is_of_abroad(resolver, phrase, b.entity))
        .map(|b| (b.entity, Signs::BODY_HEAD));
    let media = media.iter().map(|entity| (*entity, Signs::MEDIA));
    let mut all: Vec<_> = headed
        .chain(media)
        .map(|(entity, sign)| (resolver.distance(entity, from), entity, sign))
        .collect();
    all.sort_unstable_by_key(|b| (b.0, b.1));
    for (nth, (_, entity, sign)) in all.into_iter().take(4).enumerate() {
        let first = if nth == 0 {
            Signs::FIRST_BODY
        } else {
            Signs::default()
        };
        let to = resolver.entity(entity).mentions.first().map(|m| m.span);
        found.add(resolver, Who::Entity(entity), sign | first, to);
    }
}

/// بلاده for the country of the speaker in whose statement it stands, or of who
/// spoke last (قال المتحدث باسم الخارجية الصينية إن بلاده ترفض…).
fn homeland(resolver: &Resolver, before: &Before, found: &mut Candidates) {
    let outer = before
        .outer(before.index)
        .and_then(|outer| before.found.get(outer));
    let speaker = outer
        .map(|by| by.speaker.0)
        .or_else(|| resolver.recent().next());
    let Some(country) = speaker.and_then(|s| resolver.record(s).country) else {
        return;
    };
    let c = resolver.context;
    let of_country = |m: &&NameMention| {
        m.kind == EntityType::Loc && c.lists.get(m.first).country == Some(country)
    };
    if let Some(mention) = c.mentions.iter().find(of_country)
        && let Some(entity) = resolver.entity_at(mention.first)
    {
        found.add(
            resolver,
            Who::Entity(entity),
            Signs::HOMELAND,
            Some(mention.span),
        );
    }
}

/// البيان for بيان صادر عن الشركة, الباحثون for باحثون من هولندا.
pub(super) fn called_so(resolver: &Resolver, phrase: &Phrase, found: &mut Candidates) {
    let (mut first, mut new) = (true, once());
    for index in resolver.recent().filter(|index| new(*index)) {
        let record = resolver.record(index);
        if !record.stems.contains(&phrase.stem) || is_of_headline(resolver, phrase, record) {
            continue;
        }
        let other = another_office(resolver, phrase, record) || is_other(phrase, record);
        if other || phrase.plural && record.person {
            continue;
        }
        let mut signs = Signs::SAME_NOUN;
        if first && phrase.definite {
            signs |= Signs::FIRST_NOUN;
        }
        first = false;
        let to = record.mentions.first().copied();
        found.add(resolver, Who::Record(index), signs, to);
        if found.as_slice().len() > 10 {
            return;
        }
    }
}

/// Whether somebody was only called by an indefinite noun in the headline (طبيبة تكشف), so that the
/// article may name them, whom a definite one takes up further on.
fn is_of_headline(resolver: &Resolver, phrase: &Phrase, record: &Record) -> bool {
    let c = resolver.context;
    let inside = |m: &Span| c.headline.is_some_and(|h| h.contains(m.start));
    let alone = record.mentions.last().is_some_and(inside);
    let described = record.entity().is_none() && !record.named;
    let person = alone && described && phrase.definite && phrase.for_person(c);
    let first = record.mentions.first().filter(|m| person && inside(m));
    let bare = |at: usize| !c.has_article(at) && c.mention(at).is_none();
    first.is_some_and(|m| {
        let at = c.tokens.at_or_after(m.start);
        bare(at) && bare(at + 1)
    })
}

/// المدرب, النجم البرتغالي for the person who spoke last.
fn last_person(resolver: &Resolver, phrase: &Phrase, found: &mut Candidates) {
    if !phrase.definite || phrase.plural || !phrase.for_person(resolver.context) {
        return;
    }
    let wanted = if phrase.feminine {
        Agreement::She
    } else {
        Agreement::He
    };
    let fits = |i: &usize| {
        let record = resolver.record(*i);
        record.person && record.agrees(wanted) && !is_abroad(phrase, record)
    };
    if let Some(index) = resolver.recent().find(fits) {
        let to = resolver.record(index).mentions.last().copied();
        found.add(resolver, Who::Record(index), Signs::LAST_PERSON, to);
    }
}

/// The last persons and bodies named before, whom a description may take up
/// that no list knows.
fn named_near(resolver: &Resolver, phrase: &Phrase, found: &mut Candidates) {
    if !phrase.definite || phrase.words.len() >= SPECIFIC {
        return;
    }
    let c = resolver.context;
    let end = c.mentions.partition_point(|m| m.end <= phrase.first);
    let titled = c.has(phrase.head, Classes::TITLE | Classes::HONORIFIC);
    // الموقعون، السكان are people, and no body.
    let key = c.key(phrase.head);
    let people = phrase.plural && !key.ends_with("ات");
    let wanted = |kind| match kind {
        EntityType::Per => !phrase.plural,
        EntityType::Org | EntityType::Loc => !titled && !people,
        _ => false,
    };
    let before = c.mentions.get(..end).unwrap_or_default();
    for mention in before.iter().rev().take(10) {
        if !wanted(mention.kind) {
            continue;
        }
        let entity = resolver.entity_at(mention.first);
        if let Some(entity) = entity.filter(|id| !is_of_abroad(resolver, phrase, *id)) {
            let to = Some(mention.span);
            found.add(resolver, Who::Entity(entity), Signs::NAMED_NEAR, to);
        }
    }
}
