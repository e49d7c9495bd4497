//! The mouse, where the reader asked for it: the wheel, clicks on statements,
//! entries and tabs.

use ratatui::layout::{Position, Rect};

use super::{motion, popups, selection, update};
use crate::{
    browser::{
        action::Action,
        effect::Effect,
        footer,
        frame::Pane,
        key::{Mouse, MouseKind},
        layout,
        model::{Focus, Model},
        popup, side,
    },
    document::Direction,
};

/// Lines that one step of the wheel moves by.
const WHEEL: isize = 3;

/// Does what the mouse asks for.
pub fn go(model: &mut Model, mouse: Mouse) -> Vec<Effect> {
    let at = Position::new(mouse.column, mouse.row);
    match mouse.kind {
        MouseKind::WheelDown => wheel(model, at, 1),
        MouseKind::WheelUp => wheel(model, at, -1),
        MouseKind::Press => return press(model, at),
        MouseKind::Drag | MouseKind::Release => {}
    }
    Vec::new()
}

fn wheel(model: &mut Model, at: Position, steps: isize) {
    let action = if steps > 0 { Action::Down } else { Action::Up };
    if model.popup.is_some() {
        popups::go(model, action);
    } else if within(model.frame.side, at).is_some() {
        focus(model, Focus::Side);
        motion::go(model, action);
    } else if within(model.frame.article, at).is_some() {
        model.article.page(steps * WHEEL);
        selection::follow_cursor(model);
    }
}

fn within(pane: Option<Pane>, at: Position) -> Option<Pane> {
    let whole = |p: &Pane| p.head.union(p.rule).union(p.body);
    pane.filter(|pane| whole(pane).contains(at))
}

fn focus(model: &mut Model, focus: Focus) {
    if model.focus != focus {
        model.focus = focus;
        model.refit();
    }
}

fn press(model: &mut Model, at: Position) -> Vec<Effect> {
    if model.popup.is_some() {
        return in_popup(model, at);
    }
    if let Some(pane) = within(model.frame.side, at) {
        return in_side(model, pane, at);
    }
    if let Some(pane) = within(model.frame.article, at) {
        focus(model, Focus::Article);
        in_article(model, pane, at);
    } else if footer::help_area(model).contains(at) {
        return update(model, Action::Help);
    }
    Vec::new()
}

/// A press on an entry selects it, another one takes it; one beside closes.
fn in_popup(model: &mut Model, at: Position) -> Vec<Effect> {
    let Some(popup) = &model.popup else {
        return Vec::new();
    };
    let area = popup::inner(model, popup);
    if !area.contains(at) {
        return update(model, Action::Cancel);
    }
    let place = popup::entry_at(popup, area, at.y);
    if place == Some(popup.list.selected) {
        return update(model, Action::Accept);
    }
    if let (Some(place), Some(popup)) = (place, &mut model.popup) {
        popup.list.selected = place;
    }
    Vec::new()
}

fn in_side(model: &mut Model, pane: Pane, at: Position) -> Vec<Effect> {
    if pane.head.contains(at) {
        let tab = side::tab_at(model, pane.head, at.x);
        return tab.map_or_else(Vec::new, |tab| update(model, tab.action()));
    }
    focus(model, Focus::Side);
    let height = model.side.tab.entry_height(pane.body.height);
    let row = usize::from(at.y.saturating_sub(pane.body.y));
    let list = *model.side.list();
    let entry = list.top + row / height.max(1);
    if !pane.body.contains(at) || entry >= model.side_len() {
        return Vec::new();
    }
    if entry == list.selected {
        return update(model, Action::Open);
    }
    model.side.list_mut().selected = entry;
    super::lists::arrive(model);
    Vec::new()
}

/// A press on words puts the cursor on their row and selects their statement.
fn in_article(model: &mut Model, pane: Pane, at: Position) {
    let text = pane.columns(model.direction()).text;
    let line = model.article.top() + usize::from(at.y.saturating_sub(pane.body.y));
    let Some(row) = model
        .article
        .row_at(line)
        .filter(|_| pane.body.contains(at))
    else {
        return;
    };
    let steps = row.cast_signed() - model.article.cursor_row().cast_signed();
    model.article.step(steps);
    selection::follow_cursor(model);
    let cells = model.article.layout().cells(model.document().text(), row);
    let first = first_column(text, layout::width(&cells), model);
    let Some(column) = at.x.checked_sub(first) else {
        return;
    };
    let Some(byte) = layout::byte_at(&cells, column) else {
        return;
    };
    if let Some(mark) = model.shown.marks.within(byte).first() {
        model.selected = Some(mark.statement);
    }
}

/// The column at which a row of that width begins, from the left.
fn first_column(text: Rect, width: usize, model: &Model) -> u16 {
    match model.direction() {
        Direction::Ltr => text.x,
        Direction::Rtl => text.right().saturating_sub(layout::clamped(width)),
    }
}
