//! Where the text names somebody or something: tokens to mentions.
//!
//! Names (people, bodies, places, peoples, events, documents) are tagged by a
//! linear-chain model ([`tagger`]): each token is looked up ([`facts`]), the
//! whole article asked what it shows of a word ([`evidence`]), and the
//! [`features`] of both weighed by what was learned ([`emissions`], [`model`],
//! [`vocabulary`]). Where marks and clitics leave no doubt, names are mended
//! ([`marks`], [`mend`]). Dates and quantities are found by grammar
//! ([`measures`]): [`dates`] and [`quantities`] over the words that [`terms`]
//! holds, as [`reader`] reads them.

pub mod dates;
pub mod emissions;
pub mod evidence;
pub mod facts;
pub mod features;
pub mod led;
mod marks;
pub mod measures;
pub mod memory;
mod mend;
pub mod model;
pub mod numbers;
pub mod quantities;
pub mod reader;
pub mod rests;
mod square;
mod sums;
pub mod tagger;
pub mod terms;
pub mod vocabulary;

use super::{lexicon::Words, tokens::Tokens};
use crate::{annotations::EntityType, document::Span};
use evidence::Evidence;
use measures::Measure;
use mend::clitics::Cuts;
use reader::Reader;
use tagger::Tagged;

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
    find_with(text, tokens, words, None).0
}

/// The same with names that another tagger found, as the trainer does: what is
/// learned from names must not be learned from better ones than are met later. Beside
/// them what the dates and quantities say.
pub fn find_with(
    text: &str,
    tokens: &Tokens,
    words: &Words,
    names: Option<Vec<Tagged>>,
) -> (Vec<NameMention>, Vec<Measure>) {
    let facts = facts::of(text, tokens, words);
    let names =
        names.unwrap_or_else(|| tagger::tag(&facts, tokens, words, &Evidence::new(&facts, tokens)));
    let names = marks::settle(tokens, names);
    let mending = mend::Around {
        text,
        tokens,
        words,
        facts: &facts,
        dotted: mend::ala::dots_all(text, tokens),
    };
    let names = mend::names(mending, names);
    let cuts = Cuts::new(mending, &names);
    let before = |at: usize| at.checked_sub(1).and_then(|at| names.get(at));
    let names = names.iter().enumerate().filter_map(|(at, name)| {
        let (first, end, kind) = *name;
        let cut = cuts.of(before(at), *name);
        let start = tokens.without_proclitics(text, first, cut).start;
        Some(NameMention {
            first,
            end,
            span: Span::new(start, tokens.span_of(first, end).end),
            kind: *model::TYPES.get(kind)?,
        })
    });
    let reader = Reader {
        text,
        tokens,
        words,
    };
    let (found, measures) = measures::find(&reader);
    (measures::merge(names.collect(), found), measures)
}
