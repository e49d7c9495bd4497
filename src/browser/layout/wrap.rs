//! A paragraph to rows, in the order of reading, by widths alone.
//!
//! A row ends after a blank, after a hyphen between letters, beside a wide
//! character; else a word longer than a row is cut at a cluster.

use super::class::{Class, Classes};
use super::cluster::{Cluster, Clusters};
use super::word::{self, Word};
use crate::document::Span;

/// The most bytes that a row holds for each of its columns, so that a run of
/// blanks or format characters is no single endless row.
const BYTES_A_COLUMN: usize = 64;

/// Gives the rows of a paragraph, at least one.
pub(super) fn rows(text: &str, paragraph: Span, width: u16, emit: impl FnMut(Span)) {
    let words = text.get(paragraph.range()).unwrap_or_default();
    let mut rows = Rows::new(words, paragraph.start, width, emit);
    let classes = Classes::get();
    let mut at = 0;
    while at < words.len() {
        at = match word::plain(words, &classes, at) {
            Some(word) if rows.take_word(at, word) => word.end,
            _ => rows.take_clusters(at),
        };
    }
    rows.finish();
}

/// The rows so far, and the one that is being filled.
struct Rows<'a, F> {
    words: &'a str,
    /// Where the paragraph begins in the text.
    offset: usize,
    width: usize,
    /// The most bytes in a row.
    longest: usize,
    emit: F,
    start: usize,
    /// The columns up to here, blanks at the end among them.
    used: usize,
    /// The last place where the row may end, and the columns up to it.
    cut: Option<(usize, usize)>,
    /// The class of the last cluster.
    last: Class,
}

impl<'a, F: FnMut(Span)> Rows<'a, F> {
    fn new(words: &'a str, offset: usize, width: u16, emit: F) -> Self {
        let width = usize::from(width.max(1));
        Self {
            words,
            offset,
            width,
            longest: (width + 4) * BYTES_A_COLUMN,
            emit,
            start: 0,
            used: 0,
            cut: None,
            last: Class::Base,
        }
    }

    /// Takes a plain word, on a new row if need be; false if it must be cut.
    #[inline]
    fn take_word(&mut self, at: usize, word: Word) -> bool {
        if self.may_end_before(at, Class::Base) {
            self.cut = Some((at, self.used));
        }
        if self.used + word.columns > self.width || word.end - self.start > self.longest {
            let here = self.cut.is_some_and(|(cut, _)| cut == at);
            if !here || word.columns > self.width {
                return false;
            }
            self.end_row(at);
        }
        self.used += word.columns + word.blanks;
        self.last = if word.blanks > 0 {
            Class::Blank
        } else {
            Class::Base
        };
        true
    }

    /// Takes what stands from `at` up to the next word; gives its end.
    fn take_clusters(&mut self, at: usize) -> usize {
        for cluster in Clusters::from(self.words, at) {
            let begins = self.last == Class::Blank && cluster.class != Class::Blank;
            if begins && cluster.start > at {
                return cluster.start;
            }
            self.take(cluster);
        }
        self.words.len()
    }

    fn take(&mut self, cluster: Cluster) {
        let columns = usize::from(cluster.width);
        if self.may_end_before(cluster.start, cluster.class) {
            self.cut = Some((cluster.start, self.used));
        }
        let hangs = cluster.class == Class::Blank || columns == 0;
        while cluster.start > self.start
            && (!hangs && self.used + columns > self.width
                || cluster.end - self.start > self.longest)
        {
            self.end_row(cluster.start);
        }
        self.used += columns;
        self.last = cluster.class;
    }

    /// Ends the row at the last place where it may, else at `here`.
    fn end_row(&mut self, here: usize) {
        let (end, used) = self.cut.take().unwrap_or((here, self.used));
        (self.emit)(Span::new(self.offset + self.start, self.offset + end));
        self.start = end;
        self.used -= used;
    }

    fn finish(mut self) {
        if self.start < self.words.len() || self.words.is_empty() {
            let end = self.offset + self.words.len();
            (self.emit)(Span::new(self.offset + self.start, end));
        }
    }

    #[inline]
    fn may_end_before(&self, at: usize, class: Class) -> bool {
        if at == self.start {
            return false;
        }
        match (self.last, class) {
            (Class::Blank, next) => next != Class::Blank,
            (Class::Hyphen, _) => between_letters(self.words, at),
            (Class::HiddenBreak, _)
            | (_, Class::Wide)
            | (Class::Wide | Class::WideEnd, Class::Base | Class::Lam | Class::Alef) => true,
            _ => false,
        }
    }
}

/// Whether the hyphen before `at` stands between two letters.
fn between_letters(words: &str, at: usize) -> bool {
    let (before, after) = words.split_at_checked(at).unwrap_or_default();
    let letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    letter(before.chars().rev().nth(1)) && letter(after.chars().next())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn by_words(text: &str, width: u16) -> Vec<Span> {
        let mut found = Vec::new();
        rows(text, Span::new(0, text.len()), width, |row| found.push(row));
        found
    }

    fn by_clusters(text: &str, width: u16) -> Vec<Span> {
        let mut found = Vec::new();
        let mut rows = Rows::new(text, 0, width, |row| found.push(row));
        for cluster in Clusters::new(text) {
            rows.take(cluster);
        }
        rows.finish();
        found
    }

    proptest! {
        /// Words are only a faster way to the same rows.
        #[test]
        fn words_and_clusters_agree(text in "[ab لاأمب\u{64e}\u{651}\u{200c}\u{200f}\\- \u{b83}日。😀«.]{0,80}", width in 1u16..30) {
            prop_assert_eq!(by_words(&text, width), by_clusters(&text, width));
        }
    }
}
