//! The words that report: a table from every form of every reporting verb, and
//! of the words of attribution, to what it governs.
//!
//! The lists are data (`lexicon/ar/cues.txt`, `lexicon/ar/attribution.txt`);
//! `forms.rs` makes the forms, when the program is built.

mod entry;
#[cfg(test)]
mod forms;
mod lemma;
#[cfg(test)]
mod lists;

pub use entry::{Agreement, Attribution, Entry, Government, Shape, SpeechAct, Weight};
pub use lemma::Lemma;

use super::{lexicon::hash_word, packed::packed};
// The tables call their values by these names.
#[allow(
    clippy::enum_glob_use,
    reason = "the values of whole enums stand in the tables"
)]
use {Agreement::*, Shape::*, SpeechAct::*, Weight::*};

/// A cue as it stands in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CueWord {
    /// What the lexicon knows of it.
    pub entry: Entry,
    /// The letters before it that are proclitics.
    pub proclitics: u8,
    /// Whether و stands before it.
    pub waw: bool,
    /// Whether ف stands before it.
    pub fa: bool,
    /// Whether ب، ل or ك stands before it.
    pub preposition: bool,
    /// Whether س makes it a future.
    pub future: bool,
}

impl CueWord {
    const fn of(entry: Entry, proclitics: u8) -> Self {
        Self {
            entry,
            proclitics,
            waw: false,
            fa: false,
            preposition: false,
            future: false,
        }
    }
}

packed! {
    /// The verb forms and participles.
    static VERBS: Entry = "verbs";
    /// The masdars and nouns: a word can be both (طلب), and what stands before it
    /// tells which.
    static NOUNS: Entry = "nouns";
    static ATTRIBUTIONS: Attribution = "attributions";
}

fn verb(key: &str) -> Option<&'static Entry> {
    VERBS.get(hash_word(key))
}

fn noun(key: &str) -> Option<&'static Entry> {
    NOUNS.get(hash_word(key))
}

/// Whether a folded verb form, with or without و or ف, is a masdar, too (طلب، رفض).
pub fn is_noun_too(key: &str) -> bool {
    noun(key.strip_prefix(['و', 'ف']).unwrap_or(key)).is_some()
}

/// The cue in a folded word.
///
/// ```
/// use qawl::analysis::cues::{self, Shape};
///
/// let cue = cues::word("وسيقول").expect("a future with و");
/// assert!(cue.waw && cue.future);
/// assert_eq!(cue.entry.shape, Shape::Present);
/// assert_eq!(cues::word("بقوله").map(|c| c.entry.shape), Some(Shape::Masdar));
/// ```
pub fn word(key: &str) -> Option<CueWord> {
    if let Some(entry) = verb(key).or_else(|| noun(key)) {
        return Some(CueWord::of(*entry, 0));
    }
    let (waw, fa) = (key.starts_with('و'), key.starts_with('ف'));
    if let Some(rest) = key.strip_prefix(['و', 'ف']) {
        let plain = verb(rest)
            .or_else(|| noun(rest))
            .map(|entry| CueWord::of(*entry, 1));
        return plain
            .or_else(|| inner(rest, 1))
            .map(|found| CueWord { waw, fa, ..found });
    }
    inner(key, 0)
}

/// A form after س، ل or a preposition.
fn inner(key: &str, before: u8) -> Option<CueWord> {
    let mut letters = key.chars();
    let (first, rest) = (letters.next()?, letters.as_str());
    let found = |entry: &Entry| CueWord {
        future: first == 'س',
        ..CueWord::of(*entry, before + 1)
    };
    let finite = || {
        verb(rest)
            .filter(|e| matches!(e.shape, Shape::Present | Shape::Passive))
            .map(found)
    };
    // للاتهامات = ل + الاتهامات
    let named = rest.strip_prefix('ل').filter(|_| first == 'ل');
    let named = named.unwrap_or(rest);
    let masdar = || {
        noun(named).map(|entry| CueWord {
            preposition: true,
            ..found(entry)
        })
    };
    match first {
        'س' => finite(),
        'ل' => finite().or_else(masdar),
        'ب' | 'ك' => masdar(),
        _ => None,
    }
}

/// What a folded word, with or without و or ف, attributes.
pub fn attribution(key: &str) -> Option<Attribution> {
    let of = |key| ATTRIBUTIONS.get(hash_word(key)).copied();
    of(key).or_else(|| of(key.strip_prefix(['و', 'ف'])?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_say_what_the_lists_say() {
        let [verbs, nouns] = lists::cues();
        assert!(verbs.len() > 10_000 && nouns.len() > 1_000);
        for (key, entry) in verbs {
            assert_eq!(verb(&key), Some(&entry), "{key}");
        }
        for (key, entry) in nouns {
            assert_eq!(noun(&key), Some(&entry), "{key}");
        }
        for (key, found) in lists::attributions() {
            assert_eq!(attribution(&key), Some(found), "{key}");
        }
    }

    #[test]
    fn proclitics_of_verbs_and_of_nouns() {
        assert!(word("واكد").is_some_and(|c| c.waw && c.entry.shape == Shape::Past));
        assert!(word("فاكدت").is_some_and(|c| c.fa && c.entry.agreement == Agreement::She));
        assert!(word("ليقول").is_some());
        assert!(word("لاتهامات").is_some_and(|c| c.preposition));
        assert!(word("كقال").is_none());
        assert_eq!(word("وليد"), None);
    }

    #[test]
    fn attribution_with_waw() {
        assert_eq!(attribution("وبحسب"), Some(Attribution::According));
        assert_eq!(attribution("بحر"), None);
    }
}
