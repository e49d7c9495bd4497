//! From the words of a source to a speaker: names, roles, short forms, implied
//! subjects; each step is kept as evidence.
//!
//! - [`phrase`]: what a source phrase says: names, head, role, number, gender.
//! - [`roles`]: which persons the article gives which roles.
//! - [`described`], [`implied`]: whom a source, or the want of one, may mean.
//! - [`narrow`]: whom a description cannot mean; [`label`]: whom a role means that a name
//!   stands before.
//! - [`callings`], [`whose`]: what nouns for persons tell, and whose name stands behind them.
//! - [`headline`]: whom a description in the headline means.
//! - [`by_form`]: whom a phrase means by its form alone; [`late`]: who is named only later.
//! - [`host`], [`object`]: who does what stands around a cue, and where the object begins.
//! - [`others`]: whom a role cannot mean, as they are known by another.
//! - [`nobody`]: what is said by nobody; [`said_in`]: by whom is what stands in something.
//! - [`view`]: what each of these [`candidate`]s is judged by.
//! - [`resolve`]: a statement to one of the speakers known so far, or a new one.

mod by_form;
mod by_place;
mod callings;
pub mod candidate;
pub mod described;
mod distinct;
mod elsewhere;
mod headline;
mod host;
pub mod implied;
mod index;
mod interviewed;
mod label;
mod late;
mod naming;
mod narrow;
mod nobody;
mod object;
mod on_stage;
mod others;
mod people;
pub mod phrase;
pub mod record;
pub mod resolve;
pub mod roles;
mod said_in;
mod sentence;
mod traits;
pub mod view;
mod whose;

use self::{candidate::Candidate, implied::Before, resolve::Resolver, view::SpeakerView};
use super::{
    context::Context,
    ranker::Ranker,
    statements::{Draft, margins::CERTAIN},
};
use crate::{
    annotations::{Entity, Reason, Speaker, SpeakerId, Step},
    document::Span,
};

/// The model that tells who is meant.
pub const MODEL: Ranker = Ranker::new(include_bytes!("../weights/speakers.bin"));

/// Who said one statement, and how that is known.
#[derive(Clone, Debug)]
pub struct Attribution {
    /// The speaker.
    pub speaker: SpeakerId,
    /// The steps from the source to it.
    pub steps: Vec<Step>,
    /// By how much it was better than the next one who may be meant.
    pub lead: i32,
    /// The statement before, by its number, from which the speaker is taken.
    pub on: Option<usize>,
}

impl Attribution {
    /// Whether such a step led to the speaker.
    pub fn rests_on(&self, reason: Reason) -> bool {
        self.steps.iter().any(|step| step.reason == reason)
    }

    /// Whether somebody else came near.
    pub fn has_rival(&self) -> bool {
        self.steps.iter().any(|step| step.instead_of.is_some())
    }
}

/// What chooses among those who may be meant: a model, or a teacher who knows.
pub trait Choose {
    /// The best candidate of the draft with this number, its lead over the
    /// next, and which one that is.
    fn choose(
        &mut self,
        draft: usize,
        resolver: &Resolver,
        view: &SpeakerView,
        candidates: &[Candidate],
    ) -> (usize, i32, Option<usize>);
}

impl Choose for Ranker {
    fn choose(
        &mut self,
        _: usize,
        resolver: &Resolver,
        view: &SpeakerView,
        candidates: &[Candidate],
    ) -> (usize, i32, Option<usize>) {
        let (mut best, mut second) = ((i32::MIN, 0), None);
        for (nth, candidate) in candidates.iter().enumerate() {
            let score = self.sum(|out| view.features(resolver, candidate, out));
            if score > best.0 {
                second = (nth > 0).then_some(best);
                best = (score, nth);
            } else if second.is_none_or(|(top, _)| score > top) {
                second = Some((score, nth));
            }
        }
        let lead = second.map_or(CERTAIN, |(top, _)| best.0 - top);
        (best.1, lead, second.map(|s| s.1))
    }
}

/// Who said what, while it is not settled yet which of it is told.
pub struct Attributed<'c, 'd> {
    resolver: Resolver<'c, 'd>,
    /// For each draft who said it.
    pub found: Vec<Attribution>,
}

impl Attributed<'_, '_> {
    /// The speakers of the drafts that are told, numbered in the order of their first one;
    /// what was found has these numbers from then on.
    pub fn finish(&mut self, told: &[bool]) -> Vec<Speaker> {
        self.resolver.finish(&mut self.found, told)
    }
}

/// Who said each of the drafts. `nested` tells for each which other one holds it.
pub fn attribute<'c, 'd>(
    context: &'c Context<'d>,
    entities: &'c [Entity],
    drafts: &[Draft],
    nested: &[Option<usize>],
    choose: &mut dyn Choose,
) -> Attributed<'c, 'd> {
    let mut resolver = Resolver::new(context, entities);
    let mut found: Vec<Attribution> = Vec::with_capacity(drafts.len());
    for index in 0..drafts.len() {
        let before = Before {
            drafts,
            nested,
            found: &found,
            index,
        };
        let attribution = resolver.attribute(&before, choose);
        found.push(attribution);
    }
    Attributed { resolver, found }
}

/// A step of the way, with no alternative.
pub(crate) fn step(reason: Reason, from: Span, to: Option<Span>) -> Step {
    Step {
        reason,
        from,
        to,
        instead_of: None,
    }
}
