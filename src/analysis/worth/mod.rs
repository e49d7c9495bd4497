//! Whether a statement that was found is told: whether it is likely enough that its
//! content and its speaker are right.
//!
//! Each choice that led to it was made by itself: that the word reports, how it is read,
//! who is the source, where the content ends, who is meant. A statement that each of them
//! leaves in some doubt is more often wrong than right, and whoever reads it is misled. So
//! the leads of all of them together are weighed once more, by a small model of the odds
//! (logistic regression over the [`SIGNS`]), and what is right in fewer than three cases of
//! ten is left out. It still counts for those behind it: «وأضاف» after it is by whoever spoke.

pub mod doubt;
mod signs;

pub use signs::{Found, SIGNS, Signs};

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
pub const MODEL: Worth = Worth::new(include_bytes!("../weights/worth.bin"));

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

/// Whether a statement of these odds is told: where it is right in three cases of ten, or more.
/// Of what is less likely each that is left out raises the F1 of the rest.
pub fn is_told(odds: i64) -> bool {
    const LEAST: i64 = -80_000;
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
        let signs = |values: &[(&str, i32)]| {
            assert!(values.iter().all(|(sign, _)| SIGNS.contains(sign)));
            let value = |sign: &str| values.iter().find(|v| v.0 == sign).map_or(0, |v| v.1);
            SIGNS.map(value)
        };
        let sure = [
            ("site", 200),
            ("site, up to 20", 20),
            ("site, up to 60", 60),
            ("reading", 300),
            ("reading, up to 14", 14),
            ("reading, up to 60", 60),
            ("source", 200),
            ("source, up to 30", 30),
            ("source, up to 100", 100),
            ("source, sure", 1),
            ("end", 1000),
            ("end, sure", 1),
            ("speaker", 200),
            ("speaker, up to 20", 20),
            ("speaker, up to 60", 60),
            ("has a source", 1),
            ("named", 1),
            ("parts of the content", 1),
        ];
        assert!(is_told(MODEL.odds(&signs(&sure))));
        assert!(!is_told(MODEL.odds(&signs(&[]))));
    }
}
