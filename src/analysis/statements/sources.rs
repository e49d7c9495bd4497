//! The words that name who spoke, in the clause of the cue: after it (قال الوزير),
//! before it (الوزير قال), or none where the subject is only implied.

use super::{
    noun_phrase,
    proposal::{Proposal, Rule},
    site::{Site, SiteKind},
};
use crate::{
    analysis::{
        context::{Context, Mark},
        cues::{Agreement, Shape},
        grammar::Class,
        lexicon::Classes,
        ranker::Ranker,
    },
    annotations::EntityType,
};

/// The model that tells which phrase is the source, or that there is none.
pub const MODEL: Ranker = Ranker::new(include_bytes!("../weights/sources.bin"));

/// A source: its first token and the one after its last.
pub type Source = (usize, usize);

/// How far after its cue a source may begin, in tokens.
const REACH: usize = 24;
/// The longest source, in tokens.
const LONGEST: usize = 36;
/// The longest phrase that a relative clause describes.
const DESCRIBED: usize = 10;
/// How many beginnings are looked at on each side.
const BEGINNINGS: usize = 6;

/// The phrases that may be the source; none of them is one more choice.
pub fn candidates(context: &Context, site: &Site, proposal: &Proposal) -> Vec<Source> {
    let mut found = Vec::with_capacity(LONGEST);
    match site.kind {
        SiteKind::Colon => {
            let (first, _) = context.paragraph_around(site.token);
            before(context, first, site.token, &mut found);
        }
        SiteKind::Quotation(_) | SiteKind::Answer(_) => {}
        SiteKind::Attribution(_) => after(context, site, proposal, &mut found),
        // A participle leans on a verb, whose subject is its own.
        SiteKind::Cue(cue) if cue.entry.shape == Shape::Participle => {}
        // A verb in the first person names its speaker by its form.
        SiteKind::Cue(cue) if cue.entry.agreement == Agreement::Speaker => {}
        SiteKind::Cue(cue) => {
            after(context, site, proposal, &mut found);
            let (start, _) = context.sentence(site.token);
            let start = proposal
                .before
                .map_or(start, |(_, last)| last.min(site.token));
            let start = start.max(site.token.saturating_sub(40));
            if cue.entry.shape != Shape::Masdar || cue.entry.pronoun {
                before(context, start, site.token, &mut found);
            }
            described(context, start, site.token, &mut found);
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// In a relay (نقلت الوكالة عن [s الوزير] قوله) the phrase between عن and the cue.
pub fn relayed(context: &Context, site: &Site) -> Option<Source> {
    let SiteKind::Cue(cue) = site.kind else {
        return None;
    };
    if cue.entry.shape != Shape::Masdar || !cue.entry.pronoun {
        return None;
    }
    let (start, _) = context.sentence(site.token);
    let reach = start.max(site.token.saturating_sub(REACH));
    let from = (reach..site.token)
        .rev()
        .find(|t| context.class(*t) == Some(Class::An))?;
    let clear = (from + 1..site.token).all(|t| {
        !context.class(t).is_some_and(Class::complementizer) && context.word(t).cue.is_none()
    });
    let first = from + 1;
    let stop = (first..site.token).find(|t| parts(context, *t));
    let mut end = stop.unwrap_or(site.token);
    while end > first && context.is_comma(end - 1) {
        end -= 1;
    }
    (clear && first < end).then_some((first, end))
}

/// The end of where a source after the cue may stand.
pub(super) fn limit(context: &Context, site: &Site, proposal: &Proposal) -> usize {
    let (_, end) = context.sentence(site.token);
    let end = end.min(site.token + REACH + LONGEST);
    if proposal.start <= site.token {
        return end;
    }
    // Before a quotation the word that stands there may be the source's last.
    let link = proposal.link;
    let parts = context.is_mark(link)
        || context.class(link).is_some()
        || matches!(
            proposal.rule,
            Rule::Preposition | Rule::Object | Rule::Question
        );
    (link + usize::from(!parts)).max(site.token + 1).min(end)
}

fn after(context: &Context, site: &Site, proposal: &Proposal, found: &mut Vec<Source>) {
    let limit = limit(context, site, proposal);
    let mut beginnings = 0;
    for first in site.token + 1..limit.min(site.token + REACH) {
        if !begins(context, first)
            || indirect(context, site, first)
            || governed(context, site, first)
        {
            continue;
        }
        let adjacent = first == site.token + 1;
        let set_off = context.is_mark(first - 1) || context.class(first - 1).is_some();
        let named = context.mention(first).is_some_and(|m| m.first == first);
        let titled = context.has(
            first,
            Classes::TITLE | Classes::HONORIFIC | Classes::SOURCE_NOUN | Classes::ORG_HEAD,
        );
        if !(adjacent || set_off || named || titled) {
            continue;
        }
        ends(context, first, limit, found);
        beginnings += 1;
        if beginnings >= BEGINNINGS {
            return;
        }
    }
}

fn before(context: &Context, start: usize, cue: usize, found: &mut Vec<Source>) {
    let mut beginnings = 0;
    for first in (start..cue).rev() {
        let opens = first == start
            || context.is_mark(first - 1)
            || context.class(first - 1).is_some_and(|c| !c.preposition())
            || context.key(first).starts_with('و') && !context.has(first, Classes::FUNCTION);
        if !opens || !begins(context, first) || context.key(first).starts_with("لل") {
            continue;
        }
        ends(context, first, cue, found);
        beginnings += 1;
        if beginnings >= BEGINNINGS {
            return;
        }
    }
}

/// What the relative clause of the cue describes, wherever the phrase begins
/// (مع [s النظام] الذي يدعي).
fn described(context: &Context, start: usize, cue: usize, found: &mut Vec<Source>) {
    let skipped = |class| matches!(class, Class::Particle | Class::Negation | Class::Was);
    let mut end = cue;
    while end > start && context.class(end - 1).is_some_and(skipped) {
        end -= 1;
    }
    if end == start || context.class(end - 1) != Some(Class::Relative) {
        return;
    }
    end -= 1;
    while end > start && context.is_comma(end - 1) {
        end -= 1;
    }
    if end == start || !finishes(context, end - 1) {
        return;
    }
    for first in (start.max(end.saturating_sub(DESCRIBED))..end).rev() {
        if parts(context, first) || context.is_comma(first) {
            return;
        }
        let inside = context.mention(first).is_some_and(|m| m.first < first);
        if !inside && begins(context, first) {
            found.push((first, end));
        }
    }
}

/// Whether a noun phrase may begin at a token.
fn begins(context: &Context, token: usize) -> bool {
    if !context.tokens.is_word(token) {
        return context.quote_opening(token).is_some()
            || context.tokens.kind(token) == crate::analysis::tokens::TokenKind::Number;
    }
    if timed(context, token) {
        return false;
    }
    // A name may look like a verb (ساري، نجيب، فورد).
    let named = context.mention(token).is_some_and(|m| m.first == token);
    let plural_verb = context.key(token).ends_with("وا");
    if !named && (plural_verb || noun_phrase::finite(context, token)) {
        return false;
    }
    matches!(
        context.class(token),
        None | Some(
            Class::All
                | Class::Some
                | Class::Which
                | Class::Demonstrative
                | Class::What
                | Class::Pronoun
                | Class::Who
        )
    )
}

/// Whether a token is part of a date or time.
fn timed(context: &Context, token: usize) -> bool {
    context
        .mention(token)
        .is_some_and(|m| m.kind == EntityType::Date)
}

/// Whether a preposition is joined to the first word of a phrase after a verb:
/// its addressee or means, not its subject.
fn indirect(context: &Context, site: &Site, first: usize) -> bool {
    let verb = site.shape().is_some_and(|s| !matches!(s, Shape::Masdar));
    let key = context.key(first);
    let joined = context.lists.get(first).proclitics > 0 && key.starts_with(['ل', 'ب', 'ك']);
    verb && (key == "ل" || key.starts_with("لل") || key.starts_with("بال") || joined)
}

/// Whether a preposition governs the word that begins a phrase after a verb: a
/// circumstance (… في تصريحات), not who speaks, but for the document just behind
/// (جاء في بيان), the one of whom is reported (نقلت الوكالة عن مصدر), by whom (من
/// قبل). The cue itself may look like one (بين، عبر).
fn governed(context: &Context, site: &Site, first: usize) -> bool {
    let before = first - 1;
    let Some(class) = context.class(before).filter(|_| before > site.token) else {
        return false;
    };
    let document = class == Class::In && before == site.token + 1;
    class.preposition() && !document && !matches!(class, Class::An | Class::Min)
}

fn ends(context: &Context, first: usize, limit: usize, found: &mut Vec<Source>) {
    for end in first + 1..=limit.min(first + LONGEST) {
        let last = end - 1;
        if parts(context, last) && context.quote_of(last) == context.quote_of(first) {
            break;
        }
        let inside_name = context
            .mention(last)
            .is_some_and(|m| m.end > end && m.first < end);
        if inside_name || !finishes(context, last) || parts_marks(context, first, end) {
            continue;
        }
        let near = end - first <= 8;
        let stops = end == limit
            || context.mention(last).is_some_and(|m| m.end == end)
            || context.is_mark(end)
            || context.class(end).is_some()
            || context.word(end).cue.is_some();
        if near || stops {
            found.push((first, end));
        }
    }
}

/// Whether no noun phrase goes on past a token: a colon, a relative, a time, a
/// word that opens a clause.
fn parts(context: &Context, token: usize) -> bool {
    if context.mention(token).is_some() {
        return false;
    }
    let within = |class| {
        matches!(
            class,
            Class::In
                | Class::Min
                | Class::Ala
                | Class::An
                | Class::Ila
                | Class::Via
                | Class::At
                | Class::Like
                | Class::Cause
                | Class::PrepositionPronoun
                | Class::Demonstrative
                | Class::Some
                | Class::All
                | Class::Which
                | Class::What
                | Class::Or
                | Class::Adverb
                | Class::Pronoun
                | Class::Except
                | Class::Who
                | Class::There
        )
    };
    context.mark(token) == Mark::Colon || context.class(token).is_some_and(|c| !within(c))
}

/// Whether a mark that closes what the phrase opens stands just behind it.
fn parts_marks(context: &Context, first: usize, end: usize) -> bool {
    if !context.is_mark(end) {
        return false;
    }
    let opened = |close: &str, open: &str| {
        context.is(end, close) && (first..end).any(|t| context.is(t, open))
    };
    let quoted = context.quote_closing(end).is_some_and(|q| q.open >= first);
    quoted || opened(")", "(") || opened("]", "[")
}

/// Whether a phrase may end with a token.
fn finishes(context: &Context, token: usize) -> bool {
    if context.is_mark(token) {
        return matches!(context.key(token), ")" | "\"" | "»" | "”" | "“" | "]");
    }
    if timed(context, token) || noun_phrase::letter(context, token) {
        return false;
    }
    // علي ends a name as if it were على.
    if context.mention(token).is_some_and(|m| m.end == token + 1) {
        return true;
    }
    context.class(token).is_none_or(|class| match class {
        // منهم, منها: part of a phrase that counts (عدد منهم).
        Class::PrepositionPronoun => context.key(token).starts_with("من"),
        _ => matches!(
            class,
            Class::All
                | Class::Some
                | Class::Demonstrative
                | Class::Pronoun
                | Class::What
                | Class::There
                | Class::Which
        ),
    })
}
