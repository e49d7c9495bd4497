//! Names of one and the same body, person, place or event, as `same_names.txt`
//! holds them. They are read by the build script, and by tests.

use crate::analysis::{lexicon::hash_phrase, normalize::fold};

const LIST: &str = include_str!("same_names.txt");

/// Each name by the hash of its type and its words, as `unit` makes them to be
/// compared, with the number of its line.
pub(crate) fn read(unit: impl Fn(&str) -> String) -> Vec<(u64, u16)> {
    let mut names = Vec::new();
    for (number, line) in (0u16..).zip(LIST.lines()) {
        let mut columns = line.split('\t');
        let kind = columns.next().unwrap_or_default();
        for name in columns {
            let folded = fold(name);
            let units: Vec<String> = folded.split(' ').map(&unit).collect();
            let words = std::iter::once(kind).chain(units.iter().map(String::as_str));
            names.push((hash_phrase(words), number));
        }
    }
    names
}
