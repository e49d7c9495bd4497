//! The stand-off format of brat: the text in one file, what was found in another.

use std::fmt::Write;

use super::{CodePoints, plain::on_a_line};
use crate::{
    annotations::{Annotations, Statement},
    document::{Document, Span},
};

/// What brat has to know of the annotations, its `annotation.conf`.
pub(super) const CONFIGURATION: &str = include_str!("brat.conf");

/// The annotations of an article, the content of its `.ann`.
pub(super) fn annotations(document: &Document, annotations: &Annotations) -> String {
    let mut notes = Notes {
        document,
        points: CodePoints::new(document.text()),
        lines: String::new(),
        spans: 0,
        attributes: 0,
    };
    for (i, entity) in annotations.entities.iter().enumerate() {
        let mentions = entity.mentions.iter().map(|mention| mention.span);
        let marks: Vec<_> = mentions
            .filter_map(|span| notes.span(entity.kind.name(), &[span]))
            .collect();
        if let [first, _, ..] = marks.as_slice() {
            let _ = writeln!(notes.lines, "*\tEquiv {}", marks.join(" "));
            notes.note(first, i, &entity.name);
        }
    }
    let names = annotations
        .speakers
        .iter()
        .map(|speaker| speaker.name.as_str());
    let names: Vec<_> = names.collect();
    for (i, statement) in annotations.statements.iter().enumerate() {
        notes.statement(i, statement, names.get(statement.speaker.0).copied());
    }
    notes.lines
}

struct Notes<'a> {
    document: &'a Document,
    points: CodePoints<'a>,
    lines: String,
    spans: usize,
    attributes: usize,
}

impl Notes<'_> {
    /// A marked span, in several parts where it runs over lines; its number.
    fn span(&mut self, kind: &str, spans: &[Span]) -> Option<String> {
        let parts: Vec<Span> = spans.iter().flat_map(|span| self.lines_of(*span)).collect();
        let at = |part: &Span| {
            format!(
                "{} {}",
                self.points.before(part.start),
                self.points.before(part.end)
            )
        };
        let places: Vec<_> = parts.iter().map(at).collect();
        let words: Vec<_> = parts
            .iter()
            .map(|part| on_a_line(self.document.slice(*part)))
            .collect();
        if parts.is_empty() {
            return None;
        }
        self.spans += 1;
        let number = format!("T{}", self.spans);
        let (places, words) = (places.join(";"), words.join(" "));
        let _ = writeln!(self.lines, "{number}\t{kind} {places}\t{words}");
        Some(number)
    }

    /// The parts of a span that stand on one line each.
    fn lines_of(&self, span: Span) -> Vec<Span> {
        let text = self.document.slice(span);
        let mut parts = Vec::new();
        let mut start = span.start;
        for line in text.split_inclusive('\n') {
            let length = line.trim_end_matches(['\n', '\r']).len();
            if length > 0 {
                parts.push(Span::new(start, start + length));
            }
            start += line.len();
        }
        parts
    }

    fn statement(&mut self, position: usize, statement: &Statement, speaker: Option<&str>) {
        let Some(cue) = self.span("Statement", &[statement.cue]) else {
            return;
        };
        let source = statement
            .source
            .and_then(|source| self.span("Source", &[source]));
        let content = self.span("Content", &statement.content);
        let event = format!("E{}", position + 1);
        let _ = write!(self.lines, "{event}\tStatement:{cue}");
        for (role, part) in [("Source", source), ("Content", content)] {
            if let Some(part) = part {
                let _ = write!(self.lines, " {role}:{part}");
            }
        }
        self.lines.push('\n');
        self.attribute("Kind", &event, statement.kind.name());
        self.attribute("Confidence", &event, statement.confidence.name());
        if let Some(speaker) = speaker {
            self.note(&event, position, speaker);
        }
    }

    fn attribute(&mut self, name: &str, of: &str, value: &str) {
        self.attributes += 1;
        let _ = writeln!(self.lines, "A{}\t{name} {of} {value}", self.attributes);
    }

    /// A name as a note; those of entities and of statements share no number,
    /// for they are told apart by what they are notes of.
    fn note(&mut self, of: &str, position: usize, name: &str) {
        let parity = usize::from(of.starts_with('E'));
        let number = position * 2 + parity + 1;
        let _ = writeln!(
            self.lines,
            "#{number}\tAnnotatorNotes {of}\t{}",
            on_a_line(name)
        );
    }
}
