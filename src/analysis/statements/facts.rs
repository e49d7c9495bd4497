//! What happens or is counted and speaks to nobody, whatever verb stands beside it: دلائل
//! تشير إلى، وأظهرت الصور أن، السيول هددت. Of eleven in the training articles none is a
//! statement.

use crate::analysis::{
    context::Context,
    cues::{Agreement, Shape, SpeechAct},
    grammar::Class,
    senses::Senses,
    stem,
};

/// Whether the subject of a verb is such a thing, right before or behind it.
pub fn speak(c: &Context, token: usize) -> bool {
    use SpeechAct::{Affirming, Explaining, Pointing, Showing};
    let Some(cue) = c.word(token).cue.filter(|cue| !cue.entry.pronoun) else {
        return false;
    };
    let shows = matches!(cue.entry.act, Showing | Pointing | Explaining);
    let now = cue.entry.shape == Shape::Present && cue.entry.act == Affirming;
    if !cue.entry.shape.is_finite() {
        return false;
    }
    let agrees = |at: usize| agrees(c, at, cue.entry.agreement);
    let behind = token + 1;
    let definite = c.key(behind).starts_with("ال");
    if (shows || now && definite) && agrees(behind) {
        return true;
    }
    let mut before = token;
    while before > 0 && c.class(before - 1) == Some(Class::Particle) {
        before -= 1;
    }
    let bears = shows || matches!(cue.entry.act, Affirming | SpeechAct::Promising);
    bears && !cue.waw && before.checked_sub(1).is_some_and(agrees)
}

/// Whether such a thing stands at a token, and the verb may be its own.
fn agrees(c: &Context, token: usize, wanted: Agreement) -> bool {
    if !c.noun_means(token, Senses::THING) || c.mention(token).is_some() {
        return false;
    }
    let noun = stem::noun(c.key(token));
    let feminine = noun.ends_with('ه') || noun.ends_with("ات") || is_several(noun);
    (wanted == Agreement::She) == feminine
}

/// Whether a noun is a broken plural (دلائل، أرقام، صور).
fn is_several(noun: &str) -> bool {
    const SEVERAL: [&str; 11] = [
        "دلائل",
        "ادله",
        "ارقام",
        "صور",
        "حقائق",
        "شواهد",
        "سيول",
        "امطار",
        "امور",
        "اسعار",
        "ظروف",
    ];
    SEVERAL.contains(&noun)
}
