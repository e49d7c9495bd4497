//! Which tokens are parts of phrases that the lists hold.

use super::Fact;
use crate::analysis::lexicon::{Classes, Words};

/// Marks the longest phrases of the lists, left to right.
pub fn mark(facts: &mut [Fact], words: &Words) {
    let mut at = 0;
    while let Some(fact) = facts.get(at) {
        let phrase = fact.opens_phrase.then(|| words.phrase(at)).flatten();
        let Some((phrase, kind)) = phrase.and_then(|p| Some((p, kind_of(p.classes)?))) else {
            at += 1;
            continue;
        };
        let end = at + phrase.len;
        for (n, fact) in facts.iter_mut().take(end).skip(at).enumerate() {
            fact.phrase = kind * 2 + 1 + u8::from(n > 0);
            fact.seen = phrase.classes.intersects(Classes::SEEN);
            fact.plain = false;
        }
        at = end;
    }
}

/// The position of the type that a phrase of these classes names among
/// [`TYPES`](super::super::model::TYPES).
fn kind_of(classes: Classes) -> Option<u8> {
    const KINDS: [(Classes, u8); 6] = [
        (Classes::PERSON, 0),
        (Classes::ORG.union(Classes::MEDIA), 1),
        (Classes::PLACE, 2),
        (Classes::PEOPLE, 3),
        (Classes::EVENT, 4),
        (Classes::DOCUMENT, 5),
    ];
    let mut kinds = KINDS.iter();
    kinds
        .find(|(c, _)| classes.intersects(*c))
        .map(|(_, kind)| *kind)
}
