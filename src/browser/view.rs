//! The whole screen, drawn from the model and from nothing else.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Color, Modifier, Style},
};

use super::{
    article, footer, frame::SMALLEST, hints, layout::Layout, model::Model, paint, popup, side,
    theme::Role,
};
use crate::document::Span;

/// Draws the screen into `buffer`, whose size the model knows.
pub fn view(model: &Model, buffer: &mut Buffer) {
    let whole = model.frame.whole.intersection(*buffer.area());
    buffer.set_style(whole, model.settings.theme.style(Role::Ground));
    if model.frame.is_too_small() {
        too_small(model, buffer, whole);
        return;
    }
    if let Some(pane) = model.frame.article {
        article::draw(model, buffer, pane);
    }
    if let Some(pane) = model.frame.side {
        side::draw(model, buffer, pane);
    }
    if let Some(area) = model.frame.divider {
        divider(model, buffer, area);
    }
    footer::draw(model, buffer, model.frame.footer);
    if let Some(popup) = &model.popup {
        popup::draw(model, popup, buffer);
    }
    hints::draw(model, buffer);
}

/// A rule beneath the head of a pane; heavier where the pane has the keys.
pub(super) fn rule(model: &Model, buffer: &mut Buffer, area: Rect, focused: bool) {
    let (role, symbol) = match (focused, model.settings.plain) {
        (true, false) => (Role::RuleFocused, "━"),
        (false, false) => (Role::Rule, "─"),
        (true, true) => (Role::RuleFocused, "="),
        (false, true) => (Role::Rule, " "),
    };
    fill(model, buffer, area, role, symbol);
}

fn divider(model: &Model, buffer: &mut Buffer, area: Rect) {
    let symbol = if model.settings.plain { " " } else { "│" };
    fill(model, buffer, area, Role::Rule, symbol);
    let crossing = model.frame.article.map_or_else(Rect::default, |pane| Rect {
        y: pane.rule.y,
        height: pane.rule.height,
        ..area
    });
    let symbol = if model.settings.plain { " " } else { "┼" };
    fill(model, buffer, crossing, Role::Rule, symbol);
}

fn fill(model: &Model, buffer: &mut Buffer, area: Rect, role: Role, symbol: &str) {
    let style = model.settings.theme.style(role);
    for position in area.intersection(*buffer.area()).positions() {
        if let Some(cell) = buffer.cell_mut(position) {
            cell.set_symbol(symbol).set_style(style);
        }
    }
}

/// Words of the interface in the middle of an area.
pub(super) fn say(model: &Model, buffer: &mut Buffer, area: Rect, word: &str) {
    let text = model.settings.words.text(word);
    let style = model.settings.theme.style(Role::Dim);
    let inner = Rect {
        x: area.x + area.width.min(2),
        width: area.width.saturating_sub(4),
        y: area.y + area.height / 3,
        height: area.height - area.height / 3,
    };
    paragraph(model, buffer, inner, text, style);
}

/// A text of the interface, wrapped to an area.
fn paragraph(model: &Model, buffer: &mut Buffer, area: Rect, text: &str, style: Style) {
    let direction = model.ui_direction();
    let layout = Layout::new(text, &[Span::new(0, text.len())], area.width, direction);
    for (row, y) in (0..layout.rows().len()).zip(area.y..area.bottom()) {
        let line = Rect {
            y,
            height: 1,
            ..area
        };
        paint::cells(buffer, line, &layout.cells(text, row), direction, |_| style);
    }
}

fn too_small(model: &Model, buffer: &mut Buffer, whole: Rect) {
    if whole.is_empty() {
        return;
    }
    let (width, height) = (SMALLEST.0.to_string(), SMALLEST.1.to_string());
    let values = [("width", width.as_str()), ("height", height.as_str())];
    let text = model.settings.words.fill("screen.too_small", &values);
    let style = model.settings.theme.style(Role::Text);
    paragraph(model, buffer, whole, &text, style);
}

/// Where a theme shows a selected entry by swapped colours, all of `area` has those
/// of the ground: colours of its own would make patches of it.
pub(super) fn even(buffer: &mut Buffer, area: Rect) {
    let corner = buffer.cell((area.x, area.y));
    if !corner.is_some_and(|cell| cell.modifier.contains(Modifier::REVERSED)) {
        return;
    }
    for position in area.intersection(*buffer.area()).positions() {
        if let Some(cell) = buffer.cell_mut(position) {
            cell.set_fg(Color::Reset).set_bg(Color::Reset);
        }
    }
}
