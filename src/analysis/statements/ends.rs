//! Where a content ends: before the next cue that is the report's own, before
//! what the reporter adds, or with the sentence. The places where it could end
//! are few; a linear model weighs what stands on both sides of each.

use super::{proposal::Proposal, site::Site};
use crate::analysis::{
    context::{Context, Mark},
    cues::{Shape, Weight},
    grammar::Class,
    ranker::{Collect, Ranker, bucket},
    sentences, work,
};

static WEIGHTS: &[u8] = include_bytes!("../weights/ends.bin");

/// The model that weighs the ends.
pub const MODEL: Ranker = Ranker::new(WEIGHTS);

/// How many ends are looked at; a content that passes so many is cut at the
/// sentence's end.
const MOST: usize = 40;

/// Where the content of a reading may end (the token after its last), nearest first.
pub fn candidates(context: &Context, proposal: &Proposal) -> Vec<usize> {
    if let Some(end) = proposal.end {
        return vec![end];
    }
    let end = limit(context, proposal);
    let mut found = Vec::with_capacity(MOST / 2);
    let mut token = proposal.start + 1;
    while token < end && found.len() < MOST {
        work::step();
        if let Some(quote) = context.quote_at(token) {
            if may_end_before(context, token) {
                found.push(token);
            }
            token = (quote.close + usize::from(quote.closed) * quote.width).max(token + 1);
            continue;
        }
        if may_end_before(context, token) {
            found.push(token);
        }
        token += 1;
    }
    found.push(end);
    for end in &mut found {
        *end = trim(context, proposal.start, *end);
    }
    found.dedup();
    found
}

/// The farthest end: that of the sentence; of the paragraph after a colon.
fn limit(context: &Context, proposal: &Proposal) -> usize {
    use super::proposal::Rule;
    let (_, sentence) = context.sentence(proposal.start);
    match proposal.rule {
        Rule::Label | Rule::Colon => {
            let paragraph = context.paragraph_around(proposal.start).1;
            let farthest = proposal.start + sentences::LONGEST;
            paragraph.min(farthest).max(sentence)
        }
        _ => sentence,
    }
}

/// Leaves final punctuation out.
pub fn trim(context: &Context, start: usize, mut end: usize) -> usize {
    while end > start + 1 {
        let key = context.key(end - 1);
        let stop = matches!(key, "." | "،" | "," | "؛" | ";" | ":" | "…" | "-" | "–");
        if !stop {
            break;
        }
        end -= 1;
    }
    end
}

fn may_end_before(context: &Context, token: usize) -> bool {
    let word = context.word(token);
    if word.attribution.is_some() || word.says() {
        return true;
    }
    if context.is_mark(token) {
        return context.is_comma(token)
            || context.is_dash(token)
            || matches!(
                context.key(token),
                "." | "؟" | "!" | "(" | ")" | ":" | "\"" | "«" | "“" | "»" | "”"
            );
    }
    match word.class {
        Some(
            Class::But
            | Class::While
            | Class::As
            | Class::ThatIs
            | Class::HeIs
            | Class::Where
            | Class::Then
            | Class::TimePreposition
            | Class::Response
            | Class::Time
            | Class::When
            | Class::Who
            | Class::What
            | Class::Despite
            | Class::Turn,
        ) => true,
        // من جانبه opens the next report; على حد تعبيره is the reporter's.
        Some(Class::Min) => context.class(token + 1) == Some(Class::Turn),
        Some(Class::Ala) => context.is(token + 1, "حد"),
        Some(Class::Was | Class::Particle | Class::Negation | Class::In) => {
            word.joined || word.class == Some(Class::In)
        }
        Some(_) => false,
        None => word.and_known,
    }
}

/// What stands at a possible end.
pub struct EndView<'c, 'd> {
    context: &'c Context<'d>,
    proposal: &'c Proposal,
    cue: u64,
    shape: u64,
    limit: usize,
}

#[inline]
fn look(context: &Context, token: usize) -> u64 {
    context.word(token).at_end.into()
}

impl<'c, 'd> EndView<'c, 'd> {
    /// Looks at one reading of one site.
    pub fn new(context: &'c Context<'d>, site: &Site, proposal: &'c Proposal) -> Self {
        use super::site::SiteKind;
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
        let c = self.context;
        let rule = self.proposal.rule as u64;
        // After the punctuation that was left out.
        let mut next = end;
        let mut mark = 0;
        while next < self.limit && c.word(next).mark.is_left_out() {
            mark = c.word(next).hash & 0xfff;
            next += 1;
        }
        let at_limit = u64::from(next >= self.limit);
        let word = c.word(next);
        let reported = u64::from(word.cue.is_some() && next < self.limit && reports(next));
        let length = bucket(end - self.proposal.start);
        let (cue_shape, weight, waw) = word.cue.map_or((0xff, 0xff, 0), |w| {
            (
                w.entry.shape as u64,
                w.entry.weight as u64,
                u64::from(w.waw),
            )
        });
        let here = if at_limit == 1 { 0xffff } else { look(c, next) };
        out.clear();
        out.add(100, &[at_limit, rule]);
        out.add(101, &[here, mark]);
        out.add(102, &[here, mark, rule]);
        out.add(103, &[cue_shape, reported, mark, waw]);
        out.add(104, &[cue_shape, reported, weight, self.shape, waw]);
        out.add(105, &[here, look(c, next + 1)]);
        out.add(106, &[length, at_limit, rule]);
        out.add(107, &[mark, look(c, end.wrapping_sub(1)), at_limit]);
        out.add(108, &[here, look(c, end.wrapping_sub(1))]);
        out.add(109, &[c.word(next).hash, mark]);
        out.add(110, &[c.word(next).hash, c.word(next + 1).hash]);
        out.add(111, &[self.cue, here, mark]);
        out.add(112, &[mark, length, reported]);
        out.add(
            113,
            &[word.clusters.map_or(0, |k| u64::from(k.middle) + 1), mark],
        );
        out.add(117, &[rule, self.shape, at_limit, length]);
        let paragraph_end = u64::from(next >= c.paragraph_around(self.proposal.start).1);
        out.add(120, &[rule, paragraph_end, at_limit, self.cue & 0x8000]);
        out.add(114, &[held.between(), reported, at_limit]);
        out.add(115, &[held.between(), length]);
        out.add(119, &[held.depth.min(16), at_limit]);
        let follows = self.report_follows(next, reports);
        out.add(121, &[follows, mark, rule]);
        out.add(122, &[follows, here, at_limit]);
        self.around(end, next, [here, mark], out);
        self.opening(next, [here, mark, at_limit], out);
    }

    /// The words on both sides of the end, and how far the limit is.
    fn around(&self, end: usize, next: usize, [here, mark]: [u64; 2], out: &mut impl Collect) {
        let (c, rule) = (self.context, self.proposal.rule as u64);
        let (first, last) = (look(c, self.proposal.start), look(c, end.wrapping_sub(1)));
        let middle = |token| {
            c.word(token)
                .clusters
                .map_or(0, |k| u64::from(k.middle) + 1)
        };
        out.add(123, &[first, last, mark]);
        out.add(124, &[bucket(self.limit.saturating_sub(next)), mark, rule]);
        out.add(125, &[here, look(c, next + 1), look(c, next + 2)]);
        out.add(126, &[look(c, end.wrapping_sub(2)), last, here]);
        out.add(127, &[middle(next), middle(next + 1)]);
    }

    /// What opens behind the end: a clause, a quotation.
    fn opening(&self, next: usize, [here, mark, at_limit]: [u64; 3], out: &mut impl Collect) {
        let (c, rule) = (self.context, self.proposal.rule as u64);
        let clause_after = (next + 1..(next + 8).min(self.limit))
            .any(|t| c.class(t).is_some_and(Class::complementizer));
        let quote = u64::from(c.is_mark(next) && c.quote_opening(next).is_some());
        out.add(116, &[here, u64::from(clause_after), mark]);
        out.add(118, &[quote, rule, mark, at_limit]);
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
    /// Brackets that are open, above 8.
    depth: u64,
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
            *self = Self {
                depth: 8,
                ..Self::default()
            };
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
        match word.mark {
            Mark::Open => self.depth += 1,
            Mark::Close => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
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
