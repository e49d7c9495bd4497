//! Hashes of words and phrases, by which they are looked up.
//!
//! Words are not kept: 64 bits of hash tell forty thousand entries apart.

use crate::analysis::{
    eights::last_word,
    narrow::{seat, to_u32},
};

const MULTIPLIER: u64 = 0x9e37_79b9_7f4a_7c15;

/// The hash of one folded word; never 0.
#[inline]
pub fn hash_word(key: &str) -> u64 {
    hash_parts("", key)
}

/// The hash of two parts written together.
#[inline]
pub fn hash_parts(first: &str, second: &str) -> u64 {
    let mut hash = Hasher::default();
    hash.write(first.as_bytes());
    hash.write(second.as_bytes());
    hash.finish()
}

/// The hash of a phrase of that hash with one more word.
#[inline]
pub(crate) fn extend(phrase: u64, word: u64) -> u64 {
    let mixed = (phrase.rotate_left(23) ^ word).wrapping_mul(MULTIPLIER);
    (mixed ^ (mixed >> 29)) | 1 << 63
}

/// The hash of words in a row.
#[inline]
pub fn hash_phrase<'w>(mut words: impl Iterator<Item = &'w str>) -> u64 {
    let first = words.next().map_or(0, hash_word);
    words.fold(first, |phrase, word| extend(phrase, hash_word(word)))
}

/// How many bytes tell which words in a row begin phrases, a bit for each seat.
pub const BEGINNINGS_BYTES: usize = 1 << 14;

/// The byte and the bit of words that begin a phrase.
#[inline]
pub fn beginning_seat(hash: u64) -> (usize, u8) {
    let seat = seat(hash, BEGINNINGS_BYTES * 8 - 1);
    (seat / 8, 1 << (seat % 8))
}

/// Eight bytes at a time, the same whatever the parts.
#[derive(Default)]
struct Hasher {
    state: u64,
    pending: u64,
    bits: u32,
}

impl Hasher {
    #[inline]
    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks::<8>();
        for word in words {
            self.push(u64::from_le_bytes(*word), 64);
        }
        self.push(last_word(bytes, rest), 8 * to_u32(rest.len()));
    }

    #[inline]
    fn push(&mut self, word: u64, bits: u32) {
        self.pending |= word << self.bits;
        let free = 64 - self.bits;
        if bits < free {
            self.bits += bits;
        } else {
            self.mix();
            self.pending = word.checked_shr(free).unwrap_or(0);
            self.bits = bits - free;
        }
    }

    #[inline]
    fn mix(&mut self) {
        self.state = (self.state.rotate_left(26) ^ self.pending).wrapping_mul(MULTIPLIER);
        self.state ^= self.state >> 32;
        self.pending = 0;
        self.bits = 0;
    }

    #[inline]
    fn finish(mut self) -> u64 {
        self.mix();
        self.mix();
        self.state | 1 << 63
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_hash_as_the_whole() {
        assert_eq!(hash_parts("ال", "ناتو"), hash_word("الناتو"));
        let long = "abcdefghijklmnopqrstuvwxyz";
        for at in 0..long.len() {
            assert_eq!(hash_parts(&long[..at], &long[at..]), hash_word(long));
        }
        assert_ne!(hash_word("روسيا"), hash_word("روسي"));
    }
}
