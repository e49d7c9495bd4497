//! Which reading of a site is the right one, if it reports: a linear model weighs
//! what links the cue with the content, and where the content begins.

use super::{
    proposal::{Proposal, Rule},
    site_view::{SiteView, look, middle},
};
use crate::analysis::ranker::{Collect, Ranker, bucket};
use smallvec::SmallVec;

/// The model that tells.
pub const MODEL: Ranker = Ranker::new(include_bytes!("../weights/read.bin"));

/// How far behind the best at first a reading may be to be heard on: of the right
/// ones of sites that report one in a thousand is farther, and of all others three
/// in four are.
const BEHIND: i32 = 37;

impl SiteView<'_, '_> {
    /// The features of one reading among the others.
    pub fn reading(&self, proposal: &Proposal, nth: usize, out: &mut impl Collect) {
        out.clear();
        self.of_rule(proposal.rule, self.governed(proposal), out);
        self.at_first(proposal, nth, out);
        self.of_proposal(proposal, out);
    }

    /// The best of the readings, and its lead over the next. What rests on the
    /// rule alone is summed once for all readings that it made, and what tells most
    /// first: unless `thorough`, those that it leaves far behind are heard no further.
    pub fn best(
        &self,
        proposals: &[Proposal],
        model: Ranker,
        thorough: bool,
    ) -> Option<(usize, i32)> {
        if proposals.len() == 1 {
            return Some((0, i32::MAX));
        }
        let mut of_rule = [None; Rule::COUNT * 2];
        let at_first = |(nth, proposal): (usize, &Proposal)| {
            let governed = self.governed(proposal);
            let scored = || model.sum(|out| self.of_rule(proposal.rule, governed, out));
            let at = proposal.rule as usize * 2 + usize::from(governed);
            let of_rule = match of_rule.get_mut(at) {
                Some(known) => *known.get_or_insert_with(scored),
                None => scored(),
            };
            of_rule + model.sum(|out| self.at_first(proposal, nth, out))
        };
        let first: SmallVec<[i32; 32]> = proposals.iter().enumerate().map(at_first).collect();
        let top = first.iter().max()?;
        let least = if thorough { i32::MIN } else { top - BEHIND };
        let (mut best, mut second) = (None, i32::MIN);
        let heard = proposals.iter().zip(first).enumerate();
        for (nth, (proposal, first)) in heard.filter(|(_, (_, first))| *first >= least) {
            let score = first + model.sum(|out| self.of_proposal(proposal, out));
            match best {
                Some((_, top)) if score <= top => second = second.max(score),
                _ => {
                    second = best.map_or(second, |(_, top)| top);
                    best = Some((nth, score));
                }
            }
        }
        best.map(|(nth, score)| (nth, score.saturating_sub(second)))
    }

    /// What rests on the rule alone, and on whether the verb governs so.
    fn of_rule(&self, rule: Rule, governed: bool, out: &mut impl Collect) {
        let rule = rule as u64;
        out.add(41, &[rule, self.cue]);
        out.add(39, &[rule, governed.into(), self.weight()]);
    }

    /// What tells most of where the content begins.
    fn at_first(&self, proposal: &Proposal, nth: usize, out: &mut impl Collect) {
        let (c, t) = (self.context, self.site.token);
        let (rule, start) = (proposal.rule as u64, proposal.start);
        let p = self.ahead.before(c, t, proposal.link);
        let clusters = c.word(start).clusters;
        let fine = clusters.map_or(0, |k| u64::from(k.fine) + 1);
        let named = c.mention(start).map_or(0, |m| {
            let (begins, ends) = (m.first == start, m.end == start + 1);
            (m.kind as u64 + 1) << 2 | u64::from(begins) << 1 | u64::from(ends)
        });
        out.add(49, &[rule, nth as u64]);
        let first = proposal.first();
        let at_start = u64::from(first == self.start);
        out.add(75, &[rule, at_start, look(c, first.wrapping_sub(1))]);
        out.add(76, &[rule, look(c, first), at_start]);
        out.add(80, &[p.flags.into(), named]);
        out.add(85, &[rule, fine]);
    }

    /// What rests on where the content begins, and on what links it to the cue.
    fn of_proposal(&self, proposal: &Proposal, out: &mut impl Collect) {
        let (c, t) = (self.context, self.site.token);
        let rule = proposal.rule as u64;
        let p = self.ahead.before(c, t, proposal.link);
        let distance = bucket(proposal.link.abs_diff(t));
        let (link, weight) = (look(c, proposal.link), self.weight());
        let governed = u64::from(self.governed(proposal));
        out.add(44, &[rule, link, weight, governed]);
        out.add(47, &[rule, p.flags.into()]);
        out.add(56, &[rule, c.word(proposal.link).hash, distance]);
        out.add(60, &[rule, look(c, proposal.link.wrapping_sub(1)), link]);
        let before = proposal.start.wrapping_sub(1);
        let definite = self.definite(proposal.start);
        out.add(51, &[rule, middle(c, proposal.start)]);
        out.add(52, &[rule, look(c, before)]);
        out.add(57, &[rule, definite, self.definite(before), weight]);
        out.add(58, &[rule, middle(c, before), definite]);
        self.across_rules(proposal, governed, out);
        self.quotation(proposal, out);
        self.known_end(proposal, out);
    }

    /// Where the content opens with a quotation: whether it ends with it, how long
    /// that is, and what stands behind the closing mark.
    fn quotation(&self, proposal: &Proposal, out: &mut impl Collect) {
        let c = self.context;
        let quote = match proposal.end {
            Some(end) => c.quote_closing(end).filter(|q| q.first() == proposal.start),
            None => c
                .quote_opening(proposal.start)
                .and_then(|q| c.quotes.get(q)),
        };
        let Some(quote) = quote.filter(|q| q.closed) else {
            return;
        };
        let closed = u64::from(proposal.end.is_some());
        let behind = quote.close + 1;
        let next = behind + usize::from(c.is_comma(behind));
        let comma = u64::from(next > behind);
        out.add(87, &[closed, comma, look(c, next), look(c, next + 1)]);
        out.add(88, &[closed, bucket(quote.len()), self.cue]);
        out.add(89, &[closed, comma, c.word(next).hash]);
    }

    /// What tells of a beginning under any rule.
    fn across_rules(&self, proposal: &Proposal, governed: u64, out: &mut impl Collect) {
        let (c, t) = (self.context, self.site.token);
        let (start, link) = (proposal.start, proposal.link);
        let p = self.ahead.before(c, t, link);
        let clusters = c.word(start).clusters;
        let fine = clusters.map_or(0, |k| u64::from(k.fine) + 1);
        let quote = c.is_mark(start) && c.quote_opening(start).is_some();
        let before = look(c, link.wrapping_sub(1));
        out.add(81, &[governed, bucket(link.abs_diff(t))]);
        out.add(82, &[before, p.words.min(8).into()]);
        out.add(83, &[self.definite(start), fine]);
        out.add(84, &[u64::from(quote), fine]);
    }
}
