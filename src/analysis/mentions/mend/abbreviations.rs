//! Abbreviations whose letters points part: د.ب.أ، بي.بي.سي، إيه. بي. سي نيوز; and
//! names of sites with their last part: الضفاف.نت.

use super::{Around, is_of};
use crate::analysis::{
    entries::entries,
    mentions::{model::TYPES, tagger::Tagged},
    normalize::fold,
};
use crate::annotations::EntityType;
use std::sync::LazyLock;

/// The names of letters, folded.
static LETTERS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let names = include_str!("../../lexicon/ar/letter_names.txt");
    entries(names).map(fold).collect()
});

/// The last parts of the names of sites, folded.
const SITE_ENDINGS: &str = include_str!("../../lexicon/ar/site_endings.txt");

/// Names that lie in one abbreviation or site become one, with what stands beside it in
/// the same brackets or quotation marks.
pub fn join(text: Around, names: Vec<Tagged>) -> Vec<Tagged> {
    let mut joined: Vec<Tagged> = Vec::with_capacity(names.len());
    for name in names {
        let (first, end, kind) = whole(text, name).unwrap_or(name);
        let first = first - site_before(text, first);
        push(&mut joined, (first, site(text, end), kind));
    }
    joined
}

/// The end of the name of a site after its last part: العربية.نت.
fn site(text: Around, end: usize) -> usize {
    let linked = is_link(text, end) && text.touches(end + 1);
    let last = || entries(SITE_ENDINGS).any(|e| e == text.tokens.key(end + 1));
    if linked && last() { end + 2 } else { end }
}

/// How many tokens of a site stand before its last part, where that was named alone.
fn site_before(text: Around, last: usize) -> usize {
    let alone = last > 1 && site(text, last - 1) > last - 1 && text.touches(last - 1);
    if alone && text.tokens.is_word(last - 2) {
        2
    } else {
        0
    }
}

fn push(names: &mut Vec<Tagged>, name: Tagged) {
    match names.last_mut().filter(|last| last.1 > name.0) {
        Some(last) => last.1 = last.1.max(name.1),
        None => names.push(name),
    }
}

/// A name with the abbreviation that it is a piece of.
fn whole(text: Around, name: Tagged) -> Option<Tagged> {
    let (first, end, kind) = name;
    let (from, to) = (first..end).find_map(|at| around(text, at))?;
    let (from, to) = in_marks(text, from, to);
    let org = TYPES.iter().position(|k| *k == EntityType::Org);
    let short = end - first < 3 && !is_of(name, EntityType::Loc);
    let kind = org.filter(|_| short).unwrap_or(kind);
    Some((first.min(from), end.max(to), kind))
}

/// How far from one of its letters an abbreviation is looked for, in tokens.
const REACH: usize = 12;

/// The abbreviation that a token is in, of two letters or more.
fn around(text: Around, at: usize) -> Option<(usize, usize)> {
    let linked = is_link(text, at + 1) || at > 0 && is_link(text, at - 1);
    if !linked || !is_letter(text, at) {
        return None;
    }
    let (mut from, mut to) = (at, at + 1);
    while from > 1 && at - from < REACH && is_link(text, from - 1) && is_letter(text, from - 2) {
        from -= 2;
    }
    while to - at < REACH && is_link(text, to) && is_letter(text, to + 1) {
        to += 2;
    }
    (to > from + 2).then_some((from, to))
}

/// A point that touches the letter before it, and the next one but for a blank.
fn is_link(text: Around, at: usize) -> bool {
    text.tokens.key(at) == "."
        && text.touches(at)
        && matches!(text.gap(at + 1), "" | " ")
        && at + 1 < text.tokens.len()
}

fn is_letter(text: Around, at: usize) -> bool {
    let key = text.tokens.key(at);
    let listed = || LETTERS.iter().any(|letter| letter == key);
    text.tokens.is_word(at) && key.len() <= 10 && listed()
}

/// How many words may stand beside an abbreviation in the same marks.
const BESIDE: usize = 4;

/// All that stands in the same pair of marks, where there is one.
fn in_marks(text: Around, from: usize, to: usize) -> (usize, usize) {
    let open = (from.saturating_sub(BESIDE)..from)
        .rev()
        .find(|at| matches!(text.tokens.key(*at), "(" | "«" | "\"" | "“" | "”"));
    let pair = open.and_then(|open| Some((open, text.closer(open, to - open + BESIDE)?)));
    match pair.filter(|(_, close)| *close >= to) {
        Some((open, close)) => (open + 1, close),
        None => (from, to),
    }
}
