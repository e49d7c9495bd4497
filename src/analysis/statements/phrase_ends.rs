//! Where the phrases of an article end that may name who spoke: rules, and sites that stand near
//! one another, ask for those that begin at the same words, which are found once an article.

use std::cell::Cell;

use super::{
    aside, juncture,
    phrases::{begins, finishes, opens_clause, parts, parts_marks, says, stops},
    sources::{LONGEST, Sources},
};
use crate::analysis::{context::Context, cues::Shape, narrow::to_u32, work};

/// A phrase of so few tokens may end before any word.
const SHORT: usize = 8;

/// Where the phrases end that begin at one token, as far as they were asked for: one bit for each
/// length. It rests on the article alone, which keeps them for all that ask.
#[derive(Clone, Copy, Debug, Default)]
pub struct Ends {
    /// How many tokens were looked through.
    reached: u8,
    /// Whether none goes on past them.
    parted: bool,
    /// Those at which one may end.
    all: u64,
    /// Those of them at which it may end wherever the cue stands.
    stops: u64,
}

/// Gives the phrases that begin at `first` and end before `limit`, or with it.
pub fn ends(context: &Context, first: usize, limit: usize, found: &mut Sources) {
    let ends = Ends::up_to(context, first, limit);
    let last = limit.saturating_sub(first);
    let mut fit =
        ends.all & up_to(last) & (ends.stops | 1_u64.checked_shl(to_u32(last)).unwrap_or(0));
    while fit != 0 {
        found.push((first, first + fit.trailing_zeros() as usize));
        fit &= fit - 1;
    }
}

/// The end of the longest phrase that begins at `first` and ends before `limit`, or with it.
pub fn longest(context: &Context, first: usize, limit: usize) -> Option<usize> {
    let ends = Ends::up_to(context, first, limit);
    let within = ends.all & up_to(limit.saturating_sub(first));
    let length = within.checked_ilog2()?;
    Some(first + length as usize)
}

/// The bits of all lengths up to that.
fn up_to(length: usize) -> u64 {
    let bits = u64::BITS as usize;
    u64::MAX >> (bits - 1).saturating_sub(length)
}

impl Ends {
    /// Those of the phrases that begin at a token, of all that end up to `limit` at least.
    fn up_to(context: &Context, first: usize, limit: usize) -> Self {
        let kept = context.phrase_ends.get(first);
        let mut ends = kept.map(Cell::get).unwrap_or_default();
        let length = limit.saturating_sub(first).min(LONGEST);
        if !ends.parted && (ends.reached as usize) < length {
            ends.reach(context, first, length);
            if let Some(kept) = kept {
                kept.set(ends);
            }
        }
        ends
    }

    fn reach(&mut self, context: &Context, first: usize, length: usize) {
        self.parted |= !begins(context, first);
        while !self.parted && (self.reached as usize) < length {
            work::step();
            let last = first + self.reached as usize;
            if parts_at(context, first, last) {
                self.parted = true;
                return;
            }
            self.reached += 1;
            let end = last + 1;
            let inside_name = context
                .mention(last)
                .is_some_and(|m| m.end > end && m.first < end);
            if inside_name || !finishes(context, last) || parts_marks(context, first, end) {
                continue;
            }
            let bit = 1 << self.reached;
            self.all |= bit;
            if end - first <= SHORT || stops(context, end) {
                self.stops |= bit;
            }
        }
    }
}

/// Whether no phrase that begins at `first` goes on over a token.
fn parts_at(context: &Context, first: usize, token: usize) -> bool {
    if parts(context, token) && context.quote_of(token) == context.quote_of(first) {
        return true;
    }
    // No phrase leaves the quotation in which it begins.
    let leaves = context.quote_closing(token).is_some_and(|q| q.open < first);
    // اكتفى المصدر بالإشارة إلى.
    let with = || {
        let masdar = context
            .word(token)
            .cue
            .is_some_and(|cue| cue.entry.shape == Shape::Masdar && cue.preposition);
        masdar && context.key(token).starts_with("بال")
    };
    let aside = leaves
        || token > first && with()
        || token > first && opens_clause(context, token)
        || token > first && aside::opens(context, first, token)
        || context.is_comma(token) && aside::leaves_apposition(context, token + 1);
    aside || juncture::is_at(context, first, token) || says(context, first, token)
}
