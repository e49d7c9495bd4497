//! What a word form looks like to the models of statements and sources, as numbers.

use super::{Mark, Word, own_letters};
use crate::analysis::{
    cues::{Attribution, Weight},
    grammar::Class,
    lexicon::{Classes, Found},
    narrow::{to_u8, to_u16},
};

/// From here on looks are those of marks.
pub(super) const MARK: u16 = 0x1000;

/// The ending of what is no word.
pub(super) const NO_WORD: u8 = 0x40;

/// Its class, else its mark, else that it is a cue, else its cluster.
pub(super) fn look(word: &Word) -> u16 {
    if let Some(class) = word.class {
        return class as u16;
    }
    if word.mark != Mark::No {
        return MARK + (word.hash & 0xfff) as u16;
    }
    if word.says() {
        return 0x300;
    }
    0x200 + word.clusters.map_or(0xff, |c| c.coarse.into())
}

/// The same for the end of a content: which cue or word of attribution.
pub(super) fn at_end(word: &Word) -> u16 {
    if let Some(class) = word.class {
        return class as u16 | u16::from(word.joined) << 7;
    }
    if let Some(cue) = word.cue {
        let (shape, weight) = (cue.entry.shape as u16, cue.entry.weight as u16);
        return 0x400 + shape + (u16::from(cue.waw) << 4) + (weight << 5);
    }
    match word.attribution {
        Some(Attribution::According | Attribution::Relay) => return 0x600,
        Some(Attribution::As) => return 0x601,
        None => {}
    }
    if word.mark != Mark::No {
        return MARK + (word.hash & 0xfff) as u16;
    }
    0x200 + word.clusters.map_or(0xff, |c| c.coarse.into())
}

/// The same for sources: which cue, and what the lists call it.
pub(super) fn in_source(word: &Word, found: Found) -> u16 {
    const LISTED: [Classes; 5] = [
        Classes::TITLE,
        Classes::HONORIFIC,
        Classes::SOURCE_NOUN,
        Classes::ORG_HEAD,
        Classes::NATIONALITY,
    ];
    if let Some(cue) = word.cue.filter(|_| word.look == 0x300) {
        return word.look + cue.entry.shape as u16;
    }
    if word.class.is_some() || word.mark != Mark::No {
        return word.look;
    }
    let listed = LISTED
        .iter()
        .position(|class| found.classes.intersects(*class));
    listed.map_or(word.look, |at| 0x600 + to_u16(at))
}

/// What it is between a cue and its content; one bit each.
pub(super) fn between(word: &Word) -> u8 {
    let cue = word.says() && word.cue.is_some_and(|c| c.entry.weight != Weight::Act);
    let class = match word.class {
        Some(Class::Relative) => 1 << 2,
        Some(Class::Negation) => 1 << 4,
        Some(c) if c.complementizer() => 1 << 3,
        _ => 0,
    };
    u8::from(word.mark == Mark::Comma) | u8::from(cue) << 1 | class
}

/// Whether it is definite, or how it ends.
pub(super) fn definite(key: &str) -> u8 {
    match () {
        () if own_letters::has_article(key) => 1,
        () if key.starts_with("وال") => 2,
        () if key.ends_with('ه') => 3,
        () if key.ends_with("ات") => 4,
        () if key.ends_with('ا') => 5,
        () if key.starts_with('ي') || key.starts_with('ت') => 6,
        () => 0,
    }
}

/// Which ending it has, and whether the article or a proclitic.
pub(super) fn ending(key: &str, joined: bool) -> u8 {
    const ENDINGS: [&str; 11] = ["ين", "ون", "ات", "ان", "وا", "ه", "ي", "ا", "ت", "هم", "ها"];
    let ending = ENDINGS
        .iter()
        .position(|e| key.len() > e.len() + 2 && key.ends_with(e))
        .map_or(0, |at| to_u8(at + 1));
    ending | u8::from(own_letters::has_article(key)) << 4 | u8::from(joined) << 5
}
