//! The name of a body, event or document in the words that joining compares.

use std::{collections::HashSet, sync::LazyLock};

use compact_str::{CompactString, format_compact};
use smallvec::SmallVec;

use super::{
    forms::{Form, Word},
    spelling::without_article,
};
use crate::analysis::{
    entries::{entries, pairs},
    hash::{Map, Seeded},
    lexicon::{self, Classes, CountryId},
    normalize::fold,
};

/// The words of a name as they are compared.
pub type Units = SmallVec<[CompactString; 4]>;

/// The name of a body.
#[derive(Clone, Debug, Default)]
pub struct Body {
    /// Its words without articles; a country and its adjective are one word.
    pub units: Units,
    /// What stands in brackets in it: منظمة الأغذية والزراعة (الفاو).
    pub aside: Units,
    /// The group of the class noun that opens it.
    pub group: Option<&'static str>,
    /// Whether its first word says what sort of body it is.
    pub headed: bool,
    /// Whether its first word carries the article.
    pub definite: bool,
    /// Of each of its words, whether it carries the article.
    pub articles: SmallVec<[bool; 16]>,
    /// Whether a list that was written by hand holds it.
    pub listed: bool,
}

/// The classes of nouns that say what sort of thing a name is of.
const HEADS: Classes = Classes::ORG_HEAD
    .union(Classes::EVENT_HEAD)
    .union(Classes::DOC_HEAD)
    .union(Classes::PLACE_HEAD);

impl Body {
    /// Reads a form.
    pub fn read(form: &Form) -> Self {
        let named: SmallVec<[&Word; 8]> = form.words.iter().filter(|w| !w.aside).collect();
        let aside: SmallVec<[&Word; 8]> = form.words.iter().filter(|w| w.aside).collect();
        let Some(first) = named.first() else {
            return Self::default();
        };
        let stem = without_article(&first.key);
        Self {
            units: units(&named),
            aside: units(&aside),
            group: class_noun(&first.key).filter(|_| named.len() > 1),
            headed: lexicon::classes_of(&first.key).intersects(HEADS)
                || lexicon::classes_of(stem).intersects(HEADS),
            definite: stem.len() < first.key.len(),
            articles: kept(&named).map(|w| has_article(&w.key)).collect(),
            listed: form.listed,
        }
    }

    /// Its words without the class noun that opens it: نوبيا of شركة نوبيا.
    pub fn core(&self) -> Option<&[CompactString]> {
        self.group.and_then(|_| self.units.get(1..))
    }

    /// Whether its class noun may fall away before another noun of bodies.
    pub fn drops_noun(&self) -> bool {
        matches!(self.group, Some("force" | "party" | "movement"))
    }

    /// Whether a shorter name is this one without some adjectives: الجيش الحر of
    /// الجيش السوري الحر. First and last word are theirs in common.
    pub fn without_adjectives(&self, short: &Self) -> bool {
        let mut left = short.units.as_slice();
        let mut words = self.units.iter().zip(&self.articles);
        let fits = words.all(|(unit, article)| match left {
            [next, rest @ ..] if next == unit => {
                left = rest;
                true
            }
            _ => *article || Self::optional(std::slice::from_ref(unit)),
        });
        fits && left.is_empty() && !(self.listed && short.listed)
    }

    /// Whether `rest`, the words after a shorter name, may be left out of it.
    pub fn optional(rest: &[CompactString]) -> bool {
        static WORDS: LazyLock<HashSet<String, Seeded>> = LazyLock::new(|| {
            entries(include_str!("qualifiers.txt"))
                .map(|w| without_article(&fold(w)).to_owned())
                .collect()
        });
        rest.iter()
            .all(|w| w.starts_with('@') || WORDS.contains(w.as_str()))
    }
}

/// The group of a class noun.
pub fn class_noun(key: &str) -> Option<&'static str> {
    static NOUNS: LazyLock<Map<String, &'static str>> = LazyLock::new(|| {
        pairs(include_str!("class_nouns.txt"))
            .map(|(noun, group)| (fold(noun), group))
            .collect()
    });
    NOUNS.get(key).copied()
}

fn has_article(key: &str) -> bool {
    without_article(key).len() < key.len()
}

/// The words of a name as they are compared.
fn units(words: &[&Word]) -> Units {
    kept(words).map(|word| word.unit.clone()).collect()
}

/// The words that count when names are compared.
fn kept<'w>(words: &'w [&Word]) -> impl Iterator<Item = &'w Word> {
    let kept = words.iter().enumerate().filter(|(at, word)| {
        let inner = *at > 0 && *at + 1 < words.len();
        !(inner
            && (word.key == "في"
                || matches!(class_noun(&word.key), Some("city" | "land" | "feature"))))
    });
    kept.map(|(_, word)| *word)
}

/// One word as it is compared: a country and its adjectives are `@` and its two
/// letters, all else loses its article.
pub fn unit(key: &str) -> CompactString {
    known_unit(key, lexicon::known_of(key))
}

/// The same where it is known what the lists know of the word.
pub fn known_unit(key: &str, known: (Classes, Option<CountryId>)) -> CompactString {
    match known {
        (classes, Some(country)) if classes.intersects(Classes::COUNTRY | Classes::NATIONALITY) => {
            format_compact!("@{}", country.code())
        }
        _ => without_article(key).into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_country_and_its_adjective_are_one() {
        assert_eq!(unit("الروسيه"), unit("روسيا"));
        assert_ne!(unit("الروسيه"), unit("الامريكيه"));
        assert_eq!(unit("الحكومه"), unit("حكومه"));
    }

    #[test]
    fn lists_are_read() {
        assert_eq!(class_noun("شركه"), Some("company"));
        assert!(Body::optional(&["دوليه".into(), "@RU".into()]));
        assert!(!Body::optional(&["امن".into()]));
    }
}
