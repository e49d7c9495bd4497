//! Who does it behind a verb in the passive: أعلن من قبل [s مصدر مجهول] بأن، اتهم اللاعب من
//! جانب [s النيابة] بـ.

use super::{
    phrases::{finishes, parts},
    site::Site,
    sources::{LONGEST, Source},
};
use crate::analysis::{context::Context, grammar::Class};

/// How far behind the verb it may stand, in tokens.
const REACH: usize = 8;

/// The phrase behind من قبل or من جانب.
pub fn of(c: &Context, site: &Site) -> Option<Source> {
    site.verb_of_another()?;
    let (_, end) = c.sentence(site.token);
    let mut near = site.token + 1..end.min(site.token + REACH);
    let from =
        near.find(|at| c.class(*at).is_some_and(|class| class != Class::In) || c.is_mark(*at))?;
    let first = from + 2;
    let by = c.class(from) == Some(Class::Min) && matches!(c.key(from + 1), "قبل" | "جانب" | "طرف");
    if !by || first >= end || !c.tokens.is_word(first) || c.class(first).is_some() {
        return None;
    }
    let stop = (first..end.min(first + LONGEST)).find(|at| {
        let prefixed = *at > first && c.word(*at).preposition.is_some() && c.mention(*at).is_none();
        parts(c, *at) || c.is_comma(*at) || c.word(*at).says() || prefixed
    });
    let mut stop = stop.unwrap_or(end);
    while stop > first && !finishes(c, stop - 1) {
        stop -= 1;
    }
    (stop > first).then_some((first, stop))
}
