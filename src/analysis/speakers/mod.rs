//! From the words of a source to a speaker: names, roles, short forms, implied
//! subjects; each step is kept as evidence.
//!
//! - [`phrase`]: what a source phrase says: names, head, role, number, gender.
//! - [`roles`]: which persons the article gives which roles.
//! - [`resolve`]: a phrase to one of the speakers known so far, or a new one.
//! - [`antecedent`]: whom a statement without a source leans on.

pub mod antecedent;
mod index;
pub mod phrase;
pub mod record;
pub mod resolve;
pub mod roles;

use super::{context::Context, statements::Draft};
use crate::{
    annotations::{Entity, Reason, Speaker, SpeakerId, Step},
    document::Span,
};

/// Who said one statement, and how that is known.
#[derive(Clone, Debug)]
pub struct Attribution {
    /// The speaker.
    pub speaker: SpeakerId,
    /// The steps from the source to it.
    pub steps: Vec<Step>,
}

/// The speakers of all statements. `nested` tells for each draft which other
/// one holds it.
pub fn attribute(
    context: &Context,
    entities: &[Entity],
    drafts: &[Draft],
    nested: &[Option<usize>],
) -> (Vec<Speaker>, Vec<Attribution>) {
    let mut resolver = resolve::Resolver::new(context, entities);
    let mut found: Vec<Attribution> = Vec::with_capacity(drafts.len());
    for (index, draft) in drafts.iter().enumerate() {
        let attribution = match draft.source {
            Some(source) => resolver.source(draft, source),
            None => antecedent::find(&mut resolver, drafts, nested, &found, index),
        };
        found.push(attribution);
    }
    (resolver.finish(&mut found), found)
}

/// A step of the way, with no alternative.
pub(crate) fn step(reason: Reason, from: Span, to: Option<Span>) -> Step {
    Step {
        reason,
        from,
        to,
        instead_of: None,
    }
}
