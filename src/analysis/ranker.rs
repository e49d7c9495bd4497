//! Choosing among candidates with a linear model.
//!
//! Rules make the candidates, and a table of weights orders them: the score of
//! one is the sum of the weights of its features. A feature is a hash, the
//! table is used in place, and the same input always gets the same answer. The
//! weights are made by `examples/train_statements.rs`.

use super::narrow;

/// How many weights a model has; a power of two.
pub const SIZE: usize = 1 << 17;

/// The features of one candidate.
#[derive(Clone, Debug, Default)]
pub struct Features(Vec<u32>);

impl Features {
    /// Forgets all.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// Adds the feature that a template makes of values.
    #[inline]
    pub fn add(&mut self, template: u16, values: &[u64]) {
        let mut hash = u64::from(template).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        for value in values {
            hash = (hash.rotate_left(23) ^ value).wrapping_mul(0xff51_afd7_ed55_8ccd);
        }
        self.0.push(narrow::place(hash, SIZE));
    }

    /// The positions of their weights.
    pub fn as_slice(&self) -> &[u32] {
        &self.0
    }
}

/// A trained model.
#[derive(Clone, Copy, Debug)]
pub struct Ranker {
    weights: &'static [u8],
}

impl Ranker {
    /// A model with these weights, one signed byte each.
    pub const fn new(weights: &'static [u8]) -> Self {
        Self { weights }
    }

    /// The score of a candidate; more is better.
    #[inline]
    pub fn score(&self, features: &Features) -> i32 {
        features
            .0
            .iter()
            .map(|at| {
                self.weights
                    .get(*at as usize)
                    .map_or(0, |w| i32::from(w.cast_signed()))
            })
            .sum()
    }
}

/// A number for a string, to make features of.
#[inline]
pub fn hash(key: &str) -> u64 {
    use std::hash::Hasher;
    let mut hasher = super::hash::FastHasher::default();
    hasher.write(key.as_bytes());
    hasher.finish()
}

/// How far, in steps that grow.
#[inline]
pub const fn bucket(distance: usize) -> u64 {
    match distance {
        0..=5 => distance as u64,
        6..=7 => 6,
        8..=10 => 7,
        11..=15 => 8,
        16..=25 => 9,
        26..=50 => 10,
        _ => 11,
    }
}

impl From<Vec<u32>> for Features {
    fn from(positions: Vec<u32>) -> Self {
        Self(positions)
    }
}
