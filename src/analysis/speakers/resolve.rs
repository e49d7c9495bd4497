//! From a source phrase to one of the speakers known so far, or a new one.

use std::collections::HashMap;

use super::{
    Attribution,
    index::Index,
    phrase::Phrase,
    record::{Key, Record},
    roles, step,
};
use crate::{
    analysis::{
        context::Context,
        cues::Agreement,
        lexicon::Classes,
        normalize::fold,
        statements::{Draft, site::SiteKind, sources::Source},
    },
    annotations::{Entity, EntityType, Reason, Speaker, SpeakerId, Step},
    document::Span,
};

/// How many tokens nearer a person counts who has spoken already.
const SPOKEN: usize = 60;

/// How many statements back a speaker is looked for.
const FAR: usize = 200;

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
    of_entity: HashMap<usize, usize>,
    of_words: HashMap<String, usize>,
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
            of_entity: HashMap::new(),
            of_words: HashMap::new(),
            history: Vec::new(),
        }
    }

    /// Notes that a speaker spoke at a token.
    pub fn spoke(&mut self, speaker: usize, token: usize) {
        self.records[speaker].last = token;
        self.history.push(speaker);
    }

    /// The speakers, the last one first; some more than once.
    fn recent(&self) -> impl Iterator<Item = usize> + '_ {
        self.history.iter().rev().take(FAR).copied()
    }

    /// The entity that is named at a mention's first token.
    pub fn entity_at(&self, token: usize) -> Option<usize> {
        let mention = self.context.mention(token)?;
        self.index.entity(mention.span.start)
    }

    /// Who a statement with a source is by.
    pub fn source(&mut self, draft: &Draft, source: Source) -> Attribution {
        let phrase = Phrase::read(self.context, source.0, source.1);
        let (index, steps) = self.phrase(&phrase);
        let (words, span) = self.words(&phrase);
        let record = &mut self.records[index];
        record.call(&words, span, &phrase);
        if let SiteKind::Cue(cue) = &draft.site.kind {
            let singular = matches!(cue.entry.agreement, Agreement::He | Agreement::She);
            // A verb before a plural is singular, so it tells the gender of one only.
            if singular && record.agreement != Some(Agreement::They) && !cue.entry.pronoun {
                record.agreement = Some(cue.entry.agreement);
            }
        }
        self.spoke(index, draft.site.token);
        Attribution {
            speaker: SpeakerId(index),
            steps,
        }
    }

    /// The words of a phrase and their place, quotation marks at its ends left out.
    fn words(&self, phrase: &Phrase) -> (String, Span) {
        let c = self.context;
        let (mut first, mut end) = (phrase.first, phrase.end);
        while first + 1 < end && c.is_mark(first) {
            first += 1;
        }
        while end > first + 1 && c.is_mark(end - 1) && !(c.is(end - 1, ")") || first < phrase.head)
        {
            end -= 1;
        }
        let span = c.span(first, end);
        let text = c.text.get(span.range()).unwrap_or_default();
        let cut = c.lists.get(first).proclitics;
        let span = if cut > 0 && first == phrase.head && !c.key(first).starts_with('ل') {
            let word = c.tokens.without_proclitics(c.text, first, usize::from(cut));
            Span::new(word.start, span.end)
        } else {
            span
        };
        let _ = text;
        (
            c.text.get(span.range()).unwrap_or_default().to_owned(),
            span,
        )
    }

    /// The speaker that a phrase names or describes, and how that is known.
    pub fn phrase(&mut self, phrase: &Phrase) -> (usize, Vec<Step>) {
        let from = self.context.span(phrase.first, phrase.end);
        if phrase.persons.len() > 1 {
            let words = self.words(phrase).0;
            return (
                self.described(&words, phrase),
                vec![step(Reason::Named, from, None)],
            );
        }
        if let Some(token) = phrase.persons.first().copied() {
            return self.named(token, from, phrase);
        }
        if let Some(entity) = phrase.body.and_then(|t| self.entity_at(t)) {
            let to = self.entities[entity].mentions.first().map(|m| m.span);
            return (self.of_entity(entity), vec![step(Reason::Body, from, to)]);
        }
        self.by_role(phrase, from)
            .or_else(|| self.short_form(phrase, from))
            .or_else(|| self.known_description(phrase, from))
            .or_else(|| self.last_person(phrase, from))
            .unwrap_or_else(|| {
                let words = self.words(phrase).0;
                (
                    self.described(&words, phrase),
                    vec![step(Reason::Described, from, None)],
                )
            })
    }

    fn named(&mut self, token: usize, from: Span, phrase: &Phrase) -> (usize, Vec<Step>) {
        let Some(entity) = self.entity_at(token) else {
            let words = self.words(phrase).0;
            return (
                self.described(&words, phrase),
                vec![step(Reason::Named, from, None)],
            );
        };
        let name = self.context.mention(token).map_or(from, |m| m.span);
        let mut steps = Vec::new();
        if name != from {
            steps.push(step(Reason::Apposition, from, Some(name)));
        }
        let full = self.entities[entity].mentions.iter().find(|m| {
            self.context
                .text
                .get(m.span.range())
                .is_some_and(|t| t == self.entities[entity].name)
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

    /// A role that a named person has: the nearest before, else the nearest after.
    fn by_role(&mut self, phrase: &Phrase, from: Span) -> Option<(usize, Vec<Step>)> {
        if !phrase.definite && phrase.words.len() < 2 {
            return None;
        }
        let mut best: Vec<(bool, usize, usize, Span)> = Vec::new();
        for role in self.index.roles_near(&phrase.stem, phrase.first) {
            if roles::fit(phrase, &role.phrase).is_none() {
                continue;
            }
            let Some(entity) = self.entity_at(role.person) else {
                continue;
            };
            if best.iter().any(|b| b.2 == entity) {
                continue;
            }
            let to = self.context.mention(role.person).map_or(from, |m| m.span);
            let (after, distance) = self.distance(entity, from);
            best.push((after, distance, entity, to));
        }
        best.sort_unstable_by_key(|b| (b.0, b.1));
        let (after, _, entity, to) = *best.first()?;
        let reason = if after {
            Reason::RoleAfter
        } else {
            Reason::RoleBefore
        };
        let other = best.get(1).map(|b| b.2);
        let index = self.of_entity(entity);
        let instead_of = other.map(|e| SpeakerId(self.of_entity(e)));
        Some((
            index,
            vec![Step {
                reason,
                from,
                to: Some(to),
                instead_of,
            }],
        ))
    }

    /// Whether an entity is named only after a place, and how far from it, in
    /// bytes; one who has spoken counts as nearer.
    fn distance(&self, entity: usize, from: Span) -> (bool, usize) {
        let mentions = &self.entities[entity].mentions;
        let after = mentions.partition_point(|m| m.span.end <= from.start);
        let spoke = self
            .of_entity
            .get(&entity)
            .and_then(|r| self.records[*r].mentions.last());
        let before = after
            .checked_sub(1)
            .map(|b| from.start - mentions[b].span.end);
        let spoken = spoke.map(|s| from.start.saturating_sub(s.end + SPOKEN * 8));
        if let Some(distance) = before.into_iter().chain(spoken).min() {
            return (false, distance);
        }
        let after = mentions[after..]
            .iter()
            .find(|m| m.span.start >= from.start);
        (
            true,
            after.map_or(usize::MAX, |m| m.span.start - from.start),
        )
    }

    /// الشركة for شركة مرجان, الصحيفة for a newspaper by name: the nearest body of that sort.
    fn short_form(&mut self, phrase: &Phrase, from: Span) -> Option<(usize, Vec<Step>)> {
        if !phrase.definite {
            return None;
        }
        let before = self.entities.partition_point(|e| {
            e.mentions
                .first()
                .is_some_and(|m| m.span.start < from.start)
        });
        let covered = |rest: &[String]| phrase.words.iter().skip(1).all(|w| rest.contains(w));
        let headed = self
            .index
            .bodies_near(&phrase.stem, before)
            .iter()
            .filter(|b| covered(&b.rest))
            .map(|b| b.entity);
        let media = if MEDIA_NOUNS.contains(&phrase.stem.as_str()) {
            self.index.media_near(before)
        } else {
            &[]
        };
        let nearest = |entity: usize| {
            let (after, distance) = self.distance(entity, from);
            (after, distance, entity)
        };
        let (_, _, entity) = headed.chain(media.iter().copied()).map(nearest).min()?;
        let to = self.entities[entity].mentions.first().map(|m| m.span);
        Some((
            self.of_entity(entity),
            vec![step(Reason::ShortForm, from, to)],
        ))
    }

    /// البيان for بيان صادر عن الشركة: the last one described by the same noun.
    fn known_description(&mut self, phrase: &Phrase, from: Span) -> Option<(usize, Vec<Step>)> {
        let same = |r: &Record| match &r.key {
            Key::Words(_) => r.stems.contains(&phrase.stem) && phrase.definite,
            Key::Entity(_) => {
                phrase.definite && r.stems.contains(&phrase.stem) && phrase.words.len() == 1
            }
        };
        let index = self.recent().find(|i| same(&self.records[*i]))?;
        let to = self.records[index].mentions.first().copied();
        Some((index, vec![step(Reason::ShortForm, from, to)]))
    }

    /// المدرب, النجم البرتغالي for the person who spoke last, where nothing else is known.
    fn last_person(&mut self, phrase: &Phrase, from: Span) -> Option<(usize, Vec<Step>)> {
        let c = self.context;
        let person = c.has(phrase.head, Classes::TITLE | Classes::HONORIFIC)
            || PERSON_NOUNS.contains(&phrase.stem.as_str());
        if !phrase.definite || phrase.plural || !person {
            return None;
        }
        let wanted = if phrase.feminine {
            Agreement::She
        } else {
            Agreement::He
        };
        let fits = |r: &Record| r.person && r.agrees(wanted);
        let index = self.recent().find(|i| fits(&self.records[*i]))?;
        let to = self.records[index].mentions.last().copied();
        Some((index, vec![step(Reason::RoleBefore, from, to)]))
    }

    /// The record of an entity, made where there is none.
    pub fn of_entity(&mut self, entity: usize) -> usize {
        if let Some(known) = self.of_entity.get(&entity) {
            return *known;
        }
        let person = self.entities[entity].kind == EntityType::Per;
        self.records.push(Record::new(
            Key::Entity(entity),
            &self.entities[entity].name,
            person,
        ));
        self.of_entity.insert(entity, self.records.len() - 1);
        self.records.len() - 1
    }

    /// The record of a description, made where there is none.
    pub fn described(&mut self, words: &str, phrase: &Phrase) -> usize {
        let key = fold(words);
        if let Some(known) = self.of_words.get(&key) {
            return *known;
        }
        let person = self.context.has(phrase.head, Classes::TITLE) && !phrase.plural;
        self.records
            .push(Record::new(Key::Words(key.clone()), words, person));
        self.of_words.insert(key, self.records.len() - 1);
        self.records.len() - 1
    }

    /// The speakers that have statements, in the order of their first one.
    pub fn finish(self, found: &mut [Attribution]) -> Vec<Speaker> {
        let mut order: Vec<usize> = Vec::new();
        let mut number: HashMap<usize, usize> = HashMap::new();
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
                let record = &self.records[*index];
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

const MEDIA_NOUNS: [&str; 8] = [
    "صحيف",
    "وكال",
    "قنا",
    "مجل",
    "موقع",
    "شبك",
    "جريد",
    "تلفزيون",
];

const PERSON_NOUNS: [&str; 16] = [
    "لاعب",
    "نجم",
    "مدافع",
    "مهاجم",
    "حارس",
    "كاتب",
    "باحث",
    "طبيب",
    "محامي",
    "فنان",
    "مخرج",
    "شاعر",
    "اخير",
    "رجل",
    "شاب",
    "روائي",
];
