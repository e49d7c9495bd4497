//! Which of the ends that a content may have is taken: the one that is most likely right,
//! or nearly so.
//!
//! Of a short end and two long ones that differ by a word the short one may be the
//! likeliest and still be wrong twice out of three times, with most of the content lost.
//! So each end counts for half by its own weight, for half by the weight of all that
//! share half of their words with it.

use smallvec::SmallVec;

use super::{
    end_view::{EndView, Held},
    ends::{self, MOST},
    margins::CERTAIN,
    proposal::Proposal,
    site::Site,
    told::Told,
};
use crate::analysis::{context::Context, ranker::Ranker, work};

/// Where a content ends, and how much, of a thousand, speaks for ends like it.
pub fn of(
    context: &Context,
    site: &Site,
    proposal: &Proposal,
    told: &Told,
    model: Ranker,
) -> (usize, i32) {
    let mut candidates = ends::candidates(context, site.token, proposal);
    let mut nexts = candidates.iter().map(|end| ends::next(context, *end));
    if let Some(nth) = nexts.position(|next| told.goes_on(next)) {
        candidates.truncate(nth + 1);
    }
    if let [only] = candidates.as_slice() {
        return (*only, CERTAIN);
    }
    let next = candidates.iter().find(|end| {
        let next = ends::next(context, **end);
        told.reports(next) && ends::goes_on_as(context, site.token, next)
    });
    if let Some(next) = next {
        return (*next, CERTAIN);
    }
    let view = EndView::new(context, site, proposal);
    let mut held = Held::default();
    let mut scored = |end: usize| {
        let reports = |token| told.reports(token);
        let score = model.sum(|out| view.features(end, &reports, &mut held, out));
        (end.saturating_sub(proposal.start), score)
    };
    let scores: SmallVec<[(usize, i32); MOST / 2]> =
        candidates.iter().map(|end| scored(*end)).collect();
    let (length, sure) = likeliest(&scores);
    (proposal.start + length, sure)
}

/// Of contents with their lengths and scores that which is most likely right or nearly so:
/// its length, and how much of all weight, of a thousand, is for those that share half.
fn likeliest(scores: &[(usize, i32)]) -> (usize, i32) {
    let top = scores.iter().map(|(_, score)| *score).max().unwrap_or(0);
    let weighed: SmallVec<[(usize, u64); MOST / 2]> = scores
        .iter()
        .map(|(length, score)| (*length, weight(top - score)))
        .collect();
    let all: u64 = weighed.iter().map(|(_, weight)| weight).sum();
    let mut best = (0, 1, 0);
    for (length, own) in &weighed {
        work::steps(weighed.len());
        let shares = |other: usize| 2 * other.min(*length) >= other.max(*length);
        let like = weighed.iter().filter(|(other, _)| shares(*other));
        let like: u64 = like.map(|(_, weight)| weight).sum();
        // Of equals the farthest stands, which loses nothing.
        if like + own >= best.0 {
            best = (like + own, *length, like);
        }
    }
    let (_, length, like) = best;
    let sure = like * u64::from(CERTAIN.unsigned_abs()) / all.max(1);
    (length, i32::try_from(sure).unwrap_or(CERTAIN))
}

/// The weight of an end whose score is so far below the best: with 35 less, a little over a
/// third. (The scores are somewhat surer than they are right.)
#[expect(
    clippy::indexing_slicing,
    reason = "within its length; reckoned when the program is built"
)]
fn weight(below: i32) -> u64 {
    /// What each step of the score leaves, of 2³².
    const STEP: u64 = 4_173_990_415;
    static WEIGHTS: [u64; 512] = {
        let mut weights = [0; 512];
        let (mut at, mut weight) = (0, 1 << 24);
        while at < weights.len() {
            weights[at] = weight;
            weight = (weight * STEP) >> 32;
            at += 1;
        }
        weights
    };
    let at = usize::try_from(below).unwrap_or(0);
    WEIGHTS.get(at).copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_that_are_nearly_the_same_stand_together() {
        // The short one is the likeliest, and the long ones together are likelier.
        assert_eq!(likeliest(&[(4, 10), (20, 0), (22, 0)]).0, 22);
        assert_eq!(likeliest(&[(4, 40), (20, 0), (22, 0)]).0, 4);
        // Of ends that share half the likeliest stands.
        assert_eq!(likeliest(&[(18, 30), (20, 0), (22, 0)]), (18, CERTAIN));
    }

    #[test]
    fn what_is_far_behind_weighs_nothing() {
        assert_eq!(weight(-1), weight(0));
        assert!((0..600).all(|below| weight(below) >= weight(below + 1)));
        assert_eq!(weight(i32::MAX), 0);
        let (all, third) = (1000 * weight(0), weight(35));
        assert_eq!(all / third, 2718);
    }
}
