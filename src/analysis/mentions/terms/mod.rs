//! What the lists say of words of time and number: the value of each, and what
//! it does in a date or a quantity. [`dates`](super::dates) and
//! [`quantities`](super::quantities) are grammars over these.

mod endings;
#[cfg(test)]
mod lists;
mod term;

pub use term::{Calendar, Count, Entry, Roles, Term};

use crate::analysis::{
    lexicon::{hash_parts, hash_word},
    packed::packed,
};
use endings::Endings;
// The table calls its values by these names.
#[allow(
    clippy::enum_glob_use,
    reason = "the values of whole enums stand in the table"
)]
use {Calendar::*, Count::*, Term::*};

packed! { static TABLE: Entry = "terms"; }

/// Of the words in the table.
#[allow(clippy::unreadable_literal, reason = "written by the build script")]
static ENDINGS: Endings = include!(concat!(env!("OUT_DIR"), "/endings.rs"));

/// What the lists say of a folded word without clitics or article.
#[inline]
pub fn of(word: &str) -> Option<Entry> {
    let known = ENDINGS.may_hold(word);
    known.then(|| TABLE.get(hash_word(word)).copied())?
}

/// What they say of two words together.
pub fn of_two(first: &str, second: &str) -> Option<Term> {
    TABLE.get(hash_parts(first, second))?.term
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_says_what_the_lists_say() {
        let read = lists::read();
        assert_eq!(ENDINGS, read.endings);
        assert!(read.table.len() > 300);
        for (hash, entry) in read.table {
            assert_eq!(TABLE.get(hash), Some(&entry));
        }
    }

    #[test]
    fn months_of_two_words() {
        let term = of_two("تشرين", "الاول");
        assert!(
            matches!(term, Some(Term::Month { number: 10, .. })),
            "{term:?}"
        );
    }
}
