//! Ages that no unit tells: سن الستين، الـ19 من العمر، في الثلاثينات من العمر.

use super::{Amount, Counted, Found, counted};
use crate::analysis::mentions::{
    dates,
    numbers::{self, Form},
    reader::Reader,
};

/// The age after its noun: سن 65، سن الخامسة والستين. Where a unit follows (سن 45
/// عاما), the number with its unit is the quantity.
pub fn after_noun(r: &Reader, noun: usize) -> Option<Found> {
    let i = noun + 1;
    let at = i + usize::from(r.article(i));
    if !r.goes_on(i) || r.seen(i).is_some_and(|s| s.cut > 0) || super::counted(r, at, at).is_some()
    {
        return None;
    }
    let (end, years) = dates::ordinal(r, at)
        .map(|(end, years)| (end, f64::from(years)))
        .or_else(|| {
            let number = numbers::read(r, at)?;
            let told = matches!(number.form, Form::Digits | Form::Words);
            told.then_some((number.end, number.value))
        })?;
    (1.0..=120.0)
        .contains(&years)
        .then(|| found(noun, end, years, None))
}

/// An ordinal of years: السابعة والثلاثين من العمر; after a noun it counts those:
/// العقد الرابع من عمره.
pub fn ordinal(r: &Reader, i: usize) -> Option<Found> {
    if i > 0 && r.goes_on(i) && r.has_article(i - 1) {
        return None;
    }
    let (end, years) = dates::ordinal(r, i)?;
    Some(found(i, of_life(r, end)?, years.into(), None))
}

/// Ten years of a life: الثلاثينات من العمر.
pub fn decade(r: &Reader, i: usize, decade: u8) -> Option<Found> {
    let end = of_life(r, i + 1)?;
    Some(found(i, end, decade.into(), Some(f64::from(decade) + 9.0)))
}

/// The end of من العمر, if it stands there.
pub fn of_life(r: &Reader, i: usize) -> Option<usize> {
    let life = r.goes_on(i) && r.is(i, &["من"]) && counted::life(r, i + 1);
    life.then_some(i + 2)
}

fn found(first: usize, end: usize, value: f64, to: Option<f64>) -> Found {
    let of = Counted::Unit("y");
    let vague = false;
    (
        first,
        end,
        Amount {
            value,
            to,
            vague,
            of,
        },
    )
}
