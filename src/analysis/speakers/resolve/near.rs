//! Who is named nearest to a source.

use super::Resolver;
use crate::{
    analysis::speakers::{
        callings,
        index::Body,
        phrase::Phrase,
        roles::{self, Role},
    },
    document::Span,
};

/// How many tokens nearer a person counts who has spoken already.
const SPOKEN: usize = 60;

impl Resolver<'_, '_> {
    /// The roles that share the noun of a phrase, or the country where it names no more, and stand nearest to it.
    pub fn roles_near(&self, phrase: &Phrase) -> impl Iterator<Item = &Role> {
        let of_country = phrase.any_office().or_else(|| phrase.any_calling());
        let of_country = of_country.map(|c| self.index.roles_of_country(c, phrase.first));
        let by_noun = self.index.roles_near(&phrase.stem, phrase.first);
        // قائد القيادة المركزية may be رئيس القيادة المركزية.
        let leads = callings::LEADERS.contains(&&*phrase.stem) && phrase.words.len() > 1;
        let others = callings::LEADERS
            .into_iter()
            .filter(move |noun| leads && *noun != phrase.stem);
        let by_others = others.flat_map(move |noun| self.index.roles_near(noun, phrase.first));
        let by_others = by_others.filter(move |role| roles::leads_the_same(phrase, &role.phrase));
        by_noun
            .chain(by_others)
            .chain(of_country.into_iter().flatten())
    }

    /// The first roles that the article gives to an entity.
    pub fn roles_of(&self, entity: usize) -> impl Iterator<Item = &Role> {
        self.index.roles_of(entity)
    }

    /// The bodies whose name begins with the noun of a phrase, and the media if
    /// it is a noun for such, named nearest to it.
    pub fn bodies_near(&self, phrase: &Phrase) -> (&[Body], &[usize]) {
        let from = self.context.span(phrase.first, phrase.end);
        let before = self.entities.partition_point(|e| {
            e.mentions
                .first()
                .is_some_and(|m| m.span.start < from.start)
        });
        let media = if phrase.for_media() {
            self.index.media_near(before)
        } else {
            &[]
        };
        (self.index.bodies_near(&phrase.stem, before), media)
    }

    /// Whether an entity is named only after a place, and how far from it, in
    /// bytes; one who has spoken counts as nearer.
    pub fn distance(&self, entity: usize, from: Span) -> (bool, usize) {
        let mentions = &self.entity(entity).mentions;
        let after = mentions.partition_point(|m| m.span.end <= from.start);
        let spoke = self
            .known(entity)
            .and_then(|r| self.record(r).mentions.last());
        let before = after
            .checked_sub(1)
            .and_then(|before| mentions.get(before))
            .map(|before| from.start - before.span.end);
        let spoken = spoke.map(|s| from.start.saturating_sub(s.end + SPOKEN * 8));
        if let Some(distance) = before.into_iter().chain(spoken).min() {
            return (false, distance);
        }
        let after = mentions
            .iter()
            .skip(after)
            .find(|m| m.span.start >= from.start);
        (
            true,
            after.map_or(usize::MAX, |m| m.span.start - from.start),
        )
    }
}
