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

/// Tags filled up to what the processor takes at once.
const LANES: usize = 16;

/// For each tag something.
type Tags<T> = [T; LANES];

/// The best scores of one token's tags.
#[derive(Clone, Copy)]
struct Column {
    best: Tags<i32>,
    /// How many of its tags a row can have, from the first: one or all.
    alive: usize,
}

/// The names of a text, in order; none goes on over the end of a line. Tagged
/// twice, the second time knowing what the first made of every word.
pub fn tag(facts: &[Fact], tokens: &Tokens, evidence: &Evidence) -> Vec<Tagged> {
    let transitions = transitions();
    let mut scores = emissions::of(facts, tokens, evidence);
    let mut tags = best(facts, &scores, &transitions);
    if let Some(memory) = Memory::new(facts, &tags) {
        let mut list = Vec::new();
        for (i, (fact, scores)) in facts.iter().zip(&mut scores).enumerate() {
            if !fact.plain {
                list.clear();
                memory.each(facts, i, |f| list.push(f));
                model::add(&list, scores);
            }
        }
        tags = best(facts, &scores, &transitions);
    }
    names(&tags)
}

/// The best row of tags.
fn best(facts: &[Fact], scores: &[Scores], transitions: &Transitions) -> Vec<u8> {
    let mut tags = vec![OUTSIDE as u8; facts.len()];
    let mut from: Vec<Tags<u8>> = Vec::new();
    for line in lines(facts) {
        from.clear();
        let mut column = START;
        for (fact, scores) in facts.iter().zip(scores).take(line.end).skip(line.start) {
            let (next, before) = if fact.plain {
                outside(&column, transitions)
            } else {
                step(&column, transitions, scores)
            };
            column = next;
            from.push(before);
        }
        trace(&column, &from, tags.get_mut(line).unwrap_or_default());
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
        let mut best = [NEVER; LANES];
        best[OUTSIDE] = 0;
        best
    },
    alive: 1,
};

type Transitions = [Tags<i32>; TAGS];

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

fn best_of(scores: &Tags<i32>) -> u8 {
    let mut best = (0, scores[0]);
    for (tag, &score) in scores.iter().enumerate().take(TAGS).skip(1) {
        if score > best.1 {
            best = (tag as u8, score);
        }
    }
    best.0
}

/// The column of a token that is outside all names, and the tag before it.
fn outside(before: &Column, transitions: &Transitions) -> (Column, Tags<u8>) {
    let (mut column, mut from) = (START, [0; LANES]);
    column.best[OUTSIDE] = NEVER;
    for (tag, row) in transitions.iter().enumerate().take(before.alive) {
        let score = before.best[tag] + row[OUTSIDE];
        if score > column.best[OUTSIDE] {
            column.best[OUTSIDE] = score;
            from[OUTSIDE] = tag as u8;
        }
    }
    (column, from)
}

/// The column of any other token, and for each of its tags the tag before it.
#[inline]
fn step(before: &Column, transitions: &Transitions, scores: &Scores) -> (Column, Tags<u8>) {
    let (mut best, mut from) = ([NEVER; LANES], [0i32; LANES]);
    for (tag, row) in transitions.iter().enumerate().take(before.alive) {
        let known = before.best[tag];
        for next in 0..LANES {
            let score = known + row[next];
            let better = score > best[next];
            best[next] = if better { score } else { best[next] };
            from[next] = if better { tag as i32 } else { from[next] };
        }
    }
    for tag in 0..TAGS {
        best[tag] = (best[tag] + i32::from(scores[CHECK + tag])).max(NEVER);
    }
    let column = Column { best, alive: TAGS };
    (column, from.map(|tag| tag as u8))
}

fn trace(last: &Column, from: &[Tags<u8>], tags: &mut [u8]) {
    let mut tag = best_of(&last.best);
    for (before, seat) in from.iter().zip(tags).rev() {
        *seat = tag;
        tag = before.get(usize::from(tag)).copied().unwrap_or_default();
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
