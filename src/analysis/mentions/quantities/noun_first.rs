//! Quantities whose noun stands first: الدول الأربع، شرطي واحد.

use super::{Amount, Counted, Found};
use crate::analysis::mentions::{
    reader::Reader,
    terms::{Roles, Term},
};

/// The quantity whose number is the token `i`.
pub fn at(r: &Reader, i: usize) -> Option<Found> {
    let noun = i.checked_sub(1)?;
    let seen = r.seen(i).filter(|s| s.cut == 0 && r.goes_on(i))?;
    if !r.tokens.is_word(noun) || r.key(noun).is_ascii() || r.function(noun) {
        return None;
    }
    match seen.term()? {
        Term::Number(value) if seen.definite && (2.0..=10.0).contains(&value) => {
            several(r, noun, i, value)
        }
        Term::Single if !seen.definite => one(r, noun, i),
        _ => None,
    }
}

fn several(r: &Reader, noun: usize, i: usize, value: f64) -> Option<Found> {
    let plural = |at: usize| r.has_article(at) && r.tokens.is_word(at);
    if !plural(noun)
        || r.has(noun, Roles::LABEL)
        || matches!(r.inner(i + 1), Some(Term::Number(_) | Term::Powers(_)))
    {
        return None;
    }
    let adjective = noun > 0 && r.goes_on(noun) && plural(noun - 1) && !r.has_proclitics(noun);
    let first = noun - usize::from(adjective);
    Some((first, i + 1, things(value, first, i)))
}

fn one(r: &Reader, noun: usize, i: usize) -> Option<Found> {
    let measure = matches!(
        r.term(noun),
        None | Some(Term::Time(..) | Term::Unit(_) | Term::Currency(_))
    );
    if r.has_article(noun) || r.has(noun, Roles::FROZEN) || !measure {
        return None;
    }
    Some((noun, i + 1, things(1.0, noun, i)))
}

fn things(value: f64, first: usize, end: usize) -> Amount {
    Amount {
        value,
        to: None,
        vague: false,
        of: Counted::Things(first, end),
    }
}
