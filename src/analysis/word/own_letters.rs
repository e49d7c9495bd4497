//! Nouns whose first letter looks like a preposition (بيان، لاعب، لجنة), and words whose first
//! two look like the article (التقى، إلغاء).

use std::sync::LazyLock;

use crate::analysis::{entries::entries, hash::Set};

static NOUNS: LazyLock<Set<&str>> =
    LazyLock::new(|| entries(include_str!("../lexicon/ar/own_letters.txt")).collect());

static NO_ARTICLE: LazyLock<Set<&str>> =
    LazyLock::new(|| entries(include_str!("../lexicon/ar/own_article.txt")).collect());

/// What may be written behind such a noun; a feminine in ة loses it before them.
const ENDINGS: [&str; 15] = [
    "", "ه", "ها", "هم", "هما", "ا", "ي", "و", "ون", "ين", "ان", "ات", "يه", "يها", "يهم",
];

/// Whether a folded word is one of them.
pub fn has(key: &str) -> bool {
    key.starts_with(['ب', 'ل'])
        && ENDINGS.iter().any(|ending| {
            key.strip_suffix(ending)
                .is_some_and(|noun| NOUNS.contains(noun))
        })
}

/// Whether a folded word begins with the article.
pub fn has_article(key: &str) -> bool {
    key.starts_with("ال") && !NO_ARTICLE.contains(key)
}
