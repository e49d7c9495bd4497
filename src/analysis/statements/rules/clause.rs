//! A clause after a complementizer: قال الوزير إن [q الوضع مستقر].
//!
//! Where the complementizer carries a pronoun (إنه) it is part of the content.

use super::super::proposal::{Proposal, Rule};
use crate::analysis::{
    context::{Context, Mark},
    grammar::Class,
};

/// Proposes the clause that a complementizer at `token` opens, in a sentence
/// that goes on to `end`.
pub fn propose(context: &Context, token: usize, end: usize, out: &mut Vec<Proposal>) {
    let Some(class) = context.class(token).filter(|c| c.complementizer()) else {
        return;
    };
    if !class.belongs_to_clause() && is_circumstance(context, token) {
        return;
    }
    let mut start = if class.belongs_to_clause() {
        token
    } else {
        token + 1
    };
    // A comma or colon astray after it (أن، أن:) belongs to nothing.
    while start < end && (context.is_comma(start) || context.mark(start) == Mark::Colon) {
        start += 1;
    }
    if start < end {
        out.push(Proposal::open(Rule::Clause, start, token));
    }
}

/// Whether أن goes with what stands before it, and tells when or how: بعد أن، دون أن، إلا أن.
fn is_circumstance(context: &Context, token: usize) -> bool {
    let before = token
        .checked_sub(1)
        .and_then(|before| context.class(before));
    matches!(
        before,
        Some(
            Class::TimePreposition
                | Class::Without
                | Class::Despite
                | Class::But
                | Class::Except
                | Class::Until
        )
    )
}
