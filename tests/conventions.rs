//! Papers write one text in many ways: whatever way that is, the same is said in it by the same.

use qawl::{
    analysis::{analyse, normalize::fold},
    annotations::Annotations,
    document::Document,
    samples,
};

/// Who says what, in words alone.
fn said(text: &str) -> Vec<String> {
    let document = Document::new(text);
    let Annotations {
        speakers,
        statements,
        ..
    } = analyse(&document);
    let words = |text: &str| {
        let plain = fold(text).replace(|c: char| !c.is_alphanumeric(), " ");
        plain.split_whitespace().collect::<String>()
    };
    let speaker = |id: usize| speakers.get(id).map_or("", |speaker| &speaker.name);
    let of = |statement: &qawl::annotations::Statement| {
        let parts = statement.content.iter().map(|span| document.slice(*span));
        let content: String = parts.map(words).collect();
        format!("{}: {content}", words(speaker(statement.speaker.0)))
    };
    statements.iter().map(of).collect()
}

/// A way to write a text.
type Convention = (&'static str, fn(&str) -> String);

const CONVENTIONS: [Convention; 11] = [
    ("و apart", waw_apart),
    ("every ي dotted", |text| text.replace('ى', "ي")),
    ("no hamza", |text| text.replace(['أ', 'إ', 'آ'], "ا")),
    ("letters for print", for_print),
    ("doubled apostrophes", |text| {
        text.replace(['"', '«', '»', '“', '”'], "''")
    }),
    ("angles", |text| text.replace('«', "<<").replace('»', ">>")),
    ("commas apart", |text| text.replace('،', " ،")),
    ("marks of direction", |text| {
        text.replace('،', "\u{200f}،").replace('.', "\u{200f}.")
    }),
    ("lines folded", folded),
    ("a dateline", |text| with_dateline(text, "عمان - ")),
    ("a dateline with a name", |text| {
        with_dateline(text, "عمان - سامر الحداد - ")
    }),
];

fn waw_apart(text: &str) -> String {
    let apart = [
        "وقال",
        "وأضاف",
        "وأكد",
        "والجيش",
        "والحكومة",
        "والوزير",
        "وفي",
        "ولم",
    ];
    let mut text = text.to_owned();
    for word in apart {
        let rest = word.trim_start_matches('و');
        for before in [" ", "\n"] {
            text = text.replace(&format!("{before}{word}"), &format!("{before}و {rest}"));
        }
    }
    text
}

/// ﻻ and the shapes of some letters.
fn for_print(text: &str) -> String {
    let shapes = [("لا", "ﻻ"), ("ق", "ﻗ"), ("ع", "ﻋ"), ("س", "ﺳ"), ("ك", "ﻛ")];
    let shaped = |text: String, (letter, shape): &(&str, &str)| text.replace(letter, shape);
    shapes.iter().fold(text.to_owned(), shaped)
}

/// Folded at 72 characters, an empty line between the paragraphs.
fn folded(text: &str) -> String {
    let mut folded = String::new();
    for paragraph in text.split('\n').filter(|line| !line.trim().is_empty()) {
        let mut length = 0;
        for word in paragraph.split(' ') {
            let more = word.chars().count();
            if length > 0 && length + 1 + more > 72 {
                folded.push('\n');
                length = 0;
            } else if length > 0 {
                folded.push(' ');
                length += 1;
            }
            folded.push_str(word);
            length += more;
        }
        folded.push_str("\n\n");
    }
    folded
}

fn with_dateline(text: &str, dateline: &str) -> String {
    let headline = text.find('\n').unwrap_or(0);
    let body = text[headline..].find(|c: char| c != '\n').unwrap_or(0) + headline;
    format!("{}{dateline}{}", &text[..body], &text[body..])
}

#[test]
fn the_same_is_said_however_it_is_written() {
    let (mut same, mut all, mut other) = (0, 0, Vec::new());
    for document in samples::documents() {
        let plain = said(document.text());
        for (name, rewrite) in CONVENTIONS {
            let rewritten = said(&rewrite(document.text()));
            let kept = plain.iter().filter(|said| rewritten.contains(said)).count();
            same += kept;
            all += plain.len().max(rewritten.len());
            let lost = plain.iter().filter(|said| !rewritten.contains(said));
            let added = rewritten.iter().filter(|said| !plain.contains(said));
            other.extend(lost.map(|said| format!("{name}, lost: {said}")));
            other.extend(added.map(|said| format!("{name}, new: {said}")));
        }
    }
    assert!(all > 500, "{all} statements are too few to tell");
    assert!(
        other.is_empty(),
        "{same} of {all} are the same\n{}",
        other.join("\n")
    );
}
