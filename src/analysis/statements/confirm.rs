//! Whether a site that may report does: the second look, when its source is known
//! and which sites around it may report too.

use super::{
    Choice, Models,
    phrases::Phrases,
    proposal::Proposal,
    site::Site,
    site_view::{self, look},
    sources::Source,
};
use crate::analysis::{
    context::Context,
    grammar::Class,
    lexicon::Classes,
    ranker::{Collect, bucket},
    word::Word,
};

/// The weights of the model that tells.
pub const WEIGHTS: &[u8] = include_bytes!("../weights/confirm.bin");

/// How far the neighbours that may report are looked for, in tokens.
const BACK: usize = 60;
const AHEAD: usize = 40;

/// The sites around one that seem to report at the first look.
#[derive(Clone, Copy, Debug, Default)]
pub struct Neighbours {
    before: Option<usize>,
    after: Option<usize>,
}

impl Neighbours {
    /// Those of a token among these, which are in order.
    pub fn of(context: &Context, reporting: &[usize], token: usize) -> Self {
        let (first, end) = context.paragraph_around(token);
        let here = reporting.partition_point(|at| *at < token);
        let near = |at: &usize| *at >= first && token - *at <= BACK;
        let last = end.min(token + AHEAD);
        let before = here.checked_sub(1).and_then(|at| reporting.get(at));
        let mut later = reporting.iter().skip(here).copied();
        Self {
            before: before.copied().filter(near),
            after: later.find(|at| *at > token).filter(|at| *at < last),
        }
    }
}

/// A site that reports, with its source.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Report {
    /// The site and its reading; the margin is that of the second look.
    pub choice: Choice,
    /// The words that name who spoke, where there are any.
    pub source: Option<Source>,
    /// By how much they are better than the next.
    pub lead: i32,
    /// Whether grammar alone tells that it reports, where the model was in doubt.
    pub by_grammar: bool,
}

/// More than source and neighbours speak for nearly any site: of 12,000 that get a
/// second look they would lift eight that lie farther behind.
const LIFT: i32 = 40;

/// What the first look finds so far from a statement is none, whatever stands around it.
const FAR: i32 = 30;

/// Those of the sites that report.
pub fn all(context: &Context, choices: &[Choice], models: &Models) -> Vec<Report> {
    let reporting = reporting(choices);
    let mut phrases = Phrases::default();
    let mut second_look = |choice: &Choice| {
        let Choice { site, proposal, .. } = choice;
        if (choice.again <= -LIFT || choice.margin <= -FAR) && !choice.is_sure(context) {
            return None;
        }
        let (source, lead) = super::source(context, site, proposal, &mut phrases, models.sources);
        let around = Neighbours::of(context, &reporting, site.token);
        let view = SecondLook::new(context, *site);
        let seen = models
            .looks
            .second
            .sum(|out| view.features(proposal, source, around, out));
        let mut margin = choice.again + seen;
        let by_grammar = margin < super::BEYOND_DOUBT && choice.is_sure(context);
        if by_grammar {
            margin = super::BEYOND_DOUBT;
        }
        let choice = Choice { margin, ..*choice };
        (margin > 0).then_some(Report {
            choice,
            source,
            lead,
            by_grammar,
        })
    };
    choices.iter().filter_map(&mut second_look).collect()
}

/// The tokens of those that seem to report at the first look, in order.
pub fn reporting(choices: &[Choice]) -> Vec<usize> {
    let seem = choices.iter().filter(|choice| choice.margin > 0);
    seem.map(|choice| choice.site.token).collect()
}

/// A site at the second look.
pub struct SecondLook<'c, 'd> {
    context: &'c Context<'d>,
    site: Site,
    shape: u64,
    /// Where its sentence begins.
    start: usize,
}

/// What a source is, seen from the cue.
struct Seen {
    /// What its first word is: a name of a kind, a title, ….
    class: u64,
    /// 0 for none, 1 before the cue, 2 after it.
    side: u64,
    gap: u64,
    fine: u64,
}

impl<'c, 'd> SecondLook<'c, 'd> {
    /// Looks at a site again.
    pub fn new(context: &'c Context<'d>, site: Site) -> Self {
        let (_, shape) = site_view::cue_and_shape(context, &site);
        Self {
            context,
            site,
            shape,
            start: context.sentence(site.token).0,
        }
    }

    /// The features, beside those of the first look, of taking the site for a
    /// statement with that source.
    pub fn features(
        &self,
        proposal: &Proposal,
        source: Option<Source>,
        around: Neighbours,
        out: &mut impl Collect,
    ) {
        let seen = self.seen(source);
        self.of_source(proposal, &seen, out);
        self.of_neighbours(proposal, source, &seen, around, out);
    }

    fn seen(&self, source: Option<Source>) -> Seen {
        let (c, t) = (self.context, self.site.token);
        let Some((first, end)) = source else {
            return Seen {
                class: 0,
                side: 0,
                gap: 0,
                fine: 0,
            };
        };
        let class = match c.mention(first) {
            Some(mention) => 1 + mention.kind as u64,
            None if c.has(first, Classes::TITLE) => 20,
            None if c.has(first, Classes::SOURCE_NOUN) => 21,
            None if c.has(first, Classes::ORG_HEAD) => 22,
            None => 23,
        };
        let gap = if first > t { first - t } else { t - end };
        let clusters = c.word(first).clusters;
        Seen {
            class,
            side: 1 + u64::from(first > t),
            gap: bucket(gap),
            fine: clusters.map_or(0, |k| u64::from(k.fine) + 1),
        }
    }

    fn of_source(&self, proposal: &Proposal, seen: &Seen, out: &mut impl Collect) {
        let (c, t) = (self.context, self.site.token);
        let rule = proposal.rule as u64;
        let (class, side) = (seen.class, seen.side);
        out.add(400, &[class, side]);
        out.add(401, &[class, side, rule, self.site.weight()]);
        out.add(402, &[side, seen.gap, rule]);
        out.add(403, &[class, self.shape, rule]);
        out.add(405, &[seen.fine]);
        out.add(407, &[class, self.site.act(), rule]);
        out.add(410, &[side, self.shape, look(c, t.wrapping_sub(1))]);
    }

    fn of_neighbours(
        &self,
        proposal: &Proposal,
        source: Option<Source>,
        seen: &Seen,
        around: Neighbours,
        out: &mut impl Collect,
    ) {
        let (c, t) = (self.context, self.site.token);
        let (rule, side) = (proposal.rule as u64, seen.side);
        let before = around.before;
        let parted = |by: &dyn Fn(&Word) -> bool| {
            u64::from(before.is_some_and(|b| (b..t).any(|at| by(c.word(at)))))
        };
        let that = parted(&|word| word.class.is_some_and(Class::complementizer));
        let comma = before.map_or(0, |b| u64::from((b..t).any(|at| c.is_comma(at))));
        let same = before.map_or(0, |b| 1 + u64::from(b >= self.start));
        let gap = before.map_or(99, |b| bucket(t - b));
        let act = |at: usize| c.word(at).cue.map_or(0x40, |cue| cue.entry.act as u64);
        out.add(441, &[same, that, comma, self.shape]);
        out.add(442, &[before.map_or(0x99, act), same, self.site.act()]);
        out.add(444, &[around.after.map_or(99, |a| bucket(a - t)), rule]);
        let named = source.and_then(|s| c.mention(s.0));
        let named = named.map_or(9 * side.min(1), |m| 1 + m.kind as u64);
        out.add(451, &[named, same, that, comma]);
        out.add(452, &[side, same, self.shape, gap.min(8)]);
        let reaches = source.map_or(9, |s| u64::from(before.is_some_and(|b| s.0 < b)));
        out.add(454, &[reaches, side, self.shape]);
    }
}
