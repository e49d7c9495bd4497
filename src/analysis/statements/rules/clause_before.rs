//! A clause before the cue: [q ارتفعت الأسعار]، كما قال الوزير;
//! [q الأمر محسوم]، يقول الخبير.

use super::{
    super::proposal::{Proposal, Rule},
    measure,
};
use crate::analysis::{
    context::{Context, Mark},
    cues::Attribution,
    grammar::Class,
};

/// How many places before the cue a content may begin at.
const STARTS: usize = 5;

/// Proposes the clauses that end just before `cue`, with and without what
/// follows the phrase of attribution.
pub fn propose(context: &Context, cue: usize, out: &mut Vec<Proposal>) {
    let (start, end) = context.sentence(cue);
    let Some(opening) = opening(context, cue, start) else {
        return;
    };
    let mut last = opening;
    while last > start && (context.is_comma(last - 1) || context.is_dash(last - 1)) {
        last -= 1;
    }
    let tail = tail(context, cue, end);
    for first in starts(context, start, last) {
        let torn = tail.is_some_and(|tail| is_torn(context, (first, last), tail));
        if !(torn && first == start) {
            out.push(Proposal::closed(Rule::ClauseBefore, (first, last), opening));
        }
        if let Some(tail) = tail {
            out.push(Proposal::open(Rule::ClauseBefore, tail, opening).after((first, last)));
        }
    }
    // حسبما قال الوزير، [q ارتفعت الأسعار]
    if opening <= start + 1
        && let Some(tail) = tail
    {
        // كما قال الوزير، فإن [الأسعار ارتفعت].
        let resumed = tail + usize::from(context.is(tail, "فان"));
        out.push(Proposal::open(Rule::AccordingFront, resumed, opening));
    }
}

/// A clause before a phrase of attribution that has no more words goes on behind it: so do seven
/// of seven of the articles with gold.
const TORN: usize = 4;

/// Whether what stands before a phrase of attribution is too short for a clause, and what stands
/// behind it no report of its own (وتضم البعثة، وفق الجامعة، [أربعين باحثا]).
pub(super) fn is_torn(context: &Context, (first, last): (usize, usize), tail: usize) -> bool {
    let word = context.word(tail);
    let goes_on = matches!(word.class, Some(Class::While | Class::As | Class::But));
    // وعاد اللاعب إلى التدريب: nothing is missing.
    let whole = (first..last).any(|at| context.class(at).is_some_and(Class::preposition));
    let report = (first..last).any(|at| context.word(at).reports());
    let joined = context.key(tail).starts_with("ول") || goes_on || word.says() || report;
    last - first <= TORN && !whole && !joined && context.quote_closing(last - 1).is_none()
}

/// Where the phrase of attribution that holds the cue begins: at كما، حسبما، ما
/// before it, or at the cue after a comma.
fn opening(context: &Context, cue: usize, start: usize) -> Option<usize> {
    if let Some(on) = measure::before(context, cue) {
        return Some(on);
    }
    let mut previous = cue.checked_sub(1).filter(|p| *p >= start)?;
    // حسبما كانت قد أعلنت.
    while previous > start && matches!(context.class(previous), Some(Class::Was | Class::Particle))
    {
        previous -= 1;
    }
    let as_word = |t: usize| {
        context.word(t).attribution == Some(Attribution::As) || context.class(t) == Some(Class::As)
    };
    if as_word(previous) {
        return Some(previous);
    }
    if matches!(context.class(previous), Some(Class::What)) {
        let mut first = previous;
        while first > start
            && (context.word(first - 1).attribution.is_some()
                || matches!(context.class(first - 1), Some(Class::Ala | Class::HeIs))
                || context.is(first - 1, "حد"))
        {
            first -= 1;
        }
        return Some(first);
    }
    // عمان - أعلنت الشركة: where it was written.
    let dateline = context.is_dash(previous) && previous - start <= 2;
    let set_off = context.is_comma(previous) || context.is_dash(previous) && !dateline;
    let opens_clause =
        (cue + 1..cue + 4).any(|t| context.class(t).is_some_and(Class::complementizer));
    // وأضاف, behind a comma: another report.
    let joined = context.word(cue).cue.is_some_and(|word| word.waw);
    (set_off && !opens_clause && !joined).then_some(cue)
}

/// The longest dateline, in tokens.
const DATELINE: usize = 14;

/// The longest one that a colon closes.
const LABEL: usize = 6;

/// Where a content that ends at `last` may begin: at the sentence's start, behind its
/// dateline, or after a comma or a complementizer.
pub fn starts(context: &Context, start: usize, last: usize) -> Vec<usize> {
    let mut found = vec![start];
    let dateline = (start..last.min(start + DATELINE)).rfind(|at| context.is_dash(*at));
    if let Some(dash) = dateline {
        // نوران (الضحى) –: the outlet in brackets, no part of what was said.
        if (start..dash).any(|at| context.mark(at) == Mark::Open) {
            found.clear();
        }
        found.push(dash + 1);
    }
    // نوران - وكالات: أنقذ صياد طفلين.
    let label = (start..last.min(start + LABEL)).find(|at| context.mark(*at) == Mark::Colon);
    if let Some(colon) = label.filter(|colon| (start..*colon).any(|at| context.is_dash(at))) {
        found.clear();
        found.push(colon + 1);
    }
    if matches!(context.class(start), Some(Class::As)) {
        found.push(start + 1);
    }
    for token in (start + 1..last).rev() {
        let after_link = context.is_comma(token - 1)
            || context.is_dash(token - 1) && !context.is_dash(token)
            || context.class(token - 1).is_some_and(Class::complementizer)
                && !is_another_that(context, token - 1)
            || matches!(context.class(token - 1), Some(Class::Where));
        if (after_link && !found.contains(&token))
            || context.class(token).is_some_and(Class::belongs_to_clause)
        {
            found.push(token);
        }
        if found.len() > STARTS {
            break;
        }
    }
    found.retain(|t| *t < last);
    found
}

/// Whether أن at a token is governed by what reports nothing (من المتوقع أن، قبل أن).
fn is_another_that(context: &Context, token: usize) -> bool {
    let before = token.checked_sub(1).map_or("", |at| context.key(at));
    matches!(
        before,
        "المتوقع"
            | "المنتظر"
            | "المقرر"
            | "المرجح"
            | "المرتقب"
            | "المحتمل"
            | "الممكن"
            | "المفترض"
            | "قبل"
            | "بعد"
            | "دون"
            | "يمكن"
            | "يجب"
            | "ينبغي"
    )
}

/// Where the content goes on after the phrase: after its comma.
fn tail(context: &Context, cue: usize, end: usize) -> Option<usize> {
    let parts = |t: &usize| context.is_comma(*t) || context.is_dash(*t) || context.is(t + 1, "فقد");
    let comma = (cue + 1..end.min(cue + 20)).find(parts)?;
    (comma + 1 < end).then_some(comma + 1)
}
