//! What a source is judged by: what stands at its ends, what it holds, how it
//! stands to the cue, to the content and to the phrase that grammar would take.

use smallvec::SmallVec;

use super::{
    agreement, juncture,
    margins::CERTAIN,
    noun_phrase,
    phrases::{Phrases, Seen},
    proposal::Proposal,
    site::{Site, SiteKind},
    source_inside::{self, Inside},
    sources::{Source, limit},
};
use crate::analysis::{
    context::Context,
    cues::{Agreement, Attribution},
    ranker::{Collect, Ranker, bucket},
};

/// What a source is judged in.
pub struct SourceView<'c, 'd> {
    context: &'c Context<'d>,
    site: &'c Site,
    proposal: &'c Proposal,
    kind: u64,
    limit: usize,
    /// The phrases that grammar alone would take, after the cue and before it.
    guesses: [Option<Source>; 2],
}

#[inline]
fn look(context: &Context, token: usize) -> u64 {
    context.look(token).in_source.into()
}

/// The ending of a word and whether it has the article or a proclitic.
#[inline]
fn ending(context: &Context, token: usize) -> u64 {
    context.word(token).ending.into()
}

impl<'c, 'd> SourceView<'c, 'd> {
    /// Looks at one reading of one site.
    pub fn new(context: &'c Context<'d>, site: &'c Site, proposal: &'c Proposal) -> Self {
        let kind = match &site.kind {
            SiteKind::Cue(cue) => cue.entry.shape as u64 | u64::from(cue.waw) << 4,
            SiteKind::Attribution(Attribution::Relay) => 0x40,
            SiteKind::Attribution(_) => 0x41,
            SiteKind::Colon => 0x42,
            SiteKind::Quotation(_) | SiteKind::Answer(_) => 0x43,
        };
        let limit = limit(context, site, proposal);
        let (start, _) = context.sentence(site.token);
        let guesses = [
            noun_phrase::after(context, site.token, limit),
            noun_phrase::before(
                context,
                site.token,
                start.max(site.token.saturating_sub(40)),
            ),
        ];
        Self {
            context,
            site,
            proposal,
            kind,
            limit,
            guesses,
        }
    }

    /// The features of there being no source.
    pub fn none(&self, out: &mut impl Collect) {
        let (c, t) = (self.context, self.site.token);
        out.clear();
        out.add(203, &[self.kind, look(c, t.wrapping_sub(1))]);
        out.add(205, &[self.kind, self.agreement(), look(c, t + 1)]);
        let (start, _) = c.sentence(t);
        out.add(
            206,
            &[self.kind, bucket(t - start), look(c, t.wrapping_sub(1))],
        );
        out.add(
            211,
            &[
                self.kind,
                self.guess_adjacent(),
                self.agreement(),
                self.proposal.rule as u64,
            ],
        );
        let agrees = self.guesses[0].map_or(20, |(first, _)| agreement::of(c, self.site, first));
        out.add(293, &[agrees, self.guess_adjacent(), self.act()]);
        out.add(
            294,
            &[agrees, self.guess_adjacent(), self.proposal.rule as u64],
        );
        out.add(288, &[self.kind, self.act(), self.guess_adjacent()]);
    }

    /// The features of one phrase.
    pub fn features(&self, source: Source, out: &mut impl Collect) {
        out.clear();
        self.of_first(source.0, out);
        self.of_end(source.1, out);
        let inside = Inside::of(self.context, source);
        self.of_phrase(source, &inside, out);
        self.of_both(source, self.seen(source, &inside, 0), out);
    }

    /// The best of the phrases, or none, and its lead over the next. What rests on where a
    /// phrase begins or on where it ends is summed once for all that begin or end there,
    /// what rests on the phrase alone once for all sites.
    pub fn best(
        &self,
        sources: &[Source],
        phrases: &mut Phrases,
        model: Ranker,
    ) -> (Option<Source>, i32) {
        let mut best = (model.sum(|out| self.none(out)), None);
        let mut next = None;
        let nearest = sources.iter().map(|source| source.1).min().unwrap_or(0);
        let mut of_first = (usize::MAX, 0);
        let mut ends = SmallVec::<[Option<i32>; 32]>::new();
        for source in sources {
            let (first, end) = *source;
            if of_first.0 != first {
                of_first = (first, model.sum(|out| self.of_first(first, out)));
            }
            let at = end - nearest;
            ends.resize(ends.len().max(at + 1), None);
            let scored = || model.sum(|out| self.of_end(end, out));
            let of_end = ends
                .get_mut(at)
                .map_or_else(scored, |known| *known.get_or_insert_with(scored));
            let after = first > self.site.token;
            let seen = phrases.seen(self.context, *source, after, |inside| {
                let sum = model.sum(|out| self.of_phrase(*source, inside, out));
                self.seen(*source, inside, sum)
            });
            let of_both = model.sum(|out| self.of_both(*source, seen, out));
            let score = of_first.1 + of_end + seen.sum + of_both;
            let (better, worse) = (best.max((score, Some(*source))), best.0.min(score));
            (best, next) = (better, next.max(Some(worse)));
        }
        (best.1, next.map_or(CERTAIN, |next| best.0 - next))
    }

    /// What rests on where it begins alone.
    fn of_first(&self, first: usize, out: &mut impl Collect) {
        let (c, t) = (self.context, self.site.token);
        let after = first > t;
        let side = u64::from(after) | self.kind << 1;
        let (look_first, before) = (look(c, first), first.wrapping_sub(1));
        out.add(
            286,
            &[
                c.word(first).clusters.map_or(0, |k| u64::from(k.fine) + 1),
                side & 1,
            ],
        );
        out.add(223, &[side, look_first, self.agreement()]);
        out.add(243, &[c.word(before).hash, side & 1]);
        let person = c.mention(first).map_or(0, |m| m.kind as u64 + 1);
        if after {
            let agrees = agreement::of(c, self.site, first);
            let near = bucket(first - t);
            out.add(290, &[agrees, near]);
            out.add(291, &[agrees, self.act(), near.min(1)]);
            out.add(292, &[agrees, self.kind & 15, person]);
        }
        if after {
            let gap = bucket(first - t);
            self.across(side, gap, (t + 1, first), out);
        }
    }

    /// What rests on where it ends alone.
    fn of_end(&self, end: usize, out: &mut impl Collect) {
        let (c, t) = (self.context, self.site.token);
        let after = end > t;
        let side = u64::from(after) | self.kind << 1;
        let last = end - 1;
        let next = look(c, end);
        let touches = self.touches(end);
        out.add(225, &[side, next, touches]);
        let after_it = ending(c, end);
        out.add(253, &[ending(c, last), after_it, side & 1]);
        if !after {
            let gap = bucket(t - end);
            self.across(side, gap, (end, t), out);
            self.tail_far(side & 1, gap, end, out);
        }
    }

    /// What stands between phrase and cue.
    fn across(&self, side: u64, gap: u64, (from, to): (usize, usize), out: &mut impl Collect) {
        let cue = (from..to).any(|i| self.context.word(i).says());
        out.add(221, &[side, gap]);
        out.add(241, &[side, u64::from(cue), gap]);
    }

    /// How it goes on behind, so far from the cue.
    fn tail_far(&self, side: u64, gap: u64, end: usize, out: &mut impl Collect) {
        let c = self.context;
        out.add(262, &[side, look(c, end), look(c, end + 1), gap]);
    }

    /// What rests on the phrase and on which side of the cue it stands.
    fn of_phrase(&self, (first, end): Source, inside: &Inside, out: &mut impl Collect) {
        let c = self.context;
        let side = u64::from(first > self.site.token);
        let next = look(c, end);
        out.add(236, &[inside.names, next, side]);
        out.add(245, &[self.occasion(end, inside).into(), side]);
        let before = look(c, first.wrapping_sub(1));
        let named = c
            .mention(end - 1)
            .map_or(0, |m| (m.kind as u64 + 1) << 1 | u64::from(m.end == end));
        out.add(270, &[before, inside.occasion.into()]);
        out.add(271, &[look(c, first), named]);
    }

    /// Whether the occasion of the speech opens in the phrase, and just behind it.
    fn occasion(&self, end: usize, inside: &Inside) -> u8 {
        let behind = source_inside::occasion_at(self.context, end);
        u8::from(inside.occasion) | u8::from(behind) << 1
    }

    /// What else of the phrase is judged, beside what is in `sum`.
    fn seen(&self, (_, end): Source, inside: &Inside, sum: i32) -> Seen {
        Seen {
            sum,
            occasion: self.occasion(end, inside),
            after_person: inside.after_person(|t| self.context.look(t).in_source),
        }
    }

    /// What rests on both ends, and on the site.
    fn of_both(&self, source: Source, seen: Seen, out: &mut impl Collect) {
        let (c, t) = (self.context, self.site.token);
        let (first, end) = source;
        let after = first > t;
        let side = u64::from(after) | self.kind << 1;
        let (next, touches, length) = (look(c, end), self.touches(end), bucket(end - first));
        let rule = self.proposal.rule as u64;
        if after {
            self.tail_far(1, bucket(first - t), end, out);
        }
        out.add(222, &[side, length]);
        out.add(246, &[seen.occasion.into(), next, touches]);
        let another = u64::from(juncture::is_at(c, first, end));
        out.add(266, &[another, self.act(), touches]);
        let guess = self.guessed(source);
        out.add(249, &[guess, rule, self.guess_adjacent()]);
        out.add(272, &[self.agreement(), look(c, end - 1)]);
        out.add(260, &[seen.after_person.into(), self.governs(), side & 1]);
    }

    /// Whether nothing stands between the end and the cue, or the content.
    fn touches(&self, end: usize) -> u64 {
        let t = self.site.token;
        u64::from(end == if end > t { self.limit } else { t })
    }

    fn governs(&self) -> u64 {
        match &self.site.kind {
            SiteKind::Cue(cue) => cue.entry.government.bits().into(),
            _ => 0x1000,
        }
    }

    fn act(&self) -> u64 {
        match &self.site.kind {
            SiteKind::Cue(cue) => cue.entry.act as u64,
            _ => 0x40,
        }
    }

    fn agreement(&self) -> u64 {
        match &self.site.kind {
            SiteKind::Cue(cue) => match cue.entry.agreement {
                Agreement::He => 1,
                Agreement::She => 2,
                Agreement::They => 3,
                Agreement::Speaker => 4,
                Agreement::Any => 5,
            },
            _ => 0,
        }
    }

    /// How far the phrase is the one that grammar would take.
    fn guessed(&self, (first, end): Source) -> u64 {
        let [after, before] = self.guesses;
        let is_before = first < self.site.token;
        let guess = if is_before { before } else { after };
        let Some((a, b)) = guess else { return 0 };
        1 | u64::from(first == a) << 1 | u64::from(end == b) << 2 | u64::from(is_before) << 3
    }

    /// Whether grammar finds a phrase at once after the cue, later, or none.
    fn guess_adjacent(&self) -> u64 {
        self.guesses[0].map_or(0, |(first, end)| {
            1 + u64::from(first == self.site.token + 1) + 2 * u64::from(end == self.limit)
        })
    }
}
