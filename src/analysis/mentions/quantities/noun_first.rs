//! Quantities whose noun stands first: الدول الأربع، شرطي واحد.

use super::{Amount, Counted, Found};
use crate::analysis::{
    grammar::{self, Class},
    mentions::{
        reader::Reader,
        terms::{Roles, Term},
    },
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
            let more = matches!(r.inner(i + 1), Some(Term::Number(_) | Term::Powers(_)));
            several(r, noun, i, value).filter(|_| !more)
        }
        Term::Single if !seen.definite => one(r, noun, i),
        _ => None,
    }
}

/// The quantity whose number stands in digits after the article at `i`: الدول
/// الـ15. After a singular it would be an ordinal: الدورة الـ15.
pub fn in_digits(r: &Reader, i: usize) -> Option<Found> {
    let noun = i.checked_sub(1).filter(|_| r.goes_on(i))?;
    let key = r.key(noun);
    let long = key.chars().nth(6).is_some();
    let plural = r.has(noun, Roles::PLURAL) || long && (key.ends_with("ات") || key.ends_with("ين"));
    let value = f64::from(r.integer(i + 1)?);
    let (first, end, amount) = several(r, noun, i, value).filter(|_| plural)?;
    Some((first, end + 1, amount))
}

fn several(r: &Reader, noun: usize, i: usize, value: f64) -> Option<Found> {
    let plural = |at: usize| r.has_article(at) && r.tokens.is_word(at);
    if !plural(noun) || r.has(noun, Roles::LABEL) {
        return None;
    }
    let adjective = noun > 0 && r.goes_on(noun) && plural(noun - 1) && !r.has_proclitics(noun);
    let first = noun - usize::from(adjective);
    Some((first, i + 1, things(value, first, i)))
}

fn one(r: &Reader, noun: usize, i: usize) -> Option<Found> {
    let counted = match r.term(noun) {
        Some(Term::Time(unit, _) | Term::Unit(unit)) => Some(Counted::Unit(unit)),
        Some(Term::Currency(code)) => Some(Counted::Money(code, i)),
        Some(_) => return None,
        None => None,
    };
    if r.has_article(noun) || r.has(noun, Roles::FROZEN.union(Roles::LABEL)) {
        return None;
    }
    if counted.is_none() && one_of(r, i + 1) {
        return None;
    }
    let first = noun - usize::from(adjective(r, noun));
    let mut amount = things(1.0, first, i);
    amount.of = counted.unwrap_or(amount.of);
    Some((first, i + 1, amount))
}

/// After واحد: what makes it "one of many" or "one after another".
fn one_of(r: &Reader, i: usize) -> bool {
    let all = r.is(i + 1, &["اصل", "كل", "بين"]);
    r.goes_on(i) && (r.is(i, &["تلو", "تلوي", "بعد"]) || r.is(i, &["من"]) && !all)
}

/// Whether a word is the adjective of the noun before it: إلى زعيم محلي واحد. What
/// stands after a preposition is no verb, as it might be elsewhere (قتل جندي واحد).
fn adjective(r: &Reader, i: usize) -> bool {
    let key = r.key(i);
    let relational = key.chars().nth(3).is_some() && (key.ends_with('ي') || key.ends_with("يه"));
    let Some(noun) = i.checked_sub(1).filter(|_| r.goes_on(i) && relational) else {
        return false;
    };
    let feminine = |key: &str| key.ends_with('ه');
    let prepositional = noun > 0 && is_preposition(r.key(noun - 1))
        || r.words.get(noun).proclitics > 0 && r.key(noun).starts_with(['ب', 'ل']);
    prepositional
        && r.tokens.is_word(noun)
        && !r.function(noun)
        && feminine(r.key(noun)) == feminine(key)
}

fn is_preposition(key: &str) -> bool {
    let class = grammar::of(key).filter(|(_, conjoined)| !conjoined);
    class.is_some_and(|(class, _)| {
        matches!(
            class,
            Class::In
                | Class::Ila
                | Class::Ala
                | Class::An
                | Class::Min
                | Class::With
                | Class::Against
                | Class::Via
                | Class::Except
        )
    })
}

fn things(value: f64, first: usize, end: usize) -> Amount {
    Amount {
        value,
        to: None,
        vague: false,
        of: Counted::Things(first, end),
    }
}
