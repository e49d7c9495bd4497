//! Where the text names somebody or something: tokens to mentions.
//!
//! Names (people, bodies, places, peoples, events, documents) are tagged by a
//! linear-chain model ([`tagger`]): each token is looked up ([`facts`]), the
//! whole article asked what it shows of a word ([`evidence`]), and the
//! [`features`] of both weighed by what was learned ([`model`],
//! [`vocabulary`]). Dates and quantities are found by grammar.

mod dates;
pub mod evidence;
pub mod facts;
pub mod features;
mod marks;
pub mod memory;
pub mod model;
mod quantities;
mod reading;
pub mod tagger;
pub mod vocabulary;

use super::{lexicon::Words, tokens::Tokens};
use crate::{annotations::EntityType, document::Span};
use evidence::Evidence;
use reading::Reading;

/// One place where something is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NameMention {
    /// The first token.
    pub first: usize,
    /// The token after the last.
    pub end: usize,
    /// The bytes of the name, proclitics cut off.
    pub span: Span,
    /// What sort of thing is named.
    pub kind: EntityType,
    /// Whether a list or the context leaves little doubt.
    pub sure: bool,
}

/// All mentions of a text, in order, none overlapping another.
///
/// ```
/// use qawl::analysis::{lexicon::Words, mentions, tokens::Tokens};
///
/// let text = "التقى وزير الخارجية الروسي سيرغي لافروف نظيره في باريس";
/// let tokens = Tokens::new(text);
/// let found = mentions::find(text, &tokens, &Words::new(&tokens));
/// let names: Vec<_> = found.iter().map(|m| &text[m.span.range()]).collect();
/// assert_eq!(names, ["سيرغي لافروف", "باريس"]);
/// ```
pub fn find(text: &str, tokens: &Tokens, words: &Words) -> Vec<NameMention> {
    let facts = facts::of(text, tokens, words);
    let evidence = Evidence::new(&facts);
    let names = marks::settle(tokens, tagger::tag(&facts, &evidence));
    let names = names.into_iter().filter_map(|(first, end, kind)| {
        let cut = facts.get(first)?.proclitics.into();
        let kind = *model::TYPES.get(kind)?;
        Some(mention(text, tokens, (first, end), kind, cut))
    });
    let reading = Reading {
        text,
        tokens,
        words,
        facts: &facts,
    };
    longest(names.chain(by_grammar(&reading)).collect())
}

/// Dates and quantities, left to right.
fn by_grammar(r: &Reading) -> Vec<NameMention> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < r.tokens.len() {
        let date = dates::date_at(r, at).map(|end| (end, EntityType::Date));
        let quantity = || quantities::quantity_at(r, at).map(|end| (end, EntityType::Qty));
        let Some((end, kind)) = date.or_else(quantity) else {
            at += 1;
            continue;
        };
        let cut = r.proclitics(at).into();
        found.push(mention(r.text, r.tokens, (at, end), kind, cut));
        at = end.max(at + 1);
    }
    found
}

fn mention(
    text: &str,
    tokens: &Tokens,
    (first, end): (usize, usize),
    kind: EntityType,
    proclitics: usize,
) -> NameMention {
    let start = tokens.without_proclitics(text, first, proclitics).start;
    NameMention {
        first,
        end,
        span: Span::new(start, tokens.span_of(first, end).end),
        kind,
        sure: true,
    }
}

/// Where mentions overlap, the longer stands; of two as long, the first given.
fn longest(mut mentions: Vec<NameMention>) -> Vec<NameMention> {
    mentions.sort_by_key(|m| (m.first, std::cmp::Reverse(m.end)));
    let mut kept: Vec<NameMention> = Vec::with_capacity(mentions.len());
    for mention in mentions {
        match kept.last_mut() {
            Some(last) if mention.first < last.end => {
                if mention.end - mention.first > last.end - last.first {
                    *last = mention;
                }
            }
            _ => kept.push(mention),
        }
    }
    kept
}
