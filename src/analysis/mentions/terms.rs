//! What the lists say of words of time and number: the value of each, and what
//! it does in a date or a quantity. [`dates`](super::dates) and
//! [`quantities`](super::quantities) are grammars over these.

use crate::analysis::{
    hash::FastHasher,
    lexicon::{hash_parts, hash_word},
    normalize::fold,
};
use std::{collections::HashMap, hash::BuildHasherDefault, sync::LazyLock};

/// How many of a stretch of time a word tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    /// عام.
    One,
    /// عامين.
    Two,
    /// أعوام.
    Many,
}

/// The reckoning of years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Calendar {
    /// The civil one.
    Gregorian,
    /// The Islamic one.
    Hijri,
}

/// What a word of time or number means.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Term {
    /// A number in words.
    Number(f64),
    /// Some tens, some hundreds: عشرات، مئات.
    Vague(f64),
    /// A power of ten, counted: آلاف.
    Powers(f64),
    /// Of a whole: نصف.
    Part(f64),
    /// One, that follows its noun: واحد.
    One,
    /// One, before ten only: أحد عشر.
    Teen,
    /// A stretch of time, by its unit.
    Time(&'static str, Count),
    /// A unit of measure, by its symbol.
    Unit(&'static str),
    /// A currency: its code, or the English noun that needs a nationality.
    Currency(&'static str),
    /// A day of the week; Monday is 1.
    Weekday(u8),
    /// A month.
    Month {
        /// From 1.
        number: u8,
        /// Of which calendar.
        calendar: Calendar,
        /// Whether the word is as often no month.
        doubtful: bool,
    },
    /// A day told from today's: أمس.
    Near(i8),
    /// A stretch told from today's: الماضي.
    Relative(i8),
    /// The stretch spoken of: نفسه.
    Same,
    /// القليلة.
    Few,
    /// هذا، ذلك; with today's stretch or another.
    This(bool),
    /// A part of a month or longer: مطلع.
    Edge,
    /// A part of a day: صباح.
    PartOfDay,
    /// A season, by its number in ISO 8601-2.
    Season(u8),
    /// An ordinal from 1 to 10.
    Ordinal(u8),
    /// A decade, by its first year within the century.
    Decade(u8),
    /// What follows a year: م، هـ.
    Era(Calendar),
}

/// What else a word does around numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Roles(u16);

macro_rules! roles {
    ($($(#[$doc:meta])* $name:ident = $bit:literal, $label:literal;)*) => {
        impl Roles {
            $($(#[$doc])* pub const $name: Self = Self(1 << $bit);)*

            fn named(label: &str) -> Option<Self> {
                match label { $($label => Some(Self::$name),)* _ => None }
            }
        }
    };
}

roles! {
    /// Reads like a number and is none.
    NOTHING = 0, "nothing";
    /// A number may stand after it without a noun: أصيب.
    BARE = 1, "bare";
    /// A number after it is a name: رقم.
    LABEL = 2, "label";
    /// With "one" after it, an adverb: مرة.
    FROZEN = 3, "frozen";
    /// A counted noun that needs the noun after it: كلمة.
    HEAD = 4, "head";
    /// Completes a unit: مربع.
    MEASURE = 5, "measure";
    /// Completes a rate: في الدقيقة.
    RATE = 6, "rate";
    /// The whole of which hundredths are told.
    PERCENT = 7, "percent";
    /// Takes the place of the counted noun: آخرين.
    OTHER = 8, "other";
    /// Four digits after it are a year: منذ.
    YEAR_BEFORE = 9, "year-before";
    /// What follows is an estimate: نحو، أكثر.
    ABOUT = 11, "about";
    /// No part of a quantity, though it stands after a number or noun.
    LOOSE = 12, "loose";
    /// Its و or ف is no clitic: وجهة.
    NATIVE = 13, "native";
    /// Several of the stretch after it: عدة.
    SOME = 14, "some";
    /// With the stretch or day after it, a date: قبل، بعد.
    ADVERB = 15, "adverb";
    /// The first word of a month of two words.
    FIRST_OF_TWO = 10, "first-of-two";
}

impl Roles {
    /// The roles of both.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether it holds any role of `other`.
    pub const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// One entry of the table.
#[derive(Clone, Copy, Debug, Default)]
pub struct Entry {
    /// What the word means.
    pub term: Option<Term>,
    /// What else it does.
    pub roles: Roles,
}

/// What the lists say of a folded word without clitics or article.
#[inline]
pub fn of(word: &str) -> Option<Entry> {
    let lists = &*LISTS_READ;
    let known = lists.endings.may_hold(word);
    known.then(|| lists.table.get(&hash_word(word)).copied())?
}

/// What they say of two words together.
pub fn of_two(first: &str, second: &str) -> Option<Term> {
    let entry = LISTS_READ.table.get(&hash_parts(first, second))?;
    entry.term
}

/// The lists as they are looked up: the ending of a word tells most words of a
/// text to be in none of them, before anything is hashed.
#[derive(Default)]
struct Lists {
    table: Table,
    endings: Endings,
}

/// A set of lengths with the last two letters, that holds a little too much.
struct Endings([u64; 128]);

impl Default for Endings {
    fn default() -> Self {
        Self([0; 128])
    }
}

impl Endings {
    fn place(word: &str) -> (usize, u64) {
        let bytes = word.as_bytes();
        let last = bytes.last_chunk::<4>().copied().unwrap_or_default();
        let mixed =
            (u32::from_le_bytes(last) ^ (bytes.len() as u32) << 8).wrapping_mul(0x9e37_79b1);
        ((mixed >> 25) as usize, 1 << (mixed >> 19 & 63))
    }

    fn add(&mut self, word: &str) {
        let (at, bit) = Self::place(word);
        self.0[at] |= bit;
    }

    #[inline]
    fn may_hold(&self, word: &str) -> bool {
        let (at, bit) = Self::place(word);
        self.0[at] & bit != 0
    }
}

type Table = HashMap<u64, Entry, BuildHasherDefault<FastHasher>>;
type Reader = fn(&[&'static str]) -> Option<Term>;

/// The lists, with how their columns read. Where a word stands in several, the
/// first one tells its meaning.
const LISTS: [(&str, Reader); 4] = [
    (include_str!("../lexicon/ar/numbers.txt"), number),
    (include_str!("../lexicon/ar/units.txt"), unit),
    (include_str!("../lexicon/ar/calendar.txt"), calendar),
    (include_str!("../lexicon/ar/currencies.txt"), |c| {
        Some(Term::Currency(c.first()?))
    }),
];

static LISTS_READ: LazyLock<Lists> = LazyLock::new(|| {
    let mut lists = Lists::default();
    for (list, read) in LISTS {
        for (word, columns) in rows(list) {
            if let Some(term) = read(&columns) {
                lists.enter(bare(word, term), term);
            }
        }
    }
    for (word, columns) in rows(include_str!("../lexicon/ar/counting_words.txt")) {
        for roles in columns.iter().filter_map(|c| Roles::named(c)) {
            lists.entry(&fold(word)).roles.0 |= roles.0;
        }
    }
    lists
});

impl Lists {
    fn entry(&mut self, key: &str) -> &mut Entry {
        self.endings.add(key);
        self.table.entry(hash_word(key)).or_default()
    }

    fn enter(&mut self, word: &str, term: Term) {
        let key = fold(word);
        let entry = match key.split_once(' ') {
            Some((first, second)) => {
                self.entry(first).roles.0 |= Roles::FIRST_OF_TWO.0;
                self.table.entry(hash_parts(first, second)).or_default()
            }
            None => self.entry(&key),
        };
        entry.term.get_or_insert(term);
    }
}

/// The entries of a list with the columns after the word.
fn rows(list: &'static str) -> impl Iterator<Item = (&'static str, Vec<&'static str>)> {
    list.lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| {
            let mut columns = line.split('\t');
            Some((columns.next()?, columns.collect()))
        })
}

fn number(columns: &[&'static str]) -> Option<Term> {
    let value: f64 = columns.first()?.parse().ok()?;
    Some(match columns.get(1).copied() {
        Some("one") => Term::One,
        Some("teen") => Term::Teen,
        Some("plural") => Term::Powers(value),
        Some("vague") => Term::Vague(value),
        Some("part") => Term::Part(value),
        _ => Term::Number(value),
    })
}

/// The word as it is looked up: without the article that its list may give it,
/// but for the names of days.
fn bare(word: &str, term: Term) -> &str {
    match term {
        Term::Weekday(_) | Term::Near(_) => word,
        _ => word.strip_prefix("ال").unwrap_or(word),
    }
}

fn unit(columns: &[&'static str]) -> Option<Term> {
    let symbol = columns.first()?;
    Some(match columns.get(1).copied() {
        Some("one") => Term::Time(symbol, Count::One),
        Some("two") => Term::Time(symbol, Count::Two),
        Some("many") => Term::Time(symbol, Count::Many),
        _ => Term::Unit(symbol),
    })
}

fn calendar(columns: &[&'static str]) -> Option<Term> {
    let value = columns.get(1).copied().unwrap_or_default();
    let month = |calendar| {
        Some(Term::Month {
            number: value.parse().ok()?,
            calendar,
            doubtful: columns.get(2) == Some(&"word"),
        })
    };
    Some(match *columns.first()? {
        _ if value == "-" => return None,
        "day" => Term::Weekday(value.parse().ok()?),
        "month" => month(Calendar::Gregorian)?,
        "hijri" => month(Calendar::Hijri)?,
        "relative" => Term::Near(value.parse().ok()?),
        "part" => Term::PartOfDay,
        "edge" => Term::Edge,
        "season" => Term::Season(value.parse().ok()?),
        "period" => Term::Time(value, Count::One),
        "periods" => Term::Time(value, Count::Many),
        "dual" => Term::Time(value, Count::Two),
        "times" if value == "one" => Term::Time("×", Count::One),
        "times" => Term::Time("×", Count::Many),
        "after" if value == "same" => Term::Same,
        "after" | "new" => Term::Relative(value.parse().ok()?),
        "ordinal" => Term::Ordinal(value.parse().ok()?),
        "few" => Term::Few,
        "this" => Term::This(value == "0"),
        "decade" => Term::Decade(value.parse().ok()?),
        "era" if value == "H" => Term::Era(Calendar::Hijri),
        "era" => Term::Era(Calendar::Gregorian),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_is_understood() {
        for (list, read) in LISTS {
            for (word, columns) in rows(list).filter(|(_, c)| !c.contains(&"-")) {
                assert!(read(&columns).is_some(), "{word} {columns:?}");
            }
        }
        for (word, columns) in rows(include_str!("../lexicon/ar/counting_words.txt")) {
            assert!(
                columns.iter().all(|c| Roles::named(c).is_some()),
                "{word} {columns:?}"
            );
        }
    }

    #[test]
    fn months_of_two_words() {
        let term = of_two("تشرين", "الاول");
        assert!(
            matches!(term, Some(Term::Month { number: 10, .. })),
            "{term:?}"
        );
    }
}
