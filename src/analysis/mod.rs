//! From a document to its annotations; reads no file and cannot fail.
//!
//! ```text
//! Document → tokens → sentences, quotes ┐
//!              lexicon → mentions ──────┼→ statements (rules) → speakers → Annotations
//! ```

pub mod clusters;
pub mod confidence;
pub mod context;
pub mod cues;
pub mod entities;
pub mod grammar;
pub mod hash;
pub mod interner;
pub mod lexicon;
pub mod memo;
pub mod mentions;
pub mod normalize;
pub mod packed;
pub mod quotes;
pub mod ranker;
pub mod sentences;
pub mod speakers;
pub mod statements;
pub mod tokens;

use crate::{
    annotations::{Annotations, Statement, StatementId},
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
    let drafts = statements::find(context, models);
    let nested = statements::nest::nesting(&drafts);
    let mut choose = models.speakers;
    let (speakers, attributions) =
        speakers::attribute(context, &entities, &drafts, &nested, &mut choose);
    let statements = drafts
        .iter()
        .zip(attributions)
        .zip(nested)
        .map(|((draft, by), nested)| Statement {
            kind: statements::kind::of(context, draft),
            cue: context.tokens.span(draft.site.token),
            source: draft.source.map(|(first, end)| context.span(first, end)),
            speaker: by.speaker,
            content: draft
                .content
                .iter()
                .map(|(a, b)| context.span(*a, *b))
                .collect(),
            nested_in: nested.map(StatementId),
            rule: draft.proposal.rule.name(),
            confidence: confidence::of(draft, &by.steps),
            evidence: by.steps,
        })
        .collect();
    Annotations {
        speakers,
        statements,
        entities,
    }
}
