//! From a statement to one of the speakers known so far, or a new one.

use super::{
    Attribution, Choose,
    candidate::{Candidate, Signs, Who},
    described,
    implied::{self, Before},
    index::{Body, Index},
    naming,
    phrase::Phrase,
    record::{Key, Record},
    roles::Role,
    step,
    view::SpeakerView,
};
use crate::{
    analysis::{
        context::Context,
        cues::{Agreement, Shape},
        grammar::Class,
        hash::Map,
        normalize::fold,
        statements::{site::SiteKind, sources::Source},
    },
    annotations::{Entity, EntityType, Reason, Speaker, SpeakerId, Step},
    document::Span,
};

/// How many tokens nearer a person counts who has spoken already.
const SPOKEN: usize = 60;

/// How many statements back a speaker is looked for.
const FAR: usize = 200;

/// The lead of an attribution that has no rival.
pub const CERTAIN: i32 = 1000;

/// The speakers of one article while they are being found.
pub struct Resolver<'c, 'd> {
    /// The article.
    pub context: &'c Context<'d>,
    /// What is named in it.
    pub entities: &'c [Entity],
    /// The speakers so far.
    pub records: Vec<Record>,
    index: Index,
    /// For each entity its speaker, and for each description.
    of_entity: Map<usize, usize>,
    of_words: Map<String, usize>,
    /// The speakers in the order in which they spoke, again and again.
    history: Vec<usize>,
}

impl<'c, 'd> Resolver<'c, 'd> {
    /// A resolver that knows no speaker yet.
    pub fn new(context: &'c Context<'d>, entities: &'c [Entity]) -> Self {
        Self {
            context,
            entities,
            records: Vec::new(),
            index: Index::new(context, entities),
            of_entity: Map::default(),
            of_words: Map::default(),
            history: Vec::new(),
        }
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
        self.of_entity.get(&entity).copied()
    }

    /// The speaker that the words of a phrase are known as.
    pub fn called(&self, phrase: &Phrase) -> Option<usize> {
        self.of_words
            .get(&fold(&naming::words(self.context, phrase).0))
            .copied()
    }

    /// The roles that share the noun of a phrase and stand nearest to it.
    pub fn roles_near(&self, phrase: &Phrase) -> impl Iterator<Item = &Role> {
        self.index.roles_near(&phrase.stem, phrase.first)
    }

    /// The bodies whose name begins with the noun of a phrase, and the media if
    /// it is a noun for such, named nearest to it.
    pub fn bodies_near(&self, phrase: &Phrase) -> (&[Body], &[usize]) {
        let from = self.context.span(phrase.first, phrase.end);
        let before = self.entities.partition_point(|e| {
            e.mentions
                .first()
                .is_some_and(|m| m.span.start < from.start)
        });
        let media = if phrase.for_media() {
            self.index.media_near(before)
        } else {
            &[]
        };
        (self.index.bodies_near(&phrase.stem, before), media)
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

    fn source(&mut self, before: &Before, source: Source, choose: &mut dyn Choose) -> Attribution {
        let phrase = Phrase::read(self.context, source.0, source.1);
        let (words, span) = naming::words(self.context, &phrase);
        let attribution = self.named(&phrase).unwrap_or_else(|| {
            let candidates = described::candidates(self, Some(before), &phrase);
            let view = SpeakerView::new(self, before, Some(&phrase));
            let (chosen, lead, rival) = best(self, &view, candidates.as_slice(), before, choose);
            let from = self.context.span(phrase.first, phrase.end);
            self.take(
                &chosen,
                lead,
                rival.as_ref(),
                chosen.reason(self),
                from,
                &words,
                &phrase,
            )
        });
        let Some(record) = self.records.get_mut(attribution.speaker.0) else {
            return attribution;
        };
        record.call(&words, span, &phrase);
        if let SiteKind::Cue(cue) = &before.draft().site.kind {
            let singular = matches!(cue.entry.agreement, Agreement::He | Agreement::She);
            // A verb before a plural is singular, so it tells the gender of one only.
            if singular && record.agreement != Some(Agreement::They) && !cue.entry.pronoun {
                record.agreement = Some(cue.entry.agreement);
            }
        }
        attribution
    }

    fn implied(&mut self, before: &Before, choose: &mut dyn Choose) -> Attribution {
        let candidates = implied::candidates(self, before);
        let draft = before.draft();
        let from = self.context.tokens.span(draft.site.token);
        if candidates.as_slice().is_empty() {
            let index = self.described("—", &Phrase::default());
            return Attribution {
                speaker: SpeakerId(index),
                steps: vec![step(Reason::Nobody, from, None)],
                lead: 0,
                on: None,
            };
        }
        let view = SpeakerView::new(self, before, None);
        let (chosen, lead, rival) = best(self, &view, candidates.as_slice(), before, choose);
        let adverbial = matches!(draft.site.shape(), Some(Shape::Participle | Shape::Masdar))
            || matches!(draft.site.kind, SiteKind::Quotation(_));
        let reason = if adverbial && chosen.signs.intersects(Signs::RECENT) {
            Reason::LeansOn
        } else {
            Reason::ImpliedSubject
        };
        self.take(
            &chosen,
            lead,
            rival.as_ref(),
            reason,
            from,
            "",
            &Phrase::default(),
        )
    }

    /// The attribution to a candidate.
    #[expect(
        clippy::too_many_arguments,
        reason = "each is another answer of the choice"
    )]
    fn take(
        &mut self,
        chosen: &Candidate,
        lead: i32,
        rival: Option<&Candidate>,
        reason: Reason,
        from: Span,
        words: &str,
        phrase: &Phrase,
    ) -> Attribution {
        let on = match chosen.who {
            Who::Record(record) => self.record(record).last,
            _ => None,
        };
        let speaker = match chosen.who {
            Who::Record(record) => record,
            Who::Entity(entity) => self.of_entity(entity),
            Who::New => self.described(words, phrase),
        };
        let instead_of = rival
            .filter(|_| lead < RIVAL)
            .and_then(|rival| match rival.who {
                Who::Record(record) => Some(SpeakerId(record)),
                Who::Entity(entity) => Some(SpeakerId(self.of_entity(entity))),
                Who::New => None,
            });
        Attribution {
            speaker: SpeakerId(speaker),
            steps: vec![Step {
                reason,
                from,
                to: chosen.to,
                instead_of,
            }],
            lead,
            on,
        }
    }

    /// The speaker that a phrase names, if it names one.
    fn named(&mut self, phrase: &Phrase) -> Option<Attribution> {
        let from = self.context.span(phrase.first, phrase.end);
        let several = phrase.persons.len() > 1;
        let (index, steps) = if let Some(token) = phrase.persons.first().copied() {
            if let Some(entity) = self.entity_at(token).filter(|_| !several) {
                self.by_name(entity, token, from)
            } else {
                let words = naming::words(self.context, phrase).0;
                let steps = vec![step(Reason::Named, from, None)];
                (self.described(&words, phrase), steps)
            }
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

    /// Who a phrase means by grammar alone, as one who is described and does
    /// not speak by it.
    pub fn guess(&mut self, phrase: &Phrase) -> usize {
        if let Some(named) = self.named(phrase) {
            return named.speaker.0;
        }
        let candidates = described::candidates(self, None, phrase);
        let first = |sign: Signs| {
            candidates
                .as_slice()
                .iter()
                .find(|c| c.signs.intersects(sign))
        };
        let chosen = first(Signs::FIRST_ROLE)
            .or_else(|| first(Signs::FIRST_BODY))
            .or_else(|| first(Signs::FIRST_NOUN))
            .or_else(|| first(Signs::LAST_PERSON));
        match chosen.map_or(Who::New, |c| c.who) {
            Who::Record(record) => record,
            Who::Entity(entity) => self.of_entity(entity),
            Who::New => {
                let words = naming::words(self.context, phrase).0;
                self.described(&words, phrase)
            }
        }
    }

    /// Whether an entity is named only after a place, and how far from it, in
    /// bytes; one who has spoken counts as nearer.
    pub fn distance(&self, entity: usize, from: Span) -> (bool, usize) {
        let mentions = &self.entity(entity).mentions;
        let after = mentions.partition_point(|m| m.span.end <= from.start);
        let spoke = self
            .known(entity)
            .and_then(|r| self.record(r).mentions.last());
        let before = after
            .checked_sub(1)
            .and_then(|before| mentions.get(before))
            .map(|before| from.start - before.span.end);
        let spoken = spoke.map(|s| from.start.saturating_sub(s.end + SPOKEN * 8));
        if let Some(distance) = before.into_iter().chain(spoken).min() {
            return (false, distance);
        }
        let after = mentions
            .iter()
            .skip(after)
            .find(|m| m.span.start >= from.start);
        (
            true,
            after.map_or(usize::MAX, |m| m.span.start - from.start),
        )
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
        self.of_entity.insert(entity, self.records.len() - 1);
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
            ..Record::new(Key::Words(key.clone()), words, person)
        });
        self.of_words.insert(key, self.records.len() - 1);
        self.records.len() - 1
    }

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

/// A lead under which the next candidate is named as a rival.
const RIVAL: i32 = 40;

/// The best candidate, its lead over the next, and that.
fn best(
    resolver: &Resolver,
    view: &SpeakerView,
    candidates: &[Candidate],
    before: &Before,
    choose: &mut dyn Choose,
) -> (Candidate, i32, Option<Candidate>) {
    let (at, lead, rival) = choose.choose(before.index, resolver, view, candidates);
    let rival = rival.and_then(|rival| candidates.get(rival).cloned());
    let best = candidates.get(at).cloned();
    (best.unwrap_or_else(Candidate::new_speaker), lead, rival)
}
