//! Choosing: which reading of a site is the right one if it reports, and
//! whether it does. The rules propose; a linear model weighs what stands around
//! the cue, between cue and content, and where the content begins; a second one
//! sets the best reading against none.

use super::{
    ahead::Ahead,
    proposal::{Proposal, Rule},
    rules::{label, preposition},
    site::{Site, SiteKind},
};
use crate::analysis::{
    context::Context,
    cues::{CueWord, Government, Weight},
    grammar::Class,
    looks,
    ranker::{Collect, Ranker, bucket},
};

/// The model that tells whether a site reports.
pub const CHOOSE: Ranker = Ranker::new(include_bytes!("../weights/choose.bin"));

/// The model that tells which reading of a site that reports is the right one.
pub const READ: Ranker = Ranker::new(include_bytes!("../weights/read.bin"));

/// What all readings of one site share.
pub struct SiteView<'c, 'd> {
    context: &'c Context<'d>,
    site: Site,
    cue: u64,
    shape: u64,
    start: usize,
    end: usize,
    enclosing: u64,
    ahead: Ahead,
}

fn middle(context: &Context, token: usize) -> u64 {
    context
        .word(token)
        .clusters
        .map_or(0xfff, |c| u64::from(c.middle))
}

#[inline]
fn look(context: &Context, token: usize) -> u64 {
    context.look(token).at_site.into()
}

fn shape(cue: &CueWord) -> u64 {
    cue.entry.shape as u64
        | u64::from(cue.waw || cue.fa) << 4
        | u64::from(cue.preposition) << 5
        | u64::from(cue.entry.pronoun) << 6
}

impl<'c, 'd> SiteView<'c, 'd> {
    /// Looks at what stands around a site.
    pub fn new(context: &'c Context<'d>, site: Site) -> Self {
        let (_, end) = context.sentence(site.token);
        Self::up_to(context, site, end)
    }

    /// The same for readings of which none is linked to the cue by a later token.
    pub fn of(context: &'c Context<'d>, site: Site, proposals: &[Proposal]) -> Self {
        let farthest = proposals.iter().map(|proposal| proposal.link).max();
        Self::up_to(context, site, farthest.unwrap_or(0))
    }

    fn up_to(context: &'c Context<'d>, site: Site, farthest: usize) -> Self {
        let (start, end) = context.sentence(site.token);
        let (cue, shape) = match &site.kind {
            SiteKind::Cue(cue) => (u64::from(cue.entry.verb), shape(cue)),
            SiteKind::Attribution(_) => (0x8000 + (context.word(site.token).hash & 0xfff), 0x80),
            SiteKind::Colon => (0x9000, 0x81),
            SiteKind::Quotation(_) => (0x9001, 0x82),
            SiteKind::Answer(_) => (0x9002, 0x83),
        };
        let enclosing = enclosing(context, site.token, start);
        Self {
            context,
            site,
            cue,
            shape,
            start,
            end,
            enclosing,
            ahead: Ahead::new(context, site.token, farthest.min(end)),
        }
    }

    /// The features of taking the site for no statement.
    pub fn none(&self, proposals: &[Proposal], out: &mut impl Collect) {
        let (c, t) = (self.context, self.site.token);
        out.clear();
        out.add(0, &[]);
        out.add(1, &[self.cue]);
        out.add(2, &[self.cue, self.shape]);
        out.add(3, &[self.shape]);
        out.add(4, &[self.shape, look(c, t.wrapping_sub(1))]);
        out.add(5, &[self.shape, look(c, t + 1)]);
        out.add(6, &[self.cue, look(c, t + 1)]);
        out.add(7, &[self.cue, look(c, t.wrapping_sub(1))]);
        out.add(8, &[middle(c, t)]);
        out.add(9, &[c.word(t).clusters.map_or(0, |k| u64::from(k.fine))]);
        out.add(10, &[c.word(t + 1).hash, self.cue]);
        out.add(11, &[c.word(t.wrapping_sub(1)).hash, self.shape]);
        out.add(12, &[self.shape, self.enclosing]);
        out.add(
            13,
            &[
                self.shape,
                self.weight(),
                u64::from(c.quote_of(t).is_some()),
            ],
        );
        out.add(
            14,
            &[
                self.shape,
                u64::from(t == self.start),
                u64::from(c.in_headline(t)),
            ],
        );
        out.add(15, &[self.shape, proposals.len().min(6) as u64]);
        out.add(
            16,
            &[
                self.weight(),
                self.shape,
                look(c, t.wrapping_sub(1)),
                u64::from(self.clause_within(proposals, 12)),
            ],
        );
        out.add(17, &[middle(c, t + 1), self.weight(), self.shape]);
        out.add(18, &[self.cue, u64::from(self.clause_within(proposals, 8))]);
        out.add(19, &[self.government(), self.shape]);
        let named = |mention| u64::from(looks::named(&c.tokens, t, mention)) + 1;
        let named = c.mention(t).map_or(0, named);
        out.add(35, &[named, self.shape]);
        out.add(36, &[named, self.cue]);
        out.add(31, &[self.attributed(), self.shape]);
        out.add(32, &[self.attributed(), self.weight()]);
        out.add(30, &[self.government(), self.weight(), look(c, t + 1)]);
        if matches!(self.site.kind, SiteKind::Colon | SiteKind::Quotation(_)) {
            self.mark_features(out);
        }
    }

    /// Whether the verb stands in a phrase of attribution (وفقا لما نقلته، كما
    /// ذكر): what opens it, and whether a comma stands before.
    fn attributed(&self) -> u64 {
        let (c, t) = (self.context, self.site.token);
        let before = t.wrapping_sub(1);
        let opening = match c.class(before) {
            Some(Class::What) => before.wrapping_sub(1),
            _ => before,
        };
        let Some(attribution) = c.word(opening).attribution else {
            return 0;
        };
        1 + attribution as u64 * 4
            + u64::from(opening < before) * 2
            + u64::from(c.is_mark(opening.wrapping_sub(1)))
    }

    /// For colons and lone quotations: how long what stands on each side is.
    fn mark_features(&self, out: &mut impl Collect) {
        let (c, t) = (self.context, self.site.token);
        let (first, last) = c.paragraph_around(t);
        out.add(20, &[self.cue, bucket(t - first)]);
        out.add(21, &[self.cue, bucket(last - t)]);
        out.add(
            22,
            &[self.cue, u64::from(c.in_headline(t)), bucket(t - first)],
        );
        out.add(23, &[self.cue, look(c, first), middle(c, first)]);
        out.add(
            24,
            &[
                self.cue,
                look(c, t.wrapping_sub(1)),
                middle(c, t.wrapping_sub(1)),
            ],
        );
        out.add(25, &[self.cue, c.word(first).hash]);
        let named = label::named(c, t).map_or(0, |kind| kind as u64 + 1);
        let own_words = u64::from(label::first_person(c, t));
        out.add(33, &[self.cue, named, u64::from(c.in_headline(t))]);
        out.add(34, &[self.cue, named, own_words]);
        let verbs = (first..t).filter(|i| c.word(*i).cue.is_some()).count();
        out.add(26, &[self.cue, verbs.min(3) as u64]);
        if let SiteKind::Quotation(q) = self.site.kind
            && let Some(q) = c.quotes.get(q)
        {
            out.add(27, &[bucket(q.len()), u64::from(q.closed)]);
            out.add(28, &[look(c, q.close + q.width), bucket(q.len())]);
            let cue_after = (q.close..q.close + 5).any(|i| c.word(i).cue.is_some());
            out.add(29, &[u64::from(cue_after)]);
        }
    }

    /// The features of one reading.
    pub fn reading(&self, proposal: &Proposal, nth: usize, out: &mut impl Collect) {
        out.clear();
        self.of_rule(proposal.rule, out);
        self.of_proposal(proposal, nth, out);
    }

    /// The best of the readings, and its lead over the next. What rests on the
    /// rule alone is summed once for all readings that it made.
    pub fn best(&self, proposals: &[Proposal], model: Ranker) -> Option<(usize, i32)> {
        if proposals.len() == 1 {
            return Some((0, i32::MAX));
        }
        let mut of_rule = [None; Rule::COUNT];
        let (mut best, mut second) = (None, i32::MIN);
        for (nth, proposal) in proposals.iter().enumerate() {
            let scored = || model.sum(|out| self.of_rule(proposal.rule, out));
            let of_rule = match of_rule.get_mut(proposal.rule as usize) {
                Some(known) => *known.get_or_insert_with(scored),
                None => scored(),
            };
            let score = of_rule + model.sum(|out| self.of_proposal(proposal, nth, out));
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

    /// What rests on the rule alone.
    fn of_rule(&self, rule: Rule, out: &mut impl Collect) {
        let (c, t) = (self.context, self.site.token);
        let rule = rule as u64;
        out.add(40, &[rule]);
        out.add(41, &[rule, self.cue]);
        out.add(42, &[rule, self.cue, self.shape]);
        out.add(43, &[rule, self.shape, self.weight()]);
        out.add(54, &[rule, look(c, t.wrapping_sub(1)), self.shape]);
        out.add(55, &[rule, self.shape, self.enclosing]);
    }

    /// What rests on where the content begins, and on what links it to the cue.
    fn of_proposal(&self, proposal: &Proposal, nth: usize, out: &mut impl Collect) {
        let (c, t) = (self.context, self.site.token);
        let rule = proposal.rule as u64;
        let p = self.ahead.before(c, t, proposal.link);
        let distance = bucket(proposal.link.abs_diff(t));
        let (link, weight) = (look(c, proposal.link), self.weight());
        let governed = u64::from(self.governed(proposal));
        out.add(39, &[rule, governed, weight]);
        out.add(38, &[rule, self.government(), link]);
        out.add(44, &[rule, link, weight, governed]);
        out.add(45, &[rule, link, self.cue]);
        out.add(46, &[rule, distance, self.shape]);
        out.add(47, &[rule, p.flags.into()]);
        out.add(48, &[rule, p.flags.into(), distance]);
        out.add(49, &[rule, nth as u64]);
        out.add(53, &[rule, look(c, t + 1), distance]);
        out.add(56, &[rule, c.word(proposal.link).hash, distance]);
        out.add(59, &[rule, p.words.min(8).into(), self.shape]);
        out.add(60, &[rule, look(c, proposal.link.wrapping_sub(1)), link]);
        self.beginning(proposal, out);
        self.extent(proposal, out);
    }

    /// What stands where the content begins.
    fn beginning(&self, proposal: &Proposal, out: &mut impl Collect) {
        let (c, rule) = (self.context, proposal.rule as u64);
        let (start, before) = (proposal.start, proposal.start.wrapping_sub(1));
        let definite = self.definite(start);
        out.add(50, &[rule, look(c, start), look(c, start + 1)]);
        out.add(51, &[rule, middle(c, start)]);
        out.add(52, &[rule, look(c, before)]);
        out.add(57, &[rule, definite, self.definite(before), self.weight()]);
        out.add(58, &[rule, middle(c, before), definite]);
    }

    /// How long the content is where the pattern knows, and what stands round it.
    fn extent(&self, proposal: &Proposal, out: &mut impl Collect) {
        let (c, rule) = (self.context, proposal.rule as u64);
        if let Some(end) = proposal.end {
            out.add(70, &[rule, bucket(end - proposal.start)]);
            out.add(71, &[rule, look(c, end), look(c, end + 1)]);
            out.add(
                72,
                &[
                    rule,
                    u64::from(c.is_mark(end)),
                    bucket(end - proposal.start),
                    self.weight(),
                ],
            );
        }
        if let Some((first, last)) = proposal.before {
            out.add(73, &[rule, bucket(last - first), look(c, first)]);
            out.add(
                74,
                &[
                    rule,
                    bucket(self.end.saturating_sub(proposal.start)),
                    look(c, proposal.start),
                ],
            );
        }
        let at_start = proposal.first() == self.start;
        out.add(
            75,
            &[
                rule,
                u64::from(at_start),
                look(c, proposal.first().wrapping_sub(1)),
            ],
        );
        out.add(76, &[rule, look(c, proposal.first()), u64::from(at_start)]);
        if proposal.first() < self.site.token {
            out.add(
                77,
                &[
                    rule,
                    bucket(proposal.first().wrapping_sub(self.start)),
                    self.enclosing,
                ],
            );
            out.add(78, &[rule, look(c, self.site.token + 1), self.cue]);
        }
    }

    fn government(&self) -> u64 {
        match &self.site.kind {
            SiteKind::Cue(cue) => cue.entry.government.bits().into(),
            _ => 0x8000,
        }
    }

    fn weight(&self) -> u64 {
        match &self.site.kind {
            SiteKind::Cue(cue) => cue.entry.weight as u64,
            _ => Weight::Say as u64 + 1,
        }
    }

    /// Whether the verb is known to govern what the reading says it does.
    fn governed(&self, proposal: &Proposal) -> bool {
        let SiteKind::Cue(cue) = &self.site.kind else {
            return true;
        };
        match proposal.rule {
            Rule::Clause | Rule::Question => cue.entry.government.contains(Government::CLAUSE),
            Rule::Object => cue.entry.government.contains(Government::OBJECT),
            Rule::Preposition => preposition::of(self.context, proposal.link)
                .is_some_and(|p| cue.entry.government.contains(p)),
            _ => true,
        }
    }

    #[inline]
    fn definite(&self, token: usize) -> u64 {
        self.context.word(token).definite.into()
    }

    fn clause_within(&self, proposals: &[Proposal], reach: usize) -> bool {
        proposals.iter().any(|p| {
            matches!(p.rule, Rule::Clause | Rule::Quotation | Rule::Colon)
                && p.link > self.site.token
                && p.link - self.site.token <= reach
        })
    }
}

/// Whether the site stands in the clause of an earlier cue of its sentence, and
/// how it is parted from it.
fn enclosing(context: &Context, token: usize, start: usize) -> u64 {
    let mut comma = false;
    let mut waw = false;
    for at in (start.max(token.saturating_sub(60))..token).rev() {
        if context.class(at).is_some_and(Class::complementizer) {
            let distance = bucket(token - at).min(9);
            return 1 | u64::from(comma) << 1 | u64::from(waw) << 2 | distance << 3;
        }
        comma |= context.is_comma(at);
        waw |= context.word(at).cue.is_some_and(|c| c.waw);
    }
    0
}
