//! Who does it behind a verb in the passive: أعلن من قبل [s مصدر مجهول] بأن، اتهم اللاعب من
//! جانب [s النيابة] بـ; whose a noun of saying is (وعدا من [s المحافظ] بأن), and from whom a medium
//! knows (علمت «الضفاف» من [s مصادر مطلعة] أن).

use super::{
    phrases,
    rules::certain,
    site::Site,
    sources::{self, Source},
    tongue,
};
use crate::analysis::{context::Context, grammar::Class, lexicon::Classes};

/// How far behind the verb it may stand, in tokens.
const REACH: usize = 8;

/// The phrase behind من قبل or من جانب.
pub fn of(c: &Context, site: &Site) -> Option<Source> {
    if let Some(source) = from_whom(c, site) {
        return Some(source);
    }
    site.verb()?;
    if let Some(source) = tongue::behind(c, site.token) {
        return Some(source);
    }
    if let Some(document) = came_in(c, site.token) {
        return Some(document);
    }
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
    phrases::governed(c, first, end)
}

/// The document in which something came (جاء في [s بيان] أصدرته الوزارة أن).
fn came_in(c: &Context, cue: usize) -> Option<Source> {
    let first = cue + 2;
    if c.class(cue + 1) != Some(Class::In) {
        return None;
    }
    let verb = matches!(
        c.key(cue).trim_start_matches('و'),
        "جاء" | "ورد" | "رد" | "يرد" | "جاءت" | "وردت"
    );
    let document = c.has(first, Classes::DOC_HEAD) && c.mention(first).is_none();
    if !verb || !document {
        return None;
    }
    let (_, end) = c.sentence(cue);
    let last = phrases::longest(c, first, end.min(first + sources::LONGEST))?;
    Some((first, last))
}

/// Whose a noun of saying is, or from whom a medium knows.
fn from_whom(c: &Context, site: &Site) -> Option<Source> {
    if !certain::is_from(c, site.token) {
        return None;
    }
    let (_, end) = c.sentence(site.token);
    let mut near = site.token + 1..end.min(site.token + REACH);
    let parts = |at: usize| c.class(at).is_some_and(Class::complementizer);
    let from = near.find(|at| c.class(*at) == Some(Class::Min) || parts(*at))?;
    if parts(from) {
        return None;
    }
    phrases::governed(c, from + 1, end)
}
