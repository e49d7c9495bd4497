//! A clause after a complementizer: قال الوزير إن [q الوضع مستقر].
//!
//! Where the complementizer carries a pronoun (إنه) it is part of the content.

use super::super::proposal::{Proposal, Rule};
use crate::analysis::context::{Context, Mark};

/// Proposes the clause that a complementizer at `token` opens, in a sentence
/// that goes on to `end`.
pub fn propose(context: &Context, token: usize, end: usize, out: &mut Vec<Proposal>) {
    let Some(class) = context.class(token).filter(|c| c.complementizer()) else {
        return;
    };
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
