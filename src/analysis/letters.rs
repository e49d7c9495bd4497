//! What each character is where a text is cut into tokens, and what folding makes
//! of it.

use std::sync::LazyLock;

use super::{
    narrow::to_u32,
    normalize::{self, Folded},
};

/// A character as tokens are cut of it.
#[derive(Clone, Copy)]
pub struct Letter {
    /// What it is.
    pub class: Class,
    /// Whether a word that begins with it is one of Latin letters, or the like.
    pub latin: bool,
    /// Whether folding leaves it as it is.
    pub same: bool,
    /// Whether a word goes on with it, one of Arabic and one of Latin letters.
    pub goes_on: [bool; 2],
}

impl Letter {
    fn new(c: char) -> Self {
        let (class, latin) = (class(c), is_latin(c));
        let goes_on = |of_latin: bool| match class {
            Class::Letter => latin == of_latin || !c.is_alphabetic(),
            Class::Joiner => true,
            Class::Digit => of_latin,
            Class::Blank | Class::Mark => false,
        };
        Self {
            class,
            latin,
            goes_on: [false, true].map(goes_on),
            same: normalize::fold_char(c) == Folded::Char(c),
        }
    }
}

/// The letters of the scripts of nearly all that is read, Latin to Arabic,
/// worked out before.
pub struct Letters {
    letters: [Letter; KNOWN],
    folded: [Folded; KNOWN],
}

/// How many characters are worked out before.
const KNOWN: usize = 0x700;

/// What is worked out before.
pub static LETTERS: LazyLock<Letters> = LazyLock::new(|| {
    let of = |c: usize| char::from_u32(to_u32(c)).unwrap_or(' ');
    Letters {
        letters: std::array::from_fn(|c| Letter::new(of(c))),
        folded: std::array::from_fn(|c| normalize::fold_char(of(c))),
    }
});

impl Letters {
    #[inline]
    /// What a character is.
    pub fn of(&self, c: char) -> Letter {
        match self.letters.get(c as usize) {
            Some(letter) => *letter,
            None => Letter::new(c),
        }
    }

    #[inline]
    /// What folding makes of it.
    pub fn folded(&self, c: char) -> Folded {
        match self.folded.get(c as usize) {
            Some(folded) => *folded,
            None => normalize::fold_char(c),
        }
    }
}

/// What a character is where a text is cut.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// It belongs to no token.
    Blank,
    /// Words are made of it.
    Letter,
    /// Numbers are made of it.
    Digit,
    /// A mark on a letter, tatweel or an invisible format character.
    Joiner,
    /// A token of its own.
    Mark,
}

#[inline]
fn class(c: char) -> Class {
    match c {
        ' ' | '\n' | '\r' | '\t' | '\u{a0}' => Class::Blank,
        '\u{621}'..='\u{63f}' | '\u{641}'..='\u{64a}' | 'a'..='z' | 'A'..='Z' => Class::Letter,
        '0'..='9' | '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}' => Class::Digit,
        '!'..='~' | '\u{60c}' | '«' | '»' => Class::Mark,
        _ if normalize::is_mark(c) => Class::Joiner,
        _ if c.is_whitespace() || c.is_control() => Class::Blank,
        _ if c.is_alphabetic() => Class::Letter,
        _ if c.is_numeric() => Class::Digit,
        '\u{300}'..='\u{36f}' => Class::Joiner,
        _ => Class::Mark,
    }
}

fn is_latin(c: char) -> bool {
    !matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}
