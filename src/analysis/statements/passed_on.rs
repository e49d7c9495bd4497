//! A newspaper, agency or station named behind a report of somebody else only passes it on (قال
//! الوزير إن الجسر آمن، [بحسب ما ذكرت الصحيفة]): of ten in the articles with gold none is a
//! statement of its own.

use super::{Draft, proposal::Rule};
use crate::analysis::{context::Context, lexicon::Classes, senses::Senses};

/// Leaves out what only passes on the report that it stands behind.
pub fn leave_out(c: &Context, drafts: &mut Vec<Draft>) {
    if drafts.len() < 2 {
        return;
    }
    let passes: Vec<bool> = (0..drafts.len()).map(|at| passes(c, drafts, at)).collect();
    let mut passes = passes.into_iter();
    drafts.retain(|_| !passes.next().unwrap_or(false));
}

/// Whether the draft with that number is by a medium, and its content the report before it.
fn passes(c: &Context, drafts: &[Draft], at: usize) -> bool {
    let Some(draft) = drafts.get(at) else {
        return false;
    };
    let behind = matches!(
        draft.proposal.rule,
        Rule::ClauseBefore | Rule::AccordingAfter
    );
    let medium = draft.source.is_some_and(|(first, _)| {
        c.stem_means(first, Senses::MEDIA) || c.has(first, Classes::MEDIA)
    });
    let ([(start, end)], true) = (draft.content.as_slice(), behind && medium) else {
        return false;
    };
    let before = drafts.get(..at).unwrap_or_default().iter().rev();
    let mut reports = before.take_while(|report| report.site.token >= *start);
    // Up to its end, so that nothing is left that the medium itself says.
    reports.any(|report| report.content.last().is_some_and(|last| last.1 == *end))
}
