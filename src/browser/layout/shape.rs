//! Letters to their joined forms, cluster by cluster.
//!
//! What a letter looks like depends on its neighbours in the paragraph, whatever
//! row or style they stand in; so a [`Shaper`] looks over the ends of its row.

use super::class::Class;
use super::cluster::{self, Cluster};
use super::forms::{composed, form, lam_alef};
use super::joining::{Joining, joining};
use compact_str::CompactString;

/// How many marks and format characters are looked over for a neighbour.
const FAR: usize = 256;

/// Joins the clusters of a row, given in the order of the text.
pub(super) struct Shaper<'a> {
    paragraph: &'a str,
    previous: Joining,
}

impl<'a> Shaper<'a> {
    /// For the clusters of `paragraph` from the byte `at` on.
    pub(super) fn new(paragraph: &'a str, at: usize) -> Self {
        let before = paragraph.get(..at).unwrap_or_default();
        Self {
            paragraph,
            previous: nearest(before.chars().rev()),
        }
    }

    /// What a cluster's cell shows; empty for what is not drawn.
    pub(super) fn symbol(&mut self, cluster: Cluster) -> CompactString {
        let text = self
            .paragraph
            .get(cluster.start..cluster.end)
            .unwrap_or_default();
        let symbol = cluster::symbol(text);
        let shaped = self.shaped(cluster, &symbol);
        let last = nearest(text.chars().rev());
        if last != Joining::Transparent {
            self.previous = last;
        }
        shaped.unwrap_or(symbol)
    }

    fn shaped(&self, cluster: Cluster, symbol: &str) -> Option<CompactString> {
        let mut marks: CompactString = symbol.chars().skip(1).collect();
        let mut letter = symbol.chars().next()?;
        let own = joining(letter);
        if own == Joining::Transparent || letter == '\u{640}' {
            return None;
        }
        let previous = own.meets_previous() && self.previous.meets_next();
        let form = if cluster.class == Class::Alef {
            let alef = marks.find(|c| joining(c) == Joining::Right)?;
            let mut alef_letter = marks[alef..].chars().next()?;
            marks.remove(alef);
            compose(&mut alef_letter, &mut marks, alef);
            lam_alef(alef_letter, previous)?
        } else {
            compose(&mut letter, &mut marks, 0);
            form(
                letter,
                previous,
                own.meets_next() && self.next(cluster).meets_previous(),
            )?
        };
        let mut shaped = CompactString::default();
        shaped.push(form);
        shaped.push_str(&marks);
        Some(shaped)
    }

    /// What the letter that begins `cluster` meets on its other side.
    fn next(&self, cluster: Cluster) -> Joining {
        let rest = self.paragraph.get(cluster.start..).unwrap_or_default();
        nearest(rest.chars().skip(1))
    }
}

/// Puts a hamza or madda among the `marks` from byte `from` on into the letter.
fn compose(letter: &mut char, marks: &mut CompactString, from: usize) {
    let found = marks.char_indices().skip_while(|(at, _)| *at < from);
    let found: Option<(usize, char)> = found
        .filter_map(|(at, mark)| Some((at, composed(*letter, mark)?)))
        .next();
    if let Some((at, whole)) = found {
        *letter = whole;
        marks.remove(at);
    }
}

fn nearest(chars: impl Iterator<Item = char>) -> Joining {
    chars
        .take(FAR)
        .map(joining)
        .find(|j| *j != Joining::Transparent)
        .unwrap_or(Joining::None)
}
