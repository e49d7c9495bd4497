//! Quotes by speaker, ready to paste.

use std::fmt::Write as _;

use super::plain::{on_a_line, plain};
use crate::{
    annotations::{Annotations, Confidence, Kind, SpeakerId, Statement},
    document::{Document, Span},
};

/// Appends an article: a heading, where it is from, then each speaker with what
/// they said.
pub(super) fn render(document: &Document, annotations: &Annotations, out: &mut Vec<u8>) {
    let mut page = format!("# {}\n\n", line(document.title()));
    let about = about(document);
    if !about.is_empty() {
        let _ = write!(page, "{about}\n\n");
    }
    for (i, speaker) in annotations.speakers.iter().enumerate() {
        let mut statements = annotations.statements_of(SpeakerId(i)).peekable();
        if statements.peek().is_none() {
            continue;
        }
        let _ = write!(page, "## {}\n\n", line(&speaker.name));
        for (_, statement) in statements {
            page += &quote(document, statement);
        }
    }
    out.extend(page.bytes());
}

fn about(document: &Document) -> String {
    let meta = &document.meta;
    let url = meta
        .url
        .as_ref()
        .map(|url| format!("<{}>", on_a_line(url).replace(['<', '>', ' '], "")));
    let said = [&meta.outlet, &meta.author, &meta.date];
    let said = said.into_iter().flatten().map(|text| line(text));
    said.chain(url).collect::<Vec<_>>().join(" · ")
}

fn quote(document: &Document, statement: &Statement) -> String {
    let words = |span: &Span| escaped(&plain(document.slice(*span)));
    let content: Vec<_> = statement.content.iter().map(words).collect();
    let mut content = content
        .join(" \\[…\\] ")
        .replace("\r\n", "\n")
        .replace(['\n', '\r'], "\n> ");
    if statement.kind == Kind::Direct {
        content = format!("«{content}»");
    }
    let said = [statement.source, Some(statement.cue)]
        .into_iter()
        .flatten();
    let mut said: Vec<Span> = said.collect();
    said.sort();
    said.retain(|span| document.slice(*span).contains(char::is_alphabetic));
    let said: Vec<_> = said
        .into_iter()
        .map(|span| line(document.slice(span)))
        .collect();
    format!(
        "> {content}\n>\n> — {} ({})\n\n",
        said.join(" … "),
        signs(statement)
    )
}

fn signs(statement: &Statement) -> String {
    match statement.confidence {
        Confidence::Doubtful => format!("{}, doubtful", statement.kind.name()),
        _ => statement.kind.name().to_owned(),
    }
}

fn line(text: &str) -> String {
    escaped(&on_a_line(text))
}

/// The text with what Markdown and HTML take for signs escaped.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    let mut begins = true;
    for c in text.chars() {
        let is_sign = matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&'
        );
        if is_sign || begins && matches!(c, '#' | '-' | '+' | '=') {
            safe.push('\\');
        }
        begins = c == '\n' || begins && c == ' ';
        safe.push(c);
    }
    safe
}
