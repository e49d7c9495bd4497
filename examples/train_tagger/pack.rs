//! Weights to bytes: rows by worth into buckets of four, one byte a weight.

use crate::crf::{Model, Row};
use anyhow::Result;
use qawl::analysis::mentions::model::{BUCKET, CHECK, HEAD, ROW, TAGS, place};
use std::{fs, path::Path};

/// How many buckets of four rows of sixteen bytes: with the vocabulary they stay
/// under 4 MB.
const BUCKETS: usize = 46_000;
/// One of a weight in units of the stored byte; beyond ±127 is cut.
const SCALE: f32 = 40.0;

pub fn write(model: &Model, path: &Path) -> Result<()> {
    let mut bytes = vec![0u8; HEAD + BUCKETS * BUCKET * ROW];
    for (a, row) in model.transitions.iter().enumerate() {
        for (b, weight) in row.iter().enumerate() {
            let at = (a * TAGS + b) * 2;
            let value = (weight * SCALE).round() as i16;
            bytes[at..at + 2].copy_from_slice(&value.to_le_bytes());
        }
    }
    let mut features: Vec<(u64, f32)> = model
        .index
        .iter()
        .map(|(f, &i)| (*f, worth(&model.rows[i as usize], model.counts[i as usize])))
        .collect();
    features.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let mut filled = vec![0usize; BUCKETS];
    let (mut kept, mut cut, mut small) = (0, 0, 0);
    for (feature, worth) in features {
        let place = place(feature, BUCKETS);
        let bucket = (place >> 32) as usize;
        if worth < 0.05 {
            small += 1;
            continue;
        }
        if filled[bucket] == BUCKET {
            cut += 1;
            continue;
        }
        let at = HEAD + (bucket * BUCKET + filled[bucket]) * ROW;
        filled[bucket] += 1;
        kept += 1;
        bytes[at..at + CHECK].copy_from_slice(&place.to_le_bytes()[..CHECK]);
        let row = &model.rows[model.index[&feature] as usize];
        for (seat, weight) in bytes[at + CHECK..at + ROW].iter_mut().zip(row) {
            *seat = (weight * SCALE).round().clamp(-127.0, 127.0) as i8 as u8;
        }
    }
    eprintln!("{kept} features kept, {cut} found no place, {small} said too little");
    fs::write(path, bytes)?;
    Ok(())
}

/// How much is lost without a feature: how far it moves scores, and how often.
fn worth(row: &Row, count: u32) -> f32 {
    let most = row.iter().fold(f32::MIN, |a, b| a.max(*b));
    let least = row.iter().fold(f32::MAX, |a, b| a.min(*b));
    (most - least) * (count as f32).sqrt()
}
