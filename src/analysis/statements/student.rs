//! طالب and طالبة that are students, and ask nobody (لقي طالب مصرعه، أصيبت طالبة بكسور، 20 طالبا
//! من المتفوقين): the word is the verb and the participle of asking as well.

use super::verb_form;
use crate::analysis::{
    context::Context, grammar::Class, lexicon::Classes, senses::Senses, tokens::TokenKind,
};

/// Whether a student stands at a token: counted, behind a verb that has no subject yet, or as
/// whose something is.
pub fn is_at(c: &Context, token: usize) -> bool {
    const STUDENT: [&str; 4] = ["طالب", "طالبه", "طالبا", "طالبين"];
    if !STUDENT.contains(&c.key(token)) {
        return false;
    }
    let Some(before) = token.checked_sub(1).filter(|at| *at >= c.sentence(token).0) else {
        return false;
    };
    let counted = c.tokens.kind(before) == TokenKind::Number
        || c.has(before, Classes::NUMBER_WORD)
        || c.means(before, Senses::QUANTITY)
        || matches!(c.class(before), Some(Class::All | Class::Which))
        || c.is(before, "كم");
    counted || befalls(c, before) || is_event(c.key(before))
}

/// Whether a verb that something befalls somebody, or that is no verb of saying, stands there.
fn befalls(c: &Context, token: usize) -> bool {
    const BEFALL: [&str; 14] = [
        "لقي",
        "لقيت",
        "اصيب",
        "توفي",
        "انتحر",
        "قتل",
        "اعتقل",
        "تعرض",
        "غرق",
        "فاز",
        "نجح",
        "اوقف",
        "ضبط",
        "نجا",
    ];
    let key = c.key(token);
    let key = key.strip_prefix(['و', 'ف']).unwrap_or(key);
    BEFALL.contains(&key.strip_suffix('ت').unwrap_or(key))
        || BEFALL.contains(&key)
        || verb_form::is_at(c, token) && !c.word(token).says()
}

/// Whether a noun is for what befalls whoever stands behind it.
fn is_event(key: &str) -> bool {
    const EVENTS: [&str; 9] = [
        "جثه",
        "وفاه",
        "مصرع",
        "مقتل",
        "اصابه",
        "انتحار",
        "اختطاف",
        "اعتقال",
        "عوده",
    ];
    let key = key.strip_prefix(['و', 'ب', 'ل']).unwrap_or(key);
    EVENTS.contains(&key)
}
