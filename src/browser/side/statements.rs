//! An entry of the list of statements: who, in whose words, how sure, and what.

use ratatui::{buffer::Buffer, layout::Rect};

use super::view::ground;
use crate::{
    annotations::{Confidence, Statement},
    browser::{
        excerpt::excerpt,
        layout::{self, Layout},
        letters::kind_sign,
        model::Model,
        paint::{self, Align},
        pen::Pen,
        theme::Role,
    },
    document::Span,
};

/// Columns before the words: the sign of the selection and the letter.
const INDENT: u16 = 4;

/// Draws the statement that stands at `index` of those shown.
pub fn entry(model: &Model, buffer: &mut Buffer, area: Rect, index: usize) {
    let found = model.shown.list.get(index).copied();
    let Some((id, statement)) = found.and_then(|id| Some((id, model.statement(id)?))) else {
        return;
    };
    let words = if area.height > 3 {
        area.height - 1
    } else {
        area.height
    };
    let area = Rect {
        height: words,
        ..area
    };
    ground(model, buffer, area, model.selected == Some(id));
    heading(model, buffer, area, statement);
    let document = model.document();
    let said = excerpt(document, &statement.content, 400);
    let below = Rect {
        y: area.y + 1,
        height: area.height.saturating_sub(1),
        ..area
    };
    paragraph(model, buffer, below, &said);
}

fn heading(model: &Model, buffer: &mut Buffer, area: Rect, of: &Statement) {
    let theme = &model.settings.theme;
    let style = theme.speaker(of.speaker.0);
    let mut pen = Pen::new(buffer, area, model.direction());
    let letter = model.speaker_letter(of.speaker);
    let indent = INDENT - 1 - layout::clamped(layout::measure(&letter)).min(2);
    pen.skip(1).start(&letter, style).skip(indent);
    pen.end(" ", style);
    pen.end(kind_sign(of.kind), theme.style(Role::Sign));
    if let Some(doubt) = doubt(of.confidence) {
        pen.end(" ", style);
        pen.end(model.settings.words.text(doubt), theme.style(Role::Sign));
    }
    pen.end(" ", style);
    pen.start(
        model.speaker_name(of.speaker),
        style.patch(theme.style(Role::Source)),
    );
}

/// The word for a statement that is not as good as certain.
pub fn doubt(confidence: Confidence) -> Option<&'static str> {
    match confidence {
        Confidence::Sure => None,
        Confidence::Likely => Some("confidence.likely"),
        Confidence::Doubtful => Some("confidence.doubtful"),
    }
}

/// Words over the rows of `area`, the last one cut with `…`.
fn paragraph(model: &Model, buffer: &mut Buffer, area: Rect, words: &str) {
    let direction = model.direction();
    let style = model.settings.theme.style(Role::Text);
    let width = area.width.saturating_sub(INDENT + 1);
    let layout = Layout::new(words, &[Span::new(0, words.len())], width, direction);
    for (i, row) in layout.rows().iter().take(area.height.into()).enumerate() {
        let last = i + 1 == usize::from(area.height);
        let end = if last { words.len() } else { row.span.end };
        let shown = words
            .get(row.span.start..end)
            .unwrap_or_default()
            .trim_end();
        let line = Rect {
            y: area.y + layout::clamped(i),
            height: 1,
            ..area
        };
        let mut pen = Pen::new(buffer, line, direction);
        let inner = pen.skip(INDENT).rest(width);
        paint::label(buffer, inner, shown, direction, Align::Start, style);
    }
}
