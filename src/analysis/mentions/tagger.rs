//! The best row of tags for a text, and the names that it marks.

use super::{
    emissions,
    evidence::Evidence,
    facts::Fact,
    memory::Memory,
    model::{self, CHECK, OUTSIDE, Scores, TAGS},
    sums::{self, Sums},
};
use crate::analysis::{narrow::to_u8, tokens::Tokens, work};
use std::{ops::Range, sync::LazyLock};

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

/// The names of a text, in order; none goes on over the end of a line. Tagged
/// twice, the second time knowing what the first made of every word.
pub fn tag(facts: &[Fact], tokens: &Tokens, evidence: &Evidence) -> Vec<Tagged> {
    sums::with(|sums| {
        let mut scores = emissions::of(facts, tokens, evidence, sums);
        names(&tags(facts, &mut scores, sums))
    })
}

/// The best tags of all tokens, of which `scores` knows all that the first pass does.
fn tags(facts: &[Fact], scores: &mut [Scores], sums: &mut Sums) -> Vec<u8> {
    static MODEL: LazyLock<Model> = LazyLock::new(Model::new);
    let model = &*MODEL;
    let mut tags = vec![to_u8(OUTSIDE); facts.len()];
    let mut columns = Vec::new();
    let stretches = stretches(facts);
    for stretch in &stretches {
        model.tag(stretch, scores, &mut columns, &mut tags);
    }
    let Some(memory) = Memory::new(facts, &tags) else {
        return tags;
    };
    let recalled = memory.recalled(facts);
    for stretch in &stretches {
        if recall(stretch, facts, &recalled, scores, sums) {
            model.tag(stretch, scores, &mut columns, &mut tags);
        }
    }
    tags
}

/// Adds to the scores of a stretch what is recalled of its words and their
/// neighbours; tells whether anything is.
fn recall(
    stretch: &Stretch,
    facts: &[Fact],
    recalled: &[u64],
    scores: &mut [Scores],
    sums: &mut Sums,
) -> bool {
    let of = |at: usize| recalled.get(at).copied().unwrap_or(0);
    let mut any = false;
    let Range { start, end } = stretch.tokens;
    let mut around = [0, of(start.wrapping_sub(1)), of(start)];
    for token in start..end {
        around = [around[1], around[2], of(token + 1)];
        if around == [0; 3] {
            continue;
        }
        any = true;
        if let (Some(scores), Some(fact)) = (scores.get_mut(token), facts.get(token)) {
            model::join(scores, &sums.of_recalled(around, fact.classes.0));
        }
    }
    any
}

/// Tokens of a line between plain ones: plain ones are outside, so what is best
/// of such tokens rests on no others.
struct Stretch {
    tokens: Range<usize>,
    /// Whether a plain token follows on the line.
    goes_on: bool,
}

fn stretches(facts: &[Fact]) -> Vec<Stretch> {
    let mut found = Vec::new();
    let mut open: Option<usize> = None;
    for (at, fact) in facts.iter().enumerate() {
        if let Some(start) = open.filter(|_| fact.opens_line || fact.plain) {
            let (tokens, goes_on) = (start..at, !fact.opens_line);
            found.push(Stretch { tokens, goes_on });
            open = None;
        }
        if !fact.plain {
            open.get_or_insert(at);
        }
    }
    found.extend(open.map(|start| Stretch {
        tokens: start..facts.len(),
        goes_on: false,
    }));
    found
}

/// What tags say of each other.
struct Model {
    transitions: Transitions,
    /// For each tag the most that a row can gain by it over outside, but for
    /// what its own token says.
    most: Column,
}

impl Model {
    fn new() -> Self {
        let transitions = transitions();
        let stay = transitions[OUTSIDE][OUTSIDE];
        let mut most = [NEVER; LANES];
        for (tag, most) in most.iter_mut().enumerate().take(TAGS).skip(1) {
            let enter = transitions.iter().map(|row| at(row, tag)).max();
            let leave = transitions.get(tag).map_or(NEVER, |row| row[OUTSIDE]);
            let leave = leave.saturating_sub(stay).max(0);
            let enter = enter.unwrap_or(NEVER).saturating_sub(stay);
            *most = enter.saturating_add(leave);
        }
        Self { transitions, most }
    }

    /// Finds the best row of tags for a stretch.
    fn tag(
        &self,
        stretch: &Stretch,
        scores: &[Scores],
        columns: &mut Vec<Column>,
        tags: &mut [u8],
    ) {
        let scores = scores.get(stretch.tokens.clone()).unwrap_or_default();
        let tags = tags.get_mut(stretch.tokens.clone()).unwrap_or_default();
        if scores.iter().all(|scores| self.is_dull(scores)) {
            tags.fill(to_u8(OUTSIDE));
            return;
        }
        columns.clear();
        work::steps(tags.len());
        for scores in scores {
            let entered = match columns.last() {
                None => self.transitions[OUTSIDE],
                Some(before) => entered(before, &self.transitions),
            };
            columns.push(scored(entered, scores));
        }
        trace(columns, &self.transitions, stretch.goes_on, tags);
    }

    /// Whether no name can gain anything by a token that says this.
    #[inline]
    fn is_dull(&self, scores: &Scores) -> bool {
        let outside = scores[CHECK + OUTSIDE];
        let says = scores[CHECK..].iter().zip(&self.most);
        says.fold(true, |dull, (score, most)| {
            dull & (score.saturating_sub(outside).saturating_add(*most) < 0)
        })
    }
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

#[inline]
fn at(column: &Column, tag: usize) -> i16 {
    column.get(tag).copied().unwrap_or(NEVER)
}

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

/// Goes back from the best last tag, from which one `goes_on` to a plain token or
/// not; of equals the first stands.
fn trace(columns: &[Column], transitions: &Transitions, goes_on: bool, tags: &mut [u8]) {
    let first_best = |scores: [i16; TAGS]| {
        let best = scores.iter().copied().max().unwrap_or(NEVER);
        scores.iter().position(|s| *s == best).unwrap_or(OUTSIDE)
    };
    let mut next = goes_on.then_some(OUTSIDE);
    for (column, seat) in columns.iter().zip(tags).rev() {
        let step = |row: &Column| next.map_or(0, |next| at(row, next));
        let ways = column.iter().zip(transitions);
        let mut ways = ways.map(|(known, row)| known.saturating_add(step(row)));
        let tag = first_best(std::array::from_fn(|_| ways.next().unwrap_or(NEVER)));
        *seat = to_u8(tag);
        next = Some(tag);
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
