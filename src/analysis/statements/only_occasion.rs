//! A noun of saying behind في that only tells on what occasion the verb before it says something (وقال
//! الوزير [في تصريح] لوكالة الأنباء «…»): it reports nothing itself.

use crate::analysis::{context::Context, cues::Shape, grammar::Class};

/// The nouns, where they have no article.
const SPEECHES: [&str; 6] = ["تصريح", "تصريحات", "حديث", "احاديث", "تعليق", "تعليقات"];

/// Whether such a noun stands at a token.
pub fn is_at(c: &Context, token: usize) -> bool {
    let Some(during) = token.checked_sub(1) else {
        return false;
    };
    let noun = c
        .word(token)
        .cue
        .is_some_and(|cue| cue.entry.shape == Shape::Masdar);
    if !noun || !SPEECHES.contains(&c.key(token)) || c.class(during) != Some(Class::In) {
        return false;
    }
    let (start, _) = c.sentence(token);
    let says = |at: &usize| c.word(*at).finite && c.word(*at).says();
    let Some(verb) = (start..during).rev().find(says) else {
        return false;
    };
    let opens =
        |at: usize| c.quote_opening(at).is_some() || c.class(at).is_some_and(Class::complementizer);
    !(verb + 1..during).any(opens)
}
