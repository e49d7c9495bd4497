//! A phrase of attribution: بحسب الوزارة، [q ارتفعت الأسعار];
//! [q ارتفعت الأسعار] وفقا للوزارة; [q ارتفعت الأسعار]، بحسب الوزارة، [q بنسبة كبيرة].

use super::{
    super::proposal::{Proposal, Rule},
    clause_before::starts,
};
use crate::analysis::{
    context::{Context, Mark},
    grammar::Class,
};

/// The longest phrase of attribution, in tokens.
const PHRASE: usize = 30;

/// Proposes the clauses around the phrase that opens at `token`.
pub fn propose(context: &Context, token: usize, out: &mut Vec<Proposal>) {
    let (start, end) = context.sentence(token);
    let mut front = start;
    while front < token && (context.is_mark(front) || context.class(front).is_some()) {
        front += 1;
    }
    if front == token {
        after_front(context, token, end, out);
    } else {
        around(context, token, start, end, out);
    }
}

/// The phrase opens the sentence: the content follows a comma, فإن or أن.
fn after_front(context: &Context, token: usize, end: usize, out: &mut Vec<Proposal>) {
    for at in token + 1..end.min(token + PHRASE) {
        let complementizer = context.class(at).filter(|c| c.complementizer());
        let start = match complementizer {
            Some(class) if class.belongs_to_clause() => at,
            _ => at + 1,
        };
        let opens =
            complementizer.is_some() || context.is_comma(at) || context.mark(at) == Mark::Colon;
        if opens && start < end && !context.class(start).is_some_and(Class::complementizer) {
            out.push(Proposal::open(Rule::AccordingFront, start, at));
        }
        if complementizer.is_some() {
            return;
        }
    }
}

/// The phrase stands inside or after the clause.
fn around(context: &Context, token: usize, start: usize, end: usize, out: &mut Vec<Proposal>) {
    let mut last = token;
    while last > start
        && (context.is_comma(last - 1)
            || context.is_dash(last - 1)
            || context.mark(last - 1) == Mark::Open)
    {
        last -= 1;
    }
    let tails: Vec<usize> = (token + 1..end.min(token + PHRASE))
        .filter(|t| {
            (context.is_comma(*t) || context.mark(*t) == Mark::Close || context.is_dash(*t))
                && t + 1 < end
        })
        .take(3)
        .collect();
    for first in starts(context, start, last) {
        out.push(Proposal::closed(Rule::AccordingAfter, (first, last), token));
        for tail in &tails {
            out.push(Proposal::open(Rule::AccordingAfter, tail + 1, *tail).after((first, last)));
        }
    }
}
