//! What is known of all sites before the ends of contents are looked for.

use super::{
    Choice,
    confirm::{self, Report},
    proposal::Rule,
    site::{Site, SiteKind},
};
use crate::analysis::{
    context::Context,
    cues::{Shape, SpeechAct},
    grammar::Class,
};

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
            reports: marked(
                context,
                confirm::reporting(choices)
                    .into_iter()
                    .filter(|token| !first_person(context, *token)),
            ),
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
    if apart(context, report) || without(context, site.token) || matter(context, site.token) {
        return true;
    }
    let before = site.token.wrapping_sub(1);
    match (cue.entry.shape, report.source) {
        (Shape::Participle, None) => {
            cue.waw || context.is_mark(before) || is_circumstance(context, site.token)
        }
        (Shape::Masdar, _) => context.word(site.token).tells_how(),
        (Shape::Past | Shape::Present, None) => cue.waw || cue.fa,
        (Shape::Past | Shape::Present, Some((first, _))) => {
            cue.waw && context.is_comma(before) && first > site.token
        }
        _ => false,
    }
}

/// Where a report that goes on begins: at its cue, or at فيما, كما before it.
fn begins(context: &Context, report: &Report) -> usize {
    let cue = report.choice.site.token;
    if without(context, cue) || matter(context, cue) {
        let of = context.class(cue.wrapping_sub(3)) == Some(Class::Min);
        return cue - 2 - usize::from(of);
    }
    if apart(context, report) { cue - 1 } else { cue }
}

/// Whether a report is set beside the one before it (…، فيما أكد الخبير؛ كما طالب): of 11 of
/// the training articles none stands in the content before.
fn apart(context: &Context, report: &Report) -> bool {
    let Choice { site, proposal, .. } = &report.choice;
    let verb = matches!(site.shape(), Some(Shape::Past | Shape::Present));
    let before = site.token.checked_sub(1).and_then(|t| context.class(t));
    let apart = match before {
        Some(Class::While | Class::As) => true,
        // لذلك دعا, not ثم دعا.
        Some(Class::Then) => context.key(site.token - 1).starts_with('ل'),
        Some(Class::Where) => tells_words(site) || report.source.is_some_and(|s| s.0 > site.token),
        _ => false,
    };
    verb && apart && proposal.rule != Rule::ClauseBefore
}

/// Whether a verb is in the first person: it goes on with somebody's own words.
fn first_person(context: &Context, cue: usize) -> bool {
    let word = context.word(cue).cue;
    word.is_some_and(|cue| cue.entry.in_first_person())
}

/// Whether a verb only gives somebody's words (حيث قال).
fn tells_words(site: &Site) -> bool {
    use SpeechAct::{Affirming, Explaining, GoingOn, Pointing, Telling};
    matches!(site.kind, SiteKind::Cue(cue)
        if matches!(cue.entry.act, Affirming | Explaining | GoingOn | Pointing | Telling))
}

/// Whether a report tells what was not said (دون أن تحدد المكان).
fn without(context: &Context, cue: usize) -> bool {
    cue > 2
        && context.class(cue - 1) == Some(Class::That)
        && context.class(cue - 2) == Some(Class::Without)
}

/// Whether a report judges what was told (الأمر الذي عده مراقبون).
fn matter(context: &Context, cue: usize) -> bool {
    cue > 2 && context.class(cue - 1) == Some(Class::Relative) && context.is(cue - 2, "الامر")
}

/// Whether a participle tells how something was said (مشيرا، مؤكدين), whatever stands
/// before it; ملتزمة may as well be what is said of somebody, as is what stands behind ليس.
fn is_circumstance(context: &Context, token: usize) -> bool {
    let key = context.key(token);
    let before = token.wrapping_sub(1);
    let is = matches!(context.class(before), Some(Class::Was | Class::Negation));
    !is && (key.ends_with('ا') || key.ends_with("ين"))
}
