//! A quotation after the cue: قال الوزير: «[q الوضع مستقر]»، إن «[q الوضع مستقر]»; one
//! that the clause goes on after: أكدت الجامعة [q «تضامنها» مع الأسر].

use super::super::{
    ends,
    proposal::{Proposal, Rule},
};
use crate::{
    analysis::{
        context::{Context, Mark},
        grammar::Class,
        lexicon::Classes,
        quotes::Quote,
        senses::Senses,
        tokens::TokenKind,
        work,
    },
    annotations::EntityType,
};

/// Proposes the quotation that opens at `token`; gives the token after it.
pub fn propose(context: &Context, token: usize, out: &mut Vec<Proposal>) -> Option<usize> {
    if context.mark(token) == Mark::Open {
        if let Some(behind) = describes_person(context, token) {
            return Some(behind);
        }
        bracketed(context, token, out);
        return None;
    }
    let quote = context.quotes.get(context.quote_opening(token)?)?;
    let behind = quote.close + usize::from(quote.closed);
    // أكد لـ«الضفاف» أن: to whom.
    let hearer = context.is(token - 1, "ل");
    let short = quote.closed && quote.len() <= LONGEST_NAME;
    if short && (hearer || names_a_medium(context, token, behind) || is_named_so(context, token)) {
        return Some(behind);
    }
    if !quote.is_empty() {
        let inside = inside(context, quote);
        let short = quote.len() <= LONGEST_NOUN;
        let clause = context.class(token - 1).is_some_and(Class::complementizer);
        let goes_on = quote.closed
            && context.mark(token - 1) != Mark::Colon
            && (short && goes_on(context, behind)
                || clause && (predicates(context, behind) || joins_another(context, behind)));
        if !goes_on {
            out.push(Proposal::closed(Rule::Quotation, inside, token - 1));
        }
        let noun = quote.closed && short && !linked(context, token);
        if noun && context.tokens.is_word(behind) {
            out.push(Proposal::open(Rule::Object, token, token));
        }
    }
    Some(behind)
}

/// Whether a short quotation is the name of a body or medium, whose noun stands right before it
/// (رفضت شركة «سريع» الاتهامات، قال لصحيفة «الضفاف»).
fn is_named_so(context: &Context, token: usize) -> bool {
    let Some(noun) = token.checked_sub(1) else {
        return false;
    };
    let known = context.has(noun, Classes::ORG_HEAD | Classes::MEDIA)
        || context.stem_means(noun, Senses::MEDIA);
    known && !context.has_article(noun) && context.mark(noun) == Mark::No
}

/// The token behind brackets that tell of whoever is named right before them (إيمان (اسم مستعار)،
/// سالم الطائي (61 عاما)), if they are short and a quotation or another content follows.
fn describes_person(context: &Context, token: usize) -> Option<usize> {
    let named = token
        .checked_sub(1)
        .and_then(|before| context.mention(before))
        .is_some_and(|m| m.kind == EntityType::Per && m.end == token);
    let end = context.tokens.len().min(token + 2 + LONGEST_NAME * 2);
    let close = (token + 1..end).find(|at| context.mark(*at) == Mark::Close)?;
    let calls = matches!(context.key(token + 1), "اسم" | "نازح" | "نازحه")
        || matches!(context.tokens.kind(token + 1), TokenKind::Number);
    (named || calls).then_some(close + 1)
}

/// What a quotation holds; one that is never closed ends before the next report (…. وأوضح
/// أن، …، مضيفا: «).
pub(super) fn inside(context: &Context, quote: &Quote) -> (usize, usize) {
    let (first, close) = quote.inside();
    if quote.closed {
        return (first, close);
    }
    let reports = |token: &usize| {
        let word = context.word(*token);
        let opens = context.is_mark(token - 1) || word.cue.is_some_and(|cue| cue.waw);
        let content = |at: usize| {
            context.class(at).is_some_and(Class::complementizer)
                || context.mark(at) == Mark::Colon
                || context.quote_opening(at).is_some()
        };
        let ahead = (token + 1..token + SOURCE).take_while(|t| context.mark(*t) != Mark::Stop);
        word.says() && opens && ahead.into_iter().any(content)
    };
    let near = first + 2..close.min(first + FAR);
    work::steps(near.len());
    let next = near.into_iter().find(reports).unwrap_or(close);
    (first, ends::trim(context, first, next))
}

/// How far the next report is looked for, in tokens.
const FAR: usize = 600;

/// How far behind a cue its content opens, in tokens, where somebody is named between.
const SOURCE: usize = 10;

/// The longest name of a medium in quotation marks, and how far behind it the words may
/// open, in tokens.
const LONGEST_NAME: usize = 3;
const AHEAD: usize = 24;

/// Whether a quotation only names where the words behind it were said: وقال على «منبر»
/// في رد على الحكم: «[q …]».
fn names_a_medium(context: &Context, token: usize, behind: usize) -> bool {
    let (_, end) = context.sentence(token);
    let placed = matches!(
        context.class(token - 1),
        Some(Class::Ala | Class::In | Class::Via)
    );
    // في رد على الحكم: a noun that looks like a verb.
    let says = |t: &usize| {
        let governed = context.class(t - 1).is_some_and(Class::preposition);
        context.word(*t).finite && !governed
    };
    let mut ahead = (behind..end.min(behind + AHEAD)).take_while(|t| !says(t));
    placed
        && ahead.any(|t| context.mark(t) == Mark::Colon && context.quote_opening(t + 1).is_some())
}

/// Whether the clause goes on behind a quotation («تفرقوا بين القصب» على ضفة النهر): with a
/// preposition or an adjective, not with where and when it was said.
fn goes_on(context: &Context, behind: usize) -> bool {
    let word = context.word(behind);
    if !context.tokens.is_word(behind) || word.joined || word.to_outlet {
        return false;
    }
    let occasion = context.word(behind + 1).occasion
        || context.means(behind + 1, Senses::MEDIUM | Senses::OCCASION);
    match word.class {
        Some(Class::In | Class::Ala | Class::Via) => {
            !occasion
                && !context.stem_means(behind + 1, Senses::SAID)
                && !context.is(behind + 1, "اشاره")
                && !context.is(behind + 1, "رد")
        }
        Some(Class::Ila) => !context.is(behind + 1, "جانب"),
        Some(
            Class::Min
            | Class::An
            | Class::With
            | Class::Between
            | Class::Against
            | Class::Before
            | Class::Relative,
        ) => context.class(behind + 1) != Some(Class::Turn),
        Some(_) => false,
        None => word.preposition.is_some() && !word.says(),
    }
}

/// Whether what stands behind a quotation is said of it (إن «نظارات ضفاف» قد تطلق غدا).
fn predicates(context: &Context, behind: usize) -> bool {
    let word = context.word(behind);
    let reporter = word.says() || word.attribution.is_some();
    let other = matches!(
        word.class,
        Some(
            Class::As
                | Class::Without
                | Class::While
                | Class::Where
                | Class::But
                | Class::Then
                | Class::Turn
                | Class::Response
                | Class::TimePreposition
        )
    );
    let occasion = context.word(behind + 1).occasion && word.class.is_some();
    context.tokens.is_word(behind)
        && !context.key(behind).starts_with('و')
        && !(reporter || other || occasion || word.to_outlet)
}

/// Whether a second clause with its own أن is joined to a quotation (أن «…»، وأنه «…»).
fn joins_another(context: &Context, behind: usize) -> bool {
    let and = behind + usize::from(context.is_comma(behind));
    context.class(and).is_some_and(Class::complementizer) && context.key(and).starts_with('و')
}

/// The longest quotation, in tokens, that stands for a noun of the clause around it.
const LONGEST_NOUN: usize = 12;

/// Whether a word before the mark opens the content already: a complementizer or
/// preposition, from which the clause may go on past the quotation.
fn linked(context: &Context, token: usize) -> bool {
    context.mark(token - 1) == Mark::Colon
        || context
            .class(token - 1)
            .is_some_and(|c: Class| c.complementizer() || c.preposition())
}

/// The longest text in round brackets that is taken for a quotation, in tokens.
const LONGEST: usize = 80;

/// Where the brackets close that open at a token, up to an end.
pub fn closing(context: &Context, open: usize, end: usize) -> Option<usize> {
    if context.mark(open) != Mark::Open {
        return None;
    }
    let end = end.min(open + LONGEST);
    (open + 2..end).find(|t| context.mark(*t) == Mark::Close)
}

/// Brackets used as quotation marks: قالت المرأة ([q لن أستسلم]).
fn bracketed(context: &Context, token: usize, out: &mut Vec<Proposal>) {
    if let Some(close) = closing(context, token, context.tokens.len()) {
        out.push(Proposal::closed(
            Rule::Bracketed,
            (token + 1, close),
            token - 1,
        ));
    }
}
