//! The ways a word can be cut into proclitics and the rest.
//!
//! و and ف may stand first, then one of ب ل ك; ل with the article is written
//! لل: the word then reads as if its article were whole (للناتو → الناتو), and
//! one letter is cut.

use super::hashes::hash_parts;
use crate::analysis::narrow::to_u8;

/// One way to cut: the letters that go, and the hash of what then stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Cut {
    /// How many letters are proclitics.
    pub letters: u8,
    /// The hash of the rest, its article restored.
    pub hash: u64,
}

/// The cuts of a folded word, the whole word left out, fewest letters first.
pub(crate) fn cuts(key: &str) -> impl Iterator<Item = Cut> {
    let conjunction = usize::from(key.starts_with(['و', 'ف']));
    let rest = strip(key, conjunction);
    let preposition = usize::from(rest.starts_with(['ب', 'ل', 'ك']));
    let inner = strip(rest, preposition);
    let first = (conjunction > 0).then(|| cut(1, "", rest));
    let second = (preposition > 0).then(|| {
        let letters = to_u8(conjunction + preposition);
        match inner.strip_prefix('ل').filter(|_| rest.starts_with('ل')) {
            Some(stem) => cut(letters, "ال", stem),
            None => cut(letters, "", inner),
        }
    });
    // Shorter rests than two letters are no words.
    let long = move |letters: usize| key.chars().nth(letters + 1).is_some();
    let first = first.filter(|c| long(c.letters.into()));
    let second = second.filter(|c| long(c.letters.into()));
    first.into_iter().chain(second)
}

fn cut(letters: u8, article: &str, stem: &str) -> Cut {
    Cut {
        letters,
        hash: hash_parts(article, stem),
    }
}

/// The word without its first `letters` letters, each of two bytes.
fn strip(word: &str, letters: usize) -> &str {
    word.get(letters * 2..).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::lexicon::hashes::hash_word;

    fn rests(key: &str) -> Vec<(u8, u64)> {
        cuts(key).map(|c| (c.letters, c.hash)).collect()
    }

    #[test]
    fn conjunction_then_preposition() {
        assert_eq!(rests("لافروف"), [(1, hash_word("افروف"))]);
        assert_eq!(
            rests("وبروسيا"),
            [(1, hash_word("بروسيا")), (2, hash_word("روسيا"))]
        );
    }

    #[test]
    fn lam_with_the_article_leaves_the_article() {
        assert_eq!(rests("للناتو"), [(1, hash_word("الناتو"))]);
        assert_eq!(rests("وللناتو").last(), Some(&(2, hash_word("الناتو"))));
    }

    #[test]
    fn a_single_letter_is_no_rest() {
        assert_eq!(rests("به"), []);
        assert_eq!(rests("و"), []);
    }
}
