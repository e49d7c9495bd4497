//! The noun phrase at a place, by grammar alone: a first guess at who speaks,
//! which the model of the sources weighs with the rest.

use super::juncture;
use crate::{
    analysis::{
        context::{Context, Mark},
        grammar::Class,
        lexicon::Classes,
        senses::Senses,
        tokens::TokenKind,
    },
    annotations::EntityType,
};

/// The longest phrase, in tokens.
const LONGEST: usize = 26;
/// How many tokens of time and circumstance may stand before it.
const ADVERBIALS: usize = 16;

/// The phrase after a cue, circumstances before it skipped: its first token and
/// the one after its last.
pub fn after(context: &Context, cue: usize, limit: usize) -> Option<(usize, usize)> {
    let mut first = cue + 1;
    while first < limit.min(cue + ADVERBIALS) {
        if opens_adverbial(context, first) {
            first = adverbial_end(context, first, limit);
        } else if context.is_comma(first) || context.class(first) == Some(Class::Adverb) {
            first += 1;
        } else {
            break;
        }
    }
    let end = end(context, first, limit);
    (end > first && starts(context, first)).then_some((first, end))
}

/// The phrase that ends just before a cue, particles between them skipped.
pub fn before(context: &Context, cue: usize, start: usize) -> Option<(usize, usize)> {
    let mut end = cue;
    while end > start
        && (context.is_comma(end - 1)
            || matches!(
                context.class(end - 1),
                Some(Class::Particle | Class::Negation | Class::Was | Class::Adverb)
            ))
    {
        end -= 1;
    }
    // From the clause's beginning, so that titles are kept whole.
    let mut first = end;
    while first > start && end - first < LONGEST {
        let at = first - 1;
        let inside = context.mention(at).is_some()
            || context.tokens.is_word(at) && context.class(at).is_none() && !finite(context, at)
            || context.class(at) == Some(Class::In) && first < end;
        if !inside {
            break;
        }
        first = context.mention(at).map_or(at, |m| m.first.max(start));
    }
    (first < end && starts(context, first)).then_some((first, end))
}

/// Whether a token is a reporting verb or participle, and no title.
pub fn finite(context: &Context, token: usize) -> bool {
    context.word(token).finite
}

fn starts(context: &Context, token: usize) -> bool {
    let kind = context.tokens.kind(token);
    let class = matches!(
        context.class(token),
        None | Some(
            Class::All | Class::Some | Class::Demonstrative | Class::Pronoun | Class::Which
        )
    );
    kind != TokenKind::Mark && class && !finite(context, token)
        || context.quote_opening(token).is_some()
}

/// Whether words of time, place or occasion open at a token.
pub fn opens_adverbial(context: &Context, token: usize) -> bool {
    match context.class(token) {
        Some(
            Class::In
            | Class::Via
            | Class::TimePreposition
            | Class::Response
            | Class::Time
            | Class::Turn
            | Class::With
            | Class::At,
        ) => true,
        Some(Class::Min) => matches!(context.class(token + 1), Some(Class::Turn)),
        Some(_) => false,
        None => context.word(token).to_outlet || context.has(token, Classes::DAY),
    }
}

/// Where they end.
pub fn adverbial_end(context: &Context, token: usize, limit: usize) -> usize {
    let mut end = token + 1;
    while end < limit && end - token < 9 {
        let named = context
            .mention(end)
            .is_some_and(|m| m.kind == EntityType::Per && m.first == end);
        let titled = context.has(end, Classes::TITLE)
            && !context.class(end - 1).is_some_and(Class::preposition);
        if context.is_mark(end)
            || context
                .class(end)
                .is_some_and(|c| !matches!(c, Class::Time | Class::In | Class::Demonstrative))
            || named
            || titled
            || end > token + 1 && finite(context, end)
        {
            break;
        }
        end += 1;
    }
    end
}

/// Where the phrase that begins at `first` ends.
fn end(context: &Context, first: usize, limit: usize) -> usize {
    let role = context.has(
        first,
        Classes::TITLE | Classes::SOURCE_NOUN | Classes::ORG_HEAD,
    );
    let mut end = first;
    while end < limit && end - first < LONGEST && !juncture::is_at(context, first, end) {
        if let Some(mention) = context.mention(end) {
            // A second person is an addressee, unless و joins them.
            let second = mention.kind == EntityType::Per
                && mention.first == end
                && holds_person(context, first, end);
            let joined =
                context.key(end).starts_with('و') || end > first && context.is_mark(end - 1);
            if second && !joined || context.word(end).to_outlet {
                break;
            }
            end = mention.end.min(limit);
            continue;
        }
        if let Some(next) = group(context, end, limit) {
            end = next;
            continue;
        }
        if apposition(context, end, first) {
            end += 1;
            continue;
        }
        if !continues(context, end, first, role) {
            break;
        }
        end += 1;
    }
    while end > first && context.class(end - 1).is_some_and(Class::preposition) {
        end -= 1;
    }
    end
}

fn holds_person(context: &Context, first: usize, end: usize) -> bool {
    (first..end).any(|t| {
        context
            .mention(t)
            .is_some_and(|m| m.kind == EntityType::Per)
    })
}

/// A bracket or quotation that belongs to the phrase: its end.
fn group(context: &Context, token: usize, limit: usize) -> Option<usize> {
    if let Some(quote) = context.quote_at(token) {
        return (quote.closed && quote.len() <= 6 && quote.close < limit)
            .then_some(quote.close + 1);
    }
    if context.word(token).mark == Mark::Open {
        return (token + 1..limit.min(token + 8))
            .find(|t| context.word(*t).mark == Mark::Close)
            .map(|t| t + 1);
    }
    None
}

/// A comma after which a title goes on with the phrase (فلان، وزير المالية،).
fn apposition(context: &Context, token: usize, first: usize) -> bool {
    token > first
        && context.is_comma(token)
        && (context.has(token + 1, Classes::TITLE)
            && context.word(token + 1).cue.is_none_or(|c| !c.waw)
            || !holds_person(context, first, token)
                && context
                    .mention(token + 1)
                    .is_some_and(|m| m.kind == EntityType::Per && m.first == token + 1))
}

fn continues(context: &Context, token: usize, first: usize, role: bool) -> bool {
    if context.tokens.kind(token) == TokenKind::Number {
        return token == first;
    }
    if !context.tokens.is_word(token) {
        return token > first
            && (context.is_dash(token) && context.mention(token - 1).is_some()
                || context.is(token, ".") && letter(context, token - 1));
    }
    if token > first
        && (context.word(token).to_outlet
            || context.has(token, Classes::DAY)
            || finite(context, token))
    {
        return false;
    }
    match context.class(token) {
        None => true,
        Some(Class::Min) => {
            let body = context.has(token + 1, Classes::ORG_HEAD | Classes::PLACE)
                || context.mention(token + 1).is_some();
            context.means(token - 1, Senses::QUANTITY) || role || body
        }
        Some(Class::In | Class::Ala | Class::An) => role && !context.word(token + 1).occasion,
        Some(Class::Or) => token > first,
        Some(Class::All | Class::Some | Class::Demonstrative | Class::Which) => token == first,
        Some(_) => false,
    }
}

/// Whether a token is one letter that stands for a word (د. سامر).
pub fn letter(context: &Context, token: usize) -> bool {
    let mut letters = context.key(token).chars();
    letters.next().is_some() && letters.next().is_none() && context.tokens.is_word(token)
}

/// Whether a word in م names what is done, and is no participle (مقتل, مغادرة).
pub fn is_masdar_in_m(word: &str) -> bool {
    matches!(word, "مقتل" | "مصرع" | "منع" | "مغادره" | "مشاركه")
}
