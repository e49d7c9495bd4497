//! The speakers of one article while they are being found: from a statement to one
//! of those known so far, or to a new one.
//!
//! - [`named`]: whom the words of a source name.
//! - [`unlisted`]: a person whom it names by words that no list holds.
//! - [`choice`]: who it is where they name nobody, chosen among those who may be meant.
//! - [`guess`]: who a phrase means that is no source.
//! - [`near`]: who is named nearest to a source.
//! - [`finish`]: those who have statements, numbered in their order.

mod choice;
mod finish;
mod guess;
mod named;
mod near;
mod unlisted;

use std::cell::OnceCell;

use super::{
    Attribution, Choose,
    implied::Before,
    index::Index,
    naming,
    phrase::Phrase,
    record::{Key, Record},
};
use crate::{
    analysis::{context::Context, cues::Agreement, grammar::Class, hash::Map, normalize::fold},
    annotations::{Entity, EntityType},
};

/// How many statements back a speaker is looked for.
const FAR: usize = 200;

/// The speakers of one article while they are being found.
pub struct Resolver<'c, 'd> {
    /// The article.
    pub context: &'c Context<'d>,
    /// What is named in it.
    pub entities: &'c [Entity],
    records: Vec<Record>,
    index: Index,
    /// For each entity its speaker, and for each description.
    of_entity: Vec<Option<usize>>,
    of_words: Map<String, usize>,
    /// The speakers in the order in which they spoke, again and again.
    history: Vec<usize>,
    /// The persons whose names are no entities, by the keys of their words.
    unlisted: Vec<(Vec<String>, usize)>,
    /// What the article calls the prophet, once that was asked for.
    prophet: OnceCell<&'static str>,
}

impl<'c, 'd> Resolver<'c, 'd> {
    /// A resolver that knows no speaker yet.
    pub fn new(context: &'c Context<'d>, entities: &'c [Entity]) -> Self {
        Self {
            context,
            entities,
            records: Vec::new(),
            index: Index::new(context, entities),
            of_entity: vec![None; entities.len()],
            of_words: Map::default(),
            history: Vec::new(),
            unlisted: Vec::new(),
            prophet: OnceCell::new(),
        }
    }

    /// Who a statement is by.
    pub fn attribute(&mut self, before: &Before, choose: &mut dyn Choose) -> Attribution {
        let attribution = match before.draft().source {
            Some(source) => self.source(before, source, choose),
            None => self.implied(before, choose),
        };
        self.spoke(attribution.speaker.0, before);
        attribution
    }

    /// Notes that a speaker spoke at a token.
    fn spoke(&mut self, speaker: usize, before: &Before) {
        if let Some(record) = self.records.get_mut(speaker) {
            record.last = Some(before.index);
            record.said += 1;
            if record.nobody {
                return;
            }
        }
        self.history.push(speaker);
    }

    /// The speaker with that number.
    #[expect(
        clippy::indexing_slicing,
        reason = "numbers of speakers are given when they are made, and none is unmade"
    )]
    pub fn record(&self, number: usize) -> &Record {
        &self.records[number]
    }

    /// The entity with that number.
    #[expect(
        clippy::indexing_slicing,
        reason = "numbers of entities are given by the list itself"
    )]
    pub fn entity(&self, number: usize) -> &'c Entity {
        &self.entities[number]
    }

    /// The speakers, the last one first; some more than once.
    pub fn recent(&self) -> impl Iterator<Item = usize> + '_ {
        self.history.iter().rev().take(FAR).copied()
    }

    /// The entity that is named at a mention's first token.
    pub fn entity_at(&self, token: usize) -> Option<usize> {
        let mention = self.context.mention(token)?;
        self.index.entity(mention.span.start)
    }

    /// The speaker that an entity is known as.
    pub fn known(&self, entity: usize) -> Option<usize> {
        self.of_entity.get(entity).copied().flatten()
    }

    /// The speaker that the words of a phrase are known as.
    pub fn called(&self, phrase: &Phrase) -> Option<usize> {
        self.of_words
            .get(&fold(&naming::words(self.context, phrase).0))
            .copied()
    }

    /// The record of an entity, made where there is none.
    pub fn of_entity(&mut self, entity: usize) -> usize {
        if let Some(known) = self.known(entity) {
            return known;
        }
        let named = self.entity(entity);
        let person = named.kind == EntityType::Per;
        self.records
            .push(Record::new(Key::Entity(entity), &named.name, person));
        if let Some(of_entity) = self.of_entity.get_mut(entity) {
            *of_entity = Some(self.records.len() - 1);
        }
        self.records.len() - 1
    }

    /// The record of a description, made where there is none.
    pub fn described(&mut self, words: &str, phrase: &Phrase) -> usize {
        let key = fold(words);
        if let Some(known) = self.of_words.get(&key) {
            return *known;
        }
        let person = phrase.for_person(self.context) && !phrase.plural;
        let nobody = self.context.class(phrase.head) == Some(Class::Which);
        self.records.push(Record {
            nobody,
            agreement: phrase.plural.then_some(Agreement::They),
            ..Record::new(Key::Words(key.clone()), words, person)
        });
        self.of_words.insert(key, self.records.len() - 1);
        self.records.len() - 1
    }
}
