//! How mentions are joined to entities, as cases: `tests/entities/*.txt`. The
//! mentions are marked by hand, so that nothing else is tested.

use std::{fmt::Write, fs, path::Path};

use qawl::{
    analysis::{entities, lexicon::Words, mentions::NameMention, tokens::Tokens},
    annotations::{Entity, EntityType},
    document::Span,
};

/// A text with its marks taken out, and the mentions that they marked.
fn read(marked: &str) -> (String, Vec<(EntityType, Span)>) {
    let mut text = String::new();
    let mut mentions = Vec::new();
    for piece in marked.split('[') {
        let marks = |kind: &&EntityType| {
            let name = kind.name().to_lowercase();
            piece
                .strip_prefix(&name)
                .is_some_and(|p| p.starts_with(' '))
        };
        let Some((kind, (inner, rest))) = EntityType::ALL
            .iter()
            .find(marks)
            .zip(piece.split_once(']'))
        else {
            text.push_str(piece);
            continue;
        };
        let start = text.len();
        text.push_str(&inner[kind.name().len() + 1..]);
        mentions.push((*kind, Span::new(start, text.len())));
        text.push_str(rest);
    }
    (text, mentions)
}

fn join(text: &str, marked: &[(EntityType, Span)]) -> Vec<Entity> {
    let tokens = Tokens::new(text);
    let words = Words::new(&tokens);
    let mentions: Vec<NameMention> = marked
        .iter()
        .map(|(kind, span)| NameMention {
            first: tokens.at_or_after(span.start),
            end: tokens.at_or_after(span.end - 1) + 1,
            span: *span,
            kind: *kind,
        })
        .collect();
    entities::join(text, &tokens, &words, &mentions)
}

fn written(text: &str, entities: &[Entity]) -> String {
    let mut out = String::new();
    for entity in entities {
        let mentions: Vec<String> = entity
            .mentions
            .iter()
            .map(|m| format!("{} {}", &text[m.span.range()], m.link.name()))
            .collect();
        let all = mentions.join(" | ");
        writeln!(out, "{} {} = {all}", entity.kind.name(), entity.name).expect("memory");
    }
    out
}

#[test]
fn every_case_joins_as_written() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/entities");
    let (mut cases, mut wrong) = (0, String::new());
    for file in fs::read_dir(folder).expect("the folder of cases") {
        let path = file.expect("a file").path();
        let cases_text = fs::read_to_string(&path).expect("a case file");
        for case in cases_text.split("\n## ").skip(1) {
            cases += 1;
            let mut lines = case.lines();
            let name = lines.next().unwrap_or_default();
            let (text, mentions) = read(lines.next().unwrap_or_default());
            let expected: String = lines
                .filter(|l| !l.is_empty())
                .flat_map(|l| [l, "\n"])
                .collect();
            let found = written(&text, &join(&text, &mentions));
            if found != expected {
                writeln!(wrong, "## {name}\nexpected\n{expected}found\n{found}").expect("memory");
            }
        }
    }
    assert!(cases > 40, "only {cases} cases were read");
    assert!(wrong.is_empty(), "{wrong}");
}

/// A hundred thousand names, most of them sharing a word with thousands: no
/// step may grow with their square.
#[test]
fn many_names_take_no_longer_each() {
    let text = |count: usize| -> String {
        let name = |n: usize| format!("[per محمد س{}ن الحربي] و[per الحربي] ", n % 9973);
        (0..count).map(name).collect()
    };
    // The best of three, so that a busy machine does not decide.
    let time = |count: usize| {
        let (text, mentions) = read(&text(count));
        let once = || {
            let begin = std::time::Instant::now();
            assert!(join(&text, &mentions).len() > 1);
            begin.elapsed()
        };
        once().min(once()).min(once())
    };
    let (few, many) = (time(1_000), time(16_000));
    assert!(
        many < few * 64,
        "{few:?} for few names, {many:?} for 16 times as many"
    );
}
