//! Who answers in an interview: one person throughout, the one who is introduced before
//! the first question.

use super::{
    candidate::{Candidates, Signs, Who},
    implied::Before,
    resolve::Resolver,
    traits,
};
use crate::{
    analysis::{context::Context, hash::Map, mentions::NameMention, statements::site::SiteKind},
    annotations::EntityType,
};

/// The one who answers, if the draft is an answer.
pub fn candidates(resolver: &Resolver, before: &Before) -> Option<Candidates> {
    if !is_answer(before, before.index) {
        return None;
    }
    let mut back = before.back();
    let who = match back.clone().find(|(draft, _)| is_answer(before, *draft)) {
        Some((_, speaker)) => Who::Record(speaker),
        None => back
            .find(|(draft, speaker)| {
                before.outer(*draft).is_none() && is_person(resolver, *speaker)
            })
            .map(|(_, speaker)| Who::Record(speaker))
            .or_else(|| introduced(resolver, before).map(Who::Entity))
            // مدرب النجوم: لا أفكر في الرحيل, whom the article never names.
            .or_else(|| {
                before
                    .back()
                    .last()
                    .map(|(_, speaker)| Who::Record(speaker))
            })?,
    };
    let mut found = Candidates::default();
    found.add(resolver, who, Signs::LEANT_ON, None);
    Some(found)
}

fn is_answer(before: &Before, draft: usize) -> bool {
    matches!(before.draft_at(draft).site.kind, SiteKind::Answer(_))
}

fn is_person(resolver: &Resolver, speaker: usize) -> bool {
    let entity = resolver.record(speaker).entity();
    entity.is_some_and(|id| resolver.entity(id.0).kind == EntityType::Per)
}

/// Whether somebody is named as who talks with the paper (الناقور تحدث لـ، سامر الحداد لـ «الضفاف»).
fn talks(c: &Context, mention: &NameMention) -> bool {
    const VERBS: [&str; 10] = [
        "تحدث",
        "تحدثت",
        "يتحدث",
        "تتحدث",
        "كشف",
        "كشفت",
        "اجاب",
        "اجابت",
        "خص",
        "خصت",
    ];
    let next = c.key(mention.end);
    let to = matches!(next, "ل" | "لـ") || c.word(mention.end).to_outlet;
    VERBS.contains(&next) || to
}

/// Whom the words before the answer name most often, the first of equals.
fn introduced(resolver: &Resolver, before: &Before) -> Option<usize> {
    let c = resolver.context;
    let end = before.draft().site.token;
    let people = c.mentions.iter().take_while(|m| m.first < end);
    let mut named: Map<usize, (usize, usize)> = Map::default();
    for mention in people.filter(|m| m.kind == EntityType::Per) {
        let asked = |entity: &usize| !traits::wrote(resolver, *entity);
        if let Some(entity) = resolver.entity_at(mention.first).filter(asked) {
            named
                .entry(entity)
                .or_insert((0, usize::MAX - mention.first))
                .0 += 1 + 3 * usize::from(talks(resolver.context, mention));
        }
    }
    let most = named.into_iter().max_by_key(|(_, times)| *times);
    most.map(|(entity, _)| entity)
}
