//! Who may be meant: each person, body or description that a source, or the
//! want of one, may stand for, with the signs that point there.

use bitflags::bitflags;
use smallvec::SmallVec;

use super::{record::Key, resolve::Resolver};
use crate::{annotations::Reason, document::Span};

/// Signs that point to somebody; a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Signs(pub u32);

bitflags! {
    impl Signs: u32 {
        /// Spoke not long ago.
        const RECENT = 1 << 0;
        /// Spoke in the statement that the cue leans on by its form.
        const LEANT_ON = 1 << 1;
        /// Named in the sentence or the one before.
        const NAMED_NEAR = 1 << 2;
        /// The first name of the sentence.
        const SUBJECT = 1 << 3;
        /// Described by the relative clause that the cue stands in.
        const RELATIVE = 1 << 4;
        /// The nearest name in the sentence that the verb agrees with.
        const NEAREST = 1 << 5;
        /// Has the role that the source names, named before.
        const ROLE_BEFORE = 1 << 6;
        /// Has it, named only later.
        const ROLE_AFTER = 1 << 7;
        /// Has it in the very same words, two or more.
        const SAME_ROLE = 1 << 21;
        /// The nearest with that role.
        const FIRST_ROLE = 1 << 8;
        /// The country of the role is the one that the source speaks of.
        const SAME_COUNTRY = 1 << 9;
        /// A body whose name begins with the source's noun.
        const BODY_HEAD = 1 << 10;
        /// A newspaper or station where the source is such a noun.
        const MEDIA = 1 << 11;
        /// The nearest body of that sort.
        const FIRST_BODY = 1 << 12;
        /// Was called by the same noun before.
        const SAME_NOUN = 1 << 13;
        /// The last one called so.
        const FIRST_NOUN = 1 << 14;
        /// The last person who spoke and agrees with a noun for persons.
        const LAST_PERSON = 1 << 15;
        /// Nobody known: the description is all.
        const NEW = 1 << 16;
        /// People described last, by a noun alone.
        const PEOPLE = 1 << 18;
        /// Somebody or a body described last, by a noun alone.
        const DESCRIBED = 1 << 17;
        /// The subject of the sentence, right behind its first verb.
        const HOST = 1 << 20;
        /// The subject of the clause before the cue, right behind its verb.
        const CLAUSE = 1 << 22;
        /// The subject of the sentence before, right behind its first verb.
        const HOST_BEFORE = 1 << 23;
        /// What the sentence opens with, before its verb.
        const TOPIC = 1 << 24;
        /// Who wrote or gave what holds the words of the cue (بيان قال فيه).
        const AUTHOR = 1 << 25;
        /// The country of the speaker in whose statement it stands.
        const HOMELAND = 1 << 19;
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
pub struct Candidates(SmallVec<[Candidate; 8]>);

impl Candidates {
    /// Adds a sign for somebody.
    pub fn add(&mut self, resolver: &Resolver, who: Who, signs: Signs, to: Option<Span>) {
        let who = match who {
            Who::Entity(entity) => resolver.known(entity).map_or(who, Who::Record),
            _ => who,
        };
        let entity = match who {
            Who::Record(record) => resolver.record(record).entity(),
            _ => None,
        };
        // Somebody who was noted by name, and has become a speaker since.
        let noted = entity.map(|entity| Who::Entity(entity.0));
        match self
            .0
            .iter_mut()
            .find(|c| c.who == who || Some(c.who) == noted)
        {
            Some(known) => {
                known.who = who;
                known.signs |= signs;
                known.to = known.to.or(to);
            }
            None => self.0.push(Candidate { who, signs, to }),
        }
    }

    /// Leaves only those, if there are any.
    pub fn prefer(&mut self, fits: impl Fn(&Candidate) -> bool) {
        if self.0.iter().any(&fits) {
            self.0.retain(|candidate| fits(candidate));
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
        if signs.intersects(Signs::ROLE_BEFORE) {
            Reason::RoleBefore
        } else if signs.intersects(Signs::ROLE_AFTER) {
            Reason::RoleAfter
        } else if signs.intersects(Signs::NEW) {
            Reason::Described
        } else if signs
            .intersects(Signs::BODY_HEAD | Signs::MEDIA | Signs::SAME_NOUN | Signs::HOMELAND)
        {
            Reason::ShortForm
        } else {
            match self.who {
                Who::Record(record) if !resolver.record(record).person => Reason::ShortForm,
                _ => Reason::RoleBefore,
            }
        }
    }
}
