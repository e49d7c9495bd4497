//! What happens or is counted and speaks to nobody, whatever verb stands beside it: دلائل
//! تشير إلى، وأظهرت الصور أن، السيول هددت. Of eleven in the training articles none is a
//! statement.

use crate::analysis::{
    context::Context,
    cues::{Agreement, Lemma, Shape, SpeechAct},
    grammar::Class,
    senses::Senses,
    stem,
};

static ADDS: Lemma = Lemma::new("اضاف");

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
    let definite = c.has_article(behind);
    if (shows || now && definite) && agrees(behind) {
        return true;
    }
    let mut before = token;
    while before > 0 && c.class(before - 1) == Some(Class::Particle) {
        before -= 1;
    }
    let bears = shows || matches!(cue.entry.act, Affirming | SpeechAct::Promising);
    // المؤشرات الأولية تشير.
    let noun = |at: usize| {
        let adjective = at > 0 && c.has_article(at) && c.has_article(at - 1);
        agrees(at) || adjective && c.mention(at).is_none() && agrees(at - 1)
    };
    bears && !cue.waw && before.checked_sub(1).is_some_and(noun)
}

/// Whether أضاف adds a thing, and no words (أضاف المهاجم الهدف الثاني، أضافت خدمة إلى المدينة).
pub fn adds(c: &Context, token: usize) -> bool {
    const NEAR: usize = 7;
    const THINGS: [&str; 26] = [
        "هدف",
        "هدفا",
        "هدفين",
        "الهدف",
        "اهداف",
        "الثاني",
        "الثالث",
        "الرابع",
        "الخامس",
        "السادس",
        "نقطه",
        "نقاط",
        "نقاطا",
        "ركله",
        "خدمه",
        "رحله",
        "رحلات",
        "مقعدا",
        "صوتا",
        "لقب",
        "لقبا",
        "ميداليه",
        "سله",
        "ثلاثيه",
        "ثنائيه",
        "زخما",
    ];
    let verb = c.word(token).cue;
    if !verb.is_some_and(|cue| cue.entry.shape.is_finite() && ADDS.is(&cue.entry)) {
        return false;
    }
    let plain = |at: &usize| !c.is_mark(*at) && !c.class(*at).is_some_and(Class::complementizer);
    let mut near = (token + 1..token + NEAR).take_while(plain);
    near.any(|at| THINGS.contains(&c.key(at)) && c.mention(at).is_none())
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
