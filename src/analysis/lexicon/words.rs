//! What the lists know of the words of one text.

use super::{
    Classes, CountryId, clitics,
    hashes::{extend, hash_word},
    table,
};
use crate::analysis::{
    memo::{ByForm, Memo},
    tokens::{TokenKind, Tokens},
};
use std::cell::RefCell;

thread_local! {
    static FOUND: RefCell<Memo<Found>> = const { RefCell::new(Memo::new()) };
}

/// What the lists know of one token.
#[derive(Clone, Copy, Debug, Default)]
pub struct Found {
    /// The classes of the word, or of what is left of it.
    pub classes: Classes,
    /// How many letters were cut off as proclitics to find it.
    pub proclitics: u8,
    /// The country that the word stands for.
    pub country: Option<CountryId>,
    /// Of the token whole, as inner words of phrases are looked up; 0 for no word.
    whole: u64,
    /// Of the token without its proclitics, as first words of phrases are.
    rest: u64,
    phrase: u8,
    /// Whether the token joins words as a blank does: an underscore.
    joins: bool,
}

/// Several tokens that a list holds as one entry.
#[derive(Clone, Copy, Debug)]
pub struct Phrase {
    /// How many tokens.
    pub len: usize,
    /// The classes of the phrase.
    pub classes: Classes,
    /// The country that it stands for.
    pub country: Option<CountryId>,
}

/// What the lists know of every token of a text.
pub struct Words {
    found: ByForm<Found>,
}

impl Words {
    /// Looks every token up, whole first, then without proclitics.
    pub fn new(tokens: &Tokens) -> Self {
        let look_up = |i| match tokens.kind(i) {
            TokenKind::Word => look_up(tokens.key(i)),
            TokenKind::Mark if tokens.key(i) == "_" => Found {
                joins: true,
                ..Found::default()
            },
            _ => Found::default(),
        };
        Self {
            found: FOUND.with_borrow_mut(|memo| memo.all(tokens, look_up)),
        }
    }

    /// Words of which no list is asked, to measure what the lists earn.
    pub fn unlisted(tokens: &Tokens) -> Self {
        let hashed = |i| {
            let whole = if tokens.is_word(i) {
                hash_word(tokens.key(i))
            } else {
                0
            };
            Found {
                whole,
                rest: whole,
                ..Found::default()
            }
        };
        Self {
            found: Memo::new().all(tokens, hashed),
        }
    }

    /// What is known of a token; nothing past the end.
    #[inline]
    pub fn get(&self, index: usize) -> Found {
        self.found.get(index).copied().unwrap_or_default()
    }

    /// The classes of a token.
    #[inline]
    pub fn classes(&self, index: usize) -> Classes {
        self.get(index).classes
    }

    /// The hash of a token's whole key; 0 for no word.
    #[inline]
    pub fn hash(&self, index: usize) -> u64 {
        self.get(index).whole
    }

    /// Whether the token has any of these classes.
    #[inline]
    pub fn is(&self, index: usize, classes: Classes) -> bool {
        self.classes(index).intersects(classes)
    }

    /// Whether an entry of two words or more may begin with a token.
    pub fn opens_phrase(&self, index: usize) -> bool {
        self.get(index).phrase > 1
    }

    /// The longest entry of two words or more that begins at a token.
    pub fn phrase(&self, index: usize) -> Option<Phrase> {
        let first = self.found.get(index)?;
        let (mut hash, mut longest, mut at) = (first.rest, None, index + 1);
        for _ in 1..first.phrase {
            at += usize::from(self.found.get(at)?.joins);
            let Some(next) = self.found.get(at).filter(|f| f.whole != 0) else {
                break;
            };
            at += 1;
            hash = extend(hash, next.whole);
            if !table::begins_phrase(hash) {
                break;
            }
            if let Some(entry) = table::get(hash).filter(|e| !e.classes.is_empty()) {
                longest = Some(Phrase {
                    len: at - index,
                    classes: entry.classes,
                    country: entry.country,
                });
            }
        }
        longest
    }
}

fn look_up(key: &str) -> Found {
    let whole = hash_word(key);
    let cut = || clitics::cuts(key).find_map(|cut| known(cut.hash, cut.letters));
    let found = known(whole, 0).or_else(cut).unwrap_or(Found {
        rest: whole,
        ..Found::default()
    });
    Found { whole, ..found }
}

fn known(hash: u64, proclitics: u8) -> Option<Found> {
    let entry = table::get(hash)?;
    Some(Found {
        classes: entry.classes,
        proclitics,
        country: entry.country,
        whole: 0,
        rest: hash,
        phrase: entry.phrase,
        joins: false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_the_lists_words_are_told_apart_still() {
        let tokens = Tokens::new("قال وزير الدفاع في باريس.");
        let (listed, unlisted) = (Words::new(&tokens), Words::unlisted(&tokens));
        for at in 0..tokens.len() {
            assert_eq!(unlisted.hash(at), listed.hash(at), "{}", tokens.key(at));
            assert!(unlisted.classes(at).is_empty() && unlisted.phrase(at).is_none());
        }
        assert!(listed.is(4, Classes::PLACE));
    }
}
