//! A row as it stands on the screen.

use super::class::Class;
use super::cluster::{Cluster, Clusters, boundary};
use super::order;
use super::shape;
use crate::document::{Direction, Span};
use unicode_bidi_mirroring::get_mirrored;

/// What a cell shows: a letter in its joined form with its marks; it reads as a
/// `str`.
pub type Symbol = compact_str::CompactString;

/// One cluster as the screen shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VisualCell {
    /// What to write: joined and mirrored, without format or control characters.
    pub symbol: Symbol,
    /// How many columns it takes: 1 or 2, rarely more, never 0.
    pub width: u16,
    /// The bytes of the text that it shows.
    pub span: Span,
    /// Whether it belongs to a run that reads from right to left.
    pub rtl: bool,
}

/// A paragraph longer than this has its levels found near the row only, in bytes.
const WHOLE: usize = 2048;

/// How far from the row, in bytes.
const NEAR: usize = 1024;

/// The cells of a row without the blanks at its end, from left to right.
pub(super) fn cells(
    text: &str,
    paragraph: Span,
    row: Span,
    direction: Direction,
) -> Vec<VisualCell> {
    let words = text.get(paragraph.range()).unwrap_or_default();
    let local = Span::new(
        row.start.saturating_sub(paragraph.start),
        row.end.saturating_sub(paragraph.start),
    );
    let mut clusters = drawn(words, local);
    while clusters.last().is_some_and(|c| c.class == Class::Blank) {
        clusters.pop();
    }
    in_order(words, paragraph.start, local, &clusters, direction)
}

/// The cells of a text on one line, blanks at its end among them.
pub(super) fn line(text: &str, direction: Direction) -> Vec<VisualCell> {
    let all = Span::new(0, text.len());
    in_order(text, 0, all, &drawn(text, all), direction)
}

fn drawn(paragraph: &str, row: Span) -> Vec<Cluster> {
    let words = paragraph.get(row.range()).unwrap_or_default();
    Clusters::new(words)
        .filter(|c| c.width > 0)
        .map(|c| Cluster {
            start: c.start + row.start,
            end: c.end + row.start,
            ..c
        })
        .collect()
}

fn in_order(
    paragraph: &str,
    offset: usize,
    row: Span,
    clusters: &[Cluster],
    direction: Direction,
) -> Vec<VisualCell> {
    let cell = |cluster: &Cluster, rtl| {
        let symbol = shape::symbol(paragraph, *cluster);
        VisualCell {
            symbol: if rtl { mirrored(symbol) } else { symbol },
            width: u16::from(cluster.width),
            span: Span::new(cluster.start + offset, cluster.end + offset),
            rtl,
        }
    };
    if order::is_of_one(paragraph.get(row.range()).unwrap_or_default(), direction) {
        return match direction {
            Direction::Rtl => clusters.iter().rev().map(|c| cell(c, true)).collect(),
            Direction::Ltr => clusters.iter().map(|c| cell(c, false)).collect(),
        };
    }
    let near = neighbourhood(paragraph, row);
    let levels = order::levels(paragraph.get(near.range()).unwrap_or_default(), direction);
    let levels = order::of_clusters(paragraph, clusters, &levels, near.start, direction);
    let mut cells: Vec<Option<VisualCell>> = clusters
        .iter()
        .zip(&levels)
        .map(|(cluster, level)| Some(cell(cluster, level.is_rtl())))
        .collect();
    order::visual(&levels)
        .into_iter()
        .filter_map(|at| cells.get_mut(at)?.take())
        .collect()
}

/// The bytes whose levels are found for a row.
fn neighbourhood(paragraph: &str, row: Span) -> Span {
    if let Some(near) = order::enough(paragraph, row, NEAR) {
        return near;
    }
    if paragraph.len() <= WHOLE {
        return Span::new(0, paragraph.len());
    }
    Span::new(
        boundary(paragraph, row.start.saturating_sub(NEAR)),
        boundary(paragraph, row.end + NEAR),
    )
}

/// The same with its bracket or quotation mark turned round.
fn mirrored(symbol: Symbol) -> Symbol {
    let first = symbol.chars().next().filter(|c| !is_arabic_letter(*c));
    match first.and_then(|c| Some((c, get_mirrored(c)?))) {
        Some((c, turned)) => {
            let mut whole = Symbol::default();
            whole.push(turned);
            whole.push_str(symbol.get(c.len_utf8()..).unwrap_or_default());
            whole
        }
        None => symbol,
    }
}

/// Nearly all that is asked for is one, and none is mirrored.
fn is_arabic_letter(c: char) -> bool {
    matches!(c, '\u{620}'..='\u{64a}' | '\u{fe70}'..='\u{fefc}')
}
