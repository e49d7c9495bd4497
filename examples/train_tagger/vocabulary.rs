//! The vocabulary: clusters, shares of names and proclitics of each word.

use crate::data::{self, Article};
use anyhow::{Context, Result};
use qawl::analysis::{
    lexicon::hash_word,
    mentions::vocabulary::{BUCKET, Word, buckets_of},
    normalize::fold,
    tokens::Tokens,
};
use std::{collections::HashMap, fs, path::Path};

const BUCKETS: usize = 1 << 14;

/// Counted in the training articles: seen at all, seen in a name.
type Seen = HashMap<String, (u32, u32)>;

pub fn write(training: &Path, articles: &[Article], path: &Path) -> Result<()> {
    let forms = read_forms(training)?;
    let counts: HashMap<&str, u32> = forms.iter().map(|(f, n, _)| (f.as_str(), *n)).collect();
    let names = read_shares(training)?;
    let seen = seen(articles);
    let mut table = vec![[0u64; BUCKET]; BUCKETS];
    let mut lost = 0;
    for (form, count, clusters) in &forms {
        let word = Word {
            clusters: *clusters,
            shares: shares(form, &counts, &names),
            proclitics: proclitics(form, *count, &counts),
            frequency: (count.ilog2() / 2).min(7) as u8,
            plain: seen
                .get(form)
                .is_some_and(|(all, named)| *all >= 12 && *named == 0),
        };
        let hash = hash_word(form);
        let free = |at: &usize| table[*at].iter().filter(|s| **s == 0).count();
        let [a, b] = buckets_of(hash, BUCKETS);
        let roomier = if free(&a) >= free(&b) { a } else { b };
        match table[roomier].iter_mut().find(|s| **s == 0) {
            Some(seat) => *seat = word.pack(hash),
            None => lost += 1,
        }
    }
    eprintln!("{} words, {lost} found no place", forms.len());
    let bytes: Vec<u8> = table
        .iter()
        .flatten()
        .flat_map(|e| e.to_le_bytes())
        .collect();
    fs::write(path, bytes)?;
    Ok(())
}

fn read_forms(training: &Path) -> Result<Vec<(String, u32, [u16; 3])>> {
    let text = fs::read_to_string(training.join("words.tsv"))?;
    let mut forms = Vec::new();
    for line in text.lines() {
        let mut columns = line.split('\t');
        let form = fold(columns.next().context("a line without a form")?);
        let count = columns.next().context("no count")?.parse()?;
        let mut cluster = || anyhow::Ok(columns.next().context("no cluster")?.parse()?);
        let clusters = [cluster()?, cluster()?, cluster()?];
        if form.chars().all(char::is_alphabetic) {
            forms.push((form, count, clusters));
        }
    }
    Ok(forms)
}

/// How often each word stands in names of people, bodies and places.
fn read_shares(training: &Path) -> Result<HashMap<String, [u32; 3]>> {
    let text = fs::read_to_string(training.join("forms.tsv"))?;
    let mut shares: HashMap<String, [u32; 3]> = HashMap::new();
    for line in text.lines() {
        let columns: Vec<&str> = line.split('\t').collect();
        let [form, kind, tagged, ..] = columns.as_slice() else {
            continue;
        };
        let kind = ["PER", "ORG", "LOC"]
            .iter()
            .position(|k| k == kind)
            .context("a type")?;
        for word in form.split(' ') {
            shares.entry(word.to_owned()).or_default()[kind] += tagged.parse::<u32>()?;
        }
    }
    Ok(shares)
}

fn shares(form: &str, counts: &HashMap<&str, u32>, names: &HashMap<String, [u32; 3]>) -> [u8; 3] {
    let with = |clitic: &str| {
        counts
            .get(format!("{clitic}{form}").as_str())
            .copied()
            .unwrap_or(0)
    };
    let all: u32 = ["", "و", "ب", "ل"].into_iter().map(with).sum();
    let named = names.get(form).copied().unwrap_or_default();
    named.map(|n| {
        let share = f64::from(n) / f64::from(all.max(1));
        [0.01, 0.03, 0.08, 0.2, 0.4, 0.65, 0.85]
            .iter()
            .filter(|t| share >= **t)
            .count() as u8
    })
}

/// How many letters are proclitics: as many as leave a word that is commoner.
fn proclitics(form: &str, count: u32, counts: &HashMap<&str, u32>) -> u8 {
    let common = |rest: &str, factor: u32| {
        rest.chars().count() > 2 && counts.get(rest).is_some_and(|n| *n > count * factor)
    };
    let conjunction = usize::from(form.starts_with(['و', 'ف']));
    let rest = form.get(conjunction * 2..).unwrap_or_default();
    let swallowed = rest.strip_prefix("لل").map(|stem| format!("ال{stem}"));
    let inner = rest.strip_prefix(['ب', 'ل', 'ك']).map(str::to_owned);
    if let Some(inner) = swallowed.or(inner)
        && common(&inner, if inner.starts_with("ال") { 0 } else { 4 })
    {
        return conjunction as u8 + 1;
    }
    u8::from(conjunction == 1 && common(rest, if rest.starts_with("ال") { 0 } else { 2 }))
}

fn seen(articles: &[Article]) -> Seen {
    let mut seen = Seen::new();
    for article in articles {
        let tokens = Tokens::new(&article.text);
        for (i, tag) in data::tags(article, &tokens).into_iter().enumerate() {
            let (all, named) = seen.entry(tokens.key(i).to_owned()).or_default();
            *all += 1;
            *named += u32::from(tag > 0);
        }
    }
    seen
}
