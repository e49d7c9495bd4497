//! Persons: the full name and its parts, wherever they stand.
//!
//! The longest names come first; a name of two words or more joins a longer one
//! that holds its words in order (فهد الوهيبي, فهد بن سعيد الوهيبي). Then the
//! single words: a family name before a given one, a given one before what
//! stands between. Spellings may differ ([`spelling`]), where nothing is spelled
//! alike and one name only is near.

use std::hash::Hash;

use compact_str::CompactString;
use smallvec::{SmallVec, smallvec};

use super::{
    forms::{Forms, Source},
    person::{Person, Place, Unit},
    spelling,
    ties::{Choice, Ties},
};
use crate::{
    analysis::{
        hash::{Map, Seeded, WordsHash},
        lexicon::{self, Classes},
        work,
    },
    annotations::{EntityType, Link},
};

/// The most names that one word is looked up in: a word of more of them tells
/// nobody apart, and a long text stays linear.
const MOST: usize = 48;

/// How many words of a name are looked up in pairs; more is no name but a row of
/// fathers without end, whose pairs would be as many as its length squared.
const LONGEST: usize = 24;

/// Ties the names of persons.
pub fn tie(source: Source, forms: &Forms, ties: &mut Ties) {
    let mut people: Vec<(usize, Person)> = forms
        .list
        .iter()
        .enumerate()
        .filter(|(_, form)| form.kind == EntityType::Per)
        .map(|(index, form)| (index, Person::read(source, form)))
        .collect();
    // Stable: of names of one length, the one written first.
    people.sort_by_key(|(_, person)| std::cmp::Reverse(person.units.len()));
    let mut known = Known {
        people: room(people.len()),
        pairs: room(people.len()),
        exact: room(people.len() * 2),
        sounds: room(people.len() * 2),
        glued: room(people.len()),
    };
    for (form, person) in people {
        match person.units.as_slice() {
            [] => {}
            [_] => known.part(form, person, ties),
            _ => known.full(form, person, ties),
        }
    }
}

/// A map with room for so many.
fn room<K, V>(many: usize) -> Map<K, V> {
    Map::with_capacity_and_hasher(many, Seeded::default())
}

/// Nearly every word is that of one name, or of two.
type Few<T> = SmallVec<[T; 2]>;

/// The names met so far.
struct Known {
    people: Map<usize, Person>,
    /// By the skeletons of two of their words, in order.
    pairs: Map<u64, Few<usize>>,
    /// By one word.
    exact: Map<CompactString, Few<(usize, Place)>>,
    /// By the skeleton of one word.
    sounds: Map<CompactString, Few<(usize, Place)>>,
    /// By all of their words written as one.
    glued: Map<CompactString, usize>,
}

impl Known {
    /// A name of several words: a part or another spelling of a known one, else new.
    fn full(&mut self, form: usize, person: Person, ties: &mut Ties) {
        let (mut exact, mut near) = (Vec::new(), Vec::new());
        let mut whole = false;
        for other in self.candidates(&person) {
            let known = self.people.get(&other);
            let Some((known, cost)) = known.and_then(|p| Some((p, p.covers(&person)?))) else {
                continue;
            };
            let list = if cost == 0 { &mut exact } else { &mut near };
            list.push(Choice::of(other));
            whole |= cost == 0 && known.units.len() == person.units.len();
        }
        let respelled = exact.is_empty();
        if respelled {
            ties.choose_only(form, near, Link::Spelling);
        } else if whole {
            ties.choose(form, exact, Link::SameWords);
        } else {
            ties.choose(form, exact, Link::PartOfName);
        }
        // Another spelling is learned too: its last word may stand alone.
        if ties.is_own(form) || respelled {
            self.learn(form, person);
        }
    }

    /// The known names that hold the first or second and the last word.
    fn candidates(&self, person: &Person) -> Few<usize> {
        let [first, .., last] = person.units.as_slice() else {
            return Few::new();
        };
        let found = self.pairs.get(&pair(first, last));
        found.cloned().unwrap_or_default()
    }

    /// A name of one word: a part of known ones, else another spelling of one.
    fn part(&mut self, form: usize, person: Person, ties: &mut Ties) {
        let Some(unit) = person.units.first().filter(|_| !person.nobody) else {
            return;
        };
        let holders = self
            .exact
            .get(&unit.key)
            .map_or(&[][..], SmallVec::as_slice);
        let choices: Vec<Choice> = holders
            .iter()
            .filter_map(|(form, place)| {
                let rank = person.rank(*place)?;
                Some(Choice { form: *form, rank })
            })
            .collect();
        if holders.len() >= MOST {
            return;
        }
        let glued = self.glued.get(&unit.key).copied();
        if !choices.is_empty() {
            ties.choose(form, choices, Link::PartOfName);
        } else if let Some(glued) = glued {
            // سامرالحداد: no blank.
            ties.choose(form, vec![Choice::of(glued)], Link::Spelling);
        } else if holders.is_empty() {
            ties.choose_only(form, self.near(&person, unit), Link::Spelling);
        }
        if ties.is_own(form) {
            self.learn(form, person);
        }
    }

    /// The names one word of which is spelled like `unit`.
    fn near(&self, person: &Person, unit: &Unit) -> Vec<Choice> {
        let holders = self
            .sounds
            .get(&unit.skeleton)
            .map_or(&[][..], SmallVec::as_slice);
        let alike = |form: &usize, place: &Place| {
            let other = self.people.get(form)?;
            let like = |u: &Unit| u.place == *place && same_word(u, unit).is_some();
            other.units.iter().any(like).then_some(())?;
            let rank = person.rank(*place)?;
            Some(Choice { form: *form, rank })
        };
        if holders.len() >= MOST {
            return Vec::new();
        }
        holders.iter().filter_map(|(f, p)| alike(f, p)).collect()
    }

    fn learn(&mut self, form: usize, person: Person) {
        if (2..=4).contains(&person.units.len()) {
            let words = person.units.iter().map(|unit| unit.key.as_str());
            self.glued.entry(words.collect()).or_insert(form);
        }
        for (at, unit) in person.units.iter().enumerate() {
            push(&mut self.exact, &unit.key, (form, unit.place));
            push(&mut self.sounds, &unit.skeleton, (form, unit.place));
            for later in person.units.iter().take(LONGEST).skip(at + 1) {
                push(&mut self.pairs, &pair(unit, later), form);
            }
        }
        self.people.insert(form, person);
    }
}

fn push<K: Clone + Eq + Hash, T>(index: &mut Map<K, Few<T>>, key: &K, value: T) {
    match index.get_mut(key) {
        Some(list) if list.len() < MOST => list.push(value),
        Some(_) => {}
        None => {
            index.insert(key.clone(), smallvec![value]);
        }
    }
}

fn pair(first: &Unit, last: &Unit) -> u64 {
    WordsHash::of([first, last].map(|unit| unit.skeleton.as_str()))
}

/// How far two words of names are apart, where they may be one.
pub(super) fn same_word(a: &Unit, b: &Unit) -> Option<u32> {
    work::step();
    if a.key == b.key {
        return Some(0);
    }
    if a.skeleton != b.skeleton {
        return None;
    }
    let cost = spelling::distance(&a.key, &b.key)?;
    let given = |u: &Unit| lexicon::classes_of(&u.key).intersects(Classes::GIVEN_NAME);
    // حسن and حسين, حمد and حامد are names of their own; اسحق and اسحاق are one.
    let long = a.key.chars().count().min(b.key.chars().count()) > 3;
    (!(given(a) && given(b)) || long && matches!(cost, 1 | 2 | 4)).then_some(cost)
}
