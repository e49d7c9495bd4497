//! The colon of a headline, or of a label in a transcript or interview:
//! موسكو: [q تعاوننا مع واشنطن ساعد على تحقيق تقدم].

use super::super::proposal::{Proposal, Rule};
use crate::{analysis::context::Context, annotations::EntityType};

/// Proposes what follows the colon at `token`, to the end of its paragraph.
pub fn propose(context: &Context, token: usize, out: &mut Vec<Proposal>) {
    let (_, end) = context.paragraph_around(token);
    let start = token + 1;
    if start >= end {
        return;
    }
    if let Some(quote) = context.quote_at(start) {
        out.push(Proposal::closed(Rule::Quotation, quote.inside(), token));
    }
    out.push(Proposal::open(Rule::Label, start, token));
}

/// What sort of name is all that stands before the colon at a token, in quotation
/// marks or without.
pub fn named(context: &Context, token: usize) -> Option<EntityType> {
    let (mut first, _) = context.paragraph_around(token);
    let mut end = token;
    if let Some(quote) = context.quote_at(first).filter(|q| q.closed)
        && quote.close + quote.width == token
    {
        (first, end) = quote.inside();
    }
    let name = context.mention(first)?;
    (name.first == first && name.end == end).then_some(name.kind)
}

/// Whether the words behind the colon speak in the first person.
pub fn first_person(context: &Context, token: usize) -> bool {
    let (_, last) = context.paragraph_around(token);
    (token + 1..last.min(token + 14)).any(|t| {
        let key = context.key(t);
        let ours = key.ends_with("نا") && key.len() > 8;
        ours || key.starts_with("سن") || key.starts_with("وسن")
    })
}

/// Whether a headline's colon surely reports: behind the name of a person or
/// body, or of a place whose words are its own (موسكو: تعاوننا …).
pub fn surely(context: &Context, token: usize) -> bool {
    context.in_headline(token)
        && match named(context, token) {
            Some(EntityType::Per | EntityType::Org) => true,
            Some(EntityType::Loc) => first_person(context, token),
            _ => false,
        }
}
