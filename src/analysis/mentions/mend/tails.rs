//! Where a name of a person goes on: behind a part that none ends with (محمد ولد [برنتوف]), before
//! one that none begins with ([برنتوف] ولد كاليسي), over a family's name that the article uses
//! alone (برنتوف كاليسي [تارمين] … قال تارمين), by a second one (سامر السعدي [الكاليسي]).

use super::{
    Around, is_of,
    words::{is_adverb, is_definite, is_known_name, is_own_letter, is_strange, is_unknown, says},
};
use crate::{
    analysis::{
        hash::Set,
        lexicon::Classes,
        mentions::{led::Leads, tagger::Tagged},
    },
    annotations::EntityType,
};

/// How many words of a name may stand before ولد.
const BEFORE: usize = 3;

/// The names of people with what goes on with them.
pub fn mend(text: Around, names: Vec<Tagged>) -> Vec<Tagged> {
    let form = |token: usize| text.tokens.places().get(token).copied();
    let people = || names.iter().filter(|name| is_of(**name, EntityType::Per));
    let speak = |name: &&Tagged| name.0 > 0 && says(text, name.0 - 1);
    let alone = people().filter(|name| name.1 == name.0 + 1).filter(speak);
    let alone: Set<Option<u32>> = alone.map(|name| form(name.0)).collect();
    let inside = people().flat_map(|name| name.0..name.1 - 1);
    let pairs: Set<[Option<u32>; 2]> = inside.map(|at| [form(at), form(at + 1)]).collect();
    let mut mended: Vec<Tagged> = Vec::with_capacity(names.len());
    let mut names = names.into_iter().peekable();
    while let Some(name) = names.next() {
        if !is_of(name, EntityType::Per) {
            mended.push(name);
            continue;
        }
        let (mut first, mut end, kind) = name;
        let free = mended.last().map_or(0, |last| last.1);
        first = with_given(text, free, first);
        let limit = |next: Option<&Tagged>| next.map_or(text.facts.len(), |next| next.0);
        end = behind_part(text, end, limit(names.peek()));
        // سامر السعدي | الكاليسي: two names that are one.
        let family = |next: &Tagged| {
            let person = is_of(*next, EntityType::Per) && next.1 == next.0 + 1;
            let definite = text.tokens.key(end).starts_with("ال") && is_definite(text, end);
            next.0 == end && person && definite && on_line(text, end) && end > first + 1
        };
        if let Some(next) = names.next_if(family) {
            end = next.1;
        }
        let [last, next] = [form(end - 1), form(end)];
        let own = alone.contains(&next) && !alone.contains(&last) && end > first + 1;
        let used = end < limit(names.peek())
            && on_line(text, end)
            && (own || pairs.contains(&[last, next]));
        mended.push((first, end + usize::from(used), kind));
    }
    mended
}

fn on_line(text: Around, token: usize) -> bool {
    text.facts.get(token).is_some_and(|fact| !fact.opens_line)
}

/// Whether a part of a name stands at a token that needs what follows, or what stands before.
fn is_part(text: Around, token: usize) -> bool {
    matches!(
        text.tokens.key(token),
        "ولد"
            | "بنت"
            | "بن"
            | "عبد"
            | "ابو"
            | "ابن"
            | "ال"
            | "ايت"
            | "بو"
            | "فون"
            | "دير"
            | "دي"
            | "دو"
            | "ديل"
    ) || is_foreign_part(text, token)
}

/// Whether فان or لا stands at a token as a part of a name, and no فإن or negation.
fn is_foreign_part(text: Around, token: usize) -> bool {
    let span = text.tokens.span(token);
    let written = text.text.get(span.range()).unwrap_or_default();
    match written {
        "فان" => true,
        "لا" | "لوس" | "لاس" => token > 0 && text.tokens.key(token - 1) == "دي",
        _ => false,
    }
}

/// Where a name ends whose last word needs another (محمد ولد [برنتوف]).
fn behind_part(text: Around, mut end: usize, limit: usize) -> usize {
    let mut part = end.checked_sub(1).is_some_and(|last| is_part(text, last));
    while part && end < limit && on_line(text, end) && text.tokens.is_word(end) {
        let grammar = text.facts.get(end).is_none_or(|fact| fact.grammatical);
        if grammar && !is_foreign_part(text, end) {
            break;
        }
        // ولد الشيخ سيديا.
        part = is_part(text, end) || text.words.is(end, Classes::HONORIFIC);
        end += 1;
    }
    end
}

/// Where a name begins that ولد stands at the head of, behind the given name.
fn with_given(text: Around, free: usize, first: usize) -> usize {
    let ben = text.tokens.key(first) == "بن";
    let son = ben || matches!(text.tokens.key(first), "ولد" | "بنت");
    let mut given = first;
    while son && given > free && first - given < BEFORE {
        let before = given - 1;
        let Some(fact) = text.facts.get(before) else {
            break;
        };
        // قالت آمنة بنت المختار.
        let first = before
            .checked_sub(1)
            .is_some_and(|at| says(text, at) || is_definite(text, at));
        let name =
            is_known_name(fact) || is_strange(text, before) || first && !ben && !fact.article;
        let own = is_own_letter(text, before) || first && is_unknown(text, before);
        let word = text.tokens.is_word(before) && !fact.grammatical && (!fact.joined || own);
        let role = Classes::TITLE
            .union(Classes::HONORIFIC)
            .union(Classes::NATIONALITY)
            .union(Classes::PLACE);
        let other = text.words.is(before, role) && !is_known_name(fact);
        // آمنة looks like a verb.
        let plain = fact.leads == Leads::On || first && !ben;
        if !name || !word || other || !plain || is_adverb(text, before) {
            break;
        }
        if !on_line(text, given) {
            break;
        }
        given = before;
    }
    given
}
