//! The table of all lists, which were read when the program was built.

use super::{
    Classes, CountryId,
    entry::Entry,
    hashes::{BEGINNINGS_BYTES, beginning_seat, hash_word},
};
use crate::analysis::packed::packed;

packed! { static TABLE: Entry = "lexicon"; }

/// Which words in a row begin phrases or are some, a bit for each seat.
static BEGINNINGS: &[u8; BEGINNINGS_BYTES] =
    include_bytes!(concat!(env!("OUT_DIR"), "/beginnings.bin"));

/// Whether some phrase may be or begin with the two words or more of that hash: of nearly
/// all that none does it is told so, without a look at the table, which is far larger.
pub(crate) fn begins_phrase(hash: u64) -> bool {
    let (byte, bit) = beginning_seat(hash);
    BEGINNINGS.get(byte).is_some_and(|byte| byte & bit != 0)
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
        assert!(read.beginnings.into_iter().all(begins_phrase));
        let none = (0..1000).filter(|n| !begins_phrase(hash_word(&n.to_string())));
        assert!(none.count() > 700);
    }
}
