//! A quotation after the cue: قال الوزير: «[q الوضع مستقر]»، إن «[q الوضع مستقر]».

use super::super::proposal::{Proposal, Rule};
use crate::analysis::context::{Context, Mark};

/// Proposes the quotation that opens at `token`; gives the token after it.
pub fn propose(context: &Context, token: usize, out: &mut Vec<Proposal>) -> Option<usize> {
    if context.mark(token) == Mark::Open {
        bracketed(context, token, out);
        return None;
    }
    let quote = context.quotes.get(context.quote_opening(token)?)?;
    if !quote.is_empty() {
        out.push(Proposal::closed(Rule::Quotation, quote.inside(), token - 1));
    }
    Some(quote.close + if quote.closed { quote.width } else { 0 })
}

/// The longest text in round brackets that is taken for a quotation, in tokens.
const LONGEST: usize = 80;

/// Round brackets used as quotation marks: قالت المرأة ([q لن أستسلم]).
fn bracketed(context: &Context, token: usize, out: &mut Vec<Proposal>) {
    let end = context.tokens.len().min(token + LONGEST);
    if let Some(close) = (token + 2..end).find(|t| context.mark(*t) == Mark::Close) {
        out.push(Proposal::closed(
            Rule::Bracketed,
            (token + 1, close),
            token - 1,
        ));
    }
}
