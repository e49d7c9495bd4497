//! What follows a colon with no quotation marks: وأضاف: [q إننا سعداء بالنتيجة].

use super::{
    super::proposal::{Proposal, Rule},
    quotation,
};
use crate::analysis::{
    context::{Context, Mark},
    grammar::Class,
};

/// Proposes what follows the colon at `token`; says whether there is a colon.
pub fn propose(context: &Context, token: usize, out: &mut Vec<Proposal>) -> bool {
    if context.mark(token) != Mark::Colon {
        return false;
    }
    let mut start = token + 1;
    while context.mark(start) == Mark::Colon
        || context.is_dash(start)
        || context.mark(start) == Mark::Stop
    {
        start += 1;
    }
    // إن كان: a condition.
    let condition = context.class(start + 1) == Some(Class::Was);
    let bare = matches!(context.class(start), Some(Class::That | Class::ThatBi)) && !condition;
    let quote = context.quote_at(start);
    if let Some(quote) = quote.or_else(|| context.quote_at(start + usize::from(bare))) {
        let inside = quotation::inside(context, &quote);
        out.push(Proposal::closed(Rule::Quotation, inside, token));
    }
    let (_, end) = context.paragraph_around(token);
    let start = start + usize::from(bare);
    if let Some(close) = bracketed(context, start, end) {
        out.push(Proposal::closed(Rule::Bracketed, (start + 1, close), token));
        return true;
    }
    if start < end {
        out.push(Proposal::open(Rule::Colon, start, token));
    }
    true
}

/// Where brackets close that open right behind the colon and hold all that is said (قال تعالى:
/// (…) [الإسراء: 33]، قال: (لن نتراجع) وغادر القاعة).
fn bracketed(context: &Context, open: usize, end: usize) -> Option<usize> {
    const WORDS: usize = 2;
    let close = quotation::closing(context, open, end)?;
    let behind = close + 1;
    let over = behind >= end
        || context.is_mark(behind)
        || context.word(behind).joined
        || context.key(behind).starts_with('و')
        || matches!(
            context.key(behind),
            "رواه" | "اخرجه" | "متفق" | "صدق" | "ثم"
        );
    (close > open + WORDS && over).then_some(close)
}
