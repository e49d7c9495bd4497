//! Tells most words of a text to be in no list, before anything is hashed.

use crate::analysis::narrow::to_u32;

/// A set of lengths with the last two letters, that holds a little too much.
#[derive(Debug, PartialEq)]
pub struct Endings(pub(super) [u64; 128]);

impl Endings {
    /// Where a word stands in it, and the bit that tells that it does.
    pub(super) fn place(word: &str) -> (usize, u64) {
        let bytes = word.as_bytes();
        let last = bytes.last_chunk::<4>().copied().unwrap_or_default();
        let length = to_u32(bytes.len()) << 8;
        let mixed = (u32::from_le_bytes(last) ^ length).wrapping_mul(0x9e37_79b1);
        ((mixed >> 25) as usize, 1 << (mixed >> 19 & 63))
    }

    /// Whether the word may be of the set.
    #[inline]
    pub fn may_hold(&self, word: &str) -> bool {
        let (at, bit) = Self::place(word);
        self.0.get(at).is_some_and(|bits| bits & bit != 0)
    }
}
