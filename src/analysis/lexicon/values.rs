//! Words with a value: numbers, parts of dates, units and currencies.

use super::{lists::entries_with, table};
use std::{collections::HashMap, sync::LazyLock};

/// A number word.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum NumberWord {
    /// It is worth that much.
    Exact(f64),
    /// A part of what follows: نصف، ثلث.
    Fraction(f64),
    /// Tens, hundreds, without saying how many.
    Vague(f64),
}

/// What a word does in a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateWord {
    /// A day of the week, 1 for Sunday to 7.
    Day(u8),
    /// A month of the Gregorian year.
    Month(u8),
    /// A month of the Hijri year.
    Hijri(u8),
    /// Days from today.
    Relative(i8),
    /// A part of a day.
    Part,
    /// The beginning, middle or end of a stretch of time.
    Edge,
    /// A stretch of time.
    Period(Period),
    /// Several of them.
    Periods(Period),
    /// Two of them, in one word.
    Dual(Period),
    /// Which one: -1 the last, 0 this, 1 the next.
    Which(i8),
    /// The day of a month, as an ordinal.
    Ordinal(u8),
}

/// A stretch of time by its length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// A day.
    Day,
    /// A week.
    Week,
    /// A month.
    Month,
    /// A year.
    Year,
    /// A season, of the year or of sports.
    Season,
    /// A century, a decade, an hour.
    Other,
}

type Values<T> = LazyLock<HashMap<u64, T>>;

static NUMBERS: Values<NumberWord> =
    LazyLock::new(|| read(include_str!("ar/numbers.txt"), |c| number(c.get(1)?)));
static CALENDAR: Values<DateWord> = LazyLock::new(|| {
    read(include_str!("ar/calendar.txt"), |c| {
        date_word(c.get(1)?, c.get(2)?)
    })
});
static UNITS: Values<&'static str> =
    LazyLock::new(|| read(include_str!("ar/units.txt"), |c| c.get(1).copied()));
static CURRENCIES: Values<&'static str> =
    LazyLock::new(|| read(include_str!("ar/currencies.txt"), |c| c.get(1).copied()));

fn read<T>(list: &'static str, value: fn(&[&'static str]) -> Option<T>) -> HashMap<u64, T> {
    entries_with(list)
        .filter_map(|columns| {
            let key = crate::analysis::normalize::fold(columns.first()?);
            Some((table::hash_phrase(&key), value(&columns)?))
        })
        .collect()
}

fn number(text: &str) -> Option<NumberWord> {
    if let Some((part, whole)) = text.split_once('/') {
        let share = part.parse::<f64>().ok()? / whole.parse::<f64>().ok()?;
        return Some(NumberWord::Fraction(share));
    }
    match text.strip_prefix('~') {
        Some(about) => about.parse().ok().map(NumberWord::Vague),
        None => text.parse().ok().map(NumberWord::Exact),
    }
}

fn date_word(role: &str, value: &str) -> Option<DateWord> {
    let period = || {
        Some(match value {
            "d" => Period::Day,
            "w" => Period::Week,
            "m" => Period::Month,
            "y" => Period::Year,
            "s" => Period::Season,
            _ => Period::Other,
        })
    };
    Some(match role {
        "day" => DateWord::Day(value.parse().ok()?),
        "month" => DateWord::Month(value.parse().ok()?),
        "hijri" => DateWord::Hijri(value.parse().ok()?),
        "relative" => DateWord::Relative(value.parse().ok()?),
        "part" => DateWord::Part,
        "edge" => DateWord::Edge,
        "period" => DateWord::Period(period()?),
        "periods" => DateWord::Periods(period()?),
        "dual" => DateWord::Dual(period()?),
        "after" => DateWord::Which(value.parse().ok()?),
        "ordinal" => DateWord::Ordinal(value.parse().ok()?),
        _ => return None,
    })
}

/// The number that a word or phrase of that hash is.
pub fn number_of(hash: u64) -> Option<NumberWord> {
    NUMBERS.get(&hash).copied()
}

/// What a word or phrase of that hash does in a date.
pub fn date_word_of(hash: u64) -> Option<DateWord> {
    CALENDAR.get(&hash).copied()
}

/// The symbol of a unit.
pub fn unit_of(hash: u64) -> Option<&'static str> {
    UNITS.get(&hash).copied()
}

/// The code or name of a currency.
pub fn currency_of(hash: u64) -> Option<&'static str> {
    CURRENCIES.get(&hash).copied()
}
