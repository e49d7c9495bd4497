//! Countries: their names, capitals and the forms of their nationality, which
//! all stand for one [`CountryId`].

use super::{Classes, table::Table};
use crate::analysis::normalize::fold;

/// A country, by its two-letter code of ISO 3166 (or a private one, `X?`).
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct CountryId(pub [u8; 2]);

impl CountryId {
    /// Its two letters.
    pub fn code(&self) -> &str {
        str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl std::fmt::Debug for CountryId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}

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
pub(super) fn load(table: &mut Table) {
    for line in LIST.lines().filter(|l| !l.starts_with('#')) {
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
            table.add_phrase(name, Classes::PLACE | Classes::COUNTRY, id);
        }
        for name in items(2) {
            table.add_phrase(name, Classes::PLACE | Classes::CAPITAL, id);
        }
        for adjective in items(3) {
            add_nationality(table, adjective, id);
        }
        for plural in items(4) {
            table.add_phrase(plural, Classes::PEOPLE, id);
            table.add_phrase(&format!("ال{plural}"), Classes::PEOPLE, id);
        }
    }
}

fn add_nationality(table: &mut Table, adjective: &str, id: Option<CountryId>) {
    for (ending, class) in ENDINGS {
        for article in ["", "ال"] {
            let form: Vec<String> = adjective
                .split(' ')
                .map(|word| format!("{article}{word}{ending}"))
                .collect();
            table.add_phrase(&form.join(" "), class, id);
        }
    }
}
