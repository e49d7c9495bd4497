//! Which statements are shown. Filters compose; lifting one keeps the others.

use crate::annotations::{Kind, SpeakerId, Statement};

/// One condition that a shown statement meets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Filter {
    /// One of these speakers says it.
    Speakers(Vec<SpeakerId>),
    /// It is of one of these kinds.
    Kinds(Vec<Kind>),
}

impl Filter {
    fn allows(&self, statement: &Statement) -> bool {
        match self {
            Self::Speakers(speakers) => speakers.contains(&statement.speaker),
            Self::Kinds(kinds) => kinds.contains(&statement.kind),
        }
    }

    fn is_about_the_same(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }
}

/// The filters in force, in the order in which they were set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filters {
    set: Vec<Filter>,
}

impl Filters {
    /// Those in force, the last one set last.
    pub fn as_slice(&self) -> &[Filter] {
        &self.set
    }

    /// Whether a statement passes all of them.
    pub fn allow(&self, statement: &Statement) -> bool {
        self.set.iter().all(|f| f.allows(statement))
    }

    /// Sets a filter in place of the one about the same thing.
    pub fn put(&mut self, filter: Filter) {
        self.set.retain(|f| !f.is_about_the_same(&filter));
        self.set.push(filter);
    }

    /// Sets a filter, or lifts it where it is in force already.
    pub fn toggle(&mut self, filter: Filter) {
        if self.set.contains(&filter) {
            self.set.retain(|f| *f != filter);
        } else {
            self.put(filter);
        }
    }

    /// Lifts the one about the same as `filter`; tells whether there was one.
    pub fn lift_like(&mut self, filter: &Filter) -> bool {
        let all = self.set.len();
        self.set.retain(|f| !f.is_about_the_same(filter));
        self.set.len() < all
    }

    /// Lifts the one set last; tells whether there was one.
    pub fn lift_last(&mut self) -> bool {
        self.set.pop().is_some()
    }

    /// Lifts all of them.
    pub fn clear(&mut self) {
        self.set.clear();
    }

    /// The speakers that are ticked; none where there is no such filter.
    pub fn speakers(&self) -> &[SpeakerId] {
        let speakers = self.set.iter().find_map(|f| match f {
            Filter::Speakers(speakers) => Some(speakers.as_slice()),
            Filter::Kinds(_) => None,
        });
        speakers.unwrap_or_default()
    }

    /// The kinds that are ticked; none where there is no such filter.
    pub fn kinds(&self) -> &[Kind] {
        let kinds = self.set.iter().find_map(|f| match f {
            Filter::Kinds(kinds) => Some(kinds.as_slice()),
            Filter::Speakers(_) => None,
        });
        kinds.unwrap_or_default()
    }
}
