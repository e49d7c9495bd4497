//! An entry of the list of entities: a heading, or a name with its count.

use ratatui::{buffer::Buffer, layout::Rect};

use super::view::ground;
use crate::browser::{findings::EntityRow, model::Model, pen::Pen, theme::Role};

/// Draws the row that stands at `index` of the list.
pub fn entry(model: &Model, buffer: &mut Buffer, area: Rect, index: usize) {
    let Some(findings) = &model.findings else {
        return;
    };
    let settings = &model.settings;
    let dim = settings.theme.style(Role::Dim);
    match findings.entity_rows.get(index) {
        Some(EntityRow::Heading(kind, count)) => {
            let name = settings.words.text(&format!("entity.{}", kind.name()));
            Pen::new(buffer, area, model.direction())
                .skip(1)
                .start(name, settings.theme.style(Role::Sign))
                .end(" ", dim)
                .end(&count.to_string(), dim);
        }
        Some(EntityRow::Entity(id)) => {
            let Some(entity) = findings.annotations.entities.get(id.0) else {
                return;
            };
            ground(model, buffer, area, model.side.entities.selected == index);
            Pen::new(buffer, area, model.direction())
                .skip(3)
                .end(" ", dim)
                .end(&entity.mentions.len().to_string(), dim)
                .end(" ", dim)
                .start(&entity.name, settings.theme.style(Role::Text));
        }
        None => {}
    }
}
