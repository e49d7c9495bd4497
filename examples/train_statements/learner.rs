//! Multinomial logistic regression over groups of candidates, by adaptive gradients.

use crate::shuffle::Orders;
use qawl::analysis::ranker::{Features, Ranker, SIZE};

/// Candidates of which one is right, or some are.
pub struct Group {
    /// For each the positions of its weights.
    pub candidates: Vec<Vec<u32>>,
    /// Which one is right.
    pub right: usize,
    /// Those that are as right as that one.
    pub also: Vec<usize>,
    /// Where the choice is made.
    pub about: String,
}

impl Group {
    /// The surprise of a model at the right ones, in nats: tells more of small
    /// changes than the choices that it gets right.
    pub fn loss(&self, model: Ranker) -> f64 {
        let scores = self.scores(model);
        let top = scores.iter().copied().max().unwrap_or(0);
        let weights = scores
            .iter()
            .map(|s| (f64::from(s - top) / f64::from(SCALE)).exp());
        let (mut right, mut all) = (0.0, 0.0);
        for (nth, weight) in weights.enumerate() {
            all += weight;
            right += if self.has(nth) { weight } else { 0.0 };
        }
        (all / right).ln()
    }

    /// Whether a model chooses a right one.
    pub fn is_right(&self, model: Ranker) -> bool {
        let scores = self.scores(model);
        let best = (0..scores.len()).rev().max_by_key(|i| scores[*i]);
        best.is_some_and(|best| self.has(best))
    }

    /// Whether that one is right.
    fn has(&self, nth: usize) -> bool {
        nth == self.right || self.also.contains(&nth)
    }

    fn scores(&self, model: Ranker) -> Vec<i32> {
        let score = |ids: &Vec<u32>| model.score(&Features::from(ids.clone()));
        self.candidates.iter().map(score).collect()
    }
}

/// How long a model learns, and in steps of what size. Few examples bear few
/// steps: what fits them better holds less for others.
#[derive(Clone, Copy)]
pub struct Pace {
    epochs: usize,
    rate: f32,
}

impl Pace {
    pub const FULL: Self = Self {
        epochs: 20,
        rate: 0.05,
    };
    pub const SLOW: Self = Self {
        epochs: 20,
        rate: 0.03,
    };
    pub const SHORT: Self = Self {
        epochs: 5,
        rate: 0.03,
    };
}

/// How often a model learns anew, in other orders; the weights are the mean.
const COURSES: usize = 6;
const DECAY: f32 = 5e-4;
/// Steps of a weight that one unit of the stored bytes stands for.
const SCALE: f32 = 28.0;

/// Weights while they are learnt.
pub struct Learner {
    weights: Vec<f32>,
    squares: Vec<f32>,
}

impl Learner {
    /// The weights, as bytes, that fit the groups.
    pub fn train<'g>(groups: impl Iterator<Item = &'g Group>, pace: Pace) -> Vec<u8> {
        let groups: Vec<&Group> = groups.collect();
        let mut order: Vec<usize> = (0..groups.len()).collect();
        let mut orders = Orders::new();
        let mut sum = vec![0.0; SIZE];
        for _ in 0..COURSES {
            let mut learner = Self {
                weights: vec![0.0; SIZE],
                squares: vec![1e-6; SIZE],
            };
            for _ in 0..pace.epochs {
                orders.shuffle(&mut order);
                for at in &order {
                    learner.step(groups[*at], pace.rate);
                }
            }
            for (sum, weight) in sum.iter_mut().zip(&learner.weights) {
                *sum += weight / COURSES as f32;
            }
        }
        sum.iter()
            .map(|w| (w * SCALE).round().clamp(-127.0, 127.0) as i8 as u8)
            .collect()
    }

    fn step(&mut self, group: &Group, rate: f32) {
        let score = |c: &Vec<u32>| c.iter().map(|i| self.weights[*i as usize]).sum::<f32>();
        let scores: Vec<f32> = group.candidates.iter().map(score).collect();
        let most = scores.iter().copied().fold(f32::MIN, f32::max);
        let weights: Vec<f32> = scores.iter().map(|s| (s - most).exp()).collect();
        let sum: f32 = weights.iter().sum();
        // Each of those that are right is wanted as much as it is thought likely now.
        let right = (0..weights.len()).filter(|nth| group.has(*nth));
        let right: f32 = right
            .map(|nth| weights[nth])
            .sum::<f32>()
            .max(f32::MIN_POSITIVE);
        for (nth, candidate) in group.candidates.iter().enumerate() {
            let wanted = if group.has(nth) {
                weights[nth] / right
            } else {
                0.0
            };
            let gradient = weights[nth] / sum - wanted;
            if gradient.abs() < 1e-4 {
                continue;
            }
            for i in candidate {
                let i = *i as usize;
                let g = gradient + DECAY * self.weights[i];
                self.squares[i] += g * g;
                self.weights[i] -= rate * g / self.squares[i].sqrt();
            }
        }
    }
}
