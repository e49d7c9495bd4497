//! What God says (قال الله تعالى، قوله تعالى، قال عز وجل): the formula is nobody's name, and whoever
//! quotes it is not who says it.

use super::{site::Site, sources::Source};
use crate::analysis::{
    context::Context,
    cues::{CueWord, Lemma},
};

static SAYS: Lemma = Lemma::new("قال");

/// The words behind a form of قال by which God is meant.
pub fn of(c: &Context, site: &Site) -> Option<Source> {
    let says = |cue: &CueWord| SAYS.is(&cue.entry);
    if !c.word(site.token).cue.as_ref().is_some_and(says) {
        return None;
    }
    let first = site.token + 1;
    let end = first + usize::from(c.is(first, "الله"));
    let end = behind_formula(c, end);
    (end > first).then_some((first, end))
}

/// The token behind words of praise that open at a token.
fn behind_formula(c: &Context, token: usize) -> usize {
    match c.key(token) {
        "تعالي" | "سبحانه" => token + 1 + usize::from(c.is(token + 1, "وتعالي")),
        "عز" | "جل" if matches!(c.key(token + 1), "وجل" | "وعلا") => token + 2,
        _ => token,
    }
}

/// Whether a phrase that stands as a source is one for God.
pub fn is_named(c: &Context, (first, end): Source) -> bool {
    let formula = behind_formula(c, first);
    c.is(first, "الله") && behind_formula(c, first + 1) == end || formula > first && formula == end
}
