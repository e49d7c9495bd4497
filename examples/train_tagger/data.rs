//! Articles with their names, and the chains of tagged tokens made of them.

use crate::points;
use anyhow::{Context, Result};
use qawl::{
    analysis::{
        lexicon::Words,
        mentions::{
            evidence::Evidence,
            facts, features,
            memory::Memory,
            model::{self, TYPES},
            rests::Rests,
            tagger,
        },
        tokens::Tokens,
    },
    document::Span,
};
use serde_json::Value;
use std::{
    fs,
    path::Path,
    sync::atomic::{AtomicBool, Ordering},
};

/// A text with the names that are marked in it.
pub struct Article {
    pub id: String,
    pub text: String,
    /// Bytes, and the position of the type among [`TYPES`].
    pub names: Vec<(Span, usize)>,
    /// Whether it was annotated article by article, not by a list of names.
    pub gold: bool,
}

/// One line of an article, ready to train on.
#[derive(Clone)]
pub struct Chain {
    /// The position of its article.
    pub article: usize,
    pub gold: bool,
    /// The position of its first token in the article.
    pub first: usize,
    pub tags: Vec<u8>,
    /// The features of each token; none where only "outside" is tried.
    pub features: Vec<Vec<u64>>,
    /// The features of each token that rest on a first pass; empty before one.
    pub memory: Vec<Vec<u64>>,
}

/// Set to train without the lists, to measure what they earn.
pub static UNLISTED: AtomicBool = AtomicBool::new(false);

fn words(tokens: &Tokens) -> Words {
    if UNLISTED.load(Ordering::Relaxed) {
        Words::unlisted(tokens)
    } else {
        Words::new(tokens)
    }
}

/// Gives chains what a first pass made of their articles: `tags`, one row for
/// each chain.
pub fn remember(articles: &[Article], chains: &mut [Chain], tags: &[Vec<u8>]) {
    let mut at = 0;
    while at < chains.len() {
        let number = chains[at].article;
        let end = at
            + chains[at..]
                .iter()
                .take_while(|c| c.article == number)
                .count();
        let article = &articles[number];
        let tokens = Tokens::new(&article.text);
        let facts = facts::of(&article.text, &tokens, &words(&tokens));
        let mut whole = vec![0u8; tokens.len()];
        for (chain, tags) in chains[at..end].iter().zip(&tags[at..end]) {
            whole[chain.first..chain.first + tags.len()].copy_from_slice(tags);
        }
        let memory = Memory::new(&facts, &whole, &Rests::new(&facts, &tokens));
        for chain in &mut chains[at..end] {
            let of_token = |(i, list): (usize, &Vec<u64>)| {
                let mut features = Vec::new();
                if let Some(memory) = memory.as_ref().filter(|_| !list.is_empty()) {
                    memory.each(&facts, chain.first + i, |f| features.push(f));
                }
                features
            };
            chain.memory = chain.features.iter().enumerate().map(of_token).collect();
        }
        at = end;
    }
}

pub fn read(evaluation: &Path, training: &Path) -> Result<Vec<Article>> {
    let mut articles = Vec::new();
    let mut files: Vec<_> = fs::read_dir(evaluation.join("train"))?
        .filter_map(|entry| entry.ok().map(|e| e.path()))
        .collect();
    files.sort();
    for file in files {
        let gold: Value = serde_json::from_str(&fs::read_to_string(&file)?)?;
        let entities = gold["entities"].as_array().into_iter().flatten();
        let marks = entities.flat_map(|e| {
            let mentions = e["mentions"].as_array().into_iter().flatten();
            mentions.map(move |m| (m, &e["type"]))
        });
        articles.push(article(&gold, marks, true)?);
    }
    for line in fs::read_to_string(training.join("names.jsonl"))?.lines() {
        let names: Value = serde_json::from_str(line)?;
        let mentions = names["mentions"].as_array().into_iter().flatten();
        articles.push(article(&names, mentions.map(|m| (m, &m["type"])), false)?);
    }
    Ok(articles)
}

fn article<'v>(
    from: &Value,
    marks: impl Iterator<Item = (&'v Value, &'v Value)>,
    gold: bool,
) -> Result<Article> {
    let id = from["id"]
        .as_str()
        .context("an article without id")?
        .to_owned();
    let text = from["text"]
        .as_str()
        .context("an article without text")?
        .to_owned();
    let bytes = points::to_bytes(&text);
    let names = marks
        .filter_map(|(mark, kind)| {
            let kind = TYPES.iter().position(|t| *kind == t.name())?;
            let at = |field: &str| bytes.get(mark[field].as_u64()? as usize).copied();
            Some((Span::new(at("start")?, at("end")?), kind))
        })
        .collect();
    Ok(Article {
        id,
        text,
        names,
        gold,
    })
}

/// The tags of the tokens of an article.
pub fn tags(article: &Article, tokens: &Tokens) -> Vec<u8> {
    let mut tags = vec![model::OUTSIDE as u8; tokens.len()];
    for (span, kind) in &article.names {
        let first = tokens.at_or_after(span.start);
        let mut at = first;
        while at < tokens.len() && tokens.span(at).start < span.end {
            tags[at] = (model::begin(*kind) + usize::from(at > first)) as u8;
            at += 1;
        }
    }
    tags
}

pub fn chains(articles: &[Article]) -> Vec<Chain> {
    let mut chains = Vec::new();
    for (number, article) in articles.iter().enumerate() {
        let tokens = Tokens::new(&article.text);
        let words = words(&tokens);
        let facts = facts::of(&article.text, &tokens, &words);
        let evidence = Evidence::new(&facts, &tokens);
        let tags = tags(article, &tokens);
        for line in tagger::lines(&facts) {
            let features = line.clone().map(|i| {
                let mut list = Vec::new();
                if !facts[i].plain {
                    let spelling = facts::spelling(&tokens, &words, i, &facts[i]);
                    features::each(&facts, &evidence, i, &spelling, |f| list.push(f));
                }
                list
            });
            let features: Vec<_> = features.collect();
            chains.push(Chain {
                article: number,
                gold: article.gold,
                first: line.start,
                tags: possible(&tags[line], &features),
                memory: vec![Vec::new(); features.len()],
                features,
            });
        }
    }
    chains
}

/// The tags without what the tagger cannot say: a name that goes on from a line
/// before, a name in a word that is never one.
fn possible(tags: &[u8], features: &[Vec<u64>]) -> Vec<u8> {
    let mut before = model::OUTSIDE;
    let of_token = |(tag, features): (&u8, &Vec<u64>)| {
        let mut tag = usize::from(*tag);
        if features.is_empty() {
            tag = model::OUTSIDE;
        } else if !model::may_follow(before, tag) {
            tag -= 1;
        }
        before = tag;
        tag as u8
    };
    tags.iter().zip(features).map(of_token).collect()
}

/// Adds right, ours and gold names of a chain to a tally by type.
pub fn count(gold: &[u8], ours: &[u8], tally: &mut [[usize; 3]; 6]) {
    let (gold, ours) = (tagger::names(gold), tagger::names(ours));
    for name in &ours {
        tally[name.2][1] += 1;
        tally[name.2][0] += usize::from(gold.contains(name));
    }
    for name in &gold {
        tally[name.2][2] += 1;
    }
}

/// Prints the names of a chain that only one side has: missed -, extra +.
pub fn show(article: &Article, chain: &Chain, ours: &[u8]) {
    let tokens = Tokens::new(&article.text);
    let (gold, ours) = (tagger::names(&chain.tags), tagger::names(ours));
    let missed = gold.iter().filter(|n| !ours.contains(n)).map(|n| ('-', n));
    let extra = ours.iter().filter(|n| !gold.contains(n)).map(|n| ('+', n));
    for (sign, &(a, b, kind)) in missed.chain(extra) {
        let (a, b) = (a + chain.first, b + chain.first);
        let words = |from: usize, to: usize| {
            let span = tokens.span_of(
                from.max(chain.first),
                to.min(chain.first + chain.tags.len()),
            );
            article.text[span.range()].to_owned()
        };
        let (before, after) = (words(a.saturating_sub(4), a), words(b, b + 4));
        println!(
            "{sign} {} {:3} {before} [{}] {after}",
            TYPES[kind].name(),
            chain.article,
            words(a, b)
        );
    }
}

pub fn report(name: &str, tally: &[[usize; 3]; 6]) {
    let f1 = |[hit, ours, gold]: [usize; 3]| 2.0 * hit as f64 / (ours + gold).max(1) as f64;
    let sum = tally[..3]
        .iter()
        .fold([0; 3], |a, b| [a[0] + b[0], a[1] + b[1], a[2] + b[2]]);
    print!("{name}: all three {:.3}", f1(sum));
    for (kind, counts) in TYPES.iter().zip(tally) {
        print!("  {} {:.3}", kind.name(), f1(*counts));
    }
    println!();
}
