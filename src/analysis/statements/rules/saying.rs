//! Bare words after the participle of saying: وأضاف قائلا [q نحن مستمرون].

use super::super::proposal::{Proposal, Rule};
use crate::analysis::{
    context::Context,
    cues::{self, Shape},
};

/// Proposes what follows a participle of قال at `token`, in a sentence that goes
/// on to `end`.
pub fn propose(context: &Context, token: usize, end: usize, out: &mut Vec<Proposal>) {
    let cue = context.word(token).cue.map(|w| w.entry);
    let Some(cue) = cue.filter(|cue| cue.shape == Shape::Participle) else {
        return;
    };
    let says = cues::word("قال").is_some_and(|said| said.entry.verb == cue.verb);
    let start = token + 1;
    let bare = start < end
        && context.tokens.is_word(start)
        && !context
            .class(start)
            .is_some_and(|c| c.complementizer() || c.preposition());
    if says && bare {
        out.push(Proposal::open(Rule::Clause, start, token));
    }
}
