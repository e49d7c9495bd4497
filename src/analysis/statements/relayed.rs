//! Who is quoted where somebody passes words on: نقلت الوكالة عن [s الوزير] قوله إن; without
//! such a noun نقلت الوكالة عن [s مصدر أمني] أن; قالت الصحيفة، نقلا عن [s شهود]، إن.

use super::{
    aside,
    phrases::{finished, is_verb, parts},
    site::{Site, SiteKind},
    sources::{LONGEST, REACH, Source},
};
use crate::{
    analysis::{
        context::Context,
        cues::{Attribution, CueWord, Shape, SpeechAct},
        grammar::Class,
        lexicon::Classes,
        senses::Senses,
    },
    annotations::EntityType,
};

/// In a relay (نقلت الوكالة عن [s الوزير] قوله) the phrase between عن and the cue; without
/// such a word (نقلت الوكالة عن [s الوزير] أن) that behind the verb.
pub fn of(context: &Context, site: &Site) -> Option<Source> {
    if site.kind == SiteKind::Attribution(Attribution::Relay) {
        return behind_an(context, site.token);
    }
    let SiteKind::Cue(cue) = site.kind else {
        return None;
    };
    if cue.entry.act == SpeechAct::Relaying && cue.entry.shape.is_finite() {
        return behind_an(context, site.token);
    }
    if cue.entry.shape != Shape::Masdar || !cue.entry.pronoun {
        return None;
    }
    let (start, _) = context.sentence(site.token);
    let reach = start.max(site.token.saturating_sub(REACH));
    let from = (reach..site.token)
        .rev()
        .find(|t| context.class(*t) == Some(Class::An) || ascribes(context, start, *t))?;
    let first = from + 1;
    // نقلت الوكالة عن مصدر طلب عدم ذكر اسمه قوله إن.
    let hides = (first..site.token).find(|t| aside::hides(context, *t));
    let limit = hides.unwrap_or(site.token);
    let clear = (first..limit)
        .all(|t| !context.class(t).is_some_and(Class::complementizer) && !is_verb(context, t));
    let stop = (first..limit).find(|t| parts(context, *t));
    let mut end = stop.unwrap_or(limit);
    while end > first && context.is_comma(end - 1) {
        end -= 1;
    }
    (clear && first < end).then_some((first, end))
}

/// Whether a noun of saying is that of a pronoun behind عن (نقلت عنه الوكالة قوله إن).
pub fn of_pronoun(context: &Context, site: &Site) -> bool {
    let own = matches!(site.kind, SiteKind::Cue(cue)
        if cue.entry.shape == Shape::Masdar && cue.entry.pronoun);
    let (start, _) = context.sentence(site.token);
    let mut before = start.max(site.token.saturating_sub(REACH))..site.token;
    own && before.any(|at| {
        let relays = |cue: &CueWord| cue.entry.act == SpeechAct::Relaying;
        context.word(at).cue.as_ref().is_some_and(relays)
            && matches!(context.key(at + 1), "عنه" | "عنها" | "عنهم" | "عنهما")
    })
}

/// Whether إلى behind نسب tells whose the words are (نسبت الوكالة إلى الوزير قوله).
fn ascribes(context: &Context, start: usize, token: usize) -> bool {
    const NEAR: usize = 8;
    let verb = |at: usize| {
        let key = context.key(at);
        matches!(
            key.strip_prefix(['و', 'ف']).unwrap_or(key),
            "نسب" | "نسبت" | "تنسب" | "ينسب"
        )
    };
    context.class(token) == Some(Class::Ila)
        && (start.max(token.saturating_sub(NEAR))..token).any(verb)
}

/// Whom a verb of relaying names behind عن (نقلت الوكالة عن [s مصدر أمني] أن).
fn behind_an(context: &Context, cue: usize) -> Option<Source> {
    let (_, end) = context.sentence(cue);
    let mut near = cue + 1..end.min(cue + REACH);
    let from = near.find(|t| context.class(*t) == Some(Class::An))?;
    let first = from + 1;
    let named = context
        .mention(first)
        .is_some_and(|m| matches!(m.kind, EntityType::Per | EntityType::Org | EntityType::Loc));
    let somebody = named
        || context.has(first, Classes::SPEAKER)
        || context.stem_means(first, Senses::PLURAL | Senses::CALLING | Senses::ONE_PERSON)
        || context.key(first).ends_with("ين");
    let stop = (first..end.min(first + LONGEST))
        .find(|t| parts(context, *t) || context.is_comma(*t) || is_verb(context, *t));
    finished(context, first, stop.unwrap_or(end)).filter(|_| somebody)
}
