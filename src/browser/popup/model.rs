//! A list over the panes: its entries, those that what was typed lets through,
//! and what taking one does.

use std::collections::BTreeSet;

use super::fuzzy;
use crate::{
    annotations::{Confidence, Kind, SpeakerId, StatementId},
    browser::{action::Action, effect::Writing, side::List},
    document::{Direction, Span},
};

/// What taking an entry does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Nothing: it is there to be read.
    Nothing,
    /// Runs an action.
    Run(Action),
    /// Goes to a place in the article.
    Go(Span),
    /// Selects a statement.
    Select(StatementId),
    /// Shows only this speaker, or all those ticked.
    Speaker(SpeakerId),
    /// Shows only this kind, or all those ticked.
    Kind(Kind),
    /// Shows only what can be relied on so much, or all that is ticked.
    Confidence(Confidence),
    /// Opens the card of a speaker.
    SpeakerCard(SpeakerId),
    /// Writes in that format, of [`Settings::formats`](crate::browser::Settings::formats).
    Format(usize),
    /// Writes over the file that is there, or asks for another one.
    Replace(bool),
}

/// What a list over the panes is for, beyond its entries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Purpose {
    /// Its entries are all.
    #[default]
    List,
    /// What is typed is the place of a file in that format.
    Place(usize),
    /// It asks whether the file of that may go.
    Replace(Writing),
}

/// One entry of a list.
#[derive(Clone, Debug)]
pub struct Entry {
    /// A sign or letter before it.
    pub sign: String,
    /// Its words.
    pub label: String,
    /// What stands at the far end: a count, keys.
    pub detail: String,
    /// The speaker whose colour it has.
    pub speaker: Option<usize>,
    /// What taking it does.
    pub choice: Choice,
    /// Whether it is a heading over other entries.
    pub heads: bool,
    /// Whether its words are those of the interface, in a list of the article's.
    pub told: bool,
}

impl Entry {
    /// An entry of words alone.
    pub fn new(label: impl Into<String>, choice: Choice) -> Self {
        Self {
            sign: String::new(),
            label: label.into(),
            detail: String::new(),
            speaker: None,
            choice,
            heads: false,
            told: false,
        }
    }

    /// What stands above other entries.
    pub fn heading(label: impl Into<String>) -> Self {
        Self {
            heads: true,
            ..Self::told(label, Choice::Nothing)
        }
    }

    /// An entry in the words of the interface, in a list of the article's.
    pub fn told(label: impl Into<String>, choice: Choice) -> Self {
        Self {
            told: true,
            ..Self::new(label, choice)
        }
    }
}

/// A list over the panes.
#[derive(Clone, Debug)]
pub struct Popup {
    /// What it is, for its upper edge.
    pub title: String,
    /// The direction in which its entries are read.
    pub direction: Direction,
    /// What it is for.
    pub purpose: Purpose,
    /// All entries.
    pub entries: Vec<Entry>,
    /// What was typed to narrow it; nothing where letters are keys.
    pub typed: Option<String>,
    /// The entries ticked, by their number; nothing where only one can be taken.
    pub ticked: Option<BTreeSet<usize>>,
    /// Whether long entries go over several rows.
    pub wraps: bool,
    /// Where one stands among those that match.
    pub list: List,
    matching: Vec<usize>,
    /// Whether one has ticked or unticked anything.
    touched: bool,
}

impl Popup {
    /// A list that is read and chosen from.
    pub fn new(title: impl Into<String>, direction: Direction, entries: Vec<Entry>) -> Self {
        Self {
            title: title.into(),
            purpose: Purpose::List,
            direction,
            matching: (0..entries.len()).collect(),
            entries,
            typed: None,
            ticked: None,
            wraps: false,
            list: List::default(),
            touched: false,
        }
    }

    /// The same, narrowed by what one types.
    #[must_use]
    pub fn narrowing(mut self) -> Self {
        self.typed = Some(String::new());
        self
    }

    /// The same, with entries that can be ticked; those of `ticked` are.
    #[must_use]
    pub fn ticking(mut self, ticked: BTreeSet<usize>) -> Self {
        self.ticked = Some(ticked);
        self
    }

    /// The same, for that purpose; with `typed`, letters change that.
    #[must_use]
    pub fn asking(mut self, purpose: Purpose, typed: Option<String>) -> Self {
        self.purpose = purpose;
        self.typed = typed;
        self
    }

    /// The same, its long entries over several rows.
    #[must_use]
    pub fn wrapping(mut self) -> Self {
        self.wraps = true;
        self
    }

    /// Whether letters are text rather than keys.
    pub fn takes_text(&self) -> bool {
        self.typed.is_some()
    }

    /// The numbers of the entries that match what was typed, best first.
    pub fn matching(&self) -> &[usize] {
        &self.matching
    }

    /// The selected entry and its number.
    pub fn selected(&self) -> Option<(usize, &Entry)> {
        let number = *self.matching.get(self.list.selected)?;
        Some((number, self.entries.get(number)?))
    }

    /// Changes what was typed, and narrows anew.
    pub fn retype(&mut self, change: impl FnOnce(&mut String)) {
        let Some(typed) = &mut self.typed else { return };
        change(typed);
        if self.purpose != Purpose::List {
            return;
        }
        let labels = self
            .entries
            .iter()
            .map(|e| [e.label.as_str(), &e.sign, &e.detail]);
        self.matching = fuzzy::ranked(typed, labels);
        self.list = List::default();
    }

    /// Ticks the selected entry, or unticks it.
    pub fn tick(&mut self) {
        let Some((number, _)) = self.selected() else {
            return;
        };
        if let Some(ticked) = &mut self.ticked {
            self.touched = true;
            if !ticked.remove(&number) {
                ticked.insert(number);
            }
            self.list.step(1, self.matching.len());
        }
    }

    /// What is chosen: the ticked entries, without any the selected one. That one
    /// too where one looked for it and left the ticks as they were.
    pub fn chosen(&self) -> Vec<Choice> {
        let looked = self.list.selected > 0 || self.typed.as_ref().is_some_and(|t| !t.is_empty());
        let one_is_meant = looked && !self.touched;
        let ticked = self.ticked.iter().flatten().filter(|_| !one_is_meant);
        let choices: Vec<_> = ticked
            .filter_map(|i| Some(self.entries.get(*i)?.choice))
            .collect();
        if choices.is_empty() {
            return self.selected().map(|(_, e)| e.choice).into_iter().collect();
        }
        choices
    }
}
