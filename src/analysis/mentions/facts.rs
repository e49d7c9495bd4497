//! What each token of a text is, as far as the tagger's features ask.

use super::{
    evidence::{self, Signs},
    led::{self, Leads, Led},
    vocabulary::{self, Word},
};
use crate::analysis::{
    lexicon::{Classes, Words, clitics},
    memo::Memo,
    narrow::to_u8,
    tokens::{TokenKind, Tokens},
};
use std::cell::RefCell;

thread_local! {
    static FACTS: RefCell<Memo<Fact>> = const { RefCell::new(Memo::new()) };
}

/// One token as the features see it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Fact {
    /// The hash of the whole folded word.
    pub whole: u64,
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
    /// Its first two and three, its last two and three letters, as hashes.
    pub affixes: [u32; 4],
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
    /// What it does to what leads up to a name.
    pub leads: Leads,
    /// What leads up to it.
    pub led: Led,
}

/// What stands before the first token of a line and after the last.
pub static BOUNDARY: Fact = Fact {
    whole: 1,
    rest: 1,
    clusters: [UNKNOWN; 3],
    shares: 0,
    frequency: 0,
    proclitics: 0,
    clitic: 0,
    classes: Classes::empty(),
    shape: 0,
    affixes: [0; 4],
    length: 0,
    article: false,
    opens_line: true,
    locative: false,
    shows: 0,
    phrase: 0,
    seen: false,
    plain: true,
    opens_phrase: false,
    leads: Leads::On,
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

/// The last byte of a character's number, which tells Arabic letters apart.
const fn low_byte(letter: char) -> u8 {
    let [low, ..] = (letter as u32).to_le_bytes();
    low
}

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
const LATIN: u8 = 2;
const DIGITS: u8 = 3;
const YEAR: u8 = 4;

/// The facts of all tokens of a text.
pub fn of(text: &str, tokens: &Tokens, words: &Words) -> Vec<Fact> {
    let of_token = |i| of_token(tokens, words, i);
    let facts = FACTS.with_borrow_mut(|memo| memo.all(tokens, of_token));
    let mut facts = facts.of_tokens(|fact| *fact);
    let breaks = memchr::memchr_iter(b'\n', text.as_bytes());
    for token in std::iter::once(0).chain(breaks.map(|at| tokens.at_or_after(at))) {
        if let Some(fact) = facts.get_mut(token) {
            fact.opens_line = true;
        }
    }
    mark_phrases(&mut facts, words);
    led::mark(&mut facts);
    facts
}

/// Marks the longest phrases of the lists, left to right.
fn mark_phrases(facts: &mut [Fact], words: &Words) {
    let mut at = 0;
    while let Some(fact) = facts.get(at) {
        let phrase = fact.opens_phrase.then(|| words.phrase(at)).flatten();
        let Some((phrase, kind)) = phrase.and_then(|p| Some((p, kind_of(p.classes)?))) else {
            at += 1;
            continue;
        };
        let end = at + phrase.len;
        for (n, fact) in facts.iter_mut().take(end).skip(at).enumerate() {
            fact.phrase = kind * 2 + 1 + u8::from(n > 0);
            fact.seen = phrase.classes.intersects(Classes::SEEN);
            fact.plain = false;
        }
        at = end;
    }
}

/// The position of the type that a phrase of these classes names among
/// [`TYPES`](super::model::TYPES).
fn kind_of(classes: Classes) -> Option<u8> {
    const KINDS: [(Classes, u8); 6] = [
        (Classes::PERSON, 0),
        (Classes::ORG.union(Classes::MEDIA), 1),
        (Classes::PLACE, 2),
        (Classes::PEOPLE, 3),
        (Classes::EVENT, 4),
        (Classes::DOCUMENT, 5),
    ];
    let mut kinds = KINDS.iter();
    kinds
        .find(|(c, _)| classes.intersects(*c))
        .map(|(_, kind)| *kind)
}

fn of_token(tokens: &Tokens, words: &Words, index: usize) -> Fact {
    let key = tokens.key(index);
    let fact = match tokens.kind(index) {
        TokenKind::Word => of_word(key, words, index),
        TokenKind::Number => of_other(words, index, if key.len() == 4 { YEAR } else { DIGITS }),
        TokenKind::Mark => of_other(words, index, mark_shape(key)),
    };
    Fact {
        shows: evidence::shown_by(&fact),
        ..fact
    }
}

fn of_other(words: &Words, index: usize, shape: u8) -> Fact {
    Fact {
        whole: u64::from(shape),
        rest: u64::from(shape),
        clusters: [UNKNOWN + u16::from(shape); 3],
        shape,
        classes: words.classes(index),
        plain: matches!(shape, 8 | 9),
        ..Fact::default()
    }
}

fn mark_shape(key: &str) -> u8 {
    match key {
        "." => 8,
        "،" | "," | "؛" => 9,
        "\"" | "“" | "”" => 10,
        "«" => 11,
        "»" => 12,
        "(" => 13,
        ")" => 14,
        ":" => 15,
        "-" | "–" | "—" => 16,
        "_" => 17,
        "#" => 18,
        "/" => 19,
        "%" | "٪" => 20,
        _ => 21,
    }
}

fn of_word(key: &str, words: &Words, index: usize) -> Fact {
    let found = words.get(index);
    let whole = words.hash(index);
    let known_whole = vocabulary::look_up(whole);
    let proclitics = if found.classes.is_empty() {
        known_whole.map_or_else(|| guess_proclitics(key), |w| w.proclitics)
    } else {
        found.proclitics
    };
    let rest_key = Rest::new(key, proclitics);
    let rest = if proclitics == 0 {
        whole
    } else {
        rest_key.hash()
    };
    let known = vocabulary::look_up(rest).or(known_whole);
    let word = known.unwrap_or_default();
    let shape = if key.is_ascii() { LATIN } else { LETTERS };
    let plain =
        word.plain && known_whole.is_none_or(|w| w.plain) && !found.classes.intersects(NAMES);
    Fact {
        whole,
        rest,
        clusters: known.map_or([UNKNOWN + u16::from(shape); 3], |w| w.clusters),
        shares: shares(known),
        frequency: word.frequency,
        proclitics,
        clitic: rest_key.clitic,
        classes: found.classes,
        shape,
        affixes: rest_key.affixes(),
        length: rest_key.length(),
        article: rest_key.article || rest_key.stem.starts_with("ال"),
        locative: key == "في",
        plain,
        opens_phrase: words.opens_phrase(index),
        leads: Leads::of(key),
        ..Fact::default()
    }
}

fn shares(known: Option<Word>) -> u32 {
    let [per, org, loc] = known.unwrap_or_default().shares;
    u32::from_le_bytes([per, org, loc, known.is_some().into()])
}

const NAMES: Classes = Classes::GIVEN_NAME
    .union(Classes::PERSON)
    .union(Classes::PLACE)
    .union(Classes::ORG)
    .union(Classes::MEDIA);

/// A word that no table knows loses letters that leave a known one, else what
/// stands before an article.
fn guess_proclitics(key: &str) -> u8 {
    let known = |cut: clitics::Cut| Some(cut.letters + vocabulary::look_up(cut.hash)?.proclitics);
    clitics::cuts(key)
        .find_map(known)
        .unwrap_or_else(|| before_article(key))
}

fn before_article(key: &str) -> u8 {
    let inner = key.strip_prefix(['و', 'ف']).unwrap_or(key);
    let conjunction = u8::from(inner.len() < key.len());
    let article = |k: &str| k.starts_with("ال") && k.chars().nth(4).is_some();
    let preposition = inner.strip_prefix(['ب', 'ك']).is_some_and(article)
        || inner.starts_with("لل") && inner.chars().nth(4).is_some();
    if preposition {
        conjunction + 1
    } else if article(inner) {
        conjunction
    } else {
        0
    }
}

/// A word without its proclitics.
struct Rest<'k> {
    /// The article, where لل swallowed it.
    article: bool,
    stem: &'k str,
    clitic: u8,
}

impl<'k> Rest<'k> {
    fn new(key: &'k str, letters: u8) -> Self {
        let cut = usize::from(letters) * 2;
        let (clitics, stem) = key.split_at_checked(cut).unwrap_or(("", key));
        let last = clitics.chars().next_back().unwrap_or_default();
        match stem.strip_prefix('ل').filter(|_| last == 'ل') {
            Some(stem) => Self {
                article: true,
                stem,
                clitic: low_byte(last),
            },
            None => Self {
                article: false,
                stem,
                clitic: low_byte(last),
            },
        }
    }

    fn hash(&self) -> u64 {
        crate::analysis::lexicon::hash_parts(if self.article { "ال" } else { "" }, self.stem)
    }

    fn length(&self) -> u8 {
        to_u8(self.stem.chars().count().min(7))
    }

    /// Hashes of the first and last two and three letters, each letter taken as
    /// two bytes.
    fn affixes(&self) -> [u32; 4] {
        let bytes = self.stem.as_bytes();
        let first = |n: usize| bytes.get(..n).map_or(0, pack);
        let last = |n: usize| {
            let from = bytes.len().checked_sub(n);
            from.and_then(|from| bytes.get(from..)).map_or(0, pack)
        };
        [first(4), first(6), last(4), last(6)]
    }
}

fn pack(bytes: &[u8]) -> u32 {
    bytes
        .iter()
        .fold(0, |h: u32, b| h.wrapping_mul(0x0100_0193) ^ u32::from(*b))
}
