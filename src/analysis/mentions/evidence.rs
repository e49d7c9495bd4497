//! What the whole article shows of a word: once after a title it is a person,
//! once after "مدينة" a place, wherever else it stands.

use super::{
    facts::{CLITIC_BA, Fact, LETTERS},
    rests::Rests,
};
use crate::analysis::{lexicon::Classes, tokens::Tokens};

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
    /// Which words those are.
    pub rests: Rests,
    /// For each word signs and occurrences.
    shown: Vec<(Signs, u16)>,
}

impl Evidence {
    /// Gathers it from all the facts of an article.
    pub fn new(facts: &[Fact], tokens: &Tokens) -> Self {
        let rests = Rests::new(facts, tokens);
        let mut shown = vec![(0, 0); rests.count()];
        for (i, (fact, rest)) in facts.iter().zip(rests.all()).enumerate() {
            if fact.shape == LETTERS && !fact.plain {
                let signs = signs(fact, facts, i);
                if let Some((seen, count)) = shown.get_mut(rest) {
                    *seen |= signs;
                    *count = u16::saturating_add(*count, 1);
                }
            }
        }
        Self { rests, shown }
    }

    /// What the article shows of the word of a token.
    #[inline]
    pub fn of(&self, token: usize) -> Signs {
        let shown = self.shown.get(self.rests.of(token));
        shown.map_or(0, |&(signs, count)| {
            signs | Signs::from(count > 1) << TWICE | Signs::from(count > 3) << OFTEN
        })
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
