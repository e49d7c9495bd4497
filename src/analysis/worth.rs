//! Whether a statement that was found is told: whether it is likely enough that its
//! content and its speaker are right.
//!
//! Each choice that led to it was made by itself: that the word reports, how it is read,
//! who is the source, where the content ends, who is meant. A statement that each of them
//! leaves in some doubt is more often wrong than right, and whoever reads it is misled. So
//! the leads of all of them together are weighed once more, by a small model of the odds
//! (logistic regression over the [`SIGNS`]), and what is wrong twice out of three times is
//! left out. It still counts for those behind it: «وأضاف» after it is by whoever spoke.

use super::{
    context::Context,
    speakers::Attribution,
    statements::{
        Draft,
        margins::{CERTAIN, Margins},
    },
};
use crate::annotations::Reason;

/// What is weighed, in the order of the weights. A lead stands there whole and cut at some
/// heights, so that the first steps of it may count for more than the later ones.
pub const SIGNS: [&str; 33] = [
    "site",
    "site, by grammar",
    "site, up to 20",
    "site, up to 60",
    "reading",
    "reading, up to 14",
    "reading, up to 60",
    "source",
    "source, up to 30",
    "source, up to 100",
    "source, sure",
    "end",
    "end, sure",
    "speaker",
    "speaker, up to 20",
    "speaker, up to 60",
    "has a source",
    "nested",
    "content of a word",
    "content of two",
    "parts of the content",
    "rival",
    "named",
    "same name",
    "apposition",
    "role before",
    "role after",
    "body",
    "described",
    "implied subject",
    "leans on",
    "short form",
    "nobody",
];

/// The value of each sign.
pub type Signs = [i32; SIGNS.len()];

/// Under how many bytes a content is about one word long, and about two.
const ONE_WORD: usize = 16;
const TWO_WORDS: usize = 30;

/// The signs of one statement by its speaker; `nested` tells whether it stands in another.
pub fn signs(context: &Context, draft: &Draft, by: &Attribution, nested: bool) -> Signs {
    let Margins {
        site,
        by_grammar,
        reading,
        source,
        end,
    } = draft.margins;
    let parts = draft.content.iter();
    let bytes: usize = parts.map(|part| context.span(part.0, part.1).len()).sum();
    let is = |reason: Reason| by.steps.iter().any(|step| step.reason == reason);
    let has = |reason: Reason| i32::from(is(reason));
    // What is said to be by nobody names no wrong one.
    let speaker = if is(Reason::Nobody) { CERTAIN } else { by.lead };
    [
        site.min(200),
        by_grammar.into(),
        site.min(20),
        site.min(60),
        reading.min(300),
        reading.min(14),
        reading.min(60),
        source.min(200),
        source.min(30),
        source.min(100),
        i32::from(source >= CERTAIN),
        end,
        i32::from(end >= CERTAIN),
        speaker.min(200),
        speaker.min(20),
        speaker.min(60),
        draft.source.is_some().into(),
        nested.into(),
        (bytes < ONE_WORD).into(),
        (bytes < TWO_WORDS).into(),
        i32::try_from(draft.content.len())
            .unwrap_or(i32::MAX)
            .min(20),
        by.steps.iter().any(|step| step.instead_of.is_some()).into(),
        has(Reason::Named),
        has(Reason::SameName),
        has(Reason::Apposition),
        has(Reason::RoleBefore),
        has(Reason::RoleAfter),
        has(Reason::Body),
        has(Reason::Described),
        has(Reason::ImpliedSubject),
        has(Reason::LeansOn),
        has(Reason::ShortForm),
        has(Reason::Nobody),
    ]
}

/// How many weights there are: one a sign, and what speaks for a statement without any.
pub const WEIGHTS: usize = SIGNS.len() + 1;

/// Units of the odds' logarithm that the weights are given in.
pub const NAT: f64 = 100_000.0;

/// A model of the odds that a statement is right.
#[derive(Clone, Copy, Debug)]
pub struct Worth {
    weights: &'static [[u8; 4]],
}

/// The program's own.
pub const MODEL: Worth = Worth::new(include_bytes!("weights/worth.bin"));

impl Worth {
    /// A model with these weights, four bytes each, the lowest first.
    pub const fn new(weights: &'static [u8]) -> Self {
        Self {
            weights: weights.as_chunks().0,
        }
    }

    /// The logarithm of the odds that a statement with these signs is right, in units of
    /// [`NAT`].
    pub fn odds(self, signs: &Signs) -> i64 {
        let values = signs.iter().copied().chain([1]);
        let weights = self.weights.iter().copied().map(i32::from_le_bytes);
        let products = weights
            .zip(values)
            .map(|(w, v)| i64::from(w) * i64::from(v));
        products.sum()
    }
}

/// Whether a statement of these odds is told: where it is right in more than a quarter of the
/// cases. Of what is less likely each that is left out raises the F1 of the rest.
pub fn is_told(odds: i64) -> bool {
    const LEAST: i64 = -100_000;
    odds >= LEAST
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_model_has_a_weight_for_each_sign() {
        assert_eq!(MODEL.weights.len(), WEIGHTS);
    }

    #[test]
    fn what_every_choice_is_sure_of_is_told_and_what_none_is_is_not() {
        let mut sure = [0; SIGNS.len()];
        for (sign, value) in sure.iter_mut().zip([
            200, 0, 20, 60, 300, 14, 60, 200, 30, 100, 1, 1000, 1, 200, 20, 60, 1, 0, 0, 0, 1,
        ]) {
            *sign = value;
        }
        let doubtful = [0; SIGNS.len()];
        assert!(is_told(MODEL.odds(&sure)) && !is_told(MODEL.odds(&doubtful)));
    }
}
