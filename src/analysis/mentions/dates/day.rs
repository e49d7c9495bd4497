//! Days: by name (صباح الأربعاء، أمس الأول) and by number (27 أبريل/نيسان، الأول
//! من يونيو).

use super::{Part, When, ahead, month, year};
use crate::analysis::mentions::{
    reader::Reader,
    terms::{Count, Term},
};

/// A day by name, with the part of it and the date that follow.
pub fn named(r: &Reader, i: usize) -> Part {
    let mut at = i;
    while matches!(
        r.term(at)?,
        Term::PartOfDay | Term::Time("night", Count::One)
    ) {
        at += 1;
        (r.goes_on(at) && at < i + 3).then_some(())?;
    }
    let parted = at > i;
    let noun = matches!(r.term(at), Some(Term::Time("d", Count::One))) && !definite(r, at);
    at += usize::from(noun);
    if noun && !r.goes_on(at) || (parted || noun) && r.seen(at).is_some_and(|s| s.cut > 0) {
        return None;
    }
    near(r, at)
        .or_else(|| weekday(r, at, parted))
        .or_else(|| of_month(r, at).filter(|_| noun || parted))
}

fn definite(r: &Reader, i: usize) -> bool {
    r.seen(i).is_some_and(|s| s.definite)
}

/// أمس، أول من أمس، اليوم الخميس، أمس (الخميس).
fn near(r: &Reader, i: usize) -> Part {
    let (mut end, days) = near_day(r, i)?;
    let bracketed = r.is(end, &["(", "\"", "«", "“"]) && r.is(end + 2, &[")", "\"", "»", "”"]);
    let named = end + usize::from(bracketed);
    let mut weekday = None;
    if let Some(Term::Weekday(number)) = r.inner(named) {
        weekday = Some(number);
        end = named + 1 + usize::from(bracketed);
    }
    let when = When {
        days: Some(days),
        weekday,
        ..When::default()
    };
    Some(dated(r, end, when))
}

fn near_day(r: &Reader, i: usize) -> Option<(usize, i32)> {
    match r.term(i)? {
        Term::Near(-1) if matches!(r.inner(i + 1), Some(Term::Ordinal(1))) => Some((i + 2, -2)),
        // "the twelfth day", "the day of the match": no day of today's.
        Term::Near(0) if r.article(i + 1) || ordinal(r, i + 1).is_some() => None,
        Term::Near(days) => Some((i + 1, days.into())),
        Term::Ordinal(1) => {
            let last = i + 1 + usize::from(r.is(i + 1, &["من"]));
            matches!(r.inner(last)?, Term::Near(-1)).then_some((last + 1, -2))
        }
        _ => None,
    }
}

/// الاثنين الماضي، الأربعاء 11 جانفي 2017; after a part of the day the next one too:
/// ليل السبت/الأحد.
fn weekday(r: &Reader, i: usize, parted: bool) -> Part {
    let Term::Weekday(number) = r.term(i)? else {
        return None;
    };
    let mut when = When {
        weekday: Some(number),
        ..When::default()
    };
    let mut end = i + 1;
    if parted {
        end = next_day(r, end, number).unwrap_or(end);
    }
    if let Some(Term::Relative(relative)) = r.definite(end) {
        when.relative = Some(relative);
        end += 1;
    } else if ahead::is(r, i) {
        when.relative = Some(0);
    }
    Some(dated(r, end, when))
}

/// The end of the day after that of this number.
fn next_day(r: &Reader, end: usize, number: u8) -> Option<usize> {
    let at = end + usize::from(r.is(end, &["/", "-", "–", "—"]));
    let next = matches!(r.inner(at)?, Term::Weekday(next) if next == number % 7 + 1);
    (next && r.goes_on(end)).then_some(at + 1)
}

/// The day with the date that follows it: الموافق 5 مايو، (5 مايو).
fn dated(r: &Reader, end: usize, when: When) -> (usize, When) {
    let bracketed = r.is(end, &["("]);
    let comma = when.days.is_none() && r.is(end, &[",", "،"]);
    let skip = usize::from(bracketed || comma || r.is(end, &["الموافق"]));
    let from = end + skip;
    if !r.goes_on(from) || r.seen(from).is_some_and(|s| s.cut > 0) {
        return (end, when);
    }
    let found = year::numeric(r, from).or_else(|| of_month(r, from));
    let whole = |date: &When| !comma || date.year.is_some();
    let found = found.filter(|(_, date)| whole(date));
    match found.filter(|(last, _)| !bracketed || r.is(*last, &[")"])) {
        Some((last, date)) => (last + usize::from(bracketed), when.and(date)),
        None => (end, when),
    }
}

/// The most days that a list before a month is followed for; with it the time
/// for any text stays in proportion to its length.
const LONGEST_LIST: usize = 8;

/// A day by its number, with its month: 27 أبريل، الـ15 من أغسطس، 7 و8 مايو.
pub fn of_month(r: &Reader, i: usize) -> Part {
    let (mut end, first) = number(r, i)?;
    let mut last = None;
    for _ in 0..LONGEST_LIST {
        let Some((next, day)) = another(r, end) else {
            break;
        };
        (end, last) = (next, Some(day));
    }
    let days = When {
        day: Some(first),
        last_day: last,
        ..When::default()
    };
    of(r, end, days)
}

/// Days in brackets before their month: (5-8) يونيو.
pub fn in_brackets(r: &Reader, i: usize) -> Part {
    let (inner, first) = number(r, r.is(i, &["("]).then_some(i + 1)?)?;
    let second = another(r, inner);
    let end = second.map_or(inner, |s| s.0);
    let days = When {
        day: Some(first),
        last_day: second.map(|s| s.1),
        ..When::default()
    };
    r.is(end, &[")"]).then(|| of(r, end + 1, days))?
}

/// The month of days: after من, or at once; the month spoken of; منه.
fn of(r: &Reader, end: usize, days: When) -> Part {
    r.goes_on(end).then_some(())?;
    if r.is(end, &["منه"]) {
        return Some((end + 1, days));
    }
    let dash = r.is(end, &["-", "/"]) && r.touches(end) && r.touches(end + 1);
    let from = end + usize::from(dash || r.is(end, &["من"]));
    if r.seen(from).is_some_and(|s| s.cut > 0) || !r.goes_on(from) {
        return None;
    }
    if let Some((end, month)) = month::with_year(r, from) {
        return Some((end, days.and(month)));
    }
    let this_month = from > end && matches!(r.definite(from), Some(Term::Time("mo", Count::One)));
    let when = match r.definite(from + 1).or_else(|| r.inner(from + 1))? {
        Term::Relative(relative) => When {
            relative: Some(relative),
            stretch: Some("mo"),
            ..days
        },
        Term::Same => days,
        _ => return None,
    };
    this_month.then_some((from + 2, when))
}

/// The number of a day: digits up to 31, or an ordinal.
fn number(r: &Reader, i: usize) -> Option<(usize, u8)> {
    let i = i + usize::from(r.article(i));
    if let Some(day) = r.integer(i) {
        let day = u8::try_from(day).ok().filter(|day| (1..=31).contains(day));
        return day.map(|day| (i + 1, day));
    }
    ordinal(r, i).filter(|(_, day)| *day <= 31)
}

/// One more day of a list or range.
fn another(r: &Reader, i: usize) -> Option<(usize, u8)> {
    r.goes_on(i).then_some(())?;
    let joined = r.is(i, &["و", "-", "–", "الي"]);
    let conjoined = r.seen(i).is_some_and(|s| s.conjoined && s.cut == 1);
    if !joined && !conjoined {
        return None;
    }
    number(r, i + usize::from(joined))
}

/// An ordinal with the article: الأول، الخامس عشر، السادس والعشرين، العشرين.
pub fn ordinal(r: &Reader, i: usize) -> Option<(usize, u8)> {
    let seen = r.seen(i).filter(|s| s.definite)?;
    let tens = |i: usize| match r.seen(i).filter(|s| s.definite)?.term()? {
        Term::Number(n) => [20u8, 30, 40, 50, 60, 70, 80, 90]
            .into_iter()
            .find(|tens| (f64::from(*tens) - n).abs() < 0.5),
        _ => None,
    };
    let Term::Ordinal(unit) = seen.term()? else {
        return Some((i + 1, tens(i)?));
    };
    if matches!(r.inner(i + 1), Some(Term::Number(10.0))) {
        return Some((i + 2, unit + 10));
    }
    let conjoined = r.seen(i + 1).is_some_and(|s| s.conjoined && s.cut == 1);
    match tens(i + 1).filter(|_| conjoined && r.goes_on(i + 1)) {
        Some(tens) => Some((i + 2, unit + tens)),
        None => Some((i + 1, unit)),
    }
}
