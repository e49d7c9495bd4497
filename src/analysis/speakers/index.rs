//! What is looked up while speakers are found, so that no source costs more in
//! a long article than in a short one: roles by their words, bodies by the noun
//! at their head, entities by where they are named.

use compact_str::CompactString;
use smallvec::SmallVec;

use super::roles::{self, Role};
use crate::{
    analysis::{
        context::Context,
        hash::Map,
        lexicon::{Classes, CountryId},
        normalize::fold,
        stem::{bare, stem},
    },
    annotations::{Entity, EntityType},
};

/// How many holders of one sort are looked at on each side of a source.
const NEAR: usize = 24;

/// A body, place, event or document by name.
#[derive(Clone, Debug)]
pub struct Body {
    /// The entity.
    pub entity: usize,
    /// The words of its name after the first, as stems.
    pub rest: SmallVec<[CompactString; 2]>,
}

/// The look-ups of one article.
pub struct Index {
    roles: Vec<Role>,
    roles_by_word: Map<CompactString, SmallVec<[usize; 2]>>,
    /// By the entity that has them.
    roles_by_person: Map<usize, SmallVec<[usize; 2]>>,
    bodies_by_head: Map<CompactString, SmallVec<[Body; 1]>>,
    media: Vec<usize>,
    /// The persons by the last word of their names; none where two share it.
    surnames: Map<CompactString, Option<usize>>,
    /// By where mentions begin.
    entity_at: Vec<(usize, usize)>,
}

impl Index {
    /// Makes them.
    pub fn new(context: &Context, entities: &[Entity]) -> Self {
        let roles = roles::find(context);
        let mut roles_by_word: Map<CompactString, SmallVec<[usize; 2]>> = Map::default();
        roles_by_word.reserve(roles.len());
        for (number, role) in roles.iter().enumerate() {
            for word in &role.phrase.words {
                roles_by_word.entry(word.clone()).or_default().push(number);
            }
            if let Some(country) = role.phrase.country {
                roles_by_word
                    .entry(of_country(country))
                    .or_default()
                    .push(number);
            }
        }
        let mentions = entities.iter().map(|entity| entity.mentions.len()).sum();
        let mut index = Self {
            roles,
            roles_by_word,
            roles_by_person: Map::default(),
            bodies_by_head: Map::default(),
            media: Vec::new(),
            surnames: Map::default(),
            entity_at: Vec::with_capacity(mentions),
        };
        for (number, entity) in entities.iter().enumerate() {
            index
                .entity_at
                .extend(entity.mentions.iter().map(|m| (m.span.start, number)));
            index.body(context, number, entity);
            index.surname(number, entity);
        }
        index.entity_at.sort_unstable();
        let mut roles_by_person: Map<usize, SmallVec<[usize; 2]>> = Map::default();
        for (number, role) in index.roles.iter().enumerate() {
            let byte = context.tokens.span(role.person).start;
            let byte = context.mention(role.person).map_or(byte, |m| m.span.start);
            if let Some(person) = index.entity(byte) {
                let of = roles_by_person.entry(person).or_default();
                if of.len() < NEAR {
                    of.push(number);
                }
            }
        }
        index.roles_by_person = roles_by_person;
        index
    }

    fn body(&mut self, context: &Context, number: usize, entity: &Entity) {
        if !matches!(
            entity.kind,
            EntityType::Org | EntityType::Doc | EntityType::Evt
        ) {
            return;
        }
        let name = fold(&entity.name);
        let mut words = name
            .split_whitespace()
            .map(|w| CompactString::from(stem(bare(w))));
        let head = words.next().unwrap_or_default();
        self.bodies_by_head.entry(head).or_default().push(Body {
            entity: number,
            rest: words.collect(),
        });
        let token = entity
            .mentions
            .first()
            .map(|m| context.tokens.at_or_after(m.span.start));
        let media = |t: usize| context.has(t, Classes::MEDIA) || is_in_marks(context, t);
        if token.is_some_and(media) {
            self.media.push(number);
        }
    }

    fn surname(&mut self, number: usize, entity: &Entity) {
        if entity.kind != EntityType::Per {
            return;
        }
        let name = fold(&entity.name);
        let mut words = name.split_whitespace();
        if let Some(last) = words.next_back().filter(|_| words.next().is_some()) {
            let known = self.surnames.entry(last.into()).or_insert(Some(number));
            *known = known.filter(|known| *known == number);
        }
    }

    /// The one person whose name ends with a word.
    pub fn by_surname(&self, word: &str) -> Option<usize> {
        self.surnames.get(word).copied().flatten()
    }

    /// The entity named by the mention that begins at a byte.
    pub fn entity(&self, byte: usize) -> Option<usize> {
        let at = self.entity_at.binary_search_by_key(&byte, |named| named.0);
        self.entity_at.get(at.ok()?).map(|named| named.1)
    }

    /// The first roles that the article gives to an entity.
    pub fn roles_of(&self, entity: usize) -> impl Iterator<Item = &Role> {
        let of = self.roles_by_person.get(&entity);
        let of = of.map_or(&[][..], SmallVec::as_slice);
        of.iter().filter_map(|role| self.roles.get(*role))
    }

    /// The roles with a word that stand nearest to a token.
    pub fn roles_near(&self, word: &str, token: usize) -> impl Iterator<Item = &Role> {
        let all = self.roles_by_word.get(word);
        self.nearest(all.map_or(&[], SmallVec::as_slice), token)
    }

    /// The roles that speak of a country and stand nearest to a token.
    pub fn roles_of_country(
        &self,
        country: CountryId,
        token: usize,
    ) -> impl Iterator<Item = &Role> {
        let all = self.roles_by_word.get(&of_country(country));
        self.nearest(all.map_or(&[], SmallVec::as_slice), token)
    }

    fn nearest<'i>(&'i self, all: &'i [usize], token: usize) -> impl Iterator<Item = &'i Role> {
        let person = |role: &usize| self.roles.get(*role).map(|role| role.person);
        let at = all.partition_point(|role| person(role) < Some(token));
        near(all, at).iter().filter_map(|r| self.roles.get(*r))
    }

    /// The bodies whose name begins with a noun, those first named nearest to
    /// an entity of this number.
    pub fn bodies_near(&self, head: &str, named_before: usize) -> &[Body] {
        let all = self
            .bodies_by_head
            .get(head)
            .map_or(&[][..], SmallVec::as_slice);
        let at = all.partition_point(|b| b.entity < named_before);
        near(all, at)
    }

    /// The media named nearest to an entity of this number.
    pub fn media_near(&self, named_before: usize) -> &[usize] {
        let at = self.media.partition_point(|m| *m < named_before);
        near(&self.media, at)
    }
}

/// Whether a name stands in quotation marks behind a verb of saying or learning, or ل, as
/// those of newspapers do (علمت "الضفاف" أن).
fn is_in_marks(context: &Context, token: usize) -> bool {
    let mark = token
        .checked_sub(1)
        .filter(|at| context.quote_opening(*at).is_some());
    let before = mark.and_then(|at| at.checked_sub(1));
    let says = |at: usize| {
        let key = context.key(at);
        let verb = key.strip_prefix(['و', 'ف']).unwrap_or(key);
        context.word(at).cue.is_some() || matches!(verb, "علمت" | "ل")
    };
    before.is_some_and(says)
}

/// The key of a country among those of words: none of them is a Latin one.
fn of_country(CountryId(id): CountryId) -> CompactString {
    CompactString::from_utf8_lossy(&id)
}

/// Those of a list that stand nearest to a place in it.
fn near<T>(all: &[T], at: usize) -> &[T] {
    let end = all.len().min(at + NEAR);
    all.get(at.saturating_sub(NEAR)..end).unwrap_or_default()
}
