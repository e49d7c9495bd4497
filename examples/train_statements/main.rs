//! Trains the models that choose statements, their ends, their sources and their
//! speakers, and writes their weights to `src/analysis/weights/`.
//!
//! Usage: `cargo run --release --example train_statements [--names FILE] [--answers OUT] DIR…`,
//! where each folder holds gold files (`*.gold.json`, the format of the
//! evaluation). Deterministic: the same folders make the same weights.
//!
//! With `--names`, the names are those of FILE (`train_tagger held`), found by
//! taggers that had not seen the article: the models then learn from names as
//! they will meet them. With `--answers`, each article is also analysed with models trained on the
//! other articles, and the answers are written to OUT: the scorer then tells
//! how the program does on articles that it has not seen.

// Counts of thousands and weights of a few units: nothing is lost in these casts.
#![allow(
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    clippy::cast_possible_wrap
)]

mod gold;
mod groups;
mod learner;
mod teacher;

use std::{
    collections::{HashMap, HashSet},
    fs,
    path::Path,
};

use gold::Article;
use groups::Coverage;
use learner::{Group, Learner};
use qawl::{
    analysis::{
        analyse_with,
        context::Context,
        ranker::{Ranker, SIZE},
        speakers,
        statements::{self, Models, site},
    },
    extract::Format,
};

const FOLDS: usize = 5;

fn main() -> anyhow::Result<()> {
    let mut folders: Vec<String> = std::env::args().skip(1).collect();
    let mut option = |name: &str| {
        let at = folders.iter().position(|f| f == name)?;
        folders.drain(at..at + 2).nth(1)
    };
    let (answers, names) = (option("--answers"), option("--names"));
    let articles = gold::read_all(folders.into_iter())?;
    println!("{} articles", articles.len());
    let names = names.map_or(Ok(HashMap::new()), |file| gold::names(&file))?;
    let contexts: Vec<Context> = articles
        .iter()
        .map(|a| Context::with_names(&a.document, names.get(&a.id).cloned()))
        .collect();

    let mut coverage = Coverage::default();
    let pairs = || articles.iter().zip(&contexts);
    let read: Vec<Vec<Group>> = pairs()
        .map(|(a, c)| groups::readings(a, c, &mut coverage))
        .collect();
    coverage.print();
    let read_folds = folds("read", &read);
    let choose: Vec<Vec<Group>> = pairs()
        .enumerate()
        .map(|(i, (a, c))| groups::choose(a, c, read_folds[i % FOLDS]))
        .collect();
    let choose_folds = folds("choose", &choose);
    let reported: Vec<HashSet<usize>> = contexts
        .iter()
        .enumerate()
        .map(|(i, context)| {
            let (read, choose) = (read_folds[i % FOLDS], choose_folds[i % FOLDS]);
            let choices = statements::choices(context, &site::all(context), read, choose);
            choices.iter().map(|c| c.site.token).collect()
        })
        .collect();
    let ends: Vec<Vec<Group>> = pairs()
        .zip(&reported)
        .map(|((a, c), r)| groups::ends(a, c, &|t| r.contains(&t)))
        .collect();
    let sources: Vec<Vec<Group>> = pairs().map(|(a, c)| groups::sources(a, c)).collect();
    let source_folds = folds("sources", &sources);
    let end_folds = folds("ends", &ends);

    let mut models: Vec<Models> = (0..FOLDS)
        .map(|fold| Models {
            read: read_folds[fold],
            choose: choose_folds[fold],
            ends: end_folds[fold],
            sources: source_folds[fold],
            speakers: speakers::MODEL,
        })
        .collect();
    let speakers: Vec<Vec<Group>> = pairs()
        .enumerate()
        .map(|(i, (a, c))| teacher::speakers(a, c, &models[i % FOLDS]))
        .collect();
    for (models, speakers) in models.iter_mut().zip(folds("speakers", &speakers)) {
        models.speakers = speakers;
    }
    if let Some(out) = answers {
        for (i, (article, context)) in pairs().enumerate() {
            answer(article, context, &models[i % FOLDS], Path::new(&out))?;
        }
    }
    write(&[
        ("read", &read),
        ("choose", &choose),
        ("ends", &ends),
        ("sources", &sources),
        ("speakers", &speakers),
    ])
}

/// Trains on all articles and writes the weights.
fn write(all: &[(&str, &Vec<Vec<Group>>)]) -> anyhow::Result<()> {
    for (name, groups) in all {
        let weights = Learner::train(groups.iter().flatten());
        assert_eq!(weights.len(), SIZE);
        fs::write(format!("src/analysis/weights/{name}.bin"), weights)?;
    }
    Ok(())
}

/// For each fold a model trained on the others; says how well they do on it.
fn folds(name: &str, groups: &[Vec<Group>]) -> Vec<Ranker> {
    let part = |fold: usize, inside: bool| {
        groups
            .iter()
            .enumerate()
            .filter(move |(i, _)| (i % FOLDS == fold) == inside)
            .flat_map(|(_, g)| g)
    };
    let (mut right, mut all) = (0, 0);
    let models = (0..FOLDS)
        .map(|fold| {
            let model = Ranker::new(Vec::leak(Learner::train(part(fold, false))));
            right += part(fold, true).filter(|g| g.is_right(model)).count();
            all += part(fold, true).count();
            model
        })
        .collect();
    println!(
        "{name}, articles held out: {right} of {all} right, {:.4}",
        right as f64 / all as f64
    );
    models
}

fn answer(article: &Article, context: &Context, models: &Models, out: &Path) -> anyhow::Result<()> {
    let annotations = analyse_with(context, models);
    let mut json = Vec::new();
    Format::Json.render(&article.document, &annotations, &mut json);
    fs::create_dir_all(out)?;
    fs::write(out.join(format!("{}.json", article.file)), json)?;
    Ok(())
}
