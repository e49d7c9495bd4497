//! A later word of a name whose first letter looks like a preposition (لوران [بلان]، فيليب [لام]): known
//! for names of people as it stands, it goes with the name right before it. One of a given name and ل
//! is another's name (قال محمد [لأحمد] إن).

use super::{Around, is_of};
use crate::{
    analysis::{
        cues,
        lexicon::Classes,
        mentions::{tagger::Tagged, vocabulary},
    },
    annotations::EntityType,
};

/// The names, parted and joined so.
pub fn mend(text: Around, names: Vec<Tagged>) -> Vec<Tagged> {
    let names = names.into_iter().flat_map(|name| part(text, name));
    let mut joined: Vec<Tagged> = Vec::new();
    for name in names {
        let before = joined.last_mut().filter(|before| {
            before.1 == name.0 && is_of(**before, EntityType::Per) && is_of(name, EntityType::Per)
        });
        match before {
            Some(before) if is_own(text, name.0) => before.1 = name.1,
            _ => joined.push(name),
        }
        if let Some(last) = joined
            .last_mut()
            .filter(|last| is_of(**last, EntityType::Per))
            && is_own(text, last.1)
        {
            last.1 += 1;
        }
    }
    joined.dedup_by(|later, earlier| later.0 < earlier.1);
    joined
}

/// A name of two people, to whom and who, one name for each.
fn part(text: Around, name: Tagged) -> impl Iterator<Item = Tagged> {
    let (first, end, kind) = name;
    let mut later = first + 1..end;
    let to = later.find(|at| is_of(name, EntityType::Per) && is_to(text, *at));
    let left = (first, to.unwrap_or(end), kind);
    std::iter::once(left).chain(to.map(|to| (to, end, kind)))
}

/// Whether ل and a given name make the word there, and no other name.
fn is_to(text: Around, token: usize) -> bool {
    let key = text.tokens.key(token);
    let cut = text
        .facts
        .get(token)
        .is_some_and(|fact| fact.proclitics == 1);
    cut && key.starts_with('ل')
        && text.words.is(token, Classes::GIVEN_NAME)
        && !vocabulary::is_whole_name(key, text.words.hash(token))
}

/// Whether such a word stands there, on the line of the one before it.
fn is_own(text: Around, token: usize) -> bool {
    let key = text.tokens.key(token);
    let cut = text
        .facts
        .get(token)
        .is_some_and(|fact| fact.proclitics > 0);
    // قال رامي لكريم: to whom.
    let listed = !text.words.get(token).classes.is_empty();
    // أدلى فلان بتصريح.
    let noun = cues::word(key).is_some();
    cut && !listed
        && !noun
        && key.starts_with(['ب', 'ك', 'ل'])
        && text.tokens.is_word(token)
        && !text.opens_line(token)
        && vocabulary::is_whole_name(key, text.words.hash(token))
}
