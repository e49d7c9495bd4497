//! Who speaks in the second clause of a headline: what stands behind its و alone (خلافات حول
//! الدستور.. [s والهيئة] تهدد بالانسحاب، غارات على الجنوب [s واليونيفيل] تدعو إلى التهدئة).

use super::{site::Site, sources::Source};
use crate::analysis::{
    context::Context,
    cues::{Agreement, Shape},
};

/// The longest subject, in tokens.
const LONGEST: usize = 3;

/// The subject right before the verb of a site, with و at its head.
pub fn of(c: &Context, site: &Site) -> Option<Source> {
    let cue = site.verb_of_another()?;
    let one = matches!(cue.entry.agreement, Agreement::He | Agreement::She);
    let present = cue.entry.shape == Shape::Present && !cue.entry.pronoun;
    if !one || !present || !c.in_headline(site.token) {
        return None;
    }
    let (start, _) = c.paragraph_around(site.token);
    let near = start.max(site.token.saturating_sub(LONGEST));
    let first = (near..site.token).rev().find(|at| is_joined(c, *at))?;
    let definite = |at: usize| c.has_article(at) || c.mention(at).is_some_and(|m| m.first <= first);
    let plain = (first + 1..site.token).all(|at| c.tokens.is_word(at) && definite(at));
    // ما يسبق is another clause, of two words at least.
    (plain && first >= start + 2).then_some((first, site.token))
}

/// Whether و joins a definite noun or a name.
fn is_joined(c: &Context, token: usize) -> bool {
    let key = c.key(token);
    let name = c
        .mention(token)
        .is_some_and(|m| m.first == token && m.span.start > c.tokens.span(token).start);
    let noun = key.starts_with("وال") && c.lists.get(token).proclitics > 0
        || key.starts_with("وال") && key.chars().count() > 5 && c.has_article(token);
    key.starts_with('و') && (name || noun)
}
