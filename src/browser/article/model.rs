//! Where in the article the reader stands.
//!
//! A *row* is a row of the layout. A *line* is a row of the pane scrolled
//! through: the rows with a blank line before each paragraph, and first those of
//! a title that stands apart from the text.

use std::sync::Arc;

use crate::{
    browser::layout::{Layout, Row},
    document::{Document, Span},
};

/// An article laid out at a width, with a cursor and a scrolled-to line.
#[derive(Clone, Debug, Default)]
pub struct Article {
    /// The article.
    pub document: Arc<Document>,
    layout: Layout,
    title: Layout,
    cursor: usize,
    top: usize,
    height: usize,
}

impl Article {
    /// The article from its first row on, not laid out yet.
    pub fn new(document: Arc<Document>) -> Self {
        Self {
            document,
            ..Self::default()
        }
    }

    /// Lays it out anew for a pane of that size; the row at the cursor stays
    /// where it is on the screen.
    pub fn resize(&mut self, width: u16, height: u16) {
        let above = self.cursor_line().saturating_sub(self.top);
        if self.layout.width() != width || self.layout.rows().is_empty() {
            let document = &self.document;
            let (text, direction) = (document.text(), document.direction());
            self.layout = Layout::new(text, document.paragraphs(), width, direction);
            let title = self.title_apart().unwrap_or_default();
            let span = Span::new(0, title.len());
            let spans: &[Span] = if title.is_empty() { &[] } else { &[span] };
            self.title = Layout::new(title, spans, width, direction);
        }
        self.height = usize::from(height);
        self.top = self.cursor_line().saturating_sub(above);
        self.settle();
    }

    /// The title, where it stands apart from the text.
    pub fn title_apart(&self) -> Option<&str> {
        let known = self.document.meta.title.as_deref()?;
        (self.document.headline().is_none() && !known.trim().is_empty()).then_some(known)
    }

    /// The rows of the text.
    pub fn layout(&self) -> &Layout {
        &self.layout
    }

    /// The rows of a title that stands apart.
    pub fn title(&self) -> &Layout {
        &self.title
    }

    /// The byte at which the row of the cursor begins.
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// The bytes of the row at the cursor.
    pub fn cursor_span(&self) -> Span {
        self.row(self.cursor_row())
            .map_or_else(Span::default, |r| r.span)
    }

    /// The first line that is shown.
    pub fn top(&self) -> usize {
        self.top
    }

    /// How many lines of the screen stand above the cursor's.
    pub fn cursor_height(&self) -> usize {
        self.cursor_line().saturating_sub(self.top)
    }

    /// How many lines there are.
    pub fn lines(&self) -> usize {
        match self.layout.rows().len() {
            0 => self.head(),
            rows => self.line_of(rows - 1) + 1,
        }
    }

    /// How far the reader is, in hundredths of the text.
    pub fn percent(&self) -> usize {
        let lines = self.lines().saturating_sub(1).max(1);
        (self.cursor_line() * 100 / lines).min(100)
    }

    /// The bytes that the lines on the screen show.
    pub fn shown(&self) -> Span {
        let first = self.row_from(self.top);
        let last = self.row_from(self.top + self.height).saturating_sub(1);
        let start = self.row(first).map_or(0, |r| r.span.start);
        Span::new(
            start,
            self.row(last.max(first)).map_or(start, |r| r.span.end),
        )
    }

    /// Moves the cursor by rows; negative ones go up.
    pub fn step(&mut self, rows: isize) {
        let last = self.layout.rows().len().saturating_sub(1);
        self.stand(self.cursor_row().saturating_add_signed(rows).min(last));
    }

    /// Moves by a share of the screen: cursor and screen alike.
    pub fn page(&mut self, lines: isize) {
        let line = self.cursor_line().saturating_add_signed(lines);
        let row = if lines < 0 {
            self.row_from(line.saturating_add(1)).saturating_sub(1)
        } else {
            self.row_from(line)
        };
        self.top = self.top.saturating_add_signed(lines);
        self.stand(row.min(self.layout.rows().len().saturating_sub(1)));
    }

    /// To the first row.
    pub fn go_to_top(&mut self) {
        self.stand(0);
    }

    /// To the last row.
    pub fn go_to_bottom(&mut self) {
        self.stand(self.layout.rows().len().saturating_sub(1));
    }

    /// To the row that holds the byte `at`; where it is off the screen, it is
    /// brought to the upper third.
    pub fn go_to(&mut self, at: usize) {
        let row = self.layout.row_of(at);
        let line = self.line_of(row);
        if line < self.top + self.margin() || line + self.margin() >= self.top + self.height {
            self.top = line.saturating_sub(self.height / 3);
        }
        self.stand(row);
    }

    /// Back to a cursor and a top remembered as bytes.
    pub fn restore(&mut self, (cursor, top): (usize, usize)) {
        self.top = match self.layout.row_of(top) {
            0 => 0,
            row => self.line_of(row),
        };
        self.stand(self.layout.row_of(cursor));
    }

    /// The cursor and the top as bytes, for [`restore`](Self::restore).
    pub fn place(&self) -> (usize, usize) {
        let top = self.row(self.row_from(self.top));
        (self.cursor, top.map_or(0, |r| r.span.start))
    }

    /// The row that stands at `line`; nothing for a blank line and for the title.
    pub fn row_at(&self, line: usize) -> Option<usize> {
        let row = self.row_from(line);
        (row < self.layout.rows().len() && self.line_of(row) == line).then_some(row)
    }

    /// The row with that number.
    pub fn row(&self, row: usize) -> Option<&Row> {
        self.layout.rows().get(row)
    }

    /// The row at the cursor.
    pub fn cursor_row(&self) -> usize {
        self.layout.row_of(self.cursor)
    }

    /// The line at which a row stands.
    pub fn line_of(&self, row: usize) -> usize {
        self.head() + row + self.row(row).map_or(0, |r| r.paragraph)
    }

    /// The first row at `line` or beneath it; past the last one, their number.
    pub fn row_from(&self, line: usize) -> usize {
        let head = self.head();
        let rows = self.layout.rows();
        // The line of a row is its number and that of its paragraph, so a row
        // stands at `line` or between half of it and all of it.
        let (mut low, mut high) = (0, rows.len().min(line.saturating_sub(head) + 1));
        while low < high {
            let middle = low.midpoint(high);
            if self.line_of(middle) < line {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    fn head(&self) -> usize {
        match self.title.rows().len() {
            0 => 0,
            rows => rows + 1,
        }
    }

    fn cursor_line(&self) -> usize {
        self.line_of(self.cursor_row())
    }

    fn stand(&mut self, row: usize) {
        self.cursor = self.row(row).map_or(0, |r| r.span.start);
        self.settle();
    }

    /// How many lines are kept between the cursor and the edge of the screen.
    fn margin(&self) -> usize {
        (self.height / 5).min(5)
    }

    /// Scrolls so that the cursor is on the screen and the screen on the text.
    fn settle(&mut self) {
        let (line, margin) = (self.cursor_line(), self.margin());
        let highest = (line + margin + 1).saturating_sub(self.height.max(1));
        let lowest = if self.cursor_row() == 0 {
            0
        } else {
            line.saturating_sub(margin)
        };
        let last = self.lines().saturating_sub(self.height);
        self.top = self.top.max(highest).min(lowest.max(highest)).min(last);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article(paragraphs: usize) -> Article {
        let text = vec!["كلمة كلمة كلمة كلمة كلمة"; paragraphs].join("\n");
        let mut article = Article::new(Arc::new(Document::new(text)));
        article.resize(12, 10);
        article
    }

    #[test]
    fn lines_and_rows_lead_to_each_other() {
        let article = article(20);
        for row in 0..article.layout().rows().len() {
            assert_eq!(article.row_at(article.line_of(row)), Some(row));
        }
        let blank = article.line_of(3) - 1;
        assert_eq!(article.row_at(blank), None);
    }

    #[test]
    fn whatever_moves_the_cursor_it_stays_on_the_screen() {
        let mut article = article(50);
        for step in [1, 7, 40, -3, -1000, 1000, -5, 13] {
            article.step(step);
            let line = article.cursor_line();
            assert!((article.top..article.top + article.height).contains(&line));
            article.page(step);
            let line = article.cursor_line();
            assert!((article.top..article.top + article.height).contains(&line));
        }
    }

    #[test]
    fn a_new_width_keeps_the_words_at_the_cursor() {
        let mut article = article(50);
        article.step(60);
        let word = article.cursor();
        article.resize(30, 17);
        assert!(article.cursor_span().contains(word));
    }
}
