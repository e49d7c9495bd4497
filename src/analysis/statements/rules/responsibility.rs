//! Who is made answerable for something: وحملت النقابة الشركة [q مسؤولية الحادث]، محملا
//! الحكومة [q المسؤولية الكاملة عن ذلك].
//!
//! The verb alone only carries; with somebody and then responsibility behind it, it blames.

use super::super::proposal::{Proposal, Rule};
use crate::analysis::{
    context::Context,
    cues::{Shape, SpeechAct},
    stem,
};

/// How far behind the verb responsibility may be told of, in tokens.
const REACH: usize = 12;

/// The content, if a verb at `cue` makes somebody answerable.
pub fn propose(context: &Context, cue: usize) -> Option<Proposal> {
    let entry = context.word(cue).cue?.entry;
    let participle = entry.shape == Shape::Participle;
    let carries = entry.act == SpeechAct::Blaming && context.key(cue).contains("حمل");
    if !carries || entry.shape == Shape::Masdar {
        return None;
    }
    let (_, end) = context.sentence(cue);
    let mut behind = (cue + 1..end.min(cue + REACH))
        .take_while(|at| !context.is_comma(*at) && !context.word(*at).says());
    let noun = behind.find(|at| is_responsibility(context, *at))?;
    // يحمل مسؤولية كبيرة: carries it himself.
    let bears = noun == cue + 1 && !participle;
    (!bears).then(|| Proposal::open(Rule::Object, noun, noun))
}

fn is_responsibility(context: &Context, token: usize) -> bool {
    matches!(
        stem::noun(context.key(token)),
        "مسؤوليه" | "مسئوليه" | "تبعات" | "تبعه"
    )
}
