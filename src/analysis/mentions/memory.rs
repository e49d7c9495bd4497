//! What the tagger's first pass made of each word of an article, so that the
//! second may tag it alike wherever else it stands.

use super::{
    facts::{BOUNDARY, Fact, LETTERS},
    features::{one, two},
    model::{TYPES, type_of},
};
use crate::analysis::{narrow, tokens::Tokens};

/// How one word was tagged, over all its places.
#[derive(Clone, Copy, Debug, Default)]
struct Recalled {
    hash: u64,
    count: u16,
    tagged: [u16; TYPES.len()],
    begins: u16,
    inside: u16,
}

/// The first pass over an article, by word.
pub struct Memory {
    slots: Vec<Recalled>,
}

impl Memory {
    /// Gathers it from the tags of all tokens; none where nothing was named.
    pub fn new(facts: &[Fact], tags: &[u8]) -> Option<Self> {
        let named = |(fact, tag): (&Fact, &u8)| fact.shape == LETTERS && *tag > 0;
        let places = facts.iter().zip(tags).filter(|pair| named(*pair)).count();
        if places == 0 {
            return None;
        }
        let mut memory = Self {
            slots: vec![Recalled::default(); (places * 2).next_power_of_two().max(16)],
        };
        for (fact, tag) in facts.iter().zip(tags) {
            if named((fact, tag)) {
                memory.keep(fact.rest, *tag);
            }
        }
        for fact in facts.iter().filter(|f| f.shape == LETTERS && !f.plain) {
            let at = memory.seat(fact.rest);
            if let Some(slot) = memory.slots.get_mut(at) {
                slot.count = slot.count.saturating_add(u16::from(slot.hash != 0));
            }
        }
        Some(memory)
    }

    fn keep(&mut self, hash: u64, tag: u8) {
        let at = self.seat(hash);
        let Some(slot) = self.slots.get_mut(at) else {
            return;
        };
        slot.hash = hash;
        if let Some((kind, begins)) = type_of(tag.into()) {
            let place = if begins {
                &mut slot.begins
            } else {
                &mut slot.inside
            };
            let kind = slot.tagged.get_mut(kind);
            for count in kind.into_iter().chain([place]) {
                *count = count.saturating_add(1);
            }
        }
    }

    #[inline]
    fn seat(&self, hash: u64) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = narrow::seat(hash, mask);
        let other = |slot: &Recalled| slot.hash != hash && slot.hash != 0;
        while self.slots.get(at).is_some_and(other) {
            at = (at + 1) & mask;
        }
        at
    }

    /// What is recalled of a word: its commonest type with how sure it was, and
    /// where in names it stood; 0 for nothing.
    #[inline]
    fn recall(&self, fact: Option<&Fact>) -> u64 {
        let Some(fact) = fact.filter(|f| f.shape == LETTERS) else {
            return 0;
        };
        let slot = self.slots.get(self.seat(fact.rest));
        let Some(slot) = slot.filter(|slot| slot.hash != 0) else {
            return 0;
        };
        let most = slot.tagged.iter().copied().max().unwrap_or(0);
        let kind = slot.tagged.iter().position(|n| *n == most).unwrap_or(0) as u64;
        let share = match u32::from(most) * 4 / u32::from(slot.count.max(1)) {
            4.. => 3,
            2 | 3 => 2,
            _ => 1,
        };
        let place = u64::from(slot.begins > 0) | u64::from(slot.inside > 0) << 1;
        let often = u64::from(slot.count.min(4).ilog2());
        1 + (kind | share << 4 | place << 8 | often << 12)
    }

    /// What is recalled of each token: the same of all of one form.
    pub fn recalled(&self, facts: &[Fact], tokens: &Tokens) -> Vec<u64> {
        let met = tokens.met().iter();
        let made: Vec<u64> = met.map(|met| self.recall(facts.get(met.first))).collect();
        let of = |place: &u32| made.get(*place as usize).copied().unwrap_or(0);
        tokens.places().iter().map(of).collect()
    }

    /// Calls `emit` with every feature of a token that rests on the first pass.
    pub fn each(&self, facts: &[Fact], index: usize, emit: impl FnMut(u64)) {
        let of = |at: Option<usize>| self.recall(at.and_then(|at| facts.get(at)));
        let recalled = [index.checked_sub(1), Some(index), Some(index + 1)].map(of);
        each(recalled, facts.get(index).unwrap_or(&BOUNDARY), emit);
    }
}

/// What is recalled of the word before a token, of its own and of the one after it.
pub type Recalls = [u64; 3];

/// The three in one number: each has fourteen bits.
#[inline]
pub fn packed([before, own, after]: Recalls) -> u64 {
    before << 28 | own << 14 | after
}

/// Calls `emit` with the features of a token that rest on what is recalled.
#[inline]
fn each(recalls: Recalls, fact: &Fact, mut emit: impl FnMut(u64)) {
    around(recalls, &mut emit);
    if recalls[1] != 0 {
        emit(as_listed(recalls[1], fact.classes.0));
    }
}

/// Those that rest on nothing else.
pub fn around([before, own, after]: Recalls, mut emit: impl FnMut(u64)) {
    for (template, value) in [(80, own), (81, before), (82, after)] {
        if value != 0 {
            emit(one(template, value));
        }
    }
    if own != 0 {
        emit(two(83, before, own));
        emit(two(84, own, after));
    }
}

/// The one that rests on what the lists say, too.
pub fn as_listed(own: u64, classes: u32) -> u64 {
    two(85, own, classes.into())
}
