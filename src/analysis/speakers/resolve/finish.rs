//! The speakers that have statements, numbered in the order of their first one.

use super::Resolver;
use crate::{
    analysis::{hash::Map, speakers::Attribution},
    annotations::{Speaker, SpeakerId},
};

impl Resolver<'_, '_> {
    /// The speakers that have statements, in the order of their first one.
    pub fn finish(self, found: &mut [Attribution]) -> Vec<Speaker> {
        let mut order: Vec<usize> = Vec::new();
        let mut number: Map<usize, usize> = Map::default();
        for attribution in found.iter() {
            number.entry(attribution.speaker.0).or_insert_with(|| {
                order.push(attribution.speaker.0);
                order.len() - 1
            });
        }
        let renumber = |id: SpeakerId| number.get(&id.0).copied().map(SpeakerId);
        for attribution in found.iter_mut() {
            attribution.speaker = renumber(attribution.speaker).unwrap_or(SpeakerId(0));
            for step in &mut attribution.steps {
                step.instead_of = step.instead_of.and_then(renumber);
            }
        }
        order
            .iter()
            .map(|index| {
                let record = self.record(*index);
                Speaker {
                    name: record.name.clone(),
                    aliases: record.aliases.clone(),
                    entity: record.entity(),
                    mentions: record.mentions.clone(),
                }
            })
            .collect()
    }
}
