//! What somebody feels or means to do, with a pronoun (عزمه، قلقها).

use std::sync::LazyLock;

use crate::analysis::{entries::entries, hash::Set};

/// The nouns as they stand before a pronoun.
static NOUNS: LazyLock<Set<&str>> =
    LazyLock::new(|| entries(include_str!("../lexicon/ar/own_nouns.txt")).collect());

/// Whether a folded word is one of them and its pronoun.
pub fn has(key: &str) -> bool {
    let noun = ["هما", "ها", "هم", "ه", "نا"]
        .iter()
        .find_map(|p| key.strip_suffix(p));
    noun.is_some_and(|noun| NOUNS.contains(noun))
}
