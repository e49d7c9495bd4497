//! Parts of personal names that are no name alone, and what joining does with
//! them; from `particles.txt`.

use std::sync::LazyLock;

use crate::analysis::{entries::pairs, hash::Map, normalize};

/// What joining does with a part of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Particle {
    /// Joins what stands around it and may be left out.
    Link,
    /// The same, before the father's name: بن.
    Bin,
    /// One name with the word after it: أبو، أم.
    Father,
    /// One name with the word after it: عبد.
    Abd,
    /// One name with the word after it: آل.
    House,
    /// One name with the word before it: الدين، الله.
    Of,
    /// After a name, that of somebody else: الابن.
    Apart,
    /// A title of those who are called by their given names: الملك.
    Prince,
    /// A title of somebody whom no full name of an article is: النبي.
    Nobody,
    /// Before a name, a woman who is introduced as another's kin: زوجته.
    Daughter,
    /// Before a name, a man who is introduced as another's kin: نجله.
    Son,
}

const LIST: &str = include_str!("particles.txt");

/// What a folded word is among the parts of names.
///
/// ```
/// use qawl::analysis::entities::particles::{Particle, of};
///
/// assert_eq!(of("بن"), Some(Particle::Bin));
/// assert_eq!(of("سلمان"), None);
/// ```
pub fn of(key: &str) -> Option<Particle> {
    static TABLE: LazyLock<Map<String, Particle>> = LazyLock::new(|| {
        pairs(LIST)
            .filter_map(|(word, class)| Some((normalize::fold(word), class_of(class)?)))
            .collect()
    });
    TABLE.get(key).copied()
}

fn class_of(name: &str) -> Option<Particle> {
    Some(match name {
        "link" => Particle::Link,
        "bin" => Particle::Bin,
        "father" => Particle::Father,
        "abd" => Particle::Abd,
        "house" => Particle::House,
        "of" => Particle::Of,
        "apart" => Particle::Apart,
        "prince" => Particle::Prince,
        "nobody" => Particle::Nobody,
        "daughter" => Particle::Daughter,
        "son" => Particle::Son,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::entries::entries;

    #[test]
    fn every_line_has_a_class() {
        for line in entries(LIST) {
            let class = line.split_once('\t').and_then(|(_, class)| class_of(class));
            assert!(class.is_some(), "{line}");
        }
    }
}
