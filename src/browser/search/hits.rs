//! Where a key stands in a text: counted by blocks, and looked for once more where
//! a hit is shown.
//!
//! The first letter that one types stands everywhere. Its places in a long article
//! would fill megabytes at each key, while a screen shows a few of them.

use memchr::memmem;

/// How many bytes of the text a block has.
const BLOCK: usize = 512;

/// How many bytes are counted at once: no more than a byte can count.
const LANES: usize = 128;

/// The hits of one key in one text, overlaps left out.
#[derive(Clone, Debug, Default)]
pub(super) struct Hits {
    key: String,
    blocks: Vec<Block>,
    len: usize,
}

/// Some bytes of the text.
#[derive(Clone, Copy, Debug)]
struct Block {
    /// How many hits begin in the blocks before.
    before: u32,
    /// Where its own may begin: where the last one before it ended.
    from: u32,
}

impl Hits {
    /// Looks for `key` in `text`, of which the first 4 GB are looked at.
    pub fn new(key: &str, text: &str) -> Self {
        let mut hits = Self {
            key: key.to_owned(),
            ..Self::default()
        };
        let one_letter = key.chars().nth(1).is_none();
        match key.as_bytes() {
            [] => {}
            [only] if one_letter => hits.count(text, |block, _| equal(block, *only)),
            [first, second] if one_letter => hits.count(text, |block, next| {
                let both = |(a, b): (&u8, &u8)| u8::from(a == first) & u8::from(b == second);
                block.iter().zip(next).map(both).sum()
            }),
            _ => hits.find(text),
        }
        hits
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// How many bytes of the text each has.
    pub fn width(&self) -> usize {
        self.key.len()
    }

    /// Where the hit with that number begins.
    pub fn get(&self, number: usize, text: &str) -> Option<usize> {
        let block = self
            .blocks
            .partition_point(|b| b.before as usize <= number)
            .checked_sub(1)?;
        let before = self.blocks.get(block)?.before as usize;
        self.within(block, text).nth(number - before)
    }

    /// How many begin before the byte `at`.
    pub fn before(&self, at: usize, text: &str) -> usize {
        let Some(last) = self.blocks.len().checked_sub(1) else {
            return 0;
        };
        let block = (at / BLOCK).min(last);
        let before = self.blocks.get(block).map_or(0, |b| b.before as usize);
        before + self.within(block, text).take_while(|hit| *hit < at).count()
    }

    /// Those that begin in a block.
    fn within<'t>(&'t self, block: usize, text: &'t str) -> impl Iterator<Item = usize> + 't {
        let from = self.blocks.get(block).map_or(0, |b| b.from as usize);
        let end = (block + 1) * BLOCK + self.key.len().saturating_sub(1);
        let bytes = text.as_bytes();
        let bytes = bytes.get(from..end.min(bytes.len())).unwrap_or_default();
        memmem::find_iter(bytes, self.key.as_bytes()).map(move |at| from + at)
    }

    /// Counts what cannot overlap, many bytes at once: `count` is given up to
    /// [`LANES`] bytes and those that follow each of them.
    fn count(&mut self, text: &str, count: impl Fn(&[u8], &[u8]) -> u8) {
        let bytes = text.as_bytes();
        for (i, block) in bytes.chunks(BLOCK).enumerate() {
            let from = i * BLOCK;
            if !self.begin(from) {
                return;
            }
            for (j, lanes) in block.chunks(LANES).enumerate() {
                let next = bytes.get(from + j * LANES + 1..).unwrap_or_default();
                self.len += usize::from(count(lanes, next));
            }
        }
    }

    /// Finds one after the other.
    fn find(&mut self, text: &str) {
        let key = self.key.clone();
        let mut end = 0;
        for at in memmem::find_iter(text.as_bytes(), &key) {
            self.begin_up_to(at, end);
            self.len += 1;
            end = at + key.len();
        }
        self.begin_up_to(text.len(), end);
    }

    /// Begins the blocks up to that of the byte `at`; the last hit ends at `end`.
    fn begin_up_to(&mut self, at: usize, end: usize) {
        while self.blocks.len() * BLOCK <= at {
            if !self.begin(end.max(self.blocks.len() * BLOCK)) {
                return;
            }
        }
    }

    /// Begins the next block; false past 4 GB.
    fn begin(&mut self, from: usize) -> bool {
        let (Ok(before), Ok(from)) = (u32::try_from(self.len), u32::try_from(from)) else {
            return false;
        };
        self.blocks.push(Block { before, from });
        true
    }
}

fn equal(lanes: &[u8], byte: u8) -> u8 {
    lanes.iter().map(|b| u8::from(*b == byte)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// The same as looking through the whole text.
        #[test]
        fn blocks_change_nothing(
            text in "[aاب٧日]{0,40}|(aa|اب|اا|日a){0,900}",
            key in "a|aa|ا|اا|ب|اب|日|٧|aaa|بااب|",
        ) {
            let all: Vec<usize> = match key.as_str() {
                "" => Vec::new(),
                key => memmem::find_iter(text.as_bytes(), key).collect(),
            };
            let hits = Hits::new(&key, &text);
            prop_assert_eq!(hits.len(), all.len());
            for number in 0..=all.len() {
                prop_assert_eq!(hits.get(number, &text), all.get(number).copied());
            }
            for at in (0..text.len() + 9).step_by(7) {
                let before = all.iter().filter(|hit| **hit < at).count();
                prop_assert_eq!(hits.before(at, &text), before);
            }
        }
    }
}
