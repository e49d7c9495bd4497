//! What is remembered of an article from one reading to the next: [`Memory`].
//!
//! Speakers and kinds go by their names, since numbers may be others once the
//! analysis has learnt more.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{filters::Filter, model::Model, side::Tab};
use crate::annotations::{Confidence, Kind, SpeakerId, Statement, StatementId};

/// Where the reader was in an article, and how they saw it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Memory {
    /// The byte at the cursor.
    pub cursor: usize,
    /// The byte at the top of the screen.
    pub top: usize,
    /// The selected statement, by the bytes at which its cue and its content begin:
    /// several may stand on one row. Nothing where it is the one that an article
    /// opens with.
    pub selected: Option<(usize, usize)>,
    /// The tab of the side pane, by its name.
    pub tab: String,
    /// The filters, in the order in which they were set.
    pub filters: Vec<Remembered>,
    /// Whether only quotes were to be read.
    pub quotes_only: bool,
    /// The marks: letters and bytes.
    pub marks: BTreeMap<char, usize>,
}

/// A filter, by names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Remembered {
    /// The speakers ticked.
    Speakers(Vec<String>),
    /// The kinds ticked.
    Kinds(Vec<String>),
    /// How much they can be relied on, as ticked.
    Confidence(Vec<String>),
}

impl Memory {
    /// What is to be remembered of the open article. What waits for the analysis is
    /// kept as it was.
    pub fn of(model: &Model) -> Self {
        let (cursor, top) = model.article.place();
        let filters = model.filters.as_slice().iter();
        let (selected, filters) = match &model.waiting {
            Some(waiting) => (waiting.selected_at_cursor(model), waiting.filters.clone()),
            None => (selected(model), filters.map(|f| named(model, f)).collect()),
        };
        Self {
            cursor,
            top,
            selected,
            tab: model.side.tab.name().to_owned(),
            filters,
            quotes_only: model.quotes_only,
            marks: model.places.clone(),
        }
    }

    /// Brings the open article to where it was left.
    pub fn restore(&self, model: &mut Model) {
        let known = Tab::ALL.into_iter().find(|tab| tab.name() == self.tab);
        model.side.tab = known.unwrap_or_default();
        model.quotes_only = self.quotes_only;
        model.places.clone_from(&self.marks);
        model.article.restore((self.cursor, self.top));
        model.selected = None;
        model.waiting = Some(self.clone());
        arrive(model);
    }

    /// The selected statement, unless the reader has gone elsewhere since.
    fn selected_at_cursor(&self, model: &Model) -> Option<(usize, usize)> {
        let here = model.article.cursor_span().contains(self.cursor);
        self.selected.filter(|_| here)
    }
}

/// Sets the filters and selects the statement that waited for the analysis, once it
/// is there. What they name and is no longer there is left out.
pub fn arrive(model: &mut Model) {
    let Some(findings) = model.findings.clone() else {
        return;
    };
    let Some(memory) = model.waiting.take() else {
        return;
    };
    if let Some(at) = memory.selected_at_cursor(model) {
        let mut all = findings.annotations.statements.iter();
        model.selected = all.position(|s| place(s) == at).map(StatementId);
    }
    let speaker = |name: &String| {
        let mut all = findings.annotations.speakers.iter();
        all.position(|s| s.name == *name).map(SpeakerId)
    };
    for filter in memory.filters {
        let filter = match filter {
            Remembered::Speakers(names) => {
                let mut speakers: Vec<_> = names.iter().filter_map(speaker).collect();
                speakers.sort_unstable();
                Filter::Speakers(speakers)
            }
            Remembered::Kinds(names) => {
                let kinds = Kind::ALL.into_iter();
                let kinds = kinds.filter(|k| names.iter().any(|n| n == k.name()));
                Filter::Kinds(kinds.collect())
            }
            Remembered::Confidence(names) => {
                let grades = Confidence::ALL.into_iter();
                let grades = grades.filter(|g| names.iter().any(|n| n == g.name()));
                Filter::Confidence(grades.collect())
            }
        };
        let empty = [
            Filter::Speakers(Vec::new()),
            Filter::Kinds(Vec::new()),
            Filter::Confidence(Vec::new()),
        ];
        if !empty.contains(&filter) {
            model.filters.put(filter);
        }
    }
}

/// The selected statement, by its place; nothing where the article opens with it.
fn selected(model: &Model) -> Option<(usize, usize)> {
    let id = model.selected?;
    let opens = model.article.cursor() == 0 && model.nearest(0) == model.rank(id);
    model.statement(id).filter(|_| !opens).map(place)
}

/// The bytes at which the cue and the content of a statement begin.
fn place(statement: &Statement) -> (usize, usize) {
    let content = statement.content.first();
    (statement.cue.start, content.map_or(0, |span| span.start))
}

fn named(model: &Model, filter: &Filter) -> Remembered {
    match filter {
        Filter::Speakers(speakers) => {
            let names = speakers.iter().map(|s| model.speaker_name(*s).to_owned());
            Remembered::Speakers(names.collect())
        }
        Filter::Kinds(kinds) => {
            let names = kinds.iter().map(|k| k.name().to_owned());
            Remembered::Kinds(names.collect())
        }
        Filter::Confidence(grades) => {
            let names = grades.iter().map(|g| g.name().to_owned());
            Remembered::Confidence(names.collect())
        }
    }
}
