//! Bytes of a text to code points, which is what most programs count.

/// How many bytes lie between two known counts: a cache line.
const STEP: usize = 64;

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
        let counts = bytes
            .chunks(STEP)
            .scan(0, |before, chunk| {
                let count = *before;
                *before += starts(chunk);
                Some(count)
            })
            .collect();
        Self { bytes, counts }
    }

    /// How many code points begin before the byte at `offset`; all of them
    /// where that lies behind the text.
    pub fn before(&self, offset: usize) -> usize {
        let offset = offset.min(self.bytes.len());
        let step = (offset / STEP).min(self.counts.len().saturating_sub(1));
        let known = self.counts.get(step).copied().unwrap_or(0);
        let rest = self.bytes.get(step * STEP..offset).unwrap_or_default();
        (known + starts(rest)) as usize
    }
}

/// How many of `bytes` begin a code point.
fn starts(bytes: &[u8]) -> u32 {
    bytes.iter().map(|b| u32::from(b & 0xc0 != 0x80)).sum()
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
