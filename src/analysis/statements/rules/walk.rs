//! The walk from a cue to the end of its sentence, on which the patterns that
//! look for a content after the cue are tried at every word.

use super::{Proposal, clause, colon, object, preposition, question, quotation, saying};
use crate::analysis::{
    context::{Context, Holds},
    cues::{CueWord, Entry, Government, Weight},
    work,
};

/// How far from a cue its content may begin, in tokens. The longest way in the
/// training articles is 43.
const REACH: usize = 60;
/// How many proposals are enough: what comes after so many is another cue's.
const ENOUGH: usize = 24;

/// Proposes the contents after a form of a reporting verb.
pub fn after_cue(context: &Context, cue: usize, word: &CueWord, out: &mut Vec<Proposal>) {
    if object::surely(context, cue, &word.entry) {
        object::propose(context, cue, cue + 1, out);
    } else {
        walk(context, cue, Some(&word.entry), out);
    }
}

/// Proposes the contents after نقلا عن: clauses and quotations.
pub fn after_relay(context: &Context, cue: usize, out: &mut Vec<Proposal>) {
    walk(context, cue, None, out);
}

/// `entry` is what the lexicon knows of the cue, where it is a verb.
fn walk(context: &Context, cue: usize, entry: Option<&Entry>, out: &mut Vec<Proposal>) {
    let (_, end) = context.sentence(cue);
    let government = entry.map_or(Government::CLAUSE, |entry| entry.government);
    // علق على الخبر قائلا: what such a verb has of its own is no content then.
    let mut leans = entry.is_some_and(|entry| entry.weight <= Weight::Weak);
    let before = out.len();
    let mut token = cue + 1;
    while token < end.min(cue + REACH) && out.len() - before < ENOUGH {
        work::step();
        let holds = context.word(token).holds;
        leans &= !holds.intersects(Holds::COMMA);
        if leans && saying::opens(context, token) {
            out.truncate(before);
        }
        if holds.intersects(Holds::MARK) {
            if let Some(next) = quotation::propose(context, token, out) {
                token = next;
                continue;
            }
            if colon::propose(context, token, out) {
                return;
            }
        }
        if holds.intersects(Holds::LINK) {
            clause::propose(context, token, end, out);
            saying::propose(context, token, end, out);
            question::propose(context, cue, token, out);
            preposition::propose(context, token, government, out);
        }
        if entry.is_some() && holds.intersects(Holds::NOUN | Holds::TOLD) {
            object::propose(context, cue, token, out);
        }
        token += 1;
    }
}
