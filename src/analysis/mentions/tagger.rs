//! The best row of tags for a text, and the names that it marks.

use super::{
    emissions::{self, Emissions},
    evidence::Evidence,
    facts::Fact,
    memory::Memory,
    model::{self, CHECK, OUTSIDE, ROW, Scores, TAGS, TYPES},
    rests::Rests,
    sums::{self, Sums},
};
use crate::analysis::{lexicon::Words, narrow::to_u8, tokens::Tokens, work};
use std::{hint, ops::Range, sync::LazyLock};

/// A name: its first token, the token after its last, its type among
/// [`model::TYPES`].
pub type Tagged = (usize, usize, usize);

/// For each tag, where [`Scores`] have it, the score of the best row up to a token
/// that ends with it, above that of the best one that ends outside: so they stay
/// small, and far behind is as good as never. What stands before the tags says
/// nothing, and is never asked for.
type Column = Scores;

const NEVER: i16 = i16::MIN;

/// The names of a text, in order; none goes on over the end of a line. Tagged
/// twice, the second time knowing what the first made of every word.
pub fn tag(facts: &[Fact], tokens: &Tokens, words: &Words, evidence: &Evidence) -> Vec<Tagged> {
    sums::with(|sums| {
        let emissions = emissions::of(facts, (tokens, words), evidence, sums);
        names(&tags(facts, &evidence.rests, emissions, sums))
    })
}

/// How far behind "outside" the words around it may leave each tag of a token, by its
/// type as it begins and goes on, before it is given up: of 31,000 names' tokens
/// one in a thousand lies farther behind, and half of all other tokens do.
const BEHIND: [[i16; 2]; TYPES.len()] = [
    [-200, -122],
    [-204, -163],
    [-160, -135],
    [-110, -60],
    [-187, -133],
    [-165, -119],
];

/// Whether a token of which the words around it alone say this may be part of a name,
/// the one before it being tried too or not.
#[inline]
pub fn may_be_named(scores: &Scores, before: bool) -> bool {
    let outside = scores[CHECK + OUTSIDE];
    let may = |least: &Column| {
        let says = scores.iter().zip(least);
        let far = says.map(|(score, least)| score.saturating_sub(outside) >= *least);
        far.fold(false, |any, far| any | far)
    };
    may(&LEAST[0]) || before && may(&LEAST[1])
}

/// What tags that begin a name must have over "outside", and those that go on with it.
#[expect(
    clippy::indexing_slicing,
    reason = "reckoned when the program is built"
)]
const LEAST: [Column; 2] = {
    let mut least = [[i16::MAX; ROW]; 2];
    let mut kind = 0;
    while kind < TYPES.len() {
        least[0][CHECK + model::begin(kind)] = BEHIND[kind][0];
        least[1][CHECK + model::begin(kind) + 1] = BEHIND[kind][1];
        kind += 1;
    }
    least
};

static MODEL: LazyLock<Model> = LazyLock::new(Model::new);

/// The best tags of all tokens, of which `emissions` know all that the first pass does.
fn tags(facts: &[Fact], rests: &Rests, emissions: Emissions, sums: &mut Sums) -> Vec<u8> {
    let Emissions { mut scores, tried } = emissions;
    let scores = scores.as_mut_slice();
    let model = &*MODEL;
    let mut tags = vec![to_u8(OUTSIDE); facts.len()];
    let mut columns = Vec::with_capacity(64);
    let stretches = stretches(facts, &tried);
    for stretch in &stretches {
        model.tag(stretch, scores, &mut columns, &mut tags);
    }
    let Some(memory) = Memory::new(facts, &tags, rests) else {
        return tags;
    };
    for stretch in &stretches {
        if recall(stretch, facts, memory.recalled(), scores, sums) {
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

/// Tokens of a line between such that are not tried: those are outside, so what is
/// best of such tokens rests on no others.
struct Stretch {
    tokens: Range<usize>,
    /// Whether a token that is not tried follows on the line.
    goes_on: bool,
}

fn stretches(facts: &[Fact], tried: &[bool]) -> Vec<Stretch> {
    let mut found = Vec::with_capacity(facts.len() / 4);
    let mut open: Option<usize> = None;
    for (at, (fact, tried)) in facts.iter().zip(tried).enumerate() {
        if let Some(start) = open.filter(|_| fact.opens_line || !tried) {
            let (tokens, goes_on) = (start..at, !fact.opens_line);
            found.push(Stretch { tokens, goes_on });
            open = None;
        }
        if *tried {
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
    /// For each tag how well it goes on to others.
    from: Transitions,
    /// For each tag how well others go on to it.
    to: Transitions,
    /// For each tag the most that a row can gain by it over outside, but for
    /// what its own token says.
    most: Column,
}

impl Model {
    fn new() -> Self {
        let from = transitions(|tag, next| (tag, next));
        let stay = at(&from[OUTSIDE], OUTSIDE);
        let mut most = [NEVER; ROW];
        for (tag, most) in most.iter_mut().skip(CHECK).enumerate().skip(1) {
            let enter = from.iter().map(|row| at(row, tag)).max();
            let leave = from.get(tag).map_or(NEVER, |row| at(row, OUTSIDE));
            let leave = leave.saturating_sub(stay).max(0);
            let enter = enter.unwrap_or(NEVER).saturating_sub(stay);
            *most = enter.saturating_add(leave);
        }
        Self {
            from,
            to: transitions(|next, tag| (tag, next)),
            most,
        }
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
                None => self.from[OUTSIDE],
                Some(before) => entered(before, &self.from),
            };
            columns.push(scored(entered, scores));
        }
        self.trace(columns, stretch.goes_on, tags);
    }

    /// Whether no name can gain anything by a token that says this.
    #[inline]
    fn is_dull(&self, scores: &Scores) -> bool {
        let outside = scores[CHECK + OUTSIDE];
        let says = scores.iter().zip(&self.most);
        let gains = says.map(|(score, most)| score.saturating_sub(outside).saturating_add(*most));
        gains.fold(NEVER, i16::max) < 0
    }

    /// Goes back from the best last tag, from which one `goes_on` to a plain token or
    /// not; of equals the first stands.
    fn trace(&self, columns: &[Column], goes_on: bool, tags: &mut [u8]) {
        let mut to = if goes_on {
            &self.to[OUTSIDE]
        } else {
            &ANYWHERE
        };
        for (column, seat) in columns.iter().zip(tags).rev() {
            let mut ways = *column;
            for (way, step) in ways.iter_mut().zip(to) {
                *way = way.saturating_add(*step);
            }
            // Nor may they be taken apart to be looked through.
            let ways = hint::black_box(ways);
            let best = ways.iter().copied().fold(NEVER, i16::max);
            let tag = ways[CHECK..].iter().position(|way| *way == best);
            let tag = tag.unwrap_or(OUTSIDE);
            *seat = to_u8(tag);
            to = self.to.get(tag).unwrap_or(&ANYWHERE);
        }
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

/// The end of a line, which all tags go on to alike.
#[expect(
    clippy::indexing_slicing,
    reason = "reckoned when the program is built"
)]
const ANYWHERE: Column = {
    let mut column = [0; ROW];
    let mut before = 0;
    while before < CHECK {
        column[before] = NEVER;
        before += 1;
    }
    column
};

#[inline]
fn at(column: &Column, tag: usize) -> i16 {
    column.get(CHECK + tag).copied().unwrap_or(NEVER)
}

/// For each two tags what the model says of the one after the other that `pair`
/// makes of them.
fn transitions(pair: impl Fn(usize, usize) -> (usize, usize)) -> Transitions {
    let mut table = [[NEVER; ROW]; TAGS];
    for (one, row) in table.iter_mut().enumerate() {
        for (other, cell) in row.iter_mut().skip(CHECK).enumerate() {
            let (tag, next) = pair(one, other);
            if model::may_follow(tag, next) {
                *cell = model::transition(tag, next);
            }
        }
    }
    table
}

/// The scores of the tags after a column, before the token itself is heard.
#[inline]
fn entered(before: &Column, from: &Transitions) -> Column {
    let mut column = [NEVER; ROW];
    for (known, row) in before[CHECK..].iter().zip(from) {
        for (best, step) in column.iter_mut().zip(row) {
            *best = known.saturating_add(*step).max(*best);
        }
    }
    column
}

/// With what the token itself says.
#[inline]
fn scored(mut column: Column, scores: &Scores) -> Column {
    for (best, score) in column.iter_mut().zip(scores) {
        *best = best.saturating_add(*score);
    }
    // Were it known that this is what it is taken from, all else would be taken apart.
    let outside = hint::black_box(column[CHECK + OUTSIDE]);
    column.map(|best| best.saturating_sub(outside))
}

/// The names that a row of tags marks.
pub fn names(tags: &[u8]) -> Vec<Tagged> {
    let mut found: Vec<Tagged> = Vec::with_capacity(tags.len() / 8);
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
