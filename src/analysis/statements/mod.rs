//! Statements: cue, source and content, joined by rules and chosen by weight.
//!
//! 1. [`site`]: every word or mark that may report.
//! 2. [`rules`]: for each, the readings of where its content begins.
//! 3. [`read`], [`choose`]: the best reading, or none.
//! 4. [`phrases`], [`sources`]: the words that name who spoke; `agreement`: whether a verb lets them.
//! 5. [`confirm`]: a second look, with the source and what stands around.
//! 6. [`ends`], `best_end`: where the content ends.
//! 7. [`nest`]: which stands inside which, and what two cues claim at once.

mod addressed;
mod agent;
mod agreement;
mod ahead;
mod antecedent;
mod apposition;
mod as_they_spoke;
pub mod aside;
mod asked;
mod behind_was;
mod best_end;
mod by_nobody;
mod by_whom;
mod chief;
pub mod choose;
mod circumstance;
pub mod confirm;
pub mod divine;
pub mod end_view;
pub mod ends;
mod facts;
mod first_behind;
mod formula;

mod governed;
mod idiom;
pub mod juncture;
pub mod kind;
pub mod margins;
pub mod nest;
pub mod noun_phrase;
mod occasion_between;
mod on_occasion;
mod only_occasion;
mod own_subject;
mod passed_on;
mod passive;
pub mod phrase_ends;
pub mod phrases;
mod predicate;
pub mod proposal;
pub mod read;
mod relative;
mod relayed;
mod renewed;
mod reporter;
pub mod rules;
pub mod same_speaker;
mod second_clause;
mod set_off;
mod silence;
pub mod site;
pub mod site_view;
pub mod source_inside;
pub mod source_opens;
pub mod source_view;
pub mod sources;
mod student;
mod surely_noun;
mod theirs;
mod told;
mod tongue;
mod torn;
mod two_offices;
pub mod verb_form;
mod whom;
mod works;

use smallvec::SmallVec;

use self::{
    margins::{CERTAIN, Margins},
    phrases::Phrases,
    proposal::{Proposal, Rule},
    site::{Site, SiteKind},
    site_view::SiteView,
    source_view::SourceView,
    told::Told,
};
use super::{
    context::{Context, Mark},
    ranker::{self, Both, Pair, Ranker, Sums},
    worth::{self, Worth},
};

/// A statement before its speaker is known; all places are tokens.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// Where it is reported.
    pub site: Site,
    /// How its content was found.
    pub proposal: Proposal,
    /// The parts of the content: first token and the one after the last.
    pub content: Vec<(usize, usize)>,
    /// The words that name who spoke, where there are any.
    pub source: Option<sources::Source>,
    /// By how much each choice was better than the next one.
    pub margins: Margins,
}

/// The weights used for each choice; those of the program, or others on trial.
#[derive(Clone, Copy)]
pub struct Models {
    /// Which reading of a site is the right one, if it reports.
    pub read: Ranker,
    /// Whether it may report, and whether it does, its source known: the first look
    /// asks both the same.
    pub looks: Looks,
    /// Where a content ends.
    pub ends: Ranker,
    /// Which words name who spoke, if any do.
    pub sources: Ranker,
    /// Who is meant by them, or where there are none.
    pub speakers: Ranker,
    /// Whether all that was chosen is likely enough to be told.
    pub worth: Worth,
    /// Whether readings and sites that are far behind at first are weighed on, as
    /// for a lesson: nearly none of them is right in the end.
    pub thorough: bool,
}

/// The program's own.
pub const MODELS: Models = Models {
    read: read::MODEL,
    looks: LOOKS,
    ends: ends::MODEL,
    sources: sources::MODEL,
    speakers: crate::analysis::speakers::MODEL,
    worth: worth::MODEL,
    thorough: false,
};

/// The models of the two looks.
#[derive(Clone, Copy, Debug)]
pub struct Looks {
    /// That of the first.
    pub first: Ranker,
    /// That of the second.
    pub second: Ranker,
    both: Pair,
}

impl Looks {
    /// Those two.
    pub fn new(first: Ranker, second: Ranker) -> Self {
        let both = Pair::of(first, second);
        Self {
            first,
            second,
            both,
        }
    }
}

const LOOKS: Looks = {
    static BOTH: Both = ranker::side_by_side(choose::WEIGHTS, confirm::WEIGHTS);
    Looks {
        first: Ranker::new(choose::WEIGHTS),
        second: Ranker::new(confirm::WEIGHTS),
        both: Pair::new(&BOTH),
    }
};

/// A lead under which another reading is about as good; what grammar alone tells leads by
/// no less.
pub const BEYOND_DOUBT: i32 = 14;

/// How far below none the best reading of a site may be at the first look to get
/// a second one: of 6,300 that report one lies farther below.
const DOUBT: i32 = 60;

/// The same where all is weighed: the second look is learned from surer ones, too.
const THOROUGH_DOUBT: i32 = 140;

/// A site that may report, with its best reading.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Choice {
    /// The site.
    pub site: Site,
    /// Its best reading.
    pub proposal: Proposal,
    /// Which one that is of its readings.
    pub nth: usize,
    /// By how much it is better than none.
    pub margin: i32,
    /// The same by the model of the second look.
    pub again: i32,
    /// By how much it is better than the next one.
    pub lead: i32,
    /// Whether grammar alone tells that it reports, as far as it was asked: not of what the
    /// model is sure by itself.
    surely: Option<bool>,
}

impl Choice {
    /// Whether grammar alone tells that it reports.
    fn is_sure(&self, context: &Context) -> bool {
        self.surely
            .unwrap_or_else(|| rules::surely(context, &self.site))
    }
}

/// All statements of an article, in the order of their cues.
pub fn find(context: &Context, models: &Models) -> Vec<Draft> {
    let choices = choices(context, &site::all(context), models);
    let reports = confirm::all(context, &choices, models);
    let told = Told::new(context, &choices, &reports);
    let drafts = reports
        .into_iter()
        .map(|report| {
            let confirm::Report { choice, source, .. } = report;
            let Choice { site, proposal, .. } = choice;
            let (end, sure) = best_end::of(context, &site, &proposal, &told, models.ends);
            let mut content: SmallVec<[_; 2]> = proposal.before.into_iter().collect();
            content.push(unquoted(context, (proposal.start, end)));
            content.extend(joined_quotations(context, &proposal));
            content.sort_unstable();
            let content = content
                .into_iter()
                .flat_map(|part| paragraphs(context, part))
                .collect();
            Draft {
                site,
                proposal,
                content,
                source,
                margins: Margins {
                    site: choice.margin,
                    by_grammar: report.by_grammar,
                    reading: choice.lead.min(CERTAIN),
                    source: report.lead,
                    end: sure,
                },
            }
        })
        .collect();
    let mut drafts = nest::settle(drafts, context);
    asked::leave_out(context, &mut drafts);
    drafts
}

/// A content that one quotation holds whole, without its marks (إن «الوضع مستقر»).
fn unquoted(context: &Context, (first, end): (usize, usize)) -> (usize, usize) {
    match context.quote_at(first) {
        Some(q) if q.closed && q.close + 1 >= end && !q.is_empty() => q.inside(),
        _ => (first, end),
    }
}

/// The quotations that و alone joins to one that is a content (كتب عليها «[q أعيدوا أبناءنا]»
/// و«[q الخبز للجميع]»).
fn joined_quotations<'c>(
    context: &'c Context,
    proposal: &Proposal,
) -> impl Iterator<Item = (usize, usize)> + 'c {
    let quoted = matches!(proposal.rule, Rule::Quotation);
    let mut last = context
        .quote_at(proposal.start.wrapping_sub(1))
        .filter(|quote| quoted && quote.closed && proposal.end == Some(quote.close));
    std::iter::from_fn(move || {
        let mut and = last?.close + 1;
        while context.is_comma(and) {
            and += 1;
        }
        last = context
            .quote_at(and + 1)
            .filter(|quote| context.is(and, "و") && quote.closed && !quote.is_empty());
        last.map(|quote| quote.inside())
    })
}

/// A part of a content that runs over several paragraphs, one part for each.
fn paragraphs(
    context: &Context,
    (first, end): (usize, usize),
) -> impl Iterator<Item = (usize, usize)> {
    let last = context.paragraph(end.saturating_sub(1).max(first));
    (context.paragraph(first)..=last).filter_map(move |number| {
        let (start, stop) = context.paragraphs.get(number).copied()?;
        let mut start = start.max(first);
        while start > first && start + 1 < stop && context.is_mark(start) {
            start += 1;
        }
        let stop = ends::trim(context, start, stop.min(end));
        let words = (start..stop).any(|t| !context.is_mark(t));
        words.then_some((start, stop))
    })
}

/// The sites that may report, with their best readings.
pub fn choices(context: &Context, sites: &[Site], models: &Models) -> Vec<Choice> {
    let doubt = if models.thorough {
        THOROUGH_DOUBT
    } else {
        DOUBT
    };
    let mut proposals = Vec::new();
    let mut chosen = Vec::with_capacity(sites.len());
    for site in sites {
        proposals.clear();
        rules::propose(context, site, &mut proposals);
        if proposals.is_empty() {
            continue;
        }
        let view = SiteView::of(context, *site, &proposals);
        let Some((nth, lead)) = view.best(&proposals, models.read, models.thorough) else {
            continue;
        };
        let Some(proposal) = proposals.get(nth).copied() else {
            continue;
        };
        let sums = |give: &dyn Fn(&mut Sums)| models.looks.both.sums(give);
        let none = sums(&|out| view.none(&proposals, out));
        let reading = sums(&|out| view.statement(&proposal, nth, out));
        let [mut margin, again] = [reading[0] - none[0], reading[1] - none[1]];
        let surely = (margin < BEYOND_DOUBT).then(|| rules::surely(context, site));
        if surely == Some(true) {
            margin = BEYOND_DOUBT;
        }
        if margin > -doubt {
            chosen.push(Choice {
                site: *site,
                proposal,
                nth,
                margin,
                again,
                lead,
                surely,
            });
        }
    }
    chosen
}

/// The source that grammar alone tells, whatever the model weighs.
pub fn sure_source(context: &Context, site: &Site, proposal: &Proposal) -> Option<sources::Source> {
    if let SiteKind::Answer(_) = site.kind {
        let (first, _) = context.paragraph_around(site.token);
        return (context.mark(site.token) == Mark::Colon).then_some((first, site.token));
    }
    divine::of(context, site)
        .or_else(|| relayed::of(context, site))
        .or_else(|| agent::source(context, site))
        .or_else(|| rules::postposed::who(context, site))
        .or_else(|| renewed::of(context, site))
        .or_else(|| chief::of(context, site))
        .or_else(|| apposition::of(context, site))
        .or_else(|| antecedent::of(context, site))
        .or_else(|| own_subject::of(context, site))
        .or_else(|| second_clause::of(context, site))
        .or_else(|| rules::label::second(context, site))
        .or_else(|| rules::label::of_participle(context, site))
        .or_else(|| set_off::of(context, site))
        .or_else(|| behind_was::of(context, site))
        .or_else(|| by_whom::of(context, site))
        .or_else(|| first_behind::of(context, site, proposal))
        .or_else(|| two_offices::of(context, site))
}

/// The source of a statement, none where the subject is only implied, and its lead over
/// the next.
pub fn source(
    context: &Context,
    site: &Site,
    proposal: &Proposal,
    phrases: &mut Phrases,
    model: Ranker,
) -> (Option<sources::Source>, i32) {
    let surely = sure_source(context, site, proposal);
    if surely.is_some() {
        return (surely, CERTAIN);
    }
    let candidates = sources::candidates(context, site, proposal);
    if candidates.is_empty() {
        return (None, CERTAIN);
    }
    let view = SourceView::new(context, site, proposal);
    let (best, lead) = view.best(&candidates, phrases, model);
    let best = best.map(|source| sources::without_marks(context, source));
    (best, lead)
}
