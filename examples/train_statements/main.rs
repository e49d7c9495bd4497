//! Trains the models that choose statements, their ends, their sources and their
//! speakers, and that which tells which of them are told, and writes their weights to
//! `src/analysis/weights/`.
//!
//! Usage: `cargo run --release --example train_statements [--names FILE] [--answers OUT] [--folds N] [--check DIR] DIR…`,
//! where each folder holds gold files (`*.gold.json`, the format of the
//! evaluation). Deterministic: the same folders make the same weights.
//!
//! With `--names`, the names are those of FILE (`train_tagger held`), found by
//! taggers that had not seen the article: the models then learn from names as
//! they will meet them. With `--answers`, each article is also analysed with models trained on the
//! other articles, and the answers are written to OUT: the scorer then tells
//! how the program does on articles that it has not seen; with `--folds N` they are
//! drawn into the folds in another order, as figures differ by a point from one to the
//! next. With `--check DIR`, the
//! weights that are written are also tried on the articles of that folder.

// Counts of thousands and weights of a few units: nothing is lost in these casts.
#![allow(
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    clippy::cast_possible_wrap
)]

mod gold;
mod groups;
mod learner;
mod odds;
#[path = "../gold/points.rs"]
mod points;
#[path = "../learning/shuffle.rs"]
mod shuffle;
mod teacher;

use std::{
    collections::{HashMap, HashSet},
    fmt, fs,
    path::Path,
};

use gold::Article;
use groups::Coverage;
use learner::{Group, Learner, Pace};
use qawl::{
    analysis::{
        analyse_with,
        context::Context,
        ranker::{Ranker, SIZE},
        statements::{self, Looks, Models, confirm, site},
        worth::Worth,
    },
    extract::Format,
};
use shuffle::Orders;

const FOLDS: usize = 5;

fn main() -> anyhow::Result<()> {
    let mut folders: Vec<String> = std::env::args().skip(1).collect();
    let mut option = |name: &str| {
        let at = folders.iter().position(|f| f == name)?;
        folders.drain(at..at + 2).nth(1)
    };
    let (answers, names) = (option("--answers"), option("--names"));
    let (check, folds) = (option("--check"), option("--folds"));
    let mut articles = gold::read_all(folders.into_iter())?;
    if let Some(folds) = folds {
        articles = drawn(articles, folds.parse()?);
    }
    println!("{} articles", articles.len());
    let names = names.map_or(Ok(HashMap::new()), |file| gold::names(&file))?;
    let contexts: Vec<Context> = articles
        .iter()
        .map(|a| Context::with_names(&a.document, names.get(&a.id).cloned()))
        .collect();

    let mut lesson = Lesson::default();
    let models = learn(&articles, &contexts, &mut lesson);
    if let Some(out) = answers {
        for (i, (article, context)) in articles.iter().zip(&contexts).enumerate() {
            answer(article, context, &models[i % FOLDS], Path::new(&out))?;
        }
    }
    let models = write(&lesson)?;
    if let Some(folder) = check {
        try_on(&gold::read_all(std::iter::once(folder))?, models);
    }
    Ok(())
}

/// The articles in another order, so that others are held out together.
fn drawn(articles: Vec<Article>, times: usize) -> Vec<Article> {
    let mut order: Vec<usize> = (0..articles.len()).collect();
    let mut orders = Orders::new();
    (0..times).for_each(|_| orders.shuffle(&mut order));
    let mut articles: Vec<_> = articles.into_iter().map(Some).collect();
    order.iter().filter_map(|at| articles[*at].take()).collect()
}

/// Says how well the models do on articles that are no part of the lesson.
fn try_on(articles: &[Article], models: Models) {
    let mut coverage = Coverage::default();
    let mut tried = Lesson::default();
    for article in articles {
        let context = Context::new(&article.document);
        let readings = groups::readings(article, &context, &mut coverage);
        tried.read.push(readings);
        tried
            .choose
            .push(groups::choose(article, &context, models.read));
        tried
            .confirm
            .push(groups::confirm(article, &context, &models));
        let reported = reported(&context, &models);
        let reports = |token| reported.contains(&token);
        let ends = groups::ends(article, &context, &reports, &mut coverage);
        tried.ends.push(ends);
        tried
            .sources
            .push(groups::sources(article, &context, &mut coverage));
        tried
            .speakers
            .push(teacher::speakers(article, &context, &models));
    }
    coverage.print();
    for (name, groups, model) in [
        ("read", &tried.read, models.read),
        ("choose", &tried.choose, models.looks.first),
        ("confirm", &tried.confirm, models.looks.second),
        ("ends", &tried.ends, models.ends),
        ("sources", &tried.sources, models.sources),
        ("speakers", &tried.speakers, models.speakers),
    ] {
        let mut tally = Tally::default();
        groups.iter().flatten().for_each(|g| tally.take(g, model));
        println!("{name}, articles to check on: {tally}");
    }
}

/// How many choices are right, and how surprising the others are.
#[derive(Default)]
struct Tally {
    right: usize,
    all: usize,
    loss: f64,
}

impl Tally {
    fn take(&mut self, group: &Group, model: Ranker) {
        self.right += usize::from(group.is_right(model));
        self.all += 1;
        self.loss += group.loss(model);
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        let (right, all) = (self.right, self.all);
        let (share, loss) = (right as f64 / all as f64, self.loss / all as f64);
        write!(out, "{right} of {all} right, {share:.4} loss {loss:.4}")
    }
}

/// For each model and each article the choices to learn from.
#[derive(Default)]
struct Lesson {
    read: Vec<Vec<Group>>,
    choose: Vec<Vec<Group>>,
    confirm: Vec<Vec<Group>>,
    ends: Vec<Vec<Group>>,
    sources: Vec<Vec<Group>>,
    speakers: Vec<Vec<Group>>,
    worth: Vec<Vec<odds::Case>>,
}

/// Makes the lesson, each model's choices with what those before it, trained on
/// the other articles, make of an article; returns the models of each fold.
fn learn(articles: &[Article], contexts: &[Context], lesson: &mut Lesson) -> Vec<Models> {
    let mut coverage = Coverage::default();
    let pairs = || articles.iter().zip(contexts);
    lesson.read = pairs()
        .map(|(a, c)| groups::readings(a, c, &mut coverage))
        .collect();
    let read = folds("read", &lesson.read, Pace::FULL);
    lesson.choose = pairs()
        .enumerate()
        .map(|(i, (a, c))| groups::choose(a, c, read[i % FOLDS]))
        .collect();
    let choose = folds("choose", &lesson.choose, Pace::SLOW);
    lesson.sources = pairs()
        .map(|(a, c)| groups::sources(a, c, &mut coverage))
        .collect();
    let sources = folds("sources", &lesson.sources, Pace::FULL);
    let mut models: Vec<Models> = (0..FOLDS)
        .map(|fold| Models {
            read: read[fold],
            looks: Looks::new(choose[fold], statements::MODELS.looks.second),
            sources: sources[fold],
            thorough: true,
            ..statements::MODELS
        })
        .collect();
    lesson.confirm = pairs()
        .enumerate()
        .map(|(i, (a, c))| groups::confirm(a, c, &models[i % FOLDS]))
        .collect();
    let confirm = folds("confirm", &lesson.confirm, Pace::SLOW);
    for (models, confirm) in models.iter_mut().zip(confirm) {
        models.looks = Looks::new(models.looks.first, confirm);
    }
    lesson.ends = pairs()
        .enumerate()
        .map(|(i, (a, c))| {
            let reported = reported(c, &models[i % FOLDS]);
            groups::ends(a, c, &|t| reported.contains(&t), &mut coverage)
        })
        .collect();
    coverage.print();
    for (models, ends) in models
        .iter_mut()
        .zip(folds("ends", &lesson.ends, Pace::FULL))
    {
        models.ends = ends;
    }
    lesson.speakers = pairs()
        .enumerate()
        .map(|(i, (a, c))| teacher::speakers(a, c, &models[i % FOLDS]))
        .collect();
    let speakers = folds("speakers", &lesson.speakers, Pace::SHORT);
    for (models, speakers) in models.iter_mut().zip(speakers) {
        models.speakers = speakers;
        models.thorough = false;
    }
    learn_worth(articles, contexts, lesson, &mut models);
    models
}

/// The same for what tells which of all that those models find are told.
fn learn_worth(
    articles: &[Article],
    contexts: &[Context],
    lesson: &mut Lesson,
    models: &mut [Models],
) {
    let pairs = articles.iter().zip(contexts).enumerate();
    lesson.worth = pairs
        .map(|(i, (a, c))| odds::cases(a, c, &models[i % FOLDS]))
        .collect();
    for (fold, models) in models.iter_mut().enumerate() {
        let others = lesson.worth.iter().enumerate();
        let others = others.filter(|(i, _)| i % FOLDS != fold);
        let weights = odds::train(others.flat_map(|(_, cases)| cases));
        models.worth = Worth::new(Vec::leak(weights));
    }
}

/// The tokens of the sites that seem to report.
fn reported(context: &Context, models: &Models) -> HashSet<usize> {
    let sites = site::all(context);
    let choices = statements::choices(context, &sites, models);
    confirm::reporting(&choices).into_iter().collect()
}

/// Trains on all articles and writes the weights.
fn write(lesson: &Lesson) -> anyhow::Result<Models> {
    let learn = |name: &str, groups: &[Vec<Group>], pace| -> anyhow::Result<Ranker> {
        let weights = Learner::train(groups.iter().flatten(), pace);
        assert_eq!(weights.len(), SIZE);
        fs::write(format!("src/analysis/weights/{name}.bin"), &weights)?;
        Ok(Ranker::new(Vec::leak(weights)))
    };
    Ok(Models {
        read: learn("read", &lesson.read, Pace::FULL)?,
        looks: Looks::new(
            learn("choose", &lesson.choose, Pace::SLOW)?,
            learn("confirm", &lesson.confirm, Pace::SLOW)?,
        ),
        ends: learn("ends", &lesson.ends, Pace::FULL)?,
        sources: learn("sources", &lesson.sources, Pace::FULL)?,
        speakers: learn("speakers", &lesson.speakers, Pace::SHORT)?,
        worth: {
            let weights = odds::train(lesson.worth.iter().flatten());
            fs::write("src/analysis/weights/worth.bin", &weights)?;
            Worth::new(Vec::leak(weights))
        },
        thorough: false,
    })
}

/// For each fold a model trained on the others; says how well they do on it, and
/// with SHOW set where they are wrong.
fn folds(name: &str, groups: &[Vec<Group>], pace: Pace) -> Vec<Ranker> {
    let part = |fold: usize, inside: bool| {
        groups
            .iter()
            .enumerate()
            .filter(move |(i, _)| (i % FOLDS == fold) == inside)
            .flat_map(|(_, g)| g)
    };
    let mut tally = Tally::default();
    let models = (0..FOLDS)
        .map(|fold| {
            let model = Ranker::new(Vec::leak(Learner::train(part(fold, false), pace)));
            if std::env::var_os("SHOW").is_some() {
                for group in part(fold, true).filter(|g| !g.is_right(model)) {
                    let (right, loss) = (group.right, group.loss(model));
                    let about = group.about.replace('\n', "⏎");
                    println!("wrong {name}: right is {right}, loss {loss:.2}: {about}");
                }
            }
            part(fold, true).for_each(|g| tally.take(g, model));
            model
        })
        .collect();
    println!("{name}, articles held out: {tally}");
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
