//! Reads the lists of words of time and number. The build script does, and tests
//! do.

use super::{
    endings::Endings,
    term::{Calendar, Count, Entry, Roles, Term},
};
use crate::analysis::{
    entries::entries,
    lexicon::{hash_parts, hash_word},
    normalize::fold,
};
use std::collections::HashMap;

type Reader = fn(&[&'static str]) -> Option<Term>;

const COUNTING_WORDS: &str = include_str!("../../lexicon/ar/counting_words.txt");

/// The lists, with how their columns read. Where a word stands in several, the
/// first one tells its meaning.
const LISTS: [(&str, Reader); 4] = [
    (include_str!("../../lexicon/ar/numbers.txt"), number),
    (include_str!("../../lexicon/ar/units.txt"), unit),
    (include_str!("../../lexicon/ar/calendar.txt"), calendar),
    (include_str!("../../lexicon/ar/currencies.txt"), |c| {
        Some(Term::Currency(c.first()?))
    }),
];

/// The lists as they are looked up.
#[derive(Default)]
pub struct Lists {
    /// What is said of each word, by its hash.
    pub table: HashMap<u64, Entry>,
    /// Of the words in the table.
    pub endings: Endings,
}

/// Reads all lists.
pub fn read() -> Lists {
    let mut lists = Lists::default();
    for (list, read) in LISTS {
        for (word, columns) in rows(list) {
            if let Some(term) = read(&columns) {
                lists.enter(bare(word, term), term);
            }
        }
    }
    for (word, columns) in rows(COUNTING_WORDS) {
        for roles in columns.iter().filter_map(|c| Roles::named(c)) {
            let entry = lists.entry(&fold(word));
            entry.roles |= roles;
        }
    }
    lists
}

impl Default for Endings {
    fn default() -> Self {
        Self([0; 128])
    }
}

impl Endings {
    fn add(&mut self, word: &str) {
        let (at, bit) = Self::place(word);
        if let Some(bits) = self.0.get_mut(at) {
            *bits |= bit;
        }
    }
}

impl Lists {
    fn entry(&mut self, key: &str) -> &mut Entry {
        self.endings.add(key);
        self.table.entry(hash_word(key)).or_default()
    }

    fn enter(&mut self, word: &str, term: Term) {
        let key = fold(word);
        let entry = match key.split_once(' ') {
            Some((first, second)) => {
                let entry = self.entry(first);
                entry.roles |= Roles::FIRST_OF_TWO;
                self.table.entry(hash_parts(first, second)).or_default()
            }
            None => self.entry(&key),
        };
        entry.term.get_or_insert(term);
    }
}

/// The entries of a list with the columns after the word.
fn rows(list: &'static str) -> impl Iterator<Item = (&'static str, Vec<&'static str>)> {
    entries(list).filter_map(|line| {
        let mut columns = line.split('\t');
        Some((columns.next()?, columns.collect()))
    })
}

fn number(columns: &[&'static str]) -> Option<Term> {
    let value: f64 = columns.first()?.parse().ok()?;
    Some(match columns.get(1).copied() {
        Some("one") => Term::Single,
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
        for (word, columns) in rows(COUNTING_WORDS) {
            assert!(
                columns.iter().all(|c| Roles::named(c).is_some()),
                "{word} {columns:?}"
            );
        }
    }
}
