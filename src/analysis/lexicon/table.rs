//! The table of all lists, which were read when the program was built.

use super::{
    Classes, CountryId,
    entry::Entry,
    hashes::{INNER_BYTES, hash_word, inner_seat},
};
use crate::analysis::packed::packed;

packed! { static TABLE: Entry = "lexicon"; }

/// Which words may stand in a phrase behind its first, a bit for each seat.
static INNER: &[u8; INNER_BYTES] = include_bytes!(concat!(env!("OUT_DIR"), "/inner.bin"));

/// Whether some phrase may hold the word of that hash behind its first word: nearly all
/// that none holds are told so, without a look at the table.
pub(crate) fn is_inner(hash: u64) -> bool {
    let (byte, bit) = inner_seat(hash);
    INNER.get(byte).is_some_and(|byte| byte & bit != 0)
}

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
        assert!(read.entries.len() > 10_000);
        for (hash, entry) in read.entries {
            assert_eq!(get(hash), Some(&entry));
        }
        assert!(read.inner.into_iter().all(is_inner));
        assert!(!is_inner(hash_word("قالت")));
    }
}
