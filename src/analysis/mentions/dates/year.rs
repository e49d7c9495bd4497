//! Years in digits: alone, after their noun, in ranges, and dates of digits alone.

use super::{Part, When};
use crate::analysis::mentions::{
    reader::Reader,
    terms::{Calendar, Count, Roles, Term},
};

/// A year in four digits with its era, or with the next one: 2015/2016.
pub fn digits(r: &Reader, i: usize) -> Part {
    r.goes_on(i).then_some(())?;
    let (mut end, year, era) = one(r, i)?;
    let plausible = (1000..=2199).contains(&year) && r.key(i).len() == 4;
    if !plausible && era.is_none() {
        return None;
    }
    let mut when = When {
        year: Some(year),
        ..When::default()
    }
    .hijri(era.unwrap_or(Calendar::Gregorian));
    // A tatweel between them is no token.
    let stretched = r.goes_on(end) && r.gap(end).contains('ـ');
    let mark = usize::from(!stretched);
    let joined = stretched || r.is(end, &["/", "-", "–"]);
    let next = one(r, end + mark).filter(|_| joined && r.key(end + mark).len() == 4);
    if let Some((last, second, last_era)) = next.filter(|l| l.1 > year) {
        when = when.hijri(last_era.or(era).unwrap_or(Calendar::Gregorian));
        (end, when.last_year) = (last, Some(second));
    }
    Some((end, when))
}

/// One number with the era after it.
fn one(r: &Reader, i: usize) -> Option<(usize, i32, Option<Calendar>)> {
    let year = i32::try_from(r.integer(i)?).ok().filter(|y| *y < 3000)?;
    match r.inner(i + 1) {
        Some(Term::Era(calendar)) => Some((i + 2, year, Some(calendar))),
        _ => Some((i + 1, year, None)),
    }
}

/// After its noun: عام 2015، العامين 2001 و2003، الموسم 2015/2016.
pub fn after_noun(r: &Reader, i: usize) -> Part {
    let Term::Time(unit, count) = r.term(i)? else {
        return None;
    };
    let after = i + 1 + usize::from(r.adjective_of_year(i, unit));
    let (mut end, mut when) = digits(r, after + usize::from(moved_comma(r, after)))?;
    if count != Count::One {
        while let Some((last, next)) = joined(r, end) {
            (end, when.last_year) = (last, next.last_year.or(next.year));
        }
    }
    Some((end, when))
}

/// A comma that print has moved from behind a year to before it: عام ,1963.
fn moved_comma(r: &Reader, i: usize) -> bool {
    r.goes_on(i) && r.is(i, &[",", "،"]) && !r.touches(i) && r.touches(i + 1)
}

fn joined(r: &Reader, i: usize) -> Part {
    digits(r, r.is(i, &["و", "-", "الي"]).then_some(i + 1)?)
}

/// A year with no noun before it: what stands around it tells that it is one.
pub fn alone(r: &Reader, i: usize) -> Part {
    let year = r.integer(i).filter(|_| r.key(i).len() == 4)?;
    let mut before = i.checked_sub(1)?;
    if moved_comma(r, before) && r.has(before.checked_sub(1)?, Roles::YEAR_BEFORE) {
        before -= 1;
    }
    let (end, when) = digits(r, i)?;
    let hijri = when.hijri && (1300..1500).contains(&year);
    let plausible = hijri || (1900..=2100).contains(&year);
    if !plausible || when.last_year.is_none() && counted(r, end) || approximate(r, before) {
        return None;
    }
    let hijri_or_glued = match r.term(end - 1) {
        Some(Term::Era(Calendar::Hijri)) => true,
        Some(Term::Era(_)) => r.touches(end - 1),
        _ => false,
    };
    let from_year = r.is(before, &["الي", "و", "-"])
        && i > 1
        && r.integer(i - 2).is_some_and(|y| (1900..year).contains(&y));
    let certain = hijri_or_glued
        || from_year
        || when.last_year.is_some()
        || r.has(before, Roles::YEAR_BEFORE);
    let word = r.tokens.is_word(before) && !r.key(before).is_ascii() && !r.touches(i);
    let free = word && !r.has(before, Roles::LABEL) || r.is(before, &["و", "-", "–", "("]);
    (certain || free && (!r.noun(end) || year % 50 != 0)).then_some((end, when))
}

/// Whether what follows a number is counted by it.
fn counted(r: &Reader, end: usize) -> bool {
    if r.is(end, &["%", "٪", ":"])
        || r.touches(end) && r.key(end).is_ascii() && r.tokens.is_word(end)
    {
        return true;
    }
    matches!(
        r.inner(end),
        Some(
            Term::Unit(_) | Term::Currency(_) | Term::Number(_) | Term::Powers(_) | Term::Time(..)
        )
    ) && r.seen(end).is_some_and(|s| !s.definite)
}

/// Whether an estimate stands before: نحو، أكثر من.
fn approximate(r: &Reader, i: usize) -> bool {
    let from = r.is(i, &["من", "عن"]);
    let about = i.checked_sub(usize::from(from));
    about.is_some_and(|at| r.has(at, Roles::ABOUT))
}

/// A date of digits alone: 27/4/2016، 2016-04-27، 27.4.2016.
pub fn numeric(r: &Reader, i: usize) -> Part {
    if let Some(when) = r.digits(i).and_then(dotted) {
        return Some((i + 1, when));
    }
    let mark = |at: usize| {
        let close = r.touches(at) && r.touches(at + 1);
        r.goes_on(at) && (r.is(at, &["/"]) || close && r.is(at, &["-", "\\"]))
    };
    if !mark(i + 1) || !mark(i + 3) {
        return None;
    }
    let parts = [r.integer(i)?, r.integer(i + 2)?, r.integer(i + 4)?];
    let end = i + 5 + usize::from(matches!(r.inner(i + 5), Some(Term::Era(_))));
    Some((end, ordered(parts)?))
}

fn dotted(digits: &str) -> Option<When> {
    let mut parts = digits.split('.').map(|p| p.parse().ok());
    let three = [parts.next()??, parts.next()??, parts.next()??];
    parts.next().is_none().then(|| ordered(three))?
}

/// Year, month and day of three numbers, the year first or last.
fn ordered(parts: [u32; 3]) -> Option<When> {
    let [year, month, day] = match parts {
        [year, month, day] if year > 31 => [year, month, day],
        [day, month, year] if month > 12 => [year, day, month],
        [day, month, year] => [year, month, day],
    };
    let fits = (1300..2200).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    fits.then(|| When {
        year: i32::try_from(year).ok(),
        month: month.try_into().ok(),
        day: day.try_into().ok(),
        hijri: year < 1600,
        ..When::default()
    })
}
