//! The strip at the far side of the article: how much of each part of it is
//! speech and whose, which part is on the screen, where the selected statement is.
//!
//! Each row stands for a share of the lines. Its first column has the letter of
//! a speaker where another one begins to speak than in the row before.

use ratatui::{buffer::Buffer, layout::Rect, style::Style};

use crate::{
    annotations::SpeakerId,
    browser::{
        bar::{self, eighths},
        findings::start,
        layout,
        marks::Part,
        model::Model,
        pen::Pen,
        theme::Role,
    },
    document::{Direction, Span},
};

/// How many marks of a share are looked at for whose it is.
const LOOKS: usize = 24;

/// A row of the strip: the lines it stands for.
struct Share {
    span: Span,
    seen: bool,
}

/// Draws the strip.
pub fn draw(model: &Model, buffer: &mut Buffer, area: Rect) {
    if model.article.lines() == 0 || area.width < 3 {
        return;
    }
    let mut before = None;
    for (share, y) in shares(model, area.height).iter().zip(area.y..area.bottom()) {
        let row = Rect {
            y,
            height: 1,
            ..area
        };
        let speaker = speaker(model, share.span);
        let begins = speaker.filter(|s| before != Some(*s));
        draw_share(model, buffer, row, share, speaker, begins);
        before = speaker.or(before);
    }
}

fn shares(model: &Model, rows: u16) -> Vec<Share> {
    let article = &model.article;
    let (lines, rows) = (article.lines(), usize::from(rows));
    let line = |i: usize| i * lines.max(rows) / rows.max(1);
    let byte = |line| {
        let row = article.row(article.row_from(line));
        row.map_or(article.document.text().len(), |r| r.span.start)
    };
    let (top, end) = (article.top(), article.top() + rows);
    (0..rows)
        .map(|i| Share {
            span: Span::new(byte(line(i)), byte(line(i + 1))),
            seen: line(i) < end && line(i + 1) > top && lines > rows,
        })
        .collect()
}

fn draw_share(
    model: &Model,
    buffer: &mut Buffer,
    row: Rect,
    share: &Share,
    speaker: Option<usize>,
    begins: Option<usize>,
) {
    let theme = &model.settings.theme;
    let style = speaker.map_or(theme.style(Role::Dim), |s| theme.speaker(s));
    let letter = begins.map(|s| model.speaker_letter(SpeakerId(s)));
    let letter = letter.filter(|l| layout::measure(l) == 1);
    let mut pen = Pen::new(buffer, row, model.direction());
    pen.start(letter.as_deref().unwrap_or(" "), style);
    let column = pen.rest(1);
    let (sign, sign_style) = sign(model, share, style);
    pen.start(sign, sign_style);
    let said = model.shown.marks.said_within(share.span);
    let part = eighths(said, share.span.len(), 1);
    if model.settings.plain {
        let sign = if said > 0 { "*" } else { " " };
        Pen::new(buffer, column, model.direction()).start(sign, style);
    } else {
        // From the left in both directions: away from the edge of the screen, or
        // towards it.
        bar::draw(buffer, column, part, Direction::Ltr, style);
    }
}

/// The last column: the selected statement, what is on the screen.
fn sign(model: &Model, share: &Share, style: Style) -> (&'static str, Style) {
    let (theme, plain) = (&model.settings.theme, model.settings.plain);
    let selected = model.selected_statement();
    if selected.is_some_and(|s| share.span.contains(start(s))) {
        return (if plain { "<" } else { "◆" }, style);
    }
    match (share.seen, plain) {
        (true, false) => ("┃", theme.style(Role::Rule)),
        (true, true) => ("|", theme.style(Role::Rule)),
        (false, _) => (" ", theme.style(Role::Rule)),
    }
}

/// Who says the most in a share: the selected statement's speaker before all.
fn speaker(model: &Model, share: Span) -> Option<usize> {
    let selected = model.selected_statement();
    if let Some(statement) = selected.filter(|s| share.contains(start(s))) {
        return Some(statement.speaker.0);
    }
    let marks = model.shown.marks.within(share).iter().take(LOOKS);
    let said = marks.filter(|m| m.part == Part::Content);
    let within = |m: Span| m.end.min(share.end) - m.start.max(share.start);
    let longest = said.max_by_key(|m| within(m.span))?;
    Some(model.statement(longest.statement)?.speaker.0)
}
