//! Which words stand in the same places: a number for each of 105,000 word
//! forms of Arabic news, at three grains. It tells what a word is that no list
//! knows (كيري stands where لافروف does, مشددا where مؤكدا does).
//!
//! They lie in the [`vocabulary`] that tells names too.

use super::{lexicon::hash_word, mentions::vocabulary, narrow::to_u8};

/// The clusters of one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Clusters {
    /// One of 64.
    pub coarse: u8,
    /// One of 256.
    pub middle: u8,
    /// One of 1024.
    pub fine: u16,
}

/// The clusters of a folded word form, proclitics and all.
///
/// ```
/// use qawl::analysis::clusters;
///
/// let of = |word| clusters::of(word).expect("a frequent word");
/// assert_eq!(of("مؤكدا").coarse, of("مشددا").coarse);
/// assert_eq!(clusters::of("xyzzy"), None);
/// ```
pub fn of(key: &str) -> Option<Clusters> {
    let [coarse, middle, fine] = vocabulary::look_up(hash_word(key))?.clusters;
    Some(Clusters {
        coarse: to_u8(coarse.into()),
        middle: to_u8(middle.into()),
        fine,
    })
}
