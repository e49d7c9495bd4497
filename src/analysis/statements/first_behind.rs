//! The subject behind what stands between it and its verb: a time (أعلن مساء الأحد [s الوزير سامر
//! الحداد] أن) or whom it was told to (أكد لـ«الضفاف» [s مصدر في البلدية] أن).

use super::{
    agreement, aside, phrases,
    site::Site,
    source_opens::timed,
    sources::{LONGEST, Source},
};
use crate::{
    analysis::{
        context::Context,
        cues::{Agreement, CueWord},
        grammar::Class,
        lexicon::Classes,
    },
    annotations::EntityType,
};

/// The subject, if something stands between it and the verb of a site.
pub fn of(c: &Context, site: &Site) -> Option<Source> {
    let theirs = |cue: &CueWord| {
        let own = cue.entry.agreement == Agreement::Speaker;
        !(own || cue.entry.pronoun || cue.entry.act.has_hearer())
    };
    site.verb().filter(theirs)?;
    let (_, end) = c.sentence(site.token);
    let first = behind(c, site.token + 1, end);
    if first == site.token + 1 || first >= end {
        return None;
    }
    if !speaks(c, first) || agreement::bars(c, site, first) {
        return None;
    }
    let last = phrases::longest(c, first, end.min(first + LONGEST))?;
    let closed = c.is_mark(last)
        || c.class(last).is_some()
        || c.word(last).to_outlet
        || aside::to_body(c, last);
    closed.then_some((first, last))
}

/// The first token behind times and hearers.
fn behind(c: &Context, mut at: usize, end: usize) -> usize {
    while at < end {
        let next = if timed(c, at) || matches!(c.class(at), Some(Class::Time)) {
            at + 1
        } else if c.is(at, "ل") {
            match c.quote_at(at + 1) {
                Some(quote) if quote.closed => quote.close + 1,
                _ => return at,
            }
        } else if aside::to_body(c, at) || c.word(at).to_outlet && c.tokens.is_word(at) {
            behind_name(c, at)
        } else {
            return at;
        };
        at = next;
    }
    at
}

/// The token behind a hearer, its name and its marks.
fn behind_name(c: &Context, token: usize) -> usize {
    if let Some(name) = c.mention(token).filter(|m| m.first == token) {
        return name.end;
    }
    match c.quote_at(token + 1) {
        Some(quote) if quote.closed => quote.close + 1,
        _ => token + 1,
    }
}

/// Whether somebody or a body opens at a token.
fn speaks(c: &Context, token: usize) -> bool {
    let joined = c.lists.get(token).proclitics > 0;
    let named = c
        .mention(token)
        .map(|m| m.first == token && matches!(m.kind, EntityType::Per | EntityType::Org));
    !joined && named.unwrap_or_else(|| c.has(token, Classes::SPEAKER))
}
