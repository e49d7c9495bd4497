//! What is known of a hundred thousand words of news that no list holds: the
//! words that stand in the same places (clusters), how often they are names.
//!
//! The table (`vocabulary.bin`) is used in place, as it lies in the program:
//! buckets of eight entries of eight bytes, one cache line each. An entry is
//! found by a check of its hash; the program that makes it is
//! `examples/train_tagger`.

use crate::analysis::{
    lexicon::hash_word,
    narrow::{self, to_u8},
    packed::Aligned,
};

/// One word, unpacked from the bits of an entry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Word {
    /// Its cluster of 64, of 256 and of 1024.
    pub clusters: [u16; 3],
    /// How large a share of it stands in names of people, bodies and places:
    /// 0 for none to 7.
    pub shares: [u8; 3],
    /// How many letters of it are proclitics.
    pub proclitics: u8,
    /// How frequent it is, 0 to 7.
    pub frequency: u8,
    /// Never seen in a name though seen often: no tag but "outside" is tried.
    pub plain: bool,
}

/// The bits of each field, lowest first; the check of the hash is the rest.
const WIDTHS: [u32; 10] = [6, 8, 10, 3, 3, 3, 2, 3, 1, 1];
const CHECK: u32 = 40;

/// Entries in a bucket.
pub const BUCKET: usize = 8;

impl Word {
    fn fields(&self) -> [u64; 10] {
        let [a, b, c] = self.clusters.map(u64::from);
        let [per, org, loc] = self.shares.map(u64::from);
        let rest = (u64::from(self.proclitics), u64::from(self.frequency));
        [
            a,
            b,
            c,
            per,
            org,
            loc,
            rest.0,
            rest.1,
            u64::from(self.plain),
            1,
        ]
    }

    /// The entry of this word under that hash.
    pub fn pack(&self, hash: u64) -> u64 {
        let mut at = 0;
        let mut bits = 0;
        for (field, width) in self.fields().into_iter().zip(WIDTHS) {
            bits |= (field & ((1 << width) - 1)) << at;
            at += width;
        }
        bits | check(hash) << CHECK
    }

    fn unpack(mut bits: u64) -> Self {
        let [a, b, c, per, org, loc, proclitics, frequency, plain, _] = WIDTHS.map(|width| {
            let field = bits & ((1 << width) - 1);
            bits >>= width;
            u16::try_from(field).unwrap_or(u16::MAX)
        });
        Self {
            clusters: [a, b, c],
            shares: [per, org, loc].map(|share| to_u8(share.into())),
            proclitics: to_u8(proclitics.into()),
            frequency: to_u8(frequency.into()),
            plain: plain == 1,
        }
    }
}

#[inline]
fn check(hash: u64) -> u64 {
    hash >> CHECK
}

/// The two buckets among `buckets`, a power of two, in which a hash may lie.
#[inline]
pub fn buckets_of(hash: u64, buckets: usize) -> [usize; 2] {
    [hash, hash >> 20].map(|hash| narrow::seat(hash, buckets - 1))
}

static TABLE: &Aligned<[u8]> = &Aligned(*include_bytes!("vocabulary.bin"));

/// The word of that hash, if the table has it.
#[inline]
pub fn look_up(hash: u64) -> Option<Word> {
    let (entries, _) = TABLE.0.as_chunks::<8>();
    let (buckets, _) = entries.as_chunks::<BUCKET>();
    let wanted = check(hash);
    buckets_of(hash, buckets.len())
        .iter()
        .find_map(|at| {
            let bucket = buckets.get(*at)?;
            let mut entries = bucket.iter().map(|bytes| u64::from_le_bytes(*bytes));
            entries.find(|bits| bits >> CHECK == wanted && *bits != 0)
        })
        .map(Word::unpack)
}

/// How often of seven times a word must have been met in names of people to be known
/// for them.
pub const OFTEN: u8 = 3;

/// Whether a word of that hash is known for names of people as it stands (كارمن, لبيب;
/// not وأحمد).
pub fn is_whole_name(key: &str, hash: u64) -> bool {
    let named = |hash: u64| look_up(hash).is_some_and(|w| w.shares[0] >= OFTEN);
    let rest = key.strip_prefix('و');
    named(hash) && !rest.is_some_and(|rest| named(hash_word(rest)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_unpacked_as_it_was_packed() {
        let word = Word {
            clusters: [63, 255, 1023],
            shares: [7, 0, 3],
            proclitics: 2,
            frequency: 5,
            plain: true,
        };
        assert_eq!(Word::unpack(word.pack(u64::MAX)), word);
    }
}
