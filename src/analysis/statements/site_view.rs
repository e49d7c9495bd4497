//! What all readings of one site share, and what both models ask of it.

use super::{
    ahead::Ahead,
    proposal::{Proposal, Rule},
    rules::preposition,
    site::{Site, SiteKind},
};
use crate::analysis::{
    context::Context,
    cues::{CueWord, Government, Shape},
    grammar::Class,
    ranker::{Collect, bucket},
};

/// What all readings of one site share.
pub struct SiteView<'c, 'd> {
    pub(super) context: &'c Context<'d>,
    pub(super) site: Site,
    pub(super) cue: u64,
    pub(super) shape: u64,
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) enclosing: u64,
    pub(super) ahead: Ahead,
}

/// The cluster of a word.
pub(super) fn middle(context: &Context, token: usize) -> u64 {
    context
        .word(token)
        .clusters
        .map_or(0xfff, |c| u64::from(c.middle))
}

/// What a token looks like.
#[inline]
pub(super) fn look(context: &Context, token: usize) -> u64 {
    context.look(token).at_site.into()
}

fn shape(cue: &CueWord) -> u64 {
    // ومشيرا is so much rarer than مشيرا that it is learned with it.
    let joined = (cue.waw || cue.fa) && cue.entry.shape != Shape::Participle;
    cue.entry.shape as u64
        | u64::from(joined) << 4
        | u64::from(cue.preposition) << 5
        | u64::from(cue.entry.pronoun) << 6
}

/// Which word stands at a site, and which shape it has.
pub(super) fn cue_and_shape(context: &Context, site: &Site) -> (u64, u64) {
    match &site.kind {
        SiteKind::Cue(cue) => (u64::from(cue.entry.verb), shape(cue)),
        SiteKind::Attribution(_) => (0x8000 + (context.word(site.token).hash & 0xfff), 0x80),
        SiteKind::Colon => (0x9000, 0x81),
        SiteKind::Quotation(_) => (0x9001, 0x82),
        SiteKind::Answer(_) => (0x9002, 0x83),
    }
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
        let (cue, shape) = cue_and_shape(context, &site);
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

    /// How long the content is where the pattern knows, and what stands round it.
    pub(super) fn extent(&self, proposal: &Proposal, out: &mut impl Collect) {
        self.known_end(proposal, out);
        self.parts(proposal, out);
    }

    /// Where the pattern knows the end.
    pub(super) fn known_end(&self, proposal: &Proposal, out: &mut impl Collect) {
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
    }

    /// What stands before the cue.
    fn parts(&self, proposal: &Proposal, out: &mut impl Collect) {
        let (c, rule) = (self.context, proposal.rule as u64);
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
    }

    pub(super) fn government(&self) -> u64 {
        match &self.site.kind {
            SiteKind::Cue(cue) => cue.entry.government.bits().into(),
            _ => 0x8000,
        }
    }

    pub(super) fn weight(&self) -> u64 {
        self.site.weight()
    }

    /// What the verb does with words.
    pub(super) fn act(&self) -> u64 {
        self.site.act()
    }

    /// Whether the verb is known to govern what the reading says it does.
    pub(super) fn governed(&self, proposal: &Proposal) -> bool {
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
    pub(super) fn definite(&self, token: usize) -> u64 {
        self.context.word(token).definite.into()
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
