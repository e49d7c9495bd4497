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
pub mod worth;

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
    let holders = statements::nest::nesting(&drafts);
    let mut choose = models.speakers;
    let mut attributed = speakers::attribute(context, &entities, &drafts, &holders, &mut choose);
    let found = worth::Found {
        context,
        drafts: &drafts,
        by: &attributed,
        holders: &holders,
    };
    let signs = found.signs();
    let odds: Vec<i64> = signs.iter().map(|s| models.worth.odds(s)).collect();
    let told: Vec<bool> = odds.iter().map(|odds| worth::is_told(*odds)).collect();
    let speakers = attributed.finish(&told);
    let by = attributed.found;
    let grades = confidence::all(&odds, &by);
    let numbers = numbers(&told);
    let number = |at: usize| numbers.get(at).copied().flatten();
    let held = |nested: Option<usize>| std::iter::successors(nested, |at| *holders.get(*at)?);
    let statements = drafts
        .iter()
        .zip(by)
        .zip(&holders)
        .zip(grades)
        .zip(&told)
        .filter(|(_, told)| **told)
        .map(|((((draft, by), holder), confidence), _)| Statement {
            kind: statements::kind::of(context, draft),
            cue: context.tokens.word(context.text, draft.site.token),
            source: draft.source.map(|(first, end)| context.span(first, end)),
            speaker: by.speaker,
            content: draft
                .content
                .iter()
                .map(|(a, b)| context.span(*a, *b))
                .collect(),
            nested_in: held(*holder).find_map(number),
            rule: draft.proposal.rule.name(),
            confidence,
            doubt: (confidence != Confidence::Sure)
                .then(|| worth::doubt::of(&draft.margins, &by))
                .flatten(),
            evidence: by.steps,
        })
        .collect();
    Annotations {
        speakers,
        statements,
        entities,
    }
}

/// The number that each draft has among those that are told.
fn numbers(told: &[bool]) -> Vec<Option<StatementId>> {
    let mut next = 0..;
    let mut number = |told: &bool| told.then(|| next.next().map(StatementId)).flatten();
    told.iter().map(&mut number).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Analyses with these weights, by the names of the signs, beside what is told always.
    fn told(text: &str, weights: &[(&str, i32)]) -> Annotations {
        let weight = |sign: &str| weights.iter().find(|w| w.0 == sign).map_or(0, |w| w.1);
        let bias = weight("bias");
        let weights = worth::SIGNS.iter().map(|sign| weight(sign)).chain([bias]);
        let bytes: Vec<u8> = weights.flat_map(i32::to_le_bytes).collect();
        let document = Document::new(text);
        let models = statements::Models {
            worth: worth::Worth::new(bytes.leak()),
            ..statements::MODELS
        };
        analyse_with(&context::Context::new(&document), &models)
    }

    const NESTED: &str =
        "قال الوزير سامر الحلبي إن وزارة الري تقول إن السد آمن. وأضاف أن الماء عذب.";

    #[test]
    fn what_is_not_told_holds_nothing_and_has_no_speaker_but_counts_for_those_behind_it() {
        let all = told(NESTED, &[]);
        assert_eq!(all.statements.len(), 3);
        assert_eq!(all.statements[1].nested_in, Some(StatementId(0)));
        let names = |found: &Annotations| {
            let speakers = found.statements.iter().map(|s| found.speaker(s.speaker));
            speakers.map(|s| s.name.clone()).collect::<Vec<_>>()
        };
        assert_eq!(names(&all), ["سامر الحلبي", "وزارة الري", "سامر الحلبي"]);

        // Only what stands in another.
        let inner = told(NESTED, &[("nested", 200_000), ("bias", -150_000)]);
        assert_eq!(names(&inner), ["وزارة الري"]);
        assert_eq!(inner.speakers.len(), 1);
        assert_eq!(inner.statements[0].nested_in, None);

        // Only what has no source.
        let behind = told(NESTED, &[("has a source", -400_000)]);
        assert_eq!(names(&behind), ["سامر الحلبي"]);
    }

    #[test]
    fn what_is_sure_has_no_doubt() {
        let sure = told(NESTED, &[("bias", 500_000)]);
        assert!(!sure.statements.is_empty());
        for statement in &sure.statements {
            assert_eq!(
                (statement.confidence, statement.doubt),
                (Confidence::Sure, None)
            );
        }
        let unsure = told("رحبت ضفاف بالقرار.", &[]);
        assert!(unsure.statements.iter().any(|s| s.doubt.is_some()));
    }
}
