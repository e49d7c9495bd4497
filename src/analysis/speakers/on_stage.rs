//! Who is on stage: the person of whom the sentence before tells, where nobody reports between.
//! They are meant by a verb without a subject that opens the next one (وصل سامر الحداد إلى المدينة
//! أمس. وقال إن), and by a word that tells no more than age and sex (جلس سامر الحداد قرب النافذة.
//! يقول الرجل إن).

use super::{
    callings,
    candidate::{Candidate, Candidates, Signs, Who},
    implied::{Before, agreement},
    phrase::Phrase,
    resolve::Resolver,
    traits,
};
use crate::{
    analysis::{
        context::Context,
        cues::{Agreement, Shape, SpeechAct},
        grammar::Class,
        lexicon::Classes,
        mentions::NameMention,
        senses::Senses,
    },
    annotations::EntityType,
};

/// How many sentences back somebody is looked for: by a verb alone, by a word for them.
const NEAR: usize = 3;
const FAR: usize = 6;
/// How far from the beginning of a sentence its subject may stand, in tokens.
const REACH: usize = 14;

/// Leaves only the person of whom the sentence before tells, if the verb of the cue opens its own.
pub fn narrow(resolver: &Resolver, before: &Before, start: usize, found: &mut Candidates) {
    let c = resolver.context;
    let draft = before.draft();
    let Some(cue) = draft.site.verb() else {
        return;
    };
    let wanted = agreement(draft);
    let goes_on = cue.entry.act == SpeechAct::GoingOn && cue.entry.shape == Shape::Past;
    let opens = (start..draft.site.token)
        .all(|at| c.is_mark(at) || matches!(c.class(at), Some(Class::As | Class::Particle)));
    let one = matches!(wanted, Agreement::He | Agreement::She);
    if goes_on || !opens || !one || cue.entry.pronoun || before.outer(before.index).is_some() {
        return;
    }
    let (first, _) = c.paragraph_around(draft.site.token);
    let subject = last_subject(resolver, before, (first, start), (wanted, NEAR));
    if let Some(mention) = subject
        && let Some(entity) = resolver.entity_at(mention.first)
    {
        let who = Who::Entity(entity);
        found.add(resolver, who, Signs::HOST_BEFORE, Some(mention.span));
        found.prefer(|c: &Candidate| c.entity(resolver) == Some(entity));
    }
}

/// The person whom a word for age and sex takes up, though they have not spoken yet.
pub fn taken_up(resolver: &Resolver, before: &Before, phrase: &Phrase) -> Option<usize> {
    let c = resolver.context;
    let plain = phrase.definite && !phrase.plural && phrase.persons.is_empty();
    let few = phrase.words.len() <= 2 && phrase.country.is_none();
    if !(plain && few && callings::tells_only_age(&phrase.stem)) {
        return None;
    }
    let (first, _) = c.paragraph_around(phrase.first);
    let earlier = first.checked_sub(1);
    let first = earlier.map_or(first, |at| c.paragraph_around(at).0);
    let wanted = if phrase.feminine {
        Agreement::She
    } else {
        Agreement::He
    };
    let (start, _) = c.sentence(phrase.first);
    let mention = last_subject(resolver, before, (first, start), (wanted, FAR))?;
    resolver.entity_at(mention.first)
}

/// The last person of that gender of whom a sentence from `first` up to `start` tells, unless
/// somebody reports behind.
fn last_subject<'c>(
    resolver: &Resolver<'c, '_>,
    before: &Before,
    (first, start): (usize, usize),
    (wanted, sentences): (Agreement, usize),
) -> Option<&'c NameMention> {
    let c = resolver.context;
    let reported = before.index.checked_sub(1);
    let reported = reported.map(|last| before.draft_at(last).site.token);
    let mut end = start;
    for _ in 0..sentences {
        let last = end.checked_sub(1).filter(|last| *last >= first)?;
        let (begins, _) = c.sentence(last);
        if reported.is_some_and(|token| token >= begins) {
            return None;
        }
        let agrees = |m: &&NameMention| {
            let entity = resolver.entity_at(m.first);
            let gender = entity.and_then(|entity| traits::gender(resolver, entity));
            gender.is_none_or(|gender| gender == wanted)
                && entity.is_some_and(|entity| !traits::wrote(resolver, entity))
        };
        if let Some(mention) = subject(resolver, begins, end) {
            return Some(mention).filter(agrees);
        }
        end = begins;
    }
    None
}

/// The person by whose name a sentence opens, or who stands right behind its verb, with their
/// role: not one of whom it tells that they died or were seized.
fn subject<'c>(resolver: &Resolver<'c, '_>, start: usize, end: usize) -> Option<&'c NameMention> {
    let c = resolver.context;
    let at = c.mentions.partition_point(|m| m.first < start);
    let mut names = c.mentions.get(at..).unwrap_or_default().iter();
    let mention = names.find(|m| m.kind == EntityType::Per)?;
    if mention.first >= end.min(start + REACH) || c.quote_of(mention.first).is_some() {
        return None;
    }
    // سامر الحداد ومنى الفهمي: several.
    if c.key(mention.end).starts_with('و') && c.mention(mention.end).is_some() {
        return None;
    }
    let mut verbs = 0;
    let leads = (start..phrase_start(resolver, mention)).all(|at| {
        let particle = matches!(
            c.class(at),
            Some(Class::But | Class::Was | Class::Particle | Class::As | Class::Negation)
        );
        let skipped = particle
            || at == start && c.is_mark(at)
            || matches!(c.key(at), "اما" | "واما" | "معه" | "معها" | "له" | "لها")
            || c.mention(at).is_some_and(|m| m.kind == EntityType::Date);
        verbs += usize::from(!skipped);
        skipped || verbs == 1 && is_verb(c, at)
    });
    leads.then_some(mention)
}

/// Where the role begins with which somebody is named, or the noun for whose kin they are.
fn phrase_start(resolver: &Resolver, mention: &NameMention) -> usize {
    let c = resolver.context;
    let entity = resolver.entity_at(mention.first);
    let mut roles = entity
        .into_iter()
        .flat_map(|entity| resolver.roles_of(entity));
    let role = roles.find(|role| role.person == mention.first && role.phrase.first < mention.first);
    if let Some(role) = role {
        return role.phrase.first;
    }
    let before = mention.first.checked_sub(1);
    let kin = before.filter(|at| {
        let key = c.key(*at);
        let own = key.ends_with('ه') || key.ends_with("ها") || key.ends_with("هم");
        let honour = c.has(*at, Classes::HONORIFIC | Classes::TITLE);
        let noun = ["ها", "هم", "ه"].iter().find_map(|p| key.strip_suffix(p));
        let kin = noun.is_some_and(callings::is_kin);
        honour || kin || own && c.stem_means(*at, Senses::ONE_PERSON | Senses::CALLING)
    });
    kin.unwrap_or(mention.first)
}

/// Whether a word may be the verb before its subject.
fn is_verb(c: &Context, token: usize) -> bool {
    const ENDED: [&str; 10] = [
        "قتل",
        "توفي",
        "اغتيل",
        "مات",
        "استشهد",
        "اعتقل",
        "اختطف",
        "دفن",
        "اعدم",
        "سجن",
    ];
    let word = c.word(token);
    let key = c.key(token);
    let bare = key.strip_prefix(['و', 'ف']).unwrap_or(key);
    let stem = bare.strip_suffix('ت').unwrap_or(bare);
    let verb = (word.open || word.says()) && word.preposition.is_none() && !c.has_article(token);
    verb && c.mention(token).is_none()
        && c.tokens.is_word(token)
        && !c.has(
            token,
            Classes::TITLE | Classes::ORG_HEAD | Classes::SOURCE_NOUN,
        )
        && !ENDED.contains(&stem)
}
