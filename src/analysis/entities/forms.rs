//! The ways in which a text writes its names, each once, with its places.

use std::{borrow::Cow, ops::Range};

use compact_str::CompactString;
use smallvec::SmallVec;

use super::body::{known_unit, unit};
use crate::{
    analysis::{
        hash::{Map, Seeded, WordsHash},
        lexicon::{self, Classes, CountryId, Words},
        mentions::NameMention,
        normalize,
        tokens::{TokenKind, Tokens},
    },
    annotations::EntityType,
};

/// One word of a name.
#[derive(Clone, Debug)]
pub struct Word {
    /// Folded, proclitics off, an article that لل swallowed restored.
    pub key: CompactString,
    /// As it is compared with those of other names ([`unit()`]).
    pub unit: CompactString,
    /// What the lists know of it.
    pub classes: Classes,
    /// The country that it stands for.
    pub country: Option<CountryId>,
    /// Whether it stands in brackets or quotation marks after two words or more,
    /// and so is another name of what they name.
    pub aside: bool,
}

/// One way of writing a name.
#[derive(Clone, Debug)]
pub struct Form {
    /// What sort of thing is named.
    pub kind: EntityType,
    /// The mention as which it is shown.
    pub shown: usize,
    /// Its words; marks left out.
    pub words: SmallVec<[Word; 3]>,
    /// The country that it names as a whole.
    pub country: Option<CountryId>,
    /// Whether a list that was written by hand holds it as a whole.
    pub listed: bool,
    /// Its mentions, as positions in the list of all, in order.
    pub places: SmallVec<[usize; 2]>,
    /// Whether all places found yet have marks within the name.
    marked: bool,
}

/// All forms of a text, in the order of their first place.
#[derive(Debug, Default)]
pub struct Forms {
    /// The forms.
    pub list: Vec<Form>,
    /// For each mention its form.
    pub of: Vec<usize>,
}

/// What the forms are read from.
#[derive(Clone, Copy)]
pub struct Source<'t> {
    /// The text.
    pub text: &'t str,
    /// Its tokens.
    pub tokens: &'t Tokens,
    /// What the lists know of each.
    pub words: &'t Words,
    /// The mentions.
    pub mentions: &'t [NameMention],
}

impl Forms {
    /// Gathers the forms of all mentions.
    pub fn new(source: Source) -> Self {
        let mut forms = Self::default();
        let many = source.mentions.len();
        let mut known: Map<u64, usize> = Map::with_capacity_and_hasher(many, Seeded::default());
        forms.of.reserve_exact(many);
        forms.list.reserve(many / 2 + 1);
        for (place, mention) in source.mentions.iter().enumerate() {
            let first = source.first_key(mention);
            let (hash, marked) = source.hash(mention, &first);
            let written = |form: &usize| {
                let form = forms.list.get(*form);
                form.is_some_and(|form| source.is_written_so(mention, &first, form))
            };
            let form = known.get(&hash).copied().filter(written);
            let form = form.unwrap_or_else(|| {
                known.insert(hash, forms.list.len());
                forms.list.push(source.form(place, mention, marked));
                forms.list.len() - 1
            });
            forms.of.push(form);
            if let Some(form) = forms.list.get_mut(form) {
                form.places.push(place);
                if form.marked && !marked {
                    form.shown = place;
                    form.marked = false;
                }
            }
        }
        forms
    }
}

/// The classes of names.
const NAMES: Classes = Classes::PLACE
    .union(Classes::ORG)
    .union(Classes::MEDIA)
    .union(Classes::PERSON);

impl Source<'_> {
    /// The hash of what tells a form from others: its type and its folded words,
    /// of which `first` is the first. Whether there are marks within it.
    fn hash(&self, mention: &NameMention, first: &str) -> (u64, bool) {
        let mut hash = WordsHash::default();
        hash.push(mention.kind.name());
        let mut words = 0;
        for word in self.keys(mention.first..mention.end, first) {
            hash.push(word);
            words += 1;
        }
        (hash.value(), words < mention.end - mention.first)
    }

    /// Whether a mention has the type and the words of a form.
    fn is_written_so(&self, mention: &NameMention, first: &str, form: &Form) -> bool {
        let words = form.words.iter().map(|word| word.key.as_str());
        form.kind == mention.kind && self.keys(mention.first..mention.end, first).eq(words)
    }

    /// The folded words of these tokens, of which `first` is the first.
    fn keys<'k>(&'k self, tokens: Range<usize>, first: &'k str) -> impl Iterator<Item = &'k str> {
        let begin = tokens.start;
        let words = tokens.filter(|token| self.tokens.kind(*token) != TokenKind::Mark);
        words.map(move |token| {
            if token == begin {
                first
            } else {
                self.tokens.key(token)
            }
        })
    }

    /// The folded first word without its proclitics: للناتو is الناتو, لليبيا ليبيا.
    fn first_key(&self, mention: &NameMention) -> Cow<'_, str> {
        let token = self.tokens.key(mention.first);
        let span = self.tokens.span(mention.first);
        let cut = self.text.get(span.start..mention.span.start);
        let Some(cut) = cut.filter(|c| !c.is_empty()) else {
            return Cow::Borrowed(token);
        };
        let cut = normalize::fold(cut);
        let Some(rest) = token.strip_prefix(cut.as_str()) else {
            return Cow::Borrowed(token);
        };
        match rest.strip_prefix('ل').filter(|_| cut.ends_with('ل')) {
            Some(stem) if lexicon::classes_of(rest).is_empty() => Cow::Owned(format!("ال{stem}")),
            _ => Cow::Borrowed(rest),
        }
    }

    fn form(&self, place: usize, mention: &NameMention, marked: bool) -> Form {
        let (classes, country) = self.whole(mention);
        Form {
            kind: mention.kind,
            shown: place,
            words: self.read(mention),
            country: country.filter(|_| classes.intersects(Classes::COUNTRY)),
            listed: classes.intersects(NAMES) && !classes.intersects(Classes::SEEN),
            places: SmallVec::new(),
            marked,
        }
    }

    /// What the lists know of a whole mention.
    fn whole(&self, mention: &NameMention) -> (Classes, Option<CountryId>) {
        let long = mention.end - mention.first;
        let single = self.words.get(mention.first);
        match self.words.phrase(mention.first) {
            Some(phrase) if phrase.len == long => (phrase.classes, phrase.country),
            _ if long == 1 => (single.classes, single.country),
            _ => (Classes::empty(), None),
        }
    }

    fn read(&self, mention: &NameMention) -> SmallVec<[Word; 3]> {
        let mut words = SmallVec::with_capacity(mention.end - mention.first);
        let mut aside = false;
        for token in mention.first..mention.end {
            let key = self.tokens.key(token);
            if self.tokens.kind(token) == TokenKind::Mark {
                aside = match key {
                    "(" | "«" | "“" => words.len() > 1,
                    "\"" => !aside && words.len() > 1,
                    ")" | "»" | "”" => false,
                    _ => aside,
                };
                continue;
            }
            let key = if token == mention.first {
                self.first_key(mention)
            } else {
                Cow::Borrowed(key)
            };
            let found = self.words.get(token);
            // Where letters had to be cut off, the lists know nothing of the whole word.
            let unit = match key {
                Cow::Borrowed(whole) if whole.len() == self.tokens.key(token).len() => {
                    let known = (found.classes, found.country);
                    let known = Some(known).filter(|_| found.proclitics == 0);
                    known_unit(whole, known.unwrap_or_default())
                }
                _ => unit(&key),
            };
            words.push(Word {
                classes: found.classes,
                country: found.country,
                unit,
                key: key.into(),
                aside,
            });
        }
        words
    }

    /// The name as it is shown: quotation marks at the ends, # and _ left out.
    pub fn shown(&self, mention: &NameMention) -> String {
        let written = self.text.get(mention.span.range()).unwrap_or_default();
        let alone = written.starts_with("ال ");
        if !alone && !written.starts_with('ل') && is_shown_so(written) {
            return written.to_owned();
        }
        let mut shown = String::with_capacity(written.len());
        let swallowed = written.starts_with('ل') && self.first_key(mention).starts_with("ال");
        if swallowed {
            shown.push_str("ال");
        }
        let rest = written.strip_prefix('ل').filter(|_| swallowed);
        for word in rest
            .unwrap_or(written)
            .split(|c: char| c.is_whitespace() || matches!(c, '_' | '#'))
            .filter(|w| !w.is_empty())
        {
            if !shown.is_empty() && shown != "ال" {
                shown.push(' ');
            }
            shown.push_str(word);
        }
        unquoted(&shown).to_owned()
    }
}

/// Whether a name is nothing but Arabic letters and single blanks, as most are.
fn is_shown_so(name: &str) -> bool {
    let letter = |b: u8| matches!(b, 0xd8..=0xdb);
    let fit = |pair: &[u8]| match *pair {
        [before, after] => letter(before) || letter(after) || after == b' ' && before != b' ',
        _ => false,
    };
    let (first, last) = (name.bytes().next(), name.bytes().next_back());
    let bytes = name.as_bytes();
    first.is_some_and(letter) && last != Some(b' ') && bytes.windows(2).all(fit)
}

/// A name without the quotation marks that stand around all of it.
fn unquoted(name: &str) -> &str {
    const OPEN: [char; 4] = ['"', '«', '“', '”'];
    const CLOSE: [char; 4] = ['"', '»', '”', '“'];
    let inner = name.trim_start_matches(OPEN).trim_end_matches(CLOSE);
    match (name.starts_with(OPEN), name.ends_with(CLOSE)) {
        (true, true) => inner,
        (true, false) if !inner.contains(CLOSE) => inner,
        (false, true) if !inner.contains(OPEN) => inner,
        _ => name,
    }
}
