//! What holds of the layout for any text, width and direction, and of a row of the
//! screen in every way of writing it to a terminal.

use qawl::{
    browser::{
        layout::{self, Layout, VisualCell},
        paint,
    },
    document::{Direction, Document, Span},
    terminal::{Mode, write},
};
use ratatui::{buffer::Buffer, layout::Rect, style::Style};
use unicode_width::UnicodeWidthStr;

/// The first two bytes are width and direction, the others the text.
pub fn layout(data: &[u8]) {
    let [width, direction, rest @ ..] = data else {
        return;
    };
    let width = u16::from(*width).max(1);
    let direction = if direction.is_multiple_of(2) {
        Direction::Rtl
    } else {
        Direction::Ltr
    };
    let text = super::pieces::text(rest);
    rows_rejoin(&text, width, direction);
    rows_are_permutations(&text, width, direction);
    columns_lead_back(&text, width, direction);
    cells_are_safe(&text, direction);
    labels_fit(&text, width.into());
    modes_keep_rows(&text, width, direction);
}

/// The rows of a paragraph rejoin to it, and each holds its bytes' cells.
pub fn rows_rejoin(text: &str, width: u16, direction: Direction) {
    let document = Document::new(text);
    let paragraphs = document.paragraphs();
    let layout = Layout::new(text, paragraphs, width, direction);
    for (index, paragraph) in paragraphs.iter().enumerate() {
        let rows = layout.rows().iter().filter(|row| row.paragraph == index);
        let rejoined: String = rows.map(|row| &text[row.span.range()]).collect();
        assert_eq!(&rejoined, &text[paragraph.range()]);
    }
    for (number, row) in layout.rows().iter().enumerate() {
        for byte in row.span.range() {
            assert_eq!(layout.row_of(byte), number);
        }
    }
}

/// A row shows the clusters of its bytes, each once, and is no wider than it may be
/// unless it is a single cluster.
pub fn rows_are_permutations(text: &str, width: u16, direction: Direction) {
    let layout = Layout::new(text, &[Span::new(0, text.len())], width, direction);
    for (index, row) in layout.rows().iter().enumerate() {
        let shown = in_reading_order(layout.cells(text, index));
        assert!(columns(&shown) <= width || shown.len() == 1, "{shown:?}");
        let alone = in_reading_order(layout::line(&text[row.span.range()], direction));
        let (drawn, blank) = alone.split_at(shown.len());
        for (shown, alone) in shown.iter().zip(drawn) {
            let (start, end) = (
                alone.span.start + row.span.start,
                alone.span.end + row.span.start,
            );
            assert_eq!(
                (shown.span, shown.width),
                (Span::new(start, end), alone.width)
            );
        }
        assert!(blank.iter().all(|c| c.symbol == " "), "{blank:?}");
    }
}

/// From a drawn cluster's bytes to its columns and back is the identity.
pub fn columns_lead_back(text: &str, width: u16, direction: Direction) {
    let layout = Layout::new(text, &[Span::new(0, text.len())], width, direction);
    for row in 0..layout.rows().len() {
        let cells = layout.cells(text, row);
        for cell in &cells {
            let found = layout::columns(&cells, cell.span);
            assert_eq!(found.len(), 1);
            for column in found[0].clone() {
                assert_eq!(layout::byte_at(&cells, column), Some(cell.span));
            }
        }
        assert_eq!(layout::byte_at(&cells, columns(&cells)), None);
    }
}

/// Nothing that could command a terminal or move its text reaches a cell, and each
/// cell is as wide as the terminal will think.
pub fn cells_are_safe(text: &str, direction: Direction) {
    let cells = layout::line(text, direction);
    for cell in &cells {
        let shown: &str = &cell.symbol;
        assert!(shown.chars().all(is_harmless), "{cell:?}");
        assert_eq!(shown.width(), usize::from(cell.width), "{cell:?}");
    }
    let columns: usize = cells.iter().map(|cell| usize::from(cell.width)).sum();
    assert_eq!(columns, layout::measure(text));
}

/// A cut label fits, and is the beginning of the text.
pub fn labels_fit(text: &str, columns: usize) {
    let cut = layout::truncate(text, columns);
    assert!(layout::measure(&cut) <= columns);
    let beginning = cut.trim_end_matches(['…', '\u{200e}', '\u{200f}']);
    assert!(*cut == *text || text.starts_with(beginning));
}

/// However a row is written, it has its columns, and what it says to the terminal is
/// ours.
pub fn modes_keep_rows(text: &str, width: u16, direction: Direction) {
    let layout = Layout::new(text, &[Span::new(0, text.len())], width, direction);
    for row in 0..layout.rows().len().min(8) {
        let mut drawn = Buffer::empty(Rect::new(0, 0, width, 1));
        let area = drawn.area;
        paint::cells(
            &mut drawn,
            area,
            &layout.cells(text, row),
            direction,
            |_| Style::new(),
        );
        for mode in Mode::ALL {
            let mut written = drawn.clone();
            write(&mut written, area, mode, row % 2 == 0);
            assert_eq!(written.area, area);
            written
                .content()
                .iter()
                .for_each(|cell| cell_is_ours(cell.symbol()));
        }
    }
}

/// Fails where a cell holds what a terminal obeys, but for kitty's word for a letter
/// in a cell of its own and the mark that keeps a letter in its place.
pub fn cell_is_ours(symbol: &str) {
    let inner = symbol.strip_prefix("\u{1b}]66;").and_then(|rest| {
        let (numbers, letter) = rest.split_once(';')?;
        assert!(!numbers.contains(char::is_control), "{symbol:?}");
        letter.strip_suffix("\u{1b}\\")
    });
    let shown = inner.unwrap_or(symbol);
    assert!(
        shown.chars().all(|c| is_harmless(c) || c == '\u{200e}'),
        "{symbol:?}"
    );
}

fn is_harmless(c: char) -> bool {
    let moves =
        matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    !c.is_control() && !moves
}

fn columns(cells: &[VisualCell]) -> u16 {
    cells.iter().map(|c| c.width).sum()
}

fn in_reading_order(mut cells: Vec<VisualCell>) -> Vec<VisualCell> {
    cells.sort_by_key(|c| c.span);
    cells
}
