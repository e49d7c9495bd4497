//! The entities that come of the ties, gathered place by place.

use super::{
    forms::{Form, Forms, Source},
    nearest::Nearest,
    person::is_title,
    ties::{Tie, Ties},
};
use crate::{
    analysis::mentions::NameMention,
    annotations::{Entity, EntityType, Link, Mention},
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
    source: Source<'a>,
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
            let Some(best) = fullest.get_mut(ties.root(form)) else {
                continue;
            };
            let other = matches!(ties.of(form), Tie::To(_, Link::OtherName | Link::ShortForm));
            let fuller = |known: &Form| {
                let longer = words(written) > words(known);
                longer || !other && rank(written) > rank(known)
            };
            if forms.list.get(*best).is_some_and(fuller) {
                *best = form;
            }
        }
        Self {
            source,
            ties,
            forms,
            nearest: Nearest::new(source, forms, ties),
            fullest,
            entity: vec![None; forms.list.len()],
            entities: Vec::with_capacity(forms.list.len()),
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
        let first = self.forms.list.get(form).and_then(|f| f.places.first());
        let link = match link {
            Link::First if first != Some(&place) => Link::SameWords,
            link => link,
        };
        let span = mention.span;
        if let Some(entity) = self.entity(root, mention) {
            entity.mentions.push(Mention { span, link });
        }
    }

    /// The entity of all that hangs on a form, made where there is none yet.
    fn entity(&mut self, root: usize, mention: &NameMention) -> Option<&mut Entity> {
        let next = self.entities.len();
        let index = *self.entity.get_mut(root)?.get_or_insert(next);
        if index == next {
            let fullest = self.forms.list.get(*self.fullest.get(root)?)?;
            let shown = self.source.mentions.get(fullest.shown);
            self.entities.push(Entity {
                kind: mention.kind,
                name: shown
                    .map(|shown| self.source.shown(shown))
                    .unwrap_or_default(),
                normal: None,
                mentions: Vec::with_capacity(fullest.places.len().max(2)),
            });
        }
        self.entities.get_mut(index)
    }

    /// Why a form belongs to its entity; [`Link::First`] for the fullest.
    fn link(&self, form: usize) -> Link {
        let root = self.ties.root(form);
        let fullest = self.fullest.get(root).copied().unwrap_or(root);
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

/// The words of a form, without those in brackets in it and without titles.
fn words(form: &Form) -> usize {
    let named = form.words.iter().filter(|w| !w.aside);
    if form.kind == EntityType::Per {
        named.skip_while(|w| is_title(w)).count()
    } else {
        named.count()
    }
}

/// How full a form is: by its words, then without titles and brackets, then a
/// plural in the nominative (الفلسطينيون), then by how often it is written so.
fn rank(form: &Form) -> (usize, bool, bool, usize) {
    let words = words(form);
    let nominative = form.words.last().is_some_and(|w| w.key.ends_with("ون"));
    (
        words,
        words == form.words.len(),
        nominative && form.kind == EntityType::Norp,
        form.places.len(),
    )
}
