//! A quotation before the cue, and one that the report interrupts:
//! «[q الوضع مستقر]»، قال الوزير، «[q ولا خطر على أحد]»; with كما or على حد between them.

use super::super::proposal::{Proposal, Rule};
use crate::analysis::{
    context::{Context, Mark},
    cues::{Shape, Weight},
    grammar::Class,
    quotes::Quote,
};

/// How many tokens may part a quotation and the cue after it.
const GAP: usize = 4;
/// How far after the cue an interrupted quotation may go on.
const RESUMES: usize = 16;

/// The longest name of a medium in quotation marks.
const NAME: usize = 3;

/// The shortest quotation, in tokens, that كما قال reports and not the clause around it.
const WHOLE: usize = 4;

/// Proposes the quotation that closes just before `cue`, alone and with the
/// one that follows; says whether it is surely all that the cue reports.
pub fn propose(context: &Context, cue: usize, out: &mut Vec<Proposal>) -> bool {
    let Some(closing) = (cue.saturating_sub(GAP)..cue)
        .rev()
        .find(|t| closes(context, *t))
    else {
        return false;
    };
    if !(closing + 1..cue).all(|t| leads(context, t)) {
        return false;
    }
    let Some(quote) = context.quote_closing(closing).filter(|q| q.len() > 1) else {
        return false;
    };
    let first = quote.inside();
    let (start, end) = context.sentence(cue);
    // …، تقول سلمى لـ«الضفاف»: to whom.
    let hearer = |quote: &Quote| context.is(quote.open - 1, "ل") && quote.len() <= NAME;
    let next = (cue + 1..end.min(cue + RESUMES)).find_map(|t| context.quote_at(t));
    let next = next.filter(|quote| !hearer(quote));
    if let Some(next) = next {
        let set_off = quote.open == start && (closing + 1..cue).all(|t| context.is_comma(t));
        let apart = context.is_comma(next.open - 1) && context.word(cue).says();
        let both = Proposal::closed(Rule::Interrupted, next.inside(), next.open - 1).after(first);
        if set_off && apart && !(cue + 1..next.open).any(|t| opens_clause(context, t)) {
            out.clear();
            out.push(both);
            return true;
        }
        out.push(both);
    }
    if is_alone(context, cue) {
        out.clear();
        out.push(Proposal::closed(Rule::QuotationBefore, first, quote.open));
        return true;
    }
    let led = context.tokens.is_word(cue - 1) && !context.is(cue - 1, "و");
    let whole = is_whole(context, quote, start);
    // …لأن «الوعود لا تطعم أحدا»، كما قال: all of the clause.
    if whole || !led {
        out.push(Proposal::closed(Rule::QuotationBefore, first, quote.open));
    }
    quote.len() >= WHOLE && led && next.is_none() && whole
}

/// Whether a verb of saying stands behind a comma and a quotation that opens the sentence, with
/// no other content behind it («لن نعود»، قال القائد لوكالة ضفاف).
pub fn is_alone(context: &Context, cue: usize) -> bool {
    let tells = context.word(cue).cue.is_some_and(|word| {
        let verb = word.entry.shape.is_finite();
        verb && word.entry.weight > Weight::Act && !word.waw && !word.entry.pronoun
    });
    if !tells {
        return false;
    }
    // «سنعود أقوى»، هكذا قال القائد.
    let thus = match cue.checked_sub(1).map(|at| context.key(at)) {
        Some("هكذا") => 1,
        Some("الكلمات" | "العباره" | "العبارات" | "الجمله") => {
            2 * usize::from(context.is(cue - 2, "بهذه"))
        }
        _ => 0,
    };
    let parted = |at: &usize| context.is_comma(*at + 1);
    let Some(closing) = cue.checked_sub(2 + thus).filter(parted) else {
        return false;
    };
    let (start, end) = context.sentence(cue);
    let next = (cue + 1..end).find(|at| goes_on(context, *at));
    let end = next.unwrap_or(end);
    let quote = context.quote_closing(closing);
    let opens = quote.is_some_and(|quote| quote.open == start && quote.len() > 1);
    let other = |at: usize| opens_clause(context, at) || context.quote_opening(at).is_some();
    opens && cue + 1 < end && !(cue + 1..end).any(other)
}

/// Whether the next report opens at a token (…، ويضيف أن، …، مضيفا أن).
fn goes_on(context: &Context, token: usize) -> bool {
    let participle = context
        .word(token)
        .cue
        .is_some_and(|cue| cue.entry.shape == Shape::Participle);
    super::joins_report(context, token) || participle && context.is_comma(token - 1)
}

/// Whether a quotation is a clause of its own, in a sentence that begins at `start`, and no part
/// of the reporter's.
pub fn is_whole(context: &Context, quote: &Quote, start: usize) -> bool {
    let before = quote.open.wrapping_sub(1);
    quote.open == start
        || context.is_mark(before)
        || context.class(before).is_some_and(Class::complementizer)
}

/// Whether another content or another report begins at a token.
fn opens_clause(context: &Context, token: usize) -> bool {
    context.word(token).says()
        || context.mark(token) == Mark::Colon
        || context.class(token).is_some_and(Class::complementizer)
}

/// Whether a token may part a quotation and its cue: و, a comma, كما, على حد, وفق ما.
fn leads(context: &Context, token: usize) -> bool {
    if !context.tokens.is_word(token) {
        return context.mark(token) != Mark::Stop;
    }
    match context.class(token) {
        Some(Class::As) => true,
        Some(Class::What) => context.word(token - 1).attribution.is_some(),
        Some(Class::Ala) => context.is(token + 1, "حد"),
        _ => {
            context.is(token, "و")
                || context.is(token, "هكذا")
                || context.is(token, "بهذه")
                || context.is(token.wrapping_sub(1), "بهذه")
                || context.is(token, "حد") && context.class(token - 1) == Some(Class::Ala)
                || context.word(token).attribution.is_some()
        }
    }
}

fn closes(context: &Context, token: usize) -> bool {
    context.mark(token) == Mark::Other
        && matches!(context.key(token), "\"" | "»" | "”" | "“" | "'" | "’" | "‘")
}
