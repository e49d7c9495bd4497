//! A bare noun: نفى المتحدث [q وجود أي خلاف]، توقع الخبير [q ارتفاع الأسعار].
//!
//! Any word near the cue may be the one; which it is, the choice decides.

use super::{
    super::proposal::{Proposal, Rule},
    saying,
};
use crate::analysis::{context::Context, grammar::Class};

/// How far from its cue a bare noun may stand, in tokens.
const REACH: usize = 16;

/// Proposes the noun at `token`.
pub fn propose(context: &Context, cue: usize, token: usize, out: &mut Vec<Proposal>) {
    if token - cue > REACH || !context.tokens.is_word(token) {
        return;
    }
    let word = context.word(token);
    let opens = match word.class {
        None => word.attribution.is_none() && !saying::opens(context, token),
        Some(
            Class::All
            | Class::Some
            | Class::Which
            | Class::What
            | Class::Demonstrative
            | Class::Except,
        ) => true,
        Some(_) => false,
    };
    let after_preposition = context.class(token - 1).is_some_and(Class::preposition);
    if opens && !after_preposition {
        out.push(Proposal::open(Rule::Object, token, token));
    }
}
