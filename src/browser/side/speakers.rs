//! An entry of the list of speakers: their name, and how much they say.

use ratatui::{buffer::Buffer, layout::Rect};

use super::view::ground;
use crate::{
    annotations::SpeakerId,
    browser::{
        bar::{self, eighths},
        layout,
        model::Model,
        pen::Pen,
        theme::Role,
    },
};

/// The widest bar of a share, in columns.
const BAR: usize = 12;

/// Draws the speaker that stands at `index` of the ranking.
pub fn entry(model: &Model, buffer: &mut Buffer, area: Rect, index: usize) {
    let Some(findings) = &model.findings else {
        return;
    };
    let Some(number) = findings.ranking.get(index).copied() else {
        return;
    };
    ground(model, buffer, area, model.side.speakers.selected == index);
    let settings = &model.settings;
    let style = settings.theme.speaker(number);
    let letter = model.speaker_letter(SpeakerId(number));
    let ticked = model.filters.speakers().contains(&SpeakerId(number));
    let indent = 3 - layout::clamped(layout::measure(&letter)).min(2);
    Pen::new(buffer, area, model.direction())
        .skip(1)
        .start(&letter, style)
        .skip(indent)
        .end(
            if ticked { " ✓ " } else { " " },
            settings.theme.style(Role::Sign),
        )
        .start(
            model.speaker_name(SpeakerId(number)),
            style.patch(settings.theme.style(Role::Source)),
        );
    if area.height > 1 {
        let below = Rect {
            y: area.y + 1,
            height: 1,
            ..area
        };
        tally(model, buffer, below, number);
    }
}

fn tally(model: &Model, buffer: &mut Buffer, area: Rect, number: usize) {
    let Some(findings) = &model.findings else {
        return;
    };
    let settings = &model.settings;
    let tally = findings.tallies.get(number).copied().unwrap_or_default();
    let most = findings.tallies.iter().map(|t| t.words).max().unwrap_or(0);
    let dim = settings.theme.style(Role::Dim);
    let said = settings.words.count("count.statements", tally.statements);
    let words = settings.words.count("count.words", tally.words);
    let mut pen = Pen::new(buffer, area, model.direction());
    pen.skip(4).reading(model.ui_direction());
    pen.end(" ", dim).end(&format!("{said} · {words}"), dim);
    let room = usize::from(pen.room()).saturating_sub(1).min(BAR);
    let column = pen.rest(layout::clamped(room));
    if !settings.plain {
        let part = eighths(tally.words, most, room);
        let style = settings.theme.speaker(number);
        bar::draw(buffer, column, part, model.direction(), style);
    }
}
