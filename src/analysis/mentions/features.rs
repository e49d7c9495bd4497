//! The features of a token: numbers, each of which stands for one observation
//! about it or its neighbours.

use super::{
    evidence::Evidence,
    facts::{BOUNDARY, Fact},
};

/// Where a word stands from the token that is tagged.
pub const PLACES: [i8; 5] = [-2, -1, 0, 1, 2];

/// Calls `emit` with every feature of a token.
pub fn each(facts: &[Fact], evidence: &Evidence, index: usize, mut emit: impl FnMut(u64)) {
    let window = Window::new(facts, index);
    for (place, fact) in PLACES.into_iter().zip(window.facts()) {
        alone(fact, place, &mut emit);
    }
    pairs(&window).into_iter().for_each(&mut emit);
    together(&window, evidence, emit);
}

/// Calls `emit` with the features that rest on the form of one word alone, as
/// it stands at one of the [`PLACES`].
pub fn alone(fact: &Fact, place: i8, emit: &mut impl FnMut(u64)) {
    match place {
        0 => own(fact, emit),
        -1 => neighbour(fact, 20, emit),
        1 => neighbour(fact, 30, emit),
        -2 => far_neighbour(fact, 40, emit),
        _ => far_neighbour(fact, 43, emit),
    }
}

/// The features that rest on the forms of two words.
#[inline]
pub fn pairs(window: &Window) -> [u64; 12] {
    let Window {
        own,
        before,
        after,
        before2,
        ..
    } = *window;
    let classes = |fact: &Fact| u64::from(fact.classes.0);
    [
        two(50, before.rest, own.rest),
        two(51, own.rest, after.rest),
        two(52, before.cluster(0), own.cluster(0)),
        two(53, own.cluster(0), after.cluster(0)),
        two(54, before.cluster(1), own.cluster(1)),
        two(55, own.cluster(1), after.cluster(1)),
        two(56, classes(before), classes(own)),
        two(57, classes(own), classes(after)),
        two(58, classes(before2), classes(before)),
        two(59, before.cluster(1), classes(own)),
        two(61, before.shares(), own.shares()),
        two(62, own.shares(), after.shares()),
    ]
}

/// Calls `emit` with the other features that rest on several words, or on where
/// they stand.
#[inline]
pub fn together(window: &Window, evidence: &Evidence, mut emit: impl FnMut(u64)) {
    let own = window.own;
    if own.phrase > 0 {
        emit(one(15, u64::from(own.phrase) | u64::from(own.seen) << 8));
    }
    over_marks(window, &mut emit);
    let mut signs = evidence.of(own.rest);
    while signs != 0 {
        emit(one(60, signs.trailing_zeros().into()));
        signs &= signs - 1;
    }
}

/// A token with two neighbours on each side, within its line.
pub struct Window<'f> {
    own: &'f Fact,
    before: &'f Fact,
    before2: &'f Fact,
    after: &'f Fact,
    after2: &'f Fact,
    /// The next words where a mark stands between.
    word_before: Option<&'f Fact>,
    word_after: Option<&'f Fact>,
}

impl<'f> Window<'f> {
    /// What stands around a token.
    #[inline]
    pub fn new(facts: &'f [Fact], index: usize) -> Self {
        let own = facts.get(index).unwrap_or(&BOUNDARY);
        let back = |from: &Fact, by: usize| {
            let fact = index.checked_sub(by).and_then(|i| facts.get(i));
            fact.filter(|_| !from.opens_line).unwrap_or(&BOUNDARY)
        };
        let forth = |from: &Fact, by: usize| {
            let fact = facts.get(index + by).filter(|f| !f.opens_line);
            fact.filter(|_| from.shape != 0).unwrap_or(&BOUNDARY)
        };
        let before = back(own, 1);
        let before2 = back(before, 2);
        let after = forth(own, 1);
        let after2 = forth(after, 2);
        Self {
            own,
            before,
            before2,
            after,
            after2,
            word_before: before.is_pair_mark().then_some(before2),
            word_after: after.is_pair_mark().then_some(after2),
        }
    }

    /// The words at the [`PLACES`].
    #[inline]
    pub fn facts(&self) -> [&'f Fact; 5] {
        [self.before2, self.before, self.own, self.after, self.after2]
    }
}

fn own(fact: &Fact, emit: &mut impl FnMut(u64)) {
    emit(one(1, 0));
    emit(one(2, fact.rest));
    if fact.proclitics > 0 {
        emit(one(3, fact.whole));
    }
    emit(one(4, fact.cluster(2)));
    emit(one(5, fact.cluster(1)));
    emit(one(6, fact.cluster(0)));
    for (id, affix) in (7..).zip(fact.affixes) {
        emit(one(id, affix.into()));
    }
    emit(one(11, fact.look()));
    emit(one(12, fact.classes.0.into()));
    emit(one(13, fact.shares()));
    emit(two(16, fact.classes.0.into(), fact.clitic.into()));
    emit(two(63, fact.shares(), fact.look()));
    let mut classes = fact.classes.0;
    while classes != 0 {
        emit(one(14, classes.trailing_zeros().into()));
        classes &= classes - 1;
    }
}

fn neighbour(fact: &Fact, base: u64, emit: &mut impl FnMut(u64)) {
    emit(one(base, fact.rest));
    emit(one(base + 1, fact.cluster(2)));
    emit(one(base + 2, fact.cluster(1)));
    emit(one(base + 3, fact.cluster(0)));
    emit(one(base + 4, fact.look()));
    emit(one(base + 5, fact.classes.0.into()));
    emit(one(base + 6, fact.shares()));
}

fn far_neighbour(fact: &Fact, base: u64, emit: &mut impl FnMut(u64)) {
    emit(one(base, fact.rest));
    emit(one(base + 1, fact.cluster(1)));
    emit(one(base + 2, fact.classes.0.into()));
}

#[inline]
fn over_marks(window: &Window, emit: &mut impl FnMut(u64)) {
    for (base, fact) in [(64, window.word_before), (68, window.word_after)] {
        if let Some(fact) = fact {
            emit(one(base, fact.rest));
            emit(one(base + 1, fact.cluster(1)));
            emit(one(base + 2, fact.classes.0.into()));
            emit(two(base + 3, fact.classes.0.into(), window.own.shares()));
        }
    }
}

const MULTIPLIER: u64 = 0x9e37_79b9_7f4a_7c15;

#[inline]
pub(super) fn one(template: u64, value: u64) -> u64 {
    let mixed = (value ^ template << 56).wrapping_mul(MULTIPLIER);
    (mixed ^ mixed >> 32).wrapping_mul(MULTIPLIER)
}

#[inline]
pub(super) fn two(template: u64, first: u64, second: u64) -> u64 {
    one(
        template,
        first.rotate_left(21).wrapping_mul(MULTIPLIER) ^ second,
    )
}
