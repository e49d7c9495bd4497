//! First names that look like something else and were left out: علي, which folded is على, سيدي, a
//! name where a father or another name stands behind it (سيدي ولد أعمر), else an address, and nouns
//! that are given names too, where nothing else can stand (المهندسة المصرية [ملك] الشيمي).

use super::Around;
use crate::analysis::{lexicon::Classes, mentions::facts::Fact};

/// Nouns that are given names, too.
const NOUNS: [&str; 11] = [
    "ملك",
    "بيان",
    "رائد",
    "ناطق",
    "امير",
    "سلطان",
    "قائد",
    "سيد",
    "حاكم",
    "مختار",
    "عالم",
];

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
        key if NOUNS.contains(&key) && is_family(text, first) && is_definite(text, word) => word,
        _ => first,
    }
}

/// Whether somebody called علي stands at a token: where the article writes على otherwise, and what
/// stands before it is who he is, or a preposition.
fn is_ali(text: Around, token: usize) -> bool {
    let written = text.text.get(text.tokens.span(token).range());
    let whole = written.is_some_and(|word| word.ends_with('ي')) && !text.dotted;
    let who = Classes::TITLE.union(Classes::HONORIFIC);
    // محافظ الأنبار علي, عن علي.
    let opens = |at: usize| {
        text.words.is(at, who.union(Classes::PLACE))
            || matches!(text.tokens.key(at), "عن" | "من" | "مع")
            || text.facts.get(at).is_some_and(|fact| fact.article)
    };
    whole && token.checked_sub(1).is_some_and(opens)
}

/// Whether a family's name stands at a token, one with an article (الشيمي).
fn is_family(text: Around, token: usize) -> bool {
    let key = text.tokens.key(token);
    text.facts.get(token).is_some_and(|fact| fact.article) && key.ends_with('ي')
}

/// Whether the word before a token is definite, and so has no genitive behind it.
fn is_definite(text: Around, token: usize) -> bool {
    let before = token.checked_sub(1).and_then(|at| text.facts.get(at));
    before.is_some_and(|fact| fact.article)
}

fn is_given(text: Around, token: usize) -> bool {
    text.tokens.key(token) == "ولد" || text.words.is(token, Classes::GIVEN_NAME)
}

/// Where a name ends with the particles behind it and the word that they lead up to (ليسبت [فان دن بروك]).
pub fn with_particles(text: Around, end: usize) -> usize {
    const PARTICLES: [&str; 9] = ["فان", "فون", "دن", "در", "دير", "دو", "دي", "دا", "ديل"];
    let particle = |at: usize| {
        text.tokens.is_word(at) && !text.opens_line(at) && PARTICLES.contains(&text.tokens.key(at))
    };
    if !matches!(text.tokens.key(end), "فان" | "فون") || !particle(end) {
        return end;
    }
    // فإن is no فان.
    let written = text.text.get(text.tokens.span(end).range());
    if written.is_some_and(|word| word.contains('إ')) {
        return end;
    }
    let last = (end..end + 3).find(|at| !particle(*at)).unwrap_or(end + 3);
    let word = text.tokens.is_word(last) && !text.opens_line(last);
    let other = |fact: &Fact| fact.grammatical || fact.article;
    if word && !text.facts.get(last).is_none_or(other) {
        last + 1
    } else {
        end
    }
}
