//! A few words of the article for a list: on one line, cut where it is long.

use unicode_segmentation::UnicodeSegmentation;

use super::layout;
use crate::document::{Document, Span};

/// The words of `spans` on one line, ` … ` between them; no more than about
/// `bytes` of them.
///
/// ```
/// use qawl::browser::excerpt::excerpt;
/// use qawl::document::{Document, Span};
///
/// let document = Document::new("one two\n three");
/// assert_eq!(excerpt(&document, &[Span::new(0, 14)], 100), "one two three");
/// assert_eq!(excerpt(&document, &[Span::new(0, 3), Span::new(9, 14)], 100), "one … three");
/// ```
pub fn excerpt(document: &Document, spans: &[Span], bytes: usize) -> String {
    let mut words = String::new();
    for span in spans {
        if words.len() > bytes {
            break;
        }
        if !words.is_empty() {
            words.push_str(" … ");
        }
        push_line(head(document.slice(*span), bytes), &mut words);
    }
    words
}

/// The words of the article from a little before `span` to a little after it,
/// on one line.
pub fn context(document: &Document, span: Span, bytes: usize) -> String {
    let text = document.text();
    let before = text.get(..span.start).unwrap_or_default();
    let line = before.rfind('\n').map_or(0, |at| at + 1);
    let mut from = span.start.saturating_sub(bytes / 3).max(line);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    if from > line {
        let cut = text.get(from..span.start).unwrap_or_default();
        from += cut.find(' ').map_or(0, |at| at + 1);
    }
    let mut words = String::new();
    if from > line {
        words.push_str("… ");
    }
    let rest = text.get(from..).unwrap_or_default();
    let paragraph = rest.lines().next().unwrap_or_default();
    push_line(head(paragraph, bytes), &mut words);
    words
}

/// The end of `text` that fits into so many columns: what one types is seen where
/// one types it.
///
/// ```
/// use qawl::browser::excerpt::tail;
///
/// assert_eq!(tail("article.json", 5), ".json");
/// assert_eq!(tail("سلام", 9), "سلام");
/// ```
pub fn tail(text: &str, columns: usize) -> &str {
    let mut starts = text.grapheme_indices(true).map(|(at, _)| at);
    let fitting = starts.find_map(|at| {
        let rest = text.get(at..)?;
        (layout::measure(rest) <= columns).then_some(rest)
    });
    fitting.unwrap_or_default()
}

/// The beginning of `text`, cut at a character.
fn head(text: &str, bytes: usize) -> &str {
    let mut end = bytes.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

fn push_line(text: &str, line: &mut String) {
    for (i, word) in text.split_whitespace().enumerate() {
        if i > 0 {
            line.push(' ');
        }
        line.push_str(word);
    }
}
