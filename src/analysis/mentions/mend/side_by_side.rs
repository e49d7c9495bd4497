//! Two people whose names stand side by side with nothing between, as subject and
//! object of a verb (استقبلت [حداد] [منصوري]): taken for one name, but known apart
//! by their fuller names elsewhere in the article (رنا حداد, كريم منصوري).

use smallvec::SmallVec;

use super::{Around, is_of};
use crate::{
    analysis::{hash::Map, lexicon::Classes, mentions::tagger::Tagged},
    annotations::EntityType,
};

/// For the last word of each person's name of two words or more, those before it.
type Before<'t> = Map<&'t str, SmallVec<[&'t str; 2]>>;

/// The names, those of two people parted.
pub fn part(text: Around, names: Vec<Tagged>) -> Vec<Tagged> {
    if !names.iter().any(|name| may_be_two(text, *name)) {
        return names;
    }
    let before = before(text, &names);
    let mut parted = Vec::with_capacity(names.len() + 2);
    for name in names {
        let (first, end, kind) = name;
        if may_be_two(text, name) && are_two(text, first, &before) {
            parted.extend([(first, first + 1, kind), (first + 1, end, kind)]);
        } else {
            parted.push(name);
        }
    }
    parted
}

/// Whether a name is of two words, of which the first is no given name.
fn may_be_two(text: Around, name: Tagged) -> bool {
    let (first, end, _) = name;
    end == first + 2 && is_of(name, EntityType::Per) && !text.words.is(first, Classes::GIVEN_NAME)
}

fn before<'t>(text: Around<'t>, names: &[Tagged]) -> Before<'t> {
    let mut before = Before::default();
    let people = names.iter().filter(|name| is_of(**name, EntityType::Per));
    for (_, end, _) in people.filter(|name| name.1 > name.0 + 1) {
        let known = before.entry(text.tokens.key(end - 1)).or_default();
        let word = text.tokens.key(end - 2);
        // Of two words one is another than that beside.
        if known.len() < 2 && !known.contains(&word) {
            known.push(word);
        }
    }
    before
}

/// Whether each of the two words at a token ends the fuller name of somebody.
fn are_two(text: Around, first: usize, before: &Before) -> bool {
    let (one, other) = (text.tokens.key(first), text.tokens.key(first + 1));
    let fuller = |word: &str, beside: &str| {
        let known = before.get(word);
        known.is_some_and(|known| known.iter().any(|before| *before != beside))
    };
    fuller(one, other) && fuller(other, one)
}
