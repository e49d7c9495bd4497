//! What the tagger's first pass made of each word of an article, so that the
//! second may tag it alike wherever else it stands.

use super::{
    facts::{BOUNDARY, Fact, LETTERS},
    features::{one, two},
    model::{TYPES, type_of},
    rests::Rests,
};

/// How one word was tagged, over all its places.
#[derive(Clone, Copy, Debug, Default)]
struct Recalled {
    count: u16,
    tagged: [u16; TYPES.len()],
    begins: u16,
    inside: u16,
}

/// The first pass over an article: for each token what is recalled of its word, its
/// commonest type with how sure it was, and where in names it stood; 0 for nothing.
pub struct Memory(Vec<u64>);

impl Memory {
    /// Gathers it from the tags of all tokens; none where nothing was named.
    pub fn new(facts: &[Fact], tags: &[u8], rests: &Rests) -> Option<Self> {
        let mut words: Vec<Recalled> = Vec::new();
        for ((fact, tag), rest) in facts.iter().zip(tags).zip(rests.all()) {
            if *tag > 0 && fact.shape == LETTERS {
                if words.is_empty() {
                    words.resize(rests.count(), Recalled::default());
                }
                if let Some(word) = words.get_mut(rest) {
                    word.keep(*tag);
                }
            }
        }
        if words.is_empty() {
            return None;
        }
        for (fact, rest) in facts.iter().zip(rests.all()) {
            if fact.shape == LETTERS
                && !fact.plain
                && let Some(word) = words.get_mut(rest)
            {
                word.count = word.count.saturating_add(1);
            }
        }
        let recalled: Vec<u64> = words.iter().map(Recalled::told).collect();
        let of = |rest: usize| recalled.get(rest).copied().unwrap_or(0);
        Some(Self(rests.all().map(of).collect()))
    }

    /// What is recalled of each token: the same of all of one word.
    pub fn recalled(&self) -> &[u64] {
        &self.0
    }

    /// Calls `emit` with every feature of a token that rests on the first pass.
    pub fn each(&self, facts: &[Fact], index: usize, emit: impl FnMut(u64)) {
        let of = |at: Option<usize>| at.and_then(|at| self.0.get(at)).copied().unwrap_or(0);
        let recalled = [index.checked_sub(1), Some(index), Some(index + 1)].map(of);
        each(recalled, facts.get(index).unwrap_or(&BOUNDARY), emit);
    }
}

impl Recalled {
    fn keep(&mut self, tag: u8) {
        if let Some((kind, begins)) = type_of(tag.into()) {
            let place = if begins {
                &mut self.begins
            } else {
                &mut self.inside
            };
            let kind = self.tagged.get_mut(kind);
            for count in kind.into_iter().chain([place]) {
                *count = count.saturating_add(1);
            }
        }
    }

    /// What is told of it to the second pass.
    fn told(&self) -> u64 {
        if self.begins == 0 && self.inside == 0 {
            return 0;
        }
        let most = self.tagged.iter().copied().max().unwrap_or(0);
        let kind = self.tagged.iter().position(|n| *n == most).unwrap_or(0) as u64;
        let share = match u32::from(most) * 4 / u32::from(self.count.max(1)) {
            4.. => 3,
            2 | 3 => 2,
            _ => 1,
        };
        let place = u64::from(self.begins > 0) | u64::from(self.inside > 0) << 1;
        let often = u64::from(self.count.min(4).checked_ilog2().unwrap_or(0));
        1 + (kind | share << 4 | place << 8 | often << 12)
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
