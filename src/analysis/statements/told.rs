//! What is known of all sites before the ends of contents are looked for.

use super::{
    Choice,
    confirm::{self, Report},
    proposal::Rule,
    site::SiteKind,
};
use crate::analysis::{context::Context, cues::Shape, grammar::Class};

/// For each token what was found there.
pub struct Told {
    reports: Vec<bool>,
    goes_on: Vec<bool>,
}

impl Told {
    /// Gathers it.
    pub fn new(context: &Context, choices: &[Choice], reports: &[Report]) -> Self {
        let going_on = reports.iter().filter(|report| goes_on(context, report));
        Self {
            reports: marked(context, confirm::reporting(choices).into_iter()),
            goes_on: marked(context, going_on.map(|report| begins(context, report))),
        }
    }

    /// Whether the cue at a token seemed to report at the first look.
    pub fn reports(&self, token: usize) -> bool {
        self.reports.get(token).copied().unwrap_or(false)
    }

    /// Whether the cue at a token reports, and goes on with the report before it.
    pub fn goes_on(&self, token: usize) -> bool {
        self.goes_on.get(token).copied().unwrap_or(false)
    }
}

/// For each token whether it is one of these.
fn marked(context: &Context, tokens: impl Iterator<Item = usize>) -> Vec<bool> {
    let mut marks = vec![false; context.tokens.len()];
    for token in tokens {
        if let Some(mark) = marks.get_mut(token) {
            *mark = true;
        }
    }
    marks
}

/// Whether a report goes on with the one before it: a participle, or a verb with و, that
/// has no source of its own (إن الوضع مستقر، مضيفا أن…؛ وطالب ب…); the verb behind a comma
/// also with one behind it (…، وأكد الخبير أن). Of 230 of the training articles one stands
/// in the content before it.
fn goes_on(context: &Context, report: &Report) -> bool {
    let site = &report.choice.site;
    let SiteKind::Cue(cue) = site.kind else {
        return false;
    };
    if apart(context, report) {
        return true;
    }
    let before = site.token.wrapping_sub(1);
    match (cue.entry.shape, report.source) {
        (Shape::Participle, None) => {
            cue.waw || context.is_mark(before) || is_circumstance(context, site.token)
        }
        (Shape::Masdar, _) => context.word(site.token).tells_how(),
        (Shape::Past | Shape::Present, None) => cue.waw,
        (Shape::Past | Shape::Present, Some((first, _))) => {
            cue.waw && context.is_comma(before) && first > site.token
        }
        _ => false,
    }
}

/// Where a report that goes on begins: at its cue, or at فيما, كما before it.
fn begins(context: &Context, report: &Report) -> usize {
    let cue = report.choice.site.token;
    if apart(context, report) { cue - 1 } else { cue }
}

/// Whether a report is set beside the one before it (…، فيما أكد الخبير؛ كما طالب): of 11 of
/// the training articles none stands in the content before.
fn apart(context: &Context, report: &Report) -> bool {
    let Choice { site, proposal, .. } = &report.choice;
    let verb = matches!(site.shape(), Some(Shape::Past | Shape::Present));
    let before = site.token.checked_sub(1).and_then(|t| context.class(t));
    let apart = matches!(before, Some(Class::While | Class::As));
    verb && apart && proposal.rule != Rule::ClauseBefore
}

/// Whether a participle tells how something was said (مشيرا، مؤكدين), whatever stands
/// before it; ملتزمة may as well be what is said of somebody, as is what stands behind ليس.
fn is_circumstance(context: &Context, token: usize) -> bool {
    let key = context.key(token);
    let before = token.wrapping_sub(1);
    let is = matches!(context.class(before), Some(Class::Was | Class::Negation));
    !is && (key.ends_with('ا') || key.ends_with("ين"))
}
