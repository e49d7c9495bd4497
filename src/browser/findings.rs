//! What the browser knows of an analysed article: its annotations, and the
//! look-ups that keep every key quick however long the article is.

use super::{marks::Pieces, search::Folded};
use crate::{
    annotations::{Annotations, EntityId, EntityType, Statement, StatementId},
    document::Document,
};

/// The annotations of one article with the look-ups made from them.
#[derive(Clone, Debug, Default)]
pub struct Findings {
    /// What the analysis found.
    pub annotations: Annotations,
    /// The folded text, to search in.
    pub folded: Folded,
    /// The statements by place, with the byte each begins at.
    pub order: Vec<(usize, StatementId)>,
    /// All that they mark in the text.
    pub pieces: Pieces,
    /// For each speaker, how much they say.
    pub tallies: Vec<Tally>,
    /// The speakers, most statements first, as positions in the annotations.
    pub ranking: Vec<usize>,
    /// The rows of the list of entities.
    pub entity_rows: Vec<EntityRow>,
}

/// How much a speaker says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many statements.
    pub statements: usize,
    /// How many words in them.
    pub words: usize,
}

/// One row of the list of entities.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntityRow {
    /// The name of a type, and how many entities it has.
    Heading(EntityType, usize),
    /// An entity.
    Entity(EntityId),
}

impl Findings {
    /// The look-ups for `annotations` of `document`.
    pub fn new(document: &Document, annotations: Annotations) -> Self {
        let mut order: Vec<_> = (annotations.statements.iter().enumerate())
            .map(|(i, s)| (start(s), StatementId(i)))
            .collect();
        order.sort_unstable();
        let tallies = tallies(document, &annotations);
        let mut ranking: Vec<_> = (0..tallies.len()).collect();
        ranking.sort_by_key(|i| std::cmp::Reverse(tallies.get(*i).map_or(0, |t| t.statements)));
        Self {
            folded: Folded::new(document.text()),
            order,
            pieces: Pieces::new(&annotations.statements),
            tallies,
            ranking,
            entity_rows: entity_rows(&annotations),
            annotations,
        }
    }

    /// The statement with that number, if there is one.
    pub fn statement(&self, id: StatementId) -> Option<&Statement> {
        self.annotations.statements.get(id.0)
    }
}

/// The byte at which a statement begins: at its cue or at its content.
pub fn start(statement: &Statement) -> usize {
    let content = statement.content.first().map(|span| span.start);
    content.map_or(statement.cue.start, |at| at.min(statement.cue.start))
}

fn tallies(document: &Document, annotations: &Annotations) -> Vec<Tally> {
    let mut tallies = vec![Tally::default(); annotations.speakers.len()];
    for statement in &annotations.statements {
        let Some(tally) = tallies.get_mut(statement.speaker.0) else {
            continue;
        };
        tally.statements += 1;
        for span in &statement.content {
            tally.words += document.slice(*span).split_whitespace().count();
        }
    }
    tallies
}

fn entity_rows(annotations: &Annotations) -> Vec<EntityRow> {
    let mut rows = Vec::with_capacity(annotations.entities.len() + EntityType::ALL.len());
    for kind in EntityType::ALL {
        let mut of_kind: Vec<_> = (annotations.entities.iter().enumerate())
            .filter(|(_, e)| e.kind == kind)
            .collect();
        of_kind.sort_by_key(|(_, e)| std::cmp::Reverse(e.mentions.len()));
        if !of_kind.is_empty() {
            rows.push(EntityRow::Heading(kind, of_kind.len()));
            rows.extend(of_kind.iter().map(|(i, _)| EntityRow::Entity(EntityId(*i))));
        }
    }
    rows
}
