//! The speakers that have statements which are told, numbered in the order of their first one.

use std::mem;

use super::Resolver;
use crate::{
    analysis::speakers::Attribution,
    annotations::{Speaker, SpeakerId},
};

impl Resolver<'_, '_> {
    /// The speakers that have statements which are told, in the order of their first one.
    pub fn finish(&mut self, found: &mut [Attribution], told: &[bool]) -> Vec<Speaker> {
        let mut order: Vec<usize> = Vec::with_capacity(self.records.len());
        let mut number: Vec<Option<usize>> = vec![None; self.records.len()];
        for (attribution, _) in found.iter().zip(told).filter(|(_, told)| **told) {
            if let Some(number @ None) = number.get_mut(attribution.speaker.0) {
                *number = Some(order.len());
                order.push(attribution.speaker.0);
            }
        }
        let renumber = |id: SpeakerId| number.get(id.0).copied().flatten().map(SpeakerId);
        for attribution in found.iter_mut() {
            attribution.speaker = renumber(attribution.speaker).unwrap_or(SpeakerId(0));
            for step in &mut attribution.steps {
                step.instead_of = step.instead_of.and_then(renumber);
            }
        }
        let mut speaker = |index: usize| {
            let record = self.records.get_mut(index)?;
            Some(Speaker {
                entity: record.entity(),
                name: mem::take(&mut record.name),
                aliases: mem::take(&mut record.aliases),
                mentions: mem::take(&mut record.mentions),
            })
        };
        order.into_iter().filter_map(&mut speaker).collect()
    }
}
