//! W3C Web Annotations: a page of them an article, on one line of JSON-LD, each
//! bound to the text by position and by the words themselves.

use std::fmt::Write as _;

use serde::Serialize;

use super::{CodePoints, json};
use crate::{
    annotations::{Annotations, Entity, Statement},
    document::{Document, Span},
};

/// How many characters before and after the words help to find them again.
const AROUND: usize = 32;

/// Appends the annotations of an article.
pub(super) fn render(document: &Document, annotations: &Annotations, out: &mut Vec<u8>) {
    let source = source(document);
    let article = Article {
        document,
        points: CodePoints::new(document.text()),
        source: &source,
    };
    let statements = annotations
        .statements
        .iter()
        .enumerate()
        .map(|(i, statement)| {
            article.statement(i, statement, &annotations.speaker(statement.speaker).name)
        });
    let entities = annotations.entities.iter().enumerate();
    let entities = entities.flat_map(|(i, entity)| article.entity(i, entity));
    let page = Page {
        context: "http://www.w3.org/ns/anno.jsonld",
        id: format!("{source}#qawl"),
        kind: "AnnotationPage",
        items: statements.chain(entities).collect(),
    };
    json::write(&page, out);
}

/// The address of an article as an IRI: where it is on the web, else its file.
fn source(document: &Document) -> String {
    let meta = &document.meta;
    if let Some(url) = &meta.url {
        return iri(url);
    }
    let place = &meta.place;
    let Some(path) = &place.path else {
        return format!("urn:qawl:input:{}", place.line.unwrap_or(1));
    };
    let path = path.to_string_lossy();
    let scheme = if path.starts_with('/') { "file://" } else { "" };
    let mut address = format!("{scheme}{}", iri(&path.replace(['#', '?', ':'], "_")));
    for (name, number) in [("line", place.line), ("item", place.item)] {
        if let Some(number) = number {
            let mark = if address.contains('?') { '&' } else { '?' };
            let _ = write!(address, "{mark}{name}={number}");
        }
    }
    address
}

/// The text with what no IRI may hold percent-encoded.
fn iri(text: &str) -> String {
    let mut iri = String::with_capacity(text.len());
    for c in text.trim().chars() {
        if c.is_control() || c.is_whitespace() || r#"<>"{}|\^`#"#.contains(c) {
            for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                let _ = write!(iri, "%{byte:02X}");
            }
        } else {
            iri.push(c);
        }
    }
    iri
}

struct Article<'a> {
    document: &'a Document,
    points: CodePoints<'a>,
    source: &'a str,
}

impl<'a> Article<'a> {
    fn statement(
        &self,
        position: usize,
        statement: &'a Statement,
        speaker: &'a str,
    ) -> Annotation<'a> {
        Annotation {
            id: format!("{}#qawl-statement-{}", self.source, position + 1),
            kind: "Annotation",
            motivation: "identifying",
            body: vec![
                Body::new("identifying", speaker),
                Body::new("tagging", statement.kind.name()),
                Body::new("assessing", statement.confidence.name()),
                Body::new("describing", self.document.slice(statement.cue)),
            ],
            target: statement
                .content
                .iter()
                .map(|span| self.target(*span))
                .collect(),
        }
    }

    fn entity(&self, position: usize, entity: &'a Entity) -> impl Iterator<Item = Annotation<'a>> {
        entity
            .mentions
            .iter()
            .enumerate()
            .map(move |(i, mention)| Annotation {
                id: format!("{}#qawl-entity-{}-{}", self.source, position + 1, i + 1),
                kind: "Annotation",
                motivation: "identifying",
                body: vec![
                    Body::new("identifying", &entity.name),
                    Body::new("tagging", entity.kind.name()),
                ],
                target: vec![self.target(mention.span)],
            })
    }

    fn target(&self, span: Span) -> Target<'a> {
        let text = self.document.text();
        let before = text.get(..span.start).unwrap_or_default();
        let after = text.get(span.end..).unwrap_or_default();
        let begin = before
            .char_indices()
            .rev()
            .take(AROUND)
            .last()
            .map_or(before.len(), |(i, _)| i);
        let end = after
            .char_indices()
            .nth(AROUND)
            .map_or(after.len(), |(i, _)| i);
        Target {
            source: self.source.to_owned(),
            selector: (
                Position {
                    kind: "TextPositionSelector",
                    start: self.points.before(span.start),
                    end: self.points.before(span.end),
                },
                Quote {
                    kind: "TextQuoteSelector",
                    exact: self.document.slice(span),
                    prefix: before.get(begin..).unwrap_or_default(),
                    suffix: after.get(..end).unwrap_or_default(),
                },
            ),
        }
    }
}

#[derive(Serialize)]
struct Page<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    items: Vec<Annotation<'a>>,
}

#[derive(Serialize)]
struct Annotation<'a> {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    motivation: &'static str,
    body: Vec<Body<'a>>,
    target: Vec<Target<'a>>,
}

#[derive(Serialize)]
struct Body<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    purpose: &'static str,
    value: &'a str,
}

impl<'a> Body<'a> {
    fn new(purpose: &'static str, value: &'a str) -> Self {
        Self {
            kind: "TextualBody",
            purpose,
            value,
        }
    }
}

#[derive(Serialize)]
struct Target<'a> {
    source: String,
    /// Two ways to say the same, as the standard has it for an array.
    selector: (Position, Quote<'a>),
}

#[derive(Serialize)]
struct Position {
    #[serde(rename = "type")]
    kind: &'static str,
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct Quote<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    exact: &'a str,
    prefix: &'a str,
    suffix: &'a str,
}
