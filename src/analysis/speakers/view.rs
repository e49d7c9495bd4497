//! What somebody who may be meant is judged by: how the cue stands, when they
//! spoke and were named last, whether verb and noun agree with them.

use smallvec::SmallVec;

use super::{
    candidate::{Candidate, Signs, Who},
    implied::{self, Before},
    phrase::Phrase,
    resolve::Resolver,
    traits,
};
use crate::analysis::{
    cues::Agreement,
    ranker::{Collect, bucket, hash},
    statements::site::SiteKind,
};

/// How many of the speakers before are told apart.
const RANKS: usize = 6;

/// What a statement's speaker is judged in.
pub struct SpeakerView<'b> {
    before: Before<'b>,
    cue: usize,
    /// The first token of its sentence, and of the one before.
    starts: (usize, usize),
    /// The form of the cue, whether و stands before it, whether a source stands there.
    shape: u64,
    wanted: u64,
    nested: u64,
    rule: u64,
    verb: u64,
    /// What the source says of itself: nothing where there is none.
    source: u64,
    noun: u64,
    phrase: Option<&'b Phrase>,
    /// The speakers before, each once, the last first.
    ranks: SmallVec<[usize; RANKS]>,
}

/// When a candidate spoke last, and was named last before the cue.
#[derive(Clone, Copy, Default)]
struct Seen {
    /// Which of the speakers before, the last one first; 7 for none of them.
    rank: u64,
    /// How near the last statement is, and whether it had a source.
    spoke: u64,
    /// How near the last name is, and whether it opens its sentence.
    named: u64,
    /// What stands from the beginning of its sentence to that name.
    path: u64,
    /// How many statements it has.
    said: u64,
    /// What sort of thing it is.
    kind: u64,
    /// Whether the cue's verb agrees with it.
    agrees: u64,
}

impl<'b> SpeakerView<'b> {
    /// Looks at one statement; at its source, where that names nobody.
    pub fn new(resolver: &Resolver, before: &Before<'b>, phrase: Option<&'b Phrase>) -> Self {
        let c = resolver.context;
        let draft = before.draft();
        let cue = draft.site.token;
        let (start, _) = c.sentence(cue);
        let earlier = start.checked_sub(1).map_or(0, |t| c.sentence(t).0);
        let (shape, verb) = match &draft.site.kind {
            SiteKind::Cue(w) => (
                w.entry.shape as u64 | u64::from(w.waw) << 4,
                u64::from(w.entry.verb),
            ),
            SiteKind::Attribution(_) => (0x40, 0),
            SiteKind::Colon => (0x41, 0),
            SiteKind::Quotation(_) => (0x42, 0),
            SiteKind::Answer(_) => (0x43, 0),
        };
        let mut ranks = SmallVec::new();
        for (_, speaker) in before.back() {
            if !ranks.contains(&speaker) {
                ranks.push(speaker);
            }
            if ranks.len() == RANKS {
                break;
            }
        }
        Self {
            before: *before,
            cue,
            starts: (start, earlier),
            shape: shape | u64::from(phrase.is_some()) << 7,
            wanted: implied::agreement(draft) as u64,
            nested: u64::from(before.outer(before.index).is_some()),
            rule: draft.proposal.rule as u64,
            verb,
            source: phrase.map_or(0, |p| traits::sort(c, p)),
            noun: phrase.map_or(0, |p| hash(&p.stem)),
            phrase,
            ranks,
        }
    }

    /// The features of one candidate.
    pub fn features(&self, resolver: &Resolver, candidate: &Candidate, out: &mut impl Collect) {
        let seen = self.seen(resolver, candidate);
        let signs = u64::from(candidate.signs.bits());
        let site = self.shape;
        let sourced = u64::from(self.phrase.is_some());
        out.clear();
        out.add(303, &[site, seen.spoke]);
        out.add(305, &[seen.kind, self.wanted, sourced]);
        out.add(309, &[seen.named, seen.kind, self.wanted, sourced]);
        out.add(311, &[seen.said, seen.rank, sourced]);
        out.add(313, &[self.verb, seen.kind]);
        out.add(317, &[self.nested, self.rule, seen.named]);
        out.add(318, &[seen.kind, seen.said, sourced]);
        out.add(328, &[seen.path, seen.named, sourced]);
        out.add(329, &[seen.path, seen.agrees, site]);
        out.add(331, &[seen.spoke, seen.path]);
        for bit in (0..21).chain([22, 23]) {
            if signs >> bit & 1 == 1 {
                out.add(320, &[bit, sourced]);
                out.add(321, &[bit, site, self.nested]);
                out.add(322, &[bit, seen.agrees, seen.rank]);
            }
        }
        if let Some(phrase) = self.phrase {
            self.source_features(resolver, candidate, phrase, seen, out);
        }
    }

    /// The features of a candidate for a source that names nobody.
    fn source_features(
        &self,
        resolver: &Resolver,
        candidate: &Candidate,
        phrase: &Phrase,
        seen: Seen,
        out: &mut impl Collect,
    ) {
        let signs = u64::from((candidate.signs - Signs::RECENT - Signs::NAMED_NEAR).bits());
        let words = bucket(phrase.words.len());
        let called = traits::called(resolver, candidate, phrase);
        out.add(341, &[signs, words]);
        out.add(343, &[signs, seen.kind]);
        out.add(344, &[self.source, seen.kind]);
        out.add(346, &[called, signs]);
        out.add(349, &[self.noun, seen.kind]);
        out.add(351, &[signs, words, self.source, called]);
        let country = match (phrase.country, traits::country(resolver, candidate)) {
            (None, None) => 0,
            (None, Some(_)) => 1,
            (Some(_), None) => 2,
            (Some(a), Some(b)) => 3 + u64::from(a == b),
        };
        out.add(352, &[country, seen.kind]);
        out.add(353, &[country, signs]);
    }

    fn seen(&self, resolver: &Resolver, candidate: &Candidate) -> Seen {
        let mut seen = Seen {
            rank: 7,
            spoke: 7,
            named: 8,
            ..Seen::default()
        };
        let mut last = None;
        if let Who::Record(index) = candidate.who {
            let record = resolver.record(index);
            seen.rank = self
                .ranks
                .iter()
                .position(|r| *r == index)
                .map_or(7, |r| r as u64);
            seen.said = bucket(record.said).min(5);
            seen.agrees = match record.agreement {
                None => 1,
                Some(_) if self.wanted >= Agreement::Speaker as u64 => 2,
                Some(known) => 3 + u64::from(known as u64 == self.wanted),
            };
            last = record.last.or(last);
        }
        if let Some(last) = last {
            self.spoke(resolver, last, &mut seen);
        }
        seen.kind = traits::kind(resolver, candidate);
        if let Some(entity) = candidate.entity(resolver) {
            let single = self.wanted < Agreement::They as u64;
            if single
                && seen.agrees < 2
                && let Some(gender) = traits::gender(resolver, entity)
            {
                seen.agrees = 5 + u64::from(gender as u64 == self.wanted);
            }
            self.named(resolver, entity, &mut seen);
        }
        seen
    }

    /// How a candidate's last statement stands to this one.
    fn spoke(&self, resolver: &Resolver, last: usize, seen: &mut Seen) {
        let c = resolver.context;
        let draft = self.before.draft_at(last);
        let place = if draft.site.token >= self.starts.0 {
            0
        } else if c.paragraph(draft.site.token) == c.paragraph(self.cue) {
            1
        } else if c.paragraph(draft.site.token) + 1 == c.paragraph(self.cue) {
            2
        } else {
            3
        };
        seen.spoke = place * 2 + u64::from(draft.source.is_some());
    }

    /// Where a candidate was named last before the cue.
    fn named(&self, resolver: &Resolver, entity: usize, seen: &mut Seen) {
        let c = resolver.context;
        let cue = c.tokens.span(self.cue).start;
        let mentions = &resolver.entity(entity).mentions;
        let before = mentions.partition_point(|m| m.span.end <= cue);
        let Some(mention) = before.checked_sub(1).and_then(|at| mentions.get(at)) else {
            seen.named = 7;
            return;
        };
        let token = c.tokens.at_or_after(mention.span.start);
        let (sentence, earlier) = self.starts;
        let start = if token >= sentence { sentence } else { earlier };
        let nth = c.mentions.partition_point(|m| m.first < token);
        let other = nth.checked_sub(1).and_then(|nth| c.mentions.get(nth));
        let opens = other.is_none_or(|other| other.first < start);
        let place = if token >= sentence {
            0
        } else if token >= earlier {
            1
        } else if c.paragraph(token) + 1 >= c.paragraph(self.cue) {
            2
        } else {
            3
        };
        seen.named = place * 2 + u64::from(place < 2 && opens);
        seen.path = if place < 2 {
            traits::path(c, start, token)
        } else {
            0
        };
    }
}
