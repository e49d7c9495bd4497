//! Who is of a country that the article names is no name, though no list has the country
//! (سلدانيا … قال الوزير السلداني إن): the word tells where somebody is from.

use super::{Around, is_of, words::is_unknown};
use crate::{
    analysis::{hash::Set, mentions::tagger::Tagged},
    annotations::EntityType,
};

/// How many letters of a country's name at least stand before its ending.
const LETTERS: usize = 3;

/// The names without those words.
pub fn leave_out(text: Around, mut names: Vec<Tagged>) -> Vec<Tagged> {
    let key = |name: &Tagged| text.tokens.key(name.0);
    let person = |name: &Tagged| name.1 == name.0 + 1 && is_of(*name, EntityType::Per);
    if !names
        .iter()
        .any(|name| person(name) && from(key(name)).is_some())
    {
        return names;
    }
    // سياسيا, عربيا: the news knows them, and they are no countries.
    let forms = text.tokens.met().iter().map(|met| met.first);
    let unknown = forms.filter(|token| text.tokens.is_word(*token) && is_unknown(text, *token));
    let countries: Set<&str> = unknown
        .flat_map(|token| countries(text.tokens.key(token)))
        .collect();
    names.retain(|name| {
        let from = from(key(name)).filter(|_| person(name));
        from.is_none_or(|country| !countries.contains(country))
    });
    names
}

/// What stands before the ending of a country's name (سلدانيا), the proclitic that may lean on
/// it taken for one and for none.
fn countries(key: &str) -> impl Iterator<Item = &str> {
    let bare = key.strip_prefix(['و', 'ف', 'ب', 'ل', 'ك']);
    let all = [Some(key), bare].into_iter().flatten();
    all.filter_map(|key| key.strip_suffix("يا"))
        .filter(|stem| stem.chars().count() >= LETTERS)
}

/// The same of the country that somebody is from (السلداني، السلدانية).
fn from(key: &str) -> Option<&str> {
    let noun = key.strip_prefix("ال")?;
    noun.strip_suffix('ي').or_else(|| noun.strip_suffix("يه"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_is_from_a_country_has_its_letters() {
        let of = |key| countries(key).collect::<Vec<_>>();
        assert_eq!(of("وسلدانيا"), ["وسلدان", "سلدان"]);
        assert_eq!(of("حلب"), [""; 0]);
        for key in ["السلداني", "السلدانيه"] {
            assert_eq!(from(key), Some("سلدان"));
        }
        assert_eq!(from("سلداني"), None);
    }
}
