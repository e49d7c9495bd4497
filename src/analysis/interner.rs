//! A number for each word form, so that what is known of a form can be kept by
//! its number ([`memo`](super::memo)) over all the articles of a thread.
//!
//! News repeats itself: nineteen words in twenty of an archive were met before.
//! Forms met once only are forgotten when the table has filled up; numbers then
//! change, and with them the generation.

use std::{
    cell::RefCell,
    hash::Hasher,
    sync::atomic::{AtomicU64, Ordering},
};

use super::{hash::FastHasher, tokens::TokenKind};

/// How many forms are kept from one article to the next. One article may have
/// more; they are forgotten before the next.
const MOST: usize = 1 << 16;

/// The generation in which numbers were given: no two tables, nor one table
/// before and after it forgot, share one.
pub type Generation = u64;

static NEXT: AtomicU64 = AtomicU64::new(1);

fn next_generation() -> Generation {
    NEXT.fetch_add(1, Ordering::Relaxed)
}

#[derive(Clone, Copy)]
struct Form {
    /// The place of its key.
    start: u32,
    len: u32,
    hash: u32,
    kind: TokenKind,
    /// How often it was met since the table last forgot, at most 255.
    met: u8,
}

/// The forms of a thread.
pub struct Interner {
    generation: Generation,
    forms: Vec<Form>,
    keys: String,
    /// Open addressing: one more than the number of a form, 0 for none.
    slots: Vec<u32>,
    moved: Moved,
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
            forms: Vec::new(),
            keys: String::new(),
            slots: vec![0; 1 << 10],
            moved: Moved::default(),
        }
    }

    /// The generation of the numbers.
    pub fn generation(&self) -> Generation {
        self.generation
    }

    /// How many forms have numbers: all are smaller.
    pub fn len(&self) -> usize {
        self.forms.len()
    }

    /// The number of the form with this folded key.
    #[inline]
    pub fn number(&mut self, kind: TokenKind, key: &str) -> u32 {
        let hash = hash(kind, key);
        let at = self.seat(hash, kind, key);
        if let Some(number) = self.slots.get(at).and_then(|slot| slot.checked_sub(1)) {
            if let Some(form) = self.forms.get_mut(number as usize) {
                form.met = form.met.saturating_add(1);
            }
            return number;
        }
        self.enter(at, hash, kind, key)
    }

    /// The slot of a form, or the empty one where it goes.
    #[inline]
    fn seat(&self, hash: u32, kind: TokenKind, key: &str) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        loop {
            let Some(number) = self.slots[at].checked_sub(1) else {
                return at;
            };
            let form = &self.forms[number as usize];
            let same = form.hash == hash && form.kind == kind && self.key(form) == key;
            if same {
                return at;
            }
            at = (at + 1) & mask;
        }
    }

    #[inline]
    fn key(&self, form: &Form) -> &str {
        let range = form.start as usize..(form.start + form.len) as usize;
        self.keys.get(range).unwrap_or_default()
    }

    fn enter(&mut self, at: usize, hash: u32, kind: TokenKind, key: &str) -> u32 {
        let number = self.forms.len() as u32;
        self.forms.push(Form {
            start: self.keys.len() as u32,
            len: key.len() as u32,
            hash,
            kind,
            met: 1,
        });
        self.keys.push_str(key);
        self.slots[at] = number + 1;
        if self.forms.len() * 2 > self.slots.len() {
            self.seat_all(self.slots.len() * 2);
        }
        number
    }

    fn seat_all(&mut self, slots: usize) {
        self.slots.clear();
        self.slots.resize(slots, 0);
        for (number, form) in self.forms.iter().enumerate() {
            let mut at = form.hash as usize & (slots - 1);
            while self.slots[at] != 0 {
                at = (at + 1) & (slots - 1);
            }
            self.slots[at] = number as u32 + 1;
        }
    }

    /// Forgets the forms that were met once, and of the others all but the half
    /// of `most` that were met first.
    fn forget(&mut self, most: usize) {
        let old = std::mem::replace(self, Self::new());
        let mut slots = old.slots;
        self.moved = Moved {
            from: old.generation,
            to: vec![None; old.forms.len()],
        };
        for (form, moved) in old.forms.iter().zip(&mut self.moved.to) {
            if form.met < 2 || self.forms.len() >= most / 2 {
                continue;
            }
            *moved = Some(self.forms.len() as u32);
            let range = form.start as usize..(form.start + form.len) as usize;
            self.forms.push(Form {
                start: self.keys.len() as u32,
                met: form.met.min(8) / 2,
                ..*form
            });
            self.keys.push_str(old.keys.get(range).unwrap_or_default());
        }
        slots.truncate(most * 2);
        slots.shrink_to_fit();
        self.slots = slots;
        self.seat_all(most * 2);
    }
}

#[inline]
fn hash(kind: TokenKind, key: &str) -> u32 {
    let mut hasher = FastHasher::default();
    hasher.write(key.as_bytes());
    hasher.write_u8(kind as u8);
    (hasher.finish() >> 24) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORD: TokenKind = TokenKind::Word;

    #[test]
    fn a_form_keeps_its_number() {
        let mut forms = Interner::new();
        let numbers: Vec<u32> = (0..5000)
            .map(|i| forms.number(WORD, &format!("w{i}")))
            .collect();
        for (i, number) in numbers.iter().enumerate() {
            assert_eq!(forms.number(WORD, &format!("w{i}")), *number);
        }
        assert_ne!(forms.number(TokenKind::Mark, "w1"), numbers[1]);
        assert_eq!(forms.len(), 5001);
    }

    #[test]
    fn what_was_met_once_is_forgotten_and_the_rest_moves() {
        let mut forms = Interner::new();
        for i in 0..100 {
            forms.number(WORD, &format!("w{i}"));
        }
        for i in (0..100).step_by(4) {
            forms.number(WORD, &format!("w{i}"));
        }
        let before = forms.generation();
        forms.forget(32);
        assert_ne!(forms.generation(), before);
        assert_eq!(forms.len(), 16);
        assert_eq!(forms.moved.from, before);
        assert_eq!(forms.moved.to[1], None);
        assert_eq!(forms.moved.to[8], Some(2));
        assert_eq!(forms.number(WORD, "w8"), 2);
        assert_eq!(forms.number(WORD, "w1"), 16);
    }
}
