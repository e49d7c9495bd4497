//! Dates and quantities: sentences with their mentions in brackets, and under
//! each the normal forms in order, `-` for none. `@` sets the article's date for
//! what follows.

use std::{fs, path::Path};

use qawl::{
    analysis::analyse,
    annotations::EntityType,
    document::{Document, Meta, Span},
};

struct Case {
    line: usize,
    date: Option<String>,
    marked: String,
    forms: String,
}

fn cases(file: &str) -> Vec<Case> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/mentions")
        .join(file);
    let text = fs::read_to_string(path).expect("the cases");
    let mut date = None;
    let mut cases: Vec<Case> = Vec::new();
    for (number, line) in text.lines().enumerate() {
        match line.trim() {
            "" => {}
            comment if comment.starts_with('#') => {}
            set if set.starts_with('@') => {
                date = Some(set[1..].trim().to_owned()).filter(|d| !d.is_empty());
            }
            forms if line.starts_with("    ") => {
                forms.clone_into(&mut cases.last_mut().expect("a sentence").forms);
            }
            marked => cases.push(Case {
                line: number + 1,
                date: date.clone(),
                marked: marked.to_owned(),
                forms: String::new(),
            }),
        }
    }
    cases
}

/// The sentence without its brackets.
fn bare(marked: &str, kind: EntityType) -> String {
    marked
        .replace(&format!("[{} ", kind.name()), "")
        .replace(']', "")
}

/// The sentence with what was found in brackets, and the normal forms.
fn found(case: &Case, kind: EntityType) -> (String, String) {
    let text = bare(&case.marked, kind);
    let document = Document::new(text.clone()).with_meta(Meta {
        date: case.date.clone(),
        ..Meta::default()
    });
    let annotations = analyse(&document);
    let entities = annotations.entities.iter().filter(|e| e.kind == kind);
    let mut mentions: Vec<(Span, &str)> = entities
        .flat_map(|e| {
            let normal = e.normal.as_deref().unwrap_or("-");
            e.mentions.iter().map(move |m| (m.span, normal))
        })
        .collect();
    mentions.sort();
    let (mut marked, mut at) = (String::new(), 0);
    for (span, _) in &mentions {
        let (before, name) = (&text[at..span.start], &text[span.range()]);
        marked.extend([before, "[", kind.name(), " ", name, "]"]);
        at = span.end;
    }
    marked += &text[at..];
    let forms: Vec<&str> = mentions.iter().map(|m| m.1).collect();
    (marked, forms.join(" | "))
}

fn check(file: &str, kind: EntityType) {
    let cases = cases(file);
    assert!(cases.len() > 20, "{file} was not read");
    let wrong = cases.iter().filter_map(|case| {
        let (marked, forms) = found(case, kind);
        (marked != case.marked || forms != case.forms).then(|| {
            format!(
                "{file}:{}\n  wanted {}\n         {}\n  found  {marked}\n         {forms}\n",
                case.line, case.marked, case.forms
            )
        })
    });
    let wrong: String = wrong.collect();
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn dates() {
    check("dates.txt", EntityType::Date);
}

#[test]
fn quantities() {
    check("quantities.txt", EntityType::Qty);
}

/// The text with the names that were found in brackets, dates and quantities left out.
fn with_names(text: &str) -> String {
    let entities = analyse(&Document::new(text.to_owned())).entities;
    let named = |kind| !matches!(kind, EntityType::Date | EntityType::Qty);
    let mut mentions: Vec<(Span, EntityType)> = entities
        .iter()
        .filter(|e| named(e.kind))
        .flat_map(|e| e.mentions.iter().map(|m| (m.span, e.kind)))
        .collect();
    mentions.sort_by_key(|m| std::cmp::Reverse(m.0.start));
    let mut marked = text.to_owned();
    for (span, kind) in mentions {
        marked.replace_range(
            span.range(),
            &format!("[{} {}]", kind.name(), &text[span.range()]),
        );
    }
    marked
}

#[test]
fn names() {
    let cases = cases("names.txt");
    assert!(cases.len() > 8, "names.txt was not read");
    for case in cases {
        let text = EntityType::ALL
            .iter()
            .fold(case.marked.clone(), |text, kind| {
                text.replace(&format!("[{} ", kind.name()), "")
            })
            .replace(']', "");
        assert_eq!(with_names(&text), case.marked, "names.txt:{}", case.line);
    }
}
