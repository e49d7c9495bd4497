//! What a possible end of a content is judged by: what stands on both sides of
//! it, what the content would hold, whether a report of its own goes on behind.

use super::{
    ends::limit,
    proposal::Proposal,
    site::{Site, SiteKind},
};
use crate::analysis::{
    context::{Context, Mark},
    cues::{Shape, Weight},
    grammar::Class,
    ranker::{Collect, bucket},
    work,
};

/// The content of one reading, whose end is looked for.
pub struct EndView<'c, 'd> {
    context: &'c Context<'d>,
    proposal: &'c Proposal,
    cue: u64,
    shape: u64,
    limit: usize,
}

/// What stands at one end.
struct At {
    /// The first token behind it and the punctuation that is left out.
    next: usize,
    /// The last of that punctuation.
    mark: u64,
    /// What the next token looks like.
    here: u64,
    /// Whether nothing more could belong to the content.
    limit: u64,
}

#[inline]
fn look(context: &Context, token: usize) -> u64 {
    context.word(token).at_end.into()
}

impl<'c, 'd> EndView<'c, 'd> {
    /// Looks at one reading of one site.
    pub fn new(context: &'c Context<'d>, site: &Site, proposal: &'c Proposal) -> Self {
        let (cue, shape) = match &site.kind {
            SiteKind::Cue(c) => (u64::from(c.entry.verb), c.entry.shape as u64),
            SiteKind::Attribution(_) => (0x8000, 20),
            SiteKind::Colon => (0x8001, 21),
            SiteKind::Quotation(_) => (0x8002, 22),
            SiteKind::Answer(_) => (0x8003, 23),
        };
        Self {
            context,
            proposal,
            cue,
            shape,
            limit: limit(context, proposal),
        }
    }

    /// The features of ending before `end`. `reports` tells whether the cue at
    /// a token was found to report; `held` goes on from a nearer end.
    pub fn features(
        &self,
        end: usize,
        reports: &dyn Fn(usize) -> bool,
        held: &mut Held,
        out: &mut impl Collect,
    ) {
        held.reach(self.context, self.proposal.start, end, reports);
        let at = self.at(end);
        out.clear();
        self.next_cue(&at, end, reports, out);
        self.around(&at, end, out);
        self.content(&at, end, held, out);
        self.behind(&at, held, reports, out);
    }

    fn at(&self, end: usize) -> At {
        let c = self.context;
        let (mut next, mut mark) = (end, 0);
        while next < self.limit && c.word(next).mark.is_left_out() {
            mark = c.word(next).hash & 0xfff;
            next += 1;
        }
        let limit = next >= self.limit;
        At {
            next,
            mark,
            here: if limit { 0xffff } else { look(c, next) },
            limit: limit.into(),
        }
    }

    /// The cue that stands behind the end, if one does.
    fn next_cue(
        &self,
        at: &At,
        end: usize,
        reports: &dyn Fn(usize) -> bool,
        out: &mut impl Collect,
    ) {
        let word = self.context.word(at.next);
        let reported = word.cue.is_some() && at.next < self.limit && reports(at.next);
        let reported = u64::from(reported);
        let (shape, weight, waw) = word.cue.map_or((0xff, 0xff, 0), |w| {
            let entry = &w.entry;
            (entry.shape as u64, entry.weight as u64, u64::from(w.waw))
        });
        let length = bucket(end - self.proposal.start);
        out.add(103, &[shape, reported, at.mark, waw]);
        out.add(104, &[shape, reported, weight, self.shape, waw]);
        out.add(112, &[at.mark, length, reported]);
    }

    /// The words on both sides of the end.
    fn around(&self, at: &At, end: usize, out: &mut impl Collect) {
        let (c, next) = (self.context, at.next);
        let middle = |token: usize| {
            let clusters = c.word(token).clusters;
            clusters.map_or(0, |k| u64::from(k.middle) + 1)
        };
        let (last, before) = (look(c, end.wrapping_sub(1)), look(c, end.wrapping_sub(2)));
        out.add(101, &[at.here, at.mark]);
        out.add(105, &[at.here, look(c, next + 1)]);
        out.add(108, &[at.here, last]);
        out.add(110, &[c.word(next).hash, c.word(next + 1).hash]);
        out.add(111, &[self.cue, at.here, at.mark]);
        out.add(126, &[before, last, at.here]);
        out.add(127, &[middle(next), middle(next + 1)]);
        out.add(130, &[at.mark, look(c, next + 2)]);
    }

    /// What the content would hold.
    fn content(&self, at: &At, end: usize, held: &Held, out: &mut impl Collect) {
        let c = self.context;
        let (between, commas) = (held.between(), held.commas.min(4));
        let length = bucket(end - self.proposal.start);
        let word = c.word(at.next);
        let reported = u64::from(word.cue.is_some_and(|w| w.waw));
        out.add(106, &[length, at.limit, self.proposal.rule as u64]);
        out.add(115, &[between, length]);
        out.add(134, &[between, at.mark]);
        out.add(135, &[between, at.here]);
        out.add(136, &[between, look(c, end.wrapping_sub(1))]);
        out.add(137, &[between, look(c, at.next + 2)]);
        out.add(138, &[between, reported]);
        out.add(140, &[at.mark, commas]);
    }

    /// What goes on behind the end: a clause, a quotation, a report of its own.
    fn behind(
        &self,
        at: &At,
        held: &Held,
        reports: &dyn Fn(usize) -> bool,
        out: &mut impl Collect,
    ) {
        let (c, next, rule) = (self.context, at.next, self.proposal.rule as u64);
        let clause = (next + 1..(next + 8).min(self.limit))
            .any(|t| c.class(t).is_some_and(Class::complementizer));
        let clause = u64::from(clause);
        let quote = u64::from(c.is_mark(next) && c.quote_opening(next).is_some());
        out.add(116, &[at.here, clause, at.mark]);
        out.add(118, &[quote, rule, at.mark, at.limit]);
        let follows = self.report_follows(next, reports);
        out.add(122, &[follows, at.here, at.limit]);
        out.add(142, &[held.between(), quote]);
    }

    /// Whether a report of its own follows at once, after من جانبه, كما, حيث: how
    /// far its cue stands, and whether a complementizer or a colon follows that.
    fn report_follows(&self, next: usize, reports: &dyn Fn(usize) -> bool) -> u64 {
        let c = self.context;
        let cue = (next..(next + 5).min(self.limit)).find(|t| c.word(*t).says() && reports(*t));
        let Some(cue) = cue else { return 0 };
        let content = (cue + 1..(cue + 14).min(self.limit)).any(|t| {
            c.class(t).is_some_and(Class::complementizer) || c.word(t).mark == Mark::Colon
        });
        1 + (cue - next) as u64 * 2 + u64::from(content)
    }
}

/// What a content holds up to one end, gathered from end to end.
#[derive(Clone, Copy, Debug, Default)]
pub struct Held {
    /// The last end, and how many tokens were taken up to it.
    end: usize,
    taken: usize,
    /// Reporting cues, one in the participle as four; sentence ends.
    cues: u64,
    stops: u64,
    commas: u64,
}

impl Held {
    /// How many tokens are looked at for cues, and for brackets.
    const CUES: usize = 200;
    const BRACKETS: usize = 300;

    fn reach(
        &mut self,
        context: &Context,
        start: usize,
        end: usize,
        reports: &dyn Fn(usize) -> bool,
    ) {
        if self.taken == 0 || end < self.end {
            *self = Self::default();
        }
        self.end = end;
        while start + self.taken < end && self.taken < Self::BRACKETS {
            self.take(context, start + self.taken, reports);
            self.taken += 1;
        }
    }

    fn take(&mut self, context: &Context, token: usize, reports: &dyn Fn(usize) -> bool) {
        work::step();
        let word = context.word(token);
        self.commas += u64::from(word.mark == Mark::Comma);
        if self.taken == 0 || self.taken >= Self::CUES {
            return;
        }
        self.stops += u64::from(word.mark == Mark::Stop);
        let Some(cue) = word.cue.map(|w| w.entry) else {
            return;
        };
        if cue.shape != Shape::Masdar && cue.weight != Weight::Act && reports(token) {
            self.cues += if cue.shape == Shape::Participle { 4 } else { 1 };
        }
    }

    /// How many reporting cues and sentence ends the content would hold.
    fn between(&self) -> u64 {
        self.cues.min(9) | self.stops.min(3) << 8
    }
}
