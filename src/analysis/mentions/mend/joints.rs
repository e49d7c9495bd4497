//! Hyphens within a name (مين-سيوك), a grandfather's name that is the first again
//! (صالح جابر صالح), and و between two that were taken for one.

use super::{Around, is_of};
use crate::{
    analysis::{
        lexicon::{self, Classes},
        mentions::{model::TYPES, tagger::Tagged, vocabulary},
    },
    annotations::EntityType,
};

/// Names with what a hyphen joins to them; two people parted.
pub fn mend(text: Around, names: Vec<Tagged>) -> Vec<Tagged> {
    let mut mended: Vec<Tagged> = Vec::with_capacity(names.len());
    for name in names {
        let (first, end, kind) = name;
        let last = mended.last_mut();
        if let Some(last) = last.filter(|last| last.1 > first || goes_on(text, **last, name)) {
            last.1 = last.1.max(end);
        } else {
            let end = hyphened(text, name);
            let end = repeated(text, (first, end, kind));
            mended.push((first, with_ali(text, (first, end, kind)), kind));
        }
        part(text, &mut mended);
    }
    mended
}

/// A hyphen that touches the words on both sides.
fn hyphen(text: Around, at: usize) -> bool {
    matches!(text.tokens.key(at), "-" | "‐" | "‑") && text.touches(at) && text.touches(at + 1)
}

/// What only persons are called by.
const FAMILY: Classes = Classes::FAMILY_NAME.union(Classes::PERSON);

/// Whether the second is the rest of the first after a hyphen; two who are known
/// by family names are two: كيري-لافروف.
fn goes_on(text: Around, last: Tagged, next: Tagged) -> bool {
    let people = is_of(last, EntityType::Per) && is_of(next, EntityType::Per);
    let named = |at: usize| text.words.is(at, FAMILY);
    people && next.0 == last.1 + 1 && hyphen(text, last.1) && !(named(last.0) && named(next.0))
}

/// The end of a name after a word that a hyphen joins to it: of a person any that
/// is no word of the language, of others Latin ones.
fn hyphened(text: Around, name: Tagged) -> usize {
    const NO_NAMES: Classes = Classes::FUNCTION
        .union(Classes::PLACE)
        .union(Classes::TITLE);
    let (_, end, _) = name;
    let next = end + 1;
    let Some(fact) = text.facts.get(next) else {
        return end;
    };
    let latin = |at: usize| text.tokens.is_word(at) && text.tokens.key(at).is_ascii();
    let foreign = is_of(name, EntityType::Per)
        && text.tokens.is_word(next)
        && !fact.article
        && !fact.plain
        && fact.proclitics == 0
        && !text.words.is(next, NO_NAMES);
    let joins = hyphen(text, end) && (foreign || latin(end - 1) && latin(next));
    if joins { next + 1 } else { end }
}

/// The end of a person's name after the first of it again.
fn repeated(text: Around, name: Tagged) -> usize {
    let (first, end, _) = name;
    let again = is_of(name, EntityType::Per)
        && end > first + 1
        && end < text.tokens.len()
        && text.tokens.is_word(end)
        && !text.opens_line(end)
        && text.tokens.key(end) == text.tokens.key(first);
    if again { end + 1 } else { end }
}

/// The end of a person's name after علي, which folded looks like على: where a clause, a comma or a
/// stop follows, no preposition can stand (قال أحمد علي إن).
fn with_ali(text: Around, name: Tagged) -> usize {
    let (_, end, _) = name;
    if !is_of(name, EntityType::Per) || end >= text.tokens.len() || text.tokens.key(end) != "علي"
    {
        return end;
    }
    let written = text.text.get(text.tokens.span(end).range());
    let next = text.tokens.key(end + 1);
    let closed = matches!(
        next,
        "ان" | "بان" | "انه" | "انها" | "بانه" | "،" | "," | "." | ":" | "في" | ""
    ) || next.starts_with("الي");
    let whole = written.is_some_and(|word| word.ends_with('ي')) && !text.dotted;
    if whole && closed && !text.opens_line(end) {
        end + 1
    } else {
        end
    }
}

/// Parts the last name before a word whose و is a clitic: راندال وسورينسن, الهيئة
/// العليا والمجلس الأعلى.
fn part(text: Around, names: &mut Vec<Tagged>) {
    let Some(name) = names.pop() else { return };
    let (first, end, kind) = name;
    let parts = |at: &usize| match TYPES.get(kind) {
        Some(EntityType::Per) => is_conjoined(text, first, *at),
        Some(EntityType::Org) => is_second_body(text, first, *at),
        _ => false,
    };
    match (first + 1..end).find(parts) {
        Some(second) => names.extend([(first, second, kind), (second, end, kind)]),
        None => names.push(name),
    }
}

/// Whether a second body opens within a name: two definite heads of bodies, each
/// with words of its own (الهيئة العليا والمجلس الأعلى, not نادي الهيئة والمجلس).
fn is_second_body(text: Around, first: usize, at: usize) -> bool {
    let definite = |at: usize| {
        let fact = text.facts.get(at);
        fact.is_some_and(|f| f.article && f.classes.intersects(Classes::ORG_HEAD))
    };
    at > first + 1
        && text.tokens.key(at).starts_with("وال")
        && definite(first)
        && definite(at)
        && !definite(at - 1)
}

/// Whether the و of a word within a name that begins at `first` is no letter of it:
/// neither a list nor the vocabulary has the word with it, and one of them has it
/// without as a name; or another و follows, or a family name alone stands before.
fn is_conjoined(text: Around, first: usize, at: usize) -> bool {
    let Some(rest) = text.tokens.key(at).strip_prefix('و') else {
        return false;
    };
    let hash = lexicon::hash_word(rest);
    let person = || vocabulary::look_up(hash).is_some_and(|w| w.shares[0] > 3);
    let listed = lexicon::classes_of(rest).intersects(FAMILY.union(Classes::GIVEN_NAME));
    let known = listed || person();
    let whole = text.words.get(at);
    let unknown = whole.classes.is_empty() || whole.proclitics > 0;
    let new = unknown && text.facts.get(at).is_some_and(|f| f.phrase == 0);
    let spoken = vocabulary::look_up(text.words.hash(at)).is_some_and(|w| w.proclitics == 0);
    let family = at == first + 1
        && text.words.is(first, FAMILY)
        && !text.words.is(first, Classes::GIVEN_NAME);
    let long = rest.chars().nth(if listed { 2 } else { 3 }).is_some();
    new && !spoken && (rest.starts_with('و') || known || family) && long
}
