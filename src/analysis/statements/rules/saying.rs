//! Bare words after the participle of saying: وأضاف قائلا [q نحن مستمرون].

use super::super::proposal::{Proposal, Rule};
use crate::analysis::{
    context::Context,
    cues::{Lemma, Shape},
};

static SAYS: Lemma = Lemma::new("قال");

/// Whether a token is a participle of قال, or بالقول, بقوله: what follows is the
/// content of the verb that it stands with.
pub fn opens(context: &Context, token: usize) -> bool {
    let Some(cue) = context.word(token).cue else {
        return false;
    };
    let means = matches!(cue.entry.shape, Shape::Participle)
        || cue.entry.shape == Shape::Masdar && cue.preposition;
    means && SAYS.is(&cue.entry)
}

/// Proposes what follows a participle of قال at `token`, in a sentence that goes
/// on to `end`.
pub fn propose(context: &Context, token: usize, end: usize, out: &mut Vec<Proposal>) {
    let shape = context.word(token).cue.map(|w| w.entry.shape);
    if shape != Some(Shape::Participle) || !opens(context, token) {
        return;
    }
    let start = token + 1;
    let bare = start < end
        && context.tokens.is_word(start)
        && !context
            .class(start)
            .is_some_and(|c| c.complementizer() || c.preposition());
    if bare {
        out.push(Proposal::open(Rule::Clause, start, token));
    }
}
