//! A verb of saying or thinking in a clause that tells why or of whom the sentence speaks, its subject
//! implied and its clause right behind (لأنها تتوقع أن، إذ يرى أن، وهو يخشى من أن).

use crate::analysis::{
    context::Context,
    cues::{Agreement, Weight},
    grammar::Class,
};

/// Whether a cue is such a verb.
pub fn is_at(c: &Context, cue: usize) -> bool {
    let Some(word) = c.word(cue).cue else {
        return false;
    };
    let entry = &word.entry;
    let finite = entry.shape.is_finite() && !entry.pronoun && !word.waw;
    let others = entry.agreement != Agreement::Speaker && entry.weight >= Weight::Think;
    let opens = cue.checked_sub(1).is_some_and(|at| {
        matches!(
            c.key(at),
            "اذ" | "لانه"
                | "لانها"
                | "لانهم"
                | "وهو"
                | "وهي"
                | "وهم"
                | "فهو"
                | "فهي"
                | "فهم"
        )
    });
    let next = cue + 1;
    let that = |at: usize| c.class(at).is_some_and(Class::is_that);
    let governed = c.word(next).preposition.is_some() && that(next + 1);
    finite && others && opens && c.quote_of(cue).is_none() && (that(next) || governed)
}
