//! From a document to its annotations; reads no file and cannot fail.
//!
//! ```text
//! Document → tokens → sentences, quotes ┐
//!              lexicon → mentions ──────┼→ statements (rules) → speakers → Annotations
//! ```

pub mod clusters;
pub mod context;
pub mod cues;
pub mod grammar;
pub mod hash;
pub mod normalize;
pub mod quotes;
pub mod ranker;
pub mod sentences;
pub mod statements;
pub mod tokens;

use crate::{
    annotations::{Annotations, Confidence, Kind, Speaker, SpeakerId, Statement},
    document::Document,
};

/// Everything that is said, by whom, and everyone and everything named.
pub fn analyse(document: &Document) -> Annotations {
    let context = context::Context::new(document);
    let drafts = statements::find(&context, &statements::MODELS);
    Annotations {
        speakers: vec![Speaker {
            name: "?".into(),
            aliases: Vec::new(),
            entity: None,
            mentions: Vec::new(),
        }],
        statements: drafts
            .into_iter()
            .map(|d| Statement {
                kind: Kind::Indirect,
                cue: context.tokens.span(d.site.token),
                source: None,
                speaker: SpeakerId(0),
                content: d
                    .content
                    .iter()
                    .map(|(a, b)| context.span(*a, *b))
                    .collect(),
                nested_in: None,
                rule: d.proposal.rule.name(),
                confidence: Confidence::Likely,
                evidence: Vec::new(),
            })
            .collect(),
        entities: Vec::new(),
    }
}
