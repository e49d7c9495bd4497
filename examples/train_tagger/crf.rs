//! A linear-chain conditional random field, trained by adaptive gradients on one core.

use crate::{data::Chain, shuffle::Orders};
use qawl::analysis::mentions::model::{OUTSIDE, TAGS, may_follow};
use std::collections::HashMap;

/// Weights of sixteen lanes, thirteen used.
pub type Row = [f32; 16];

pub struct Model {
    pub index: HashMap<u64, u32>,
    pub rows: Vec<Row>,
    pub transitions: [[f32; TAGS]; TAGS],
    /// How many tokens of the training data each feature stood on.
    pub counts: Vec<u32>,
}

const EPOCHS: usize = 12;
const AVERAGED: usize = 6;
const RATE: f32 = 0.05;
const DECAY: f32 = 5e-4;
const GOLD_WEIGHT: f32 = 2.0;
/// Features on fewer tokens are left out.
const RARE: u32 = 2;

pub fn train(chains: &[Chain]) -> Model {
    let mut model = collect(chains);
    let indexed: Vec<_> = chains.iter().map(|c| index(&model, &c.features)).collect();
    let memory: Vec<_> = chains.iter().map(|c| index(&model, &c.memory)).collect();
    let mut squares = vec![[1e-2f32; 16]; model.rows.len()];
    let mut transition_squares = [[1e-2f32; TAGS]; TAGS];
    let mut sum: Vec<Row> = vec![[0.0; 16]; model.rows.len()];
    let mut transition_sum = [[0f32; TAGS]; TAGS];
    let mut order: Vec<usize> = (0..chains.len()).collect();
    let mut orders = Orders::new();
    for epoch in 0..EPOCHS {
        orders.shuffle(&mut order);
        let mut loss = 0.0;
        for &n in &order {
            // Each article is learned with and without what a first pass made of it.
            let features = if (epoch + n) % 2 == 0 {
                join(&indexed[n], &memory[n])
            } else {
                indexed[n].clone()
            };
            loss += learn(
                &mut model,
                &features,
                &chains[n],
                &mut squares,
                &mut transition_squares,
            );
        }
        if epoch == 0 {
            eprintln!(
                "{} features, {} tokens",
                model.rows.len(),
                chains.iter().map(|c| c.tags.len()).sum::<usize>()
            );
        }
        eprintln!("epoch {epoch}: loss {loss:.0}");
        if epoch + AVERAGED >= EPOCHS {
            for (sum, row) in sum.iter_mut().zip(&model.rows) {
                (0..16).for_each(|k| sum[k] += row[k] / AVERAGED as f32);
            }
            for (sum, row) in transition_sum.iter_mut().zip(&model.transitions) {
                (0..TAGS).for_each(|k| sum[k] += row[k] / AVERAGED as f32);
            }
        }
    }
    model.rows = sum;
    model.transitions = transition_sum;
    model
}

fn collect(chains: &[Chain]) -> Model {
    let mut seen: HashMap<u64, u32> = HashMap::new();
    for feature in chains
        .iter()
        .flat_map(|c| c.features.iter().chain(&c.memory).flatten())
    {
        *seen.entry(*feature).or_default() += 1;
    }
    let mut kept: Vec<(u64, u32)> = seen.into_iter().filter(|(_, n)| *n >= RARE).collect();
    kept.sort_unstable();
    Model {
        index: kept
            .iter()
            .enumerate()
            .map(|(i, (f, _))| (*f, i as u32))
            .collect(),
        rows: vec![[0.0; 16]; kept.len()],
        transitions: [[0.0; TAGS]; TAGS],
        counts: kept.iter().map(|(_, n)| *n).collect(),
    }
}

fn index(model: &Model, features: &[Vec<u64>]) -> Vec<Vec<u32>> {
    let known = |list: &Vec<u64>| {
        list.iter()
            .filter_map(|f| model.index.get(f).copied())
            .collect()
    };
    features.iter().map(known).collect()
}

fn join(features: &[Vec<u32>], memory: &[Vec<u32>]) -> Vec<Vec<u32>> {
    let pairs = features.iter().zip(memory);
    pairs
        .map(|(a, b)| a.iter().chain(b).copied().collect())
        .collect()
}

fn scores(model: &Model, features: &[Vec<u32>]) -> Vec<[f32; TAGS]> {
    let of_token = |list: &Vec<u32>| {
        let mut sum = [0f32; 16];
        for &f in list {
            let row = &model.rows[f as usize];
            (0..16).for_each(|k| sum[k] += row[k]);
        }
        let mut scores = [0f32; TAGS];
        scores.copy_from_slice(&sum[..TAGS]);
        if list.is_empty() {
            scores = [f32::NEG_INFINITY; TAGS];
            scores[OUTSIDE] = 0.0;
        }
        scores
    };
    features.iter().map(of_token).collect()
}

/// One step down the gradient of one chain; its loss.
fn learn(
    model: &mut Model,
    features: &[Vec<u32>],
    chain: &Chain,
    squares: &mut [Row],
    transition_squares: &mut [[f32; TAGS]; TAGS],
) -> f64 {
    if features.is_empty() {
        return 0.0;
    }
    let weight = if chain.gold { GOLD_WEIGHT } else { 1.0 };
    let gold: Vec<usize> = chain
        .tags
        .iter()
        .zip(features)
        .map(|(t, f)| {
            if f.is_empty() {
                OUTSIDE
            } else {
                usize::from(*t)
            }
        })
        .collect();
    let (marginals, pairs, loss) = expect(&scores(model, features), &model.transitions, &gold);
    for ((list, marginal), &gold) in features.iter().zip(&marginals).zip(&gold) {
        let mut gradient = [0f32; 16];
        gradient[..TAGS].copy_from_slice(marginal);
        gradient[gold] -= 1.0;
        for g in &mut gradient {
            *g *= weight;
        }
        for &f in list {
            let (row, square) = (&mut model.rows[f as usize], &mut squares[f as usize]);
            for k in 0..16 {
                let g = gradient[k] + DECAY * row[k];
                square[k] += g * g;
                row[k] -= RATE * g / square[k].sqrt();
            }
        }
    }
    let mut gradient = pairs;
    for pair in gold.windows(2) {
        gradient[pair[0]][pair[1]] -= 1.0;
    }
    for a in 0..TAGS {
        for b in 0..TAGS {
            let g = gradient[a][b] * weight;
            transition_squares[a][b] += g * g;
            model.transitions[a][b] -= RATE * g / transition_squares[a][b].sqrt();
        }
    }
    loss
}

type Table = [[f32; TAGS]; TAGS];

/// The probabilities of tags and of pairs of tags, and the loss of the gold row.
fn expect(
    scores: &[[f32; TAGS]],
    transitions: &Table,
    gold: &[usize],
) -> (Vec<[f32; TAGS]>, Table, f64) {
    let mut jump = [[0f32; TAGS]; TAGS];
    for a in 0..TAGS {
        for b in 0..TAGS {
            if may_follow(a, b) {
                jump[a][b] = transitions[a][b].exp();
            }
        }
    }
    let length = scores.len();
    let mut emit = Vec::with_capacity(length);
    let (mut norm, mut gold_score) = (0f64, 0f64);
    for (i, row) in scores.iter().enumerate() {
        let top = row.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        emit.push(row.map(|s| (s - top).exp()));
        norm += f64::from(top);
        gold_score += f64::from(row[gold[i]]);
        if i > 0 {
            gold_score += f64::from(transitions[gold[i - 1]][gold[i]]);
        }
    }
    let mut forward = vec![[0f32; TAGS]; length];
    for i in 0..length {
        let mut row = [0f32; TAGS];
        for b in 0..TAGS {
            let into = if i == 0 {
                f32::from(u8::from(may_follow(OUTSIDE, b)))
            } else {
                (0..TAGS).map(|a| forward[i - 1][a] * jump[a][b]).sum()
            };
            row[b] = into * emit[i][b];
        }
        let total: f32 = row.iter().sum::<f32>().max(1e-30);
        norm += f64::from(total.ln());
        forward[i] = row.map(|x| x / total);
    }
    let backward = backward(&emit, &jump);
    let (marginals, pairs) = together(&forward, &backward, &emit, &jump);
    (marginals, pairs, norm - gold_score)
}

/// The backward pass.
fn backward(emit: &[[f32; TAGS]], jump: &Table) -> Vec<[f32; TAGS]> {
    let length = emit.len();
    let mut backward = vec![[1f32; TAGS]; length];
    for i in (0..length - 1).rev() {
        let mut row = [0f32; TAGS];
        for a in 0..TAGS {
            row[a] = (0..TAGS)
                .map(|b| jump[a][b] * emit[i + 1][b] * backward[i + 1][b])
                .sum();
        }
        let total: f32 = row.iter().sum::<f32>().max(1e-30);
        backward[i] = row.map(|x| x / total);
    }
    backward
}

/// Both passes together: the probabilities of tags and of pairs of tags.
fn together(
    forward: &[[f32; TAGS]],
    backward: &[[f32; TAGS]],
    emit: &[[f32; TAGS]],
    jump: &Table,
) -> (Vec<[f32; TAGS]>, Table) {
    let length = emit.len();
    let mut pairs = [[0f32; TAGS]; TAGS];
    let mut marginals = Vec::with_capacity(length);
    for i in 0..length {
        let mut row = [0f32; TAGS];
        (0..TAGS).for_each(|k| row[k] = forward[i][k] * backward[i][k]);
        let total: f32 = row.iter().sum::<f32>().max(1e-30);
        marginals.push(row.map(|x| x / total));
        if i + 1 < length {
            let mut pair = [[0f32; TAGS]; TAGS];
            let mut total = 1e-30f32;
            for a in 0..TAGS {
                for b in 0..TAGS {
                    pair[a][b] = forward[i][a] * jump[a][b] * emit[i + 1][b] * backward[i + 1][b];
                    total += pair[a][b];
                }
            }
            for a in 0..TAGS {
                (0..TAGS).for_each(|b| pairs[a][b] += pair[a][b] / total);
            }
        }
    }
    (marginals, pairs)
}

/// The best row of tags of a chain, by the full model.
pub fn best_tags(model: &Model, chain: &Chain) -> Vec<u8> {
    let features = join(&index(model, &chain.features), &index(model, &chain.memory));
    let scores = scores(model, &features);
    let mut best = vec![[(f32::NEG_INFINITY, 0u8); TAGS]; scores.len()];
    for (i, row) in scores.iter().enumerate() {
        for b in 0..TAGS {
            let mut top = (f32::NEG_INFINITY, 0);
            for a in (0..TAGS).filter(|a| may_follow(*a, b)) {
                let before = match i {
                    0 if a == OUTSIDE => 0.0,
                    0 => f32::NEG_INFINITY,
                    _ => best[i - 1][a].0 + model.transitions[a][b],
                };
                if before > top.0 {
                    top = (before, a as u8);
                }
            }
            best[i][b] = (top.0 + row[b], top.1);
        }
    }
    let mut tags = vec![0u8; scores.len()];
    let Some(last) = best.last() else {
        return tags;
    };
    let mut tag = (0..TAGS)
        .max_by(|a, b| last[*a].0.total_cmp(&last[*b].0))
        .unwrap_or(0);
    for i in (0..tags.len()).rev() {
        tags[i] = tag as u8;
        tag = usize::from(best[i][tag].1);
    }
    tags
}
