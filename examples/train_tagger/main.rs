//! Makes what the tagger has learned: `vocabulary.bin` and `weights.bin`.
//!
//! ```text
//! cargo run --release --example train_tagger -- vocabulary EVALUATION TRAINING
//! cargo run --release --example train_tagger -- weights EVALUATION TRAINING
//! cargo run --release --example train_tagger -- folds N EVALUATION TRAINING
//! ```
//!
//! EVALUATION holds `train/*.gold.json`, TRAINING `words.tsv`, `forms.tsv` and
//! `names.jsonl`, unpacked. The features look words up in the vocabulary, so it
//! is made first and the program built again before the weights. `folds` trains
//! N times on all but a part and prints the figures of what was left out. The
//! same input gives the same bytes.

mod crf;
mod data;
mod pack;
mod vocabulary;

use anyhow::{Result, bail};
use std::path::Path;

const HOME: &str = "src/analysis/mentions";

fn main() -> Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match args.as_slice() {
        ["vocabulary", evaluation, training] => {
            let articles = data::read(Path::new(evaluation), Path::new(training))?;
            vocabulary::write(
                Path::new(training),
                &articles,
                &Path::new(HOME).join("vocabulary.bin"),
            )
        }
        ["weights", evaluation, training] => {
            let articles = data::read(Path::new(evaluation), Path::new(training))?;
            let chains = data::chains(&articles);
            let model = crf::train(&chains);
            pack::write(&model, &Path::new(HOME).join("weights.bin"))
        }
        ["folds", count, evaluation, training] => {
            let articles = data::read(Path::new(evaluation), Path::new(training))?;
            folds(&articles, count.parse()?);
            Ok(())
        }
        _ => bail!("usage: train_tagger vocabulary|weights|folds … (see its head)"),
    }
}

/// Trains on all but each part in turn, and prints the figures of the parts.
fn folds(articles: &[data::Article], count: usize) {
    let chains = data::chains(articles);
    let mut tally = [[[0usize; 3]; 6]; 2];
    for fold in 0..count {
        let held = |chain: &data::Chain| chain.article % count == fold;
        let rest: Vec<_> = chains.iter().filter(|c| !held(c)).cloned().collect();
        let model = crf::train(&rest);
        for chain in chains.iter().filter(|c| held(c)) {
            let tags = crf::best_tags(&model, chain);
            data::count(&chain.tags, &tags, &mut tally[usize::from(chain.gold)]);
        }
        for (tally, name) in tally.iter().zip(["names", "gold"]) {
            data::report(name, tally);
        }
    }
}
