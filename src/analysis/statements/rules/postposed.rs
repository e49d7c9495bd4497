//! A report that closes its sentence, with nothing behind it but who speaks: [q الحل قريب]،
//! تضيف [s الصحيفة].

use super::super::{site::Site, sources::Source};
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
    let told = matches!(word.entry.shape, Shape::Present | Shape::Past);
    let plain = !word.waw && !word.fa && !word.entry.pronoun;
    if !tells || !told || !plain {
        return false;
    }
    let (start, mut end) = context.sentence(cue);
    let behind = cue > start + 3 && context.is_comma(cue - 1);
    while end > cue + 1 && context.is_mark(end - 1) {
        end -= 1;
    }
    let length = end - cue - 1;
    // «ستفتح المدارس»، تقول الوزارة، «والوقت مناسب»: the words go on.
    let goes_on = |at: usize| context.quote_opening(at).is_some();
    behind
        && (1..=LONGEST).contains(&length)
        && !(cue + 3..end).any(goes_on)
        && speaks(context, cue + 1, end)
}

/// Whether a verb at `cue` stands so within its sentence, with who speaks between commas (وتندرج
/// العمليات، يضيف البيان، في إطار).
pub fn is_inside(context: &Context, cue: usize) -> bool {
    let Some(word) = context.word(cue).cue else {
        return false;
    };
    let tells = matches!(word.entry.act, SpeechAct::Telling | SpeechAct::GoingOn);
    let now = word.entry.shape == Shape::Present && !word.waw && !word.entry.pronoun;
    let (start, end) = context.sentence(cue);
    let behind = cue > start + 2 && context.is_comma(cue - 1);
    if !tells || !now || !behind {
        return false;
    }
    let comma = (cue + 2..end.min(cue + 2 + LONGEST)).find(|at| context.is_comma(*at));
    let goes_on = |comma: usize| {
        let next = comma + 1;
        next < end
            && context.quote_opening(next).is_none()
            && !context.class(next).is_some_and(Class::complementizer)
            && context.word(next).cue.is_none()
    };
    !(start..cue).any(|at| context.word(at).says())
        && comma.is_some_and(|comma| speaks(context, cue + 1, comma) && goes_on(comma))
}

/// Who speaks by a report within its sentence.
pub fn who(context: &Context, site: &Site) -> Option<Source> {
    let first = site.token + 1;
    let (_, end) = context.sentence(site.token);
    site.verb()?;
    let inside = is_inside(context, site.token);
    let comma = (first..end).find(|at| context.is_comma(*at))?;
    inside.then_some((first, comma))
}

/// Whether the tokens up to `end` only name somebody who may speak.
fn speaks(context: &Context, first: usize, end: usize) -> bool {
    let somebody = context.mention(first).is_some()
        || context.has(first, Classes::SPEAKER)
        || context.stem_means(first, Senses::CALLING | Senses::MEDIA | Senses::PLURAL);
    let phrase = |at: usize| {
        let class = context.class(at);
        !context.word(at).reports() && class.is_none_or(|c| matches!(c, Class::In | Class::Min))
    };
    somebody && (first..end).all(phrase)
}
