//! What the measurements of the screen share: a long article, and a screen that shows
//! one with all that is found in it.

use std::sync::Arc;

use qawl::{
    analysis::analyse,
    browser::{Event, Model, Settings, findings::Findings, handle, theme::Theme, words::Language},
    document::Document,
    samples,
};

/// Samples, one after the other, of at least so many bytes.
pub fn article(bytes: usize) -> Document {
    let samples = samples::documents();
    let mut text = String::new();
    for sample in samples.iter().cycle() {
        text.push_str(sample.text());
        text.push('\n');
        if text.len() >= bytes {
            break;
        }
    }
    Document::new(text)
}

/// A screen of 120 columns and 40 rows that shows the article.
pub fn model(document: Document) -> Model {
    let document = Arc::new(document);
    let findings = Findings::new(&document, analyse(&document));
    let theme = Theme::named("dark").unwrap_or_else(|| unreachable!("a theme"));
    let settings = Settings::new(Language::Arabic, theme);
    let mut model = Model::new(vec![document], settings, (120, 40));
    handle(&mut model, Event::Analysed(0, Arc::new(findings)));
    model
}
