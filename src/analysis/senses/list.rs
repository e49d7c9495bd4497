//! Reads the list of common words. The build script does, and tests do.

use super::class::Senses;
use crate::analysis::{
    entries::{entries, pairs},
    normalize::fold,
    stem::stem,
};
use std::collections::HashMap;

const LIST: &str = include_str!("../lexicon/ar/senses.txt");

/// A list of their own, as names are.
const WOMEN: &str = include_str!("../lexicon/ar/women.txt");

/// The classes of each word, by its folded key, or by its stem where its class
/// is known so.
pub fn read() -> HashMap<String, Senses> {
    let mut words: HashMap<String, Senses> = HashMap::new();
    for (word, name) in pairs(LIST) {
        let Some(class) = Senses::named(name) else {
            continue;
        };
        let key = fold(word);
        let key = if class.by_stem() { stem(&key) } else { &key };
        *words.entry(key.to_owned()).or_default() |= class;
    }
    for name in entries(WOMEN) {
        *words.entry(fold(name)).or_default() |= Senses::FEMALE;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_has_a_known_class() {
        for line in entries(LIST) {
            let (word, class) = line.split_once('\t').expect(line);
            assert!(Senses::named(class).is_some(), "{word}: {class}");
        }
    }
}
