//! By how much each choice that made a statement was better than the next one.

/// What stands for a lead where there was nothing to choose between.
pub const CERTAIN: i32 = 1000;

/// The leads of the choices, in units of the models' scores: with 28 more a choice is
/// nearly three times as likely.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Margins {
    /// Of its reporting over its not reporting, at the second look.
    pub site: i32,
    /// Whether grammar alone tells that it reports, where the model was in doubt.
    pub by_grammar: bool,
    /// Of its reading over the next one.
    pub reading: i32,
    /// Of its source, or of its having none, over the next one.
    pub source: i32,
    /// How much, of a thousand, speaks for ends that share half of the words with the one
    /// that was chosen.
    pub end: i32,
}

impl Margins {
    /// That of what reports and how it is read, whichever is less.
    pub fn of_reading(&self) -> i32 {
        self.site.min(self.reading)
    }
}
