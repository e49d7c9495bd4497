//! Whom the words of a source name: a person, several, a body.

use super::Resolver;
use crate::{
    analysis::{
        mentions::NameMention,
        speakers::{Attribution, naming, phrase::Phrase, step},
        statements::margins::CERTAIN,
    },
    annotations::{EntityType, Reason, SpeakerId, Step},
    document::Span,
};

impl Resolver<'_, '_> {
    /// The speaker that a phrase names, if it names one.
    pub(super) fn named(&mut self, phrase: &Phrase) -> Option<Attribution> {
        let from = self.context.span(phrase.first, phrase.end);
        let several = phrase.persons.len() > 1;
        let joint = self.joint(phrase);
        let (index, steps) = if let Some(token) = phrase.persons.first().copied() {
            if let Some(entity) = self.entity_at(token).filter(|_| !several) {
                self.by_name(entity, token, from)
            } else {
                let words = naming::words(self.context, phrase).0;
                let steps = vec![step(Reason::Named, from, None)];
                (self.described(&words, phrase), steps)
            }
        } else if joint {
            let words = naming::words(self.context, phrase).0;
            (
                self.described(&words, phrase),
                vec![step(Reason::Named, from, None)],
            )
        } else {
            let entity = phrase.body.and_then(|t| self.entity_at(t))?;
            let to = self.entity(entity).mentions.first().map(|m| m.span);
            (self.of_entity(entity), vec![step(Reason::Body, from, to)])
        };
        Some(Attribution {
            speaker: SpeakerId(index),
            steps,
            lead: CERTAIN,
            on: None,
        })
    }

    /// Whether a phrase is two bodies or places that و joins (كمرانيا ونوران).
    fn joint(&self, phrase: &Phrase) -> bool {
        let c = self.context;
        let Some(first) = phrase.body.and_then(|token| c.mention(token)) else {
            return false;
        };
        let body = |m: &NameMention| matches!(m.kind, EntityType::Org | EntityType::Loc);
        // شركة المرجان (مرجان) وشركة (نبع): a short name in brackets parts them.
        let in_brackets = |t: &usize| c.is(*t, ")") && c.is(first.end, "(");
        let bracket = (first.end..phrase.end.min(first.end + 4)).find(in_brackets);
        let and = bracket.map_or(first.end, |bracket| bracket + 1);
        let mut end = and;
        while let Some(next) = c.mention(end).filter(|m| m.first == end && body(m)) {
            if !c.key(end).starts_with('و') {
                break;
            }
            end = next.end;
        }
        let closes = (end..phrase.end).all(|t| c.is_mark(t)) && phrase.end <= end + 1;
        body(first) && end > and && closes
    }

    fn by_name(&mut self, entity: usize, token: usize, from: Span) -> (usize, Vec<Step>) {
        let name = self.context.mention(token).map_or(from, |m| m.span);
        let mut steps = Vec::new();
        if name != from {
            steps.push(step(Reason::Apposition, from, Some(name)));
        }
        let known = self.entity(entity);
        let full = known.mentions.iter().find(|m| {
            let words = self.context.text.get(m.span.range());
            words.is_some_and(|words| words == known.name)
        });
        let fullest = full.map_or(name, |m| m.span);
        let same = self.context.text.get(name.range()) == self.context.text.get(fullest.range());
        let reason = if same {
            Reason::Named
        } else {
            Reason::SameName
        };
        steps.push(step(reason, name, (!same).then_some(fullest)));
        (self.of_entity(entity), steps)
    }
}
