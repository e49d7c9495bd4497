//! People who have been named in full are named again by the last word alone, where the
//! tagger takes that for something else: right behind a verb of saying (وأوضح [لوح] أن),
//! or a word that nobody knows (لكن [جرودان] قالت).

use super::{Around, is_of, words::is_strange};
use crate::{
    analysis::{
        grammar,
        mentions::{led::Leads, model, tagger::Tagged},
    },
    annotations::EntityType,
};

/// The names with those that are named again.
pub fn add(text: Around, mut names: Vec<Tagged>) -> Vec<Tagged> {
    let people = names.iter().filter(|name| is_of(**name, EntityType::Per));
    let full = people.filter(|name| name.1 > name.0 + 1);
    let last = full
        .map(|name| name.1 - 1)
        .filter(|token| grammar::of(text.tokens.key(*token)).is_none());
    // Which forms of the text end such a name.
    let places = text.tokens.places();
    let mut ends = vec![false; text.tokens.met().len()];
    let mut any = false;
    for place in last.filter_map(|token| places.get(token)) {
        if let Some(end) = ends.get_mut(*place as usize) {
            (*end, any) = (true, true);
        }
    }
    if !any {
        return names;
    }
    let mut free = Vec::new();
    let mut next = names.iter().peekable();
    for (token, place) in places.iter().enumerate() {
        if ends.get(*place as usize) != Some(&true) || !may_be(text, token) {
            continue;
        }
        while next.next_if(|name| name.1 <= token).is_some() {}
        let inside = next.peek().is_some_and(|name| name.0 <= token);
        if !inside && is_meant(text, token) {
            free.push((token, token + 1, model::PERSON));
        }
    }
    if !free.is_empty() {
        names.extend(free);
        names.sort_unstable();
    }
    names
}

/// Whether a token may stand for a name, by what costs little to ask.
fn may_be(text: Around, token: usize) -> bool {
    let unknown = text
        .facts
        .get(token)
        .is_some_and(|fact| fact.shares() >> 24 == 0);
    unknown || behind_saying(text, token)
}

fn behind_saying(text: Around, token: usize) -> bool {
    let before = token.checked_sub(1).and_then(|at| text.facts.get(at));
    before.is_some_and(|fact| fact.leads == Leads::Says)
}

/// Whether the last word of a name stands for the name here.
fn is_meant(text: Around, token: usize) -> bool {
    let Some(fact) = text.facts.get(token) else {
        return false;
    };
    let said = behind_saying(text, token) && !fact.opens_line;
    said && fact.proclitics == 0 || is_strange(text, token)
}
