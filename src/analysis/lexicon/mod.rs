//! What the word lists know of each word: title, nationality, given name,
//! place … One look-up a token, proclitics tried off.
//!
//! The lists are data (`ar/*.txt`): one entry a line, `#` begins a comment.
//! They are read when the program is built, into one table of hashes ([`table`]);
//! countries with their capitals and nationalities have a grammar of their own
//! (`countries.rs`).

mod classes;
pub(crate) mod clitics;
#[cfg(test)]
mod countries;
mod country;
mod entry;
mod hashes;
#[cfg(test)]
mod lists;
mod table;
mod words;

pub use classes::Classes;
pub use country::CountryId;
pub use hashes::{hash_parts, hash_phrase, hash_word};
pub use words::{Found, Phrase, Words};

/// The country that a folded key stands for, as its name, its capital or one of
/// its nationality forms.
///
/// ```
/// use qawl::analysis::lexicon::country_of;
///
/// assert_eq!(country_of("الروسي"), country_of("روسيا"));
/// assert_eq!(country_of("موسكو"), country_of("روسيا"));
/// assert_ne!(country_of("التركي"), country_of("روسيا"));
/// assert_eq!(country_of("الوزير"), None);
/// ```
pub fn country_of(key: &str) -> Option<CountryId> {
    table::word(key).and_then(|entry| entry.country)
}

/// What the lists know of one folded key, taken whole, and the country that it
/// stands for.
pub fn known_of(key: &str) -> (Classes, Option<CountryId>) {
    table::word(key).map_or((Classes::empty(), None), |e| (e.classes, e.country))
}

/// What they know of the one of several in ات, with ة or without (جمعيات، مهرجانات).
pub fn classes_of_one_of(several: &str) -> Classes {
    several.strip_suffix("ات").map_or(Classes::empty(), |one| {
        classes_of(one) | classes_of(&format!("{one}ه"))
    })
}

/// What the lists know of one folded key, taken whole.
pub fn classes_of(key: &str) -> Classes {
    table::word(key).map_or(Classes::empty(), |e| e.classes)
}
