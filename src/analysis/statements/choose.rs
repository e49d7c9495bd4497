//! Whether a site may report: a linear model sets the best reading against none.
//! Of those that may, [`confirm`](super::confirm) tells which do.

use super::{
    proposal::Proposal,
    rules::{according, label},
    site::SiteKind,
    site_view::{SiteView, look, middle},
};
use crate::analysis::{
    grammar::Class,
    looks,
    ranker::{Collect, bucket},
};

/// The weights of the model that tells.
pub const WEIGHTS: &[u8] = include_bytes!("../weights/choose.bin");

/// How far before a mark verbs are counted, in tokens.
const FAR: usize = 400;

impl SiteView<'_, '_> {
    /// The features of taking the site for no statement.
    pub fn none(&self, proposals: &[Proposal], out: &mut impl Collect) {
        let (c, t) = (self.context, self.site.token);
        out.clear();
        out.add(0, &[]);
        out.add(91, &[self.act(), self.shape, look(c, t.wrapping_sub(1))]);
        out.add(92, &[self.act(), look(c, t + 1)]);
        out.add(4, &[self.shape, look(c, t.wrapping_sub(1))]);
        out.add(5, &[self.shape, look(c, t + 1)]);
        out.add(7, &[self.cue, look(c, t.wrapping_sub(1))]);
        out.add(8, &[middle(c, t)]);
        out.add(9, &[c.word(t).clusters.map_or(0, |k| u64::from(k.fine))]);
        out.add(10, &[c.word(t + 1).hash, self.cue]);
        out.add(11, &[c.word(t.wrapping_sub(1)).hash, self.shape]);
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
        let named = |mention| u64::from(looks::named(&c.tokens, t, mention)) + 1;
        let named = c.mention(t).map_or(0, named);
        out.add(36, &[named, self.cue]);
        out.add(32, &[self.attributed(), self.weight()]);
        out.add(30, &[self.government(), self.weight(), look(c, t + 1)]);
        match self.site.kind {
            SiteKind::Colon | SiteKind::Quotation(_) => self.mark_features(out),
            SiteKind::Attribution(_) => self.attribution_features(out),
            _ => {}
        }
    }

    /// For وفق and بحسب: whether somebody who speaks, or what was said, stands behind.
    fn attribution_features(&self, out: &mut impl Collect) {
        let (c, t) = (self.context, self.site.token);
        let surely = u64::from(according::surely(c, t));
        out.add(37, &[surely, self.cue]);
        out.add(61, &[surely, u64::from(c.is_mark(t.wrapping_sub(1)))]);
    }

    /// For colons and lone quotations: how long what stands on each side is.
    fn mark_features(&self, out: &mut impl Collect) {
        let (c, t) = (self.context, self.site.token);
        let (first, last) = c.paragraph_around(t);
        out.add(21, &[self.cue, bucket(last - t)]);
        out.add(
            22,
            &[self.cue, u64::from(c.in_headline(t)), bucket(t - first)],
        );
        out.add(
            24,
            &[
                self.cue,
                look(c, t.wrapping_sub(1)),
                middle(c, t.wrapping_sub(1)),
            ],
        );
        let named = label::of(c, t).code();
        let own_words = u64::from(label::first_person(c, t));
        out.add(33, &[self.cue, named, u64::from(c.in_headline(t))]);
        out.add(34, &[self.cue, named, own_words]);
        let near = first.max(t.saturating_sub(FAR))..t;
        let verbs = near.filter(|i| c.word(*i).cue.is_some()).take(3).count();
        out.add(26, &[self.cue, verbs as u64]);
        if let SiteKind::Quotation(q) = self.site.kind
            && let Some(q) = c.quotes.get(q)
        {
            out.add(27, &[bucket(q.len()), u64::from(q.closed)]);
            out.add(28, &[look(c, q.close + 1), bucket(q.len())]);
            let cue_after = (q.close..q.close + 5).any(|i| c.word(i).cue.is_some());
            out.add(29, &[u64::from(cue_after)]);
        }
    }

    /// The features of taking it for a statement that reads so.
    pub fn statement(&self, proposal: &Proposal, nth: usize, out: &mut impl Collect) {
        let (c, t) = (self.context, self.site.token);
        let rule = proposal.rule as u64;
        let p = self.ahead.before(c, t, proposal.link);
        let (flags, words) = (u64::from(p.flags), u64::from(p.words.min(8)));
        let distance = bucket(proposal.link.abs_diff(t));
        let (link, weight) = (look(c, proposal.link), self.weight());
        out.clear();
        out.add(40, &[rule]);
        out.add(42, &[rule, self.cue, self.shape]);
        out.add(93, &[rule, self.act(), self.shape]);
        out.add(94, &[rule, link, self.act()]);
        out.add(95, &[rule, self.act(), middle(c, proposal.start)]);
        out.add(55, &[rule, self.shape, self.enclosing]);
        out.add(39, &[rule, u64::from(self.governed(proposal)), weight]);
        out.add(46, &[rule, distance, self.shape]);
        out.add(47, &[rule, flags]);
        out.add(48, &[rule, flags, distance]);
        out.add(53, &[rule, look(c, t + 1), distance]);
        let quoted = u64::from(c.quote_of(t).is_some());
        let before = look(c, t.wrapping_sub(1));
        out.add(80, &[nth as u64, quoted]);
        out.add(81, &[before, words]);
        out.add(82, &[look(c, t + 1), quoted]);
        out.add(83, &[look(c, t + 1), middle(c, t + 1)]);
        out.add(84, &[words, bucket(t - c.paragraph_around(t).0)]);
        self.content(proposal, out);
        self.extent(proposal, out);
        let first = proposal.first();
        let at_start = u64::from(first == self.start);
        out.add(76, &[rule, look(c, first), at_start]);
    }

    /// What stands where the content begins.
    fn content(&self, proposal: &Proposal, out: &mut impl Collect) {
        let (c, rule) = (self.context, proposal.rule as u64);
        let (start, before) = (proposal.start, proposal.start.wrapping_sub(1));
        let definite = self.definite(start);
        out.add(50, &[rule, look(c, start), look(c, start + 1)]);
        out.add(57, &[rule, definite, self.definite(before), self.weight()]);
        out.add(58, &[rule, middle(c, before), definite]);
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
}
