//! A report that closes its sentence, with nothing behind it but who speaks: [q الحل قريب]،
//! تضيف [s الصحيفة].

use crate::analysis::{
    context::Context,
    cues::{Shape, SpeechAct},
    grammar::Class,
    lexicon::Classes,
    senses::Senses,
};

/// The longest phrase for who speaks, in tokens.
const LONGEST: usize = 8;

/// Whether a verb at `cue` closes its sentence so.
pub fn is_at(context: &Context, cue: usize) -> bool {
    let Some(word) = context.word(cue).cue else {
        return false;
    };
    let tells = matches!(word.entry.act, SpeechAct::Telling | SpeechAct::GoingOn)
        || context.key(cue).ends_with("كتب");
    let now = word.entry.shape == Shape::Present && !word.waw && !word.entry.pronoun;
    let (start, mut end) = context.sentence(cue);
    let behind = cue > start + 3 && context.is_comma(cue - 1);
    while end > cue + 1 && context.is_mark(end - 1) {
        end -= 1;
    }
    let length = end - cue - 1;
    tells && now && behind && (1..=LONGEST).contains(&length) && speaks(context, cue + 1, end)
}

/// Whether the tokens up to `end` only name somebody who may speak.
fn speaks(context: &Context, first: usize, end: usize) -> bool {
    let somebody = context.mention(first).is_some()
        || context.has(first, Classes::SPEAKER)
        || context.stem_means(first, Senses::CALLING | Senses::MEDIA | Senses::PLURAL);
    let phrase = |at: usize| {
        let class = context.class(at);
        !context.word(at).says() && class.is_none_or(|c| matches!(c, Class::In | Class::Min))
    };
    somebody && (first..end).all(phrase)
}
