//! In whose words a content is given: the speaker's (direct), the reporter's
//! (indirect), or the reporter's with some of the speaker's in quotation marks.

use super::{Draft, proposal::Rule, works};
use crate::{
    analysis::{
        context::{Context, Mark},
        grammar::Class,
        lexicon::Classes,
        senses::Senses,
    },
    annotations::Kind,
};

/// The kind of one statement.
pub fn of(context: &Context, draft: &Draft) -> Kind {
    let quoted = match draft.proposal.rule {
        Rule::Quotation
        | Rule::Bracketed
        | Rule::QuotationBefore
        | Rule::Interrupted
        | Rule::LoneQuotation
        | Rule::Answer => true,
        Rule::Colon if in_brackets(context, draft) => true,
        _ => draft.content.iter().all(|c| inside_one(context, *c)),
    };
    if quoted {
        return Kind::Direct;
    }
    if draft.content.iter().any(|c| holds_words(context, *c)) {
        return Kind::Mixed;
    }
    match draft.proposal.rule {
        Rule::Label => Kind::Direct,
        // سامر الحداد يقول: لن نعود.
        Rule::Colon if first_person(context, draft) || says_at_head(context, draft) => Kind::Direct,
        Rule::Object if opens_words(context, draft) && first_person(context, draft) => Kind::Direct,
        _ => Kind::Indirect,
    }
}

/// Whether round brackets hold all that follows a colon.
fn in_brackets(context: &Context, draft: &Draft) -> bool {
    let ends = |&(first, end): &(usize, usize)| {
        context.mark(first) == Mark::Open && context.mark(end - 1) == Mark::Close
    };
    draft.content.len() == 1 && draft.content.iter().all(ends)
}

/// Whether the words of a headline stand behind its verb and a colon.
fn says_at_head(context: &Context, draft: &Draft) -> bool {
    let colon = context.mark(draft.site.token + 1) == Mark::Colon;
    let clause = context.class(draft.proposal.start);
    // الوزير يرد على الانتقادات: نعمل.
    let colon = colon || context.mark(draft.proposal.start - 1) == Mark::Colon;
    colon && context.in_headline(draft.site.token) && !clause.is_some_and(Class::complementizer)
}

/// Whether a content is all that a quotation holds.
fn inside_one(context: &Context, (first, end): (usize, usize)) -> bool {
    let Some(quote) = context.quote_of(first).and_then(|q| context.quotes.get(q)) else {
        return false;
    };
    quote.first() == first && quote.close <= end + 1
}

/// Whether a quotation inside a content gives the speaker's words, and not a mere name.
fn holds_words(context: &Context, (first, end): (usize, usize)) -> bool {
    let from = context.quotes.partition_point(|q| q.open < first);
    let quotes = context.quotes.iter().skip(from);
    quotes
        .take_while(|q| q.open < end)
        .any(|q| !is_name(context, q))
}

fn is_name(context: &Context, quote: &crate::analysis::quotes::Quote) -> bool {
    let before = quote.open.wrapping_sub(1);
    let head = context.has(
        before,
        Classes::ORG_HEAD
            | Classes::MEDIA
            | Classes::EVENT_HEAD
            | Classes::DOC_HEAD
            | Classes::PLACE_HEAD,
    );
    let named = context
        .mention(quote.first())
        .is_some_and(|m| m.end >= quote.close);
    quote.is_empty() || quote.len() <= 4 && (head || named || works::names(context, quote))
}

/// Whether words themselves open the content, not a noun: قال نحن…، قال لم نتلق….
fn opens_words(context: &Context, draft: &Draft) -> bool {
    let class = context.class(draft.proposal.start);
    matches!(class, Some(Class::Pronoun | Class::Negation))
}

/// Whether a verb is in the first person (أتمنى أن).
fn speaks_itself(context: &Context, token: usize) -> bool {
    let word = context.word(token).cue;
    let own = word.is_some_and(|cue| cue.entry.in_first_person());
    own && context.key(token).starts_with('ا')
}

fn first_person(context: &Context, draft: &Draft) -> bool {
    let (first, end) = draft.content.first().copied().unwrap_or_default();
    (first..end.min(first + 40)).any(|token| {
        let key = context.key(token);
        context.means(token, Senses::FIRST_PERSON)
            || key.starts_with('ن') && context.word(token).cue.is_some()
            || token == first && speaks_itself(context, token)
            || key.starts_with("سا") && token == first && context.class(token).is_none()
            || key.starts_with("سن") && token == first && context.class(token).is_none()
            || key.ends_with("نا") && key.chars().count() > 4
            || token == first + 1
                && context.class(first) == Some(Class::Negation)
                && key.starts_with('ن')
                && key.chars().count() > 3
    })
}
