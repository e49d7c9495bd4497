//! A role that is told in full before its holder is named by less of it (قال وزير الصحة في
//! كمرانيا … وأضاف الوزير [سامر الحداد]).

use super::{
    candidate::{Candidates, Signs, Who},
    phrase::Phrase,
    resolve::Resolver,
    roles::Role,
};

/// Adds who is named so only later, if nobody else has such a role.
pub fn add(resolver: &Resolver, phrase: &Phrase, found: &mut Candidates) {
    if phrase.definite && phrase.words.len() < 2 || phrase.plural || phrase.words.is_empty() {
        return;
    }
    // الرئيس فلان leads a state, and no union.
    let bare = |role: &Role| role.phrase.words.len() == 1 && role.phrase.stem == "رئيس";
    let same = |role: &&Role| role.phrase.stem == phrase.stem && !role.phrase.possessed;
    let shorter = |role: &Role| {
        let within = role
            .phrase
            .words
            .iter()
            .all(|word| phrase.words.contains(word));
        let country = role.phrase.country.is_none() || role.phrase.country == phrase.country;
        role.phrase.definite && within && country && !bare(role) && role.person > phrase.first
    };
    let mut holder = None;
    for role in resolver.roles_near(phrase).filter(same) {
        let entity = resolver.entity_at(role.person);
        if entity.is_none() || holder.is_some_and(|known| known != entity) {
            return;
        }
        if holder.is_some() || shorter(role) {
            holder = Some(entity);
        } else {
            return;
        }
    }
    if let Some(entity) = holder.flatten() {
        let signs = Signs::ROLE_AFTER | Signs::FIRST_ROLE | Signs::SAME_ROLE;
        let to = resolver.entity(entity).mentions.first().map(|m| m.span);
        found.add(resolver, Who::Entity(entity), signs, to);
    }
}
