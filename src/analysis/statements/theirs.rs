//! Somebody by whose they are, right behind a definite noun or a name (وصف المدرب [لاعبه] السابق بأنه):
//! the object, as no noun goes on so.

use crate::{
    analysis::{
        context::Context,
        lexicon::{Classes, classes_of},
        senses::{self, Senses},
        stem::stem,
    },
    annotations::EntityType,
};

/// Whether what somebody says stands at a token, by whose it is (واختتم [حديثه] بالقول).
pub fn is_own_speech(c: &Context, token: usize) -> bool {
    const SPEECH: [&str; 16] = [
        "حديث",
        "كلام",
        "تصريح",
        "تصريحات",
        "كلمت",
        "مداخلت",
        "مداخلات",
        "خطاب",
        "بيان",
        "مرافعت",
        "شهادت",
        "افادت",
        "حوار",
        "رسالت",
        "مقابلت",
        "خطبت",
    ];
    let key = c.key(token);
    let own = !c.slice(token, token + 1).ends_with('ة') && c.mention(token).is_none();
    let noun = ["ها", "هم", "ه"].iter().find_map(|p| key.strip_suffix(p));
    own && noun.is_some_and(|noun| SPEECH.contains(&noun))
}

/// Whether such a noun stands at a token.
pub fn is_at(c: &Context, token: usize) -> bool {
    let Some(before) = token.checked_sub(1) else {
        return false;
    };
    let written = c.slice(token, token + 1);
    let own = !written.ends_with('ة') && c.mention(token).is_none();
    let key = c.key(token);
    let noun = ["ها", "هم", "ه"].iter().find_map(|p| key.strip_suffix(p));
    let person = |noun: &str| {
        classes_of(noun).intersects(Classes::TITLE | Classes::SOURCE_NOUN)
            || senses::is(
                stem(noun),
                Senses::CALLING | Senses::ONE_PERSON | Senses::PLURAL,
            )
    };
    let definite = c.has_article(before) && c.class(before).is_none();
    let named = c
        .mention(before)
        .is_some_and(|m| m.kind == EntityType::Per && m.end == token);
    own && (definite || named) && !key.starts_with(['ب', 'ل', 'و']) && noun.is_some_and(person)
}
