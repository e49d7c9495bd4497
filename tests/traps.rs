//! Texts that could mislead about who said what, though a careful reader is in no doubt: for each cue
//! the speaker it wants. They were written to be hard, and a good part is not reached yet; what is
//! counted here (`tests/traps/figures.txt`, a line for each file) must not become worse. `UPDATE=1`
//! writes the counts as they are, `SHOW=1` prints what is wrong.

use std::{collections::BTreeMap, fmt::Write as _, fs, path::PathBuf};

use qawl::{
    analysis::{analyse, normalize::fold},
    annotations::{Annotations, Confidence},
    document::Document,
};
use serde::Deserialize;

/// By how many a count may become worse: what was learned anew moves a few either way.
const SLACK: usize = 2;

#[derive(Deserialize)]
struct Trap {
    text: String,
    /// The cues in order, and who is by name, else by description, the speaker of each.
    who: Vec<(String, String)>,
}

/// Of one file's statements, how many are by whom they should be, and how many are not though they
/// are graded sure.
#[derive(Debug, Default, PartialEq, Eq)]
struct Count {
    all: usize,
    right: usize,
    surely_wrong: usize,
}

#[test]
fn traps_catch_no_more_than_they_did() {
    let told = folder().join("figures.txt");
    let counts: BTreeMap<String, Count> = files().map(|file| (name(&file), count(&file))).collect();
    let mut list = String::new();
    for (name, of) in &counts {
        writeln!(list, "{name} {} {} {}", of.all, of.right, of.surely_wrong).expect("a string");
    }
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&told, &list).expect("a writable file");
        return;
    }
    let told = fs::read_to_string(told).expect("the counts");
    let worse: Vec<&str> = told
        .lines()
        .filter(|line| is_worse(line, &counts))
        .collect();
    assert_eq!(told.lines().count(), counts.len(), "a file more or less");
    assert!(worse.is_empty(), "were better: {worse:?}\nare\n{list}");
}

/// Whether a line of counts was better than what is counted now.
fn is_worse(line: &str, counts: &BTreeMap<String, Count>) -> bool {
    let mut fields = line.split(' ');
    let name = fields.next().unwrap_or_default();
    let mut number = || {
        fields
            .next()
            .and_then(|n| n.parse().ok())
            .unwrap_or(0_usize)
    };
    let (all, right, surely_wrong) = (number(), number(), number());
    counts.get(name).is_none_or(|now| {
        now.all != all || now.right + SLACK < right || now.surely_wrong > surely_wrong + SLACK
    })
}

#[test]
fn a_count_that_fell_is_told() {
    let now = Count {
        all: 10,
        right: 5,
        surely_wrong: 3,
    };
    let counts = BTreeMap::from([("names".to_owned(), now)]);
    assert!(!is_worse("names 10 7 1", &counts));
    assert!(is_worse("names 10 8 1", &counts));
    assert!(is_worse("names 10 5 0", &counts));
    assert!(is_worse("others 10 5 3", &counts));
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/traps")
}

fn files() -> impl Iterator<Item = PathBuf> {
    let entries = fs::read_dir(folder()).expect("the folder of traps");
    let paths = entries.map(|entry| entry.expect("a file").path());
    paths.filter(|path| path.extension().is_some_and(|kind| kind == "jsonl"))
}

fn name(file: &std::path::Path) -> String {
    let stem = file.file_stem().expect("a name");
    stem.to_string_lossy().into_owned()
}

fn count(file: &std::path::Path) -> Count {
    let lines = fs::read_to_string(file).expect("a readable file");
    let mut counts = Count::default();
    for line in lines.lines() {
        let trap: Trap = serde_json::from_str(line).expect("a text with its speakers");
        add(&trap, &mut counts);
    }
    counts
}

/// Counts what is found in one text.
fn add(trap: &Trap, counts: &mut Count) {
    let document = Document::new(&trap.text);
    let Annotations {
        speakers,
        statements,
        ..
    } = analyse(&document);
    let mut from: BTreeMap<&str, usize> = BTreeMap::new();
    for (cue, wanted) in &trap.who {
        counts.all += 1;
        let behind = from.entry(cue).or_default();
        let rest = trap.text.get(*behind..).unwrap_or_default();
        let at = *behind + rest.find(cue.as_str()).expect("the cue in the text");
        *behind = at + cue.len();
        let near = |start: usize| start.abs_diff(at) <= 4;
        let Some(found) = statements.iter().find(|s| near(s.cue.start)) else {
            continue;
        };
        let name = speakers
            .get(found.speaker.0)
            .map_or("", |s| s.name.as_str());
        if is_same(name, wanted) {
            counts.right += 1;
            continue;
        }
        counts.surely_wrong += usize::from(found.confidence == Confidence::Sure);
        if std::env::var_os("SHOW").is_some() {
            let grade = found.confidence.name();
            println!(
                "{grade} {cue}: {name}, not {wanted}: {}",
                trap.text.replace('\n', "⏎")
            );
        }
    }
}

/// Whether a name is the one wanted, or a description that begins alike and shares half of its words.
fn is_same(name: &str, wanted: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let plain = fold(text).replace(|c: char| !c.is_alphanumeric(), " ");
        plain.split_whitespace().map(str::to_owned).collect()
    };
    let (name, wanted) = (words(name), words(wanted));
    let shared = name.iter().filter(|word| wanted.contains(word)).count();
    name == wanted || name.first() == wanted.first() && 2 * shared >= name.len().max(wanted.len())
}
