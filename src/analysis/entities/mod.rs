//! Mentions to entities: which of them name the same person, body or place,
//! and why.
//!
//! - [`forms`]: each way of writing a name once, with its places.
//! - [`persons`], with [`person`], [`particles`] and [`spelling`]: full names and
//!   their parts.
//! - [`bodies`] with [`body`]; [`places`]; [`other_names`]: the same for bodies,
//!   events and documents, for places and peoples, and what brackets or a list
//!   say is one.
//! - [`equal`]: dates and quantities that say the same.
//! - [`ties`]: what is tied to what; [`nearest`]: which of several one place
//!   means; [`gather`]: the entities that come of it.

pub mod bodies;
pub mod body;
pub mod equal;
pub mod forms;
pub mod gather;
pub mod nearest;
pub mod other_names;
pub mod particles;
pub mod person;
pub mod persons;
pub mod places;
#[cfg(test)]
mod same_names;
pub mod spelling;
pub mod ties;

use super::{lexicon::Words, mentions::NameMention, tokens::Tokens};
use crate::annotations::{Entity, EntityType};

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
    other_names::tie_listed(&forms, &mut ties);
    persons::tie(source, &forms, &mut ties);
    for kind in [EntityType::Org, EntityType::Evt, EntityType::Doc] {
        bodies::tie(kind, &forms, &mut ties);
    }
    places::tie(&forms, &mut ties);
    places::tie_peoples(&forms, &mut ties);
    other_names::tie_bracketed(source, &forms, &mut ties);
    gather::entities(source, &forms, &ties)
}
