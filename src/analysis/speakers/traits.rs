//! What somebody who may be meant, or a source, is like: as numbers that the
//! model of the speakers makes features of.

use super::{
    candidate::{Candidate, Who},
    phrase::Phrase,
    record::Key,
    resolve::Resolver,
};
use crate::{
    analysis::{
        context::Context,
        cues::Agreement,
        grammar::Class,
        lexicon::{Classes, CountryId},
        normalize::fold,
        senses::{self, Senses},
        stem::{bare, stem},
        work,
    },
    annotations::{EntityType, Mention},
};

/// How a phrase and what a candidate was called before share their words:
/// all of the phrase's, all of the candidate's, some, none.
pub fn called(resolver: &Resolver, candidate: &Candidate, phrase: &Phrase) -> u64 {
    let Who::Record(record) = candidate.who else {
        return 0;
    };
    let record = resolver.record(record);
    let shared = phrase
        .words
        .iter()
        .filter(|w| record.words.contains(w))
        .count();
    let head = record.stems.contains(&phrase.stem);
    1 + u64::from(shared == phrase.words.len())
        + 2 * u64::from(shared == record.words.len())
        + 4 * u64::from(shared > 0)
        + 8 * u64::from(head)
}

/// The country of which a source spoke with a candidate.
pub fn country(resolver: &Resolver, candidate: &Candidate) -> Option<CountryId> {
    match candidate.who {
        Who::Record(record) => resolver.record(record).country,
        _ => None,
    }
}

/// Whether a person is a woman or a man, as far as the given name or the title
/// before it tells.
pub fn gender(resolver: &Resolver, index: usize) -> Option<Agreement> {
    let c = resolver.context;
    let entity = resolver.entity(index);
    if entity.kind != EntityType::Per {
        return None;
    }
    let first = entity.name.split_whitespace().next().map(fold)?;
    if senses::is(&first, Senses::FEMALE) {
        return Some(Agreement::She);
    }
    for mention in entity.mentions.iter().take(3) {
        let token = c.tokens.at_or_after(mention.span.start);
        let before = token.wrapping_sub(1);
        let titled = token > 0 && c.has(before, Classes::TITLE | Classes::HONORIFIC);
        let key = bare(c.key(before));
        if titled && !senses::is(key, Senses::EITHER) || key.starts_with("احد") {
            let woman = key.ends_with('ه');
            return Some(if woman { Agreement::She } else { Agreement::He });
        }
    }
    let mention = entity.mentions.first()?;
    let token = c.tokens.at_or_after(mention.span.start);
    if c.has(token, Classes::GIVEN_NAME) {
        return Some(Agreement::He);
    }
    by_role(resolver, index)
}

/// A woman by the form of her role (سفيرة سلدانيا فلانة): one in the masculine may be said of both.
fn by_role(resolver: &Resolver, entity: usize) -> Option<Agreement> {
    let woman = |role: &super::roles::Role| {
        let phrase = &role.phrase;
        phrase.feminine && phrase.for_person(resolver.context) && !phrase.plural && !phrase.pair
    };
    let she = resolver.roles_of(entity).any(woman);
    she.then_some(Agreement::She)
}

/// The gender of a person who may be meant: as the verb of what they said tells,
/// else as their name does.
pub fn known_gender(resolver: &Resolver, candidate: &Candidate) -> Option<Agreement> {
    let entity = candidate.entity(resolver)?;
    let person = resolver.entity(entity).kind == EntityType::Per;
    let spoke = match candidate.who {
        Who::Record(record) => resolver.record(record).agreement,
        _ => None,
    };
    let spoke = spoke.filter(|by| person && *by != Agreement::They);
    spoke.or_else(|| gender(resolver, entity))
}

/// Whether a candidate is one person.
pub fn is_one(resolver: &Resolver, candidate: &Candidate) -> bool {
    let named = candidate.entity(resolver);
    if named.is_some_and(|entity| resolver.entity(entity).kind == EntityType::Per) {
        return true;
    }
    match candidate.who {
        Who::Record(record) => {
            let record = resolver.record(record);
            record.person && record.agreement != Some(Agreement::They)
        }
        _ => false,
    }
}

/// Whether a candidate is a body that is named by its men (الإخوان المسلمون).
pub fn is_named_by_men(resolver: &Resolver, candidate: &Candidate) -> bool {
    let Some(entity) = candidate.entity(resolver).map(|at| resolver.entity(at)) else {
        return false;
    };
    let men = |word: &str| word.starts_with("ال") && word.ends_with("ون");
    let words = fold(&entity.name);
    let kind = matches!(entity.kind, EntityType::Org | EntityType::Norp);
    kind && words.split_whitespace().take(3).any(men) && !words.contains("تلفزيون")
}

/// Whether a candidate is a place, which is feminine but for few.
pub fn is_feminine_place(resolver: &Resolver, candidate: &Candidate) -> bool {
    const MASCULINE: [&str; 9] = [
        "لبنان",
        "العراق",
        "المغرب",
        "الاردن",
        "السودان",
        "اليمن",
        "الصومال",
        "الفاتيكان",
        "الكرملين",
    ];
    let Some(entity) = candidate.entity(resolver).map(|at| resolver.entity(at)) else {
        return false;
    };
    let masculine = |name: &str| {
        let name = fold(name);
        name.split_whitespace()
            .any(|word| MASCULINE.contains(&word))
    };
    let c = resolver.context;
    let named = |m: &Mention| c.text.get(m.span.range()).is_some_and(masculine);
    let country = candidate_is_country(resolver, entity.mentions.first().map(|m| m.span.start));
    entity.kind == EntityType::Loc && country && !entity.mentions.iter().take(8).any(named)
}

/// Whether the place named at a byte is a country, or one that stands for it.
fn candidate_is_country(resolver: &Resolver, byte: Option<usize>) -> bool {
    let c = resolver.context;
    let token = byte.map(|at| c.tokens.at_or_after(at));
    token.is_some_and(|at| c.lists.get(at).country.is_some())
}

/// Whether a candidate is several men.
pub fn are_men(resolver: &Resolver, candidate: &Candidate) -> bool {
    matches!(candidate.who, Who::Record(record) if resolver.record(record).are_men())
}

/// What sort of thing a candidate is.
pub fn kind(resolver: &Resolver, candidate: &Candidate) -> u64 {
    if let Some(entity) = candidate.entity(resolver) {
        return match resolver.entity(entity).kind {
            EntityType::Per => 1,
            EntityType::Org => 2,
            EntityType::Loc => 3,
            EntityType::Norp => 4,
            EntityType::Doc => 5,
            _ => 6,
        };
    }
    match candidate.who {
        Who::Record(record) => {
            let record = resolver.record(record);
            debug_assert!(matches!(record.key, Key::Words(_)));
            match record.agreement {
                Some(Agreement::They) => 8,
                Some(Agreement::She) => 9,
                _ if record.person => 10,
                _ => 11,
            }
        }
        _ => 12,
    }
}

/// What stands from the beginning of a sentence to a name in it: what parts a
/// subject from its verb does not (ونشرت عضو المجلس سلمى الحاج شريطا وقالت).
pub fn path(c: &Context, start: usize, name: usize) -> u64 {
    /// How many tokens are looked at: farther off nearly all of this stands there anyway.
    const FAR: usize = 150;
    let mut found = 1;
    let (opens, start) = (name <= start + 1, start.max(name.saturating_sub(FAR)));
    // The first word is the verb, or a particle before it.
    for token in start + 1..name {
        let class = c.class(token);
        found |= u64::from(class.is_some_and(Class::preposition)) << 1;
        found |= u64::from(matches!(
            class,
            Some(Class::Relative | Class::Where | Class::While)
        )) << 2;
        found |= u64::from(class.is_some_and(Class::complementizer)) << 3;
        found |= u64::from(c.is_mark(token)) << 4;
        found |= u64::from(c.mention(token).is_some_and(|m| m.kind == EntityType::Per)) << 5;
    }
    work::steps(name - start.min(name));
    found | u64::from(opens) << 6
}

/// What sort of phrase a source is.
pub fn sort(c: &Context, phrase: &Phrase) -> u64 {
    let classes = [
        Classes::TITLE,
        Classes::HONORIFIC,
        Classes::SOURCE_NOUN,
        Classes::ORG_HEAD,
        Classes::NATIONALITY,
        Classes::MEDIA,
        Classes::DOC_HEAD,
        Classes::PEOPLE,
    ];
    let class = classes
        .into_iter()
        .position(|class| c.has(phrase.head, class))
        .map_or(0, |at| at as u64 + 1);
    class << 4
        | u64::from(phrase.definite)
        | u64::from(phrase.plural) << 1
        | u64::from(phrase.feminine) << 2
        | u64::from(phrase.head > phrase.first) << 3
}

/// Whether a verb in that gender may be by somebody: a body or somebody described has
/// the gender of the noun that names them, or of what they were called last.
pub fn may_be(resolver: &Resolver, candidate: &Candidate, wanted: Agreement) -> bool {
    let c = resolver.context;
    let record = match candidate.who {
        Who::Record(record) => Some(resolver.record(record)),
        _ => None,
    };
    if record.is_some_and(|r| r.agreement == Some(wanted)) {
        return true;
    }
    let token = match candidate.entity(resolver) {
        Some(entity) => {
            let entity = resolver.entity(entity);
            if !matches!(entity.kind, EntityType::Org | EntityType::Doc) {
                return true;
            }
            entity.mentions.first().map(|m| m.span.start)
        }
        None => candidate.to.map(|to| to.start),
    };
    let Some(token) = token.map(|at| c.tokens.at_or_after(at)) else {
        return true;
    };
    noun_gender(c, token).is_none_or(|gender| gender == wanted)
}

/// The gender of a noun for a body, a document or somebody, by its ending.
fn noun_gender(c: &Context, token: usize) -> Option<Agreement> {
    const NOUNS: Classes = Classes::ORG_HEAD
        .union(Classes::DOC_HEAD)
        .union(Classes::SOURCE_NOUN)
        .union(Classes::TITLE);
    let key = bare(c.key(token));
    if !c.tokens.is_word(token)
        || !c.has(token, NOUNS)
        || senses::is(key, Senses::EITHER)
        || key.starts_with("احد")
    {
        return None;
    }
    if key.ends_with('ه') || key.ends_with("ات") {
        return Some(Agreement::She);
    }
    let broken = senses::is(stem(key), Senses::PLURAL) || key.ends_with('ا') || key.ends_with("ون");
    (!broken).then_some(Agreement::He)
}

/// Whether a candidate is one body, place or document.
pub fn is_body(resolver: &Resolver, candidate: &Candidate) -> bool {
    matches!(kind(resolver, candidate), 2 | 3 | 5 | 6 | 9 | 11)
}

/// Whether a candidate is a person, a body, a place or a people, and no document.
pub fn is_somebody(resolver: &Resolver, candidate: &Candidate) -> bool {
    matches!(kind(resolver, candidate), 1..=4 | 10)
}

/// Whether somebody is named only where it is told who wrote the article (كتب - فلان, القاهرة: فلان).
pub fn is_writer(resolver: &Resolver, candidate: &Candidate) -> bool {
    let entity = candidate.entity(resolver);
    entity.is_some_and(|entity| wrote(resolver, entity))
}

/// The same, of a name.
pub fn wrote(resolver: &Resolver, entity: usize) -> bool {
    const LINE: usize = 8;
    let c = resolver.context;
    let entity = resolver.entity(entity);
    let ([only], EntityType::Per) = (entity.mentions.as_slice(), entity.kind) else {
        return false;
    };
    let token = c.tokens.at_or_after(only.span.start);
    let (first, end) = c.paragraph_around(token);
    if end - first > LINE {
        return false;
    }
    let wrote = matches!(
        c.key(first),
        "كتب"
            | "كتبت"
            | "كتبه"
            | "حوار"
            | "اجري"
            | "اجرت"
            | "تقرير"
            | "متابعه"
            | "اعداد"
            | "تصوير"
            | "بقلم"
            | "حاوره"
            | "حاورها"
            | "حاورته"
            | "حاورتها"
            | "ترجمه"
    );
    let place = c.mention(first).is_some_and(|m| m.kind == EntityType::Loc);
    let parted = (first..token).any(|at| c.is_mark(at));
    let last = c.tokens.at_or_after(only.span.end);
    let closes = (last..end).all(|at| c.is_mark(at));
    !c.in_headline(token) && closes && (wrote || place && parted)
}
