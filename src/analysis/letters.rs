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
        Self::folded(c, normalize::fold_char(c))
    }

    fn folded(c: char, folded: Folded) -> Self {
        let (class, latin) = (class(c), is_latin(c));
        let goes_on = |of_latin: bool| match class {
            Class::Letter => latin == of_latin,
            Class::Joiner => true,
            Class::Digit => of_latin,
            Class::Blank | Class::Mark => false,
        };
        Self {
            class,
            latin,
            goes_on: [false, true].map(goes_on),
            same: folded == Folded::Char(c),
        }
    }
}

/// The letters of the scripts of nearly all that is read, Latin to Arabic,
/// worked out before.
pub struct Letters {
    known: [Letter; KNOWN],
    folded: [Folded; KNOWN],
    /// Whether folding leaves it as it is and words go on with it: a bit for those
    /// of Arabic and one for those of Latin letters.
    same: [u8; KNOWN],
    /// A bit for each two bytes, as one number, that are such a letter of words of
    /// Arabic: nearly all of what is read is looked over so.
    pairs: [u64; 1 << 10],
}

/// How many characters are worked out before.
const KNOWN: usize = 0x700;

/// What is worked out before.
pub static LETTERS: LazyLock<Letters> = LazyLock::new(|| {
    let of = |c: usize| char::from_u32(to_u32(c)).unwrap_or(' ');
    let folded: [Folded; KNOWN] = std::array::from_fn(|c| normalize::fold_char(of(c)));
    let mut code = 0;
    let known = folded.map(|folded| {
        code += 1;
        Letter::folded(of(code - 1), folded)
    });
    let same = |letter: Letter| {
        let [arabic, latin] = letter.goes_on.map(|goes_on| goes_on && letter.same);
        u8::from(arabic) * Letters::same_bit(false) + u8::from(latin) * Letters::same_bit(true)
    };
    let same = known.map(same);
    let mut pairs = [0; 1 << 10];
    let arabic = (0x80..).zip(same.iter().skip(0x80));
    for (code, _) in arabic.filter(|(_, bits)| **bits & Letters::same_bit(false) != 0) {
        let pair = Letters::pair(of(code));
        if let Some(bits) = pairs.get_mut(usize::from(pair >> 6)) {
            *bits |= 1 << (pair & 63);
        }
    }
    Letters {
        known,
        folded,
        same,
        pairs,
    }
});

impl Letters {
    /// Where what a word goes on with and keys hold as it is ends: all of nearly
    /// every word.
    #[inline]
    pub fn end_of_same(&self, text: &str, mut at: usize, latin: bool) -> usize {
        let wanted = Self::same_bit(latin);
        let goes_on = |code: usize| self.same.get(code).is_some_and(|bits| bits & wanted != 0);
        let bytes = text.as_bytes();
        while let Some(pair) = bytes
            .get(at..)
            .and_then(<[u8]>::first_chunk)
            .filter(|_| !latin)
        {
            let pair = u16::from_le_bytes(*pair);
            let bits = self.pairs.get(usize::from(pair >> 6));
            if bits.is_none_or(|bits| bits >> (pair & 63) & 1 == 0) {
                break;
            }
            at += 2;
        }
        loop {
            match *bytes.get(at..).unwrap_or_default() {
                [lead @ 0xc2..=0xdb, next, ..] => {
                    let code = usize::from(lead & 0x1f) << 6 | usize::from(next & 0x3f);
                    if !goes_on(code) {
                        return at;
                    }
                    at += 2;
                }
                [byte @ ..0x80, ..] if goes_on(byte.into()) => at += 1,
                _ => return at,
            }
        }
    }

    /// The two bytes of a character as a number.
    fn pair(c: char) -> u16 {
        let mut bytes = [0; 4];
        c.encode_utf8(&mut bytes);
        let [first, second, ..] = bytes;
        u16::from_le_bytes([first, second])
    }

    /// The bit of those that words of Arabic or of Latin letters go on with.
    const fn same_bit(latin: bool) -> u8 {
        if latin { 2 } else { 1 }
    }

    /// The character that stands at a byte of a text, what it is, and how many
    /// bytes it has.
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "the innermost loop of all reading")]
    pub fn at(&self, text: &str, at: usize) -> Option<(char, Letter, usize)> {
        let (code, len) = match *text.as_bytes().get(at..)? {
            [byte @ ..0x80, ..] => (u32::from(byte), 1),
            [lead @ 0xc2..=0xdb, next, ..] => {
                (u32::from(lead & 0x1f) << 6 | u32::from(next & 0x3f), 2)
            }
            _ => return self.slowly(text, at),
        };
        let letter = self.known.get(code as usize)?;
        Some((char::from_u32(code)?, *letter, len))
    }

    #[cold]
    fn slowly(&self, text: &str, at: usize) -> Option<(char, Letter, usize)> {
        let c = text.get(at..)?.chars().next()?;
        Some((c, self.of(c), c.len_utf8()))
    }

    /// What a character is.
    #[inline]
    pub fn of(&self, c: char) -> Letter {
        match self.known.get(c as usize) {
            Some(letter) => *letter,
            None => Letter::new(c),
        }
    }

    /// What folding makes of it.
    #[inline]
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
