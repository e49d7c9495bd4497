//! How the side pane looks: its tabs, and the entries of the one shown.

use ratatui::{buffer::Buffer, layout::Rect};

use super::{Tab, entities, speakers, statements};
use crate::{
    browser::{
        frame::Pane,
        layout,
        model::{Focus, Model},
        pen::Pen,
        theme::Role,
        view::{even, rule, say},
    },
    document::Direction,
};

/// Draws the side pane.
pub fn draw(model: &Model, buffer: &mut Buffer, pane: Pane) {
    tabs(model, buffer, pane.head);
    rule(model, buffer, pane.rule, model.focus == Focus::Side);
    let Some(findings) = &model.findings else {
        say(model, buffer, pane.body, "side.analysing");
        return;
    };
    let len = model.side_len();
    if len == 0 {
        let none = match model.side.tab {
            Tab::Statements if !findings.order.is_empty() => "side.all_filtered",
            Tab::Statements => "side.no_statements",
            Tab::Speakers => "side.no_speakers",
            Tab::Entities => "side.no_entities",
        };
        say(model, buffer, pane.body, none);
        return;
    }
    entries(model, buffer, pane.body, len);
}

fn entries(model: &Model, buffer: &mut Buffer, body: Rect, len: usize) {
    let height = model.side.tab.entry_height(body.height);
    let list = model.side.list();
    let room = usize::from(body.height).div_ceil(height);
    for (i, entry) in (list.top..len).take(room).enumerate() {
        let y = body.y + layout::clamped(i * height);
        let area = Rect {
            y,
            height: layout::clamped(height).min(body.bottom().saturating_sub(y)),
            ..body
        };
        match model.side.tab {
            Tab::Statements => statements::entry(model, buffer, area, entry),
            Tab::Speakers => speakers::entry(model, buffer, area, entry),
            Tab::Entities => entities::entry(model, buffer, area, entry),
        }
        even(buffer, area);
    }
}

/// Paints the ground of a selected entry, and the sign before it.
pub(super) fn ground(model: &Model, buffer: &mut Buffer, area: Rect, selected: bool) {
    if !selected {
        return;
    }
    let focused = model.focus == Focus::Side;
    let role = if focused {
        Role::Entry
    } else {
        Role::EntryAside
    };
    buffer.set_style(area, model.settings.theme.style(role));
    let sign = match (model.settings.plain, focused) {
        (true, _) => "*",
        (false, true) => "┃",
        (false, false) => "│",
    };
    let style = model.settings.theme.style(Role::RuleFocused);
    for y in area.y..area.bottom() {
        let row = Rect {
            y,
            height: 1,
            ..area
        };
        Pen::new(buffer, row, model.direction()).start(sign, style);
    }
}

/// The tab that stands at a column of the head.
pub fn tab_at(model: &Model, head: Rect, column: u16) -> Option<Tab> {
    let mut scratch = Buffer::empty(head);
    let ends = tabs(model, &mut scratch, head);
    let from_start = match model.ui_direction() {
        Direction::Ltr => column.saturating_sub(head.x),
        Direction::Rtl => head.right().saturating_sub(column + 1),
    };
    let pairs = Tab::ALL.into_iter().zip(ends);
    pairs
        .into_iter()
        .find(|(_, end)| from_start < *end)
        .map(|(tab, _)| tab)
}

/// Draws the tabs; tells how far from where reading begins each ends.
fn tabs(model: &Model, buffer: &mut Buffer, head: Rect) -> [u16; 3] {
    let words = &model.settings.words;
    let theme = &model.settings.theme;
    let names: Vec<_> = Tab::ALL.iter().map(|t| words.text(t.word())).collect();
    let counts = Tab::ALL.map(|tab| count(model, tab));
    let digits_and_names: usize = names.iter().map(|n| layout::measure(n) + 3).sum();
    let spare = usize::from(head.width).saturating_sub(digits_and_names);
    let all: usize = counts.iter().map(|c| c.len() + 1).sum();
    let counted = |shown: bool| spare >= all + 3 || (shown && spare > all / 2);
    let gap = u16::from(spare >= all + 6 || (spare >= 3 && !counted(false)));
    let mut ends = [0; 3];
    let mut pen = Pen::new(buffer, head, model.ui_direction());
    let tabs = Tab::ALL.iter().enumerate().zip(&mut ends);
    for (((i, tab), end), (name, count)) in tabs.zip(names.iter().zip(&counts)) {
        let shown = model.side.tab == *tab;
        let role = if shown { Role::TabShown } else { Role::Tab };
        pen.skip(1);
        pen.start(&(i + 1).to_string(), theme.style(Role::Key))
            .skip(1);
        pen.start(name, theme.style(role));
        if counted(shown) {
            pen.skip(1).start(count, theme.style(Role::Dim));
        }
        *end = head.width - pen.room();
        pen.skip(gap);
    }
    ends
}

fn count(model: &Model, tab: Tab) -> String {
    let Some(findings) = &model.findings else {
        return "…".to_owned();
    };
    let count = match tab {
        Tab::Statements => model.shown.list.len(),
        Tab::Speakers => findings.annotations.speakers.len(),
        Tab::Entities => findings.annotations.entities.len(),
    };
    count.to_string()
}
