//! The table of all lists, which were read when the program was built.

use super::{Classes, CountryId, entry::Entry, hashes::hash_word};
use crate::analysis::packed::packed;

packed! { static TABLE: Entry = "lexicon"; }

/// What is known of the word or phrase of that hash.
#[inline]
pub(crate) fn get(hash: u64) -> Option<&'static Entry> {
    TABLE.get(hash)
}

/// What is known of a folded word.
pub(crate) fn word(key: &str) -> Option<&'static Entry> {
    get(hash_word(key))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::lexicon::lists;

    #[test]
    fn it_says_what_the_lists_say() {
        let read = lists::read();
        assert!(read.len() > 10_000);
        for (hash, entry) in read {
            assert_eq!(get(hash), Some(&entry));
        }
    }
}
