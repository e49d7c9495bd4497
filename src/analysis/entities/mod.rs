//! Mentions to entities: which of them name the same person, body or place,
//! and why.
//!
//! - [`forms`]: each way of writing a name once, with its places.
//! - [`persons`], with [`person`], [`particles`] and [`spelling`]: full names and
//!   their parts.
//! - [`ties`]: what is tied to what, and the entities that come of it.

pub mod forms;
pub mod particles;
pub mod person;
pub mod persons;
pub mod spelling;
pub mod ties;

use super::{lexicon::Words, mentions::NameMention, tokens::Tokens};
use crate::annotations::Entity;

/// Joins the mentions of one text to entities, in the order of the first one.
///
/// ```
/// use qawl::analysis::{entities, lexicon::Words, mentions, tokens::Tokens};
///
/// let text = "قال لافروف إن بلاده جاهزة. والتقى سيرغي لافروف نظيره في باريس";
/// let tokens = Tokens::new(text);
/// let words = Words::new(&tokens);
/// let mentions = mentions::find(text, &tokens, &words);
/// let entities = entities::join(text, &tokens, &words, &mentions);
/// assert_eq!(entities[0].name, "سيرغي لافروف");
/// assert_eq!(entities[0].mentions.len(), 2);
/// ```
pub fn join(text: &str, tokens: &Tokens, words: &Words, mentions: &[NameMention]) -> Vec<Entity> {
    let source = forms::Source {
        text,
        tokens,
        words,
        mentions,
    };
    let forms = forms::Forms::new(source);
    let mut ties = ties::Ties::new(forms.list.len());
    persons::tie(source, &forms, &mut ties);
    ties.entities(&forms, mentions)
}
