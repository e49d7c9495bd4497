//! What the whole article shows of a word: once after a title it is a person,
//! once after "مدينة" a place, wherever else it stands.

use super::facts::{CLITIC_BA, Fact, LETTERS};
use crate::analysis::{lexicon::Classes, narrow};

/// A set of observations about one word of an article.
pub type Signs = u16;

const CONTEXTS: [(Classes, u32); 6] = [
    (Classes::HONORIFIC, 0),
    (Classes::TITLE, 1),
    (Classes::GIVEN_NAME.union(Classes::PERSON), 2),
    (Classes::PLACE_HEAD, 3),
    (Classes::ORG_HEAD, 4),
    (Classes::NATIONALITY, 5),
];
const LOCATIVE: u32 = 6;
const BEFORE_NATIONALITY: u32 = 7;
const QUOTED: u32 = 8;
const TWICE: u32 = 9;
const OFTEN: u32 = 10;
const PHRASE: u32 = 11;

/// What an article shows of each of its words.
pub struct Evidence {
    /// Open addressing by the hash of the word: hash, signs, occurrences.
    slots: Vec<(u64, Signs, u16)>,
}

impl Evidence {
    /// Gathers it from all the facts of an article.
    pub fn new(facts: &[Fact]) -> Self {
        let size = (facts.len() * 2).next_power_of_two().max(16);
        let mut evidence = Self {
            slots: vec![(0, 0, 0); size],
        };
        for (i, fact) in facts.iter().enumerate() {
            if fact.shape == LETTERS && !fact.plain {
                let signs = signs(fact, facts, i);
                let at = evidence.seat(fact.rest);
                if let Some(slot) = evidence.slots.get_mut(at) {
                    slot.0 = fact.rest;
                    slot.1 |= signs;
                    slot.2 = slot.2.saturating_add(1);
                }
            }
        }
        evidence
    }

    /// What the article shows of the word of that hash.
    #[inline]
    pub fn of(&self, hash: u64) -> Signs {
        let at = self.seat(hash);
        self.slots.get(at).map_or(0, |&(_, signs, count)| {
            signs | Signs::from(count > 1) << TWICE | Signs::from(count > 3) << OFTEN
        })
    }

    #[inline]
    fn seat(&self, hash: u64) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = narrow::seat(hash, mask);
        let other = |slot: &(u64, Signs, u16)| slot.0 != hash && slot.0 != 0;
        while self.slots.get(at).is_some_and(other) {
            at = (at + 1) & mask;
        }
        at
    }
}

/// What a token shows of the word after it, whatever that is.
pub fn shown_by(fact: &Fact) -> Signs {
    let contexts = CONTEXTS.iter().map(|(classes, bit)| {
        let intersects = fact.classes.intersects(*classes);
        Signs::from(intersects) << bit
    });
    let quoted = Signs::from(matches!(fact.shape, 10 | 11)) << QUOTED;
    contexts.fold(quoted, |signs, sign| signs | sign) | Signs::from(fact.locative) << LOCATIVE
}

/// What stands at and around a word shows of it.
fn signs(fact: &Fact, facts: &[Fact], index: usize) -> Signs {
    let mut signs = Signs::from(fact.clitic == CLITIC_BA) << LOCATIVE;
    if fact.phrase > 0 {
        signs |= 1 << (PHRASE + u32::from(fact.phrase - 1) / 2).min(15);
    }
    let before = index.checked_sub(1).and_then(|i| facts.get(i));
    if let Some(before) = before.filter(|_| !fact.opens_line && fact.proclitics == 0) {
        signs |= before.shows;
    }
    let after = facts.get(index + 1);
    let nationality =
        after.is_some_and(|a| a.classes.intersects(Classes::NATIONALITY) && a.proclitics == 0);
    signs | Signs::from(nationality) << BEFORE_NATIONALITY
}
