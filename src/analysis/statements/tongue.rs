//! Whose tongue a body speaks with: the body speaks ([s الشركة] على لسان مديرها أن), but where
//! none stands there who speaks for it does (كما أعلنت مساء الأحد على لسان [s مديرها]).

use super::{phrases, source_opens::timed, sources::Source};
use crate::{
    analysis::{context::Context, grammar::Class},
    annotations::EntityType,
};

/// How far behind the verb it may stand, in tokens: the body's name stands between.
const REACH: usize = 14;

/// Who speaks so behind a verb.
pub fn behind(c: &Context, verb: usize) -> Option<Source> {
    let (_, end) = c.sentence(verb);
    let mut near = verb + 1..end.min(verb + REACH);
    let on = near.find(|at| opens(c, *at))?;
    let closes = |at: usize| c.is_comma(at) && at + 1 != on;
    if (verb + 1..on).any(|at| phrases::parts(c, at) || closes(at)) {
        return None;
    }
    let mut body = verb + 1;
    while body < on && (timed(c, body) || c.class(body) == Some(Class::Time)) {
        body += 1;
    }
    if body == on {
        at(c, on)
    } else {
        phrases::finished(c, body, on)
    }
}

/// Who speaks where على لسان stands, up to the end of a name.
#[inline]
pub fn at(c: &Context, on: usize) -> Option<Source> {
    opens(c, on).then(|| whose(c, on)).flatten()
}

/// Who speaks behind على لسان.
fn whose(c: &Context, on: usize) -> Option<Source> {
    let (_, end) = c.sentence(on);
    let (first, last) = phrases::governed(c, on + 2, end)?;
    let person = |at: &usize| c.mention(*at).is_some_and(|m| m.kind == EntityType::Per);
    let named = (first..last).find(person).and_then(|at| c.mention(at));
    Some((first, named.map_or(last, |name| name.end)))
}

#[inline]
fn opens(c: &Context, token: usize) -> bool {
    c.class(token) == Some(Class::Ala) && c.is(token + 1, "لسان")
}
