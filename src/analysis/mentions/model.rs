//! The weights of the tagger: what each feature says for and against each tag.
//!
//! Used in place (`weights.bin`): a head with the transitions, then buckets of
//! four rows of sixteen bytes, one cache line each. A row is a check of three
//! bytes and thirteen weights of one byte; a feature that no row is kept for
//! says nothing.

use std::ops::Range;

use crate::{
    analysis::{narrow::lower_half, packed::Aligned},
    annotations::EntityType,
};

/// Tags: outside, then begin and inside of each type.
pub const TAGS: usize = 13;

/// The types that the tagger tells apart, in the order of their tags.
pub const TYPES: [EntityType; 6] = [
    EntityType::Per,
    EntityType::Org,
    EntityType::Loc,
    EntityType::Norp,
    EntityType::Evt,
    EntityType::Doc,
];

/// The position of persons in [`TYPES`].
pub const PERSON: usize = 0;

/// The tag of a token outside all names.
pub const OUTSIDE: usize = 0;

/// The tag that begins a name of that type.
pub const fn begin(kind: usize) -> usize {
    1 + 2 * kind
}

/// The position in [`TYPES`] that a tag speaks of, and whether it begins a name.
pub const fn type_of(tag: usize) -> Option<(usize, bool)> {
    if tag == OUTSIDE {
        None
    } else {
        Some(((tag - 1) / 2, tag % 2 == 1))
    }
}

/// Whether `next` may follow `tag`: the inside of a name only follows its own
/// beginning or inside.
pub const fn may_follow(tag: usize, next: usize) -> bool {
    next == OUTSIDE || next % 2 == 1 || tag == next || tag + 1 == next
}

/// Rows in a bucket.
pub const BUCKET: usize = 4;
/// Bytes of a row.
pub const ROW: usize = 16;
/// Bytes of the check at the start of a row.
pub const CHECK: usize = 3;
/// Bytes of the head: transitions of two bytes each, in the scale of the
/// weights, filled up to whole cache lines.
pub const HEAD: usize = 384;

/// The scores of the tags of one token.
pub type Scores = [i16; ROW];

/// How many tokens' features are looked at before the first is weighed.
const AHEAD: usize = 16;

/// Adds to the scores of some tokens what the features that `emit` gives for
/// each say. Rows lie far apart, and waiting for them is most of the work: so
/// those of several tokens are asked for at once, and added when all are near.
pub fn weigh(
    scores: &mut [Scores],
    tokens: impl IntoIterator<Item = usize>,
    mut emit: impl FnMut(usize, &mut Vec<u64>),
) {
    let mut tokens = tokens.into_iter().peekable();
    let mut features = Vec::with_capacity(AHEAD * 4);
    let mut batch = Vec::with_capacity(AHEAD);
    while tokens.peek().is_some() {
        features.clear();
        batch.clear();
        for token in tokens.by_ref().take(AHEAD) {
            let from = features.len();
            emit(token, &mut features);
            batch.push((token, from..features.len()));
        }
        fetch(&mut features);
        for (token, range) in batch.drain(..) {
            if let Some(scores) = scores.get_mut(token) {
                add(features.get(range).unwrap_or_default(), scores);
            }
        }
    }
}

/// The buckets of rows.
#[inline]
fn buckets() -> &'static [[[u8; ROW]; BUCKET]] {
    let rows = WEIGHTS.0.get(HEAD..).unwrap_or_default();
    let (rows, _) = rows.as_chunks::<ROW>();
    let (buckets, _) = rows.as_chunks::<BUCKET>();
    buckets
}

/// Puts the place of each feature in its stead, and reads a byte of its bucket,
/// so that all of it comes near.
fn fetch(features: &mut [u64]) {
    let buckets = buckets();
    let mut read = 0;
    for feature in features {
        *feature = place(*feature, buckets.len());
        let bucket = buckets.get((*feature >> 32) as usize);
        read ^= bucket.map_or(0, |bucket| bucket[0][0]);
    }
    std::hint::black_box(read);
}

static WEIGHTS: &Aligned<[u8]> = &Aligned(*include_bytes!("weights.bin"));

/// The bucket of a feature, above 32 bits, and its check.
#[inline]
pub fn place(feature: u64, buckets: usize) -> u64 {
    // The upper half of a product is the better mixed one.
    let at = ((feature >> 32) * buckets as u64) >> 32;
    at << 32 | feature >> 8 & u64::from(CHECK_BITS)
}

/// The bits of a check.
const CHECK_BITS: u32 = 0xff_ffff;

/// Adds what the features at these places say to the scores. Which row is a
/// feature's, if any, cannot be foreseen, so nothing branches on it: the
/// processor goes on to the next features while this one's row comes from memory.
fn add(places: &[u64], scores: &mut Scores) {
    let buckets = buckets();
    let mut sum = *scores;
    for place in places {
        let Some(bucket) = buckets.get((place >> 32) as usize) else {
            continue;
        };
        let (row, kept) = row(bucket, lower_half(*place));
        for (score, weight) in sum.iter_mut().zip(row) {
            *score += i16::from((weight & kept).cast_signed());
        }
    }
    *scores = sum;
}

/// What features say, all in all.
pub fn sum(features: &mut [u64]) -> Scores {
    let all = 0..features.len();
    let [sum] = sums(features, [all]);
    sum
}

/// What some ranges of features say, each for itself; all are asked for at once.
pub fn sums<const MANY: usize>(
    features: &mut [u64],
    ranges: [Range<usize>; MANY],
) -> [Scores; MANY] {
    fetch(features);
    ranges.map(|range| {
        let mut scores = Scores::default();
        add(features.get(range).unwrap_or_default(), &mut scores);
        scores
    })
}

/// What one feature says: a score for each tag, behind bytes that say nothing.
pub type Row = [i8; ROW];

/// The row of a feature; zeros where the model has none.
pub fn row_of(feature: u64) -> Row {
    let buckets = buckets();
    let place = place(feature, buckets.len());
    let Some(bucket) = buckets.get((place >> 32) as usize) else {
        return [0; ROW];
    };
    let (row, kept) = row(bucket, lower_half(place));
    row.map(|weight| (weight & kept).cast_signed())
}

/// Adds what some features say.
#[inline]
pub fn join_rows(scores: &mut Scores, rows: &[&Row]) {
    // Whole copies are added at once; in place each number is, on its own.
    let mut sum = *scores;
    for row in rows {
        let row = **row;
        for (score, weight) in sum.iter_mut().zip(row) {
            *score += i16::from(weight);
        }
    }
    *scores = sum;
}

/// Adds what more is said.
#[inline]
pub fn join(scores: &mut Scores, more: &Scores) {
    let (mut sum, more) = (*scores, *more);
    for (score, more) in sum.iter_mut().zip(more) {
        *score += more;
    }
    *scores = sum;
}

/// The row of a bucket with that check, and what is kept of it: all, or nothing
/// where no row has it.
#[inline]
#[expect(
    clippy::indexing_slicing,
    reason = "a remainder by the length; a look-up would be a branch in the innermost loop"
)]
fn row(bucket: &[[u8; ROW]; BUCKET], check: u32) -> (&[u8; ROW], u8) {
    let mut found = BUCKET;
    for (number, row) in bucket.iter().enumerate().rev() {
        let head = row.first_chunk().copied().unwrap_or_default();
        let differs = (u32::from_le_bytes(head) ^ check) & CHECK_BITS;
        found = if differs == 0 { number } else { found };
    }
    let kept = 0u8.wrapping_sub(u8::from(found < BUCKET));
    (&bucket[found % BUCKET], kept)
}

/// What the model says of one tag after another, in the scale of the scores.
#[inline]
pub fn transition(tag: usize, next: usize) -> i16 {
    let at = (tag * TAGS + next) * 2;
    match WEIGHTS.0.get(at..at + 2) {
        Some(&[a, b]) => i16::from_le_bytes([a, b]),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_its_own_name_goes_on() {
        assert!(may_follow(begin(2), begin(2) + 1));
        assert!(may_follow(begin(2) + 1, begin(2) + 1));
        assert!(!may_follow(OUTSIDE, begin(2) + 1));
        assert!(!may_follow(begin(1), begin(2) + 1));
        assert!(may_follow(begin(1) + 1, begin(1)));
    }
}
