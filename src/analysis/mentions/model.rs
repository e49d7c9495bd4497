//! The weights of the tagger: what each feature says for and against each tag.
//!
//! Used in place (`weights.bin`): a head with the transitions, then buckets of
//! four rows of sixteen bytes, one cache line each. A row is a check of three
//! bytes and thirteen weights of one byte; a feature that no row is kept for
//! says nothing.

use crate::annotations::EntityType;

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

/// Adds to the scores of all tokens what the features that `emit` gives for each
/// say. Rows lie far apart, and waiting for them is most of the work: so those of
/// several tokens are asked for at once, and added when all are near.
pub fn weigh(scores: &mut [Scores], mut emit: impl FnMut(usize, &mut Vec<u64>)) {
    let mut features = Vec::new();
    let mut ends = [0; AHEAD];
    for (batch, scores) in scores.chunks_mut(AHEAD).enumerate() {
        features.clear();
        for (at, (_, end)) in scores.iter().zip(&mut ends).enumerate() {
            emit(batch * AHEAD + at, &mut features);
            *end = features.len();
        }
        fetch(&features);
        let mut from = 0;
        for (scores, end) in scores.iter_mut().zip(ends) {
            add(features.get(from..end).unwrap_or_default(), scores);
            from = end;
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

/// Reads a byte of each feature's bucket, so that all of it comes near.
fn fetch(features: &[u64]) {
    let buckets = buckets();
    let byte = |feature: &u64| {
        let (at, _) = place(*feature, buckets.len());
        buckets.get(at).map_or(0, |bucket| bucket[0][0])
    };
    std::hint::black_box(features.iter().map(byte).fold(0, |a, b| a ^ b));
}

#[repr(C, align(64))]
struct Aligned<T: ?Sized>(T);

static WEIGHTS: &Aligned<[u8]> = &Aligned(*include_bytes!("weights.bin"));

/// The bucket and the check of a feature.
#[inline]
pub fn place(feature: u64, buckets: usize) -> (usize, [u8; CHECK]) {
    // The upper half of a product is the better mixed one.
    let [_, a, b, c, ..] = feature.to_le_bytes();
    let at = ((feature >> 32) * buckets as u64) >> 32;
    (at as usize, [a, b, c])
}

/// Adds what features say to the scores. Which row is a feature's, if any,
/// cannot be foreseen, so nothing branches on it: the processor goes on to the
/// next features while this one's row comes from memory.
pub fn add(features: &[u64], scores: &mut Scores) {
    let buckets = buckets();
    let mut sum = *scores;
    for feature in features {
        let (at, check) = place(*feature, buckets.len());
        let Some(bucket) = buckets.get(at) else {
            continue;
        };
        let (row, kept) = row(bucket, check);
        for (score, weight) in sum.iter_mut().zip(row) {
            *score += i16::from((weight & kept).cast_signed());
        }
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
fn row(bucket: &[[u8; ROW]; BUCKET], check: [u8; CHECK]) -> (&[u8; ROW], u8) {
    let [a, b, c] = check;
    let wanted = u32::from_le_bytes([a, b, c, 0]);
    let mut found = BUCKET;
    for (number, row) in bucket.iter().enumerate().rev() {
        let check = u32::from_le_bytes([row[0], row[1], row[2], 0]);
        found = if check == wanted { number } else { found };
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
