//! A verb of saying or thinking in a clause that tells why or of whom the sentence speaks, its subject
//! implied and its clause right behind (لأنها تتوقع أن، إذ يرى أن، وهو يخشى من أن).

use crate::analysis::{
    context::Context,
    cues::{Agreement, SpeechAct, Weight},
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
    let before = cue.checked_sub(1);
    let next = cue + 1;
    let that = |at: usize| c.class(at).is_some_and(Class::is_that);
    // التي طالبت بحقها.
    let relative = before.is_some_and(|at| c.class(at) == Some(Class::Relative));
    let own = c.word(next).preposition.is_some_and(|p| {
        entry.government.contains(p) && c.class(next) != Some(Class::PrepositionPronoun)
    });
    // التي تعد بعيدة, التي تتعهد بطرحها القمة.
    let counts = matches!(c.key(cue), "يعد" | "تعد");
    let resumed = c.key(next).ends_with("ها") || c.slice(next, next + 1).ends_with('ه');
    if relative && finite && others && own && !counts && !resumed && c.quote_of(cue).is_none() {
        let asks = matches!(entry.act, SpeechAct::Asking | SpeechAct::Promising);
        return asks && entry.weight == Weight::Say;
    }
    let opens = before.is_some_and(|at| {
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
    let governed = c.word(next).preposition.is_some() && that(next + 1);
    finite && others && opens && c.quote_of(cue).is_none() && (that(next) || governed)
}
