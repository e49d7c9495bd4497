//! The side pane: the statements, the speakers and the entities of the article.

mod entities;
mod speakers;
mod statements;
mod view;

pub use view::{draw, tab_at};

use super::action::Action;

/// What the side pane lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Tab {
    /// What is said.
    #[default]
    Statements,
    /// Who says it.
    Speakers,
    /// Who and what is named.
    Entities,
}

impl Tab {
    /// All of them, in order.
    pub const ALL: [Self; 3] = [Self::Statements, Self::Speakers, Self::Entities];

    /// The action that shows it.
    pub const fn action(self) -> Action {
        match self {
            Self::Statements => Action::Statements,
            Self::Speakers => Action::Speakers,
            Self::Entities => Action::Entities,
        }
    }

    /// Its name in files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Statements => "statements",
            Self::Speakers => "speakers",
            Self::Entities => "entities",
        }
    }

    /// Its name among the words of the interface.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Statements => "tab.statements",
            Self::Speakers => "tab.speakers",
            Self::Entities => "tab.entities",
        }
    }

    /// How many rows an entry takes in a body of `height` rows.
    pub const fn entry_height(self, height: u16) -> usize {
        match self {
            Self::Statements if height >= 14 => 4,
            Self::Statements | Self::Speakers => 2,
            Self::Entities => 1,
        }
    }
}

/// Where one stands in a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct List {
    /// The selected entry.
    pub selected: usize,
    /// The first entry that is shown.
    pub top: usize,
}

impl List {
    /// Moves the selection by entries in a list of `len`.
    pub fn step(&mut self, entries: isize, len: usize) {
        let last = len.saturating_sub(1);
        self.selected = self.selected.saturating_add_signed(entries).min(last);
    }

    /// Scrolls so that the selected of `len` entries is among the `room` shown.
    pub fn settle(&mut self, len: usize, room: usize) {
        let room = room.max(1);
        self.selected = self.selected.min(len.saturating_sub(1));
        let highest = (self.selected + 1).saturating_sub(room);
        let last = len.saturating_sub(room);
        self.top = self.top.clamp(highest, self.selected).min(last);
    }
}

/// The side pane: which tab it shows, and where one stands in each.
#[derive(Clone, Copy, Debug, Default)]
pub struct Side {
    /// The tab that is shown.
    pub tab: Tab,
    /// The list of statements; its selection follows the model's.
    pub statements: List,
    /// The list of speakers.
    pub speakers: List,
    /// The list of entities, headings among its entries.
    pub entities: List,
}

impl Side {
    /// The list of the tab that is shown.
    pub fn list(&self) -> &List {
        match self.tab {
            Tab::Statements => &self.statements,
            Tab::Speakers => &self.speakers,
            Tab::Entities => &self.entities,
        }
    }

    /// The same, to move in.
    pub fn list_mut(&mut self) -> &mut List {
        match self.tab {
            Tab::Statements => &mut self.statements,
            Tab::Speakers => &mut self.speakers,
            Tab::Entities => &mut self.entities,
        }
    }
}
