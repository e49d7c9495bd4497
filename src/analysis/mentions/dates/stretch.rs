//! Longer stretches: told from today's (الشهر الماضي), parts of them (مطلع 2007),
//! seasons, decades, centuries.

use super::{Part, When, day, month, part_of_year, year};
use crate::analysis::mentions::{
    reader::Reader,
    terms::{Calendar, Count, Roles, Term},
};

/// الشهر الماضي، الأيام القليلة المقبلة، السنوات الخمس الأخيرة، اليوم التالي.
pub fn relative(r: &Reader, i: usize) -> Part {
    let (unit, count) = noun(r, i)?;
    let mut end = i + 1 + usize::from(r.adjective_of_year(i, unit));
    let mut several = count != Count::One;
    while let Some(next) = number(r, end) {
        (several, end) = (true, next);
    }
    if let Some(part) = part_of_year::first_of_year(r, end).filter(|_| count == Count::Many) {
        return Some(part);
    }
    let relative = match r.definite(end).or_else(|| r.inner(end))? {
        Term::Relative(relative) => Some(relative),
        Term::Same => None,
        _ => return None,
    };
    end += 1;
    end += usize::from(matches!(r.definite(end), Some(Term::Few)));
    let when = When {
        stretch: Some(unit),
        relative,
        vague: several || relative.is_none(),
        ..When::default()
    };
    // "last year, 2011"
    let year = year::digits(r, end).filter(|_| unit == "y" && !several);
    Some(year.unwrap_or((end, when)))
}

/// A stretch of a day or more with its article.
fn noun(r: &Reader, i: usize) -> Option<(&'static str, Count)> {
    let seen = r.seen(i)?;
    match seen.term()? {
        Term::Near(0) => Some((
            if r.key(i).ends_with("ه") {
                "night"
            } else {
                "d"
            },
            Count::One,
        )),
        Term::Time("s" | "min" | "h" | "×", _) => None,
        Term::Time(unit, count) if seen.definite => Some((unit, count)),
        _ => None,
    }
}

/// How many, between the noun and what tells its place: القليلة، الخمس، الـ11.
fn number(r: &Reader, i: usize) -> Option<usize> {
    if r.article(i) {
        return Some(i + 2);
    }
    if r.integer(i).is_some() {
        return r.goes_on(i).then_some(i + 1);
    }
    matches!(r.definite(i)?, Term::Few | Term::Number(_)).then_some(i + 1)
}

/// هذا العام، ذلك اليوم.
pub fn this(r: &Reader, i: usize) -> Part {
    let Term::This(today) = r.term(i)? else {
        return None;
    };
    let inner = r.seen(i + 1).filter(|s| s.cut == 0 && r.goes_on(i + 1))?;
    let (unit, count) = noun(r, i + 1)?;
    let several = count != Count::One;
    // "these years" is no date, "these days" is today.
    let count = if unit == "d" { Count::One } else { count };
    let whole =
        count == Count::One && inner.definite || matches!(inner.term(), Some(Term::Near(_)));
    let when = When {
        stretch: Some(unit),
        relative: today.then_some(0),
        vague: several || !today,
        ..When::default()
    };
    whole.then_some((i + 2, when))
}

/// مطلع 2007، نهاية شهر أبريل الجاري، منتصف العام الماضي.
pub fn edge(r: &Reader, i: usize) -> Part {
    let from = i + 1;
    if !r.goes_on(from) || r.seen(from).is_some_and(|s| s.cut > 0) {
        return None;
    }
    let bare = || {
        let (unit, count) = noun(r, from)?;
        let plain = count == Count::One && matches!(unit, "wk" | "mo" | "y" | "decade" | "century");
        let when = When {
            stretch: Some(unit),
            relative: Some(0),
            ..When::default()
        };
        plain.then_some((from + 1, when))
    };
    let night = || day::named(r, r.is(from, &["ليل"]).then_some(from)?);
    month::with_year(r, from)
        .or_else(night)
        .or_else(|| year::after_noun(r, from))
        .or_else(|| year::digits(r, from))
        .or_else(|| relative(r, from))
        .or_else(|| this(r, from))
        .or_else(|| decade(r, from))
        .or_else(|| century(r, from))
        .or_else(bare)
}

/// صيف 2009، الصيف الماضي، ربيع العام المقبل.
pub fn season(r: &Reader, i: usize) -> Part {
    let seen = r.seen(i)?;
    let Term::Season(number) = seen.term()? else {
        return None;
    };
    let when = When {
        season: Some(number),
        ..When::default()
    };
    if let Some((end, year)) = year::digits(r, i + 1)
        .or_else(|| year::after_noun(r, i + 1))
        .or_else(|| relative(r, i + 1).filter(|(_, w)| w.stretch == Some("y")))
    {
        return r.goes_on(i + 1).then(|| (end, when.and(year)));
    }
    match r.definite(i + 1)? {
        Term::Relative(relative) if seen.definite => Some((
            i + 2,
            When {
                relative: Some(relative),
                ..when
            },
        )),
        _ => None,
    }
}

/// ثمانينيات القرن الماضي، التسعينات.
pub fn decade(r: &Reader, i: usize) -> Part {
    let seen = r.seen(i)?;
    let Term::Decade(number) = seen.term()? else {
        return None;
    };
    // "in his thirties": an age.
    if r.is(i + 1, &["من"]) && r.has(i + 2, Roles::LIFE) {
        return None;
    }
    let from = i + 1 + usize::from(r.is(i + 1, &["من"]));
    let within = century(r, from)
        .or_else(|| relative(r, from).filter(|(_, w)| w.stretch == Some("century")));
    let century = within.map_or(Some(20), |(_, when)| {
        when.century.or(when.relative.map(|n| 21 + i32::from(n)))
    });
    if within.is_none() && !seen.definite {
        return None;
    }
    let when = When {
        decade: century.map(|c| (c - 1) * 100 + i32::from(number)),
        ..When::default()
    };
    Some((within.map_or(i + 1, |(end, _)| end), when))
}

/// القرن العشرين، القرن العاشر قبل الميلاد.
pub fn century(r: &Reader, i: usize) -> Part {
    let seen = r.seen(i).filter(|s| s.definite)?;
    let Term::Time("century", Count::One) = seen.term()? else {
        return None;
    };
    let (mut end, number) = day::ordinal(r, i + 1).filter(|_| r.goes_on(i + 1))?;
    let mut century = i32::from(number);
    let mut hijri = false;
    if r.is(end, &["قبل"]) && r.is(end + 1, &["الميلاد"]) {
        (end, century) = (end + 2, -century);
    } else if let Some(Term::Era(calendar)) = r.definite(end) {
        (end, hijri) = (end + 1, calendar == Calendar::Hijri);
    }
    let when = When {
        century: Some(century),
        hijri,
        ..When::default()
    };
    Some((end, when))
}
