//! Which statements are shown. Filters compose; lifting one keeps the others.

use crate::annotations::{Confidence, Kind, SpeakerId, Statement};

/// One condition that a shown statement meets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Filter {
    /// One of these speakers says it.
    Speakers(Vec<SpeakerId>),
    /// It is of one of these kinds.
    Kinds(Vec<Kind>),
    /// It can be relied on so much.
    Confidence(Vec<Confidence>),
}

impl Filter {
    /// Takes those that it does not let through out of `passing`, which holds for
    /// each of `statements` whether it passed so far.
    fn narrow(&self, statements: &[Statement], passing: &mut [bool]) {
        let all = statements.iter().zip(passing);
        match self {
            Self::Speakers(speakers) => {
                let mut speakers = speakers.clone();
                speakers.sort_unstable();
                all.for_each(|(s, passes)| *passes &= speakers.binary_search(&s.speaker).is_ok());
            }
            Self::Kinds(kinds) => all.for_each(|(s, passes)| *passes &= kinds.contains(&s.kind)),
            Self::Confidence(grades) => {
                all.for_each(|(s, passes)| *passes &= grades.contains(&s.confidence));
            }
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

    /// For each of `statements` whether it passes all of them.
    pub fn passing(&self, statements: &[Statement]) -> Vec<bool> {
        let mut passing = vec![true; statements.len()];
        for filter in &self.set {
            filter.narrow(statements, &mut passing);
        }
        passing
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
            _ => None,
        });
        speakers.unwrap_or_default()
    }

    /// The kinds that are ticked; none where there is no such filter.
    pub fn kinds(&self) -> &[Kind] {
        let kinds = self.set.iter().find_map(|f| match f {
            Filter::Kinds(kinds) => Some(kinds.as_slice()),
            _ => None,
        });
        kinds.unwrap_or_default()
    }

    /// The grades that are ticked; none where there is no such filter.
    pub fn confidence(&self) -> &[Confidence] {
        let grades = self.set.iter().find_map(|f| match f {
            Filter::Confidence(grades) => Some(grades.as_slice()),
            _ => None,
        });
        grades.unwrap_or_default()
    }
}
