//! Eight bytes at a time, and what is left behind them, for hashes.

/// The bytes behind the last eight of a text, as a number; `rest` are those. A copy of
/// so few costs more than the hash of them, so they are read where they stand: with
/// what stands before them, else as halves that overlap.
#[inline]
pub fn last_word(bytes: &[u8], rest: &[u8]) -> u64 {
    if let (Some(word), false) = (bytes.last_chunk(), rest.is_empty()) {
        return u64::from_le_bytes(*word) >> (64 - 8 * rest.len());
    }
    if let (Some(first), Some(last)) = (rest.first_chunk(), rest.last_chunk()) {
        let [first, last] = [first, last].map(|half| u64::from(u32::from_le_bytes(*half)));
        return first | last << (8 * (rest.len() - 4));
    }
    let push = |sum: u64, byte: &u8| sum << 8 | u64::from(*byte);
    rest.iter().rev().fold(0, push)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_word_is_that_of_the_bytes_left() {
        let bytes: Vec<u8> = (1..=40).collect();
        for len in 0..bytes.len() {
            let all = &bytes[..len];
            let rest = all.as_chunks::<8>().1;
            let mut wanted = [0; 8];
            wanted[..rest.len()].copy_from_slice(rest);
            assert_eq!(last_word(all, rest), u64::from_le_bytes(wanted), "{len}");
        }
    }
}
