//! Hashes of words and phrases to what is known of them.
//!
//! Keys are not kept: 64 bits of hash tell forty thousand entries apart, and a
//! table without strings is filled in a millisecond.

use super::{Classes, CountryId};

/// What is known of one word or phrase.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Entry {
    /// Its classes as a whole; none where it only begins phrases.
    pub classes: Classes,
    /// The country it stands for.
    pub country: Option<CountryId>,
    /// The most words of a phrase that begins with this word.
    pub phrase: u8,
}

#[derive(Clone, Copy, Default)]
struct Slot {
    hash: u64,
    entry: Entry,
}

/// An open-addressing table; its size is a power of two.
pub(crate) struct Table {
    slots: Vec<Slot>,
    used: usize,
}

impl Table {
    pub(crate) fn with_capacity(entries: usize) -> Self {
        let size = (entries * 2).next_power_of_two().max(16);
        Self {
            slots: vec![Slot::default(); size],
            used: 0,
        }
    }

    /// Adds to what is known of the word or phrase of that hash.
    pub(crate) fn add(&mut self, hash: u64, classes: Classes, country: Option<CountryId>) {
        let entry = self.entry(hash);
        entry.classes |= classes;
        entry.country = entry.country.or(country);
    }

    /// Adds a phrase of folded words parted by single blanks.
    pub(crate) fn add_phrase(&mut self, key: &str, classes: Classes, country: Option<CountryId>) {
        let mut words = key.split(' ').filter(|w| !w.is_empty());
        let Some(first) = words.next().map(hash_word) else {
            return;
        };
        let (mut whole, mut count) = (first, 1);
        for word in words {
            whole = extend(whole, hash_word(word));
            count += 1;
        }
        if count > 1 {
            let opener = self.entry(first);
            opener.phrase = opener.phrase.max(count);
        }
        self.add(whole, classes, country);
    }

    fn entry(&mut self, hash: u64) -> &mut Entry {
        if self.used * 4 > self.slots.len() * 3 {
            self.grow();
        }
        let at = self.seat(hash);
        let slot = &mut self.slots[at];
        if slot.hash == 0 {
            slot.hash = hash;
            self.used += 1;
        }
        &mut slot.entry
    }

    fn grow(&mut self) {
        let larger = vec![Slot::default(); self.slots.len() * 2];
        for slot in std::mem::replace(&mut self.slots, larger) {
            if slot.hash != 0 {
                let at = self.seat(slot.hash);
                self.slots[at] = slot;
            }
        }
    }

    /// The slot that holds `hash`, or the empty one where it would go.
    #[inline]
    fn seat(&self, hash: u64) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        while self.slots[at].hash != hash && self.slots[at].hash != 0 {
            at = (at + 1) & mask;
        }
        at
    }

    /// What is known of the word or phrase of that hash.
    #[inline]
    pub(crate) fn get(&self, hash: u64) -> Option<Entry> {
        let slot = &self.slots[self.seat(hash)];
        (slot.hash != 0).then_some(slot.entry)
    }

    /// What is known of a folded word.
    pub(crate) fn word(&self, key: &str) -> Option<Entry> {
        self.get(hash_word(key))
    }
}

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
        for chunk in bytes.chunks(8) {
            let mut eight = [0; 8];
            eight[..chunk.len()].copy_from_slice(chunk);
            let (word, bits) = (u64::from_le_bytes(eight), 8 * chunk.len() as u32);
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

    #[test]
    fn what_is_put_in_is_found_after_growth() {
        let mut table = Table::with_capacity(4);
        for i in 0..500 {
            table.add_phrase(&format!("w{i} x"), Classes(1 << (i % 20)), None);
        }
        for i in 0..500 {
            let first = table.word(&format!("w{i}")).unwrap_or_default();
            assert_eq!((first.classes, first.phrase), (Classes::NONE, 2));
            let whole = extend(hash_word(&format!("w{i}")), hash_word("x"));
            assert_eq!(
                table.get(whole).unwrap_or_default().classes,
                Classes(1 << (i % 20))
            );
        }
        assert!(table.word("none").is_none());
    }
}
