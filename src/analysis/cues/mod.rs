//! The words that report: a table from every form of every reporting verb, and
//! of the words of attribution, to what it governs.
//!
//! The lists are data (`lexicon/ar/cues.txt`, `lexicon/ar/attribution.txt`);
//! [`forms`] makes the forms. The table is built once, at the first look-up.

pub mod forms;

use std::{collections::HashMap, hash::BuildHasherDefault, sync::LazyLock};

pub use forms::{Agreement, Shape};

use super::{hash::FastHasher, normalize::fold, tokens::Tokens};

/// What may stand between a cue and its content; a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Government(u16);

impl Government {
    /// A clause after أن or إن.
    pub const CLAUSE: Self = Self(1);
    /// A noun after بـ.
    pub const BI: Self = Self(1 << 1);
    /// A noun after إلى.
    pub const ILA: Self = Self(1 << 2);
    /// A noun after على.
    pub const ALA: Self = Self(1 << 3);
    /// A noun after عن.
    pub const AN: Self = Self(1 << 4);
    /// A noun after من.
    pub const MIN: Self = Self(1 << 5);
    /// A noun after لـ.
    pub const LI: Self = Self(1 << 6);
    /// A noun after في.
    pub const FI: Self = Self(1 << 7);
    /// A bare noun.
    pub const OBJECT: Self = Self(1 << 8);

    /// Whether it holds all of `other`.
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// The set as a number.
    pub fn bits(self) -> u64 {
        u64::from(self.0)
    }

    /// Whether it holds any preposition.
    pub const fn any_preposition(self) -> bool {
        self.0 & 0b1111_1110 != 0
    }

    fn parse(words: &str) -> Self {
        words.split(' ').fold(Self(0), |set, word| {
            Self(
                set.0
                    | match word {
                        "أن" => Self::CLAUSE.0,
                        "ب" => Self::BI.0,
                        "إلى" => Self::ILA.0,
                        "على" => Self::ALA.0,
                        "عن" => Self::AN.0,
                        "من" => Self::MIN.0,
                        "ل" => Self::LI.0,
                        "في" => Self::FI.0,
                        "ه" => Self::OBJECT.0,
                        _ => 0,
                    },
            )
        })
    }
}

/// How surely a verb reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// More often an act than words.
    Act,
    /// It has other common meanings.
    Weak,
    /// It reports a thought.
    Think,
    /// It reports words.
    Say,
}

/// What a word of attribution that is no verb does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Attribution {
    /// A preposition: its object is the source (بحسب).
    According,
    /// A conjunction: the verb of saying after it is the cue (حسبما).
    As,
    /// It passes another's words on; the source stands after عن (نقلا).
    Relay,
}

/// What the lexicon knows of one form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The verb, by its line in the list; for features and evidence.
    pub verb: u16,
    /// What the form says of itself.
    pub shape: Shape,
    /// Whom it agrees with.
    pub agreement: Agreement,
    /// Whether a pronoun is joined to it.
    pub pronoun: bool,
    /// What the verb governs.
    pub government: Government,
    /// How surely the verb reports.
    pub weight: Weight,
}

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

type Table<V> = HashMap<String, V, BuildHasherDefault<FastHasher>>;

/// The verb forms and participles, and the masdars and nouns: a word can be
/// both (طلب), and what stands before it tells which.
static TABLES: LazyLock<[Table<Entry>; 2]> =
    LazyLock::new(|| tables(include_str!("../lexicon/ar/cues.txt")));

fn verb(key: &str) -> Option<&'static Entry> {
    TABLES[0].get(key)
}

fn noun(key: &str) -> Option<&'static Entry> {
    TABLES[1].get(key)
}

static ATTRIBUTIONS: LazyLock<Table<Attribution>> = LazyLock::new(|| {
    lines(include_str!("../lexicon/ar/attribution.txt"))
        .filter_map(|line| {
            let (word, class) = line.split_once('\t')?;
            let class = match class {
                "according" => Attribution::According,
                "as" => Attribution::As,
                _ => Attribution::Relay,
            };
            Some((fold(word), class))
        })
        .collect()
});

fn lines(list: &str) -> impl Iterator<Item = &str> {
    list.lines()
        .filter(|l| !l.is_empty() && !l.starts_with('#'))
}

fn tables(list: &str) -> [Table<Entry>; 2] {
    let mut tables =
        [40_000, 4_000].map(|n| Table::with_capacity_and_hasher(n, BuildHasherDefault::default()));
    for (verb, line) in lines(list).enumerate() {
        let mut columns = line.split('\t').map(|c| if c == "-" { "" } else { c });
        let mut next = || columns.next().unwrap_or_default();
        let (past, present, participle) = (fold(next()), fold(next()), fold(next()));
        let masdars: Vec<String> = next()
            .split(',')
            .filter(|m| !m.is_empty())
            .map(fold)
            .collect();
        let government = Government::parse(next());
        let weight = match next() {
            "say" => Weight::Say,
            "think" => Weight::Think,
            "weak" => Weight::Weak,
            _ => Weight::Act,
        };
        let parts = forms::Parts {
            past: &past,
            present: &present,
            participle: &participle,
            masdars: &masdars,
        };
        for form in forms::all(parts) {
            let entry = Entry {
                verb: verb as u16,
                shape: form.shape,
                agreement: form.agreement,
                pronoun: form.pronoun,
                government,
                weight,
            };
            let table: &mut Table<Entry> = &mut tables[usize::from(form.shape == Shape::Masdar)];
            table
                .entry(form.key)
                .and_modify(|known| *known = better(*known, entry))
                .or_insert(entry);
        }
    }
    tables
}

/// Two verbs can share a form (يعد: وعد، عد). The likelier one stands, with
/// what either governs; a plain form stands before one with a pronoun.
fn better(known: Entry, new: Entry) -> Entry {
    let rank = |e: &Entry| {
        (
            !e.pronoun,
            e.weight,
            e.shape == Shape::Past || e.shape == Shape::Present,
        )
    };
    let best = if rank(&new) > rank(&known) {
        new
    } else {
        known
    };
    Entry {
        government: Government(known.government.0 | new.government.0),
        ..best
    }
}

/// The cue at a token, if its word, with or without proclitics, is one.
pub fn at(tokens: &Tokens, index: usize) -> Option<CueWord> {
    tokens.is_word(index).then(|| word(tokens.key(index)))?
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
    if waw || fa {
        let rest = &key['و'.len_utf8()..];
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
    let first = key.chars().next()?;
    let rest = &key[first.len_utf8()..];
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
    let named = if first == 'ل' && rest.starts_with('ل') {
        &rest['ل'.len_utf8()..]
    } else {
        rest
    };
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
    if let Some(found) = ATTRIBUTIONS.get(key) {
        return Some(*found);
    }
    let rest = key.strip_prefix('و').or_else(|| key.strip_prefix('ف'))?;
    ATTRIBUTIONS.get(rest).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_well_formed() {
        for line in lines(include_str!("../lexicon/ar/cues.txt")) {
            assert_eq!(line.split('\t').count(), 6, "{line}");
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
