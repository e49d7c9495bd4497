//! The full name of somebody who speaks by the last word of it alone, where it stands for the first time
//! behind a role and nobody knows it (التقى الوفد مدير الشركة [برنتوف كاليسي]. وقال كاليسي إن); of the
//! peoples who put the family's name first, by the first word.

use std::mem::replace;

use super::{
    Around, is_of,
    words::{
        ROLE, is_common, is_definite, is_known_name, is_strange, is_unknown, opens_content, people,
        put, says,
    },
};
use crate::{
    analysis::{
        lexicon::Classes,
        mentions::{led::Leads, tagger::Tagged},
    },
    annotations::EntityType,
};

/// How many words of a name may stand before the last, or behind the first.
const WORDS: usize = 3;
/// What is no word of a person's name.
const NO_NAME: Classes = ROLE
    .union(Classes::ORG_HEAD)
    .union(Classes::PLACE_HEAD)
    .union(Classes::PORTFOLIO)
    .union(Classes::FUNCTION)
    .union(Classes::NUMBER_WORD)
    .union(Classes::TIME_NOUN)
    .union(Classes::CALENDAR);

/// The names with those.
pub fn add(text: Around, mut names: Vec<Tagged>) -> Vec<Tagged> {
    let (places, met) = (text.tokens.places(), text.tokens.met());
    let form = |token: usize| places.get(token).map_or(0, |place| *place as usize);
    let person = |name: &&Tagged| is_of(**name, EntityType::Per) && name.1 > name.0 + 1;
    let speakers = names.iter().filter(|name| speaks(text, **name));
    let speakers: Vec<usize> = speakers.map(|name| name.0).collect();
    // Which forms are a word of a full name, or were looked for.
    let mut known = vec![false; met.len()];
    let mut know = |token: usize| {
        known
            .get_mut(form(token))
            .is_none_or(|known| replace(known, true))
    };
    for token in names.iter().filter(person).flat_map(|name| name.0..name.1) {
        know(token);
    }
    for token in speakers {
        let first = met.get(form(token)).map(|met| met.first);
        if !know(token)
            && let Some(first) = first.filter(|first| *first < token)
            && let Some(full) = full(text, first)
        {
            (full.0..full.1).for_each(|token| _ = know(token));
            put(&mut names, full, |_| true);
        }
    }
    names
}

/// Whether a single word is who speaks: behind a verb of saying, before what opens the content.
fn speaks(text: Around, (first, end, kind): Tagged) -> bool {
    is_of((first, end, kind), EntityType::Per)
        && end == first + 1
        && opens_content(text, end)
        && first.checked_sub(1).is_some_and(|verb| says(text, verb))
}

/// The full name of which the word at a token is the last, or the first.
fn full(text: Around, token: usize) -> Option<(usize, usize)> {
    let mut first = token;
    while first > 0 && token - first < WORDS && is_part(text, first - 1, first) {
        first -= 1;
    }
    if first < token && is_behind_role(text, first) {
        return Some((first, token + 1));
    }
    // البغدادي تتجلى: a family's name with the article ends it.
    let closes = is_definite(text, token);
    let mut end = token + 1;
    while !closes && end - token < WORDS && is_part(text, end, end) {
        end += 1;
    }
    (end > token + 1 && is_behind_role(text, token)).then_some((token, end))
}

/// Whether a word may be one of a name; no line begins at `line`.
fn is_part(text: Around, token: usize, line: usize) -> bool {
    let same = text.facts.get(line).is_some_and(|fact| !fact.opens_line);
    same && text.facts.get(token).is_some_and(|fact| {
        let named = is_known_name(fact) || people(fact) > 0 || is_strange(text, token);
        let name = named || is_unknown(text, token) || !is_common(text, token);
        text.tokens.is_word(token)
            && name
            && !fact.article
            && !fact.grammatical
            && !fact.joined
            && fact.leads == Leads::On
            && !fact.classes.intersects(NO_NAME)
    })
}

/// Whether what stands before a name is a role, or whose it is.
fn is_behind_role(text: Around, first: usize) -> bool {
    first.checked_sub(1).is_some_and(|before| {
        let near = before.saturating_sub(4)..=before;
        let role = near.clone().any(|at| text.words.is(at, ROLE));
        let closed = is_definite(text, before)
            || text.words.is(
                before,
                ROLE.union(Classes::PLACE).union(Classes::NATIONALITY),
            );
        role && closed
    })
}
