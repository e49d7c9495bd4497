//! The formats, and what each makes of an article.

use std::path::Path;

use super::{brat, csv, json, markdown, tei, web_annotation};
use crate::{annotations::Annotations, document::Document};

/// How the annotations of articles are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// One indented JSON object an article.
    Json,
    /// One line of JSON an article.
    Jsonl,
    /// A table, one row a statement.
    Csv,
    /// Quotes by speaker, ready to paste.
    Markdown,
    /// The files of brat: one with the text, one with the annotations.
    Brat,
    /// W3C Web Annotations, a page of them a line.
    WebAnnotation,
    /// TEI P5, the text with its statements marked.
    Tei,
}

impl Format {
    /// All of them, with their names.
    pub const ALL: [(Self, &str); 7] = [
        (Self::Json, "json"),
        (Self::Jsonl, "jsonl"),
        (Self::Csv, "csv"),
        (Self::Markdown, "markdown"),
        (Self::Brat, "brat"),
        (Self::WebAnnotation, "web-annotation"),
        (Self::Tei, "tei"),
    ];

    /// The format that a file of that name is likely to be wanted in.
    pub fn by_name(path: &Path) -> Option<Self> {
        match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "json" => Some(Self::Json),
            "jsonl" | "ndjson" => Some(Self::Jsonl),
            "csv" => Some(Self::Csv),
            "md" | "markdown" => Some(Self::Markdown),
            "jsonld" => Some(Self::WebAnnotation),
            "xml" | "tei" => Some(Self::Tei),
            _ => None,
        }
    }

    /// Whether an article is several files, so that it needs a folder.
    pub const fn needs_folder(self) -> bool {
        matches!(self, Self::Brat)
    }

    /// Whether what is written tells which articles it is of, so that one can go
    /// on behind them.
    pub const fn tells_its_articles(self) -> bool {
        matches!(self, Self::Jsonl | Self::Csv)
    }

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
        match self {
            Self::Json | Self::Jsonl => {
                json::render(document, annotations, self == Self::Json, out);
            }
            Self::Csv => csv::render(document, annotations, out),
            Self::Markdown => markdown::render(document, annotations, out),
            Self::Brat => out.extend(brat::annotations(document, annotations).bytes()),
            Self::WebAnnotation => web_annotation::render(document, annotations, out),
            Self::Tei => tei::render(document, annotations, out),
        }
    }

    /// Appends what stands before the first article, be it `alone` or of several.
    pub fn open(self, alone: bool, out: &mut Vec<u8>) {
        match self {
            Self::Csv => csv::opening(out),
            Self::Tei => tei::opening(alone, out),
            _ => {}
        }
    }

    /// Appends what stands behind the last article.
    pub fn close(self, alone: bool, out: &mut Vec<u8>) {
        if self == Self::Tei {
            tei::closing(alone, out);
        }
    }

    /// The endings of the files that hold an article by itself; the last one is that
    /// of what was found in it.
    ///
    /// ```
    /// assert_eq!(qawl::extract::Format::Brat.endings(), ["txt", "ann"]);
    /// ```
    pub const fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Json => &["json"],
            Self::Jsonl => &["jsonl"],
            Self::Csv => &["csv"],
            Self::Markdown => &["md"],
            Self::Brat => &["txt", "ann"],
            Self::WebAnnotation => &["jsonld"],
            Self::Tei => &["xml"],
        }
    }

    /// The files of an article by itself, each with its ending.
    pub fn files(
        self,
        document: &Document,
        annotations: &Annotations,
    ) -> Vec<(&'static str, Vec<u8>)> {
        let mut bytes = Vec::new();
        self.open(true, &mut bytes);
        self.render(document, annotations, &mut bytes);
        self.close(true, &mut bytes);
        match self.endings() {
            [text, found] => vec![(text, document.text().as_bytes().to_vec()), (found, bytes)],
            [ending, ..] => vec![(ending, bytes)],
            [] => Vec::new(),
        }
    }
}
