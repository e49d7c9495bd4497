//! From a document to its annotations; reads no file and cannot fail.
//!
//! ```text
//! Document → tokens → sentences, quotes ┐
//!    lexicon → mentions, entities ─────┼→ statements (rules) → speakers → Annotations
//! ```

pub mod clusters;
pub mod confidence;
pub mod context;
pub mod cues;
pub mod eights;
pub mod entities;
pub mod entries;
pub mod grammar;
pub mod hash;
pub mod interner;
mod leads;
pub mod letters;
pub mod lexicon;
pub mod looks;
pub mod memo;
pub mod mentions;
pub mod narrow;
pub mod normalize;
pub mod packed;
mod presentation;
pub mod quotes;
pub mod ranker;
pub mod recent;
mod respelt;
pub mod senses;
pub mod sentences;
pub mod speakers;
pub mod speech;
pub mod statements;
pub mod stem;
pub mod tokens;
pub mod word;
pub mod work;

use crate::{
    annotations::{Annotations, Confidence, Statement, StatementId},
    document::Document,
};

/// Everything that is said, by whom, and everyone and everything named.
pub fn analyse(document: &Document) -> Annotations {
    analyse_with(&context::Context::new(document), &statements::MODELS)
}

/// The same with other weights, as the trainer tries them.
pub fn analyse_with(context: &context::Context, models: &statements::Models) -> Annotations {
    let mut entities = entities::join(
        context.text,
        &context.tokens,
        &context.lists,
        &context.mentions,
    );
    mentions::measures::set_normal_forms(&mut entities, context);
    entities::equal::join(&mut entities, context);
    let drafts = statements::find(context, models);
    let nested = statements::nest::nesting(&drafts);
    let mut choose = models.speakers;
    let (speakers, attributions) =
        speakers::attribute(context, &entities, &drafts, &nested, &mut choose);
    let mut grades: Vec<Confidence> = Vec::with_capacity(drafts.len());
    for (draft, by) in drafts.iter().zip(&attributions) {
        let on = by.on.and_then(|on| grades.get(on).copied());
        let speaker = (speakers.get(by.speaker.0), entities.as_slice());
        grades.push(confidence::of(context, draft, by, on, speaker));
    }
    let statements = drafts
        .iter()
        .zip(attributions)
        .zip(nested)
        .zip(grades)
        .map(|(((draft, by), nested), confidence)| Statement {
            kind: statements::kind::of(context, draft),
            cue: context.tokens.word(context.text, draft.site.token),
            source: draft.source.map(|(first, end)| context.span(first, end)),
            speaker: by.speaker,
            content: draft
                .content
                .iter()
                .map(|(a, b)| context.span(*a, *b))
                .collect(),
            nested_in: nested.map(StatementId),
            rule: draft.proposal.rule.name(),
            confidence,
            evidence: by.steps,
        })
        .collect();
    Annotations {
        speakers,
        statements,
        entities,
    }
}
