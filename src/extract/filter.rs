//! What of the annotations is wanted.

use std::collections::BTreeSet;

use super::Date;
use crate::{
    analysis::normalize::fold,
    annotations::{Annotations, Confidence, Kind, Speaker, SpeakerId, Statement, StatementId},
    document::Document,
};

/// What is wanted; all of it where nothing is said. What is said has to hold
/// all together, of several names or kinds one.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Statements of a speaker of one of these names.
    pub speakers: Vec<String>,
    /// Statements of one of these kinds.
    pub kinds: Vec<Kind>,
    /// Statements that can be relied on so much.
    pub confidence: Vec<Confidence>,
    /// Statements in whose words an entity of one of these names is named.
    pub entities: Vec<String>,
    /// Articles of this day or later.
    pub since: Option<Date>,
    /// Articles of this day or earlier.
    pub until: Option<Date>,
}

impl Filter {
    /// Whether the article is of the days that are wanted; one that does not say
    /// its day is not, where days are asked for.
    pub fn wants_day(&self, document: &Document) -> bool {
        if self.since.is_none() && self.until.is_none() {
            return true;
        }
        let date = document.meta.date.as_deref().and_then(Date::find);
        date.is_some_and(|date| {
            self.since.is_none_or(|first| date.is_since(first))
                && self.until.is_none_or(|last| date.is_until(last))
        })
    }

    /// What is left of the annotations: statements that are wanted, their
    /// speakers, and all entities; nothing where no statement is.
    pub fn apply(&self, annotations: Annotations) -> Option<Annotations> {
        if self.wants_all() {
            return Some(annotations);
        }
        let speakers = self.speakers(&annotations);
        let entities = names(&self.entities);
        let wanted: Vec<bool> = annotations
            .statements
            .iter()
            .map(|statement| {
                let grade = statement.confidence;
                (self.kinds.is_empty() || self.kinds.contains(&statement.kind))
                    && (self.confidence.is_empty() || self.confidence.contains(&grade))
                    && (self.speakers.is_empty() || speakers.contains(&statement.speaker))
                    && (self.entities.is_empty() || names_one(&annotations, statement, &entities))
            })
            .collect();
        wanted
            .contains(&true)
            .then(|| reduced(annotations, &wanted))
    }

    /// Whether every statement of an article is wanted.
    fn wants_all(&self) -> bool {
        self.speakers.is_empty()
            && self.kinds.is_empty()
            && self.confidence.is_empty()
            && self.entities.is_empty()
    }

    fn speakers(&self, annotations: &Annotations) -> BTreeSet<SpeakerId> {
        let wanted = names(&self.speakers);
        let goes_by = |speaker: &Speaker| {
            let names = speaker.aliases.iter().chain([&speaker.name]);
            names
                .into_iter()
                .any(|name| wanted.iter().any(|wanted| holds(&fold(name), wanted)))
        };
        let speakers = annotations.speakers.iter().enumerate();
        speakers
            .filter(|(_, speaker)| goes_by(speaker))
            .map(|(i, _)| SpeakerId(i))
            .collect()
    }
}

fn names(names: &[String]) -> Vec<String> {
    names.iter().map(|name| fold(name)).collect()
}

/// Whether the words of `part` stand in `name` one after the other.
fn holds(name: &str, part: &str) -> bool {
    let name: Vec<&str> = name.split_whitespace().collect();
    let part: Vec<&str> = part.split_whitespace().collect();
    !part.is_empty() && name.windows(part.len()).any(|words| words == part)
}

fn names_one(annotations: &Annotations, statement: &Statement, names: &[String]) -> bool {
    annotations.entities.iter().any(|entity| {
        let name = fold(&entity.name);
        names.iter().any(|wanted| holds(&name, wanted))
            && entity.mentions.iter().any(|mention| {
                statement
                    .content
                    .iter()
                    .any(|part| part.covers(mention.span))
            })
    })
}

/// The statements that are wanted and their speakers, under new numbers.
pub fn reduced(annotations: Annotations, wanted: &[bool]) -> Annotations {
    let is_wanted = |i: usize| wanted.get(i).copied().unwrap_or(false);
    let numbers = numbered((0..wanted.len()).map(is_wanted));
    let mut statements: Vec<Statement> = annotations.statements;
    let mut position = 0..;
    statements.retain(|_| position.next().is_some_and(is_wanted));
    let speaking: BTreeSet<usize> = statements
        .iter()
        .flat_map(named)
        .map(|speaker| speaker.0)
        .collect();
    let speakers = numbered((0..annotations.speakers.len()).map(|i| speaking.contains(&i)));
    let new = |id: SpeakerId| speakers.get(id.0).copied().flatten().map(SpeakerId);
    for statement in &mut statements {
        let outer = statement
            .nested_in
            .and_then(|id| numbers.get(id.0).copied().flatten());
        statement.nested_in = outer.map(StatementId);
        statement.speaker = new(statement.speaker).unwrap_or(statement.speaker);
        for step in &mut statement.evidence {
            step.instead_of = step.instead_of.and_then(new);
        }
    }
    let kept = annotations.speakers.into_iter().enumerate();
    let kept = kept
        .filter(|(i, _)| speaking.contains(i))
        .map(|(_, speaker)| speaker);
    Annotations {
        speakers: kept.collect(),
        statements,
        entities: annotations.entities,
    }
}

/// The speakers that a statement names, those that it was not ascribed to too.
fn named(statement: &Statement) -> impl Iterator<Item = SpeakerId> {
    let others = statement.evidence.iter().filter_map(|step| step.instead_of);
    others.chain([statement.speaker])
}

/// New numbers for what is kept.
fn numbered(kept: impl Iterator<Item = bool>) -> Vec<Option<usize>> {
    let mut next = 0;
    kept.map(|kept| {
        let number = kept.then_some(next);
        next += usize::from(kept);
        number
    })
    .collect()
}
