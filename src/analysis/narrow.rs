//! Numbers that are kept in fewer bits than they are reckoned in. No article comes
//! near the largest of them; one that did would keep that one.

/// A place in an article, or a count of something in it.
#[inline]
pub fn to_u32(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// The number of a line of a list.
#[inline]
pub fn to_u16(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}

/// One of a few kinds, or the length of a word.
#[inline]
pub fn to_u8(number: usize) -> u8 {
    u8::try_from(number).unwrap_or(u8::MAX)
}

/// What stands in the lower half of a number.
#[inline]
#[expect(
    clippy::cast_possible_truncation,
    reason = "the upper half is meant to go"
)]
pub const fn lower_half(number: u64) -> u32 {
    number as u32
}

/// Where to begin to look for what has this hash, among one more seats than `mask`.
#[inline]
#[expect(
    clippy::cast_possible_truncation,
    reason = "any bits of a hash are as good as others"
)]
pub const fn seat(hash: u64, mask: usize) -> usize {
    hash as usize & mask
}

/// A place among `size`, a power of two, for what has this hash.
#[inline]
#[expect(
    clippy::cast_possible_truncation,
    reason = "any bits of a hash are as good as others"
)]
pub const fn place(hash: u64, size: usize) -> u32 {
    (hash >> 32) as u32 & (size as u32).wrapping_sub(1)
}
