//! Whom a phrase means by its form alone: some of several (بعضهم), a pair (الرئيس المصري
//! ونظيره الفرنسي), somebody by whose they are (مدربه), a form of address (معاليه), our partner
//! in a talk (ضيفنا), who wrote what it speaks of (كاتب المقال).

use super::{
    candidate::{Candidates, Signs, Who},
    narrow::is_named_person,
    phrase::Phrase,
    resolve::Resolver,
    roles::{self, Role},
    said_in,
};
use crate::{analysis::senses, annotations::EntityType};

/// How many tokens before a phrase the article may be named that somebody wrote.
const REACH: usize = 400;
/// How many of the persons named before a form of address may be meant.
const NAMES: usize = 12;

/// Adds whom the phrase means, if its form tells; nobody else can be then. `who` is whom its
/// words are known as, or somebody new.
pub fn add(resolver: &Resolver, phrase: &Phrase, who: Who, found: &mut Candidates) -> bool {
    let partner = our_partner(resolver, phrase).map(Who::Record);
    if let Some(person) = partner.or_else(|| his_honour(resolver, phrase)) {
        found.add(resolver, person, Signs::LAST_PERSON, None);
    } else if let Some(person) = beside(resolver, phrase).or_else(|| author(resolver, phrase)) {
        let signs = Signs::ROLE_BEFORE | Signs::FIRST_ROLE | Signs::SAME_ROLE;
        found.add(resolver, Who::Entity(person), signs, None);
    } else if phrase.pair || is_some(resolver, phrase) {
        found.add(resolver, who, Signs::NEW, None);
    } else if phrase.possessed && phrase.persons.is_empty() {
        let named = theirs(resolver, phrase);
        let (who, signs) = match named {
            Some(entity) => (
                Who::Entity(entity),
                Signs::ROLE_BEFORE | Signs::FIRST_ROLE | Signs::SAME_ROLE,
            ),
            None => (who, Signs::NEW),
        };
        found.add(resolver, who, signs, None);
    }
    !found.as_slice().is_empty()
}

/// محدثنا, ضيفنا: whoever spoke last and is named.
fn our_partner(resolver: &Resolver, phrase: &Phrase) -> Option<usize> {
    const OURS: [&str; 8] = [
        "محدثنا",
        "محدثتنا",
        "مصدرنا",
        "محاورنا",
        "محاورتنا",
        "ضيفنا",
        "ضيفتنا",
        "متحدثنا",
    ];
    let alone = phrase.end == phrase.head + 1;
    let ours = alone && OURS.contains(&resolver.context.key(phrase.head));
    let mut recent = resolver.recent().filter(|_| ours);
    recent.find(|record| is_named_person(resolver, *record))
}

/// The person whose name ends the very role that a phrase is the beginning of (الناطق الرسمي
/// [للشركة العميد فلان]).
fn beside(resolver: &Resolver, phrase: &Phrase) -> Option<usize> {
    let own = |role: &&Role| role.phrase.head == phrase.head && role.person >= phrase.end;
    let role = resolver.roles_near(phrase).find(own);
    let role = role.filter(|_| phrase.for_person(resolver.context) && !phrase.plural)?;
    resolver.entity_at(role.person)
}

/// معاليه, سموها: the person who spoke last, else the one with a role who was named last.
fn his_honour(resolver: &Resolver, phrase: &Phrase) -> Option<Who> {
    let c = resolver.context;
    let alone = phrase.end == phrase.head + 1 && phrase.persons.is_empty();
    if !alone || !senses::is_his_honour(c.key(phrase.head)) {
        return None;
    }
    if let Some(entity) = introduced_so(resolver, phrase) {
        return Some(Who::Entity(entity));
    }
    let mut recent = resolver.recent();
    if let Some(record) = recent.find(|record| is_named_person(resolver, *record)) {
        return Some(Who::Record(record));
    }
    let end = c.mentions.partition_point(|m| m.end <= phrase.first);
    let before = c.mentions.get(..end).unwrap_or_default().iter().rev();
    let mut named = before.filter(|m| m.kind == EntityType::Per).take(NAMES);
    let entity = named.find_map(|m| {
        let entity = resolver.entity_at(m.first)?;
        resolver.roles_of(entity).next().map(|_| entity)
    });
    entity.map(Who::Entity)
}

/// The person whom the article introduced last by the same form of address (صاحب السمو الشيخ فلان:
/// سموه).
fn introduced_so(resolver: &Resolver, phrase: &Phrase) -> Option<usize> {
    const NAME: usize = 9;
    let c = resolver.context;
    let honour = c
        .key(phrase.head)
        .trim_end_matches('ه')
        .trim_end_matches('ت');
    let same = |at: &usize| {
        let key = c.key(*at).trim_start_matches(['و', 'ل', 'ب']);
        let key = key.strip_prefix("ال").unwrap_or(key);
        // سعادة السفير, not سعادته.
        let own = !c.slice(*at, at + 1).ends_with('ه');
        own && key.strip_suffix('ه').unwrap_or(key) == honour && c.mention(*at).is_none()
    };
    let person = |at: &usize| {
        c.mention(*at)
            .is_some_and(|m| m.kind == EntityType::Per && m.first == *at)
    };
    let mut before = (phrase.first.saturating_sub(REACH)..phrase.first).rev();
    let address = before.find(|at| same(at) && (at + 1..at + NAME).any(|t| person(&t)))?;
    let name = (address + 1..address + NAME).find(person)?;
    resolver.entity_at(name)
}

/// Whether a phrase is some of those spoken of, and never somebody by name (بعضهم، أحدهم).
fn is_some(resolver: &Resolver, phrase: &Phrase) -> bool {
    const SOME: [&str; 10] = [
        "بعضهم",
        "بعضهن",
        "احدهم",
        "احداهن",
        "احدهما",
        "اغلبهم",
        "معظمهم",
        "كثيرون",
        "جميعهم",
        "كلاهما",
    ];
    let key = resolver.context.key(phrase.first);
    let key = key.strip_prefix('و').unwrap_or(key);
    phrase.end == phrase.first + 1 && SOME.contains(&key)
}

/// The person whom the article names by the same noun with a pronoun (نائبه فلان: نائبه).
fn theirs(resolver: &Resolver, phrase: &Phrase) -> Option<usize> {
    let mut named = resolver
        .roles_near(phrase)
        .filter(|role| role.phrase.possessed && roles::fit(phrase, &role.phrase).is_some());
    let role = named.next().filter(|_| phrase.possessed)?;
    resolver.entity_at(role.person)
}

/// Who wrote the article, book or report that a phrase for its writer speaks of (مقال لفلان:
/// كاتب المقال).
fn author(resolver: &Resolver, phrase: &Phrase) -> Option<usize> {
    const WRITTEN: [&str; 8] = [
        "المقال",
        "المقاله",
        "الكتاب",
        "الروايه",
        "التقرير",
        "التدوينه",
        "التغريده",
        "الرساله",
    ];
    let c = resolver.context;
    let what = c.key(phrase.head + 1);
    let writer = matches!(&*phrase.stem, "كاتب" | "صاحب" | "مؤلف" | "معد")
        && !phrase.definite
        && phrase.end == phrase.head + 2
        && WRITTEN.contains(&what);
    let noun = what.strip_prefix("ال").filter(|_| writer)?;
    let is = |t: &usize| {
        let key = c.key(*t);
        let key = key
            .strip_suffix('ا')
            .filter(|_| !noun.ends_with('ا'))
            .unwrap_or(key);
        let key = key.strip_prefix("ال").unwrap_or(key);
        key.strip_prefix(['و', 'ب', 'ل']).unwrap_or(key) == noun || key == noun
    };
    let before = (phrase.first.saturating_sub(REACH)..phrase.first).rev();
    before.filter(is).take(4).find_map(|written| {
        let (first, end) = said_in::of(c, written, phrase.first)?;
        let person = Phrase::read(c, first, end).persons.first().copied();
        resolver.entity_at(person.or_else(|| c.mention(first).map(|m| m.first))?)
    })
}
