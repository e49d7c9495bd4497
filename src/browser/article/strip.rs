//! The strip at the far side of the article: which part of it is on the screen,
//! and where in it the speakers speak.

use ratatui::{buffer::Buffer, layout::Rect};

use crate::browser::{findings::start, model::Model, pen::Pen, theme::Role};

/// Draws the strip. Each of its rows stands for a share of the lines.
pub fn draw(model: &Model, buffer: &mut Buffer, area: Rect) {
    let (lines, rows) = (model.article.lines(), usize::from(area.height));
    if lines == 0 || area.width == 0 {
        return;
    }
    let share = |i: usize| i * lines.max(rows) / rows.max(1);
    let (top, end) = (model.article.top(), model.article.top() + rows);
    for i in 0..rows {
        let (from, to) = (share(i), share(i + 1));
        let seen = from < end && to > top && lines > rows;
        let row = Rect {
            y: area.y + i as u16,
            height: 1,
            ..area
        };
        let (sign, style) = sign(model, from, to, seen);
        Pen::new(buffer, row, model.direction()).start(sign, style);
    }
}

fn sign(
    model: &Model,
    from: usize,
    to: usize,
    seen: bool,
) -> (&'static str, ratatui::style::Style) {
    let theme = &model.settings.theme;
    let plain = model.settings.plain;
    match speaker_between(model, from, to) {
        Some((speaker, true)) => (if plain { "*" } else { "◆" }, theme.speaker(speaker)),
        Some((speaker, false)) => (if plain { "-" } else { "•" }, theme.speaker(speaker)),
        None if plain => (if seen { "|" } else { " " }, theme.style(Role::Dim)),
        None if seen => ("┃", theme.style(Role::Dim)),
        None => ("│", theme.style(Role::Rule)),
    }
}

/// Who begins to speak between two lines, and whether it is the selected
/// statement: that one before all, else the first.
fn speaker_between(model: &Model, from: usize, to: usize) -> Option<(usize, bool)> {
    let article = &model.article;
    let byte = |line| {
        article
            .row(article.row_from(line))
            .map_or(usize::MAX, |r| r.span.start)
    };
    let (from, to) = (byte(from), byte(to));
    let selected = model.selected_statement();
    if let Some(statement) = selected.filter(|s| (from..to).contains(&start(s))) {
        return Some((statement.speaker.0, true));
    }
    let list = &model.shown.list;
    let begins = |id: &crate::annotations::StatementId| model.statement(*id).map_or(0, start);
    let first = list.get(list.partition_point(|id| begins(id) < from))?;
    let statement = model.statement(*first)?;
    (start(statement) < to).then_some((statement.speaker.0, false))
}
