//! Where a statement may be reported: a cue, a word of attribution, the colon
//! of a headline, a quotation mark that stands alone.

use super::{
    aside, by_nobody, facts, formula, only_occasion, passive, predicate, renewed,
    rules::{
        answer,
        transcript::{self, Transcript},
    },
    same_speaker, silence, student,
};
use crate::analysis::{
    context::{Context, Holds, Mark},
    cues::{Agreement, Attribution, CueWord, Shape, Weight},
    grammar::Class,
    senses::Senses,
};

/// What stands at a site.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum SiteKind {
    /// A form of a reporting verb.
    Cue(CueWord),
    /// بحسب, وفق, نقلا.
    Attribution(Attribution),
    /// A colon with a short phrase before it and no cue.
    Colon,
    /// A quotation that opens a paragraph or a sentence.
    Quotation(usize),
    /// The first word of an answer, or the colon of its label; the token after its last
    /// paragraph.
    Answer(usize),
}

/// A place where a statement may be reported.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Site {
    /// The token of the cue.
    pub token: usize,
    /// What stands there.
    pub kind: SiteKind,
}

impl Site {
    /// The shape of the verb form, if it is one.
    pub fn shape(&self) -> Option<Shape> {
        match self.kind {
            SiteKind::Cue(cue) => Some(cue.entry.shape),
            _ => None,
        }
    }

    /// The verb in one of its tenses, if the cue is one.
    pub(in crate::analysis) fn verb(&self) -> Option<CueWord> {
        match self.kind {
            SiteKind::Cue(cue) if cue.entry.shape.is_finite() => Some(cue),
            _ => None,
        }
    }

    /// The same where it opens its clause for itself: not joined, and not in the first person.
    pub(super) fn verb_of_another(&self) -> Option<CueWord> {
        let of_another =
            |cue: &CueWord| !cue.waw && !cue.fa && cue.entry.agreement != Agreement::Speaker;
        self.verb().filter(of_another)
    }

    /// How surely its verb reports, as a number.
    pub(super) fn weight(&self) -> u64 {
        match &self.kind {
            SiteKind::Cue(cue) => cue.entry.weight as u64,
            _ => Weight::Say as u64 + 1,
        }
    }

    /// What its verb does with words, as a number.
    pub(super) fn act(&self) -> u64 {
        match &self.kind {
            SiteKind::Cue(cue) => cue.entry.act as u64,
            _ => 0x40,
        }
    }
}

/// Doubles a letter.
const SHADDA: char = '\u{651}';

/// The longest phrase, in tokens, that a headline's colon may stand after.
const LABEL: usize = 14;

/// All sites of an article, in order.
pub fn all(context: &Context) -> Vec<Site> {
    let mut sites = Vec::with_capacity(context.tokens.len() / 8);
    let Transcript {
        mut answers,
        mut questions,
    } = transcript::find(context);
    if answers.is_empty() {
        (answers, questions) = answer::find(context);
    }
    let own = |token| goes_on(context, &answers, token);
    let mut next = answers.iter().copied().peekable();
    for token in 0..context.tokens.len() {
        if let Some((_, end)) = next.next_if(|a| a.0 == token) {
            sites.push(Site {
                token,
                kind: SiteKind::Answer(end),
            });
        } else if context.word(token).holds.intersects(Holds::SITE)
            && questions.binary_search(&token).is_err()
            && let Some(kind) = at(context, token)
            && !own(token)
        {
            sites.push(Site { token, kind });
        }
    }
    sites
}

/// Whether a verb in the first person stands in an answer: who answers goes on speaking.
fn goes_on(context: &Context, answers: &[(usize, usize)], token: usize) -> bool {
    let nth = answers.partition_point(|answer| answer.0 <= token);
    let answer = nth.checked_sub(1).and_then(|nth| answers.get(nth));
    answer.is_some_and(|answer| token < answer.1) && same_speaker::in_first_person(context, token)
}

/// Whether a cue only looks like one that reports.
pub(super) fn reports_nothing(context: &Context, token: usize) -> bool {
    formula::is_at(context, token)
        || predicate::is_at(context, token)
        || passive::is_at(context, token)
        || same_speaker::is_at(context, token)
        || silence::is_at(context, token)
        || student::is_at(context, token)
        || facts::speak(context, token)
        || facts::adds(context, token)
        || aside::as_they_do(context, token)
        || only_occasion::is_at(context, token)
}

fn at(context: &Context, token: usize) -> Option<SiteKind> {
    let word = context.word(token);
    // نقلا عن, not هما نقلا.
    if word.attribution == Some(Attribution::Relay) && context.class(token + 1) == Some(Class::An) {
        return Some(SiteKind::Attribution(Attribution::Relay));
    }
    if let Some(cue) = word.cue {
        let other = word.senses.intersects(Senses::PLAIN)
            && context.slice(token, token + 1).contains(SHADDA);
        return (!other && !reports_nothing(context, token)).then_some(SiteKind::Cue(cue));
    }
    if let Some(cue) = renewed::again(context, token) {
        return Some(SiteKind::Cue(cue));
    }
    match word.attribution {
        Some(Attribution::According) if by_nobody::is_at(context, token) => return None,
        Some(kind @ (Attribution::According | Attribution::Relay)) => {
            return Some(SiteKind::Attribution(kind));
        }
        Some(Attribution::As) | None => {}
    }
    if context.mark(token) == Mark::Colon {
        return labels(context, token).then_some(SiteKind::Colon);
    }
    let quote = context.quote_opening(token)?;
    let (start, _) = context.sentence(token);
    let opens = start == token || context.paragraph_around(token).0 == token;
    let long = context.quotes.get(quote).is_some_and(|q| q.len() >= 3);
    (opens && long).then_some(SiteKind::Quotation(quote))
}

/// Whether a colon stands after a short phrase that opens its paragraph, with no cue in it.
fn labels(context: &Context, token: usize) -> bool {
    let (start, _) = context.paragraph_around(token);
    if token == start || token - start > LABEL {
        return false;
    }
    (start..token).any(|t| context.tokens.is_word(t))
}
