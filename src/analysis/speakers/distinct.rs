//! Words that somebody was called by, each once: asked for again and again, and in a text that
//! calls one by thousands of names still soon found.

use compact_str::CompactString;

use crate::analysis::{hash::Set, work};

/// How many are looked through one by one.
const FEW: usize = 12;

/// Words in the order in which they came.
#[derive(Clone, Debug, Default)]
pub struct Distinct {
    words: Vec<CompactString>,
    /// The same, once they are many.
    many: Set<CompactString>,
}

impl Distinct {
    /// Adds a word; tells whether it was none of them.
    pub fn add(&mut self, word: &str) -> bool {
        if self.contains(word) {
            return false;
        }
        let word = CompactString::from(word);
        if self.words.len() >= FEW {
            if self.many.is_empty() {
                self.many.extend(self.words.iter().cloned());
            }
            self.many.insert(word.clone());
        }
        self.words.push(word);
        true
    }

    /// Whether a word is one of them.
    pub fn contains(&self, word: &str) -> bool {
        if self.words.len() > FEW {
            work::step();
            return self.many.contains(word);
        }
        work::steps(self.words.len());
        self.words.iter().any(|known| known == word)
    }

    /// How many they are.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &CompactString> {
        self.words.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_and_many_are_each_there_once_and_in_order() {
        let mut words = Distinct::default();
        for number in (0..40).chain(0..40) {
            let word = number.to_string();
            let new = !words.contains(&word);
            assert_eq!(words.add(&word), new);
            assert!(words.contains(&word));
        }
        let wanted: Vec<String> = (0..40).map(|n| n.to_string()).collect();
        assert!(words.iter().eq(wanted.iter()));
        assert_eq!(words.len(), 40);
        assert!(!words.contains("40"));
    }
}
