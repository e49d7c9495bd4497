//! The ways in which a text writes its names, each once, with its places.

use std::borrow::Cow;

use compact_str::CompactString;

use super::body::unit;
use crate::{
    analysis::{
        hash::Map,
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
    /// As it is shown: quotation marks at the ends, # and _ left out.
    pub shown: String,
    /// Its words; marks left out.
    pub words: Vec<Word>,
    /// The country that it names as a whole.
    pub country: Option<CountryId>,
    /// Whether a list that was written by hand holds it as a whole.
    pub listed: bool,
    /// Its mentions, as positions in the list of all, in order.
    pub places: Vec<usize>,
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
        let mut known: Map<String, usize> = Map::default();
        let mut key = String::new();
        for (place, mention) in source.mentions.iter().enumerate() {
            let marked = source.key(mention, &mut key);
            let form = known.get(&key).copied().unwrap_or_else(|| {
                known.insert(key.clone(), forms.list.len());
                forms.list.push(source.form(mention, marked));
                forms.list.len() - 1
            });
            forms.of.push(form);
            if let Some(form) = forms.list.get_mut(form) {
                form.places.push(place);
                if form.marked && !marked {
                    form.shown = source.shown(mention);
                    form.marked = false;
                }
            }
        }
        forms
    }
}

/// The classes of names.
const NAMES: Classes =
    Classes(Classes::PLACE.0 | Classes::ORG.0 | Classes::MEDIA.0 | Classes::PERSON.0);

impl Source<'_> {
    /// Writes what tells a form from others to `key`: its type and its folded
    /// words. Whether there are marks within it.
    fn key(&self, mention: &NameMention, key: &mut String) -> bool {
        key.clear();
        key.push_str(mention.kind.name());
        let mut marked = false;
        for token in mention.first..mention.end {
            if self.tokens.kind(token) == TokenKind::Mark {
                marked = true;
            } else {
                key.push(' ');
                if token == mention.first {
                    key.push_str(&self.first_key(mention));
                } else {
                    key.push_str(self.tokens.key(token));
                }
            }
        }
        marked
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
            Some(stem) if lexicon::classes_of(rest).is_none() => Cow::Owned(format!("ال{stem}")),
            _ => Cow::Borrowed(rest),
        }
    }

    fn form(&self, mention: &NameMention, marked: bool) -> Form {
        let (classes, country) = self.whole(mention);
        Form {
            kind: mention.kind,
            shown: self.shown(mention),
            words: self.read(mention),
            country: country.filter(|_| classes.any(Classes::COUNTRY)),
            listed: classes.any(NAMES) && !classes.any(Classes::SEEN),
            places: Vec::new(),
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
            _ => (Classes::NONE, None),
        }
    }

    fn read(&self, mention: &NameMention) -> Vec<Word> {
        let mut words: Vec<Word> = Vec::new();
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
            words.push(Word {
                classes: found.classes,
                country: found.country,
                unit: unit(&key),
                key: key.into(),
                aside,
            });
        }
        words
    }

    /// The name as it is shown.
    fn shown(&self, mention: &NameMention) -> String {
        let written = self.text.get(mention.span.range()).unwrap_or_default();
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

/// A name without the quotation marks that stand around all of it.
fn unquoted(name: &str) -> &str {
    const OPEN: [char; 4] = ['"', '«', '“', '”'];
    const CLOSE: [char; 4] = ['"', '»', '”', '“'];
    let inner = name.trim_start_matches(OPEN).trim_end_matches(CLOSE);
    let opens = inner.contains(OPEN);
    match (name.starts_with(OPEN), name.ends_with(CLOSE)) {
        (true, true) => inner,
        (true, false) if !inner.contains(CLOSE) => inner,
        (false, true) if !opens => inner,
        _ => name,
    }
}
