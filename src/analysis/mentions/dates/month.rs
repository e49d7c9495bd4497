//! Months: in one set or two (أبريل/نيسان), with their year.

use super::{Part, When, year};
use crate::analysis::mentions::{
    reader::Reader,
    terms::{self, Calendar, Count, Roles, Term},
};

/// A month that no day stands before.
pub fn alone(r: &Reader, i: usize) -> Part {
    let (end, when) = with_year(r, i)?;
    let (bare, _, doubtful) = name(r, after_noun(r, i))?;
    let before = i.checked_sub(1).is_some_and(|b| {
        r.goes_on(i)
            && (r.has(b, Roles::YEAR_BEFORE)
                || r.is(b, &["من", "الي"])
                || matches!(r.term(b), Some(Term::Edge)))
    });
    let clear = !doubtful || end > bare || after_noun(r, i) > i || before;
    clear.then_some((end, when))
}

/// A month with what tells its year, if anything does.
pub fn with_year(r: &Reader, i: usize) -> Part {
    let from = after_noun(r, i);
    let (mut end, (month, calendar), _) = name(r, from)?;
    end = second(r, end, month).unwrap_or(end);
    let when = When {
        month: Some(month),
        ..When::default()
    }
    .hijri(calendar);
    if r.has(end, Roles::EPITHET) {
        end += 1;
    }
    Some(of_year(r, end, when))
}

/// The token after شهر, where it stands before the name.
fn after_noun(r: &Reader, i: usize) -> usize {
    let noun = matches!(r.term(i), Some(Term::Time("mo", Count::One)));
    i + usize::from(noun && r.goes_on(i + 1) && r.inner(i + 1).or_else(|| two(r, i + 1)).is_some())
}

fn two(r: &Reader, i: usize) -> Option<Term> {
    let first = r.seen(i)?;
    if !r.goes_on(i + 1) || !first.entry.roles.intersects(Roles::FIRST_OF_TWO) {
        return None;
    }
    let stem = r.key(i).get(usize::from(first.cut) * 2..)?;
    terms::of_two(stem, r.key(i + 1))
}

/// The name of a month: the token after it, month and calendar, and whether the
/// word is as often none.
fn name(r: &Reader, i: usize) -> Option<(usize, (u8, Calendar), bool)> {
    let (end, term) = match two(r, i) {
        Some(term) => (i + 2, term),
        None => (i + 1, r.seen(i).filter(|s| !s.definite)?.term()?),
    };
    match term {
        Term::Month {
            number,
            calendar,
            doubtful,
        } => Some((end, (number, calendar), doubtful)),
        _ => None,
    }
}

/// The end of the same month's name in another set: أبريل/نيسان، مارس (آذار).
fn second(r: &Reader, end: usize, month: u8) -> Option<usize> {
    r.goes_on(end).then_some(())?;
    let mark = usize::from(r.is(end, &["/", "-", "(", "،"]));
    let (last, (number, _), _) = name(r, end + mark)?;
    if number != month || !r.goes_on(end + mark) || r.seen(end + mark)?.cut > 0 {
        return None;
    }
    if r.is(end, &["("]) {
        r.is(last, &[")"]).then_some(last + 1)
    } else {
        Some(last)
    }
}

/// What tells the year of a month: 2016، من عام 2016، الماضي، من العام المقبل.
fn of_year(r: &Reader, end: usize, when: When) -> (usize, When) {
    if !r.goes_on(end) {
        return (end, when);
    }
    let dash = usize::from(r.is(end, &["-", "/"]) && r.touches(end) && r.touches(end + 1));
    if let Some((last, year)) = year::digits(r, end + dash) {
        return (last, when.and(year));
    }
    match r.definite(end).or_else(|| r.inner(end)) {
        Some(Term::Relative(relative)) => {
            let when = When {
                relative: Some(relative),
                ..when
            };
            return (end + 1, when);
        }
        Some(Term::Same) => return (end + 1, when),
        _ => {}
    }
    let from = end + usize::from(r.is(end, &["من"]));
    match of_noun(r, from) {
        Some((last, year)) => (last, when.and(year)),
        None => (end, when),
    }
}

/// A year told with its noun: عام 2016، العام الماضي.
fn of_noun(r: &Reader, i: usize) -> Part {
    let noun = r.seen(i).filter(|s| !s.conjoined && r.goes_on(i))?;
    let Term::Time("y", Count::One) = noun.term()? else {
        return None;
    };
    year::digits(r, i + 1).or_else(|| match r.definite(i + 1).or_else(|| r.inner(i + 1))? {
        Term::Relative(relative) if noun.definite => {
            let told = When {
                stretch: Some("y"),
                relative: Some(relative),
                ..When::default()
            };
            // "of this year, 2012"
            Some(year::digits(r, i + 2).unwrap_or((i + 2, told)))
        }
        Term::Same => Some((i + 2, When::default())),
        _ => None,
    })
}
