//! What each token of a text is, as far as the tagger's features ask.

mod phrases;
mod rest;
mod token;

use self::rest::{Rest, low_byte};
use super::{
    evidence::Signs,
    led::{self, Leads, Led, Step},
};
use crate::analysis::{
    lexicon::{Classes, Words},
    memo::Memo,
    tokens::Tokens,
};
use std::cell::RefCell;

thread_local! {
    static FACTS: RefCell<Memo<Fact>> = const { RefCell::new(Memo::new()) };
}

/// One token as the features see it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Fact {
    /// The hash of the word without its proclitics.
    pub rest: u64,
    /// Its cluster among 64, 256 and 1024, as the vocabulary knows the rest, else
    /// the whole; a number beyond them, by its shape, where it knows neither.
    clusters: [u16; 3],
    /// How often it is a part of names of people, bodies and places, and whether
    /// the vocabulary knows it.
    shares: u32,
    frequency: u8,
    /// How many letters are proclitics, as far as can be told.
    pub proclitics: u8,
    /// The last of the proclitics; 0 for none.
    pub clitic: u8,
    /// The classes that the lists give it.
    pub classes: Classes,
    /// Letters, digits, Latin, or which mark.
    pub shape: u8,
    /// How many letters the rest has, at most 7.
    pub length: u8,
    /// Whether it carries the article.
    pub article: bool,
    /// Whether a new line begins with it.
    pub opens_line: bool,
    /// The word في, after which places stand.
    pub locative: bool,
    /// What it shows of the word after it.
    pub shows: Signs,
    /// Its place in a phrase that the lists hold: 1 and 2 for the beginning and
    /// the inside of a person's name, 3 and 4 of a body's, and so on; 0 for none.
    pub phrase: u8,
    /// Whether that phrase was only counted in news.
    pub seen: bool,
    /// Only "outside" is tried.
    pub plain: bool,
    /// Whether a phrase of the lists may begin with it.
    opens_phrase: bool,
    /// Whether it is a word of grammar.
    pub grammatical: bool,
    /// Whether و or a preposition is joined to it, and it is more often no name.
    pub joined: bool,
    /// What it does to what leads up to a name.
    pub leads: Leads,
    /// What it does to the phrases around it.
    pub step: Step,
    /// What leads up to it.
    pub led: Led,
}

/// What of a token is asked for once for each form, and so stands in no [`Fact`].
#[derive(Clone, Copy, Debug, Default)]
pub struct Spelling {
    /// The hash of the whole folded word.
    pub whole: u64,
    /// Its first two and three, its last two and three letters, proclitics aside, as
    /// hashes.
    pub affixes: [u32; 4],
}

/// How a token is spelt, of which all else is known.
pub fn spelling(tokens: &Tokens, words: &Words, index: usize, fact: &Fact) -> Spelling {
    if !tokens.is_word(index) {
        return Spelling::default();
    }
    Spelling {
        whole: words.hash(index),
        affixes: Rest::new(tokens.key(index), fact.proclitics).affixes(),
    }
}

/// What stands before the first token of a line and after the last.
pub static BOUNDARY: Fact = Fact {
    rest: 1,
    clusters: [UNKNOWN; 3],
    shares: 0,
    frequency: 0,
    proclitics: 0,
    clitic: 0,
    classes: Classes::empty(),
    shape: 0,
    length: 0,
    article: false,
    opens_line: true,
    locative: false,
    shows: 0,
    phrase: 0,
    seen: false,
    plain: true,
    opens_phrase: false,
    grammatical: false,
    joined: false,
    leads: Leads::On,
    step: Step::NONE,
    led: Led::NONE,
};

/// From here on clusters are those of words that are not known, by their shapes.
const UNKNOWN: u16 = 2048;

/// How many clusters are tried in pairs, the largest of them and the shapes.
const KNOWN: usize = 256;

/// How many places [`Fact::place`] knows.
pub const PLACES: usize = KNOWN + 32;

/// The letter ب as [`Fact::clitic`] keeps it.
pub const CLITIC_BA: u8 = low_byte('ب');

impl Fact {
    /// The cluster of the word among 64 (0), 256 (1) or 1024 (2), or a number
    /// beyond them for a word that is not known, by its shape.
    #[inline]
    pub fn cluster(&self, size: usize) -> u64 {
        self.clusters.get(size).copied().unwrap_or_default().into()
    }

    /// The cluster among 64 (0) or 256 (1) as a place in a table, below [`PLACES`].
    #[inline]
    pub fn place(&self, size: usize) -> usize {
        let cluster = self.clusters.get(size).copied().unwrap_or_default();
        let unknown = usize::from(cluster).checked_sub(UNKNOWN.into());
        unknown.map_or(cluster.into(), |shape| KNOWN + shape)
    }

    /// A quotation mark, bracket, # or underscore: what stands around or within a name.
    #[inline]
    pub fn is_pair_mark(&self) -> bool {
        matches!(self.shape, 10..=14 | 17 | 18)
    }

    /// How the word looks: shape, article, last proclitic, length, frequency.
    #[inline]
    pub fn look(&self) -> u64 {
        let [shape, clitic] = [self.shape, self.clitic].map(u64::from);
        let [length, frequency] = [self.length, self.frequency].map(u64::from);
        shape | u64::from(self.article) << 8 | clitic << 16 | length << 24 | frequency << 32
    }

    /// How often the word is a part of names of people, bodies and places.
    #[inline]
    pub fn shares(&self) -> u64 {
        self.shares.into()
    }
}

/// The shape of letters; marks have their own from 8 on.
pub const LETTERS: u8 = 1;

/// The facts of all tokens of a text.
pub fn of(text: &str, tokens: &Tokens, words: &Words) -> Vec<Fact> {
    let of_token = |i| token::of(tokens, words, i);
    let mut facts = FACTS.with_borrow_mut(|memo| memo.of_tokens(tokens, of_token));
    let breaks = memchr::memchr_iter(b'\n', text.as_bytes());
    let opened = breaks.map(|at| tokens.at_or_after(at));
    for token in std::iter::once(0).chain(opened.filter(|t| !tokens.is_folded(*t))) {
        if let Some(fact) = facts.get_mut(token) {
            fact.opens_line = true;
        }
    }
    phrases::mark(&mut facts, words);
    led::mark(&mut facts);
    facts
}
