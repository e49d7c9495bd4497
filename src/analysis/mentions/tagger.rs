//! The best row of tags for a text, and the names that it marks.

use super::{
    emissions,
    evidence::Evidence,
    facts::Fact,
    memory::Memory,
    model::{self, CHECK, OUTSIDE, Scores, TAGS},
};
use crate::analysis::{narrow::to_u8, tokens::Tokens};
use std::ops::Range;

/// A name: its first token, the token after its last, its type among
/// [`model::TYPES`].
pub type Tagged = (usize, usize, usize);

/// Tags filled up to what the processor takes at once.
const LANES: usize = 16;

/// For each tag the score of the best row up to a token that ends with it, above
/// that of the best one that ends outside: so they stay small, and far behind is
/// as good as never.
type Column = [i16; LANES];

const NEVER: i16 = i16::MIN;

/// Only outside: what stands before a line, and any plain token.
const OUT: Column = {
    let mut column = [NEVER; LANES];
    column[OUTSIDE] = 0;
    column
};

/// The names of a text, in order; none goes on over the end of a line. Tagged
/// twice, the second time knowing what the first made of every word.
pub fn tag(facts: &[Fact], tokens: &Tokens, evidence: &Evidence) -> Vec<Tagged> {
    let transitions = transitions();
    let mut scores = emissions::of(facts, tokens, evidence);
    let mut tags = best(facts, &scores, &transitions);
    if let Some(memory) = Memory::new(facts, &tags) {
        model::weigh(&mut scores, |i, list| {
            if facts.get(i).is_some_and(|f| !f.plain) {
                memory.each(facts, i, |f| list.push(f));
            }
        });
        tags = best(facts, &scores, &transitions);
    }
    names(&tags)
}

/// The best row of tags.
fn best(facts: &[Fact], scores: &[Scores], transitions: &Transitions) -> Vec<u8> {
    let mut tags = vec![to_u8(OUTSIDE); facts.len()];
    let mut columns: Vec<Column> = Vec::new();
    for line in lines(facts) {
        columns.clear();
        let mut before = OUT;
        let mut plain = true;
        for (fact, scores) in facts.iter().zip(scores).take(line.end).skip(line.start) {
            before = match (fact.plain, plain) {
                (true, _) => OUT,
                (false, true) => scored(transitions[OUTSIDE], scores),
                (false, false) => scored(entered(&before, transitions), scores),
            };
            plain = fact.plain;
            columns.push(before);
        }
        trace(
            &columns,
            transitions,
            tags.get_mut(line).unwrap_or_default(),
        );
    }
    tags
}

/// The ranges of tokens that stand on one line.
pub fn lines(facts: &[Fact]) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at;
        let rest = facts.get(start + 1..)?;
        let next = rest.iter().position(|f| f.opens_line);
        at = next.map_or(facts.len(), |n| start + 1 + n);
        Some(start..at)
    })
}

type Transitions = [Column; TAGS];

fn transitions() -> Transitions {
    let mut table = [[NEVER; LANES]; TAGS];
    for (tag, row) in table.iter_mut().enumerate() {
        for (next, cell) in row.iter_mut().enumerate().take(TAGS) {
            if model::may_follow(tag, next) {
                *cell = model::transition(tag, next);
            }
        }
    }
    table
}

/// The scores of the tags after a column, before the token itself is heard.
#[inline]
fn entered(before: &Column, transitions: &Transitions) -> Column {
    let mut column = [NEVER; LANES];
    for (known, row) in before.iter().zip(transitions) {
        for (best, step) in column.iter_mut().zip(row) {
            *best = known.saturating_add(*step).max(*best);
        }
    }
    column
}

/// With what the token itself says.
#[inline]
fn scored(mut column: Column, scores: &Scores) -> Column {
    for (best, score) in column.iter_mut().zip(&scores[CHECK..]) {
        *best = best.saturating_add(*score);
    }
    let outside = column[OUTSIDE];
    column.map(|best| best.saturating_sub(outside))
}

/// Goes back from the best last tag; of equals the first stands.
fn trace(columns: &[Column], transitions: &Transitions, tags: &mut [u8]) {
    let first_best = |scores: [i16; TAGS]| {
        let best = scores.iter().copied().max().unwrap_or(NEVER);
        scores.iter().position(|s| *s == best).unwrap_or(OUTSIDE)
    };
    let last = columns.last().unwrap_or(&OUT);
    let mut last = last.iter().copied();
    let mut tag = first_best(std::array::from_fn(|_| last.next().unwrap_or(NEVER)));
    for (at, seat) in tags.iter_mut().enumerate().rev() {
        *seat = to_u8(tag);
        let before = at.checked_sub(1).and_then(|at| columns.get(at));
        let before = before.unwrap_or(&OUT);
        if tag != OUTSIDE || before != &OUT {
            let step = |row: &Column| row.get(tag).copied().unwrap_or(NEVER);
            let ways = before.iter().zip(transitions);
            let mut ways = ways.map(|(known, row)| known.saturating_add(step(row)));
            tag = first_best(std::array::from_fn(|_| ways.next().unwrap_or(NEVER)));
        }
    }
}

/// The names that a row of tags marks.
pub fn names(tags: &[u8]) -> Vec<Tagged> {
    let mut found: Vec<Tagged> = Vec::new();
    for (i, &tag) in tags.iter().enumerate() {
        match model::type_of(tag.into()) {
            Some((kind, true)) => found.push((i, i + 1, kind)),
            Some((_, false)) => {
                if let Some(name) = found.last_mut() {
                    name.1 = i + 1;
                }
            }
            None => {}
        }
    }
    found
}
