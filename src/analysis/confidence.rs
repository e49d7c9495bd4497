//! How much an attribution can be relied on: from the lead of the reading that
//! was chosen, the steps that led to the speaker and their lead, and from the
//! statement that it leans on, which it can never be surer than.
//!
//! The leads, in units of the models' scores, are such that of what is graded
//! sure 95 of 100 were right on articles that the models had not seen.

use super::{
    context::Context,
    speakers::Attribution,
    statements::{BEYOND_DOUBT, Draft, proposal::Rule},
};
use crate::annotations::{Confidence, Entity, Reason, Speaker};

/// The least lead of a reading whose source names the speaker.
const SURE: i32 = 170;
/// The least lead of a reading that leans on one that is sure.
const SURE_LEANING: i32 = 140;
/// The least lead of its speaker among those who may be meant.
const SURE_SPEAKER: i32 = 60;

/// The grade of one statement by a speaker; `on` is that of the statement it
/// leans on.
pub fn of(
    context: &Context,
    draft: &Draft,
    by: &Attribution,
    on: Option<Confidence>,
    speaker: (Option<&Speaker>, &[Entity]),
) -> Confidence {
    let doubt = by
        .steps
        .iter()
        .any(|s| matches!(s.reason, Reason::Nobody | Reason::RoleAfter) || s.instead_of.is_some());
    if draft.margin < BEYOND_DOUBT || doubt || on == Some(Confidence::Doubtful) {
        return Confidence::Doubtful;
    }
    let sure = match draft.source {
        Some(_) => named(context, draft, by) && known(speaker),
        None => {
            draft.margin >= SURE_LEANING && by.lead >= SURE_SPEAKER && on == Some(Confidence::Sure)
        }
    };
    if sure {
        Confidence::Sure
    } else {
        Confidence::Likely
    }
}

/// Whether the source stands at its cue, names the speaker, and the pattern is
/// one that seldom errs.
fn named(context: &Context, draft: &Draft, by: &Attribution) -> bool {
    let names = by.steps.iter().all(|s| {
        matches!(
            s.reason,
            Reason::Named | Reason::SameName | Reason::Apposition | Reason::Body
        )
    });
    let pattern = matches!(
        draft.proposal.rule,
        Rule::Clause | Rule::Quotation | Rule::Colon | Rule::AccordingFront | Rule::ClauseBefore
    );
    let beside = draft.source.is_some_and(|(first, end)| {
        let before = end <= draft.site.token && (end..draft.site.token).all(|t| context.is_mark(t));
        first == draft.site.token + 1 || before
    });
    names && pattern && beside && draft.margin >= SURE
}

/// Whether the name is one of several words or stands more than once.
fn known((speaker, entities): (Option<&Speaker>, &[Entity])) -> bool {
    let Some(speaker) = speaker else {
        return false;
    };
    let mentions = speaker
        .entity
        .and_then(|e| entities.get(e.0))
        .map_or(0, |e| e.mentions.len());
    mentions >= 2 || speaker.name.contains(' ')
}
