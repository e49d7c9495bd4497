//! Whom a statement without a source leans on: the subject of the reporting
//! verb before (وأضاف), the verb that a participle goes with (مؤكدا), the noun
//! that a relative clause describes (مبادرة الرئيس التي تدعو إلى…).

use super::{Attribution, phrase::Phrase, resolve::Resolver, step};
use crate::{
    analysis::{
        cues::{Agreement, Shape},
        grammar::Class,
        statements::{Draft, site::SiteKind},
    },
    annotations::{EntityType, Reason, SpeakerId},
};

/// How many statements back an implied subject is looked for.
const FAR: usize = 100;

/// Who a statement without a source is by.
pub fn find(
    resolver: &mut Resolver,
    drafts: &[Draft],
    nested: &[Option<usize>],
    found: &[Attribution],
    index: usize,
) -> Attribution {
    let draft = &drafts[index];
    let attribution = if nested[index].is_some() {
        inner(resolver, draft).or_else(|| leans(resolver, drafts, nested, found, index))
    } else {
        leans(resolver, drafts, nested, found, index)
    };
    let attribution = attribution
        .or_else(|| subject(resolver, draft))
        .unwrap_or_else(|| nobody(resolver, draft));
    resolver.spoke(attribution.speaker.0, draft.site.token);
    attribution
}

fn agreement(draft: &Draft) -> Agreement {
    match &draft.site.kind {
        SiteKind::Cue(cue) => match (cue.entry.shape, cue.entry.pronoun) {
            // The pronoun on a masdar is its speaker, that on a verb its object.
            (Shape::Masdar, false) => Agreement::Any,
            _ => cue.entry.agreement,
        },
        _ => Agreement::Any,
    }
}

/// The statement before that this one leans on.
fn leans(
    resolver: &mut Resolver,
    drafts: &[Draft],
    nested: &[Option<usize>],
    found: &[Attribution],
    index: usize,
) -> Option<Attribution> {
    let draft = &drafts[index];
    let wanted = agreement(draft);
    let (start, _) = resolver.context.sentence(draft.site.token);
    let adverbial = matches!(draft.site.shape(), Some(Shape::Participle | Shape::Masdar));
    let level = |i: &usize| {
        nested[*i] == nested[index] || nested[*i].is_none() && Some(*i) != nested[index]
    };
    let here = (0..index)
        .rev()
        .take_while(|i| drafts[*i].site.token >= start)
        .find(level);
    if let Some(before) = here.filter(|i| adverbial || fits(resolver, found, *i, wanted)) {
        return Some(lean(resolver, draft, drafts, found, before, adverbial));
    }
    if adverbial
        && here.is_none()
        && let Some(subject) = subject(resolver, draft)
    {
        return Some(subject);
    }
    let back = || (0..index).rev().take(FAR).filter(level);
    let near = back().find(|i| fits(resolver, found, *i, wanted));
    let any = near.or_else(|| back().next())?;
    Some(lean(resolver, draft, drafts, found, any, adverbial))
}

fn fits(resolver: &Resolver, found: &[Attribution], index: usize, wanted: Agreement) -> bool {
    found
        .get(index)
        .is_some_and(|a| resolver.records[a.speaker.0].agrees(wanted))
}

fn lean(
    resolver: &Resolver,
    draft: &Draft,
    drafts: &[Draft],
    found: &[Attribution],
    on: usize,
    adverbial: bool,
) -> Attribution {
    let c = resolver.context;
    let from = c.tokens.span(draft.site.token);
    let to = match drafts[on].source {
        Some((first, end)) => c.span(first, end),
        None => c.tokens.span(drafts[on].site.token),
    };
    let quotation = matches!(draft.site.kind, SiteKind::Quotation(_));
    let reason = if adverbial || quotation {
        Reason::LeansOn
    } else {
        Reason::ImpliedSubject
    };
    Attribution {
        speaker: found[on].speaker,
        steps: vec![step(reason, from, Some(to))],
    }
}

/// The noun that the relative clause around a nested cue describes, else the
/// nearest name before it that its verb agrees with.
fn inner(resolver: &mut Resolver, draft: &Draft) -> Option<Attribution> {
    let c = resolver.context;
    let cue = draft.site.token;
    let (start, _) = c.sentence(cue);
    let from = c.tokens.span(cue);
    let relative = (cue.saturating_sub(5).max(start)..cue)
        .rev()
        .find(|t| c.class(*t) == Some(Class::Relative));
    if let Some(relative) = relative {
        let mut end = relative;
        while end > start && c.is_mark(end - 1) {
            end -= 1;
        }
        let mut first = end;
        while first > start
            && end - first < 7
            && c.tokens.is_word(first - 1)
            && c.class(first - 1).is_none()
        {
            first -= 1;
        }
        if first < end {
            let phrase = Phrase::read(c, first, end);
            let (index, mut steps) = resolver.phrase(&phrase);
            steps.insert(
                0,
                step(
                    Reason::ImpliedSubject,
                    from,
                    Some(resolver.context.span(first, end)),
                ),
            );
            return Some(Attribution {
                speaker: SpeakerId(index),
                steps,
            });
        }
    }
    let wanted = agreement(draft);
    let before = c.mentions.partition_point(|m| m.end <= cue);
    let mention = c.mentions[..before]
        .iter()
        .rev()
        .take_while(|m| m.first >= start)
        .find(|m| match wanted {
            Agreement::She => matches!(m.kind, EntityType::Loc | EntityType::Org),
            Agreement::They => m.kind == EntityType::Norp,
            _ => m.kind == EntityType::Per,
        })?;
    let (first, span) = (mention.first, mention.span);
    let entity = resolver.entity_at(first)?;
    let index = resolver.of_entity(entity);
    Some(Attribution {
        speaker: SpeakerId(index),
        steps: vec![step(Reason::ImpliedSubject, from, Some(span))],
    })
}

/// The subject of the sentence around a cue that no statement stands before:
/// the first name of its sentence.
fn subject(resolver: &mut Resolver, draft: &Draft) -> Option<Attribution> {
    let c = resolver.context;
    let cue = draft.site.token;
    let (start, _) = c.sentence(cue);
    let from = c.tokens.span(cue);
    let first = c.mentions.partition_point(|m| m.first < start);
    let mention = c.mentions[first..]
        .iter()
        .take_while(|m| m.first < cue)
        .find(|m| matches!(m.kind, EntityType::Per | EntityType::Org | EntityType::Loc))?;
    let (token, span) = (mention.first, mention.span);
    let entity = resolver.entity_at(token)?;
    let index = resolver.of_entity(entity);
    Some(Attribution {
        speaker: SpeakerId(index),
        steps: vec![step(Reason::ImpliedSubject, from, Some(span))],
    })
}

/// Nobody was found: a speaker without a name.
fn nobody(resolver: &mut Resolver, draft: &Draft) -> Attribution {
    let from = resolver.context.tokens.span(draft.site.token);
    let index = resolver.described("—", &Phrase::default());
    Attribution {
        speaker: SpeakerId(index),
        steps: vec![step(Reason::Nobody, from, None)],
    }
}
