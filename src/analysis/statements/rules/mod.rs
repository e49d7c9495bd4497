//! The patterns, one a file. Each proposes where the content of a site may
//! begin; what is best among all proposals is chosen afterwards.
//!
//! To add one: a file here with a `propose` function and a head that says what
//! it is for with an example, a line in [`propose`], a case file in
//! `tests/cases/`.

pub mod according;
pub mod answer;
pub mod clause;
pub mod clause_before;
pub mod colon;
pub mod label;
pub mod lone_quotation;
pub mod object;
pub mod preposition;
pub mod question;
pub mod quotation;
pub mod quotation_before;
mod responsibility;
mod saying;
mod walk;

use super::{
    proposal::Proposal,
    site::{Site, SiteKind},
};
use crate::analysis::{context::Context, cues::Attribution};

/// All readings of a site.
pub fn propose(context: &Context, site: &Site, out: &mut Vec<Proposal>) {
    match site.kind {
        SiteKind::Cue(cue) => {
            walk::after_cue(context, site.token, &cue, out);
            if !quotation_before::propose(context, site.token, out) {
                clause_before::propose(context, site.token, out);
            }
        }
        SiteKind::Attribution(Attribution::Relay) => {
            walk::after_relay(context, site.token, out);
            according::propose(context, site.token, out);
        }
        SiteKind::Attribution(_) => according::propose(context, site.token, out),
        SiteKind::Colon => label::propose(context, site.token, out),
        SiteKind::Answer(end) => answer::propose(site.token, end, out),
        SiteKind::Quotation(quote) => lone_quotation::propose(context, quote, out),
    }
}

/// Whether grammar alone tells that a site reports, whatever the models weigh.
pub fn surely(context: &Context, site: &Site) -> bool {
    match site.kind {
        SiteKind::Colon => label::surely(context, site.token),
        SiteKind::Attribution(_) => according::surely(context, site.token),
        SiteKind::Answer(_) => true,
        SiteKind::Cue(_) => responsibility::propose(context, site.token).is_some(),
        SiteKind::Quotation(_) => false,
    }
}
