//! Which key of a Latin keyboard an Arabic letter stands on.
//!
//! A reader whose keyboard is set to Arabic presses the same keys: ى is `n`,
//! ت is `j`. With Shift the standard Arabic layout also gives ASCII signs that
//! stand elsewhere on a Latin keyboard (Shift+F gives `[`); these are read as
//! the layout's once an Arabic letter has shown which layout is on.

use crate::browser::key::{KeyCode, KeyPress};

/// The standard Arabic layout (101 keys): its character, the Latin one.
const LETTERS: &str = include_str!("arabic.txt");

/// What is known of the reader's keyboard from the keys pressed so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Keyboard {
    arabic: bool,
}

impl Keyboard {
    /// The press as the Latin keyboard would have given it.
    ///
    /// ```
    /// use qawl::browser::key::{KeyCode, KeyPress};
    /// use qawl::browser::keys::keyboard::Keyboard;
    ///
    /// let mut keyboard = Keyboard::default();
    /// let press = |c| KeyPress { code: KeyCode::Char(c), ctrl: false, alt: false };
    /// assert_eq!(keyboard.read(press('[')).code, KeyCode::Char('['));
    /// assert_eq!(keyboard.read(press('ى')).code, KeyCode::Char('n'));
    /// assert_eq!(keyboard.read(press('[')).code, KeyCode::Char('F'));
    /// ```
    pub fn read(&mut self, press: KeyPress) -> KeyPress {
        let KeyCode::Char(typed) = press.code else {
            return press;
        };
        let code = KeyCode::Char(self.latin(typed));
        KeyPress { code, ..press }
    }

    fn latin(&mut self, typed: char) -> char {
        if typed.is_ascii_alphabetic() {
            self.arabic = false;
            return typed;
        }
        let found = latin_key(typed);
        if !typed.is_ascii() && found.is_some() {
            self.arabic = true;
        }
        found.filter(|_| self.arabic).unwrap_or(typed)
    }
}

/// The ligatures that stand on one key, by the second of their letters.
const JOINED: [(char, char); 4] = [('ا', 'ﻻ'), ('أ', 'ﻷ'), ('إ', 'ﻹ'), ('آ', 'ﻵ')];

/// Whether a press may be the first half of a key that types two letters.
pub fn may_join(press: KeyPress) -> bool {
    press == KeyPress::char('ل')
}

/// The one press that two letters typed at once stand for: لا is a key of its own.
///
/// ```
/// use qawl::browser::{key::KeyPress, keys::keyboard::join};
///
/// let joined = join(KeyPress::char('ل'), KeyPress::char('ا'));
/// assert_eq!(joined, Some(KeyPress::char('ﻻ')));
/// ```
pub fn join(first: KeyPress, second: KeyPress) -> Option<KeyPress> {
    let (_, joined) = JOINED
        .into_iter()
        .find(|(letter, _)| second == KeyPress::char(*letter))?;
    may_join(first).then(|| KeyPress::char(joined))
}

/// The Latin character of the key that gives `typed` on the Arabic layout.
fn latin_key(typed: char) -> Option<char> {
    let mut pairs = LETTERS.lines().filter(|l| !l.starts_with('#'));
    pairs.find_map(|line| {
        let (arabic, latin) = line.split_once('\t')?;
        (arabic.starts_with(typed)).then(|| latin.chars().next())?
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_key_is_reached_from_the_arabic_layout() {
        let reached: Vec<char> = LETTERS
            .lines()
            .filter_map(|l| l.split_once('\t')?.1.chars().next())
            .collect();
        for key in ('a'..='z').chain('A'..='Z') {
            assert!(reached.contains(&key), "no Arabic key for {key}");
        }
    }

    #[test]
    fn no_character_stands_on_two_keys() {
        let mut typed: Vec<_> = LETTERS
            .lines()
            .filter(|l| !l.starts_with('#'))
            .filter_map(|l| l.chars().next())
            .collect();
        let all = typed.len();
        typed.sort_unstable();
        typed.dedup();
        assert_eq!(typed.len(), all);
    }

    #[test]
    fn a_latin_letter_says_that_the_layout_is_latin_again() {
        let mut keyboard = Keyboard { arabic: true };
        assert_eq!(keyboard.latin('j'), 'j');
        assert_eq!(keyboard.latin('/'), '/');
    }
}
