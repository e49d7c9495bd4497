//! Which statement stands inside which, and what two sites claim at once.

use super::{Draft, passed_on, proposal::Rule};
use crate::analysis::{context::Context, cues::Shape, work};

/// Drops what another draft holds already, and orders the rest by their cues.
///
/// A quotation that opens a sentence is one statement with the cue that claims
/// it; a verb and the participle that leans on it (حذر الوزير، قائلا إن…) are one,
/// reported by the verb; who only passes a report on (قال الوزير إن…، بحسب ما ذكرت الصحيفة)
/// says nothing. What stands in more than [`DEEPEST`] others is dropped.
pub fn settle(mut drafts: Vec<Draft>, context: &Context) -> Vec<Draft> {
    drafts.sort_by_key(|d| d.site.token);
    let claimed = claims(&drafts);
    let held = |draft: &Draft| {
        let alone = draft.proposal.rule == Rule::LoneQuotation;
        let content = draft.content.first();
        content.is_none_or(|(first, last)| alone && holds(&claimed, *first, *last))
    };
    drafts.retain(|draft| !held(draft));
    let mut depths = Depths(vec![0; context.tokens.len()]);
    drafts = without_twins(drafts);
    passed_on::leave_out(context, &mut drafts);
    drafts.retain(|draft| depths.take(&draft.content));
    drafts
}

/// Of those that claim the same content the one that leans on no other, and of these
/// the likelier.
fn without_twins(drafts: Vec<Draft>) -> Vec<Draft> {
    let mut kept: Vec<Draft> = Vec::with_capacity(drafts.len());
    for draft in drafts {
        let first = draft.content.first().map(|content| content.0);
        let near = kept.iter_mut().rev().take(3);
        let mut twins = near.filter(|k| k.content.first().map(|content| content.0) == first);
        match twins.next() {
            None => kept.push(draft),
            Some(twin)
                if !leans(&draft) && draft.margins.of_reading() > twin.margins.of_reading() =>
            {
                *twin = draft;
            }
            Some(_) => {}
        }
    }
    kept
}

/// Whether a statement stands with another's verb where both claim one content.
fn leans(draft: &Draft) -> bool {
    matches!(draft.site.shape(), None | Some(Shape::Participle)) || draft.source.is_none()
}

/// How deep statements stand in statements; news go to three. Without a bound, the
/// contents of an article that only nests would take up its length squared.
const DEEPEST: u8 = 16;

/// In how many contents each token stands.
struct Depths(Vec<u8>);

impl Depths {
    /// Takes a content in, unless one of its ends is too deep.
    fn take(&mut self, content: &[(usize, usize)]) -> bool {
        let depth = |token: usize| self.0.get(token).copied().unwrap_or(0);
        let deep = |part: &(usize, usize)| depth(part.0).max(depth(part.1.saturating_sub(1)));
        if content.iter().map(deep).max() >= Some(DEEPEST) {
            return false;
        }
        for (first, end) in content {
            for depth in self.0.get_mut(*first..*end).into_iter().flatten() {
                *depth = depth.saturating_add(1);
            }
        }
        true
    }
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
    let near = after.checked_sub(1).and_then(|near| claims.get(near));
    near.is_some_and(|claim| claim.1 >= last)
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
            work::steps(open.len());
            open.retain(|(end, _)| *end > cue);
            let holds = |(_, owner): &&(usize, usize)| {
                let other = drafts.get(*owner).filter(|_| *owner != i);
                other.is_some_and(|o| o.content != draft.content && within(draft, o))
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

#[cfg(test)]
mod tests {
    use crate::{analysis::analyse, document::Document};

    #[test]
    fn what_is_found_grows_with_the_text_however_deep_it_nests() {
        let nested = |depth: usize| {
            let text = "قال سامر إن ".repeat(depth) + "الوضع مستقر.";
            let found = analyse(&Document::new(text.as_str()));
            let contents = found.statements.iter().flat_map(|s| &s.content);
            let held: usize = contents.map(|span| span.len()).sum();
            (found.statements.len(), held / text.len())
        };
        assert_eq!(nested(3).0, 3);
        let (deep, deeper) = (nested(100), nested(1000));
        assert!(deep.0 >= 10 && deeper.1 < 20, "{deep:?} {deeper:?}");
    }
}
