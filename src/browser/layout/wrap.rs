//! A paragraph to rows, in the order of reading, by widths alone.
//!
//! A row ends after a blank, after a hyphen between letters, beside a wide
//! character; else a word longer than a row is cut at a cluster.

use super::class::Class;
use super::cluster::{Cluster, Clusters};
use crate::document::Span;

/// The most bytes that a row holds for each of its columns, so that a run of
/// blanks or format characters is no single endless row.
const BYTES_A_COLUMN: usize = 64;

/// The row that is being filled.
struct Filling {
    start: usize,
    /// The columns up to here, blanks at the end among them.
    used: usize,
    /// The last place where a row may end, and the columns up to it.
    cut: Option<(usize, usize)>,
    /// The class of the last cluster.
    last: Class,
}

/// Gives the rows of a paragraph, at least one.
pub(super) fn rows(text: &str, paragraph: Span, width: u16, mut emit: impl FnMut(Span)) {
    let words = text.get(paragraph.range()).unwrap_or_default();
    let width = usize::from(width.max(1));
    let longest = (width + 4) * BYTES_A_COLUMN;
    let mut row = Filling {
        start: 0,
        used: 0,
        cut: None,
        last: Class::Base,
    };
    for cluster in Clusters::new(words) {
        let columns = usize::from(cluster.width);
        if row.may_end_before(words, cluster) {
            row.cut = Some((cluster.start, row.used));
        }
        let hangs = cluster.class == Class::Blank || columns == 0;
        while cluster.start > row.start
            && (!hangs && row.used + columns > width || cluster.end - row.start > longest)
        {
            let end = row.end_row(cluster.start);
            emit(Span::new(
                paragraph.start + end.start,
                paragraph.start + end.end,
            ));
        }
        row.used += columns;
        row.last = cluster.class;
    }
    if row.start < words.len() || words.is_empty() {
        emit(Span::new(
            paragraph.start + row.start,
            paragraph.start + words.len(),
        ));
    }
}

impl Filling {
    /// Ends the row at the last place where it may, else at `here`.
    fn end_row(&mut self, here: usize) -> Span {
        let (end, used) = self.cut.take().unwrap_or((here, self.used));
        let row = Span::new(self.start, end);
        self.start = end;
        self.used -= used;
        row
    }

    fn may_end_before(&self, words: &str, next: Cluster) -> bool {
        if next.start == self.start {
            return false;
        }
        match (self.last, next.class) {
            (Class::Blank, next) => next != Class::Blank,
            (Class::Hyphen, _) => between_letters(words, next.start),
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
