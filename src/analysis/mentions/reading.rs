//! Reading on from a token: what the grammars of dates and quantities ask of
//! the words in front of them.

use super::facts::Fact;
use crate::analysis::{
    lexicon::{
        Classes, Words,
        values::{self, DateWord},
    },
    tokens::{TokenKind, Tokens},
};

/// The tokens of a text with what the lists know of them.
#[derive(Clone, Copy)]
pub(super) struct Reading<'a> {
    pub text: &'a str,
    pub tokens: &'a Tokens,
    pub words: &'a Words,
    pub facts: &'a [Fact],
}

impl<'a> Reading<'a> {
    pub(super) fn key(&self, at: usize) -> &'a str {
        self.tokens.key(at)
    }

    pub(super) fn before(&self, at: usize) -> &'a str {
        at.checked_sub(1).map_or("", |i| self.tokens.key(i))
    }

    pub(super) fn is(&self, at: usize, classes: Classes) -> bool {
        self.words.is(at, classes)
    }

    pub(super) fn is_number(&self, at: usize) -> bool {
        at < self.tokens.len() && self.tokens.kind(at) == TokenKind::Number
    }

    /// Whether the token is a word without proclitics.
    pub(super) fn bare(&self, at: usize) -> bool {
        self.proclitics(at) == 0
    }

    /// How many letters of a token are proclitics.
    pub(super) fn proclitics(&self, at: usize) -> u8 {
        let listed = self.words.get(at);
        if listed.classes.is_none() {
            self.facts.get(at).map_or(0, |f| f.proclitics)
        } else {
            listed.proclitics
        }
    }

    /// Whether no blank stands between a token and the one before.
    pub(super) fn touches(&self, at: usize) -> bool {
        at > 0 && self.tokens.span(at - 1).end == self.tokens.span(at).start
    }

    /// Whether a new line begins between a token and the one before.
    pub(super) fn opens_line(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else {
            return true;
        };
        let gap = self.tokens.span(before).end..self.tokens.span(at).start;
        self.text.get(gap).is_some_and(|g| g.contains('\n'))
    }

    /// What the word or phrase at a token does in a date, and its end.
    pub(super) fn date_word(&self, at: usize) -> Option<(DateWord, usize)> {
        if !self.is(at, Classes::CALENDAR) && !self.words.opens_phrase(at) {
            return None;
        }
        if let Some(phrase) = self
            .words
            .phrase(at)
            .filter(|p| p.classes.any(Classes::CALENDAR))
        {
            return values::date_word_of(phrase.hash).map(|word| (word, at + phrase.len));
        }
        values::date_word_of(self.words.rest(at)).map(|word| (word, at + 1))
    }

    /// The whole number in digits at a token, if it has no separators.
    pub(super) fn integer(&self, at: usize) -> Option<u32> {
        self.is_number(at)
            .then(|| self.key(at).parse().ok())
            .flatten()
    }
}
