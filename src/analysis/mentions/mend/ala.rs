//! على as papers write it that dot every ي (وأصر سامر الحداد [علي] أن، إلي القاهرة): no part of the name
//! beside it, as علي the man's is.

use super::{Around, is_of};
use crate::{
    analysis::{lexicon::Classes, mentions::tagger::Tagged, tokens::Tokens},
    annotations::EntityType,
};

/// The names without it at their ends, where the article dots every ي.
pub fn cut(text: Around, mut names: Vec<Tagged>) -> Vec<Tagged> {
    let edge = |(first, end, _): &Tagged| {
        end - first > 1 && (is_ala(text, *first) || is_ala(text, end - 1))
    };
    if !names.iter().any(edge) || !text.dotted {
        return names;
    }
    let known = names.clone();
    for name in &mut names {
        let (first, end, _) = *name;
        if end - first > 1 && is_ala(text, end - 1) && is_of(*name, EntityType::Per) {
            let left = (first, end - 1, name.2);
            if opens_content(text, end) || is_known(text, &known, left) {
                *name = left;
            }
        } else if end - first > 1 && is_ala(text, first) && !is_of(*name, EntityType::Per) {
            *name = (first + 1, end, name.2);
        }
    }
    names
}

fn is_ala(text: Around, token: usize) -> bool {
    text.tokens.key(token) == "علي"
}

/// Whether an article writes إلي, and إلى nowhere.
pub fn dots_all(text: &str, tokens: &Tokens) -> bool {
    let mut dotted = false;
    for token in (0..tokens.len()).filter(|at| tokens.key(*at) == "الي") {
        let written = text.get(tokens.span(token).range());
        if !written.is_some_and(|word| word.ends_with('ي')) {
            return false;
        }
        dotted = true;
    }
    dotted
}

/// Whether what على governs behind a verb stands at a token (علي أن، علي أهمية).
fn opens_content(text: Around, token: usize) -> bool {
    const NOUNS: [&str; 10] = [
        "ان",
        "انه",
        "انها",
        "انهم",
        "ضروره",
        "اهميه",
        "وجوب",
        "حق",
        "هامش",
        "حرص",
    ];
    NOUNS.contains(&text.tokens.key(token))
}

/// Whether a name stands elsewhere without it, and is no given name alone.
fn is_known(text: Around, names: &[Tagged], (first, end, kind): Tagged) -> bool {
    let given = end == first + 1 && text.words.is(first, Classes::GIVEN_NAME);
    let same = |name: &&Tagged| {
        let (other, last, _) = **name;
        name.2 == kind
            && last - other == end - first
            && (0..end - first).all(|at| text.tokens.key(other + at) == text.tokens.key(first + at))
    };
    !given && names.iter().any(|name| same(&name))
}
