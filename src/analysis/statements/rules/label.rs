//! The colon of a headline, or of a label in a transcript or interview:
//! موسكو: [q تعاوننا مع واشنطن ساعد على تحقيق تقدم].

use super::super::proposal::{Proposal, Rule};
use crate::analysis::context::Context;

/// Proposes what follows the colon at `token`, to the end of its paragraph.
pub fn propose(context: &Context, token: usize, out: &mut Vec<Proposal>) {
    let (_, end) = context.paragraphs[context.paragraph(token)];
    let start = token + 1;
    if start >= end {
        return;
    }
    if let Some(quote) = context.quote_opening(start).map(|q| context.quotes[q]) {
        out.push(Proposal {
            rule: Rule::Quotation,
            start: quote.first(),
            end: Some(quote.close),
            before: None,
            link: token,
        });
    }
    out.push(Proposal {
        rule: Rule::Label,
        start,
        end: None,
        before: None,
        link: token,
    });
}
