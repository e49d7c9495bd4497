//! A statement as plain text, to be pasted elsewhere: in logical order, nothing
//! in it that a terminal may obey.

use super::model::Model;
use crate::{
    annotations::{Kind, Statement},
    document::Document,
};

/// What a statement says, as the article writes it.
pub fn said(document: &Document, statement: &Statement) -> String {
    let spans = statement.content.iter();
    let parts: Vec<_> = spans.map(|span| document.slice(*span).trim()).collect();
    clean(&parts.join(" … "))
}

/// The same with who said it, and the article in which it stands.
pub fn with_source(model: &Model, statement: &Statement) -> String {
    let document = model.document();
    let words = &model.settings.words;
    let said = said(document, statement);
    let name = model.speaker_name(statement.speaker);
    let mut quotation = match statement.kind {
        Kind::Direct => format!("{} — {name}", quoted(&said)),
        kind => {
            let kind = words.text(&format!("kind.{}", kind.name()));
            format!("{said} — {name} ({kind})")
        }
    };
    let meta = &document.meta;
    let about = [
        Some(document.title()),
        meta.outlet.as_deref(),
        meta.date.as_deref(),
    ];
    let about: Vec<_> = about.into_iter().flatten().collect();
    for line in [&about.join(" · "), meta.url.as_deref().unwrap_or_default()] {
        if !line.is_empty() {
            quotation.push('\n');
            quotation.push_str(line);
        }
    }
    clean(&quotation)
}

/// In quotation marks that do not stand inside.
fn quoted(said: &str) -> String {
    if said.contains(['«', '»']) {
        format!("“{said}”")
    } else {
        format!("«{said}»")
    }
}

/// Control characters left out, but for line ends and tabs.
fn clean(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_control() || matches!(c, '\n' | '\t'))
        .collect()
}
