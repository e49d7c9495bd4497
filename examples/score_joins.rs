//! How well mentions are joined to entities, over folders of gold files.
//!
//! `cargo run --release --example score_joins -- GOLD_DIR… [--show TYPE]`
//!
//! The mentions are the gold ones. A pair is the name of a gold speaker and one
//! of its aliases, both mentions of one type: they must land in one entity. A
//! false join is an entity that holds the names of two speakers. With `--show`,
//! missed pairs (-), false joins (!) and all joins of different words that no
//! speaker's aliases vouch for (?) are printed.

mod gold;
#[path = "gold/points.rs"]
mod points;

use anyhow::{Context, Result};
use qawl::{
    analysis::{entities, lexicon::Words, mentions::NameMention, tokens::Tokens},
    annotations::{Entity, EntityType},
    document::Span,
};
use serde_json::Value;
use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

/// Pairs joined, pairs, false joins.
type Counts = BTreeMap<&'static str, [usize; 3]>;

fn main() -> Result<()> {
    let mut args: Vec<String> = std::env::args().skip(1).collect();
    let shown = args.iter().position(|a| a == "--show").map(|at| {
        let kind = args.get(at + 1).cloned().unwrap_or_default();
        args.truncate(at);
        kind
    });
    let mut counts = Counts::new();
    for folder in &args {
        for (file, gold) in gold::read(Path::new(folder))? {
            score(&gold, &mut counts, &file, shown.as_deref())?;
        }
    }
    for (kind, [hit, pairs, wrong]) in counts {
        let per_mille = hit * 1000 / pairs.max(1);
        println!("{kind:<5} pairs joined {hit}/{pairs} = {per_mille}‰   false joins {wrong}");
    }
    Ok(())
}

fn score(gold: &Value, counts: &mut Counts, file: &str, shown: Option<&str>) -> Result<()> {
    let text = gold["text"].as_str().context("no text")?;
    let tokens = Tokens::new(text);
    let words = Words::new(&tokens);
    let mentions = gold_mentions(gold, text, &tokens);
    let entities = entities::join(text, &tokens, &words, &mentions);
    let speakers = speakers(gold);
    let mut vouched = BTreeSet::new();
    for names in &speakers {
        for alias in names.iter().skip(1) {
            pair(&entities, text, [&names[0], alias], counts, file, shown);
        }
        for a in names {
            vouched.extend(names.iter().map(|b| (a.clone(), b.clone())));
        }
    }
    for entity in &entities {
        let forms = forms(entity, text);
        let held = |names: &&Vec<String>| names.iter().any(|n| forms.contains(n.as_str()));
        let several = speakers.iter().filter(held).count();
        let wrong = several > 1 && speakers.iter().filter(held).all(|s| distinct(s, &speakers));
        counts.entry(entity.kind.name()).or_default()[2] += usize::from(wrong);
        if shown != Some(entity.kind.name()) {
            continue;
        }
        let known = |form: &&str| !vouched.contains(&(entity.name.clone(), (*form).to_owned()));
        let doubtful: Vec<&str> = forms.iter().copied().filter(known).collect();
        if wrong {
            println!("! {file} {} <= {forms:?}", entity.name);
        } else if forms.len() > 1 && !doubtful.is_empty() {
            println!("? {file} {} <= {doubtful:?}", entity.name);
        }
    }
    Ok(())
}

/// Whether no other speaker goes by one of the names of this one.
fn distinct(names: &[String], speakers: &[Vec<String>]) -> bool {
    let shared = |other: &&Vec<String>| other.iter().any(|n| names.contains(n));
    speakers.iter().filter(shared).count() == 1
}

fn pair(
    entities: &[Entity],
    text: &str,
    pair: [&str; 2],
    counts: &mut Counts,
    file: &str,
    shown: Option<&str>,
) {
    let of = |name: &str, kind: EntityType| {
        let holds = |e: &&Entity| e.kind == kind && forms(e, text).contains(name);
        entities.iter().any(|e| holds(&e))
    };
    for kind in EntityType::ALL {
        if pair[0] == pair[1] || !of(pair[0], kind) || !of(pair[1], kind) {
            continue;
        }
        let joined = entities.iter().any(|e| {
            let forms = forms(e, text);
            e.kind == kind && forms.contains(pair[0]) && forms.contains(pair[1])
        });
        let count = counts.entry(kind.name()).or_default();
        count[0] += usize::from(joined);
        count[1] += 1;
        if !joined && shown == Some(kind.name()) {
            println!("- {file} {} <= {}", pair[0], pair[1]);
        }
    }
}

fn forms<'t>(entity: &Entity, text: &'t str) -> BTreeSet<&'t str> {
    let of = |m: &qawl::annotations::Mention| text.get(m.span.range()).unwrap_or_default();
    entity.mentions.iter().map(of).collect()
}

/// For each gold speaker its name and aliases.
fn speakers(gold: &Value) -> Vec<Vec<String>> {
    let list = gold["speakers"].as_array().into_iter().flatten();
    let names = |speaker: &Value| {
        let aliases = speaker["aliases"].as_array().cloned().unwrap_or_default();
        let all = std::iter::once(speaker["name"].clone()).chain(aliases);
        all.filter_map(|n| n.as_str().map(str::to_owned)).collect()
    };
    list.map(names).collect()
}

fn gold_mentions(gold: &Value, text: &str, tokens: &Tokens) -> Vec<NameMention> {
    let bytes = points::to_bytes(text);
    let byte = |point: usize| bytes.get(point).copied().unwrap_or(text.len());
    let mentions = gold::mentions(gold).map(|(start, end, kind)| {
        let span = Span::new(byte(start), byte(end));
        NameMention {
            first: tokens.at_or_after(span.start),
            end: tokens.at_or_after(span.end.saturating_sub(1)) + 1,
            span,
            kind,
        }
    });
    let mut mentions: Vec<_> = mentions.collect();
    mentions.sort_by_key(|m| m.span);
    mentions
}
