//! Choosing among candidates with a linear model.
//!
//! Rules make the candidates, and a table of weights orders them: the score of
//! one is the sum of the weights of its features. A feature is a hash, the
//! table is used in place, and the same input always gets the same answer. The
//! weights are made by `examples/train_statements/`.

use super::{narrow, work};

/// How many weights a model has; a power of two.
pub const SIZE: usize = 1 << 17;

/// The features of one candidate.
#[derive(Clone, Debug, Default)]
pub struct Features(Vec<u32>);

impl Features {
    /// The positions of their weights.
    pub fn as_slice(&self) -> &[u32] {
        &self.0
    }
}

/// What features are given to, one by one: a list of them, or the sum of their
/// weights.
pub trait Collect {
    /// Forgets all.
    fn clear(&mut self);

    /// Takes the feature whose weight stands at that position.
    fn take(&mut self, position: u32);

    /// Takes the feature that a template makes of values.
    #[inline]
    fn add(&mut self, template: u16, values: &[u64]) {
        let mut hash = u64::from(template).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        for value in values {
            hash = (hash.rotate_left(23) ^ value).wrapping_mul(0xff51_afd7_ed55_8ccd);
        }
        self.take(narrow::place(hash, SIZE));
    }
}

impl Collect for Features {
    fn clear(&mut self) {
        self.0.clear();
    }

    #[inline]
    fn take(&mut self, position: u32) {
        self.0.push(position);
    }
}

/// The sum of the weights of the features given to it.
#[derive(Clone, Copy, Debug)]
pub struct Sum {
    weights: &'static Weights,
    sum: i32,
}

impl Collect for Sum {
    fn clear(&mut self) {
        self.sum = 0;
    }

    #[inline]
    fn take(&mut self, position: u32) {
        work::step();
        let weight = self.weights.get(position as usize);
        self.sum += weight.map_or(0, |w| i32::from(w.cast_signed()));
    }
}

/// The sums of the weights of the same features in two models.
#[derive(Clone, Copy, Debug)]
pub struct Sums {
    weights: &'static Both,
    sums: [i32; 2],
}

impl Collect for Sums {
    fn clear(&mut self) {
        self.sums = [0; 2];
    }

    #[inline]
    fn take(&mut self, position: u32) {
        work::step();
        let weights = self.weights.get(position as usize);
        let weights = weights.copied().unwrap_or_default();
        for (sum, weight) in self.sums.iter_mut().zip(weights) {
            *sum += i32::from(weight.cast_signed());
        }
    }
}

/// As many as there are positions, so that none has to be checked.
type Weights = [u8; SIZE];

/// The weights of two models, those of each position side by side.
pub type Both = [[u8; 2]; SIZE];

/// The weights of two models side by side; those of fewer than [`SIZE`] say nothing.
#[expect(
    clippy::indexing_slicing,
    clippy::large_stack_arrays,
    reason = "within their length; reckoned when the program is built"
)]
pub const fn side_by_side(first: &[u8], second: &[u8]) -> Both {
    let mut both = [[0; 2]; SIZE];
    let mut at = 0;
    while at < SIZE && first.len() == SIZE && second.len() == SIZE {
        both[at] = [first[at], second[at]];
        at += 1;
    }
    both
}

/// Two models that are asked for the same features: each costs one place of memory.
#[derive(Clone, Copy, Debug)]
pub struct Pair(&'static Both);

impl Pair {
    /// The models with these weights.
    pub const fn new(weights: &'static Both) -> Self {
        Self(weights)
    }

    /// These two models, as the trainer tries them; the room for them is never given
    /// back.
    pub fn of(first: Ranker, second: Ranker) -> Self {
        let [first, second] = [first, second].map(|model| model.weights.iter().copied());
        let both: Vec<[u8; 2]> = first.zip(second).map(Into::into).collect();
        let both = both.leak().first_chunk();
        Self(both.unwrap_or(&NEITHER))
    }

    /// The scores of a candidate by both, whose features `give` gives.
    #[inline]
    pub fn sums(&self, give: impl FnOnce(&mut Sums)) -> [i32; 2] {
        let mut out = Sums {
            weights: self.0,
            sums: [0; 2],
        };
        give(&mut out);
        out.sums
    }
}

static NOTHING: Weights = [0; SIZE];
static NEITHER: Both = [[0; 2]; SIZE];

/// A trained model.
#[derive(Clone, Copy, Debug)]
pub struct Ranker {
    weights: &'static Weights,
}

impl Ranker {
    /// A model with these weights, one signed byte each; of fewer than [`SIZE`] it
    /// is one that says nothing.
    pub const fn new(weights: &'static [u8]) -> Self {
        match weights.first_chunk() {
            Some(weights) => Self { weights },
            None => Self { weights: &NOTHING },
        }
    }

    /// The score of a candidate; more is better.
    pub fn score(&self, features: &Features) -> i32 {
        self.sum(|out| features.0.iter().for_each(|at| out.take(*at)))
    }

    /// The score of a candidate whose features `give` gives.
    #[inline]
    pub fn sum(&self, give: impl FnOnce(&mut Sum)) -> i32 {
        let mut out = Sum {
            weights: self.weights,
            sum: 0,
        };
        give(&mut out);
        out.sum
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
