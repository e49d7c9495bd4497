//! Who may be meant: each person, body or description that a source, or the
//! want of one, may stand for, with the signs that point there.

use std::ops::{BitOr, BitOrAssign};

use super::{record::Key, resolve::Resolver};
use crate::{annotations::Reason, document::Span};

/// Signs that point to somebody; a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Signs(pub u32);

macro_rules! signs {
    ($($(#[$doc:meta])* $name:ident = $bit:literal;)*) => {
        impl Signs {
            $($(#[$doc])* pub const $name: Self = Self(1 << $bit);)*
        }
    };
}

signs! {
    /// Spoke not long ago.
    RECENT = 0;
    /// Spoke in the statement that the cue leans on by its form.
    LEANT_ON = 1;
    /// Named in the sentence or the one before.
    NAMED_NEAR = 2;
    /// The first name of the sentence.
    SUBJECT = 3;
    /// Described by the relative clause that the cue stands in.
    RELATIVE = 4;
    /// The nearest name in the sentence that the verb agrees with.
    NEAREST = 5;
    /// Has the role that the source names, named before.
    ROLE_BEFORE = 6;
    /// Has it, named only later.
    ROLE_AFTER = 7;
    /// The nearest with that role.
    FIRST_ROLE = 8;
    /// The country of the role is the one that the source speaks of.
    SAME_COUNTRY = 9;
    /// A body whose name begins with the source's noun.
    BODY_HEAD = 10;
    /// A newspaper or station where the source is such a noun.
    MEDIA = 11;
    /// The nearest body of that sort.
    FIRST_BODY = 12;
    /// Was called by the same noun before.
    SAME_NOUN = 13;
    /// The last one called so.
    FIRST_NOUN = 14;
    /// The last person who spoke and agrees with a noun for persons.
    LAST_PERSON = 15;
    /// Nobody known: the description is all.
    NEW = 16;
    /// The words of the source in part: a name that holds one of them.
    SHARED_WORD = 17;
}

impl Signs {
    /// Whether any of `other` is among them.
    pub const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

impl BitOr for Signs {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOrAssign for Signs {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

/// Who a candidate is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// A speaker known already.
    Record(usize),
    /// An entity that has not spoken yet.
    Entity(usize),
    /// Somebody who is only described, by the source itself.
    New,
}

/// Somebody who may be meant.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// Who it is.
    pub who: Who,
    /// What points there.
    pub signs: Signs,
    /// The place in the text that points there.
    pub to: Option<Span>,
}

/// The candidates of one statement; each stands once.
#[derive(Clone, Debug, Default)]
pub struct Candidates(Vec<Candidate>);

impl Candidates {
    /// Adds a sign for somebody.
    pub fn add(&mut self, resolver: &Resolver, who: Who, signs: Signs, to: Option<Span>) {
        let who = match who {
            Who::Entity(entity) => resolver.known(entity).map_or(who, Who::Record),
            _ => who,
        };
        match self.0.iter_mut().find(|c| c.who == who) {
            Some(known) => {
                known.signs |= signs;
                known.to = known.to.or(to);
            }
            None => self.0.push(Candidate { who, signs, to }),
        }
    }

    /// All of them, in the order in which they were found.
    pub fn as_slice(&self) -> &[Candidate] {
        &self.0
    }
}

impl Candidate {
    /// Somebody whom nothing points to.
    pub const fn new_speaker() -> Self {
        Self {
            who: Who::New,
            signs: Signs::NEW,
            to: None,
        }
    }

    /// The entity that it is, if it is one.
    pub fn entity(&self, resolver: &Resolver) -> Option<usize> {
        match self.who {
            Who::Entity(entity) => Some(entity),
            Who::Record(record) => match resolver.record(record).key {
                Key::Entity(entity) => Some(entity),
                Key::Words(_) => None,
            },
            Who::New => None,
        }
    }

    /// How a source led to it.
    pub fn reason(&self, resolver: &Resolver) -> Reason {
        let signs = self.signs;
        if signs.any(Signs::ROLE_BEFORE) {
            Reason::RoleBefore
        } else if signs.any(Signs::ROLE_AFTER) {
            Reason::RoleAfter
        } else if signs.any(Signs::NEW) {
            Reason::Described
        } else if signs.any(Signs::BODY_HEAD | Signs::MEDIA | Signs::SAME_NOUN) {
            Reason::ShortForm
        } else {
            match self.who {
                Who::Record(record) if !resolver.record(record).person => Reason::ShortForm,
                _ => Reason::RoleBefore,
            }
        }
    }
}
