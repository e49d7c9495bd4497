//! Short texts on one line: labels, footers, items of lists. The one place that
//! measures text.

use super::cell::{self, VisualCell};
use super::cluster::Clusters;
use crate::document::Direction;
use std::borrow::Cow;
use unicode_bidi::{BidiClass, bidi_class};

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

/// A number of columns or rows as a screen counts them, or all that it could have.
///
/// ```
/// use qawl::browser::layout::clamped;
///
/// assert_eq!((clamped(80), clamped(1 << 20)), (80, u16::MAX));
/// ```
pub fn clamped(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}

/// The text, if it takes at most so many columns; else its beginning and `…`, which
/// stands where its last word breaks off, whatever the direction of the line.
///
/// ```
/// use qawl::browser::layout::truncate;
///
/// assert_eq!(truncate("سمير الحلبي", 20), "سمير الحلبي");
/// assert_eq!(truncate("سمير الحلبي", 7), "سمير ا…\u{200f}");
/// assert_eq!(truncate("سمير", 0), "");
/// ```
pub fn truncate(text: &str, columns: usize) -> Cow<'_, str> {
    let (mut used, mut fits) = (0, 0);
    for cluster in Clusters::new(text) {
        used += usize::from(cluster.width);
        if used > columns {
            let kept = text.get(..fits).unwrap_or_default().trim_end();
            let more = if columns == 0 { "" } else { "…" };
            return Cow::Owned(format!("{kept}{more}{}", mark_after(kept)));
        }
        if used < columns {
            fits = cluster.end;
        }
    }
    Cow::Borrowed(text)
}

/// The mark that keeps what follows a text on the side where its last word ends.
fn mark_after(text: &str) -> &'static str {
    let strong = text.chars().rev().find_map(|c| match bidi_class(c) {
        BidiClass::L => Some("\u{200e}"),
        BidiClass::R | BidiClass::AL => Some("\u{200f}"),
        _ => None,
    });
    strong.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, columns: usize, direction: Direction) -> String {
        let cells = line(&truncate(text, columns), direction);
        cells.iter().map(|c| c.symbol.as_str()).collect()
    }

    #[test]
    fn the_dots_stand_where_the_word_breaks_off() {
        assert_eq!(shown("by سمير", 6, Direction::Ltr), "by …ﻢﺳ");
        assert_eq!(shown("من Ravel", 6, Direction::Rtl), "Ra… ﻦﻣ");
    }
}
