//! A subject at the head of its clause that commas part from its verb: by من جانبه ([s وزارة
//! الصحة]، من جانبها، أكدت), by a relative clause ([s الوزير سامر الحداد]، الذي زار البلدة، قال)
//! or by what the subject is ([s سامر الحداد، رئيس النادي]، أعلن); behind كان and أما, too (أما
//! [s سامر الحداد]، وهو تاجر، فيقول).

use super::{
    agreement, aside, juncture, rules::object, site::Site, source_opens::timed, sources::Source,
};
use crate::{
    analysis::{
        context::Context,
        cues::{CueWord, Government},
        grammar::Class,
        lexicon::Classes,
        senses::Senses,
    },
    annotations::EntityType,
};

/// The longest subject, in tokens.
const LONGEST: usize = 14;
/// The longest way from its head to the verb.
const REACH: usize = 40;

/// The subject, if the verb of a site has such a one.
pub fn of(c: &Context, site: &Site) -> Option<Source> {
    let (start, _) = c.sentence(site.token);
    let about = matches!(c.key(start), "اما" | "واما") && site.verb().is_some_and(|cue| cue.fa);
    if !about {
        site.verb_of_another()?;
        if let Some(topic) = topic(c, site) {
            return Some(topic);
        }
    }
    let parts = |at: &usize| c.is_comma(*at) || c.is_dash(*at);
    let parted = site.token.checked_sub(1).filter(parts)?;
    let first = head(c, start + usize::from(about), parted)?;
    let comma = (first..parted).find(parts)?;
    let short = comma - first <= LONGEST && site.token - first <= REACH;
    if !short || !speaks(c, first) || agreement::bars_before(c, site, first) {
        return None;
    }
    if (first..comma).any(|at| verbal(c, at)) {
        return None;
    }
    match c.class(comma + 1) {
        Some(Class::Relative | Class::HeIs) => {
            closed(c, comma + 2, parted).then_some((first, comma))
        }
        // ومقرها جنيف.
        None if c.key(comma + 1).starts_with("ومقر") => Some((first, comma)),
        None if named(c, comma + 1, parted) => Some((first, parted)),
        Some(Class::Min) if c.class(comma + 2) == Some(Class::Turn) => Some((first, comma)),
        // تاجر، طلب عدم الكشف عن هويته، يقول.
        None if aside::hides(c, comma + 1) => Some((first, comma)),
        None if is_role(c, comma + 1) && !(comma + 1..parted).any(|at| verbal(c, at)) => {
            Some((first, parted))
        }
        _ => None,
    }
}

/// The subject at the head of a sentence with a relative clause behind it and no comma, if what
/// the verb governs follows at once ([s الوزير] الذي زار البلدة أمس أكد أن).
fn topic(c: &Context, site: &Site) -> Option<Source> {
    let cue = site.verb()?;
    let (start, _) = c.sentence(site.token);
    let first = head(c, start, site.token)?;
    let near = site.token.min(first + LONGEST);
    let relative = (first + 1..near).find(|at| c.class(*at) == Some(Class::Relative))?;
    let inside = relative + 1..site.token;
    let clause = |at: usize| {
        c.is_mark(at)
            || c.class(at).is_some_and(|class| {
                class.complementizer() || matches!(class, Class::Relative | Class::What)
            })
    };
    // زار القرية مساء السبت، أكد: no more than a time or a comma stands before the verb.
    let last = site.token - usize::from(c.is_comma(site.token - 1));
    let free = c
        .class(last - 1)
        .is_none_or(|class| matches!(class, Class::Particle | Class::Time | Class::Adverb));
    // الذي كان قد أعلن: the verb is that of the relative clause.
    let own = !inside
        .clone()
        .any(|at| c.class(at).is_none() && !c.is_mark(at));
    let far = (2..=REACH / 2).contains(&inside.len()) && !own;
    let whole = !(first..relative).any(|at| clause(at) || verbal(c, at));
    (governs_behind(c, site.token, &cue)
        && far
        && free
        && whole
        && !(relative + 1..last).any(clause)
        && speaks(c, first)
        && !agreement::bars_before(c, site, first))
    .then_some((first, relative))
}

/// Whether what a verb governs stands right behind it: a clause, a preposition of its own, a
/// quotation, or a noun that nobody is (نفى وجود).
fn governs_behind(c: &Context, verb: usize, cue: &CueWord) -> bool {
    let next = verb + 1;
    let word = c.word(next);
    let object = cue.entry.government.contains(Government::OBJECT)
        && (object::is_own(c, next) || juncture::is_plain(c, next));
    word.class.is_some_and(Class::complementizer)
        || word
            .preposition
            .is_some_and(|p| cue.entry.government.contains(p))
        || c.quote_opening(next).is_some()
        || object
}

/// Where the clause begins of which the verb is: at the sentence's start, or behind لكن, غير
/// أن and the like.
fn head(c: &Context, start: usize, end: usize) -> Option<usize> {
    let opens = |at: &usize| {
        c.is_mark(*at)
            || matches!(
                c.class(*at),
                Some(
                    Class::But
                        | Class::Except
                        | Class::That
                        | Class::Particle
                        | Class::While
                        | Class::Was
                )
            )
    };
    (start..end).find(|at| !opens(at))
}

/// Whether nothing but somebody's name stands between two commas (رئيسة الجمعية، سلمى الناصري،).
fn named(c: &Context, first: usize, parted: usize) -> bool {
    c.mention(first)
        .is_some_and(|m| m.kind == EntityType::Per && (m.first, m.end) == (first, parted))
}

/// Whether no clause but the relative one stands up to its comma.
fn closed(c: &Context, first: usize, end: usize) -> bool {
    let inner = (first..end).filter(|at| c.is_comma(*at)).count();
    let clause = |at: usize| c.class(at).is_some_and(Class::complementizer);
    inner == 0 && !(first..end).any(clause)
}

/// Whether a token is a verb of saying, or opens a clause.
fn verbal(c: &Context, token: usize) -> bool {
    let word = c.word(token);
    let clause = word.class.is_some_and(|class| {
        class.complementizer()
            || matches!(
                class,
                Class::Relative | Class::Was | Class::When | Class::Where | Class::What
            )
    });
    word.cue.is_some() && word.finite && c.mention(token).is_none() || clause
}

/// Whether a role opens at a token.
fn is_role(c: &Context, token: usize) -> bool {
    c.has(token, Classes::TITLE) && c.lists.get(token).proclitics == 0 && !timed(c, token)
}

/// Whether somebody or a body opens at a token.
fn speaks(c: &Context, token: usize) -> bool {
    let named = c
        .mention(token)
        .is_some_and(|m| matches!(m.kind, EntityType::Per | EntityType::Org | EntityType::Loc));
    // القومندان داهلين: whatever he is.
    let next = c.mention(token + 1).filter(|m| m.first == token + 1);
    let title = c.has_article(token) && next.is_some_and(|m| m.kind == EntityType::Per);
    named
        || title
        || c.mention(token).is_none()
            && (c.has(token, Classes::SPEAKER)
                || c.stem_means(token, Senses::CALLING | Senses::PLURAL))
}
