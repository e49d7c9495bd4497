//! What a word form tells of the giving of a speech: to whom it was given
//! (لصحيفة، للصحفيين), and in what (في كلمة، خلال مؤتمر).

use super::{
    grammar::Class,
    lexicon::{Classes, Found},
    senses::{self, Senses},
};

/// لرويترز, لصحيفة "الفجر", للصحفيين: the hearer of a speech, written with ل.
pub fn to_outlet(key: &str, class: Option<Class>, found: Found) -> bool {
    let Some(rest) = key.strip_prefix('ل').filter(|_| class.is_none()) else {
        return false;
    };
    let rest = rest.trim_start_matches('ل');
    key == "ل"
        || found.proclitics > 0 && found.classes.intersects(Classes::MEDIA)
        || senses::is(rest, Senses::HEARER)
}

/// Whether a word is a noun for what a speech is given in, or a time.
pub fn occasion(key: &str, class: Option<Class>, found: Found) -> bool {
    senses::is(key.strip_prefix("ال").unwrap_or(key), Senses::OCCASION)
        || own(key).is_some_and(|noun| senses::is(noun, Senses::OCCASION))
        || matches!(class, Some(Class::Time | Class::Demonstrative))
        || found
            .classes
            .intersects(Classes::DAY | Classes::MONTH | Classes::TIME_NOUN)
}

/// A noun without the pronoun of its owner (كلمته, بيانها).
fn own(key: &str) -> Option<&str> {
    ["هم", "ها", "ه"].iter().find_map(|p| key.strip_suffix(p))
}
