//! How a list over the panes looks.

use ratatui::{buffer::Buffer, layout::Rect, style::Style};

use super::{Entry, Popup, Purpose};
use crate::{
    browser::{
        excerpt::tail,
        layout::{self, Layout},
        model::Model,
        paint::{self, Align},
        pen::Pen,
        theme::Role,
        view::even,
    },
    document::Span,
};

/// The widest list, in columns.
const WIDEST: u16 = 78;
/// Columns before the words of an entry: its sign, of three at most, between blanks.
const INDENT: u16 = 5;

/// The area within the edges of a popup, where its entries stand.
pub fn inner(model: &Model, popup: &Popup) -> Rect {
    let outer = outer(model, popup);
    let typed = u16::from(popup.takes_text());
    Rect {
        x: outer.x + 1,
        y: outer.y + 1 + typed,
        width: outer.width.saturating_sub(2),
        height: outer.height.saturating_sub(2 + typed),
    }
}

fn outer(model: &Model, popup: &Popup) -> Rect {
    let whole = model.frame.whole;
    let width = whole.width.saturating_sub(4).min(WIDEST);
    let rows: usize = (0..popup.entries.len())
        .map(|i| height(popup, i, width.saturating_sub(2)))
        .take(usize::from(whole.height))
        .sum();
    let wanted = rows + 2 + usize::from(popup.takes_text());
    let most = whole.height.saturating_sub(4).max(5).min(whole.height);
    let height = layout::clamped(wanted.max(4)).min(most);
    let spare = whole.height - height;
    let y = match cursor(model).filter(|_| popup.wraps) {
        Some(row) if row < whole.height / 2 => spare.saturating_sub(2),
        Some(_) => spare.min(2),
        None => spare / 3,
    };
    let x = (whole.width - width) / 2;
    Rect {
        x,
        y,
        width,
        height,
    }
}

/// The row of the screen at which one stands in the article: what is said of a
/// statement does not cover it.
fn cursor(model: &Model) -> Option<u16> {
    let pane = model.frame.article?;
    Some(pane.body.y + layout::clamped(model.article.cursor_height()))
}

/// How many rows an entry takes in a list of `width` columns.
fn height(popup: &Popup, number: usize, width: u16) -> usize {
    match popup.entries.get(number) {
        Some(entry) if popup.wraps => words(popup, entry, width).rows().len().max(1),
        _ => 1,
    }
}

fn words(popup: &Popup, entry: &Entry, width: u16) -> Layout {
    let span = Span::new(0, entry.label.len());
    let width = width.saturating_sub(INDENT + 1);
    Layout::new(&entry.label, &[span], width, popup.direction)
}

/// How many entries from `top` on fit into `area`.
pub(in crate::browser) fn fitting(popup: &Popup, area: Rect, top: usize) -> usize {
    let mut left = usize::from(area.height);
    let numbers = popup.matching().iter().skip(top);
    let fits = numbers.take_while(|i| {
        let height = height(popup, **i, area.width);
        let fits = height <= left;
        left = left.saturating_sub(height);
        fits
    });
    fits.count().max(1)
}

/// The place among those that match of the entry at row `y` of the screen.
pub fn entry_at(popup: &Popup, area: Rect, y: u16) -> Option<usize> {
    let mut bottom = usize::from(area.y);
    let mut shown = popup.matching().iter().enumerate().skip(popup.list.top);
    let found = shown.find(|(_, number)| {
        bottom += height(popup, **number, area.width);
        usize::from(y) < bottom
    });
    found.map(|(place, _)| place)
}

/// Draws `popup` over the rest of the screen.
pub fn draw(model: &Model, popup: &Popup, buffer: &mut Buffer) {
    let outer = outer(model, popup);
    frame(model, buffer, outer, &popup.title);
    let inner = inner(model, popup);
    if let Some(typed) = &popup.typed {
        let narrows = popup.purpose == Purpose::List;
        let matching = narrows.then(|| popup.matching().len());
        prompt(model, buffer, inner, typed, matching);
    }
    let mut y = inner.y;
    for (i, number) in popup.matching().iter().enumerate().skip(popup.list.top) {
        let height = layout::clamped(height(popup, *number, inner.width));
        if y >= inner.bottom() {
            break;
        }
        let area = Rect {
            y,
            height: height.min(inner.bottom() - y),
            ..inner
        };
        if let Some(entry) = popup.entries.get(*number) {
            self::entry(model, popup, buffer, area, (i, *number, entry));
            even(buffer, area);
        }
        y += height;
    }
}

/// An empty box with edges and a title.
pub(in crate::browser) fn frame(model: &Model, buffer: &mut Buffer, area: Rect, title: &str) {
    clear(model, buffer, area);
    edges(model, buffer, area);
    let row = Rect {
        x: area.x + 1,
        width: area.width.saturating_sub(2),
        ..area
    };
    let bold = model.settings.theme.style(Role::Headline);
    let title = layout::truncate(title, usize::from(row.width.saturating_sub(4)));
    let mut pen = Pen::new(buffer, row, model.ui_direction());
    pen.skip(1)
        .start(" ", bold)
        .reading_like(&title)
        .start(&title, bold)
        .start(" ", bold);
}

fn clear(model: &Model, buffer: &mut Buffer, area: Rect) {
    let style = model.settings.theme.style(Role::Popup);
    for position in area.intersection(*buffer.area()).positions() {
        if let Some(cell) = buffer.cell_mut(position) {
            cell.reset();
            cell.set_style(model.settings.theme.style(Role::Ground).patch(style));
        }
    }
}

fn edges(model: &Model, buffer: &mut Buffer, area: Rect) {
    let theme = &model.settings.theme;
    if !model.settings.plain {
        let style = theme.style(Role::RuleFocused);
        let (left, right) = (area.left(), area.right().saturating_sub(1));
        let (top, bottom) = (area.top(), area.bottom().saturating_sub(1));
        for x in area.left()..area.right() {
            put(buffer, x, top, "─", style);
            put(buffer, x, bottom, "─", style);
        }
        for y in top..area.bottom() {
            put(buffer, left, y, "│", style);
            put(buffer, right, y, "│", style);
        }
        put(buffer, left, top, "╭", style);
        put(buffer, right, top, "╮", style);
        put(buffer, left, bottom, "╰", style);
        put(buffer, right, bottom, "╯", style);
    }
}

fn put(buffer: &mut Buffer, x: u16, y: u16, symbol: &str, style: Style) {
    if let Some(cell) = buffer.cell_mut((x, y)) {
        cell.set_symbol(symbol).set_style(style);
    }
}

/// The row in which one types, above the entries.
fn prompt(model: &Model, buffer: &mut Buffer, inner: Rect, typed: &str, matching: Option<usize>) {
    let theme = &model.settings.theme;
    let row = Rect {
        y: inner.y.saturating_sub(1),
        height: 1,
        ..inner
    };
    let mut pen = Pen::new(buffer, row, model.ui_direction());
    pen.end(" ", theme.style(Role::Dim));
    if let Some(matching) = matching {
        pen.end(&matching.to_string(), theme.style(Role::Dim));
    }
    let sign = if matching.is_some() { " /  " } else { " ›  " };
    pen.start(sign, theme.style(Role::Key));
    if typed.is_empty() {
        pen.start(model.settings.caret(), theme.style(Role::Key));
        let hint = model.settings.words.text("popup.type");
        pen.start(hint, theme.style(Role::Dim));
    } else {
        let room = usize::from(pen.room()).saturating_sub(2);
        pen.start(tail(typed, room), theme.style(Role::Text))
            .start(model.settings.caret(), theme.style(Role::Key));
    }
}

fn entry(
    model: &Model,
    popup: &Popup,
    buffer: &mut Buffer,
    area: Rect,
    (place, number, entry): (usize, usize, &Entry),
) {
    let theme = &model.settings.theme;
    if place == popup.list.selected {
        buffer.set_style(area, theme.style(Role::Entry));
    }
    let dim = theme.style(Role::Dim);
    let mut pen = Pen::new(buffer, area, popup.direction);
    if entry.told {
        pen.reading(model.ui_direction());
    }
    if entry.heads {
        pen.skip(1).start(&entry.label, theme.style(Role::Sign));
        return;
    }
    let sign = sign(popup, number, entry);
    let style = entry
        .speaker
        .map_or(theme.style(Role::Key), |s| theme.speaker(s));
    let used = layout::clamped(layout::measure(&sign));
    pen.skip(1)
        .start(&sign, style)
        .skip((INDENT - 1).saturating_sub(used));
    let reading = if entry.told {
        model.ui_direction()
    } else {
        popup.direction
    };
    pen.reading_like(&entry.detail);
    pen.end(" ", dim).end(&entry.detail, dim).end(" ", dim);
    pen.reading(reading);
    if popup.wraps {
        wrapped(popup, buffer, area, entry, theme.style(Role::Text));
    } else {
        pen.start(&entry.label, theme.style(Role::Text));
    }
}

fn sign(popup: &Popup, number: usize, entry: &Entry) -> String {
    match &popup.ticked {
        Some(ticked) if ticked.contains(&number) => format!("✓{}", entry.sign),
        Some(_) => format!(" {}", entry.sign),
        None => entry.sign.clone(),
    }
}

fn wrapped(popup: &Popup, buffer: &mut Buffer, area: Rect, entry: &Entry, style: Style) {
    let layout = words(popup, entry, area.width);
    for (row, y) in layout.rows().iter().zip(area.y..area.bottom()) {
        let words = entry.label.get(row.span.range()).unwrap_or_default();
        let line = Rect {
            y,
            height: 1,
            ..area
        };
        let room = Pen::new(buffer, line, popup.direction)
            .skip(INDENT)
            .rest(layout.width());
        paint::label(
            buffer,
            room,
            words.trim_end(),
            popup.direction,
            Align::Start,
            style,
        );
    }
}
