//! The second clause of a headline: who speaks in it, as what stands behind its و alone (خلافات حول
//! الدستور.. [s والهيئة] تهدد بالانسحاب، غارات على الجنوب [s واليونيفيل] تدعو إلى التهدئة), and what it
//! ends (الوزارة: لا تأجيل.. والنقابة تهدد بالإضراب).

use super::{site::Site, sources::Source, verb_form};
use crate::analysis::{
    context::{Context, Mark},
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

/// Where the clause of somebody else begins in a headline between two tokens: by و, a noun and a
/// verb of saying or a colon, behind two dots whatever verb there is.
pub fn behind(c: &Context, start: usize, end: usize) -> Option<usize> {
    if !c.in_headline(start) {
        return None;
    }
    let opens = |at: &usize| {
        let stop = c.mark(*at) == Mark::Stop;
        let first = at + usize::from(stop);
        let joined = is_joined(c, first);
        c.quote_of(*at).is_none() && (joined || stop) && is_clause(c, (first, joined), stop, end)
    };
    (start + 1..end).find(opens)
}

/// Whether a noun phrase and the verb or colon behind it open at a token.
fn is_clause(c: &Context, (first, joined): (usize, bool), stop: bool, end: usize) -> bool {
    let noun = |at: usize| {
        let named = c.mention(at).is_some();
        c.tokens.is_word(at) && (named || c.has_article(at) || at == first && joined)
    };
    let whole = |at: &usize| *at > first && (first..*at).all(noun);
    let near = first + 1..end.min(first + 2 + LONGEST);
    near.take_while(|at| whole(at)).any(|at| {
        let word = c.word(at);
        let says = word.cue.is_some_and(|cue| {
            let others = matches!(
                cue.entry.agreement,
                Agreement::He | Agreement::She | Agreement::They
            );
            others && cue.entry.shape == Shape::Present && !cue.waw && word.finite
        });
        c.mark(at) == Mark::Colon || says || stop && joined && verb_form::imperfect(c, at)
    })
}

/// Whether و joins a definite noun or a name.
pub(super) fn is_joined(c: &Context, token: usize) -> bool {
    let key = c.key(token);
    let name = c
        .mention(token)
        .is_some_and(|m| m.first == token && c.is_joined(m));
    let noun = key.starts_with("وال") && c.lists.get(token).proclitics > 0
        || key.starts_with("وال") && key.chars().count() > 5 && c.has_article(token);
    key.starts_with('و') && (name || noun)
}
