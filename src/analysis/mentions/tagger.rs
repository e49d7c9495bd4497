//! The best row of tags for a text, and the names that it marks.

use super::{
    emissions,
    evidence::Evidence,
    facts::Fact,
    memory::Memory,
    model::{self, CHECK, OUTSIDE, Scores, TAGS},
};
use crate::analysis::tokens::Tokens;
use std::ops::Range;

/// A name: its first token, the token after its last, its type among
/// [`model::TYPES`].
pub type Tagged = (usize, usize, usize);

const NEVER: i32 = i32::MIN / 4;

/// One token's best scores, and for each tag the tag before it.
#[derive(Clone, Copy)]
struct Column {
    best: [i32; TAGS],
    from: [u8; TAGS],
}

/// The names of a text, in order; none goes on over the end of a line. Tagged
/// twice, the second time knowing what the first made of every word.
pub fn tag(facts: &[Fact], tokens: &Tokens, evidence: &Evidence) -> Vec<Tagged> {
    let transitions = transitions();
    let mut scores = emissions::of(facts, tokens, evidence);
    let mut tags = best(facts, &scores, &transitions);
    if let Some(memory) = Memory::new(facts, &tags) {
        for (i, (fact, scores)) in facts.iter().zip(&mut scores).enumerate() {
            if !fact.plain {
                memory.each(facts, i, |f| model::add(f, scores));
            }
        }
        tags = best(facts, &scores, &transitions);
    }
    names(&tags)
}

/// The best row of tags.
fn best(facts: &[Fact], scores: &[Scores], transitions: &Transitions) -> Vec<u8> {
    let mut tags = vec![OUTSIDE as u8; facts.len()];
    let mut columns: Vec<Column> = Vec::new();
    for line in lines(facts) {
        columns.clear();
        for (fact, scores) in facts.iter().zip(scores).take(line.end).skip(line.start) {
            let before = columns.last().unwrap_or(&START);
            columns.push(if fact.plain {
                outside(before, transitions)
            } else {
                step(before, transitions, scores)
            });
        }
        trace(&columns, tags.get_mut(line).unwrap_or_default());
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

const START: Column = Column {
    best: {
        let mut best = [NEVER; TAGS];
        best[OUTSIDE] = 0;
        best
    },
    from: [0; TAGS],
};

type Transitions = [[i32; TAGS]; TAGS];

fn transitions() -> Transitions {
    let mut table = [[NEVER; TAGS]; TAGS];
    for (tag, row) in table.iter_mut().enumerate() {
        for (next, cell) in row.iter_mut().enumerate() {
            if model::may_follow(tag, next) {
                *cell = model::transition(tag, next);
            }
        }
    }
    table
}

fn best_of(scores: &[i32; TAGS]) -> (u8, i32) {
    let mut best = (0, scores[0]);
    for (tag, &score) in scores.iter().enumerate().skip(1) {
        if score > best.1 {
            best = (tag as u8, score);
        }
    }
    best
}

fn outside(before: &Column, transitions: &Transitions) -> Column {
    let mut column = START;
    (column.from[OUTSIDE], column.best[OUTSIDE]) = enter(before, transitions, OUTSIDE);
    column
}

fn enter(before: &Column, transitions: &Transitions, tag: usize) -> (u8, i32) {
    let mut best = (0, NEVER);
    for (from, row) in transitions.iter().enumerate() {
        let score = before.best[from] + row[tag];
        if score > best.1 {
            best = (from as u8, score);
        }
    }
    best
}

fn step(before: &Column, transitions: &Transitions, scores: &Scores) -> Column {
    let mut column = START;
    for tag in 0..TAGS {
        let (from, best) = enter(before, transitions, tag);
        column.from[tag] = from;
        column.best[tag] = (best + i32::from(scores[CHECK + tag])).max(NEVER);
    }
    column
}

fn trace(columns: &[Column], tags: &mut [u8]) {
    let mut tag = columns.last().map_or(0, |last| best_of(&last.best).0);
    for (column, seat) in columns.iter().zip(tags).rev() {
        *seat = tag;
        tag = column.from[usize::from(tag)];
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
