//! How the article looks: its head, its rows with their signs, the strip.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Modifier, Style},
};

use super::{gutter, strip};
use crate::{
    browser::{
        frame::Pane,
        layout::{Layout, Row},
        marks::{Mark, Part},
        model::{Focus, Model},
        paint,
        pen::Pen,
        side::Tab,
        theme::{Role, Theme},
        view::rule,
    },
    document::Span,
};

/// Draws the article.
pub fn draw(model: &Model, buffer: &mut Buffer, pane: Pane) {
    head(model, buffer, pane.head);
    rule(model, buffer, pane.rule, model.focus == Focus::Article);
    let columns = pane.columns(model.direction());
    for y in 0..columns.text.height {
        let line = model.article.top() + usize::from(y);
        let at = |area: Rect| Rect {
            y: area.y + y,
            height: 1,
            ..area
        };
        match model.article.row_at(line) {
            Some(row) => {
                text_row(model, buffer, at(columns.text), row);
                gutter::draw(model, buffer, at(columns.gutter), row);
            }
            None => title_row(model, buffer, at(columns.text), line),
        }
    }
    strip::draw(model, buffer, columns.strip);
}

/// Where the article comes from, and which of the given ones it is.
fn head(model: &Model, buffer: &mut Buffer, area: Rect) {
    let dim = model.settings.theme.style(Role::Dim);
    let meta = &model.document().meta;
    let known = [&meta.outlet, &meta.date, &meta.author, &meta.url];
    let parts: Vec<&str> = known.into_iter().flatten().map(String::as_str).collect();
    let mut pen = Pen::new(buffer, area, model.ui_direction());
    pen.reading(model.direction());
    if model.articles.len() > 1 {
        let place = format!("{}/{} ", model.current + 1, model.articles.len());
        pen.end(&place, dim);
    }
    for (i, part) in parts.iter().enumerate() {
        pen.start(if i == 0 { " " } else { " · " }, dim)
            .start(part, dim);
    }
}

fn title_row(model: &Model, buffer: &mut Buffer, area: Rect, line: usize) {
    let Some(title) = model.article.title_apart() else {
        return;
    };
    let style = model.settings.theme.style(Role::Headline);
    let cells = model.article.title().cells(title, line);
    paint::cells(buffer, area, &cells, model.direction(), |_| style);
}

fn text_row(model: &Model, buffer: &mut Buffer, area: Rect, number: usize) {
    let layout: &Layout = model.article.layout();
    let Some(row) = layout.rows().get(number) else {
        return;
    };
    if model.focus == Focus::Article && model.article.cursor_row() == number {
        buffer.set_style(area, model.settings.theme.style(Role::Cursor));
    }
    let base = base(model, row);
    let layers = layers(model, row.span);
    let cells = layout.cells(model.document().text(), number);
    paint::cells(buffer, area, &cells, model.direction(), |span| {
        let over = layers.iter().filter(|(at, _)| at.contains(span.start));
        over.fold(base, |style, (_, layer)| style.patch(*layer))
    });
}

fn base(model: &Model, row: &Row) -> Style {
    let headline = (model.document().headline()).is_some_and(|h| h.covers(row.span));
    let role = match (model.quotes_only, headline) {
        (true, _) => Role::Faint,
        (false, true) => Role::Headline,
        (false, false) => Role::Text,
    };
    model.settings.theme.style(role)
}

/// What lies over the words of a row, the lowest first.
fn layers(model: &Model, row: Span) -> Vec<(Span, Style)> {
    let marks = model.shown.marks.within(row).iter();
    let mut layers: Vec<_> = marks.map(|m| (m.span, mark_style(model, m))).collect();
    layers.extend(mentions(model, row));
    layers.extend(selected(model));
    layers.extend(hits(model, row));
    layers
}

fn mark_style(model: &Model, mark: &Mark) -> Style {
    let theme = &model.settings.theme;
    let Some(speaker) = model.statement(mark.statement).map(|s| s.speaker.0) else {
        return Style::new();
    };
    if model.quotes_only {
        return match mark.part {
            Part::Content => full(theme).patch(theme.content(speaker)),
            Part::Source | Part::Cue => Style::new(),
        };
    }
    match mark.part {
        Part::Content => theme.content(speaker),
        Part::Source => theme.speaker(speaker).patch(theme.style(Role::Source)),
        Part::Cue => theme.style(Role::Cue),
    }
}

/// What takes the faintness of all else away.
fn full(theme: &Theme) -> Style {
    let text = theme.style(Role::Text);
    text.remove_modifier(theme.style(Role::Faint).add_modifier)
}

fn selected(model: &Model) -> Vec<(Span, Style)> {
    let Some(statement) = model.selected_statement() else {
        return Vec::new();
    };
    let content = model.settings.theme.style(Role::Selected);
    let around = Style::new().add_modifier(Modifier::UNDERLINED);
    let source = statement.source.map(|s| (s, around));
    let said = statement.content.iter().map(|s| (*s, content));
    said.chain(source)
        .chain([(statement.cue, around)])
        .collect()
}

/// The mentions of the entity that one goes through, or of the one selected in
/// the side pane.
fn mentions(model: &Model, row: Span) -> Vec<(Span, Style)> {
    let listed = model.side.tab == Tab::Entities && model.focus == Focus::Side;
    let (followed, at) = model.followed.unzip();
    let selected = || model.selected_entity_id().filter(|_| listed);
    let id = followed.or_else(selected);
    let Some(entity) = id.and_then(|id| model.entity(id)) else {
        return Vec::new();
    };
    let first = (entity.mentions).partition_point(|m| m.span.end <= row.start);
    let theme = &model.settings.theme;
    let rest = entity.mentions.iter().enumerate().skip(first);
    let here = rest.take_while(|(_, m)| m.span.start < row.end);
    here.map(|(i, m)| {
        let role = if at == Some(i) {
            Role::HitHere
        } else {
            Role::Mention
        };
        (m.span, theme.style(role))
    })
    .collect()
}

fn hits(model: &Model, row: Span) -> Vec<(Span, Style)> {
    let (Some(search), Some(findings)) = (&model.search, &model.findings) else {
        return Vec::new();
    };
    let text = model.document().text();
    let within = search.within(row, &findings.folded, text);
    let hits = within.filter_map(|i| {
        let here = search.current == Some(i);
        let role = if here { Role::HitHere } else { Role::Hit };
        let span = search.hit(i, &findings.folded, text)?;
        Some((span, model.settings.theme.style(role)))
    });
    hits.collect()
}
