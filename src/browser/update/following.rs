//! From one to the next of a kind: statements of a speaker, mentions of an
//! entity, paragraphs.

use super::{motion, selection};
use crate::{
    annotations::{Entity, EntityId},
    browser::{model::Model, side::Tab},
    document::Span,
};

/// To a statement of the selected one's speaker, `steps` of theirs further.
pub fn statement(model: &mut Model, steps: isize) {
    let Some(speaker) = model.selected_statement().map(|s| s.speaker) else {
        model.say("notice.no_statement");
        return;
    };
    let theirs = |rank: &usize| {
        let id = model.shown.list.get(*rank).copied();
        let statement = id.and_then(|id| model.statement(id));
        statement.is_some_and(|s| s.speaker == speaker)
    };
    let (here, standing) = motion::standing(model);
    let many = (steps * model.count()).unsigned_abs();
    let found = if steps > 0 {
        let from = here + usize::from(standing);
        (from..model.shown.list.len())
            .filter(theirs)
            .take(many)
            .last()
    } else {
        (0..here).rev().filter(theirs).take(many).last()
    };
    match found {
        Some(rank) => selection::select(model, rank),
        None if steps > 0 => model.say("notice.last_of_speaker"),
        None => model.say("notice.first_of_speaker"),
    }
}

/// To a mention of the entity that one follows, `steps` of them further.
pub fn mention(model: &mut Model, steps: isize) {
    let Some(id) = entity_to_follow(model) else {
        model.say("notice.no_entity");
        return;
    };
    let row = model.article.cursor_span();
    let steps = steps.saturating_mul(model.count());
    let standing = model.followed.filter(|(of, _)| *of == id).map(|(_, at)| at);
    let Some(entity) = model.entity(id) else {
        return;
    };
    let at = |i: usize| entity.mentions.get(i).map(|m| m.span);
    let standing = standing.filter(|i| at(*i).is_some_and(|m| row.contains(m.start)));
    let before = entity
        .mentions
        .partition_point(|m| m.span.start < row.start);
    let from = standing.unwrap_or(before).cast_signed();
    // Who stands on none has the first of the row before them, not behind.
    let nearer = isize::from(standing.is_none() && steps > 0);
    let all = entity.mentions.len();
    let to = from.saturating_add(steps - nearer);
    let to = to
        .clamp(0, all.saturating_sub(1).cast_signed())
        .cast_unsigned();
    let Some(span) = at(to) else { return };
    let (number, of) = ((to + 1).to_string(), all.to_string());
    let values = [("name", entity.name.as_str()), ("n", &number), ("all", &of)];
    let told = model.settings.words.fill("notice.mention", &values);
    model.followed = Some((id, to));
    model.article.go_to(span.start);
    selection::follow_cursor(model);
    model.notice = Some(told);
}

/// The entity selected in the list, where that is shown; else the one followed
/// so far; else the selected statement's speaker; else the first of the row.
fn entity_to_follow(model: &Model) -> Option<EntityId> {
    if model.side.tab == Tab::Entities {
        return model.selected_entity_id();
    }
    let row = model.article.cursor_span();
    let followed = model.followed.filter(|(id, at)| {
        let mention = model.entity(*id).and_then(|e| e.mentions.get(*at));
        mention.is_some_and(|m| row.contains(m.span.start))
    });
    followed
        .map(|(id, _)| id)
        .or_else(|| speaker(model))
        .or_else(|| first_within(model, row))
}

fn speaker(model: &Model) -> Option<EntityId> {
    let annotations = &model.findings.as_ref()?.annotations;
    let speaker = model.selected_statement()?.speaker;
    let speaker = annotations.speakers.get(speaker.0)?;
    let named = || {
        annotations
            .entities
            .iter()
            .position(|e| e.name == speaker.name)
    };
    speaker.entity.or_else(|| named().map(EntityId))
}

fn first_within(model: &Model, row: Span) -> Option<EntityId> {
    let entities = &model.findings.as_ref()?.annotations.entities;
    let first = |e: &Entity| {
        let from = e.mentions.partition_point(|m| m.span.start < row.start);
        let start = e.mentions.get(from)?.span.start;
        row.contains(start).then_some(start)
    };
    let here = entities.iter().enumerate();
    let here = here.filter_map(|(i, e)| Some((first(e)?, EntityId(i))));
    here.min_by_key(|(start, _)| *start).map(|(_, id)| id)
}

/// To a paragraph, `steps` of them further.
pub fn paragraph(model: &mut Model, steps: isize) {
    let cursor = model.article.cursor();
    let paragraphs = model.document().paragraphs();
    let begun = paragraphs.partition_point(|p| p.start <= cursor);
    let within = paragraphs.partition_point(|p| p.start < cursor);
    let last = paragraphs.len().saturating_sub(1);
    let steps = steps.saturating_mul(model.count());
    let to = if steps > 0 {
        begun.saturating_add_signed(steps - 1).min(last)
    } else {
        within.saturating_add_signed(steps).min(last)
    };
    let Some(start) = paragraphs.get(to).map(|p| p.start) else {
        return;
    };
    model.article.go_to(start);
    selection::follow_cursor(model);
}
