//! What somebody is, between commas behind their name (قال [s أنس المرابط، ظهير الفريق]، إن): all
//! of it names who spoke. A circumstance between commas (قال أنس المرابط، خلال الحفل، إن) is none:
//! its first word tells the two apart in all 48 of the articles with gold.

use super::{
    first_behind, phrases,
    site::Site,
    source_opens::timed,
    sources::{LONGEST, Source},
    verb_form,
};
use crate::{
    analysis::{context::Context, grammar::Class, lexicon::Classes},
    annotations::EntityType,
};

/// The longest apposition, in tokens.
const WORDS: usize = 9;

/// The name with its apposition, if they stand right behind the verb of a site.
pub fn of(c: &Context, site: &Site) -> Option<Source> {
    let cue = site.verb()?;
    let (_, end) = c.sentence(site.token);
    // أوضحت مساء الجمعة منى داود، مسؤولة القسم، أن.
    let first = first_behind::behind(c, site.token + 1, end);
    let prefixed = c.word(first).preposition.is_some() && c.mention(first).is_none();
    if prefixed {
        return None;
    }
    let comma = (first..end.min(first + LONGEST)).find(|at| c.is_comma(*at))?;
    let person = c.mention(comma.checked_sub(1)?);
    let named = person.is_some_and(|m| m.kind == EntityType::Per && m.end == comma);
    if !named || phrases::longest(c, first, end)? < comma {
        return None;
    }
    let opens = comma + 1;
    let closes = (opens..end.min(opens + WORDS)).find(|at| c.is_comma(*at))?;
    let behind = closes + 1;
    let governed = c.class(behind).is_some_and(Class::is_that)
        || c.quote_opening(behind).is_some()
        || c.word(behind)
            .preposition
            .is_some_and(|p| cue.entry.government.contains(p));
    let clause = |at: usize| {
        c.word(at).reports()
            || verb_form::is_at(c, at)
            || c.class(at).is_some_and(|class| {
                class.complementizer() || matches!(class, Class::Relative | Class::HeIs)
            })
    };
    let whole = closes > opens && is_noun(c, opens) && !(opens..closes).any(clause);
    (governed && whole).then_some((first, closes))
}

/// Whether what somebody is opens at a token: a noun, or the body that they are from (من جامعة
/// الوادي).
fn is_noun(c: &Context, token: usize) -> bool {
    let body = |at: usize| {
        c.has(at, Classes::ORG_HEAD) || c.mention(at).is_some_and(|m| m.kind == EntityType::Org)
    };
    let from = c.class(token) == Some(Class::Min) && body(token + 1);
    let word = c.word(token);
    let noun = word.class.is_none()
        && c.tokens.is_word(token)
        && word.attribution.is_none()
        && !timed(c, token)
        && !word.joins
        && !c.has(token, Classes::DAY | Classes::TIME_NOUN)
        && !c.key(token).ends_with('ا')
        && c.mention(token).is_none_or(|m| m.kind == EntityType::Per);
    from || noun
}
