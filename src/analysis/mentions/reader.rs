//! Tokens as the grammars of dates and quantities read them: each looked up
//! with its clitics and article off, only where a grammar asks.

use super::{
    terms::{self, Entry, Roles, Term},
    vocabulary,
};
use crate::analysis::{
    grammar,
    lexicon::{Classes, Words},
    memo::Memo,
    tokens::{TokenKind, Tokens},
};
use std::cell::RefCell;

thread_local! {
    static SEEN: RefCell<Memo<Option<Seen>>> = const { RefCell::new(Memo::new()) };
}

/// One text with what was looked up of it.
#[derive(Clone, Copy)]
pub struct Reader<'t> {
    /// The text.
    pub text: &'t str,
    /// Its tokens.
    pub tokens: &'t Tokens,
    /// What the lists know of them.
    pub words: &'t Words,
}

/// A word that the lists of time and number hold.
#[derive(Clone, Copy, Debug)]
pub struct Seen {
    /// What they say of it.
    pub entry: Entry,
    /// How many letters were cut off as proclitics.
    pub cut: u8,
    /// Whether the first of them is و or ف.
    pub conjoined: bool,
    /// Whether the article was taken off.
    pub definite: bool,
}

impl Seen {
    /// What the word means.
    pub fn term(&self) -> Option<Term> {
        self.entry.term
    }
}

impl<'t> Reader<'t> {
    /// The folded key of a token.
    #[inline]
    pub fn key(&self, index: usize) -> &'t str {
        self.tokens.key(index)
    }

    /// Whether a token is one of these marks or words.
    pub fn is(&self, index: usize, keys: &[&str]) -> bool {
        index < self.tokens.len() && keys.contains(&self.key(index))
    }

    /// The text between a token and the one before it.
    pub fn gap(&self, index: usize) -> &'t str {
        self.tokens.gap(self.text, index)
    }

    /// Whether a token stands on the same line as the one before it.
    pub fn goes_on(&self, index: usize) -> bool {
        index > 0 && index < self.tokens.len() && !self.tokens.opens_line(self.text, index)
    }

    /// Whether a token touches the one before it.
    pub fn touches(&self, index: usize) -> bool {
        self.tokens.touches(self.text, index)
    }

    /// What the lists say of a token: whole, else without its article, else
    /// without its proclitics.
    #[inline]
    pub fn seen(&self, index: usize) -> Option<Seen> {
        if !self.tokens.is_word(index) {
            return None;
        }
        SEEN.with_borrow_mut(|memo| memo.of(self.tokens, index, || self.look_up(index)))
    }

    /// The tokens of which `wanted` says so, told what `of` makes of what each is and
    /// what the lists say of its form.
    pub fn tokens_where<T: Copy>(
        &self,
        of: impl Fn(TokenKind, Option<&Seen>) -> T,
        wanted: impl Fn(usize, T) -> bool,
    ) -> Vec<usize> {
        let made: Vec<T> = SEEN.with_borrow_mut(|memo| {
            memo.ready(self.tokens, |index| self.look_up(index));
            let seen = |form| memo.get(form).and_then(Option::as_ref);
            let met = self.tokens.met().iter();
            met.map(|met| of(self.tokens.kind(met.first), seen(met.form)))
                .collect()
        });
        let places = self.tokens.places().iter().enumerate();
        let wanted = |(token, place): (usize, &u32)| {
            let made = made.get(*place as usize)?;
            wanted(token, *made).then_some(token)
        };
        let mut found = Vec::with_capacity(self.tokens.len() / 8);
        found.extend(places.filter_map(wanted));
        found
    }

    fn look_up(&self, index: usize) -> Option<Seen> {
        let is_word = self.tokens.is_word(index);
        is_word.then(|| seen(self.key(index))).flatten()
    }

    /// What a token means in a date or quantity.
    #[inline]
    pub fn term(&self, index: usize) -> Option<Term> {
        self.seen(index)?.term()
    }

    /// What a token means where no proclitic may stand before it.
    pub fn inner(&self, index: usize) -> Option<Term> {
        self.goes_on(index).then_some(())?;
        self.seen(index).filter(|s| s.cut == 0)?.term()
    }

    /// The same, with the article.
    pub fn definite(&self, index: usize) -> Option<Term> {
        self.goes_on(index).then_some(())?;
        self.seen(index)
            .filter(|s| s.cut == 0 && s.definite)?
            .term()
    }

    /// Whether a token has any of these roles, clitics aside.
    pub fn has(&self, index: usize, roles: Roles) -> bool {
        self.seen(index)
            .is_some_and(|s| s.entry.roles.intersects(roles))
    }

    /// The digits of a token, if it is a number.
    pub fn digits(&self, index: usize) -> Option<&'t str> {
        let number = self.tokens.kind(index) == TokenKind::Number && index < self.tokens.len();
        number.then(|| self.key(index))
    }

    /// A whole number of digits alone.
    pub fn integer(&self, index: usize) -> Option<u32> {
        self.digits(index)?.parse().ok()
    }

    /// Whether a token is the "و" or "ف" of the next, standing apart.
    pub fn and(&self, index: usize) -> bool {
        self.goes_on(index) && self.is(index, &["و"])
    }

    /// Whether a token is the article before a number in digits: الـ15.
    pub fn article(&self, index: usize) -> bool {
        self.is(index, &["ال", "لل", "وال", "بال"]) && self.digits(index + 1).is_some()
    }

    /// Whether a token is a word of grammar, clitics aside.
    pub fn function(&self, index: usize) -> bool {
        self.words.is(index, Classes::FUNCTION) || grammar::of(self.key(index)).is_some()
    }

    /// Whether a token is an Arabic word that may be a noun: no word of grammar,
    /// no proclitic before it.
    pub fn noun(&self, index: usize) -> bool {
        self.goes_on(index)
            && self.tokens.is_word(index)
            && !self.key(index).is_ascii()
            && self.key(index).len() > 2
            && (self.has(index, Roles::NATIVE)
                || !self.has_proclitics(index)
                    && !self.function(index)
                    && !self.has(index, Roles::LOOSE))
    }

    /// Whether a word carries the article.
    pub fn has_article(&self, index: usize) -> bool {
        let key = self.key(index);
        let written = self.text.get(self.tokens.span(index).range());
        let bare = written.is_some_and(|w| !w.starts_with(['أ', 'آ', 'إ']));
        bare && key.starts_with("ال") && key.chars().nth(3).is_some() || key.starts_with("لل")
    }

    /// Whether the word after a year's or season's noun says of which kind it is:
    /// العام المالي، الموسم الكروي.
    pub fn adjective_of_year(&self, noun: usize, unit: &str) -> bool {
        let long = matches!(unit, "y" | "season") && self.seen(noun).is_some_and(|s| s.definite);
        long && self.noun(noun + 1) && self.has_article(noun + 1) && self.term(noun + 1).is_none()
    }

    /// Whether a word carries و ف ب ل ك, as far as can be told.
    pub fn has_proclitics(&self, index: usize) -> bool {
        let found = self.words.get(index);
        if !found.classes.is_empty() {
            return found.proclitics > 0;
        }
        if let Some(word) = vocabulary::look_up(self.words.hash(index)) {
            return word.proclitics > 0;
        }
        let key = self.key(index);
        ["و", "فال", "بال", "كال", "لل"]
            .iter()
            .any(|p| key.starts_with(p))
    }
}

fn seen(key: &str) -> Option<Seen> {
    let Some(entry) = terms::of(key) else {
        return cut(key);
    };
    (!entry.roles.intersects(Roles::NOTHING)).then_some(Seen {
        entry,
        cut: 0,
        conjoined: false,
        definite: false,
    })
}

/// A word without its article, then without و or ف, then without ب ل ك.
fn cut(key: &str) -> Option<Seen> {
    let seen = |stem: &str, letters: u8, conjoined, definite| {
        let entry = terms::of(stem)?;
        Some(Seen {
            entry,
            cut: letters,
            conjoined,
            definite,
        })
    };
    let bare = |rest: &str, letters, conjoined| {
        let whole = if letters == 0 {
            None
        } else {
            seen(rest, letters, conjoined, false)
        };
        whole.or_else(|| seen(rest.strip_prefix("ال")?, letters, conjoined, true))
    };
    let inner = key.strip_prefix(['و', 'ف']);
    let conjoined = inner.is_some();
    let prepositional = |rest: &str, letters, conjoined| {
        let stem = rest.strip_prefix(['ب', 'ل', 'ك'])?;
        let lam = || {
            let stem = stem.strip_prefix('ل').filter(|_| rest.starts_with('ل'))?;
            seen(stem, letters, conjoined, true).or_else(|| near(stem, letters, conjoined))
        };
        bare(stem, letters, conjoined).or_else(lam)
    };
    bare(key, 0, false)
        .or_else(|| prepositional(key, 1, false))
        .or_else(|| bare(inner?, 1, conjoined))
        .or_else(|| prepositional(inner?, 2, conjoined))
}

/// A word that the lists hold with its article, which لل swallowed: لليوم.
fn near(stem: &str, letters: u8, conjoined: bool) -> Option<Seen> {
    let entry = match stem {
        "يوم" => terms::of("اليوم"),
        "ليله" => terms::of("الليله"),
        _ => None,
    }?;
    Some(Seen {
        entry,
        cut: letters,
        conjoined,
        definite: false,
    })
}

/// How many letters of a token are proclitics, where a date or quantity begins
/// with it.
pub fn cut_letters(r: &Reader, index: usize) -> usize {
    if let Some(seen) = r.seen(index).filter(|s| s.term().is_some()) {
        return seen.cut.into();
    }
    if r.article(index) {
        return usize::from(!r.is(index, &["ال"]));
    }
    let found = r.words.get(index);
    if !found.classes.is_empty() {
        return found.proclitics.into();
    }
    vocabulary::look_up(r.words.hash(index)).map_or(0, |w| w.proclitics.into())
}
