//! Text to rows, and rows to cells in the order of the screen.
//!
//! The text is cut into clusters, what stands in one cell: a letter with its
//! marks, lam and alef together (`cluster`). Rows are ranges of bytes, cut in
//! the order of reading (`wrap`). Only then is a row that is shown joined
//! (`shape`), put in order (`order`) and given as [`VisualCell`]s, from left to
//! right. Widths do not change on the way, so that a row needs nothing but its
//! own neighbourhood, and a text of any size only its table of rows.
//!
//! Nothing here alters the text: a cell knows which bytes it shows, and
//! [`columns`] and [`byte_at`] lead both ways.
//!
//! ```
//! use qawl::browser::layout::Layout;
//! use qawl::document::{Direction, Span};
//!
//! let text = "قال لا";
//! let layout = Layout::new(text, &[Span::new(0, text.len())], 20, Direction::Rtl);
//! let row: String = layout.cells(text, 0).iter().map(|c| c.symbol.as_str()).collect();
//! assert_eq!(row, "ﻻ ﻝﺎﻗ");
//! ```

mod cell;
mod class;
mod cluster;
mod forms;
mod hit;
mod joining;
mod label;
mod order;
mod shape;
mod word;
mod wrap;

pub use cell::{Symbol, VisualCell};
pub use forms::unjoined;
pub use hit::{byte_at, columns};
pub use label::{clamped, line, measure, truncate, width};

use crate::document::{Direction, Span};

/// One row of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its bytes in the text. The rows of a paragraph rejoin to it: the blanks
    /// at which it was cut stay at the end of the row, where they are not drawn.
    pub span: Span,
    /// The paragraph it belongs to, as an index into the spans given.
    pub paragraph: usize,
}

/// A text cut into rows at a width.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    rows: Vec<Row>,
    paragraphs: Vec<Span>,
    width: u16,
    direction: Direction,
}

impl Layout {
    /// Cuts the `paragraphs` of `text` into rows of at most `width` columns.
    /// Each paragraph has at least one row, and each row at least one cluster
    /// even if that is wider than `width`.
    pub fn new(text: &str, paragraphs: &[Span], width: u16, direction: Direction) -> Self {
        let bytes: usize = paragraphs.iter().map(|p| p.len()).sum();
        let mut rows = Vec::with_capacity(paragraphs.len() + bytes / (usize::from(width) + 1));
        for (paragraph, span) in paragraphs.iter().enumerate() {
            wrap::rows(text, *span, width, |span| {
                rows.push(Row { span, paragraph });
            });
        }
        Self {
            rows,
            paragraphs: paragraphs.to_vec(),
            width,
            direction,
        }
    }

    /// All rows, in the order of reading.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The width it was made for, in columns.
    pub fn width(&self) -> u16 {
        self.width
    }

    /// The row that holds a byte; for a byte between paragraphs the row before
    /// it, and for one before the first row that one.
    pub fn row_of(&self, byte: usize) -> usize {
        self.rows
            .partition_point(|row| row.span.start <= byte)
            .saturating_sub(1)
    }

    /// What a row shows, from left to right. Blanks at its end, format
    /// characters and marks past what a cell can hold are not among it; a row
    /// past the last one shows nothing.
    ///
    /// The levels of the bidirectional algorithm are found over the whole
    /// paragraph, or for a paragraph of more than 2 KB over the 1 KB on each
    /// side of the row: only a pair of brackets wider than that could tell.
    pub fn cells(&self, text: &str, row: usize) -> Vec<VisualCell> {
        let Some(row) = self.rows.get(row) else {
            return Vec::new();
        };
        let paragraph = self.paragraphs.get(row.paragraph).copied();
        cell::cells(
            text,
            paragraph.unwrap_or(row.span),
            row.span,
            self.direction,
        )
    }
}
