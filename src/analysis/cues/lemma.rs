//! A verb by its past, to ask whether a form is one of its own.

use std::sync::OnceLock;

use super::{Entry, word};

/// One verb of the lists; looked up once.
#[derive(Debug)]
pub struct Lemma {
    past: &'static str,
    verb: OnceLock<Option<u16>>,
}

impl Lemma {
    /// The verb with that past, folded.
    pub const fn new(past: &'static str) -> Self {
        Self {
            past,
            verb: OnceLock::new(),
        }
    }

    /// Whether a form is one of it.
    ///
    /// ```
    /// use qawl::analysis::cues::{self, Lemma};
    ///
    /// static DESCRIBES: Lemma = Lemma::new("وصف");
    /// assert!(cues::word("ووصفه").is_some_and(|cue| DESCRIBES.is(&cue.entry)));
    /// assert!(cues::word("قال").is_some_and(|cue| !DESCRIBES.is(&cue.entry)));
    /// ```
    pub fn is(&self, form: &Entry) -> bool {
        let verb = self
            .verb
            .get_or_init(|| word(self.past).map(|cue| cue.entry.verb));
        *verb == Some(form.verb)
    }
}
