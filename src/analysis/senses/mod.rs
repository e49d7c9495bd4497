//! What common words tell of the phrase that they stand in: that it is a hearer,
//! an occasion, a person by calling. The lists are
//! `lexicon/ar/senses.txt` and, of women's given names, `women.txt`.

mod class;
mod honour;
mod kin;
#[cfg(test)]
mod list;

pub use class::Senses;
pub use honour::{is_his_honour, is_honour};
pub use kin::{is_kin_of, is_peer};

use super::{lexicon::hash_word, packed::packed};
packed! { static WORDS: Senses = "senses"; }

/// Whether a word, folded, or its stem where the class is known so, is of a class.
///
/// ```
/// use qawl::analysis::senses::{self, Senses};
///
/// assert!(senses::is("تصريحات", Senses::OCCASION));
/// assert!(senses::is("صحيف", Senses::MEDIA));
/// assert!(!senses::is("الوزير", Senses::CALLING));
/// ```
pub fn is(word: &str, class: Senses) -> bool {
    of(word).intersects(class)
}

/// All the classes of a word.
pub fn of(word: &str) -> Senses {
    WORDS.get(hash_word(word)).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_says_what_the_list_says() {
        let read = list::read();
        assert!(read.len() > 100);
        for (word, senses) in read {
            assert_eq!(WORDS.get(hash_word(&word)), Some(&senses), "{word}");
        }
    }
}
