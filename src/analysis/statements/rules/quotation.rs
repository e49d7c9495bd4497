//! A quotation after the cue: قال الوزير: «[q الوضع مستقر]»، إن «[q الوضع مستقر]».

use super::super::proposal::{Proposal, Rule};
use crate::analysis::context::Context;

/// Proposes the quotation that opens at `token`; gives the token after it.
pub fn propose(context: &Context, token: usize, out: &mut Vec<Proposal>) -> Option<usize> {
    let quote = context.quotes.get(context.quote_opening(token)?)?;
    if !quote.is_empty() {
        out.push(Proposal {
            rule: Rule::Quotation,
            start: quote.first(),
            end: Some(quote.close),
            before: None,
            link: token - 1,
        });
    }
    Some(quote.close + if quote.closed { quote.width } else { 0 })
}
