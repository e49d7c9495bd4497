//! The product of plain parts of sentences: every subject with every circumstance in every frame, so that
//! whole classes of sentences are tried and not one of each.
//!
//! A grid in `tests/grids/` has parts, each a line in brackets and its lines:
//!
//! ```text
//! [subjects]
//! f | وزارة الصحة | وزارة الصحة
//! [circumstances]
//!  خلال {استقباله/استقبالها/استقبالهم} السفير
//! [frames]
//! {وأكد/وأكدت/وأكد} %s%c أن <الخطة جاهزة>.
//! [wrong] 3 of 120
//! ```
//!
//! A subject has its kind (m, f, p for several), its words and the name of its speaker; `{…/…/…}` is
//! written for the kind, `~` for one that a kind has not, `%s` and `%c` stand for the subject and a
//! circumstance, and `<…>` is what the subject says. `⏎` breaks a line, and a circumstance may be closed by
//! `$`, as one that is empty has to be. The last line tells how many sentences are not read
//! so: more than that fails, fewer too, so that the number goes down. `UPDATE=1` sets it, `SHOW=1` prints
//! those sentences.

use std::{fs, path::PathBuf};

use qawl::{
    analysis::analyse,
    document::{Document, Span},
};

struct Subject {
    kind: usize,
    words: String,
    speaker: String,
}

#[derive(Default)]
struct Grid {
    subjects: Vec<Subject>,
    circumstances: Vec<String>,
    frames: Vec<String>,
    wrong: usize,
}

fn parse(page: &str) -> Grid {
    let mut grid = Grid::default();
    let mut part = "";
    for line in page
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
    {
        if let Some(count) = line.strip_prefix("[wrong] ") {
            let number = count.split(' ').next().and_then(|n| n.parse().ok());
            grid.wrong = number.expect("a number behind [wrong]");
        } else if line.starts_with('[') {
            part = line;
        } else if part == "[subjects]" {
            let fields: Vec<&str> = line.split(" | ").collect();
            let [kind, words, speaker] = fields.as_slice() else {
                panic!("three fields in {line:?}");
            };
            grid.subjects.push(Subject {
                kind: "mfp".find(kind).expect("m, f or p"),
                words: (*words).to_owned(),
                speaker: (*speaker).to_owned(),
            });
        } else if part == "[circumstances]" {
            grid.circumstances
                .push(line.trim_end_matches('$').to_owned());
        } else {
            grid.frames.push(line.to_owned());
        }
    }
    grid
}

/// A pattern as it is written for a kind; nothing where the kind has none.
fn written(pattern: &str, kind: usize) -> Option<String> {
    let mut text = String::new();
    let mut rest = pattern;
    while let Some((before, choice)) = rest.split_once('{') {
        let (choice, behind) = choice.split_once('}')?;
        let chosen = choice.split('/').nth(kind).filter(|form| *form != "~")?;
        text.push_str(before);
        text.push_str(chosen);
        rest = behind;
    }
    text.push_str(rest);
    Some(text)
}

/// Whether one statement of a text has the words as its content and is by the speaker, and no other shares
/// a word with it but one that it is nested in.
fn is_read(text: &str, speaker: &str, words: &str) -> bool {
    let document = Document::new(text);
    let found = analyse(&document);
    let first = text.find(words).expect("the words");
    let overlaps = |s: &Span| s.start < first + words.len() && first < s.end;
    let said: Vec<_> = found
        .statements
        .iter()
        .filter(|statement| statement.content.iter().any(overlaps))
        .collect();
    let wanted = said.iter().find(|statement| {
        let content: Vec<&str> = statement
            .content
            .iter()
            .map(|s| document.slice(*s))
            .collect();
        let by = found.speakers.get(statement.speaker.0);
        content.join(" ") == words && by.is_some_and(|by| by.name == speaker)
    });
    wanted.is_some_and(|wanted| {
        let holds = |s: &Span| s.start <= wanted.cue.start && wanted.cue.end <= s.end;
        let mut others = said.iter().filter(|other| other.cue != wanted.cue);
        others.all(|other| other.content.iter().any(holds))
    })
}

/// How many sentences a grid has, and those that are not read as they should.
fn tried(grid: &Grid) -> (usize, Vec<String>) {
    let (mut all, mut wrong) = (0, Vec::new());
    for frame in &grid.frames {
        for subject in &grid.subjects {
            for circumstance in &grid.circumstances {
                let parts = (
                    written(frame, subject.kind),
                    written(circumstance, subject.kind),
                );
                let (Some(frame), Some(circumstance)) = parts else {
                    continue;
                };
                let marked = frame
                    .replace("%s", &subject.words)
                    .replace("%c", &circumstance)
                    .replace('⏎', "\n");
                let (before, rest) = marked.split_once('<').expect("<");
                let (words, behind) = rest.split_once('>').expect(">");
                let text = format!("{before}{words}{behind}");
                all += 1;
                if !is_read(&text, &subject.speaker, words) {
                    wrong.push(text);
                }
            }
        }
    }
    (all, wrong)
}

#[test]
fn grids_are_read() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/grids");
    let entries = fs::read_dir(folder).expect("the grids");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("a file").path()).collect();
    paths.sort();
    assert!(!paths.is_empty(), "no grids");
    let mut differ = Vec::new();
    for path in paths {
        let page = fs::read_to_string(&path).expect("a readable grid");
        let grid = parse(&page);
        let (all, wrong) = tried(&grid);
        assert!(all > 0, "{}: no sentences", path.display());
        println!("{}: {} of {all} not read", path.display(), wrong.len());
        if std::env::var_os("SHOW").is_some() {
            println!("{}", wrong.join("\n"));
        }
        if std::env::var_os("UPDATE").is_some() {
            let kept = page.lines().filter(|line| !line.starts_with("[wrong]"));
            let kept = kept.collect::<Vec<_>>().join("\n");
            let page = format!("{kept}\n[wrong] {} of {all}\n", wrong.len());
            fs::write(&path, page).expect("a writable grid");
        } else if wrong.len() != grid.wrong {
            let (now, before) = (wrong.len(), grid.wrong);
            differ.push(format!(
                "{}: {now} of {all} not read, it was {before}",
                path.display()
            ));
        }
    }
    assert!(differ.is_empty(), "{}", differ.join("\n"));
}
