//! Which bytes of the article belong to which shown statement.
//!
//! Statements overlap: one stands inside another's content. [`Pieces`] are put in
//! order once for an article; [`Marks`] lays those that a filter lets through
//! flat, the inner over the outer, in one pass, so that a key that changes the
//! filters is quick and a row finds its marks by bisection.

use crate::{
    annotations::{Statement, StatementId},
    document::Span,
};

/// What a marked stretch of text is to its statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// What was said.
    Content,
    /// Who said it, in the words of the article.
    Source,
    /// The word that reports.
    Cue,
}

/// A stretch of text that belongs to one statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Its bytes.
    pub span: Span,
    /// The innermost shown statement there.
    pub statement: StatementId,
    /// What it is to it.
    pub part: Part,
}

/// All that statements mark in an article, in the order of the text; inner pieces
/// come after the outer.
#[derive(Clone, Debug, Default)]
pub struct Pieces(Vec<Piece>);

/// The marks of the shown statements, in order; no two overlap.
#[derive(Clone, Debug, Default)]
pub struct Marks {
    list: Vec<Mark>,
    /// For each mark, the bytes of content in those before it.
    said: Vec<usize>,
}

/// A piece before it is laid flat; the greatest of those at a byte is on top.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Piece {
    start: usize,
    end: std::cmp::Reverse<usize>,
    part: Part,
    statement: StatementId,
}

impl Pieces {
    /// The pieces of `statements`.
    pub fn new(statements: &[Statement]) -> Self {
        let numbered = statements.iter().enumerate();
        let pieces = numbered.flat_map(|(i, s)| pieces(StatementId(i), s));
        let mut pieces: Vec<Piece> = pieces.collect();
        pieces.sort_unstable();
        Self(pieces)
    }
}

impl Marks {
    /// The marks of the statements that are `shown`, among all `pieces`.
    pub fn new(pieces: &Pieces, shown: impl Fn(StatementId) -> bool) -> Self {
        let list = flatten(pieces.0.iter().filter(|p| shown(p.statement)));
        let said = list.iter().scan(0, |said, mark| {
            let before = *said;
            *said += content_of(mark, mark.span);
            Some(before)
        });
        Self {
            said: said.collect(),
            list,
        }
    }

    /// How many bytes of `span` are what somebody said.
    pub fn said_within(&self, span: Span) -> usize {
        self.said_before(span.end)
            .saturating_sub(self.said_before(span.start))
    }

    fn said_before(&self, at: usize) -> usize {
        let begun = self.list.partition_point(|m| m.span.start < at);
        let Some(last) = begun.checked_sub(1) else {
            return 0;
        };
        let before = self.said.get(last).copied().unwrap_or_default();
        let of_last = |m| content_of(m, Span::new(0, at));
        before + self.list.get(last).map_or(0, of_last)
    }

    /// Those that share a byte with `span`.
    pub fn within(&self, span: Span) -> &[Mark] {
        let first = self.list.partition_point(|m| m.span.end <= span.start);
        let rest = self.list.get(first..).unwrap_or_default();
        let end = rest.partition_point(|m| m.span.start < span.end);
        rest.get(..end).unwrap_or_default()
    }

    /// All of them.
    pub fn as_slice(&self) -> &[Mark] {
        &self.list
    }
}

/// How many bytes of `span` are content by that mark.
fn content_of(mark: &Mark, span: Span) -> usize {
    let (start, end) = (mark.span.start.max(span.start), mark.span.end.min(span.end));
    match mark.part {
        Part::Content => end.saturating_sub(start),
        Part::Source | Part::Cue => 0,
    }
}

fn pieces(id: StatementId, statement: &Statement) -> impl Iterator<Item = Piece> {
    let content = statement.content.iter().map(|s| (Part::Content, *s));
    let source = statement.source.map(|s| (Part::Source, s));
    let parts = content.chain(source).chain([(Part::Cue, statement.cue)]);
    parts
        .filter(|(_, span)| !span.is_empty())
        .map(move |(part, span)| Piece {
            start: span.start,
            end: std::cmp::Reverse(span.end),
            part,
            statement: id,
        })
}

/// `pieces` in order, so that each lies over all that are open where it begins.
fn flatten<'p>(pieces: impl Iterator<Item = &'p Piece>) -> Vec<Mark> {
    let mut flat = Flat::default();
    for piece in pieces {
        flat.go_on(piece.start);
        flat.open.push(*piece);
    }
    flat.go_on(usize::MAX);
    flat.list
}

/// What is laid flat up to a byte, and the pieces that are open there.
#[derive(Default)]
struct Flat {
    list: Vec<Mark>,
    open: Vec<Piece>,
    at: usize,
}

impl Flat {
    /// Lays flat up to the byte `to`.
    fn go_on(&mut self, to: usize) {
        while let Some(top) = self.open.last().copied() {
            self.mark(top, top.end.0.min(to));
            if top.end.0 > to {
                break;
            }
            self.open.pop();
        }
        self.at = to;
    }

    /// Marks from where it stands up to `end` as being of `piece`.
    fn mark(&mut self, piece: Piece, end: usize) {
        if end <= self.at {
            return;
        }
        let mark = Mark {
            span: Span::new(self.at, end),
            statement: piece.statement,
            part: piece.part,
        };
        self.at = end;
        match self.list.last_mut() {
            Some(before) if joins(before, &mark) => before.span.end = end,
            _ => self.list.push(mark),
        }
    }
}

fn joins(before: &Mark, next: &Mark) -> bool {
    before.span.end == next.span.start
        && before.statement == next.statement
        && before.part == next.part
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flat(pieces: &[(usize, usize, usize, Part)]) -> Vec<(usize, usize, usize)> {
        let mut list: Vec<_> = pieces
            .iter()
            .map(|&(start, end, id, part)| Piece {
                start,
                end: std::cmp::Reverse(end),
                part,
                statement: StatementId(id),
            })
            .collect();
        list.sort_unstable();
        flatten(list.iter())
            .iter()
            .map(|m| (m.span.start, m.span.end, m.statement.0))
            .collect()
    }

    #[test]
    fn the_inner_statement_lies_over_the_outer() {
        let marks = flat(&[(0, 20, 0, Part::Content), (5, 9, 1, Part::Content)]);
        assert_eq!(marks, [(0, 5, 0), (5, 9, 1), (9, 20, 0)]);
    }

    #[test]
    fn crossing_pieces_leave_no_byte_out() {
        let marks = flat(&[(0, 10, 0, Part::Content), (5, 15, 1, Part::Content)]);
        assert_eq!(marks, [(0, 5, 0), (5, 15, 1)]);
    }

    #[test]
    fn an_outer_piece_that_ended_beneath_does_not_come_back() {
        let marks = flat(&[
            (0, 6, 0, Part::Content),
            (5, 15, 1, Part::Content),
            (20, 25, 2, Part::Cue),
        ]);
        assert_eq!(marks, [(0, 5, 0), (5, 15, 1), (20, 25, 2)]);
    }
}
