//! Mentions to entities: which of them name the same person, body or place,
//! and why.

use super::{mentions::NameMention, normalize, tokens::Tokens};
use crate::annotations::{Entity, EntityType, Link, Mention};

/// Joins the mentions of one text to entities, in the order of the first one.
pub fn join(text: &str, _tokens: &Tokens, mentions: &[NameMention]) -> Vec<Entity> {
    let mut entities: Vec<Entity> = Vec::new();
    let mut keys: Vec<(EntityType, String)> = Vec::new();
    for mention in mentions {
        let name = text.get(mention.span.range()).unwrap_or_default();
        let key = normalize::fold(name);
        let known = keys
            .iter()
            .position(|(kind, other)| *kind == mention.kind && *other == key);
        let span = mention.span;
        if let Some(entity) = known.and_then(|i| entities.get_mut(i)) {
            entity.mentions.push(Mention {
                span,
                link: Link::SameWords,
            });
            continue;
        }
        keys.push((mention.kind, key));
        entities.push(Entity {
            kind: mention.kind,
            name: name.to_owned(),
            normal: None,
            mentions: vec![Mention {
                span,
                link: Link::First,
            }],
        });
    }
    entities
}
