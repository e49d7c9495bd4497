//! A word without its proclitics.

use crate::analysis::{
    lexicon::{clitics, hash_parts},
    mentions::vocabulary,
    narrow::to_u8,
};

/// What is left of one.
pub struct Rest<'k> {
    /// The article, where لل swallowed it.
    pub article: bool,
    /// What is left, but for that article.
    pub stem: &'k str,
    /// The last of the proclitics, as [`Fact::clitic`](super::Fact::clitic) keeps it.
    pub clitic: u8,
}

impl<'k> Rest<'k> {
    /// What is left of a folded word without its first `letters` letters.
    pub fn new(key: &'k str, letters: u8) -> Self {
        let cut = usize::from(letters) * 2;
        let (clitics, stem) = key.split_at_checked(cut).unwrap_or(("", key));
        let last = clitics.chars().next_back().unwrap_or_default();
        match stem.strip_prefix('ل').filter(|_| last == 'ل') {
            Some(stem) => Self {
                article: true,
                stem,
                clitic: low_byte(last),
            },
            None => Self {
                article: false,
                stem,
                clitic: low_byte(last),
            },
        }
    }

    /// The hash of the word that is left, its article whole.
    pub fn hash(&self) -> u64 {
        hash_parts(if self.article { "ال" } else { "" }, self.stem)
    }

    /// How many letters it has, at most 7.
    pub fn length(&self) -> u8 {
        to_u8(self.stem.chars().count().min(7))
    }

    /// Hashes of the first and last two and three letters, each letter taken as
    /// two bytes.
    pub fn affixes(&self) -> [u32; 4] {
        let bytes = self.stem.as_bytes();
        let first = |n: usize| bytes.get(..n).map_or(0, pack);
        let last = |n: usize| {
            let from = bytes.len().checked_sub(n);
            from.and_then(|from| bytes.get(from..)).map_or(0, pack)
        };
        [first(4), first(6), last(4), last(6)]
    }
}

/// A word that no table knows loses letters that leave a known one, else what
/// stands before an article.
pub fn guess_proclitics(key: &str) -> u8 {
    let known = |cut: clitics::Cut| Some(cut.letters + vocabulary::look_up(cut.hash)?.proclitics);
    clitics::cuts(key)
        .find_map(known)
        .unwrap_or_else(|| before_article(key))
}

fn before_article(key: &str) -> u8 {
    let inner = key.strip_prefix(['و', 'ف']).unwrap_or(key);
    let conjunction = u8::from(inner.len() < key.len());
    let article = |k: &str| k.starts_with("ال") && k.chars().nth(4).is_some();
    let preposition = inner.strip_prefix(['ب', 'ك']).is_some_and(article)
        || inner.starts_with("لل") && inner.chars().nth(4).is_some();
    if preposition {
        conjunction + 1
    } else if article(inner) {
        conjunction
    } else {
        0
    }
}

/// The last byte of a character's number, which tells Arabic letters apart.
pub const fn low_byte(letter: char) -> u8 {
    let [low, ..] = (letter as u32).to_le_bytes();
    low
}

fn pack(bytes: &[u8]) -> u32 {
    bytes
        .iter()
        .fold(0, |h: u32, b| h.wrapping_mul(0x0100_0193) ^ u32::from(*b))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::lexicon::hash_word;

    fn rest(key: &str, letters: u8) -> (&str, bool, u64) {
        let rest = Rest::new(key, letters);
        (rest.stem, rest.article, rest.hash())
    }

    #[test]
    fn an_article_that_lam_swallowed_is_whole_again() {
        assert_eq!(rest("للرصد", 1), ("رصد", true, hash_word("الرصد")));
        assert_eq!(rest("وللرصد", 2), ("رصد", true, hash_word("الرصد")));
        assert_eq!(rest("بالرصد", 1), ("الرصد", false, hash_word("الرصد")));
        // A word that begins with ل has no article for it.
        assert_eq!(rest("وليد", 1), ("ليد", false, hash_word("ليد")));
    }

    #[test]
    fn more_letters_than_there_are_leave_the_word() {
        assert_eq!(rest("رصد", 7), ("رصد", false, hash_word("رصد")));
        assert_eq!(Rest::new("رصد", 7).clitic, 0);
    }

    #[test]
    fn an_article_far_enough_from_the_end_shows_proclitics() {
        let cases = [
            ("والزرقمون", 1),
            ("وبالزرقمون", 2),
            ("للزرقمون", 1),
            ("بالزا", 0),
            ("زرقمون", 0),
        ];
        for (key, letters) in cases {
            assert_eq!(before_article(key), letters, "{key}");
        }
    }
}
