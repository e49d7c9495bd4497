//! Function words by class: what tells one part of a clause from the next.
//! The list is `lexicon/ar/grammar.txt`.

mod class;
#[cfg(test)]
mod list;

pub use class::Class;

use super::{lexicon::hash_word, packed::packed};
packed! { static WORDS: Class = "grammar"; }

/// The class of a folded word, and whether و or ف was taken off it.
///
/// ```
/// use qawl::analysis::grammar::{self, Class};
///
/// assert_eq!(grammar::of("وان"), Some((Class::That, true)));
/// assert_eq!(grammar::of("وهو"), Some((Class::HeIs, false)));
/// assert_eq!(grammar::of("الوزير"), None);
/// ```
pub fn of(key: &str) -> Option<(Class, bool)> {
    let of = |key| WORDS.get(hash_word(key)).copied();
    if let Some(class) = of(key) {
        return Some((class, false));
    }
    Some((of(key.strip_prefix(['و', 'ف'])?)?, true))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_says_what_the_list_says() {
        let read = list::read();
        assert!(read.len() > 200);
        for (word, class) in read {
            assert_eq!(of(&word), Some((class, false)), "{word}");
        }
    }
}
