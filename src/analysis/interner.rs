//! A number for each word form, so that what is known of a form can be kept by
//! its number ([`memo`](super::memo)) over all the articles of a thread.
//!
//! News repeats itself: nineteen words in twenty of an archive were met before.
//! Forms met once only are forgotten when the table has filled up; numbers then
//! change, and with them the generation.

use std::{
    cell::RefCell,
    hash::{BuildHasher, Hasher, RandomState},
    sync::atomic::{AtomicU64, Ordering},
};

use super::{hash::FastHasher, narrow::to_u32, tokens::TokenKind};

/// How many forms are kept from one article to the next. One article may have
/// more; they are forgotten before the next.
pub const MOST: usize = 1 << 16;

/// The generation in which numbers were given: no two tables, nor one table
/// before and after it forgot, share one.
pub type Generation = u64;

static NEXT: AtomicU64 = AtomicU64::new(1);

fn next_generation() -> Generation {
    NEXT.fetch_add(1, Ordering::Relaxed)
}

/// How many bytes of a key stand in its form: nearly all keys are no longer, and
/// are compared without a second place of memory.
const INLINE: usize = 24;

/// What stands behind the last key where keys are read.
pub const BEHIND: &str = match std::str::from_utf8(&[0; INLINE]) {
    Ok(zeros) => zeros,
    Err(_) => "",
};

/// The first bytes of a key, as words.
type Head = [u64; INLINE / 8];

/// For each length of a key what is kept of the words read at its place.
#[expect(
    clippy::indexing_slicing,
    reason = "reckoned when the program is built"
)]
const MASKS: [Head; INLINE + 1] = {
    let mut masks = [[0; INLINE / 8]; INLINE + 1];
    let mut len = 0;
    while len <= INLINE {
        let mut byte = 0;
        while byte < len {
            masks[len][byte / 8] |= 0xff << (byte % 8 * 8);
            byte += 1;
        }
        len += 1;
    }
    masks
};

/// One form. Nearly every word of a text asks for one, somewhere in memory: it begins
/// with a cache line, and needs no second one.
#[derive(Clone, Copy)]
#[repr(align(64))]
struct Form {
    head: Head,
    /// Where the rest of its key begins.
    tail: u32,
    len: u32,
    hash: u32,
    kind: TokenKind,
    /// How often it was met since the table last forgot, at most 255.
    met: u8,
    /// The last article that it was met in, and its place among the forms of it.
    article: u32,
    place: u32,
}

/// A folded key as it is looked up.
pub struct Key<'k> {
    /// Zeros stand behind a shorter one.
    head: Head,
    tail: &'k [u8],
    len: usize,
    kind: TokenKind,
    hash: u32,
}

impl<'k> Key<'k> {
    #[inline]
    fn new(keys: &'k str, start: usize, len: usize, kind: TokenKind, seed: u64) -> Self {
        let bytes = keys.as_bytes().get(start..).unwrap_or_default();
        let mut head = Head::default();
        let first: Option<&[u8; INLINE]> = bytes.first_chunk();
        if let (Some(first), Some(masks)) = (first, MASKS.get(len.min(INLINE))) {
            for ((word, eight), mask) in head.iter_mut().zip(first.as_chunks().0).zip(masks) {
                *word = u64::from_le_bytes(*eight) & mask;
            }
        }
        let tail = bytes.get(INLINE..len).unwrap_or_default();
        let mut hasher = FastHasher::seeded(seed);
        for word in head {
            hasher.write_u64(word);
        }
        hasher.write_usize(len << 2 | kind as usize);
        if !tail.is_empty() {
            hasher.write(tail);
        }
        Self {
            head,
            tail,
            len,
            kind,
            hash: (hasher.finish() >> 32) as u32,
        }
    }
}

/// The forms of a thread.
pub struct Interner {
    generation: Generation,
    /// Where hashes begin: articles are strangers' texts.
    seed: u64,
    forms: Vec<Form>,
    /// The tails of long keys.
    tails: Vec<u8>,
    /// Open addressing: the hash of a form above one more than its number, 0 for none.
    slots: Vec<u64>,
    moved: Moved,
    article: u32,
}

/// What became of the numbers of the generation before.
#[derive(Default)]
struct Moved {
    from: Generation,
    /// For each old number the new one, if it has one.
    to: Vec<Option<u32>>,
}

thread_local! {
    static FORMS: RefCell<Interner> = RefCell::new(Interner::new());
}

/// Calls `with` with the forms of this thread, made ready for one more article.
pub fn begin<T>(with: impl FnOnce(&mut Interner) -> T) -> T {
    FORMS.with_borrow_mut(|forms| {
        if forms.forms.len() > MOST {
            forms.forget(MOST);
        }
        forms.article = forms.article.wrapping_add(1);
        with(forms)
    })
}

/// For each number of the generation `from` the one that it has in `to`, if this
/// thread knows.
pub fn moved<T>(
    from: Generation,
    to: Generation,
    with: impl FnOnce(&[Option<u32>]) -> T,
) -> Option<T> {
    FORMS.with_borrow(|forms| {
        (forms.generation == to && forms.moved.from == from).then(|| with(&forms.moved.to))
    })
}

impl Interner {
    fn new() -> Self {
        Self {
            generation: next_generation(),
            seed: RandomState::new().hash_one(0),
            forms: Vec::new(),
            tails: Vec::new(),
            slots: vec![0; 1 << 10],
            moved: Moved::default(),
            article: 0,
        }
    }

    /// The generation of the numbers.
    pub fn generation(&self) -> Generation {
        self.generation
    }

    /// How many forms have numbers: all are smaller.
    pub fn count(&self) -> usize {
        self.forms.len()
    }

    /// The key of so many bytes that begins at `start` of keys with [`BEHIND`]
    /// after them.
    #[inline]
    pub fn key<'k>(&self, kind: TokenKind, keys: &'k str, start: usize, len: usize) -> Key<'k> {
        Key::new(keys, start, len, kind, self.seed)
    }

    /// Reads a little of the forms that may have these keys, so that they come near.
    pub fn fetch(&self, keys: &[Key]) {
        let mask = self.slots.len() - 1;
        let mut read = 0;
        for key in keys {
            let slot = self.slots.get(key.hash as usize & mask);
            let (_, number) = unseated(slot.copied().unwrap_or(0));
            read ^= self.forms.get(number as usize).map_or(0, |form| form.hash);
        }
        std::hint::black_box(read);
    }

    /// The number of the form with this key.
    #[inline]
    pub fn number(&mut self, key: &Key) -> u32 {
        let (hash, kind) = (key.hash, key.kind);
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        while let Some(slot) = self.slots.get(at).filter(|slot| **slot != 0) {
            let (met, number) = unseated(*slot);
            if met == hash
                && let Some(form) = self.forms.get_mut(number as usize)
                && (form.head, form.len as usize, form.kind) == (key.head, key.len, kind)
                && (key.tail.is_empty() || tail(&self.tails, form) == key.tail)
            {
                form.met = form.met.saturating_add(1);
                return number;
            }
            at = (at + 1) & mask;
        }
        self.enter(
            Form {
                head: key.head,
                tail: to_u32(self.tails.len()),
                len: to_u32(key.len),
                hash,
                kind,
                met: 1,
                article: 0,
                place: 0,
            },
            key.tail,
        )
    }

    /// The place of a form among those of the article: `next` where the article
    /// has it for the first time.
    #[inline]
    pub fn place(&mut self, number: u32, next: u32) -> u32 {
        let article = self.article;
        let Some(form) = self.forms.get_mut(number as usize) else {
            return next;
        };
        if form.article != article {
            (form.article, form.place) = (article, next);
        }
        form.place
    }

    fn enter(&mut self, form: Form, tail: &[u8]) -> u32 {
        let number = to_u32(self.forms.len());
        self.forms.push(form);
        self.tails.extend_from_slice(tail);
        if self.forms.len() * 2 > self.slots.len() {
            let slots = self.slots.len() * 2;
            self.slots.clear();
            self.slots.resize(slots, 0);
            for (number, form) in self.forms.iter().enumerate() {
                seat(&mut self.slots, form.hash, to_u32(number));
            }
        } else {
            seat(&mut self.slots, form.hash, number);
        }
        number
    }

    /// Forgets the forms that were met once, and of the others all but the half
    /// of `most` that were met first.
    fn forget(&mut self, most: usize) {
        let old = std::mem::replace(self, Self::new());
        (self.seed, self.article) = (old.seed, old.article);
        let mut to = vec![None; old.forms.len()];
        for (form, to) in old.forms.iter().zip(&mut to) {
            if form.met > 1 && self.forms.len() < most / 2 {
                *to = Some(to_u32(self.forms.len()));
                let moved = Form {
                    tail: to_u32(self.tails.len()),
                    met: form.met.min(8) / 2,
                    ..*form
                };
                self.enter(moved, tail(&old.tails, form));
            }
        }
        self.moved = Moved {
            from: old.generation,
            to,
        };
    }
}

/// The bytes of a key that do not stand in its form.
fn tail<'t>(tails: &'t [u8], form: &Form) -> &'t [u8] {
    let len = (form.len as usize).saturating_sub(INLINE);
    let from = form.tail as usize;
    tails.get(from..from + len).unwrap_or_default()
}

/// Puts a form into the first empty slot for its hash.
fn seat(slots: &mut [u64], hash: u32, number: u32) {
    let mask = slots.len() - 1;
    let mut at = hash as usize & mask;
    while slots.get(at).is_some_and(|slot| *slot != 0) {
        at = (at + 1) & mask;
    }
    if let Some(slot) = slots.get_mut(at) {
        *slot = u64::from(hash) << 32 | u64::from(number + 1);
    }
}

/// The hash and the number of the form in a slot that is not empty.
#[inline]
#[expect(
    clippy::cast_possible_truncation,
    reason = "a slot is two numbers of 32 bits"
)]
fn unseated(slot: u64) -> (u32, u32) {
    ((slot >> 32) as u32, (slot as u32).wrapping_sub(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORD: TokenKind = TokenKind::Word;

    fn number(forms: &mut Interner, kind: TokenKind, key: &str) -> u32 {
        let keys = format!("{key}{BEHIND}");
        forms.number(&forms.key(kind, &keys, 0, key.len()))
    }

    #[test]
    fn a_form_keeps_its_number() {
        let mut forms = Interner::new();
        let numbers: Vec<u32> = (0..5000)
            .map(|i| number(&mut forms, WORD, &format!("w{i}")))
            .collect();
        for (i, known) in numbers.iter().enumerate() {
            assert_eq!(number(&mut forms, WORD, &format!("w{i}")), *known);
        }
        assert_ne!(number(&mut forms, TokenKind::Mark, "w1"), numbers[1]);
        assert_eq!(forms.count(), 5001);
    }

    #[test]
    fn long_keys_are_told_apart_by_their_ends() {
        let mut forms = Interner::new();
        let long = |end: &str| format!("{}{end}", "س".repeat(20));
        let first = number(&mut forms, WORD, &long("ا"));
        assert_ne!(number(&mut forms, WORD, &long("ب")), first);
        assert_ne!(number(&mut forms, WORD, &long("")), first);
        assert_eq!(number(&mut forms, WORD, &long("ا")), first);
        number(&mut forms, WORD, &long("ب"));
        forms.forget(32);
        assert_eq!(number(&mut forms, WORD, &long("ب")), 1);
        assert_eq!(number(&mut forms, WORD, &long("")), 2);
    }

    #[test]
    fn what_was_met_once_is_forgotten_and_the_rest_moves() {
        let mut forms = Interner::new();
        for i in 0..100 {
            number(&mut forms, WORD, &format!("w{i}"));
        }
        for i in (0..100).step_by(4) {
            number(&mut forms, WORD, &format!("w{i}"));
        }
        let before = forms.generation();
        forms.forget(32);
        assert_ne!(forms.generation(), before);
        assert_eq!(forms.count(), 16);
        assert_eq!(forms.moved.from, before);
        assert_eq!(forms.moved.to[1], None);
        assert_eq!(forms.moved.to[8], Some(2));
        assert_eq!(number(&mut forms, WORD, "w8"), 2);
        assert_eq!(number(&mut forms, WORD, "w1"), 16);
    }
}
