//! Makes what the tagger has learned: `vocabulary.bin` and `weights.bin`.
//!
//! ```text
//! cargo run --release --example train_tagger -- vocabulary EVALUATION TRAINING
//! cargo run --release --example train_tagger -- weights EVALUATION TRAINING
//! cargo run --release --example train_tagger -- folds N EVALUATION TRAINING
//! cargo run --release --example train_tagger -- unlisted N EVALUATION TRAINING
//! cargo run --release --example train_tagger -- held N OUT EVALUATION TRAINING
//! ```
//!
//! EVALUATION holds `train/*.gold.json`, TRAINING `words.tsv`, `forms.tsv` and
//! `names.jsonl`, unpacked. The features look words up in the vocabulary, so it
//! is made first and the program built again before the weights. `folds` trains
//! N times on all but a part and prints the figures of what was left out, `unlisted` the same
//! without the word lists; `held`
//! writes the names found in what was left out to the file OUT, for
//! `train_statements --names OUT`. The same input gives the same bytes.

// Counts of thousands and weights of a few units: nothing is lost in these casts.
#![allow(
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    clippy::cast_possible_wrap
)]

mod crf;
mod data;
mod pack;
#[path = "../gold/points.rs"]
mod points;
#[path = "../learning/shuffle.rs"]
mod shuffle;
mod vocabulary;

use anyhow::{Result, bail};
use qawl::analysis::mentions::tagger;
use std::{path::Path, sync::atomic::Ordering};

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
            let model = train(&articles, &mut data::chains(&articles));
            pack::write(&model, &Path::new(HOME).join("weights.bin"))
        }
        [mode @ ("folds" | "unlisted"), count, evaluation, training] => {
            data::UNLISTED.store(*mode == "unlisted", Ordering::Relaxed);
            let articles = data::read(Path::new(evaluation), Path::new(training))?;
            folds(&articles, count.parse()?);
            Ok(())
        }
        ["held", count, out, evaluation, training] => {
            let articles = data::read(Path::new(evaluation), Path::new(training))?;
            std::fs::write(out, held(&articles, count.parse()?))?;
            Ok(())
        }
        _ => bail!("usage: train_tagger vocabulary|weights|folds|unlisted|held … (see its head)"),
    }
}

/// How many parts the training data is cut into for the first pass, each tagged
/// by a model that has not seen it.
const PARTS: usize = 4;

/// A model that has learned both passes.
fn train(articles: &[data::Article], chains: &mut [data::Chain]) -> crf::Model {
    let mut tags = vec![Vec::new(); chains.len()];
    for part in 0..PARTS {
        let held = |chain: &data::Chain| chain.article / 3 % PARTS == part;
        let rest: Vec<_> = chains.iter().filter(|c| !held(c)).cloned().collect();
        let model = crf::train(&rest);
        for (chain, tags) in chains.iter().zip(&mut tags).filter(|(c, _)| held(c)) {
            *tags = crf::best_tags(&model, chain);
        }
    }
    data::remember(articles, chains, &tags);
    crf::train(chains)
}

/// Each of `count` parts of the articles in turn, and what is left of them.
fn parted(
    chains: &[data::Chain],
    count: usize,
) -> impl Iterator<Item = (Vec<data::Chain>, Vec<data::Chain>)> {
    (0..count).map(move |part| {
        let chains = chains.iter().cloned();
        chains.partition(|chain| chain.article % count == part)
    })
}

/// The names of each article by a model that has not seen it: a line for each,
/// its name, then first token, token after the last and type of each name.
fn held(articles: &[data::Article], count: usize) -> String {
    let chains = data::chains(articles);
    let mut lines = vec![String::new(); articles.len()];
    for (mut held, mut rest) in parted(&chains, count) {
        let model = train(articles, &mut rest);
        let first: Vec<_> = held.iter().map(|c| crf::best_tags(&model, c)).collect();
        data::remember(articles, &mut held, &first);
        for chain in &held {
            let names = tagger::names(&crf::best_tags(&model, chain));
            for (first, end, kind) in names {
                let (first, end) = (first + chain.first, end + chain.first);
                lines[chain.article].extend([format!("\t{first} {end} {kind}")]);
            }
        }
    }
    let articles = articles.iter().zip(lines);
    let lines: Vec<String> = articles
        .map(|(a, names)| format!("{}{names}\n", a.id))
        .collect();
    lines.concat()
}

/// Trains on all but each part in turn, and prints the figures of the parts.
fn folds(articles: &[data::Article], count: usize) {
    let chains = data::chains(articles);
    let mut tally = [[[[0usize; 3]; 6]; 2]; 2];
    for (mut held, mut rest) in parted(&chains, count) {
        let model = train(articles, &mut rest);
        for (pass, tally) in tally.iter_mut().enumerate() {
            let tags: Vec<_> = held.iter().map(|c| crf::best_tags(&model, c)).collect();
            for (chain, tags) in held.iter().zip(&tags) {
                if chain.gold && pass == 1 && std::env::var_os("SHOW").is_some() {
                    data::show(&articles[chain.article], chain, tags);
                }
                data::count(&chain.tags, tags, &mut tally[usize::from(chain.gold)]);
            }
            data::remember(articles, &mut held, &tags);
        }
    }
    for (pass, tally) in tally.iter().enumerate() {
        for (tally, name) in tally.iter().zip(["names", "gold "]) {
            data::report(&format!("pass {pass} {name}"), tally);
        }
    }
}
