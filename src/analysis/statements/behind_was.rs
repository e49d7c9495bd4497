//! The subject between كان and its verb: وكانت [s الحكومة] قد نفت، كان [s سامر الحداد،
//! رئيس النادي]، أعلن.

use super::{noun_phrase, site::Site, source_opens::timed, sources::Source};
use crate::analysis::{context::Context, grammar::Class, lexicon::Classes};

/// The longest subject, in tokens.
const LONGEST: usize = 20;

/// The subject, if the verb of a site has such a one.
pub fn of(c: &Context, site: &Site) -> Option<Source> {
    site.verb_of_another()?;
    let (start, _) = c.sentence(site.token);
    // مهما كانت الخطة، يؤكد الوزير أن: another's clause; كان العمل صعبا، كما أكد الوزير: so is that.
    let bounds = |at: usize| c.is_comma(at) || c.class(at) == Some(Class::As);
    if site.token.checked_sub(1).is_some_and(bounds) {
        return None;
    }
    let mut end = site.token;
    while end > start && (c.class(end - 1) == Some(Class::Particle) || c.is_comma(end - 1)) {
        end -= 1;
    }
    let reach = start.max(end.saturating_sub(LONGEST));
    let was = (reach..end).rev().find(|at| is_was(c, *at))?;
    let first = was + 1;
    if first == end {
        return before_was(c, start, was);
    }
    let opens = first < end
        && c.tokens.is_word(first)
        && (c.mention(first).is_some() || c.class(first).is_none());
    if !opens || timed(c, first) || c.word(first).says() || (first..end).any(|at| parts(c, at)) {
        return None;
    }
    let stop = (first + 1..end).find(|at| circumstance(c, *at));
    end = stop.unwrap_or(end);
    while end > first && c.is_comma(end - 1) {
        end -= 1;
    }
    (end > first).then_some((first, end))
}

/// The subject before كان, where nothing stands between that and the verb (يذكر أن [s وزير الطاقة]
/// كان قد أكد).
fn before_was(c: &Context, start: usize, was: usize) -> Option<Source> {
    let open = |at: &usize| {
        let class = c.class(*at);
        class.is_some_and(Class::is_that) || class == Some(Class::But)
    };
    let from = (start..was).rev().find(open).map_or(start, |at| at + 1);
    let whole = from < was && c.tokens.is_word(from) && c.class(from).is_none();
    let plain = (from..was).all(|at| {
        let held = matches!(c.class(at), None | Some(Class::In));
        c.tokens.is_word(at) && held && !c.word(at).finite
    });
    let joined = c.key(was).starts_with('و');
    (whole && plain && !joined && !timed(c, from)).then_some((from, was))
}

fn is_was(c: &Context, token: usize) -> bool {
    let key = c.key(token);
    c.class(token) == Some(Class::Was) && matches!(key, "كان" | "كانت" | "وكان" | "وكانت")
}

/// Whether a clause of its own begins at a token, so that the verb behind it may be
/// another's.
fn parts(c: &Context, token: usize) -> bool {
    let word = c.word(token);
    let clause = word.class.is_some_and(|class| {
        class.complementizer()
            || matches!(
                class,
                Class::Relative
                    | Class::Where
                    | Class::While
                    | Class::When
                    | Class::What
                    | Class::Negation
                    | Class::But
                    | Class::Was
                    | Class::Particle
                    | Class::Turn
            )
    });
    clause && c.mention(token).is_none() || word.cue.is_some() && word.finite
}

/// Whether words of time or occasion open at a token (في وقت سابق، خلال مؤتمر).
fn circumstance(c: &Context, token: usize) -> bool {
    let occasion = matches!(c.class(token), Some(Class::In)) && c.word(token + 1).occasion;
    let other = matches!(
        c.class(token),
        Some(Class::TimePreposition | Class::Via | Class::Time | Class::Turn | Class::Response)
    );
    let day = c.has(token, Classes::DAY) && c.mention(token).is_some_and(|m| m.first == token);
    occasion || other || day || timed(c, token) || noun_phrase::finite(c, token)
}
