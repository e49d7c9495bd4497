//! Short texts on one line: labels, footers, items of lists. The one place that
//! measures text.

use super::cell::{self, VisualCell};
use super::cluster::Clusters;
use crate::document::Direction;
use std::borrow::Cow;

/// A text on one line, from left to right; spans are bytes of `text`.
pub fn line(text: &str, direction: Direction) -> Vec<VisualCell> {
    cell::line(text, direction)
}

/// The columns that a text takes on one line.
///
/// ```
/// use qawl::browser::layout::measure;
///
/// assert_eq!(measure("لا"), 1); // lam and alef are one cell
/// assert_eq!(measure("مُحمَّد"), 4);
/// assert_eq!(measure("日本"), 4);
/// ```
pub fn measure(text: &str) -> usize {
    Clusters::new(text).map(|c| usize::from(c.width)).sum()
}

/// The columns that cells take.
pub fn width(cells: &[VisualCell]) -> usize {
    cells.iter().map(|c| usize::from(c.width)).sum()
}

/// The text, if it takes at most so many columns; else its beginning and `…`.
///
/// ```
/// use qawl::browser::layout::truncate;
///
/// assert_eq!(truncate("سمير الحلبي", 20), "سمير الحلبي");
/// assert_eq!(truncate("سمير الحلبي", 7), "سمير ا…");
/// assert_eq!(truncate("سمير", 0), "");
/// ```
pub fn truncate(text: &str, columns: usize) -> Cow<'_, str> {
    let (mut used, mut fits) = (0, 0);
    for cluster in Clusters::new(text) {
        used += usize::from(cluster.width);
        if used > columns {
            let kept = text.get(..fits).unwrap_or_default().trim_end();
            let more = if columns == 0 { "" } else { "…" };
            return Cow::Owned(format!("{kept}{more}"));
        }
        if used < columns {
            fits = cluster.end;
        }
    }
    Cow::Borrowed(text)
}
