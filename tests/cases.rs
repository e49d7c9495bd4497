//! The marked cases of `tests/cases/`: text with marks, and who said each part.
//!
//! ```text
//! ## name of the case
//! [c1 قال] [s1 الوزير سامر الحلبي] إن [q1 الوضع مستقر].
//! 1 indirect سامر الحلبي
//! ```
//!
//! `[cN …]` is the cue, `[sN …]` the source, `[qN …]` a part of the content of
//! statement N; a line for each statement gives its kind, its speaker and, after
//! `<`, the statement it is nested in; `none` says that there is no statement.
//! A case whose name begins with `!` is not reached yet: it must fail, so that
//! the mark goes when it is reached. `UPDATE=1` sets and takes these marks.

use std::{fmt::Write as _, fs, path::PathBuf};

use qawl::{
    analysis::{analyse, normalize::fold},
    annotations::Annotations,
    document::{Document, Span},
};

#[derive(Debug, Default, PartialEq, Clone)]
struct Statement {
    cue: Option<Span>,
    source: Option<Span>,
    content: Vec<Span>,
    kind: String,
    speaker: String,
    nested: Option<usize>,
}

struct Case {
    name: String,
    text: String,
    statements: Vec<Statement>,
}

#[test]
fn cases_hold() {
    let update = std::env::var_os("UPDATE").is_some();
    let shows = std::env::var_os("SHOW").is_some();
    let (mut held, mut waiting, mut wrong) = (0, 0, Vec::new());
    for path in files() {
        let mut page = fs::read_to_string(&path).expect("a readable case file");
        for case in parse(&page) {
            let name = case.name.trim_start_matches('!').to_owned();
            let (found, document) = (analysed(&case.text), Document::new(&*case.text));
            let fails = compare(&case, &found).err();
            let waits = case.name.starts_with('!');
            held += usize::from(fails.is_none());
            waiting += usize::from(fails.is_some());
            if let Some(what) = fails.as_ref().filter(|_| waits && shows) {
                let shown = show(&document, &found);
                println!("{}: {name}: {what}\n{}\n{shown}", path.display(), case.text);
            }
            if update {
                let mark = if fails.is_some() { "!" } else { "" };
                page = page.replace(
                    &format!("## {}\n", case.name),
                    &format!("## {mark}{name}\n"),
                );
            } else if fails.is_some() != waits {
                let what =
                    fails.unwrap_or_else(|| "it holds now: take its ! away (UPDATE=1)".into());
                let shown = show(&document, &found);
                wrong.push(format!("{}: {name}: {what}\n{shown}", path.display()));
            }
        }
        if update {
            fs::write(&path, page).expect("a case file to write");
        }
    }
    println!("{held} cases hold, {waiting} are not reached yet");
    assert!(held > 0, "no case was read");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn files() -> Vec<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut files: Vec<_> = fs::read_dir(folder)
        .expect("tests/cases")
        .flatten()
        .map(|e| e.path())
        .collect();
    files.retain(|p| p.extension().is_some_and(|e| e == "txt"));
    files.sort();
    files
}

fn analysed(text: &str) -> Annotations {
    analyse(&Document::new(text))
}

fn parse(page: &str) -> Vec<Case> {
    page.split("\n## ").skip(1).map(case).collect()
}

fn case(block: &str) -> Case {
    let (name, body) = block.split_once('\n').expect("a name and a body");
    let lines: Vec<&str> = body.trim_end().lines().collect();
    let answers = lines.iter().rev().take_while(|l| is_answer(l)).count();
    let marked = lines[..lines.len() - answers].join("\n");
    let mut case = Case {
        name: name.to_owned(),
        text: String::new(),
        statements: Vec::new(),
    };
    unmark(marked.trim(), &mut case);
    for line in &lines[lines.len() - answers..] {
        let Some((number, rest)) = line.split_once(' ') else {
            continue;
        };
        let (kind, speaker) = rest.split_once(' ').expect("a kind and a speaker");
        let (speaker, nested) = match speaker.rsplit_once('<') {
            Some((speaker, outer)) => (speaker.trim(), outer.trim().parse().ok()),
            None => (speaker, None),
        };
        let statement = statement(&mut case.statements, number);
        kind.clone_into(&mut statement.kind);
        speaker.clone_into(&mut statement.speaker);
        statement.nested = nested;
    }
    case
}

fn is_answer(line: &str) -> bool {
    line.trim() == "none"
        || line.split_once(' ').is_some_and(|(n, rest)| {
            n.parse::<usize>().is_ok()
                && ["direct ", "indirect ", "mixed "]
                    .iter()
                    .any(|k| rest.starts_with(k))
        })
}

fn statement<'s>(statements: &'s mut Vec<Statement>, number: &str) -> &'s mut Statement {
    let number: usize = number
        .parse()
        .unwrap_or_else(|_| panic!("«{number}» is no number of a statement"));
    if statements.len() < number {
        statements.resize(number, Statement::default());
    }
    &mut statements[number - 1]
}

/// Takes the marks out of a text and keeps where they stood.
fn unmark(marked: &str, case: &mut Case) {
    let mut open: Vec<(char, String, usize)> = Vec::new();
    let mut rest = marked;
    while let Some(c) = rest.chars().next() {
        let mark = c == '[' && rest[1..].starts_with(['c', 's', 'q']);
        if mark {
            let (head, tail) = rest[1..].split_once(' ').expect("a blank after a mark");
            open.push((
                head.chars().next().unwrap_or('q'),
                head[1..].to_owned(),
                case.text.len(),
            ));
            rest = tail;
            continue;
        }
        if c == ']'
            && let Some((sort, number, start)) = open.pop()
        {
            let span = Span::new(start, case.text.len());
            let statement = statement(&mut case.statements, &number);
            match sort {
                'c' => statement.cue = Some(span),
                's' => statement.source = Some(span),
                _ => statement.content.push(span),
            }
        } else {
            case.text.push(c);
        }
        rest = &rest[c.len_utf8()..];
    }
}

/// The words of a span: where it begins and ends but for marks and proclitics.
fn words(text: &str, span: Span) -> String {
    let start = text[..span.start]
        .rfind(char::is_whitespace)
        .map_or(0, |i| i + 1);
    let joined = text[start..span.start].chars().all(char::is_alphabetic);
    let start = if joined { start } else { span.start };
    fold(&text[start..span.end])
        .trim_matches(|c: char| !c.is_alphanumeric())
        .to_owned()
}

fn compare(case: &Case, found: &Annotations) -> Result<(), String> {
    if case.statements.len() != found.statements.len() {
        return Err(format!(
            "{} statements instead of {}",
            found.statements.len(),
            case.statements.len()
        ));
    }
    let mut order: Vec<usize> = (0..found.statements.len()).collect();
    order.sort_by_key(|i| found.statements[*i].cue.start);
    for (number, (wanted, at)) in case.statements.iter().zip(&order).enumerate() {
        let got = &found.statements[*at];
        let number = number + 1;
        if wanted.cue.map(|s| words(&case.text, s)) != Some(words(&case.text, got.cue)) {
            return Err(format!("cue of {number}"));
        }
        let source = |span: Option<Span>| span.map(|s| words(&case.text, s));
        if source(wanted.source) != source(got.source) {
            return Err(format!("source of {number}"));
        }
        let content = |spans: &[Span]| {
            spans
                .iter()
                .map(|s| words(&case.text, *s))
                .collect::<Vec<_>>()
        };
        if content(&wanted.content) != content(&got.content) {
            return Err(format!("content of {number}"));
        }
        if wanted.kind != got.kind.name() {
            return Err(format!("kind of {number}"));
        }
        let speaker = found.speaker(got.speaker);
        if fold(&wanted.speaker) != fold(&speaker.name) {
            return Err(format!(
                "speaker of {number}: {} instead of {}",
                speaker.name, wanted.speaker
            ));
        }
        let nested = got
            .nested_in
            .and_then(|n| order.iter().position(|o| *o == n.0))
            .map(|p| p + 1);
        if wanted.nested != nested {
            return Err(format!(
                "{number} is nested in {nested:?} instead of {:?}",
                wanted.nested
            ));
        }
    }
    Ok(())
}

fn show(document: &Document, found: &Annotations) -> String {
    let mut out = String::new();
    for s in &found.statements {
        let source = s.source.map_or("—", |s| document.slice(s));
        let content: Vec<_> = s.content.iter().map(|c| document.slice(*c)).collect();
        let name = &found.speaker(s.speaker).name;
        let cue = document.slice(s.cue);
        let _ = writeln!(
            out,
            "    {cue} | {source} | {name} | {} | {} | {}",
            s.kind.name(),
            s.rule,
            content.join(" … ")
        );
    }
    out
}
