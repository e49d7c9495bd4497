//! A small fast hash for short folded keys. Plain it is for tables that are ours
//! and only read; what strangers could choose to collide on, the words of their
//! articles, begins at a number that they do not know ([`Map`]).

use super::eights::last_word;
use std::{
    collections::{HashMap, HashSet},
    hash::{BuildHasher, Hasher, RandomState},
    sync::LazyLock,
};

/// Multiplies eight bytes at a time.
#[derive(Clone, Copy, Debug, Default)]
pub struct FastHasher(u64);

const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;

impl FastHasher {
    /// One that begins at a number which no stranger knows.
    pub const fn seeded(seed: u64) -> Self {
        Self(seed)
    }

    #[inline]
    fn mix(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(FACTOR);
    }
}

impl Hasher for FastHasher {
    #[inline]
    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks::<8>();
        for word in words {
            self.mix(u64::from_le_bytes(*word));
        }
        self.mix(last_word(bytes, rest) ^ (bytes.len() as u64) << 56);
    }

    #[inline]
    fn write_u8(&mut self, byte: u8) {
        self.mix(u64::from(byte));
    }

    #[inline]
    fn write_u64(&mut self, number: u64) {
        self.mix(number);
    }

    #[inline]
    fn write_usize(&mut self, number: usize) {
        self.mix(number as u64);
    }

    #[inline]
    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 29)
    }
}

/// The hash of words one after another; each beginning of them has its own.
#[derive(Clone, Copy, Debug)]
pub struct WordsHash(FastHasher);

impl Default for WordsHash {
    fn default() -> Self {
        Self(Seeded::default().build_hasher())
    }
}

impl WordsHash {
    /// That of all of them.
    pub fn of<'w>(words: impl IntoIterator<Item = &'w str>) -> u64 {
        let mut hash = Self::default();
        for word in words {
            hash.push(word);
        }
        hash.value()
    }

    /// Goes on with another word.
    #[inline]
    pub fn push(&mut self, word: &str) {
        self.0.write(word.as_bytes());
    }

    /// That of the words so far.
    pub fn value(self) -> u64 {
        self.0.finish()
    }
}

/// A map whose keys come from articles.
pub type Map<K, V> = HashMap<K, V, Seeded>;

/// The same without values.
pub type Set<K> = HashSet<K, Seeded>;

/// Makes hashers that begin at one number, another at each start of the program.
#[derive(Clone, Copy, Debug)]
pub struct Seeded(u64);

impl Default for Seeded {
    fn default() -> Self {
        static SEED: LazyLock<u64> = LazyLock::new(|| RandomState::new().hash_one(0));
        Self(*SEED)
    }
}

impl BuildHasher for Seeded {
    type Hasher = FastHasher;

    #[inline]
    fn build_hasher(&self) -> FastHasher {
        FastHasher::seeded(self.0)
    }
}
