//! What must hold of the layout for any text, width and direction.

use proptest::prelude::*;
use proptest::sample::select;
use qawl::browser::layout::{self, Layout, VisualCell};
use qawl::document::{Direction, Document, Span};
use unicode_width::UnicodeWidthStr;

/// Words of several scripts, with blanks between them here.
const WORDS: &str = "قال لا الأول لَّا مُحَمَّد پیش ٹھیک word C++ ٢٫٥ 3.14 50% 日本語 「 。 😀 \
    👨\u{200d}👩\u{200d}👧 🇹🇳 e\u{301} ﻻ ـ - — … ل ا ل\u{200d}ا";

/// Punctuation, marks, blanks, and what is not drawn: one character each.
const MARKS: &str = "  \t\u{a0}«»()[]“”:.،\u{64e}\u{651}\u{200f}\u{200e}\u{200c}\u{200d}\u{200b}\
    \u{202e}\u{202c}\u{2067}\u{2069}\u{1b}\u{9b}\n\u{2028}\u{600}\u{ad}\u{fe0f}";

/// A piece of text, or any character at all.
fn piece() -> impl Strategy<Value = String> {
    let words: Vec<&str> = WORDS.split(' ').collect();
    let marks: Vec<char> = MARKS.chars().collect();
    prop_oneof![
        4 => select(words).prop_map(str::to_owned),
        4 => select(marks).prop_map(String::from),
        1 => any::<char>().prop_map(String::from),
        1 => (0x900u32..0x1200).prop_filter_map("a character", char::from_u32).prop_map(String::from),
    ]
}

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 0..60).prop_map(|pieces| pieces.concat())
}

fn direction() -> impl Strategy<Value = Direction> {
    select(vec![Direction::Rtl, Direction::Ltr])
}

fn columns(cells: &[VisualCell]) -> u16 {
    cells.iter().map(|c| c.width).sum()
}

fn in_reading_order(mut cells: Vec<VisualCell>) -> Vec<VisualCell> {
    cells.sort_by_key(|c| c.span);
    cells
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// The rows of a paragraph rejoin to it, and each holds its bytes' cells.
    #[test]
    fn rows_rejoin_to_the_text(text in text(), width in 1u16..90, direction in direction()) {
        let document = Document::new(text);
        let (text, paragraphs) = (document.text(), document.paragraphs());
        let layout = Layout::new(text, paragraphs, width, direction);
        for (index, paragraph) in paragraphs.iter().enumerate() {
            let rows = layout.rows().iter().filter(|row| row.paragraph == index);
            let rejoined: String = rows.map(|row| &text[row.span.range()]).collect();
            prop_assert_eq!(&rejoined, &text[paragraph.range()]);
        }
        for row in 0..layout.rows().len() {
            for byte in layout.rows()[row].span.range() {
                prop_assert_eq!(layout.row_of(byte), row);
            }
        }
    }

    /// A row shows the clusters of its bytes, each once, and is no wider than
    /// it may be unless it is a single cluster.
    #[test]
    fn a_row_is_a_permutation_of_its_clusters(text in text(), width in 1u16..40, direction in direction()) {
        let all = [Span::new(0, text.len())];
        let layout = Layout::new(&text, &all, width, direction);
        for (index, row) in layout.rows().iter().enumerate() {
            let shown = in_reading_order(layout.cells(&text, index));
            prop_assert!(columns(&shown) <= width || shown.len() == 1, "{:?}", shown);
            let alone = in_reading_order(layout::line(&text[row.span.range()], direction));
            let (drawn, blank) = alone.split_at(shown.len());
            for (shown, alone) in shown.iter().zip(drawn) {
                let place = Span::new(alone.span.start + row.span.start, alone.span.end + row.span.start);
                prop_assert_eq!((shown.span, shown.width), (place, alone.width));
            }
            prop_assert!(blank.iter().all(|c| c.symbol == " "), "{:?}", blank);
        }
    }

    /// From a drawn cluster's bytes to its columns and back is the identity.
    #[test]
    fn bytes_to_columns_and_back(text in text(), width in 1u16..40, direction in direction()) {
        let layout = Layout::new(&text, &[Span::new(0, text.len())], width, direction);
        for row in 0..layout.rows().len() {
            let cells = layout.cells(&text, row);
            for cell in &cells {
                let found = layout::columns(&cells, cell.span);
                prop_assert_eq!(found.len(), 1);
                for column in found[0].clone() {
                    prop_assert_eq!(layout::byte_at(&cells, column), Some(cell.span));
                }
            }
            prop_assert_eq!(layout::byte_at(&cells, columns(&cells)), None);
        }
    }

    /// Nothing that could command a terminal or move its text reaches a cell,
    /// and each cell is as wide as the terminal will think.
    #[test]
    fn cells_are_safe_and_measured(text in text(), direction in direction()) {
        let cells = layout::line(&text, direction);
        for cell in &cells {
            let shown: &str = &cell.symbol;
            prop_assert!(!shown.contains(char::is_control), "{:?}", cell);
            let unseen = |c| matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
            prop_assert!(!shown.contains(unseen), "{:?}", cell);
            prop_assert_eq!(shown.width(), usize::from(cell.width), "{:?}", cell);
        }
        prop_assert_eq!(usize::from(columns(&cells)), layout::measure(&text));
    }

    /// A cut label fits, and is the beginning of the text.
    #[test]
    fn a_truncated_label_fits(text in text(), columns in 0usize..30) {
        let cut = layout::truncate(&text, columns);
        prop_assert!(layout::measure(&cut) <= columns);
        let beginning = cut.trim_end_matches(['…', '\u{200e}', '\u{200f}']);
        prop_assert!(*cut == *text || text.starts_with(beginning));
    }

    /// Overrides, embeddings and isolates between words change nothing shown.
    #[test]
    fn no_character_changes_the_order(words in prop::collection::vec(piece(), 1..20), control in select(vec!['\u{202a}', '\u{202b}', '\u{202d}', '\u{202e}', '\u{2066}', '\u{2067}', '\u{2068}'])) {
        let is_explicit = |c| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        let words: Vec<String> = words.iter().map(|w| w.replace(is_explicit, "")).collect();
        let shown = |text: String| -> Vec<String> {
            layout::line(&text, Direction::Rtl).iter().map(|c| c.symbol.to_string()).collect()
        };
        let plain = shown(words.join(" ."));
        prop_assert_eq!(shown(words.join(&format!(" {control}."))), plain);
    }
}
