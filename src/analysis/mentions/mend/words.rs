//! What a word tells of itself that may be part of a person's name.

use super::Around;
use crate::analysis::{
    lexicon::Classes,
    mentions::{facts::Fact, led::Leads, model, tagger::Tagged, vocabulary},
};

/// What lists give to names of people.
const GIVEN: Classes = Classes::GIVEN_NAME
    .union(Classes::FAMILY_NAME)
    .union(Classes::PERSON);

/// How often of seven times a word must have been met in names of people.
const OFTEN: u8 = vocabulary::OFTEN;

/// How often of seven times a word was met in names of people.
pub fn people(fact: &Fact) -> u8 {
    let [people, ..] = fact.shares().to_le_bytes();
    people
}

/// Whether a word is known for names of people.
pub fn is_known_name(fact: &Fact) -> bool {
    fact.classes.intersects(GIVEN) || people(fact) >= OFTEN
}

/// Whether a word is none that the vocabulary knows and looks like no adjective, plural
/// or noun with a pronoun.
pub fn is_strange(text: Around, token: usize) -> bool {
    const ENDINGS: [&str; 11] = [
        "يه", "ين", "ون", "ات", "ها", "هم", "هما", "نا", "وا", "ته", "ني",
    ];
    let key = text.tokens.key(token);
    let known = text
        .facts
        .get(token)
        .is_none_or(|fact| fact.shares() >> 24 != 0);
    let joined = key.starts_with('و');
    !known
        && !joined
        && key.chars().count() > 2
        && !ENDINGS.iter().any(|ending| key.ends_with(ending))
}

/// Whether a word is none that the vocabulary knows, and has no ending of a verb or pronoun.
pub fn is_unknown(text: Around, token: usize) -> bool {
    let key = text.tokens.key(token);
    let known = text
        .facts
        .get(token)
        .is_none_or(|fact| fact.shares() >> 24 != 0);
    let ending = ["ها", "هم", "هما", "وا"]
        .iter()
        .any(|end| key.ends_with(end));
    !known && !ending && !key.starts_with('و') && key.chars().count() > 2
}

/// Whether the first letter of a word that nobody knows is its own though it looks like a
/// preposition (كنجي، بوعزيزي، بنعلي).
pub fn is_own_letter(text: Around, token: usize) -> bool {
    let key = text.tokens.key(token);
    let like = key.starts_with('ك') && !key.starts_with("كال");
    let son = ["بو", "بن", "بل"].iter().any(|son| key.starts_with(son)) && key.chars().count() > 4;
    (like || son) && is_unknown(text, token)
}

/// Whether a word tells how it was said: ضاحكا, مبتسما, مجددا.
pub fn is_adverb(text: Around, token: usize) -> bool {
    let key = text.tokens.key(token);
    let Some(stem) = key.strip_suffix('ا') else {
        return false;
    };
    let mut letters = stem.chars();
    let first = letters.next();
    let participle = letters.next() == Some('ا') && letters.count() == 2;
    let named = text.facts.get(token).is_some_and(is_known_name);
    let long = first == Some('م') && key.chars().count() > 4;
    !named && (participle || long || text.facts.get(token).is_some_and(|fact| fact.plain))
}

/// How frequent a word is at most, of seven, that may be a family's name.
const RARE: u8 = 3;

/// Whether a word is met too often for a family's name that is a noun, too (الحجار; not
/// الاتفاق).
pub fn is_common(text: Around, token: usize) -> bool {
    vocabulary::look_up(text.words.hash(token))
        .is_some_and(|w| w.frequency > RARE && w.shares[0] == 0)
}

/// Whether و or a preposition is joined to a word that is more often no name.
pub fn is_joined(text: Around, token: usize) -> bool {
    text.facts.get(token).is_some_and(|fact| fact.joined)
}

/// What a role and a form of address are.
pub const ROLE: Classes = Classes::TITLE.union(Classes::HONORIFIC);

/// Whether a content opens at a token.
pub fn opens_content(text: Around, token: usize) -> bool {
    text.facts
        .get(token)
        .is_some_and(|fact| fact.leads == Leads::Opens)
}

/// Puts a person's name in the place of those there, if it may take the place of each.
pub fn put(
    names: &mut Vec<Tagged>,
    (first, end): (usize, usize),
    yields: impl Fn(&Tagged) -> bool,
) {
    let from = names.partition_point(|name| name.1 <= first);
    let to = names.partition_point(|name| name.0 < end);
    let inside = |name: &Tagged| name.0 >= first && name.1 <= end && yields(name);
    let there = names.get(from..to);
    if there.is_some_and(|names| names.iter().all(inside)) {
        names.splice(from..to, [(first, end, model::PERSON)]);
    }
}

/// Whether a word has its article: إلى, folded, begins like one that has.
pub fn is_definite(text: Around, token: usize) -> bool {
    text.facts
        .get(token)
        .is_some_and(|fact| fact.article && !fact.grammatical)
}

/// Whether a verb of saying stands at a token.
pub fn says(text: Around, token: usize) -> bool {
    text.facts
        .get(token)
        .is_some_and(|fact| fact.leads == Leads::Says)
}
