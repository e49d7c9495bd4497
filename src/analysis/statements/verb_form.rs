//! Verbs that report nothing (يعاني، وأغلقت، زار): `word/verb_form.rs` tells which forms are such.

use crate::analysis::context::{Context, Holds};

/// Whether a word is such a verb.
pub fn is_at(context: &Context, token: usize) -> bool {
    has(context, token, Holds::IMPERFECT | Holds::PAST)
}

/// Whether a word is such a verb in the imperfect.
pub fn imperfect(context: &Context, token: usize) -> bool {
    has(context, token, Holds::IMPERFECT)
}

fn has(context: &Context, token: usize, forms: Holds) -> bool {
    let word = context.word(token);
    word.holds.intersects(forms) && word.class.is_none() && context.mention(token).is_none()
}
