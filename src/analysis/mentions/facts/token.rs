//! What one token is by itself, whatever stands around it.

use super::{
    Fact, LETTERS, UNKNOWN,
    rest::{self, Rest},
};
use crate::analysis::{
    grammar,
    lexicon::{Classes, Words},
    mentions::{
        evidence,
        led::{Leads, Step},
        vocabulary::{self, Word},
    },
    senses::{self, Senses},
    tokens::{TokenKind, Tokens},
};

const LATIN: u8 = 2;
const DIGITS: u8 = 3;
const YEAR: u8 = 4;

/// The facts of one token, but for what stands around it.
pub fn of(tokens: &Tokens, words: &Words, index: usize) -> Fact {
    let key = tokens.key(index);
    let fact = match tokens.kind(index) {
        TokenKind::Word => of_word(key, words, index),
        TokenKind::Number => of_other(words, index, if key.len() == 4 { YEAR } else { DIGITS }),
        TokenKind::Mark => of_other(words, index, mark_shape(key)),
    };
    Fact {
        shows: evidence::shown_by(&fact),
        step: Step::of(&fact),
        ..fact
    }
}

fn of_other(words: &Words, index: usize, shape: u8) -> Fact {
    Fact {
        rest: u64::from(shape),
        clusters: [UNKNOWN + u16::from(shape); 3],
        shape,
        classes: words.classes(index),
        plain: matches!(shape, 8 | 9),
        ..Fact::default()
    }
}

fn mark_shape(key: &str) -> u8 {
    match key {
        "." => 8,
        "،" | "," | "؛" => 9,
        "\"" | "“" | "”" => 10,
        "«" => 11,
        "»" => 12,
        "(" => 13,
        ")" => 14,
        ":" => 15,
        "-" | "–" | "—" => 16,
        "_" => 17,
        "#" => 18,
        "/" => 19,
        "%" | "٪" => 20,
        _ => 21,
    }
}

fn of_word(key: &str, words: &Words, index: usize) -> Fact {
    let found = words.get(index);
    let whole = words.hash(index);
    let known_whole = vocabulary::look_up(whole);
    let proclitics = if found.classes.is_empty() {
        known_whole.map_or_else(|| rest::guess_proclitics(key), |w| w.proclitics)
    } else {
        found.proclitics
    };
    let rest_key = Rest::new(key, proclitics);
    let rest = if proclitics == 0 {
        whole
    } else {
        rest_key.hash()
    };
    let known = vocabulary::look_up(rest).or(known_whole);
    let word = known.unwrap_or_default();
    let shape = if key.is_ascii() { LATIN } else { LETTERS };
    let plain =
        word.plain && known_whole.is_none_or(|w| w.plain) && !found.classes.intersects(NAMES);
    let class = grammar::of(key).map(|(class, _)| class);
    Fact {
        rest,
        clusters: known.map_or([UNKNOWN + u16::from(shape); 3], |w| w.clusters),
        shares: shares(known),
        frequency: word.frequency,
        proclitics,
        clitic: rest_key.clitic,
        classes: found.classes,
        shape,
        length: rest_key.length(),
        article: rest_key.article || rest_key.stem.starts_with("ال"),
        locative: key == "في",
        plain,
        opens_phrase: words.opens_phrase(index),
        grammatical: class.is_some(),
        joined: is_joined(key, whole, proclitics),
        leads: Leads::of(key, class),
        ..Fact::default()
    }
}

fn shares(known: Option<Word>) -> u32 {
    let [per, org, loc] = known.unwrap_or_default().shares;
    u32::from_le_bytes([per, org, loc, known.is_some().into()])
}

/// Whether و or a preposition is joined to a word that is more often no name.
fn is_joined(key: &str, whole: u64, proclitics: u8) -> bool {
    const ARTICLE: [&str; 5] = ["لل", "بال", "وال", "فال", "كال"];
    // باسم is a given name, too.
    senses::is(key, Senses::BEHALF)
        || ARTICLE.iter().any(|start| key.starts_with(start))
        || proclitics > 0 && !vocabulary::is_whole_name(key, whole)
}

const NAMES: Classes = Classes::GIVEN_NAME
    .union(Classes::PERSON)
    .union(Classes::PLACE)
    .union(Classes::ORG)
    .union(Classes::MEDIA);
