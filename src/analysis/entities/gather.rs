//! The entities that come of the ties, gathered place by place.

use super::{
    forms::{Form, Forms, Source},
    nearest::Nearest,
    ties::{Tie, Ties},
};
use crate::{
    analysis::mentions::NameMention,
    annotations::{Entity, Link, Mention},
};

/// The entities, in the order of their first place.
pub fn entities(source: Source, forms: &Forms, ties: &Ties) -> Vec<Entity> {
    let mut gathered = Gathered::new(source, forms, ties);
    for (place, mention) in source.mentions.iter().enumerate() {
        gathered.add(place, mention);
    }
    gathered.entities
}

/// Entities while they are gathered, place by place.
struct Gathered<'a> {
    ties: &'a Ties,
    forms: &'a Forms,
    nearest: Nearest<'a>,
    /// For each form that others hang on, the fullest of them.
    fullest: Vec<usize>,
    /// For each form that others hang on, the entity made of it.
    entity: Vec<Option<usize>>,
    entities: Vec<Entity>,
}

impl<'a> Gathered<'a> {
    fn new(source: Source<'a>, forms: &'a Forms, ties: &'a Ties) -> Self {
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
            nearest: Nearest::new(source, forms, ties),
            fullest,
            entity: vec![None; forms.list.len()],
            entities: Vec::new(),
        }
    }

    fn add(&mut self, place: usize, mention: &NameMention) {
        let Some(form) = self.forms.of.get(place).copied() else {
            return;
        };
        let (root, link) = match self.ties.of(form) {
            Tie::Several(choices) => (
                self.nearest.of(place, choices).unwrap_or(form),
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
        match self.ties.of(tied) {
            _ if form == fullest => Link::First,
            Tie::To(_, link) => *link,
            _ => Link::SameWords,
        }
    }
}

/// How full a form is: by its words, then by how often it is written so.
fn rank(form: &Form) -> (usize, usize) {
    let words = form.words.iter().filter(|w| !w.aside).count();
    (words, form.places.len())
}
