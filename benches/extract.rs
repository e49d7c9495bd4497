//! The rim of `extract`, step by step, over a megabyte of JSON lines: reading,
//! writing in each format, offsets; and all of it with the analysis:
//! `cargo bench --bench extract`.

use std::{fs, io::Cursor, io::Write, path::PathBuf};

use divan::{Bencher, black_box, counter::BytesCount};
use qawl::{
    analysis,
    annotations::Annotations,
    document::Document,
    extract::{self, CodePoints, Format},
    read, samples,
};

fn main() {
    divan::main();
}

const LENGTH: usize = 1 << 20;

/// The samples as JSON lines, over and over, up to a megabyte.
fn archive() -> Vec<u8> {
    let mut bytes = Vec::new();
    for (i, document) in samples::documents().iter().cycle().enumerate() {
        let line = serde_json::json!({"id": i.to_string(), "title": document.title(), "text": document.text()});
        writeln!(bytes, "{line}").expect("memory takes it");
        if bytes.len() >= LENGTH {
            return bytes;
        }
    }
    bytes
}

/// The archive as a file; gone with the folder.
fn file() -> (tempfile::TempDir, PathBuf, usize) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("archive.jsonl");
    let bytes = archive();
    fs::write(&path, &bytes).expect("a file");
    (folder, path, bytes.len())
}

#[divan::bench]
fn read_json_lines(bencher: Bencher) {
    let (_folder, path, length) = file();
    bencher
        .counter(BytesCount::new(length))
        .bench(|| read::articles(vec![path.clone()], &read::Options::default()).count());
}

#[divan::bench]
fn analyse(bencher: Bencher) {
    let documents = samples::documents();
    let length: usize = documents.iter().map(|document| document.text().len()).sum();
    bencher.counter(BytesCount::new(length)).bench(|| {
        documents
            .iter()
            .map(|d| analysis::analyse(d).statements.len())
            .sum::<usize>()
    });
}

#[divan::bench(args = Format::ALL.map(|(_, name)| name))]
fn write(bencher: Bencher, name: &str) {
    let format = Format::ALL
        .iter()
        .find(|(_, known)| *known == name)
        .expect("a format")
        .0;
    let articles: Vec<(Document, Annotations)> = samples::documents()
        .into_iter()
        .map(|document| {
            let annotations = analysis::analyse(&document);
            (document, annotations)
        })
        .collect();
    let length: usize = articles
        .iter()
        .map(|(document, _)| document.text().len())
        .sum();
    let mut out = Vec::new();
    bencher.counter(BytesCount::new(length)).bench_local(|| {
        out.clear();
        for (document, annotations) in &articles {
            format.render(document, annotations, &mut out);
        }
        black_box(out.len())
    });
}

#[divan::bench]
fn count_code_points(bencher: Bencher) {
    let text: String = samples::documents().iter().map(Document::text).collect();
    bencher
        .counter(BytesCount::new(text.len()))
        .bench(|| CodePoints::new(black_box(&text)).before(usize::MAX));
}

#[divan::bench(args = [1, 2])]
fn all_of_it(bencher: Bencher, jobs: usize) {
    let (_folder, path, length) = file();
    bencher.counter(BytesCount::new(length)).bench(|| {
        let options = extract::Options {
            jobs,
            format: Some(Format::Jsonl),
            ..extract::Options::default()
        };
        let mut out = Cursor::new(Vec::new());
        extract::run(vec![path.clone()], options, &mut out, |_| ()).expect("memory takes it")
    });
}
