//! Which statement stands inside which, and what two sites claim at once.

use super::{Draft, proposal::Rule};
use crate::analysis::{cues::Shape, sentences};

/// How many times over contents may hold a text; in news, not twice.
const OVER: usize = 8;

/// Drops what another draft holds already, and orders the rest by their cues.
///
/// A quotation that opens a sentence is one statement with the cue that claims
/// it; a verb and the participle that leans on it (حذر الوزير، قائلا إن…) are one,
/// reported by the verb.
///
/// All contents together hold the text of `tokens` tokens a few times over at
/// most: what would say more only repeats, and would cost its square.
pub fn settle(mut drafts: Vec<Draft>, tokens: usize) -> Vec<Draft> {
    drafts.sort_by_key(|d| d.site.token);
    let claimed = claims(&drafts);
    let mut kept: Vec<Draft> = Vec::with_capacity(drafts.len());
    let mut left = tokens.max(sentences::LONGEST).saturating_mul(OVER);
    for draft in drafts {
        let Some((first, last)) = draft.content.first().copied() else {
            continue;
        };
        let alone = draft.proposal.rule == Rule::LoneQuotation;
        let held = alone && holds(&claimed, first, last);
        let twin = kept
            .iter()
            .rev()
            .take(3)
            .any(|k| k.content.first().is_some_and(|c| c.0 == first));
        let leans =
            matches!(draft.site.shape(), None | Some(Shape::Participle)) || draft.source.is_none();
        let lengths = draft
            .content
            .iter()
            .map(|(first, end)| end.saturating_sub(*first));
        let long: usize = lengths.sum();
        if !(held || twin && leans || long > left) {
            left -= long;
            kept.push(draft);
        }
    }
    kept
}

/// The contents that a cue claims, by their beginnings, each with the farthest
/// end of those up to it.
fn claims(drafts: &[Draft]) -> Vec<(usize, usize)> {
    let cued = drafts
        .iter()
        .filter(|d| d.proposal.rule != Rule::LoneQuotation);
    let mut claims: Vec<(usize, usize)> = cued.flat_map(|d| d.content.iter().copied()).collect();
    claims.sort_unstable();
    let mut farthest = 0;
    for claim in &mut claims {
        farthest = farthest.max(claim.1);
        claim.1 = farthest;
    }
    claims
}

fn holds(claims: &[(usize, usize)], first: usize, last: usize) -> bool {
    let after = claims.partition_point(|c| c.0 <= first);
    after > 0 && claims[after - 1].1 >= last
}

/// For each draft the innermost other one whose content holds its cue.
pub fn nesting(drafts: &[Draft]) -> Vec<Option<usize>> {
    // Contents nest, so those that are still open when a cue is met are a stack.
    let mut spans: Vec<(usize, usize, usize)> = drafts
        .iter()
        .enumerate()
        .flat_map(|(i, d)| d.content.iter().map(move |c| (c.0, c.1, i)))
        .collect();
    spans.sort_unstable();
    let mut open: Vec<(usize, usize)> = Vec::new();
    let mut next = 0;
    drafts
        .iter()
        .enumerate()
        .map(|(i, draft)| {
            let cue = draft.site.token;
            while let Some((_, end, owner)) = spans.get(next).filter(|s| s.0 <= cue) {
                open.push((*end, *owner));
                next += 1;
            }
            open.retain(|(end, _)| *end > cue);
            let holds = |(_, owner): &&(usize, usize)| {
                *owner != i
                    && drafts[*owner].content != draft.content
                    && within(draft, &drafts[*owner])
            };
            open.iter().rev().find(holds).map(|(_, owner)| *owner)
        })
        .collect()
}

/// Whether the contents of a draft stand inside those of another.
fn within(inner: &Draft, outer: &Draft) -> bool {
    inner
        .content
        .iter()
        .all(|c| outer.content.iter().any(|o| o.0 <= c.0 && c.1 <= o.1))
}
