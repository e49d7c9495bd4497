//! Reads the list of function words. The build script does, and tests do.

use super::class::Class;
use crate::analysis::{entries::pairs, normalize::fold};
use std::collections::HashMap;

const LIST: &str = include_str!("../lexicon/ar/grammar.txt");

/// The class of each word, by its folded key.
pub fn read() -> HashMap<String, Class> {
    pairs(LIST)
        .filter_map(|(word, class)| Some((fold(word), Class::named(class)?)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::entries::entries;

    #[test]
    fn every_line_has_a_known_class() {
        for line in entries(LIST) {
            let (word, class) = line.split_once('\t').expect(line);
            assert!(Class::named(class).is_some(), "{word}: {class}");
        }
    }
}
