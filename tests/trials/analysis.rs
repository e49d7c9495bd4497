//! Any text to annotations, and these to every output format.

use qawl::{
    analysis::analyse,
    annotations::{Annotations, Statement},
    browser::findings::Findings,
    document::{Document, Meta, Span},
    extract::Format,
};

use super::written::{is_true, written};

/// A text, as [`super::pieces`] makes it of bytes.
pub fn analysis(data: &[u8]) {
    let text = super::pieces::text(data);
    // An article whose title stands apart takes other ways than one with a headline.
    let title = text.lines().next().filter(|_| data.len().is_multiple_of(3));
    let meta = Meta {
        title: title.map(str::to_owned),
        date: Some("2031-05-12".to_owned()),
        ..Meta::default()
    };
    holds(&Document::new(text.as_str()).with_meta(meta));
}

/// Fails unless all that is found in an article is in it, and each format writes it
/// without a control character.
pub fn holds(document: &Document) {
    let found = analyse(document);
    for (number, statement) in found.statements.iter().enumerate() {
        statement_holds(document, &found, number, statement);
    }
    for speaker in &found.speakers {
        assert!(
            !speaker.name.is_empty() || speaker.mentions.is_empty(),
            "{speaker:?}"
        );
        let entity = speaker.entity.map(|id| id.0);
        assert!(
            entity.is_none_or(|id| id < found.entities.len()),
            "{speaker:?}"
        );
        speaker
            .mentions
            .iter()
            .for_each(|span| inside(document, *span));
    }
    for entity in &found.entities {
        assert!(!entity.mentions.is_empty(), "{entity:?}");
        let spans = entity.mentions.iter().map(|mention| mention.span);
        spans.clone().for_each(|span| inside(document, span));
        assert!(spans.is_sorted(), "{entity:?}");
    }
    let article = [(document.clone(), found)];
    for (format, _) in Format::ALL {
        is_true(format, &written(format, &article), &article);
    }
    let [(_, found)] = article;
    let findings = Findings::new(document, found);
    assert_eq!(findings.order.len(), findings.annotations.statements.len());
}

fn statement_holds(document: &Document, found: &Annotations, number: usize, statement: &Statement) {
    inside(document, statement.cue);
    statement
        .source
        .into_iter()
        .for_each(|span| inside(document, span));
    statement
        .content
        .iter()
        .for_each(|span| inside(document, *span));
    assert!(statement.content.is_sorted(), "{statement:?}");
    let parts = statement.content.windows(2);
    assert!(
        parts.into_iter().all(|two| !two[0].overlaps(two[1])),
        "{statement:?}"
    );
    assert!(statement.speaker.0 < found.speakers.len(), "{statement:?}");
    let outer = statement.nested_in.map(|outer| outer.0);
    assert!(
        outer.is_none_or(|o| o < found.statements.len() && o != number),
        "{statement:?}"
    );
    assert!(
        !statement.rule.is_empty() && !statement.evidence.is_empty(),
        "{statement:?}"
    );
    for step in &statement.evidence {
        step.to
            .into_iter()
            .chain([step.from])
            .for_each(|span| inside(document, span));
        let rival = step.instead_of.map(|rival| rival.0);
        assert!(
            rival.is_none_or(|rival| rival < found.speakers.len()),
            "{step:?}"
        );
    }
}

fn inside(document: &Document, span: Span) {
    let words = document.text().get(span.range());
    assert!(words.is_some_and(|words| !words.is_empty()), "{span:?}");
}
