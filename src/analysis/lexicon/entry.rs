//! What the lists know of one word or phrase.

use super::{classes::Classes, country::CountryId};

/// What is known of one word or phrase.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Entry {
    /// Its classes as a whole; none where it only begins phrases.
    pub classes: Classes,
    /// The country it stands for.
    pub country: Option<CountryId>,
    /// The most words of a phrase that begins with this word.
    pub phrase: u8,
}
