//! Who a phrase means that is no source, by grammar alone.

use super::Resolver;
use crate::analysis::speakers::{
    candidate::{Signs, Who},
    described, naming,
    phrase::Phrase,
};

impl Resolver<'_, '_> {
    /// Who a phrase means by grammar alone, as one who is described and does
    /// not speak by it.
    pub fn guess(&mut self, phrase: &Phrase) -> usize {
        if let Some(named) = self.named(phrase).or_else(|| self.unlisted(phrase)) {
            return named.speaker.0;
        }
        let candidates = described::candidates(self, None, phrase);
        let first = |sign: Signs| {
            candidates
                .as_slice()
                .iter()
                .find(|c| c.signs.intersects(sign))
        };
        let chosen = first(Signs::FIRST_ROLE)
            .or_else(|| first(Signs::FIRST_BODY))
            .or_else(|| first(Signs::FIRST_NOUN))
            .or_else(|| first(Signs::LAST_PERSON));
        let who = chosen.map_or(Who::New, |c| c.who);
        self.known_as(who).unwrap_or_else(|| {
            let words = naming::words(self.context, phrase).0;
            self.described(&words, phrase)
        })
    }
}
