//! Any bytes as a file, all the way: opened, unpacked, read as each kind of input,
//! analysed, and written in each format as `extract` writes it.

use std::{
    fs,
    path::{Component, Path, PathBuf},
};

use qawl::{
    analysis::analyse,
    extract::{self, Event, Format, Output},
    read::{self, Kind},
};

use super::{
    analysis::holds,
    reading::{ENCODINGS, harmless, is_whole},
    written::{Article, is_true},
};

/// The kinds that may be forced; else the name of the file says it, or its content.
const KINDS: [Option<Kind>; 6] = [
    None,
    Some(Kind::Text),
    Some(Kind::Json),
    Some(Kind::Jsonl),
    Some(Kind::Html),
    Some(Kind::Feed),
];

/// Names of files: of each kind, packed, and one that says nothing.
const NAMES: [&str; 7] = [
    "a",
    "a.txt",
    "a.json",
    "a.jsonl",
    "a.html.gz",
    "a.xml",
    "a.md.zst",
];

/// The first byte says what is forced and what the file is called, the second the
/// encoding; the others are the file.
pub fn whole(data: &[u8]) {
    for (format, text, articles) in outputs(data) {
        is_true(format, &text, &articles);
    }
}

/// What `extract` writes of the file in each format, beside the articles that it is of.
/// Fails where these do not hold.
pub fn outputs(data: &[u8]) -> Vec<(Format, String, Vec<Article>)> {
    let [how, encoding, bytes @ ..] = data else {
        return Vec::new();
    };
    let folder = tempfile::tempdir().expect("a temporary folder");
    let how = usize::from(*how);
    let file = folder.path().join(NAMES[how / KINDS.len() % NAMES.len()]);
    fs::write(&file, bytes).expect("a file");
    let options = read::Options {
        kind: KINDS[how % KINDS.len()],
        encoding: ENCODINGS[usize::from(*encoding) % ENCODINGS.len()]
            .parse()
            .ok(),
        ..read::Options::default()
    };
    let (articles, failures) = articles(&file, &options);
    let mut outputs = Vec::new();
    for (format, _) in Format::ALL {
        let into = folder.path().join("out");
        let out = Some(&into).filter(|_| format.needs_folder());
        let (text, failed) = extracted(&file, &options, format, out);
        assert_eq!(failed, failures, "what cannot be read is told each time");
        match out {
            None => outputs.push((format, text, articles.clone())),
            Some(into) => outputs.extend(in_files(into, &file, &articles, format)),
        }
    }
    // Nothing is written where there is no article.
    outputs.retain(|(_, text, articles)| !articles.is_empty() || !text.is_empty());
    outputs
}

/// The articles of a file with what is found in them, and how many cannot be read.
fn articles(file: &Path, options: &read::Options) -> (Vec<Article>, usize) {
    let (mut articles, mut failures) = (Vec::new(), 0);
    for article in read::articles(vec![file.to_path_buf()], options) {
        match article {
            Ok(document) => {
                is_whole(&document);
                holds(&document);
                let found = analyse(&document);
                articles.push((document, found));
            }
            Err(error) => {
                harmless(&error.to_string());
                failures += 1;
            }
        }
    }
    (articles, failures)
}

/// What a run of `extract` writes to standard output, and how much it cannot read.
fn extracted(
    file: &Path,
    reading: &read::Options,
    format: Format,
    folder: Option<&PathBuf>,
) -> (String, usize) {
    let options = extract::Options {
        reading: reading.clone(),
        format: Some(format),
        output: folder.cloned().map_or(Output::Stdout, Output::Folder),
        jobs: 1,
        ..extract::Options::default()
    };
    let mut out = Vec::new();
    let mut failures = 0;
    let tell = |event: Event| {
        if let Event::Failed(error) = event {
            harmless(&error.to_string());
            failures += 1;
        }
    };
    extract::run(vec![file.to_path_buf()], options, &mut out, tell).expect("memory takes it");
    (String::from_utf8(out).expect("UTF-8"), failures)
}

/// What brat's files hold, which are named for what they come from, below their folder:
/// the text as it was read, and the annotations of each.
fn in_files(
    folder: &Path,
    file: &Path,
    articles: &[Article],
    format: Format,
) -> Vec<(Format, String, Vec<Article>)> {
    let parts = file
        .components()
        .filter(|part| matches!(part, Component::Normal(_)));
    let name = folder
        .join(parts.collect::<PathBuf>())
        .display()
        .to_string();
    let read = |name: &str| fs::read_to_string(name).expect("a file of UTF-8");
    articles
        .iter()
        .map(|(document, found)| {
            let place = &document.meta.place;
            let numbers = [place.line, place.item].into_iter().flatten();
            let numbers: Vec<String> = numbers.map(|number| format!("-{number}")).collect();
            let name = format!("{name}{}", numbers.concat());
            assert_eq!(read(&format!("{name}.txt")), document.text());
            let notes = read(&format!("{name}.ann"));
            (format, notes, vec![(document.clone(), found.clone())])
        })
        .collect()
}
