//! A folded key beside the text, never in its place.
//!
//! Arabic news writes one word in many ways: with and without hamza, with
//! harakat, stretched by tatweel, ى for ي, ه for ة. The key of a word is the
//! same for all of them, so lists hold one form and look-ups are exact.

use std::{array, iter::Flatten};

use super::presentation;

/// What folding makes of one character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Folded {
    /// It leaves no trace in the key: a mark, tatweel, a format character.
    Dropped,
    /// It becomes this character.
    Char(char),
    /// It becomes these two, as ﻻ does.
    Two(char, char),
}

impl IntoIterator for Folded {
    type Item = char;
    type IntoIter = Flatten<array::IntoIter<Option<char>, 2>>;

    fn into_iter(self) -> Self::IntoIter {
        let chars = match self {
            Self::Dropped => [None, None],
            Self::Char(c) => [Some(c), None],
            Self::Two(first, second) => [Some(first), Some(second)],
        };
        chars.into_iter().flatten()
    }
}

/// Folds one character: hamza seats of alef to alef, ى and ی to ي, ة to ه,
/// ک to ك, digits of every script used with Arabic to ASCII, Latin to lower case.
///
/// ```
/// use qawl::analysis::normalize::{Folded, fold_char};
///
/// assert_eq!(fold_char('أ'), Folded::Char('ا'));
/// assert_eq!(fold_char('\u{64e}'), Folded::Dropped);
/// ```
#[inline]
pub fn fold_char(c: char) -> Folded {
    if is_plain(c) {
        return Folded::Char(c);
    }
    if is_mark(c) {
        return Folded::Dropped;
    }
    if let Some(folded) = presentation::folded(c) {
        return folded;
    }
    Folded::Char(match c {
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' | 'ی' => 'ي',
        'ة' | 'ۀ' | 'ھ' | 'ہ' => 'ه',
        'ک' | 'ڪ' => 'ك',
        '\u{660}'..='\u{669}' => ascii_digit(c, '\u{660}'),
        '\u{6f0}'..='\u{6f9}' => ascii_digit(c, '\u{6f0}'),
        'A'..='Z' => c.to_ascii_lowercase(),
        '\u{600}'..='\u{6ff}' => c,
        _ if !c.is_ascii() && c.is_uppercase() => c.to_lowercase().next().unwrap_or(c),
        _ => c,
    })
}

/// Whether a character is one of the Arabic letters that nothing is folded to or
/// from, or a blank: most of every text, told at once.
#[inline]
fn is_plain(c: char) -> bool {
    matches!(c, ' ' | 'ا' | 'ب' | 'ت'..='غ' | 'ف'..='و' | 'ي')
}

/// Whether a character is a vowel mark, tatweel or an invisible format
/// character: a part of a word that says nothing about which word it is.
#[inline]
pub fn is_mark(c: char) -> bool {
    matches!(c,
        '\u{610}'..='\u{61a}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}'
        | '\u{6d6}'..='\u{6dc}' | '\u{6df}'..='\u{6e4}' | '\u{6e7}' | '\u{6e8}' | '\u{6ea}'..='\u{6ed}')
        || is_unseen(c)
}

/// Whether a character is an invisible format character: a mark of direction, a joiner, a byte
/// order mark.
#[inline]
pub fn is_unseen(c: char) -> bool {
    matches!(c,
        '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
        | '\u{feff}')
}

fn ascii_digit(c: char, zero: char) -> char {
    char::from_digit((c as u32).wrapping_sub(zero as u32), 10).unwrap_or(c)
}

/// The key of a whole string, as word lists hold it.
///
/// ```
/// use qawl::analysis::normalize::fold;
///
/// assert_eq!(fold("أكّدَتْ"), "اكدت");
/// assert_eq!(fold("الخارجيـة"), fold("الخارجيه"));
/// ```
pub fn fold(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    fold_into(text, &mut key);
    key
}

/// Appends the key of `text` to `key`.
pub fn fold_into(text: &str, key: &mut String) {
    let mut copied = 0;
    for (at, c) in text.char_indices().filter(|(_, c)| !is_plain(*c)) {
        key.push_str(text.get(copied..at).unwrap_or_default());
        copied = at + c.len_utf8();
        key.extend(fold_char(c));
    }
    key.push_str(text.get(copied..).unwrap_or_default());
}

/// Whether `key` is the key of `text`.
pub fn folds_to(text: &str, key: &str) -> bool {
    folded(text).eq(key.chars())
}

fn folded(text: &str) -> impl Iterator<Item = char> {
    text.chars().flat_map(fold_char)
}

/// A folded word without its article, where three letters are left.
pub fn without_article(word: &str) -> &str {
    match word.strip_prefix("ال") {
        Some(rest) if rest.chars().nth(2).is_some() => rest,
        _ => word,
    }
}
