//! What a source is judged by: what stands at its ends, what it holds, how it
//! stands to the cue, to the content and to the phrase that grammar would take.

use super::{
    noun_phrase,
    proposal::Proposal,
    site::{Site, SiteKind},
    sources::{Source, limit},
};
use crate::{
    analysis::{
        context::Context,
        cues::{Agreement, Attribution, Shape},
        grammar::Class,
        lexicon::Classes,
        ranker::{Features, bucket, hash},
    },
    annotations::EntityType,
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

fn look(context: &Context, token: usize) -> u64 {
    if let Some(class) = context.class(token) {
        return class as u64;
    }
    if context.is_mark(token) {
        return 0x1000 + (hash(context.key(token)) & 0xfff);
    }
    if let Some(cue) = context
        .word(token)
        .cue
        .filter(|c| c.entry.shape != Shape::Masdar)
    {
        return 0x300 + cue.entry.shape as u64;
    }
    if let Some(mention) = context.mention(token) {
        return 0x500 + mention.kind as u64;
    }
    let classes = context.lists.classes(token);
    for (bit, class) in [
        Classes::TITLE,
        Classes::HONORIFIC,
        Classes::SOURCE_NOUN,
        Classes::ORG_HEAD,
        Classes::NATIONALITY,
    ]
    .into_iter()
    .enumerate()
    {
        if classes.any(class) {
            return 0x600 + bit as u64;
        }
    }
    0x200
        + context
            .word(token)
            .clusters
            .map_or(0xff, |c| u64::from(c.coarse))
}

/// Whether the occasion or the hearer of a speech opens at a token: في كلمة،
/// خلال مؤتمر، لصحيفة, not a place that is part of who speaks (مسؤول في الشركة).
fn occasion_at(context: &Context, token: usize) -> bool {
    match context.class(token) {
        Some(Class::In | Class::Via) => noun_phrase::occasion(context, token + 1),
        Some(Class::Min) => context.class(token + 1) == Some(Class::Turn),
        Some(
            Class::TimePreposition
            | Class::Response
            | Class::Time
            | Class::Turn
            | Class::When
            | Class::Where
            | Class::While,
        ) => true,
        Some(_) => false,
        None => noun_phrase::to_outlet(context, token),
    }
}

fn article(context: &Context, token: usize) -> u64 {
    let key = context.key(token);
    u64::from(key.starts_with("ال"))
        | u64::from(key.ends_with('ه')) << 1
        | u64::from(key.ends_with('ا')) << 2
}

/// The ending of a word and whether it has the article or a proclitic.
fn ending(context: &Context, token: usize) -> u64 {
    if !context.tokens.is_word(token) {
        return 0x40;
    }
    let key = context.key(token);
    let endings = ["ين", "ون", "ات", "ان", "وا", "ه", "ي", "ا", "ت", "هم", "ها"];
    let ending = endings
        .iter()
        .position(|e| key.len() > e.len() + 2 && key.ends_with(e))
        .map_or(0, |at| at as u64 + 1);
    let joined = context.lists.get(token).proclitics > 0;
    ending | u64::from(key.starts_with("ال")) << 4 | u64::from(joined) << 5
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
    pub fn none(&self, out: &mut Features) {
        let (c, t) = (self.context, self.site.token);
        out.clear();
        out.add(200, &[self.kind]);
        out.add(201, &[self.kind, self.proposal.rule as u64]);
        out.add(202, &[self.kind, look(c, t + 1)]);
        out.add(203, &[self.kind, look(c, t.wrapping_sub(1))]);
        out.add(204, &[self.kind, bucket(self.limit.saturating_sub(t))]);
        out.add(205, &[self.kind, self.agreement(), look(c, t + 1)]);
        let (start, _) = c.sentence(t);
        out.add(
            206,
            &[self.kind, bucket(t - start), look(c, t.wrapping_sub(1))],
        );
        let [after, before] = self
            .guesses
            .map(|g| g.map_or(0xff, |(first, _)| look(c, first)));
        out.add(209, &[self.kind, after]);
        out.add(210, &[self.kind, after, before]);
        out.add(
            211,
            &[
                self.kind,
                self.guess_adjacent(),
                self.agreement(),
                self.proposal.rule as u64,
            ],
        );
        out.add(207, &[self.verb(), self.proposal.rule as u64]);
        out.add(
            208,
            &[
                self.kind,
                c.word(t + 1)
                    .clusters
                    .map_or(0, |k| u64::from(k.middle) + 1),
            ],
        );
    }

    /// The features of one phrase.
    pub fn features(&self, source: Source, out: &mut Features) {
        let (c, t) = (self.context, self.site.token);
        let (first, end) = source;
        let after = first > t;
        let side = u64::from(after) | self.kind << 1;
        let gap = if after { first - t } else { t - end };
        let last = end - 1;
        let (before_it, next) = (look(c, first.wrapping_sub(1)), look(c, end));
        let touches = u64::from(if after { end == self.limit } else { end == t });
        out.clear();
        out.add(220, &[side]);
        out.add(221, &[side, bucket(gap)]);
        out.add(222, &[side, bucket(end - first)]);
        out.add(223, &[side, look(c, first), self.agreement()]);
        out.add(224, &[look(c, last), next]);
        out.add(225, &[side, next, touches]);
        out.add(226, &[side, before_it, bucket(gap)]);
        out.add(227, &[look(c, first), look(c, first + 1)]);
        out.add(228, &[article(c, last), next, article(c, end)]);
        out.add(229, &[article(c, first), self.agreement(), side & 1]);
        out.add(
            230,
            &[
                c.word(first)
                    .clusters
                    .map_or(0, |k| u64::from(k.middle) + 1),
                side & 1,
            ],
        );
        out.add(
            231,
            &[
                c.word(last).clusters.map_or(0, |k| u64::from(k.middle) + 1),
                next,
            ],
        );
        out.add(
            232,
            &[
                c.word(end).clusters.map_or(0, |k| u64::from(k.middle) + 1),
                touches,
            ],
        );
        self.inside(source, out);
        self.endings(source, out);
        self.against_grammar(source, out);
    }

    /// What the phrase holds, and the words at its ends.
    fn inside(&self, source: Source, out: &mut Features) {
        let (c, t) = (self.context, self.site.token);
        let (first, end) = source;
        let after = first > t;
        let side = u64::from(after) | self.kind << 1;
        let gap = if after { first - t } else { t - end };
        let last = end - 1;
        let next = look(c, end);
        let touches = u64::from(if after { end == self.limit } else { end == t });
        out.add(233, &[hash(c.key(first))]);
        out.add(234, &[hash(c.key(end)), touches]);
        out.add(
            235,
            &[self.proposal.rule as u64, touches, bucket(end - first)],
        );
        out.add(236, &[self.names(source), next, side & 1]);
        out.add(
            237,
            &[
                self.names(source),
                self.name_follows(end),
                bucket(end - first),
            ],
        );
        out.add(238, &[self.inner(source), next]);
        out.add(239, &[self.inner(source), bucket(end - first)]);
        out.add(245, &[self.occasion(source), side & 1]);
        out.add(246, &[self.occasion(source), next, touches]);
        out.add(240, &[side, self.verb(), touches]);
        out.add(
            241,
            &[side, u64::from(self.between_cue(source)), bucket(gap)],
        );
        out.add(242, &[article(c, first), look(c, first), side, bucket(gap)]);
        out.add(243, &[hash(c.key(first.wrapping_sub(1))), side & 1]);
        out.add(
            244,
            &[
                self.proposal.rule as u64,
                article(c, last),
                article(c, end),
                touches,
            ],
        );
    }

    /// Case and number, as far as they are written, at the ends of the phrase
    /// and after it: a word in the accusative is the addressee.
    fn endings(&self, source: Source, out: &mut Features) {
        let c = self.context;
        let (first, end) = source;
        let side = u64::from(first > self.site.token);
        let (head, last, next) = (ending(c, first), ending(c, end - 1), ending(c, end));
        let governs = match &self.site.kind {
            SiteKind::Cue(cue) => cue.entry.government.bits(),
            _ => 0x1000,
        };
        let single = u64::from(end == first + 1);
        out.add(251, &[head, last, single]);
        out.add(252, &[head, next, side]);
        out.add(253, &[last, next, side]);
        out.add(254, &[head, last, next]);
        out.add(255, &[governs, next, side]);
        out.add(256, &[governs, self.proposal.rule as u64, next, side]);
        out.add(257, &[head, self.agreement(), side]);
        out.add(258, &[self.inner_accusative(source), side]);
        out.add(259, &[self.after_person(source), look(c, end)]);
        out.add(260, &[self.after_person(source), governs, side]);
        out.add(
            261,
            &[look(c, end.wrapping_sub(2)), look(c, end - 1), look(c, end)],
        );
        let gap = if side == 1 {
            first - self.site.token
        } else {
            self.site.token - end
        };
        out.add(262, &[side, look(c, end), look(c, end + 1), bucket(gap)]);
        let person = c.mention(first).map_or(0, |m| m.kind as u64 + 1);
        out.add(
            263,
            &[side, person, self.agreement(), head >> 4 | (head & 15) << 2],
        );
    }

    /// What goes on inside after the first person: nothing, or what sort of word.
    fn after_person(&self, (first, end): Source) -> u64 {
        let c = self.context;
        let person = (first..end).find_map(|t| {
            c.mention(t)
                .filter(|m| m.kind == EntityType::Per && m.first == t)
        });
        match person {
            None => 0,
            Some(person) if person.end >= end => 1,
            Some(person) => look(c, person.end) << 1 | 1 << 20,
        }
    }

    /// Whether a definite word in the accusative stands inside.
    fn inner_accusative(&self, (first, end): Source) -> u64 {
        let found = (first + 1..end).any(|t| {
            let key = self.context.key(t);
            key.starts_with("ال") && key.ends_with("ين") && key.chars().count() > 6
        });
        u64::from(found)
    }

    /// How the phrase stands to the one that grammar alone would take.
    fn against_grammar(&self, source: Source, out: &mut Features) {
        let c = self.context;
        let (first, end) = source;
        let next = look(c, end);
        let guess = self.guessed(source);
        out.add(247, &[guess, self.kind]);
        out.add(248, &[guess, look(c, first)]);
        out.add(
            249,
            &[guess, self.proposal.rule as u64, self.guess_adjacent()],
        );
        out.add(250, &[guess, next]);
    }

    fn verb(&self) -> u64 {
        match &self.site.kind {
            SiteKind::Cue(cue) => u64::from(cue.entry.verb),
            _ => 0x8000 + self.kind,
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
        let guess = self.guesses[usize::from(first < self.site.token)];
        let Some((a, b)) = guess else { return 0 };
        1 | u64::from(first == a) << 1
            | u64::from(end == b) << 2
            | u64::from(first < self.site.token) << 3
    }

    /// Whether grammar finds a phrase at once after the cue, later, or none.
    fn guess_adjacent(&self) -> u64 {
        self.guesses[0].map_or(0, |(first, end)| {
            1 + u64::from(first == self.site.token + 1) + 2 * u64::from(end == self.limit)
        })
    }

    /// Which sorts of names the phrase holds.
    fn names(&self, (first, end): Source) -> u64 {
        let mut sorts = 0;
        for token in first..end {
            if let Some(mention) = self.context.mention(token) {
                sorts |= 1 << mention.kind as u64;
            }
            if self.context.has(token, Classes::TITLE) {
                sorts |= 0x100;
            }
        }
        sorts
    }

    fn name_follows(&self, end: usize) -> u64 {
        self.context.mention(end).map_or(0, |m| m.kind as u64 + 1)
    }

    /// What stands inside that seldom does: commas, relatives, prepositions, cues.
    fn inner(&self, (first, end): Source) -> u64 {
        let mut found = 0;
        for token in first..end {
            found |= u64::from(self.context.is_comma(token));
            found |= u64::from(self.context.is(token, "(")) << 1;
            found |= u64::from(
                self.context
                    .word(token)
                    .cue
                    .is_some_and(|w| w.entry.shape != Shape::Masdar),
            ) << 2;
            found |= u64::from(self.context.is_dash(token)) << 6;
            found |= match self.context.class(token) {
                Some(Class::Relative) => 1 << 3,
                Some(c) if c.preposition() => 1 << 4,
                Some(_) => 1 << 5,
                None => 0,
            };
        }
        found
    }

    /// Whether the phrase holds the occasion of the speech (في تصريح، لوكالة), and
    /// whether one follows it.
    fn occasion(&self, (first, end): Source) -> u64 {
        let holds = (first + 1..end).any(|t| occasion_at(self.context, t));
        u64::from(holds) | u64::from(occasion_at(self.context, end)) << 1
    }

    /// Whether another finite cue stands between the phrase and its cue.
    fn between_cue(&self, (first, end): Source) -> bool {
        let t = self.site.token;
        let (from, to) = if first > t { (t + 1, first) } else { (end, t) };
        (from..to).any(|i| {
            self.context
                .word(i)
                .cue
                .is_some_and(|c| c.entry.shape != Shape::Masdar)
        })
    }
}
