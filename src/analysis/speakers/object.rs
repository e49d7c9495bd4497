//! Where the subject of a verb that reports nothing ends and its object begins, with nothing
//! between (زار [الوزير] المستشفى، ترأس [الملك] مجلسا، استقبل [الرئيس المصري] وزير الخارجية): behind
//! a definite noun stand only its adjectives and its name.

use std::sync::LazyLock;

use super::{
    callings,
    phrase::{is_plural, noun_of},
};
use crate::{
    analysis::{
        context::Context,
        entries::entries,
        grammar::Class,
        hash::Set,
        lexicon::{Classes, classes_of, classes_of_one_of, hash_word},
        mentions::{NameMention, vocabulary},
        senses::{self, Senses},
        stem::{bare, stem},
    },
    annotations::EntityType,
};

/// Verbs that are done to persons.
static DONE_TO_PERSONS: LazyLock<Set<&str>> =
    LazyLock::new(|| entries(include_str!("../lexicon/ar/done_to_persons.txt")).collect());
/// What names or addresses a person.
const PERSON: Classes = Classes::TITLE.union(Classes::HONORIFIC);
/// Nouns for bodies, places and documents.
const THINGS: Classes = Classes::ORG_HEAD
    .union(Classes::PLACE_HEAD)
    .union(Classes::DOC_HEAD);

/// Where the subject behind `verb`, in the tokens from `first` on, ends.
pub fn begins(c: &Context, verb: usize, (first, end): (usize, usize)) -> usize {
    let opens = |t: &usize| opens(c, verb, first, *t, end);
    (first + 1..end).find(opens).unwrap_or(end)
}

/// Whether the object opens at a token.
fn opens(c: &Context, verb: usize, first: usize, token: usize, end: usize) -> bool {
    if !c.tokens.is_word(token) || c.class(token).is_some() {
        return false;
    }
    if !is_definite(c, token - 1) {
        return behind_indefinite(c, first, token);
    }
    let key = c.key(token);
    if let Some(mention) = c.mention(token) {
        return mention.first == token && is_thing(mention, c, first, token);
    }
    // نظيره is whom one meets.
    if senses::is_peer(key) {
        return true;
    }
    if c.has(token, PERSON) {
        return opens_person(c, verb, first, token);
    }
    if key.starts_with("ال") {
        return !named_behind(c, token, end) && is_no_adjective(c, first, token);
    }
    if c.lists.get(token).proclitics > 0 || named_behind(c, token, end) {
        return false;
    }
    let accusative = c
        .slice(token, token + 1)
        .trim_end_matches('\u{64b}')
        .ends_with('ا');
    let long = key.chars().count() > 3;
    long && accusative && !is_name(c, token) || is_noun(c, token, THINGS) || is_common(c, token)
}

/// Whether a definite noun stands behind an indefinite one with its adjective (مسؤول أممي
/// [المخيم]).
fn behind_indefinite(c: &Context, first: usize, token: usize) -> bool {
    let adjective = token - 1;
    let noun = PERSON.union(THINGS);
    let written = c.slice(adjective, token);
    let relation = (written.ends_with('ي') || written.ends_with("ية"))
        && c.key(adjective).chars().count() > 3
        && c.mention(adjective).is_none()
        && !c.has(adjective, noun);
    let head = c.has(first, PERSON.union(Classes::SOURCE_NOUN))
        || c.stem_means(first, Senses::CALLING | Senses::ONE_PERSON)
        || c.key(first) == "وفد";
    let head = head && !c.has_article(first);
    let definite = c.has_article(token)
        || c.mention(token).is_some_and(|m| {
            m.first == token && matches!(m.kind, EntityType::Loc | EntityType::Org)
        })
        // سيدة أربعينية [محافظ] الغربية.
        || c.has(token, Classes::TITLE) && (c.has_article(token + 1) || c.mention(token + 1).is_some());
    token == first + 2 && head && relation && definite
}

/// Whether a name is that of a place or body behind somebody, and no part of a role.
fn is_thing(mention: &NameMention, c: &Context, first: usize, token: usize) -> bool {
    let body = matches!(mention.kind, EntityType::Loc | EntityType::Org);
    let person = mention.kind == EntityType::Per && is_body(c, first) && token == first + 1;
    body || person
}

/// Whether the noun at a token is one for a body, and for no person.
pub fn is_body(c: &Context, token: usize) -> bool {
    is_noun(c, token, Classes::ORG_HEAD) && !c.has(token, PERSON)
}

/// Whether a noun of those classes stands at a token, with its article or without.
fn is_noun(c: &Context, token: usize, classes: Classes) -> bool {
    let noun = noun_of(c, token);
    c.has(token, classes)
        || classes_of(noun).intersects(classes)
        || classes_of_one_of(noun).intersects(classes)
}

/// Whether a person by a title is the object: behind a body, in another gender than a title
/// before, or of a verb that is done to persons (استقبل، كرم), which the same person does not
/// stand behind.
fn opens_person(c: &Context, verb: usize, first: usize, token: usize) -> bool {
    let before = stem(bare(c.key(token - 1)));
    // الدكتور وزير الصحة.
    if token == first + 1 && callings::is_address(before) {
        return false;
    }
    let feminine = |t: usize| c.key(t).ends_with('ه');
    let unlike = c.has(first, Classes::TITLE)
        && c.has_article(token)
        && feminine(first) != feminine(token)
        && !c.means(first, Senses::EITHER);
    is_body(c, first) || unlike || is_done_to_persons(c, verb)
}

/// Whether a verb is done to persons.
pub fn is_done_to_persons(c: &Context, verb: usize) -> bool {
    let key = c.key(verb);
    let key = key.strip_prefix(['و', 'ف']).unwrap_or(key);
    let is = |verb: &str| DONE_TO_PERSONS.contains(verb);
    let feminine = key.strip_suffix('ت');
    let masculine = key.strip_prefix('ت').map(|rest| format!("ي{rest}"));
    is(key)
        || feminine.is_some_and(|verb| is(verb) || is(&format!("{verb}ي")))
        || masculine.is_some_and(|verb| is(&verb))
}

/// Whether a definite word behind a subject is none of its adjectives: a noun for a thing, one
/// that agrees with no noun before it, or one of one gender only.
fn is_no_adjective(c: &Context, first: usize, token: usize) -> bool {
    let key = c.key(token);
    let relation = key.ends_with('ي') || key.ends_with("يه");
    let thing = is_noun(c, token, THINGS) && !is_also_adjective(c, token);
    let feminine = |t: usize| c.key(t).ends_with('ه') || c.key(t).ends_with("ات");
    let noun = |t: &usize| c.tokens.is_word(*t) && c.class(*t).is_none();
    let many = (first..token).any(|t| is_plural(c, t) || c.mention(t).is_some());
    let agrees = (first..token)
        .filter(noun)
        .any(|t| feminine(t) == feminine(token));
    let known = |word: &str| vocabulary::look_up(hash_word(word)).is_some();
    let one_gender = !relation
        && !key.starts_with("الم")
        && key.chars().count() > 4
        && !feminine(token)
        && known(key)
        && !known(&format!("{key}ه"));
    // المستشفيات goes with several only.
    let several = key.ends_with("ات") && !(first..token).any(|t| is_plural(c, t));
    thing
        || several
        || !many && !agrees
        || (one_gender || is_bare_noun(key)) && !c.has(token, Classes::NUMBER_WORD)
}

/// Whether a definite word has three letters and the shape of no adjective (الحفل، العقد), as
/// nearly none of those has.
fn is_bare_noun(key: &str) -> bool {
    const ADJECTIVES: [&str; 10] = [
        "صعب", "ضخم", "حسن", "سهل", "جدد", "حرج", "عدل", "خصم", "بطل", "اول",
    ];
    let noun = key.strip_prefix("ال").unwrap_or_default();
    let mut letters = noun.chars();
    let (first, second, third) = (letters.next(), letters.next(), letters.next());
    third.is_some()
        && letters.next().is_none()
        && first != Some('ا')
        && second != Some('ا')
        && !matches!(third, Some('ي' | 'ه'))
        && !ADJECTIVES.contains(&noun)
}

/// Whether a noun for a thing is an adjective as well, in the other gender (العامة، المركزي).
fn is_also_adjective(c: &Context, token: usize) -> bool {
    let key = c.key(token);
    c.slice(token, token + 1).ends_with('ي') || senses::is(stem(key), Senses::OPTIONAL)
}

/// Whether the name of a person stands behind a token within the phrase.
fn named_behind(c: &Context, token: usize, end: usize) -> bool {
    let person = |t| c.mention(t).is_some_and(|m| m.kind == EntityType::Per);
    (token + 1..end.min(token + 3)).any(person)
}

/// Whether the language has a word, and knows it for no name.
fn is_common(c: &Context, token: usize) -> bool {
    let known = vocabulary::look_up(c.lists.hash(token));
    known.is_some_and(|word| word.shares[0] == 0) && c.word(token).clusters.is_some()
}

/// Whether a word may be part of the name of a person.
fn is_name(c: &Context, token: usize) -> bool {
    vocabulary::look_up(c.lists.hash(token)).is_none_or(|word| word.shares[0] > 0)
}

/// Whether a word is definite: by its article, or as the end of a name.
fn is_definite(c: &Context, token: usize) -> bool {
    let named = c.mention(token).map(|m| m.end == token + 1);
    named.unwrap_or_else(|| c.class(token).is_none() && c.has_article(token))
        || c.class(token) == Some(Class::Demonstrative)
}
