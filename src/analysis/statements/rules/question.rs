//! An indirect question: تساءل النائب [q هل يكفي ذلك]، لم يحدد [q ما إذا كان سيترشح].

use super::super::proposal::{Proposal, Rule};
use crate::analysis::{context::Context, grammar::Class};

/// How far from its cue an indirect question may open, in tokens.
const REACH: usize = 14;

/// Proposes the question that a question word at `token` opens; tells whether one does.
pub fn propose(context: &Context, cue: usize, token: usize, out: &mut Vec<Proposal>) -> bool {
    if token - cue > REACH {
        return false;
    }
    let opens = match context.class(token) {
        Some(Class::Question) => true,
        Some(Class::What) => {
            matches!(context.class(token + 1), Some(Class::If)) || token == cue + 1
        }
        _ => false,
    };
    if opens {
        out.push(Proposal::open(Rule::Question, token, token));
    }
    opens
}
