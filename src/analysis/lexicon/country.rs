//! Which country a word stands for.

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
