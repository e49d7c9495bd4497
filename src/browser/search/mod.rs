//! Looking for words, blind to what Arabic spelling leaves open.
//!
//! [`Folded`] is the folded text with the way back to the original; `hits` counts
//! in it; [`Search`] is what the reader looks for and where it was found.

mod folded;
mod hits;

pub use folded::Folded;

use self::hits::Hits;
use crate::document::Span;

/// A search that is being typed or is on.
#[derive(Clone, Debug, Default)]
pub struct Search {
    /// What was typed.
    pub query: String,
    /// Whether it is still being typed.
    pub typing: bool,
    /// The hit the reader stands on, as a position among the hits.
    pub current: Option<usize>,
    /// Where the reader was before: the bytes at the cursor and at the top.
    pub origin: (usize, usize),
    hits: Hits,
}

impl Search {
    /// A search that begins at the `origin` and has found nothing yet.
    pub fn new(origin: (usize, usize)) -> Self {
        Self {
            typing: true,
            origin,
            ..Self::default()
        }
    }

    /// Looks for the query anew.
    pub fn run(&mut self, folded: &Folded) {
        let key = folded::key(&self.query);
        self.hits = Hits::new(&key, folded.as_str());
        self.current = None;
    }

    /// How many hits there are.
    pub fn len(&self) -> usize {
        self.hits.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Where a hit stands in the text.
    pub fn hit(&self, index: usize, folded: &Folded, text: &str) -> Option<Span> {
        let start = self.hits.get(index, folded.as_str())?;
        Some(Span::new(
            folded.start(start, text),
            folded.end(start + self.hits.width(), text),
        ))
    }

    /// The hits that show in `span`, as positions among the hits.
    pub fn within(&self, span: Span, folded: &Folded, text: &str) -> std::ops::Range<usize> {
        if self.is_empty() {
            return 0..0;
        }
        let from = folded.position(span.start, text);
        let to = folded.position(span.end, text);
        let folded = folded.as_str();
        let reaching = (from + 1).saturating_sub(self.hits.width());
        let first = self.hits.before(reaching, folded);
        first..self.hits.before(to, folded).max(first)
    }

    /// The first hit at the byte `from` or after it, else the first of all.
    pub fn first_from(&self, from: usize, folded: &Folded, text: &str) -> Option<usize> {
        let found = self.before(from, folded, text);
        (!self.is_empty()).then_some(found % self.len().max(1))
    }

    /// The hit that is `steps` further than the current one, or where that is not
    /// in `row`, than `row` itself; and whether it was reached past an end.
    pub fn stepped(
        &self,
        row: Span,
        steps: isize,
        folded: &Folded,
        text: &str,
    ) -> Option<(usize, bool)> {
        let len = self.len().cast_signed();
        let here = self.current.filter(|current| {
            let hit = self.hit(*current, folded, text);
            hit.is_some_and(|hit| row.contains(hit.start))
        });
        let from = match here {
            Some(current) => current.cast_signed(),
            None => self.before(row.start, folded, text).cast_signed() - isize::from(steps > 0),
        };
        let to = from.saturating_add(steps);
        let within = to.checked_rem_euclid(len)?;
        Some((within.cast_unsigned(), within != to))
    }

    /// How many hits begin before the byte `at`.
    fn before(&self, at: usize, folded: &Folded, text: &str) -> usize {
        let at = folded.position(at, text);
        self.hits.before(at, folded.as_str())
    }
}
