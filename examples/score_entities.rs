//! Strict figures of entities over folders of gold files, by type.
//!
//! `cargo run --release --example score_entities -- GOLD_DIR [TYPE]`; with a
//! type, every missed (-) and extra (+) mention of it is printed; with `time`,
//! how many megabytes a second each step reads; with `no-model`, what the lists
//! find alone; with `no-lists`, what the model finds without them.

// Counts of thousands: nothing is lost in these casts.
#![allow(clippy::cast_precision_loss)]

mod gold;

use anyhow::{Context, Result};
use qawl::{
    analysis::{
        lexicon::{Classes, Words},
        mentions::{self, tagger::Tagged},
        tokens::Tokens,
    },
    annotations::EntityType,
};
use std::{
    collections::BTreeSet,
    path::Path,
    time::{Duration, Instant},
};

type Marks = BTreeSet<(usize, usize, &'static str)>;

fn main() -> Result<()> {
    let mut args = std::env::args().skip(1);
    let folder = args
        .next()
        .context("usage: score_entities GOLD_DIR [TYPE]")?;
    let shown = args.next();
    if shown.as_deref() == Some("time") {
        return time(Path::new(&folder));
    }
    let mut counts = vec![[0usize; 3]; EntityType::ALL.len()];
    for (file, gold) in gold::read(Path::new(&folder))? {
        let text = gold["text"].as_str().context("no text")?;
        let right = gold::mentions(&gold).map(|(start, end, kind)| (start, end, kind.name()));
        let (right, ours) = (right.collect::<Marks>(), our_marks(text, shown.as_deref()));
        for (count, kind) in counts.iter_mut().zip(EntityType::ALL) {
            let of_kind = |m: &&(usize, usize, &'static str)| m.2 == kind.name();
            count[0] += right.intersection(&ours).filter(of_kind).count();
            count[1] += ours.iter().filter(of_kind).count();
            count[2] += right.iter().filter(of_kind).count();
        }
        if let Some(kind) = &shown {
            show(&file, text, &right, &ours, kind);
        }
    }
    report(&counts);
    Ok(())
}

/// Reads all texts again and again for a few seconds.
fn time(folder: &Path) -> Result<()> {
    let mut texts = Vec::new();
    for (_, gold) in gold::read(folder)? {
        texts.push(gold["text"].as_str().unwrap_or_default().to_owned());
    }
    let bytes: usize = texts.iter().map(String::len).sum();
    let start = Instant::now();
    std::hint::black_box(Words::new(&Tokens::new("وزير")));
    println!("lists read in {:?}", start.elapsed());
    let mut spent = [Duration::ZERO; 3];
    for round in 0..20 {
        for text in &texts {
            let start = Instant::now();
            let tokens = Tokens::new(text);
            let cut = Instant::now();
            let words = Words::new(&tokens);
            let looked_up = Instant::now();
            std::hint::black_box(mentions::find(text, &tokens, &words));
            if round > 0 {
                spent[0] += cut - start;
                spent[1] += looked_up - cut;
                spent[2] += looked_up.elapsed();
            }
        }
    }
    for (name, spent) in ["tokens", "lists", "mentions"].iter().zip(spent) {
        let speed = 19.0 * bytes as f64 / spent.as_secs_f64() / 1e6;
        println!("{name:<10} {speed:.1} MB/s");
    }
    Ok(())
}

fn our_marks(text: &str, mode: Option<&str>) -> Marks {
    let tokens = Tokens::new(text);
    let words = match mode {
        Some("no-lists") => Words::unlisted(&tokens),
        _ => Words::new(&tokens),
    };
    let names = (mode == Some("no-model")).then(|| listed(&tokens, &words));
    mentions::find_with(text, &tokens, &words, names)
        .0
        .iter()
        .map(|m| {
            let point = |byte: usize| text[..byte].chars().count();
            (point(m.span.start), point(m.span.end), m.kind.name())
        })
        .collect()
}

/// The names that the lists hold, the longest first; given names with what may
/// follow them.
fn listed(tokens: &Tokens, words: &Words) -> Vec<Tagged> {
    let kind = |classes: Classes| {
        let sorts = [
            (Classes::GIVEN_NAME | Classes::FAMILY_NAME, 0),
            (Classes::ORG | Classes::MEDIA, 1),
            (Classes::PLACE, 2),
            (Classes::PEOPLE, 3),
        ];
        let sort = sorts.iter().find(|(c, _)| classes.intersects(*c));
        sort.map(|(_, kind)| *kind)
    };
    let mut names: Vec<Tagged> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let phrase = words.phrase(at).map(|p| (p.len, p.classes));
        let (len, classes) = phrase.unwrap_or((1, words.classes(at)));
        let Some(kind) = kind(classes) else {
            at += 1;
            continue;
        };
        match names.last_mut() {
            Some(last) if kind == 0 && last.2 == 0 && last.1 == at => last.1 = at + len,
            _ => names.push((at, at + len, kind)),
        }
        at += len;
    }
    names
}

fn show(file: &str, text: &str, right: &Marks, ours: &Marks, kind: &str) {
    let chars: Vec<char> = text.chars().collect();
    let words = |a: usize, b: usize| chars[a..b].iter().collect::<String>().replace('\n', " ");
    for &(a, b, k) in right.symmetric_difference(ours).filter(|m| m.2 == kind) {
        let sign = if right.contains(&(a, b, k)) { '-' } else { '+' };
        let before = words(a.saturating_sub(30), a);
        let after = words(b, (b + 25).min(chars.len()));
        println!("{sign} {file} {before}[{}]{after}", words(a, b));
    }
}

fn report(counts: &[[usize; 3]]) {
    let line = |name: &str, [hit, ours, gold]: [usize; 3]| {
        let share = |n: usize, of: usize| if of == 0 { 0.0 } else { n as f64 / of as f64 };
        let (p, r, f) = (
            share(hit, ours),
            share(hit, gold),
            share(2 * hit, ours + gold),
        );
        println!("{name:<12} {p:.3}  {r:.3}  {f:.3}   {hit}/{ours}/{gold}");
    };
    let sum = |n: usize| {
        counts
            .iter()
            .take(n)
            .fold([0; 3], |a, b| [a[0] + b[0], a[1] + b[1], a[2] + b[2]])
    };
    line("PER+ORG+LOC", sum(3));
    for (kind, count) in EntityType::ALL.iter().zip(counts) {
        line(kind.name(), *count);
    }
}
