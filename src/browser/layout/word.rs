//! Words of plain letters, measured in one pass without a decision for each
//! letter: most of a text is made of them, and wrapping is three times as fast.

use super::class::{Class, Classes};
use super::cluster::look;

/// A longer word is measured cluster by cluster, in bytes.
const LONGEST: usize = 128;

/// A word and the blanks after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// The byte after its blanks.
    pub end: usize,
    /// The columns it takes without them.
    pub columns: usize,
    /// The blanks after it.
    pub blanks: usize,
}

/// The word at the byte `at` if it is plain: letters, digits and punctuation of
/// one column, with their marks.
#[inline]
pub(super) fn plain(text: &str, classes: &Classes, at: usize) -> Option<Word> {
    let (mut end, mut columns, mut lam) = (at, 0, 0);
    let mut seen = look(text, classes, at);
    if seen.class == Class::Mark {
        return None;
    }
    while seen.class.is_plain() {
        // An alef after a lam, marks between them or none, has no column.
        columns += seen.class.column() - (lam & seen.class.alef());
        lam = seen.class.lam() | (lam & seen.class.mark());
        end = seen.end;
        seen = look(text, classes, end);
    }
    let mut blanks = 0;
    while seen.class == Class::Blank && end - at < LONGEST {
        blanks += 1;
        end = seen.end;
        seen = look(text, classes, end);
    }
    let alone = match seen.class {
        Class::End => true,
        Class::Mark | Class::Other => false,
        _ => blanks > 0,
    };
    (alone && end - at < LONGEST).then_some(Word {
        end,
        columns,
        blanks,
    })
}
