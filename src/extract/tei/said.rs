//! The contents of statements as elements. Contents may run over paragraphs and
//! across each other, elements may not: such a content becomes several, chained
//! by `prev`.

use std::{cmp::Reverse, collections::BinaryHeap, fmt::Write as _};

use super::{Names, words};
use crate::{
    annotations::{Annotations, Confidence, Kind},
    document::{Document, Span},
};

/// A part of a content: begins early or late, then ends late or early, so that
/// the outer one of two comes first.
type Part = Reverse<(usize, Reverse<usize>, usize)>;

/// The contents that have not been written yet.
pub(super) struct Marks<'a> {
    annotations: &'a Annotations,
    names: &'a Names,
    waiting: BinaryHeap<Part>,
    /// How many parts of each statement are written.
    written: Vec<usize>,
}

impl<'a> Marks<'a> {
    pub(super) fn new(annotations: &'a Annotations, names: &'a Names) -> Self {
        let statements = annotations.statements.iter().enumerate();
        let spans = statements.flat_map(|(i, s)| s.content.iter().map(move |span| (*span, i)));
        Self {
            annotations,
            names,
            waiting: spans
                .filter(|(span, _)| !span.is_empty())
                .map(|(span, i)| part(span, i))
                .collect(),
            written: vec![0; annotations.statements.len()],
        }
    }

    /// Writes a paragraph with what is said in it; paragraphs come in order.
    pub(super) fn write(&mut self, document: &Document, paragraph: Span, xml: &mut String) {
        let mut open: Vec<usize> = Vec::new();
        let mut at = paragraph.start;
        while let Some((span, statement)) = self.next(paragraph) {
            close_before(&mut open, span.start, document, &mut at, xml);
            let room = open.last().copied().unwrap_or(paragraph.end);
            if span.end > room {
                self.waiting
                    .push(part(Span::new(room, span.end), statement));
            }
            *xml += &words(document, Span::new(at, span.start));
            at = span.start;
            self.begin(statement, xml);
            open.push(span.end.min(room));
        }
        close_before(&mut open, paragraph.end, document, &mut at, xml);
        *xml += &words(document, Span::new(at, paragraph.end));
    }

    /// The next part that begins in the paragraph; what lies before it, between
    /// paragraphs, is left out.
    fn next(&mut self, paragraph: Span) -> Option<(Span, usize)> {
        loop {
            let Reverse((start, Reverse(end), statement)) = *self.waiting.peek()?;
            if start >= paragraph.end {
                return None;
            }
            self.waiting.pop();
            let start = start.max(paragraph.start);
            if end > start {
                return Some((Span::new(start, end), statement));
            }
        }
    }

    fn begin(&mut self, statement: usize, xml: &mut String) {
        let (Some(said), Some(parts)) = (
            self.annotations.statements.get(statement),
            self.written.get_mut(statement),
        ) else {
            return;
        };
        *parts += 1;
        let direct = said.kind == Kind::Direct;
        let cert = match said.confidence {
            Confidence::Sure => "high",
            Confidence::Likely => "medium",
            Confidence::Doubtful => "low",
        };
        let (who, name) = (
            self.names.speaker(said.speaker),
            self.names.said(statement, *parts),
        );
        let _ = write!(
            xml,
            "<said xml:id=\"{name}\" who=\"#{who}\" direct=\"{direct}\" rend=\"{}\" cert=\"{cert}\"",
            said.kind.name()
        );
        if *parts > 1 {
            let _ = write!(xml, " prev=\"#{}\"", self.names.said(statement, *parts - 1));
        }
        xml.push('>');
    }
}

/// Ends what ends before `limit`, or there.
fn close_before(
    open: &mut Vec<usize>,
    limit: usize,
    document: &Document,
    at: &mut usize,
    xml: &mut String,
) {
    while let Some(end) = open.last().copied().filter(|end| *end <= limit) {
        *xml += &words(document, Span::new(*at, end));
        *at = end;
        *xml += "</said>";
        open.pop();
    }
}

fn part(span: Span, statement: usize) -> Part {
    Reverse((span.start, Reverse(span.end), statement))
}
