//! The last word of a name right before what ends it for sure (قال روبرت [كان] إن، قالت سحر [طلبة]
//! إن): a family's name, whatever else the word may be.

use super::{
    Around,
    words::{ROLE, is_adverb, is_known_name, is_unknown, people},
};
use crate::analysis::{
    cues::{self, Shape},
    lexicon::Classes,
};

/// Classes that a family's name may have as a word of the language.
const OTHER: Classes = Classes::PEOPLE
    .union(Classes::PLACE)
    .union(Classes::SOURCE_NOUN)
    .union(Classes::NATIONALITY);

/// Words of grammar that are family names, too.
const GRAMMAR: [&str; 16] = [
    "كان",
    "لي",
    "سوف",
    "ليس",
    "بان",
    "ما",
    "كي",
    "دون",
    "لو",
    "لان",
    "هان",
    "رات",
    "الان",
    "غالبا",
    "بالان",
    "بارك",
];
/// Roles that are family names without their article, too.
const FAMILIES: [&str; 13] = [
    "مفتي",
    "حارس",
    "نقيب",
    "ملك",
    "شيخ",
    "قاضي",
    "امير",
    "سلطان",
    "شاه",
    "خان",
    "باشا",
    "بيك",
    "اغا",
];
/// Accusatives that tell how one speaks, and are no family's name.
const HOW: [&str; 24] = [
    "ضاحكا",
    "باكيا",
    "مبتسما",
    "غاضبا",
    "ساخرا",
    "مازحا",
    "جازما",
    "حازما",
    "اسفا",
    "صارخا",
    "هامسا",
    "حزينا",
    "متهكما",
    "منفعلا",
    "متاثرا",
    "مستغربا",
    "معلقا",
    "مخاطبا",
    "متحدثا",
    "طالبا",
    "رسميا",
    "شخصيا",
    "ايضا",
    "حاسما",
];

/// Whether a word ends a name there that the word before it goes on with.
pub fn is_family(text: Around, token: usize, end: usize) -> bool {
    let Some(before) = token.checked_sub(1).filter(|_| token + 1 == end) else {
        return false;
    };
    let Some(fact) = text.facts.get(token).filter(|_| text.tokens.is_word(token)) else {
        return false;
    };
    let key = text.tokens.key(token);
    // عبدالرحمن بن جاسم وزير الخارجية: a role, and over what.
    if text.facts.get(end).is_some_and(|fact| fact.article) {
        return false;
    }
    // قائلا: a participle that reports itself.
    let reports = cues::word(key).is_some_and(|cue| cue.entry.shape == Shape::Participle);
    if fact.opens_line || !is_name(text, before) || HOW.contains(&key) || reports {
        return false;
    }
    let short = key.chars().count() < 2;
    if fact.grammatical || GRAMMAR.contains(&key) {
        return GRAMMAR.contains(&key);
    }
    // خالد الوزير; not ريجيكامب مدرب النادي.
    let role = fact.classes.intersects(ROLE) && (fact.article || FAMILIES.contains(&key));
    let other = fact.classes.intersects(OTHER.union(ROLE)) && !fact.article;
    let other = role || other && !fact.classes.intersects(ROLE);
    !short && !fact.joined && (other || is_adverb(text, token) || key.ends_with("وا"))
}

/// Whether a word is one of a name, and none that stands alone for something else.
fn is_name(text: Around, token: usize) -> bool {
    text.facts.get(token).is_some_and(|fact| {
        let part = fact.classes.intersects(Classes::NAME_PART);
        let name = is_known_name(fact) || people(fact) > 0 || is_unknown(text, token) || part;
        // عبد الكريم طلبة.
        let servant = token > 0 && text.tokens.key(token - 1) == "عبد";
        (name && !fact.article || servant) && !fact.classes.intersects(ROLE)
    })
}
