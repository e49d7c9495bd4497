//! Where the text names somebody or something: tokens to mentions.
//!
//! Names (people, bodies, places, peoples, events, documents) are found by
//! [`names`]; dates and quantities by grammar. Where two overlap, the
//! longer stands.

mod names;

use super::{lexicon::Words, tokens::Tokens};
use crate::{annotations::EntityType, document::Span};

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
    names::find(text, tokens, words)
}
