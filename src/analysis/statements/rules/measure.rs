//! By somebody's expression, behind what they said: [q باتت المدينة مقسمة]، على حد قول المختار;
//! behind a quotation, [`quotation_before`](super::quotation_before) has it.

use crate::analysis::{context::Context, cues::Shape, grammar::Class};

/// Where على حد stands before a noun of saying.
pub fn before(context: &Context, cue: usize) -> Option<usize> {
    let on = cue.checked_sub(2)?;
    let noun = context
        .word(cue)
        .cue
        .is_some_and(|cue| cue.entry.shape == Shape::Masdar);
    (noun && context.class(on) == Some(Class::Ala) && context.is(on + 1, "حد")).then_some(on)
}

/// Whether it is the only report of its sentence: behind another by the same it repeats who
/// speaks (قال إن الخطة «عبء»، على حد وصفه).
pub fn is_alone(context: &Context, cue: usize) -> bool {
    let (start, _) = context.sentence(cue);
    before(context, cue).is_some_and(|on| !(start..on).any(|at| says(context, at)))
}

/// Whether such words only repeat who speaks in the sentence.
pub fn repeats(context: &Context, cue: usize) -> bool {
    let (start, _) = context.sentence(cue);
    let own = context.word(cue).cue.is_some_and(|cue| cue.entry.pronoun);
    own && before(context, cue).is_some_and(|on| (start..on).any(|at| says(context, at)))
}

fn says(context: &Context, token: usize) -> bool {
    context.word(token).reports()
}
