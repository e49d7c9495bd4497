//! What stands between a cue and the link to its content, which all readings of a
//! site are asked for.

use crate::analysis::{
    context::{Context, Holds, Mark},
    work,
};

/// How many tokens between a cue and the link to its content are looked at.
const BETWEEN: usize = 60;

/// What stands between a cue and the link to its content.
#[derive(Clone, Copy, Default)]
pub(super) struct Passed {
    /// A comma, a cue, a relative, a complementizer, a negation, a quotation:
    /// one bit each.
    pub(super) flags: u8,
    /// How many words.
    pub(super) words: u8,
}

impl Passed {
    fn between(context: &Context, from: usize, to: usize) -> Self {
        (from..to.min(from + BETWEEN)).fold(Self::default(), |p, token| p.and(context, token))
    }

    /// With one token more.
    #[inline]
    fn and(self, context: &Context, token: usize) -> Self {
        work::step();
        let word = context.word(token);
        let quote = word.mark == Mark::Other && context.quote_opening(token).is_some();
        let is_word = word.holds.intersects(Holds::WORD);
        Self {
            flags: self.flags | word.between | u8::from(quote) << 5,
            words: self.words + u8::from(is_word),
        }
    }
}

/// What stands after a cue up to each of the tokens behind it, gathered in one
/// walk for all readings of the site.
pub(super) struct Ahead {
    passed: [Passed; BETWEEN + 1],
    len: usize,
}

impl Ahead {
    pub(super) fn new(context: &Context, cue: usize, end: usize) -> Self {
        let mut passed = [Passed::default(); BETWEEN + 1];
        let len = end.saturating_sub(cue + 1).min(BETWEEN);
        let mut all = Passed::default();
        for (token, seat) in (cue + 1..).zip(passed.iter_mut().skip(1).take(len)) {
            all = all.and(context, token);
            *seat = all;
        }
        Self { passed, len }
    }

    pub(super) fn before(&self, context: &Context, cue: usize, link: usize) -> Passed {
        let between = link.saturating_sub(cue + 1).min(BETWEEN);
        let known = self.passed.get(between).filter(|_| between <= self.len);
        match known {
            _ if link <= cue => Passed::between(context, link, cue),
            Some(passed) => *passed,
            None => Passed::between(context, cue + 1, link),
        }
    }
}
