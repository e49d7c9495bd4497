//! The signs beside a row: where one stands, whose statement begins, how far
//! the statements reach.

use ratatui::{buffer::Buffer, layout::Rect};

use crate::{
    annotations::StatementId,
    browser::{
        findings::start,
        layout,
        marks::Part,
        model::{Focus, Model},
        pen::Pen,
        theme::Role,
    },
    document::{Direction, Span},
};

/// Draws the signs of the row with that number.
pub fn draw(model: &Model, buffer: &mut Buffer, area: Rect, number: usize) {
    let Some(row) = model.article.row(number) else {
        return;
    };
    let here = model.focus == Focus::Article && model.article.cursor_row() == number;
    let theme = &model.settings.theme;
    let mut pen = Pen::new(buffer, area, model.direction());
    let arrow = if here { cursor_sign(model) } else { " " };
    pen.start(arrow, theme.style(Role::Key));
    let Some(id) = statement_of(model, row.span) else {
        return;
    };
    let Some(statement) = model.statement(id) else {
        return;
    };
    let style = theme.speaker(statement.speaker.0);
    if row.span.contains(start(statement)) {
        let letter = model.speaker_letter(statement.speaker);
        pen.skip(2u16.saturating_sub(layout::clamped(layout::measure(&letter))));
        pen.start(&letter, style);
    } else if speaks(model, row.span, id) {
        let bar = match (model.settings.plain, model.selected == Some(id)) {
            (true, _) => ":",
            (false, true) => "┃",
            (false, false) => "│",
        };
        pen.skip(1).start(bar, style);
    }
}

fn cursor_sign(model: &Model) -> &'static str {
    match (model.direction(), model.settings.plain) {
        (Direction::Rtl, false) => "◂",
        (Direction::Ltr, false) => "▸",
        (Direction::Rtl, true) => "<",
        (Direction::Ltr, true) => ">",
    }
}

/// The statement that a row is told to be of: the selected one where it is
/// there, else the first that begins in it, else the first that reaches into it.
pub fn statement_of(model: &Model, row: Span) -> Option<StatementId> {
    let marks = model.shown.marks.within(row);
    let selected = marks.iter().find(|m| model.selected == Some(m.statement));
    let begins = |id: StatementId| model.statement(id).is_some_and(|s| row.contains(start(s)));
    let first = || marks.iter().find(|m| begins(m.statement));
    let found = selected.or_else(first).or_else(|| marks.first());
    found.map(|m| m.statement)
}

fn speaks(model: &Model, row: Span, id: StatementId) -> bool {
    let marks = model.shown.marks.within(row).iter();
    marks
        .filter(|m| m.statement == id)
        .any(|m| m.part == Part::Content)
}
