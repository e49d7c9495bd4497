//! Parts of a year: الربع الأول من العام، النصف الثاني من 2013، الأشهر الستة الأولى
//! من العام الماضي.

use super::{Part, When, month, stretch, year};
use crate::analysis::mentions::{
    reader::Reader,
    terms::{Count, Roles, Term},
};

/// A part of a year by its ordinal, with the year or without.
pub fn at(r: &Reader, i: usize) -> Part {
    let seen = r.seen(i).filter(|s| s.definite)?;
    let season = season(seen.term(), r, i + 1)?;
    let end = i + 2;
    if let Some((end, year)) = its_year(r, end) {
        return Some((end, of(year, season)));
    }
    let from = r.goes_on(end) && r.is(end, &["من"]);
    if from {
        // A half of a month; of a match, a house: no date.
        let month = || month::with_year(r, end + 1).or_else(|| stretch::relative(r, end + 1));
        return seen
            .term()
            .and_then(|_| month())
            .filter(|_| r.goes_on(end + 1));
    }
    let quarter = matches!(seen.term(), Some(Term::Part(part)) if part < 0.3);
    (quarter && !of_a_match(r, i)).then(|| (end, open()))
}

/// Which part it is, by the numbers of ISO 8601-2: quarters from 33 on, thirds
/// from 37, halves from 40; 0 for this part or the last one, told from today.
fn season(part: Option<Term>, r: &Reader, i: usize) -> Option<u8> {
    let (first, parts) = match part {
        Some(Term::Part(part)) if part > 0.4 => (40, 2),
        Some(Term::Part(part)) if part > 0.3 => (37, 3),
        Some(Term::Part(_)) | None => (33, 4),
        Some(_) => return None,
    };
    match r.definite(i).or_else(|| r.inner(i))? {
        Term::Ordinal(number) if number <= parts => Some(first + number - 1),
        Term::Relative(-1) if r.is(i, &["الاخير"]) && r.is(i + 1, &["من"]) => {
            Some(first + parts - 1)
        }
        Term::Relative(_) => part.map(|_| 0),
        _ => None,
    }
}

/// The year that a part is of: من العام الحالي، من عام 2013، لعام 2013، 2013.
fn its_year(r: &Reader, end: usize) -> Part {
    r.goes_on(end).then_some(())?;
    let from = end + usize::from(r.is(end, &["من"]));
    let seen = r.seen(from);
    let cut = seen.is_some_and(|s| s.cut > 0);
    if !r.goes_on(from) || cut && (from > end || !r.key(from).starts_with('ل')) {
        return None;
    }
    let of_year = |(_, when): &(usize, When)| when.stretch == Some("y") && !when.vague;
    year::after_noun(r, from)
        .filter(|_| matches!(r.term(from), Some(Term::Time("y", _))))
        .or_else(|| year::digits(r, from))
        .or_else(|| stretch::relative(r, from).filter(of_year))
        .or_else(|| stretch::this(r, from).filter(of_year))
        .or_else(|| this_year(r, from).filter(|_| from > end || cut))
}

/// العام، العام المالي: the one spoken of, most often this one.
fn this_year(r: &Reader, i: usize) -> Part {
    let seen = r.seen(i)?;
    let definite = seen.definite || r.key(i).starts_with("لل");
    let year = definite && matches!(seen.term(), Some(Term::Time("y", Count::One)));
    let when = When {
        stretch: Some("y"),
        relative: Some(0),
        ..When::default()
    };
    year.then(|| (i + 1 + usize::from(r.adjective_of_year(i, "y")), when))
}

/// The part of a year; open where the year is one of account, 2013-2014.
fn of(year: When, season: u8) -> When {
    if year.last_year.is_some() || season == 0 {
        return open();
    }
    When {
        season: Some(season),
        ..year
    }
}

/// A stretch whose place is left open.
fn open() -> When {
    When {
        vague: true,
        ..When::default()
    }
}

/// How far from a quarter the words are looked for that tell of a match.
const NEAR: usize = 30;

fn of_a_match(r: &Reader, i: usize) -> bool {
    (i.saturating_sub(NEAR)..i + NEAR).any(|at| r.has(at, Roles::MATCH))
}

/// After several months, weeks or days: الأولى من العام الماضي.
pub fn first_of_year(r: &Reader, i: usize) -> Part {
    let first = matches!(r.definite(i)?, Term::Ordinal(1));
    let last = r.is(i, &["الاخيره"]);
    let (end, _) = (r.is(i + 1, &["من"]) && (first || last)).then(|| its_year(r, i + 1))??;
    Some((end, open()))
}
