//! What ties the forms of names together, and the entities that come of it.

use super::forms::{Form, Forms};
use crate::{
    analysis::mentions::NameMention,
    annotations::{Entity, Link, Mention},
};

/// What a form is tied to.
#[derive(Clone, Debug, Default)]
pub enum Tie {
    /// To nothing: it has an entity of its own.
    #[default]
    Own,
    /// To another form, wherever it stands.
    To(usize, Link),
    /// To one of several, each place to the nearest of the best.
    Several(Vec<Choice>),
}

/// A form that another may be a part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The form.
    pub form: usize,
    /// How well it fits; less is better.
    pub rank: u8,
}

/// The ties of all forms.
#[derive(Debug)]
pub struct Ties {
    of: Vec<Tie>,
}

impl Ties {
    /// None yet, of that many forms.
    pub fn new(forms: usize) -> Self {
        Self {
            of: vec![Tie::Own; forms],
        }
    }

    /// The form at the end of the ties of `form`.
    pub fn root(&self, mut form: usize) -> usize {
        while let Some(Tie::To(next, _)) = self.of.get(form) {
            form = *next;
        }
        form
    }

    /// Whether a form is tied to nothing yet.
    pub fn is_own(&self, form: usize) -> bool {
        matches!(self.of.get(form), Some(Tie::Own))
    }

    /// Ties a form to another one and all that hang on it, unless they hang
    /// together already or the form is tied.
    pub fn tie(&mut self, form: usize, to: usize, link: Link) {
        let to = self.root(to);
        if to != form && self.is_own(form) && !matches!(self.of.get(to), Some(Tie::Several(_))) {
            self.of[form] = Tie::To(to, link);
        }
    }

    /// Ties a form to the best of `choices`: to the one that they all hang on,
    /// else each place to its nearest. Nothing where there is no choice.
    pub fn choose(&mut self, form: usize, mut choices: Vec<Choice>, link: Link) {
        for choice in &mut choices {
            choice.form = self.root(choice.form);
        }
        choices.retain(|c| c.form != form);
        choices.sort_unstable_by_key(|c| (c.form, c.rank));
        choices.dedup_by_key(|c| c.form);
        let best = choices.iter().map(|c| c.rank).min();
        choices.retain(|c| Some(c.rank) == best);
        match choices.as_slice() {
            [] => {}
            [one] => self.tie(form, one.form, link),
            _ if self.is_own(form) => self.of[form] = Tie::Several(choices),
            _ => {}
        }
    }

    /// The entities, in the order of their first place.
    pub fn entities(&self, forms: &Forms, mentions: &[NameMention]) -> Vec<Entity> {
        let mut gathered = Gathered::new(self, forms);
        for (place, mention) in mentions.iter().enumerate() {
            gathered.add(place, mention);
        }
        gathered.entities
    }
}

/// Entities while they are gathered, place by place.
struct Gathered<'a> {
    ties: &'a Ties,
    forms: &'a Forms,
    /// For each form that others hang on, the fullest of them.
    fullest: Vec<usize>,
    /// For each form that others hang on, the entity made of it.
    entity: Vec<Option<usize>>,
    entities: Vec<Entity>,
}

impl<'a> Gathered<'a> {
    fn new(ties: &'a Ties, forms: &'a Forms) -> Self {
        let mut fullest: Vec<usize> = (0..forms.list.len()).collect();
        for (form, written) in forms.list.iter().enumerate() {
            let root = ties.root(form);
            let known = fullest.get(root).and_then(|f| forms.list.get(*f));
            if known.is_some_and(|known| rank(written) > rank(known)) {
                fullest[root] = form;
            }
        }
        Self {
            ties,
            forms,
            fullest,
            entity: vec![None; forms.list.len()],
            entities: Vec::new(),
        }
    }

    fn add(&mut self, place: usize, mention: &NameMention) {
        let Some(form) = self.forms.of.get(place).copied() else {
            return;
        };
        let (root, link) = match self.ties.of.get(form) {
            Some(Tie::Several(choices)) => (
                self.nearest(place, choices).unwrap_or(form),
                Link::NearestName,
            ),
            _ => (self.ties.root(form), self.link(form)),
        };
        let next = self.entities.len();
        let index = *self.entity[root].get_or_insert(next);
        if index == next {
            let shown = &self.forms.list[self.fullest[root]].shown;
            self.entities.push(Entity {
                kind: mention.kind,
                name: shown.clone(),
                normal: None,
                mentions: Vec::new(),
            });
        }
        let fullest = self.forms.list.get(form).map(|f| f.places.first());
        let link = match link {
            Link::First if fullest != Some(Some(&place)) => Link::SameWords,
            link => link,
        };
        if let Some(entity) = self.entities.get_mut(index) {
            entity.mentions.push(Mention {
                span: mention.span,
                link,
            });
        }
    }

    /// Why a form belongs to its entity; [`Link::First`] for the fullest.
    fn link(&self, form: usize) -> Link {
        let root = self.ties.root(form);
        let fullest = self.fullest[root];
        // Where the fullest form hangs on another, the reason holds both ways.
        let tied = if form == root && fullest != form {
            fullest
        } else {
            form
        };
        match self.ties.of.get(tied) {
            _ if form == fullest => Link::First,
            Some(Tie::To(_, link)) => *link,
            _ => Link::SameWords,
        }
    }

    /// The form whose place is the nearest before, else the nearest after.
    fn nearest(&self, place: usize, choices: &[Choice]) -> Option<usize> {
        let places = |c: &Choice| &self.forms.list[self.fullest[c.form]].places;
        let before = |c: &Choice| {
            let places = places(c);
            places
                .partition_point(|p| *p < place)
                .checked_sub(1)
                .and_then(|at| places.get(at).copied())
        };
        let last = choices
            .iter()
            .filter_map(|c| Some((before(c)?, c.form)))
            .max();
        let first = || {
            choices
                .iter()
                .filter_map(|c| Some((*places(c).first()?, c.form)))
                .min()
        };
        last.or_else(first).map(|(_, form)| form)
    }
}

/// How full a form is: by its words, then by how often it is written so.
fn rank(form: &Form) -> (usize, usize) {
    let words = form.words.iter().filter(|w| !w.aside).count();
    (words, form.places.len())
}
