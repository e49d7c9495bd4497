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
    /// The first word of a month of two words.
    FIRST_OF_TWO = 10, "first-of-two";
}

impl Roles {
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
pub fn of(hash: u64) -> Option<Entry> {
    TABLE.get(&hash).copied()
}

/// What they say of two words together.
pub fn of_two(first: &str, second: &str) -> Option<Term> {
    of(hash_parts(first, second)).and_then(|e| e.term)
}

type Table = HashMap<u64, Entry, BuildHasherDefault<FastHasher>>;
type Reader = fn(&[&'static str]) -> Option<Term>;

/// The lists, with how their columns read. Where a word stands in several, the
/// first one tells its meaning.
const LISTS: [(&str, Reader); 7] = [
    (include_str!("../lexicon/ar/numbers.txt"), number),
    (include_str!("../lexicon/ar/times.txt"), time),
    (include_str!("../lexicon/ar/days.txt"), day),
    (include_str!("../lexicon/ar/months.txt"), month),
    (include_str!("../lexicon/ar/units.txt"), |c| {
        Some(Term::Unit(c.first()?))
    }),
    (include_str!("../lexicon/ar/currencies.txt"), |c| {
        Some(Term::Currency(c.first()?))
    }),
    (include_str!("../lexicon/ar/date_words.txt"), date_word),
];

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table::default();
    for (list, read) in LISTS {
        for (word, columns) in rows(list) {
            if let Some(term) = read(&columns) {
                enter(&mut table, word, term);
            }
        }
    }
    for (word, columns) in rows(include_str!("../lexicon/ar/counting_words.txt")) {
        for roles in columns.iter().filter_map(|c| Roles::named(c)) {
            let entry = table.entry(hash_word(&fold(word))).or_default();
            entry.roles.0 |= roles.0;
        }
    }
    table
});

fn enter(table: &mut Table, word: &str, term: Term) {
    let key = fold(word);
    let hash = match key.split_once(' ') {
        Some((first, second)) => {
            let entry = table.entry(hash_word(first)).or_default();
            entry.roles.0 |= Roles::FIRST_OF_TWO.0;
            hash_parts(first, second)
        }
        None => hash_word(&key),
    };
    table.entry(hash).or_default().term.get_or_insert(term);
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

fn time(columns: &[&'static str]) -> Option<Term> {
    let count = match *columns.get(1)? {
        "two" => Count::Two,
        "many" => Count::Many,
        _ => Count::One,
    };
    Some(Term::Time(columns.first()?, count))
}

fn day(columns: &[&'static str]) -> Option<Term> {
    Some(Term::Weekday(columns.first()?.parse().ok()?))
}

fn month(columns: &[&'static str]) -> Option<Term> {
    let number = *columns.first()?;
    let hijri = number.strip_prefix('H');
    Some(Term::Month {
        number: hijri.unwrap_or(number).parse().ok()?,
        calendar: if hijri.is_some() {
            Calendar::Hijri
        } else {
            Calendar::Gregorian
        },
        doubtful: columns.get(1) == Some(&"word"),
    })
}

fn date_word(columns: &[&'static str]) -> Option<Term> {
    let value = columns.get(1).copied().unwrap_or_default();
    Some(match *columns.first()? {
        "near" => Term::Near(value.parse().ok()?),
        "rel" => Term::Relative(value.parse().ok()?),
        "same" => Term::Same,
        "few" => Term::Few,
        "this" => Term::This(value == "0"),
        "edge" => Term::Edge,
        "part" => Term::PartOfDay,
        "season" => Term::Season(value.parse().ok()?),
        "ordinal" => Term::Ordinal(value.parse().ok()?),
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
            for (word, columns) in rows(list).filter(|(_, c)| !c.is_empty()) {
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
