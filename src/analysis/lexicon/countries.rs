//! Countries: their names, capitals and the forms of their nationality, which
//! all stand for one [`CountryId`].

use super::{classes::Classes, country::CountryId, lists::Known};
use crate::analysis::{entries::entries, normalize::fold};

const LIST: &str = include_str!("ar/countries.txt");

/// Endings that a nationality takes: روسي، روسية، روسيون، روسيين، روسيان، روسيات.
const ENDINGS: [(&str, Classes); 6] = [
    ("", Classes::NATIONALITY),
    ("ه", Classes::NATIONALITY),
    ("ان", Classes::NATIONALITY),
    ("ون", Classes::PEOPLE),
    ("ين", Classes::PEOPLE),
    ("ات", Classes::PEOPLE),
];

/// Reads the list: code, names, capitals, adjectives (masculine singular),
/// plurals that do not end in -ون; items are parted by `،`.
pub(super) fn load(known: &mut Known) {
    for line in entries(LIST) {
        let columns: Vec<String> = line.split('\t').map(fold).collect();
        let items = |i: usize| {
            let column = columns.get(i).map_or("", String::as_str);
            column.split('،').map(str::trim).filter(|s| !s.is_empty())
        };
        let Some(&[a, b]) = line.as_bytes().get(..2) else {
            continue;
        };
        let id = Some(CountryId([a, b]));
        for name in items(1) {
            known.add(name, Classes::PLACE | Classes::COUNTRY, id);
        }
        for name in items(2) {
            known.add(name, Classes::PLACE | Classes::CAPITAL, id);
        }
        for adjective in items(3) {
            add_nationality(known, adjective, id);
        }
        for plural in items(4) {
            known.add(plural, Classes::PEOPLE, id);
            known.add(&format!("ال{plural}"), Classes::PEOPLE, id);
        }
    }
}

fn add_nationality(known: &mut Known, adjective: &str, id: Option<CountryId>) {
    for (ending, class) in ENDINGS {
        for article in ["", "ال"] {
            let form: Vec<String> = adjective
                .split(' ')
                .map(|word| format!("{article}{word}{ending}"))
                .collect();
            known.add(&form.join(" "), class, id);
        }
    }
}
