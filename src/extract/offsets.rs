//! Bytes of a text to code points, which is what most programs count.

/// How many bytes lie between two known counts: those that are looked at together.
const STEP: usize = 8;

/// Says for any byte of a text how many code points stand before it, at a cost
/// that does not depend on where the byte is; made in one pass.
///
/// ```
/// use qawl::extract::CodePoints;
///
/// let points = CodePoints::new("قال: OK");
/// assert_eq!(points.before(0), 0);
/// assert_eq!(points.before("قال".len()), 3);
/// assert_eq!(points.before("قال: OK".len()), 7);
/// ```
pub struct CodePoints<'a> {
    bytes: &'a [u8],
    /// The count before each `STEP` bytes. `u32`, as no text is longer than
    /// [`LONGEST`](crate::read::LONGEST) characters.
    counts: Vec<u32>,
}

impl<'a> CodePoints<'a> {
    /// Counts the code points of `text`.
    pub fn new(text: &'a str) -> Self {
        let bytes = text.as_bytes();
        let mut count = 0;
        let mut counts = Vec::with_capacity(bytes.len() / STEP + 1);
        counts.push(count);
        counts.extend(bytes.as_chunks().0.iter().map(|step| {
            count += starts(u64::from_le_bytes(*step));
            count
        }));
        Self { bytes, counts }
    }

    /// How many code points begin before the byte at `offset`; all of them
    /// where that lies behind the text.
    pub fn before(&self, offset: usize) -> usize {
        let offset = offset.min(self.bytes.len());
        let known = self.counts.get(offset / STEP).copied().unwrap_or(0);
        let rest = self.bytes.get(offset - offset % STEP..).unwrap_or_default();
        let step = rest.first_chunk().copied().unwrap_or_else(|| {
            let mut step = [INNER; STEP];
            for (seat, byte) in step.iter_mut().zip(rest) {
                *seat = *byte;
            }
            step
        });
        // What stands from the byte on begins none.
        let behind = u64::MAX << (offset % STEP * 8);
        let step = u64::from_le_bytes(step) & !behind | u64::from_le_bytes([INNER; STEP]) & behind;
        (known + starts(step)) as usize
    }
}

/// A byte that begins no code point.
const INNER: u8 = 0x80;

/// How many of these bytes begin a code point.
#[inline]
fn starts(bytes: u64) -> u32 {
    const ONES: u64 = u64::from_le_bytes([1; STEP]);
    // The upper two bits of those that begin none are 1 and 0.
    let starts = !(bytes >> 7) | bytes >> 6;
    (starts & ONES).count_ones()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn counts_as_chars_does(text in ".{0,300}") {
            let points = CodePoints::new(&text);
            for (count, (byte, _)) in text.char_indices().enumerate() {
                prop_assert_eq!(points.before(byte), count);
            }
            prop_assert_eq!(points.before(text.len()), text.chars().count());
            prop_assert_eq!(points.before(usize::MAX), text.chars().count());
        }
    }
}
