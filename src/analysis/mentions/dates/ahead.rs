//! Whether a day of the week is still to come: سيعقد اللقاء في العاصمة الاثنين.

use crate::analysis::{
    lexicon::hash_word,
    mentions::{
        reader::Reader,
        terms::{Roles, Term},
        vocabulary,
    },
};

/// How many words before a day tell whether it is to come.
const NEAR: usize = 10;

/// Whether the words before a day, back to the next verb of the past, relative
/// pronoun or mark, tell that it is to come.
pub fn is(r: &Reader, day: usize) -> bool {
    let clause = (day.saturating_sub(NEAR)..day).rev();
    let words = clause.take_while(|at| r.goes_on(at + 1) && r.tokens.is_word(*at));
    let mut words = words.take_while(|at| !past(r, *at));
    words.any(|at| r.has(at, Roles::FUTURE) || verb_to_come(r, at))
}

/// What tells that the words before it are of another clause, or a day of its own.
fn past(r: &Reader, at: usize) -> bool {
    r.has(at, Roles::PAST) || matches!(r.term(at), Some(Term::Weekday(_) | Term::Near(_)))
}

/// س before a verb that is known without it; no name and no noun (سيارة، ستار).
fn verb_to_come(r: &Reader, at: usize) -> bool {
    let key = r.key(at);
    let verb = |key: &str| {
        let stem = key.strip_prefix('س')?;
        let long = stem.chars().nth(3).is_some();
        let present = stem.starts_with(['ي', 'ت']) && long;
        (present && vocabulary::look_up(hash_word(stem)).is_some_and(|w| w.shares == [0; 3]))
            .then_some(())
    };
    let known = !r.words.get(at).classes.is_empty();
    !known
        && verb(key)
            .or_else(|| verb(key.strip_prefix(['و', 'ف'])?))
            .is_some()
}
