//! The features of a token: numbers, each of which stands for one observation
//! about it or its neighbours.

use super::{
    evidence::{Evidence, Signs},
    facts::{BOUNDARY, Fact, Spelling},
    led::Led,
};

/// Where a word stands from the token that is tagged.
pub const PLACES: [i8; 5] = [-2, -1, 0, 1, 2];

/// Calls `emit` with every feature of a token that is spelt so.
pub fn each(
    facts: &[Fact],
    evidence: &Evidence,
    index: usize,
    spelling: &Spelling,
    mut emit: impl FnMut(u64),
) {
    let window = Window::new(facts, index);
    for (place, fact) in PLACES.into_iter().zip(window.facts()) {
        alone(fact, spelling, place, &mut emit);
    }
    let Window {
        own, before, after, ..
    } = window;
    of_words(before, own, after).into_iter().for_each(&mut emit);
    for size in [0, 1] {
        emit(cluster_before(size, before, own));
        emit(cluster_after(size, own, after));
    }
    let [second, _, _] = classes_of_two(before, own);
    let [_, first, _] = classes_of_two(own, after);
    let [_, _, next] = classes_of_two(window.before2, before);
    let [share, _] = shares_of_two(before, own);
    let [_, share_of_first] = shares_of_two(own, after);
    let mixed = cluster_and_classes(before, own);
    [second, first, next, mixed, share, share_of_first]
        .into_iter()
        .for_each(&mut emit);
    told(phrase(own), evidence.of(index), &mut emit);
    led(own, &mut emit);
    over_marks(&window, emit);
}

/// Calls `emit` with the features of a token that rest on what leads up to it.
fn led(own: &Fact, emit: &mut impl FnMut(u64)) {
    if own.led.is_none() {
        return;
    }
    led_alone(own.led).into_iter().for_each(&mut *emit);
    emit(led_and_shares(own.led, own));
}

/// Those that rest on nothing else.
#[inline]
pub fn led_alone(led: Led) -> [u64; 2] {
    let (up, ahead) = (led.up.into(), led.ahead.into());
    [one(17, up), two(18, up, ahead)]
}

/// The one that rests on how often the word is a part of names, too.
#[inline]
pub fn led_and_shares(led: Led, fact: &Fact) -> u64 {
    two(19, led.by() << 8 | u64::from(led.ahead), fact.shares())
}

/// Calls `emit` with the features that rest on the form of one word alone, as
/// it stands at one of the [`PLACES`]; its spelling matters to the token itself.
pub fn alone(fact: &Fact, spelling: &Spelling, place: i8, emit: &mut impl FnMut(u64)) {
    match place {
        0 => own(fact, spelling, emit),
        -1 => neighbour(fact, 20, emit),
        1 => neighbour(fact, 30, emit),
        -2 => far_neighbour(fact, 40, emit),
        _ => far_neighbour(fact, 43, emit),
    }
}

/// The features of a token that rest on the very words of two.
#[inline]
pub fn of_words(before: &Fact, own: &Fact, after: &Fact) -> [u64; 2] {
    [
        two(50, before.rest, own.rest),
        two(51, own.rest, after.rest),
    ]
}

/// The feature of a token that rests on the clusters of it and of the one before,
/// among 64 (0) or 256 (1).
#[inline]
pub fn cluster_before(size: usize, before: &Fact, own: &Fact) -> u64 {
    let template = if size == 0 { 52 } else { 54 };
    two(template, before.cluster(size), own.cluster(size))
}

/// The same for the one after.
#[inline]
pub fn cluster_after(size: usize, own: &Fact, after: &Fact) -> u64 {
    let template = if size == 0 { 53 } else { 55 };
    two(template, own.cluster(size), after.cluster(size))
}

/// The features that rest on the classes of two words side by side: one of the
/// second, of the first and of the token after both.
#[inline]
pub fn classes_of_two(first: &Fact, second: &Fact) -> [u64; 3] {
    let [first, second] = [classes(first), classes(second)];
    [56, 57, 58].map(|template| two(template, first, second))
}

/// The feature of a token that rests on its classes and the cluster before.
#[inline]
pub fn cluster_and_classes(before: &Fact, own: &Fact) -> u64 {
    two(59, before.cluster(1), classes(own))
}

/// The features that rest on how often two words side by side are parts of names:
/// one of the second and of the first.
#[inline]
pub fn shares_of_two(first: &Fact, second: &Fact) -> [u64; 2] {
    [61, 62].map(|template| two(template, first.shares(), second.shares()))
}

#[inline]
pub(super) fn classes(fact: &Fact) -> u64 {
    fact.classes.0.into()
}

/// Calls `emit` with what a token's place in a phrase and the article tell of it.
#[inline]
pub fn told(phrase: u64, signs: Signs, mut emit: impl FnMut(u64)) {
    if phrase > 0 {
        emit(one(15, phrase));
    }
    let mut signs = signs;
    while signs != 0 {
        emit(one(60, signs.trailing_zeros().into()));
        signs &= signs - 1;
    }
}

/// A token's place in a phrase, as [`told`] takes it.
#[inline]
pub fn phrase(fact: &Fact) -> u64 {
    if fact.phrase == 0 {
        return 0;
    }
    u64::from(fact.phrase) | u64::from(fact.seen) << 8
}

/// A token with two neighbours on each side, within its line.
pub struct Window<'f> {
    /// The token.
    pub own: &'f Fact,
    /// The one before it.
    pub before: &'f Fact,
    before2: &'f Fact,
    /// The one after it.
    pub after: &'f Fact,
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

fn own(fact: &Fact, spelling: &Spelling, emit: &mut impl FnMut(u64)) {
    emit(one(1, 0));
    emit(one(2, fact.rest));
    if fact.proclitics > 0 {
        emit(one(3, spelling.whole));
    }
    emit(one(4, fact.cluster(2)));
    emit(one(5, fact.cluster(1)));
    emit(one(6, fact.cluster(0)));
    for (id, affix) in (7..).zip(spelling.affixes) {
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

/// Calls `emit` with the features that rest on the next words beyond marks.
#[inline]
pub fn over_marks(window: &Window, mut emit: impl FnMut(u64)) {
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
