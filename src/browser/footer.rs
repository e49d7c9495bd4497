//! The last row: what is open, where one stands in it, what is filtered and
//! searched; `? help` has the last place that goes.

use ratatui::{buffer::Buffer, layout::Rect, style::Style};

use super::{
    action::Action, filters::Filter, layout, letters::kind_sign, model::Model, pen::Pen,
    search::Search, theme::Role,
};
use crate::{
    annotations::{Confidence, Kind},
    document::Direction,
};

/// Draws the footer.
pub fn draw(model: &Model, buffer: &mut Buffer, area: Rect) {
    let theme = &model.settings.theme;
    let style = theme.style(Role::Footer);
    buffer.set_style(area, style);
    let mut pen = Pen::new(buffer, area, model.ui_direction());
    help(model, &mut pen);
    pen.start(" ", style);
    if let Some(search) = model.search.as_ref().filter(|s| s.typing) {
        prompt(model, search, &mut pen);
    } else if let Some(notice) = &model.notice {
        pen.start(notice, theme.style(Role::Notice));
    } else {
        state(model, &mut pen);
    }
}

/// Where `? help` stands.
pub fn help_area(model: &Model) -> Rect {
    let area = model.frame.footer;
    let mut scratch = Buffer::empty(area);
    let mut pen = Pen::new(&mut scratch, area, model.ui_direction());
    help(model, &mut pen);
    let width = area.width - pen.room();
    let x = match model.ui_direction() {
        Direction::Rtl => area.x,
        Direction::Ltr => area.right() - width,
    };
    Rect { x, width, ..area }
}

/// `? help`, written first so that whatever else is long, it stays.
fn help(model: &Model, pen: &mut Pen) {
    let theme = &model.settings.theme;
    let key = model.keymap.keys_of(Action::Help).into_iter().next();
    pen.end(" ", theme.style(Role::Footer));
    pen.end(
        model.settings.words.text("footer.help"),
        theme.style(Role::Footer),
    );
    pen.end(" ", theme.style(Role::Footer));
    pen.end(&key.unwrap_or_default(), theme.style(Role::Key));
    pen.end("  ", theme.style(Role::Footer));
}

fn prompt(model: &Model, search: &Search, pen: &mut Pen) {
    let theme = &model.settings.theme;
    pen.end(&hits(model, search), theme.style(Role::Dim));
    pen.start(
        model.settings.words.text("search.prompt"),
        theme.style(Role::Key),
    );
    pen.start(" ", theme.style(Role::Text));
    pen.start(&search.query, theme.style(Role::Text));
    pen.start(model.settings.caret(), theme.style(Role::Key));
}

fn state(model: &Model, pen: &mut Pen) {
    let theme = &model.settings.theme;
    let (style, sign) = (theme.style(Role::Footer), theme.style(Role::Sign));
    // A filter is never hidden by its own length.
    let room = usize::from(model.frame.footer.width / 3);
    let mut parts: Vec<(String, Style)> = Vec::new();
    if let Some(search) = &model.search {
        // Two parts: digits after an Arabic word would be read as its own.
        parts.push((hits(model, search), sign));
        parts.push((format!("/{}", search.query), sign));
    }
    parts.extend(model.filters.as_slice().iter().map(|f| {
        let told = filter(model, f);
        (layout::truncate(&told, room).into_owned(), sign)
    }));
    if model.quotes_only {
        let word = model.settings.words.text("footer.quotes_only");
        parts.push((word.to_owned(), sign));
    }
    parts.push((statement(model), style));
    parts.push((format!("{}%", model.article.percent()), style));
    parts.push((model.document().title().to_owned(), style));
    if let Some(count) = pending(model) {
        parts.insert(0, (count, theme.style(Role::Key)));
    }
    // What matters most keeps its room; the title takes what is left.
    let mut left = parts.into_iter().rev();
    let title = left.next();
    let rest: Vec<_> = left.rev().collect();
    for (text, style) in &rest {
        pen.reading(model.ui_direction()).end("  ", *style);
        pen.reading_like(text).end(text, *style);
    }
    pen.end("  ", style).reading(model.direction());
    if let Some((text, style)) = title {
        pen.start(&text, style);
    }
}

/// A count or the beginning of a sequence, as typed.
fn pending(model: &Model) -> Option<String> {
    let count = model.pressed.count.map(|c| c.to_string());
    let keys = model.pressed.sequence.iter();
    let keys: String = keys.map(|k| super::keys::notation::show_key(*k)).collect();
    let typed = count.unwrap_or_default() + &keys;
    (!typed.is_empty()).then_some(typed)
}

fn statement(model: &Model) -> String {
    let words = &model.settings.words;
    if model.findings.is_none() {
        return words.text("footer.analysing").to_owned();
    }
    let all = model.shown.list.len().to_string();
    let rank = model.selected.and_then(|id| model.rank(id));
    let number = rank.map_or_else(|| "–".to_owned(), |r| (r + 1).to_string());
    let values = [("number", number.as_str()), ("all", all.as_str())];
    words.fill("footer.statement", &values)
}

/// A filter in words: whom or what it lets through.
fn filter(model: &Model, filter: &Filter) -> String {
    let words = &model.settings.words;
    let names: Vec<String> = match filter {
        Filter::Speakers(list) => {
            let names = list.iter().map(|s| model.speaker_name(*s).to_owned());
            names.collect()
        }
        Filter::Kinds(kinds) => {
            let name = |k: &Kind| {
                let word = words.text(&format!("kind.{}", k.name()));
                format!("{} {word}", kind_sign(*k))
            };
            kinds.iter().map(name).collect()
        }
        Filter::Confidence(grades) => {
            let name = |g: &Confidence| words.text(&format!("confidence.{}", g.name())).to_owned();
            grades.iter().map(name).collect()
        }
    };
    match names.as_slice() {
        [one] => words.fill("footer.only", &[("what", one)]),
        [one, ..] if names.len() > 2 => {
            let more = (names.len() - 1).to_string();
            words.fill("footer.only_more", &[("what", one), ("n", &more)])
        }
        _ => words.fill("footer.only", &[("what", &words.list(&names))]),
    }
}

/// `4/14`, or that there is none.
fn hits(model: &Model, search: &Search) -> String {
    let words = &model.settings.words;
    if model.findings.is_none() {
        return "…".to_owned();
    }
    if search.query.is_empty() {
        return String::new();
    }
    if search.is_empty() {
        return words.text("search.none").to_owned();
    }
    let current = search.current.map_or(0, |c| c + 1);
    format!("{current}/{}", search.len())
}
