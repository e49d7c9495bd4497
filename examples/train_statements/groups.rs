//! From gold files to groups of candidates with the right one marked.

use crate::{
    gold::{self, Article, Statement},
    learner::Group,
};
use qawl::analysis::{
    context::Context,
    ranker::{Features, Ranker},
    statements::{
        self, Choice, Models,
        confirm::{self, Neighbours, SecondLook},
        end_view::{self, EndView},
        ends,
        phrases::Phrases,
        proposal::Proposal,
        rules, site,
        site_view::SiteView,
        source_view::SourceView,
        sources,
    },
};

/// Which gold statements no site covers, no reading, no end or no source.
#[derive(Default)]
pub struct Coverage {
    statements: usize,
    missing: Vec<(&'static str, String)>,
}

impl Coverage {
    fn miss(&mut self, what: &'static str, article: &Article, statement: &Statement) {
        self.missing.push((what, statement.describe(article)));
    }

    /// Says how many, and with SHOW set which.
    pub fn print(&self) {
        print!("of {} statements", self.statements);
        for what in ["site", "reading", "end", "source"] {
            let count = self.missing.iter().filter(|m| m.0 == what).count();
            print!(", no {what} for {count}");
        }
        println!();
        if std::env::var_os("SHOW").is_some() {
            for (what, statement) in &self.missing {
                println!("no {what}: {}", statement.replace('\n', "⏎"));
            }
        }
    }
}

/// For each site that reports its readings, and which of them is right.
pub fn readings(article: &Article, context: &Context, coverage: &mut Coverage) -> Vec<Group> {
    let sites = site::all(context);
    let mut groups = Vec::new();
    for statement in &article.statements {
        coverage.statements += 1;
        let Some(s) = sites
            .iter()
            .find(|s| s.token == statement.cue_token(context))
        else {
            coverage.miss("site", article, statement);
            continue;
        };
        let proposals = proposals(context, s);
        let Some(right) = best(context, &proposals, statement) else {
            coverage.miss("reading", article, statement);
            continue;
        };
        let view = SiteView::new(context, *s);
        let mut features = Features::default();
        let candidate = |(nth, proposal)| {
            view.reading(proposal, nth, &mut features);
            features.as_slice().to_vec()
        };
        groups.push(Group {
            candidates: proposals.iter().enumerate().map(candidate).collect(),
            right,
            also: Vec::new(),
            about: place(context, s.token),
        });
    }
    groups
}

/// For each site its best reading against none.
pub fn choose(article: &Article, context: &Context, read: Ranker) -> Vec<Group> {
    let mut groups = Vec::new();
    let mut features = Features::default();
    for s in site::all(context) {
        let proposals = proposals(context, &s);
        let view = SiteView::new(context, s);
        let Some((nth, _)) = view.best(&proposals, read, true) else {
            continue;
        };
        view.none(&proposals, &mut features);
        let none = features.as_slice().to_vec();
        view.statement(&proposals[nth], nth, &mut features);
        let candidates = vec![none, features.as_slice().to_vec()];
        let right = usize::from(article.statement_at(context, s.token).is_some());
        let about = place(context, s.token);
        groups.push(Group {
            candidates,
            right,
            also: Vec::new(),
            about,
        });
    }
    groups
}

/// For each site that may report its best reading against none at the second look.
pub fn confirm(article: &Article, context: &Context, models: &Models) -> Vec<Group> {
    let sites = site::all(context);
    let choices = statements::choices(context, &sites, models);
    let reporting = confirm::reporting(&choices);
    let (mut features, mut phrases) = (Features::default(), Phrases::default());
    let mut group = |choice: &Choice| {
        let Choice { site, proposal, .. } = choice;
        let view = SiteView::new(context, *site);
        view.none(&proposals(context, site), &mut features);
        let none = features.as_slice().to_vec();
        let (source, _) = statements::source(context, site, proposal, &mut phrases, models.sources);
        let around = Neighbours::of(context, &reporting, site.token);
        view.statement(proposal, choice.nth, &mut features);
        let again = SecondLook::new(context, *site);
        again.features(proposal, source, around, &mut features);
        Group {
            candidates: vec![none, features.as_slice().to_vec()],
            right: usize::from(article.statement_at(context, site.token).is_some()),
            also: Vec::new(),
            about: place(context, site.token),
        }
    };
    choices.iter().map(&mut group).collect()
}

fn proposals(context: &Context, site: &site::Site) -> Vec<Proposal> {
    let mut proposals = Vec::new();
    rules::propose(context, site, &mut proposals);
    proposals
}

/// The reading whose content begins, and ends if it knows, where the gold one does.
fn best(context: &Context, proposals: &[Proposal], gold: &Statement) -> Option<usize> {
    let parts = gold.parts(context);
    let (first, last) = (parts.first()?, parts.last()?);
    let fit = |p: &Proposal| {
        let starts = gold::first_word(context, p.first()) == first.0;
        let resumes =
            p.before.is_none() || parts.len() > 1 && gold::first_word(context, p.start) == last.0;
        if !starts || !resumes {
            return None;
        }
        let ends = p.end.is_some_and(|e| gold::last_word(context, e) == last.1);
        let parted = p.before.is_some() == (parts.len() > 1);
        let overshoots = p.end.is_some() && !ends;
        Some((parted, !overshoots, ends))
    };
    (0..proposals.len())
        .filter_map(|i| Some((fit(&proposals[i])?, std::cmp::Reverse(i))))
        .max()
        .map(|(_, i)| i.0)
}

/// For each statement the ends that its right reading may have.
pub fn ends(
    article: &Article,
    context: &Context,
    reports: &dyn Fn(usize) -> bool,
    coverage: &mut Coverage,
) -> Vec<Group> {
    let mut groups = Vec::new();
    for (s, proposal, statement) in answered(article, context) {
        let candidates = ends::candidates(context, s.token, &proposal);
        let Some(last) = statement.parts(context).last().copied() else {
            continue;
        };
        let Some(right) = candidates
            .iter()
            .position(|e| gold::last_word(context, *e) == last.1)
        else {
            coverage.miss("end", article, statement);
            continue;
        };
        if candidates.len() < 2 {
            continue;
        }
        let view = EndView::new(context, &s, &proposal);
        let (mut features, mut held) = (Features::default(), end_view::Held::default());
        let candidates = candidates
            .iter()
            .map(|end| {
                view.features(*end, reports, &mut held, &mut features);
                features.as_slice().to_vec()
            })
            .collect();
        groups.push(Group {
            candidates,
            right,
            also: Vec::new(),
            about: place(context, s.token),
        });
    }
    groups
}

/// For each statement the phrases that may be its source; the first is none.
pub fn sources(article: &Article, context: &Context, coverage: &mut Coverage) -> Vec<Group> {
    let mut groups = Vec::new();
    for (s, proposal, statement) in answered(article, context) {
        let candidates = sources::candidates(context, &s, &proposal);
        let exact = |wanted| {
            let words = |c: &(usize, usize)| {
                (
                    gold::first_word(context, c.0),
                    gold::last_word(context, c.1),
                )
            };
            candidates.iter().position(|c| words(c) == wanted)
        };
        // What grammar alone tells is no choice to learn from.
        if statements::sure_source(context, &s, &proposal).is_some() {
            continue;
        }
        let right = match statement
            .source
            .map(|span| exact(gold::words(context, span)))
        {
            None => 0,
            Some(Some(at)) => at + 1,
            Some(None) => {
                coverage.miss("source", article, statement);
                continue;
            }
        };
        let view = SourceView::new(context, &s, &proposal);
        let mut features = Features::default();
        view.none(&mut features);
        let mut all = vec![features.as_slice().to_vec()];
        for candidate in candidates {
            view.features(candidate, &mut features);
            all.push(features.as_slice().to_vec());
        }
        groups.push(Group {
            candidates: all,
            right,
            also: Vec::new(),
            about: place(context, s.token),
        });
    }
    groups
}

/// Where a choice is made, for whoever reads the mistakes.
pub fn place(context: &Context, cue: usize) -> String {
    let (first, last) = context.paragraph_around(cue);
    let before = context.slice(cue.saturating_sub(8).max(first), cue);
    let after = context.slice(cue + 1, (cue + 12).min(last.max(cue + 1)));
    let cue = context.slice(cue, cue + 1);
    format!("{before} [{cue}] {after}")
}

/// The sites with a gold statement, and its right reading.
fn answered<'a>(
    article: &'a Article,
    context: &Context,
) -> Vec<(site::Site, Proposal, &'a Statement)> {
    let sites = site::all(context).into_iter();
    sites
        .filter_map(|s| {
            let statement = article.statement_at(context, s.token)?;
            let proposals = proposals(context, &s);
            Some((
                s,
                proposals[best(context, &proposals, statement)?],
                statement,
            ))
        })
        .collect()
}
