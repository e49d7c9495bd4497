//! The patterns, one a file. Each proposes where the content of a site may
//! begin; what is best among all proposals is chosen afterwards.
//!
//! To add one: a file here with a `propose` function and a head that says what
//! it is for with an example, a line in [`propose`], a case file in
//! `tests/cases/`.

pub mod according;
pub mod answer;
pub(super) mod certain;
pub mod clause;
pub mod clause_before;
pub mod colon;
mod completing;
mod estimate;
pub(super) mod hailed;
mod headline_verb;
mod in_clause;
mod judged;
pub mod label;
pub mod lone_quotation;
mod manner;
pub(super) mod measure;
pub mod object;
mod own_stance;
mod own_words;
pub mod postposed;
pub mod preposition;
pub mod question;
pub mod quotation;
pub mod quotation_before;
pub(super) mod responsibility;
mod saying;
mod takes_stand;
mod that_clause;
pub mod transcript;
mod unmistakable;
mod walk;

pub(super) use walk::joins_report;

use super::{
    agent, divine,
    proposal::Proposal,
    renewed, set_off,
    site::{Site, SiteKind},
};
use crate::analysis::{
    context::{Context, Mark},
    cues::{Attribution, SpeechAct},
    grammar::Class,
    lexicon::Classes,
};

/// All readings of a site.
pub fn propose(context: &Context, site: &Site, out: &mut Vec<Proposal>) {
    match site.kind {
        SiteKind::Cue(cue) => {
            if postposed::is_at(context, site.token) {
                clause_before::propose(context, site.token, out);
                return;
            }
            if postposed::is_inside(context, site.token) {
                clause_before::propose(context, site.token, out);
                out.retain(|proposal| proposal.before.is_some());
                return;
            }
            if measure::before(context, site.token).is_none() {
                walk::after_cue(context, site.token, &cue, out);
            }
            if !quotation_before::propose(context, site.token, out) {
                clause_before::propose(context, site.token, out);
            }
        }
        SiteKind::Attribution(Attribution::Relay) => {
            walk::after_relay(context, site.token, out);
            according::propose(context, site.token, out);
        }
        SiteKind::Attribution(_) => according::propose(context, site.token, out),
        SiteKind::Colon => label::propose(context, site.token, out),
        SiteKind::Answer(end) if transcript::is_answer(context, site.token) => {
            transcript::propose_lettered(site.token, end, out);
        }
        SiteKind::Answer(end) if context.mark(site.token) == Mark::Colon => {
            transcript::propose(site.token, end, out);
        }
        SiteKind::Answer(end) => answer::propose(site.token, end, out),
        SiteKind::Quotation(quote) => lone_quotation::propose(context, quote, out),
    }
}

/// How far behind نقلا عن the words that are passed on may begin, in tokens.
const RELAYED: usize = 24;

/// Whether words that are passed on follow نقلا عن and whose they are.
pub(super) fn relays(context: &Context, token: usize) -> bool {
    let (_, end) = context.sentence(token);
    let mut behind =
        (token + 2..end.min(token + RELAYED)).take_while(|at| !says_more(context, *at));
    context.class(token + 1) == Some(Class::An)
        && behind.any(|at| context.class(at).is_some_and(Class::complementizer))
}

/// Whether another report opens at a token, and no participle of who is told of (مصادر مطلعة).
fn says_more(context: &Context, token: usize) -> bool {
    let of_sources = token.checked_sub(1).is_some_and(|before| {
        context.has(before, Classes::SOURCE_NOUN) && !context.key(token).ends_with('ا')
    });
    context.word(token).says() && !of_sources
}

/// The same behind a verb (نقلت الوكالة عن مصدر أمني أن).
fn relays_somebody(context: &Context, cue: usize) -> bool {
    let verb = context
        .word(cue)
        .cue
        .is_some_and(|cue| cue.entry.act == SpeechAct::Relaying && cue.entry.shape.is_finite());
    if !verb {
        return false;
    }
    let (_, end) = context.sentence(cue);
    let mut behind = cue + 1..end.min(cue + RELAYED);
    let from = behind.find(|at| context.class(*at) == Some(Class::An));
    from.is_some_and(|from| relays(context, from - 1))
}

/// Whether a verb that commas part from its subject has its clause right behind it (أما الشاعرة، وهي
/// من المدينة، فتؤكد أن).
fn is_set_off(context: &Context, site: &Site) -> bool {
    let clause = context.class(site.token + 1).is_some_and(Class::is_that);
    clause && set_off::of(context, site).is_some()
}

/// Whether grammar alone tells that a site reports, whatever the models weigh.
pub fn surely(context: &Context, site: &Site) -> bool {
    match site.kind {
        SiteKind::Colon => label::surely(context, site.token),
        SiteKind::Attribution(Attribution::Relay) if relays(context, site.token) => true,
        SiteKind::Attribution(_) => according::surely(context, site.token),
        SiteKind::Answer(_) => true,
        SiteKind::Cue(cue) => {
            responsibility::propose(context, site.token).is_some()
                || own_stance::propose(context, site.token).is_some()
                || judged::propose(context, site.token).is_some()
                || estimate::propose(context, site.token).is_some()
                || in_clause::is_at(context, site.token)
                || postposed::is_at(context, site.token)
                || postposed::is_inside(context, site.token)
                || walk::according_to_what(context, site.token)
                || relays_somebody(context, site.token)
                || certain::is_at(context, site.token)
                || unmistakable::is_at(context, site.token)
                || hailed::propose(context, site.token, &cue.entry).is_some()
                || takes_stand::is_at(context, site.token)
                || is_set_off(context, site)
                || that_clause::is_at(context, site)
                || headline_verb::is_at(context, site)
                || renewed::is_at(context, site.token)
                || renewed::stance(context, site.token)
                || quotation_before::is_alone(context, site.token)
                || measure::is_alone(context, site.token)
                || agent::of(context, site.token).is_some()
                || object::is_told(context, site.token)
                || own_words::surely(context, site.token)
                || divine::surely(context, site)
        }
        SiteKind::Quotation(_) => false,
    }
}
