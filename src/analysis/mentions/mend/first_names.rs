//! First names that look like something else and were left out: علي, which folded is على, and سيدي, a
//! name where a father or another name stands behind it (سيدي ولد أعمر), else an address.

use super::Around;
use crate::analysis::lexicon::Classes;

/// Where a name begins with such a word before it, which nothing before `free` may be.
pub fn with(text: Around, free: usize, first: usize) -> usize {
    let Some(word) = first.checked_sub(1).filter(|word| *word >= free) else {
        return first;
    };
    if text.opens_line(first) {
        return first;
    }
    match text.tokens.key(word) {
        "علي" if is_ali(text, word) => word,
        "سيدي" if is_given(text, first) => word,
        _ => first,
    }
}

/// Whether somebody called علي stands at a token: where the article writes على otherwise, and what
/// stands before it is who he is, or a preposition.
fn is_ali(text: Around, token: usize) -> bool {
    let written = text.text.get(text.tokens.span(token).range());
    let whole = written.is_some_and(|word| word.ends_with('ي')) && !text.dotted;
    let before = token.checked_sub(1).and_then(|at| text.facts.get(at));
    let role = Classes::TITLE.union(Classes::HONORIFIC);
    let opens = before.is_some_and(|fact| fact.article || fact.classes.intersects(role));
    let about = token
        .checked_sub(1)
        .is_some_and(|at| matches!(text.tokens.key(at), "عن" | "من" | "مع"));
    // محافظ الأنبار علي.
    let place = token
        .checked_sub(1)
        .is_some_and(|at| text.words.is(at, Classes::PLACE));
    whole && (opens || about || place)
}

fn is_given(text: Around, token: usize) -> bool {
    text.tokens.key(token) == "ولد" || text.words.is(token, Classes::GIVEN_NAME)
}
