//! A quotation before the cue, and one that the report interrupts:
//! «[q الوضع مستقر]»، قال الوزير، «[q ولا خطر على أحد]».

use super::super::proposal::{Proposal, Rule};
use crate::analysis::context::{Context, Mark};

/// How many tokens may part a quotation and the cue after it.
const GAP: usize = 3;
/// How far after the cue an interrupted quotation may go on.
const RESUMES: usize = 16;

/// Proposes the quotation that closes just before `cue`, alone and with the
/// one that follows.
pub fn propose(context: &Context, cue: usize, out: &mut Vec<Proposal>) {
    let Some(closing) = (cue.saturating_sub(GAP)..cue)
        .rev()
        .find(|t| closes(context, *t))
    else {
        return;
    };
    if (closing + 1..cue)
        .any(|t| context.mark(t) == Mark::Stop || context.tokens.is_word(t) && !context.is(t, "و"))
    {
        return;
    }
    let Some(quote) = context.quote_closing(closing).filter(|q| q.len() > 1) else {
        return;
    };
    let first = quote.inside();
    out.push(Proposal::closed(Rule::QuotationBefore, first, quote.open));
    let (_, end) = context.sentence(cue);
    let next = (cue + 1..end.min(cue + RESUMES)).find_map(|t| context.quote_at(t));
    if let Some(next) = next {
        out.push(Proposal::closed(Rule::Interrupted, next.inside(), next.open - 1).after(first));
    }
}

fn closes(context: &Context, token: usize) -> bool {
    matches!(context.key(token), "\"" | "»" | "”" | "“" | "'" | "’" | "‘")
}
