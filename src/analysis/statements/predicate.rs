//! A participle that tells what somebody or something is (سيظل [متمسكا] بالحوار، القرية كلها [مهددة]
//! بالعطش، محتجين [مطالبين] بالإفراج عنه): it reports nothing.

use crate::analysis::{context::Context, cues::Shape, grammar::Class};

/// How far before it its verb may stand, in tokens.
const NEAR: usize = 5;

/// Whether such a one stands at a token.
pub fn is_at(c: &Context, token: usize) -> bool {
    let participle = c
        .word(token)
        .cue
        .is_some_and(|cue| cue.entry.shape == Shape::Participle && !cue.waw);
    let before = token.checked_sub(1).filter(|_| participle);
    let that = |at: usize| c.class(at).is_some_and(Class::is_that);
    let clause = that(token + 1) || that(token + 2);
    before.is_some_and(|before| {
        !clause && remains(c, token) || is_all(c, before) || is_of_some(c, before, token)
    })
}

/// Whether a verb before it tells that somebody is, stays or becomes so.
fn remains(c: &Context, token: usize) -> bool {
    const VERBS: [&str; 14] = [
        "ظل",
        "يظل",
        "تظل",
        "بقي",
        "يبقي",
        "تبقي",
        "يزال",
        "تزال",
        "زال",
        "مازال",
        "اصبح",
        "يصبح",
        "تصبح",
        "بات",
    ];
    let (start, _) = c.sentence(token);
    let mut near = (start.max(token.saturating_sub(NEAR))..token)
        .rev()
        .take_while(|at| !c.is_mark(*at));
    near.any(|at| {
        let key = c.key(at);
        let key = key.strip_prefix(['و', 'ف']).unwrap_or(key);
        let key = key
            .strip_prefix('س')
            .filter(|_| key.len() > 6)
            .unwrap_or(key);
        VERBS.contains(&key)
            || key
                .strip_suffix('ت')
                .is_some_and(|verb| VERBS.contains(&verb))
    })
}

/// Whether كلها or the like stands before it, behind a definite noun.
fn is_all(c: &Context, before: usize) -> bool {
    let all = matches!(
        c.key(before),
        "كلها" | "كله" | "كلهم" | "جميعها" | "جميعهم" | "جدا" | "تقريبا"
    );
    let noun = before.checked_sub(1);
    all && noun.is_some_and(|noun| c.has_article(noun) || c.word(noun).open)
}

/// Whether it goes with an indefinite noun: several people, or a thing where it governs nothing.
fn is_of_some(c: &Context, before: usize, token: usize) -> bool {
    let bare = c.word(before).open
        && c.tokens.is_word(before)
        && !c.has_article(before)
        && c.mention(before).is_none()
        && c.class(before).is_none();
    let (noun, key) = (c.key(before), c.key(token));
    let several = noun.ends_with("ين") && key.ends_with("ين") && noun.chars().count() > 4;
    let alike = noun.ends_with("ات") || noun.ends_with('ه');
    let governs = c.word(token + 1).preposition.is_some()
        || c.class(token + 1).is_some_and(Class::complementizer);
    let thing = alike && key.ends_with('ه') && !governs && (c.is_mark(token + 1));
    bare && !key.starts_with("ال") && (several || thing)
}
