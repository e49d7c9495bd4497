//! Annotations to output formats, without a screen.
//!
//! ```text
//! paths → pieces ─┬→ articles → analyse → Format::render ─┬→ output, in order
//!                 └→ articles → analyse → Format::render ─┘
//! ```
//!
//! [`run`] joins the steps. Each article is rendered whole before any of it is
//! written, so what is written is never half an article.

mod json;
mod offsets;
mod ordered;
mod run;

pub use json::SCHEMA;
pub use offsets::CodePoints;
pub use run::{Options, Summary, run};

use crate::{annotations::Annotations, document::Document};

/// How the annotations of articles are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// One indented JSON object an article.
    Json,
    /// One line of JSON an article.
    Jsonl,
}

impl Format {
    /// Appends one article to `out`.
    ///
    /// ```
    /// use qawl::{analysis, document::Document, extract::Format};
    ///
    /// let document = Document::new("قالت الوزيرة إن الوضع مستقر.");
    /// let annotations = analysis::analyse(&document);
    /// let mut out = Vec::new();
    /// Format::Jsonl.render(&document, &annotations, &mut out);
    /// assert!(out.starts_with(br#"{"schema":"qawl/1","offsets":"codepoint""#));
    /// ```
    pub fn render(self, document: &Document, annotations: &Annotations, out: &mut Vec<u8>) {
        json::render(document, annotations, self == Self::Json, out);
    }
}
