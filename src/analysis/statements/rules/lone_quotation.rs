//! A quotation that opens a paragraph or a sentence with no cue of its own.

use super::super::proposal::{Proposal, Rule};
use crate::analysis::context::Context;

/// Proposes the quotation itself.
pub fn propose(context: &Context, quote: usize, out: &mut Vec<Proposal>) {
    let Some(quote) = context.quotes.get(quote) else {
        return;
    };
    out.push(Proposal::closed(
        Rule::LoneQuotation,
        quote.inside(),
        quote.open,
    ));
}
