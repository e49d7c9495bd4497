//! Bodies, events and documents: acronyms, short forms, the class noun left out.
//!
//! The longest names come first and are known by every beginning of them, with
//! and without their class noun; a shorter name that is such a beginning joins
//! them: المجلس الوطني of المجلس الوطني السوري, نوبيا of شركة نوبيا, الحلف of حلف
//! شمال الأطلسي.

use compact_str::CompactString;
use smallvec::SmallVec;

use super::{
    body::Body,
    forms::Forms,
    spelling,
    ties::{Choice, Ties},
};
use crate::{
    analysis::{
        hash::{Map, WordsHash},
        work,
    },
    annotations::{EntityType, Link},
};

/// The most names that one beginning is looked up in.
const MOST: usize = 48;
/// The most words of a name that are compared.
const LONGEST: usize = 12;

/// Ties the names of one type.
pub fn tie(kind: EntityType, forms: &Forms, ties: &mut Ties) {
    let mut bodies: Vec<(usize, Body)> = forms
        .list
        .iter()
        .enumerate()
        .filter(|(_, form)| form.kind == kind)
        .map(|(index, form)| (index, Body::read(form)))
        .filter(|(_, body)| !body.units.is_empty())
        .collect();
    bodies.sort_by_key(|(_, body)| std::cmp::Reverse(body.units.len()));
    let mut known = Known::of(bodies.len());
    let mut key = String::new();
    for (form, body) in bodies {
        let sound = sound(&body, &mut key);
        known.join(form, &body, sound, ties);
        known.learn(form, body, sound);
    }
}

/// The names met so far; by the hashes of words, since what is found so is
/// compared word by word.
#[derive(Default)]
struct Known {
    bodies: Map<usize, Body>,
    /// By every beginning, with and without the class noun, and by what stands
    /// in brackets.
    beginnings: Map<u64, Few>,
    /// By the first and the last word.
    ends: Map<u64, Few>,
    /// By the skeletons of all words.
    sounds: Map<u64, Few>,
}

/// Nearly every word and beginning is that of one name, or of two.
type Few = SmallVec<[usize; 2]>;

impl Known {
    /// Room for so many names.
    fn of(many: usize) -> Self {
        let mut known = Self::default();
        known.bodies.reserve(many);
        known.beginnings.reserve(many * 3);
        known.ends.reserve(many);
        known.sounds.reserve(many);
        known
    }

    fn join(&self, form: usize, body: &Body, sound: u64, ties: &mut Ties) {
        let mut best: Vec<(Choice, Link)> = Vec::new();
        for other in self.holders(hash(&body.units)) {
            let fit = self.bodies.get(other).and_then(|b| beginning(b, body));
            best.extend(fit.map(|(rank, link)| (Choice { form: *other, rank }, link)));
        }
        let core = body.core().map(hash);
        for other in core.iter().flat_map(|core| self.holders(*core)) {
            let fit = self.bodies.get(other).and_then(|b| one_core(b, body));
            best.extend(fit.map(|(rank, link)| (Choice { form: *other, rank }, link)));
        }
        let first = best.iter().min_by_key(|(choice, _)| choice.rank);
        if let Some(link) = first.map(|(_, link)| *link) {
            let least = first.map(|(choice, _)| choice.rank);
            let choices = best.iter().map(|(choice, _)| *choice);
            let choices = choices.filter(|c| Some(c.rank) == least).collect();
            ties.choose(form, choices, link);
        } else {
            self.without_adjectives(form, body, ties);
            self.respelled(form, body, sound, ties);
        }
    }

    /// Ties a name to the only one that it is, but for adjectives.
    fn without_adjectives(&self, form: usize, body: &Body, ties: &mut Ties) {
        let Some(holders) = ends(body).and_then(|ends| self.ends.get(&ends)) else {
            return;
        };
        let fits = |other: &&usize| {
            let other = self.bodies.get(other);
            other.is_some_and(|other| other.without_adjectives(body))
        };
        let choice = |form: &usize| Choice::of(*form);
        let fitting = holders.iter().filter(fits).map(choice).collect();
        ties.choose_only(form, fitting, Link::ShortForm);
    }

    fn holders(&self, key: u64) -> &[usize] {
        let found = self
            .beginnings
            .get(&key)
            .map_or(&[][..], SmallVec::as_slice);
        // What so many names begin with tells none of them.
        if found.len() < MOST { found } else { &[] }
    }

    /// Ties a name to the only one that is spelled nearly so.
    fn respelled(&self, form: usize, body: &Body, sound: u64, ties: &mut Ties) {
        let holders = self.sounds.get(&sound).map_or(&[][..], SmallVec::as_slice);
        let near = |other: &&usize| {
            let other = self.bodies.get(other);
            other.is_some_and(|other| alike(other, body))
        };
        let choice = |form: &usize| Choice::of(*form);
        let near = holders.iter().filter(near).map(choice).collect();
        ties.choose_only(form, near, Link::Spelling);
    }

    fn learn(&mut self, form: usize, body: Body, sound: u64) {
        for words in [Some(body.units.as_slice()), body.core()]
            .into_iter()
            .flatten()
        {
            let mut beginning = WordsHash::default();
            for word in words.iter().take(LONGEST) {
                beginning.push(word);
                push(&mut self.beginnings, beginning.value(), form);
            }
        }
        if !body.aside.is_empty() {
            push(&mut self.beginnings, hash(&body.aside), form);
        }
        if let Some(ends) = ends(&body) {
            push(&mut self.ends, ends, form);
        }
        push(&mut self.sounds, sound, form);
        self.bodies.insert(form, body);
    }
}

/// The hash of the first and the last word of a name of several.
fn ends(body: &Body) -> Option<u64> {
    match body.units.as_slice() {
        [first, .., last] => Some(WordsHash::of([first.as_str(), last.as_str()])),
        _ => None,
    }
}

fn hash(units: &[CompactString]) -> u64 {
    WordsHash::of(units.iter().map(CompactString::as_str))
}

fn push(index: &mut Map<u64, Few>, key: u64, form: usize) {
    let list = index.entry(key).or_default();
    if list.len() < MOST && list.last() != Some(&form) {
        list.push(form);
    }
}

/// How well a name is the beginning of a longer or equal one, and why.
fn beginning(long: &Body, short: &Body) -> Option<(u8, Link)> {
    work::step();
    if long.aside == short.units {
        return Some((0, Link::ShortForm));
    }
    if long.units == short.units {
        return Some((0, Link::SameWords));
    }
    let headed = short.headed && !(long.drops_noun() && short.units.len() > 1);
    if long.core() == Some(&short.units) && !headed {
        return Some((1, Link::ShortForm));
    }
    if let Some(rest) = long.units.strip_prefix(short.units.as_slice()) {
        return left_out(short, rest);
    }
    let core = long.core()?;
    let rest = core.strip_prefix(short.units.as_slice())?;
    (!(headed && (rest.is_empty() || short.units.len() == 1)))
        .then(|| left_out(short, rest))
        .flatten()
}

/// How well a name stands for one that has `rest` after it.
fn left_out(short: &Body, rest: &[CompactString]) -> Option<(u8, Link)> {
    let optional = Body::optional(rest);
    let fits = match short.units.len() {
        // الحلف stands for a حلف; أرامكو for أرامكو السعودية; Nubia not for Nubia Flip.
        1 if short.headed => short.definite,
        1 => optional || !short.units.iter().any(|w| w.is_ascii()),
        _ => optional || !short.listed,
    };
    fits.then_some((if optional { 1 } else { 2 }, Link::ShortForm))
}

/// How well a name with a class noun is another one without it, or with another
/// noun of the same group.
fn one_core(known: &Body, body: &Body) -> Option<(u8, Link)> {
    let core = body.core()?;
    let headed = known.headed && !(body.drops_noun() && core.len() > 1);
    if known.units.as_slice() == core && !headed {
        return Some((1, Link::ShortForm));
    }
    let same_group = known.group == body.group;
    let rest = known.core().filter(|_| same_group)?.strip_prefix(core)?;
    Body::optional(rest).then_some((1, Link::ShortForm))
}

fn sound(body: &Body, key: &mut String) -> u64 {
    let units = body.units.iter().take(LONGEST);
    spelling::sounds(units.map(CompactString::as_str), key)
}

/// Whether two names of as many words differ in the spelling of one of them.
fn alike(a: &Body, b: &Body) -> bool {
    if a.units.len() != b.units.len() {
        return false;
    }
    let alone = a.units.len() == 1;
    let mut cost = 0;
    for (a, b) in a.units.iter().zip(&b.units) {
        let Some(more) = spelling::distance(a, b) else {
            return false;
        };
        // Of common words, vowels tell one from another: حزب العمل, حزب العمال.
        let firm = more <= 3 || a.chars().count() == b.chars().count();
        if !(firm || alone) {
            return false;
        }
        cost += more;
    }
    cost <= if alone { 5 } else { 4 }
}
