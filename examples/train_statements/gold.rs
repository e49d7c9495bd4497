//! Gold files, as the trainer sees them.

use std::{
    collections::{BTreeSet, HashMap, HashSet},
    fs,
};

use anyhow::Context as _;
use qawl::{
    analysis::{context::Context, mentions::tagger::Tagged},
    document::{Document, Span},
};
use serde_json::Value;

use crate::{points, teacher::normal};

/// One article with its answers.
pub struct Article {
    /// The name of its file, without the ending.
    pub file: String,
    /// Its name.
    pub id: String,
    /// Its text.
    pub document: Document,
    /// Its statements.
    pub statements: Vec<Statement>,
    /// The folded names of everyone and everything named in it.
    pub named: HashSet<String>,
}

/// One gold statement.
pub struct Statement {
    /// The cue.
    pub cue: Span,
    /// The words that name who spoke.
    pub source: Option<Span>,
    /// The content.
    pub content: Vec<Span>,
    /// The folded names of who spoke.
    pub speaker: HashSet<String>,
}

/// Reads all gold files of the folders, by name.
pub fn read_all(folders: impl Iterator<Item = String>) -> anyhow::Result<Vec<Article>> {
    let mut paths = BTreeSet::new();
    for folder in folders {
        for entry in fs::read_dir(&folder).with_context(|| folder.clone())? {
            let path = entry?.path();
            if path.to_string_lossy().ends_with(".gold.json") {
                paths.insert(path);
            }
        }
    }
    paths
        .iter()
        .map(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let file = name.trim_end_matches(".gold.json").to_owned();
            read(&fs::read_to_string(path)?, file).with_context(|| path.display().to_string())
        })
        .collect()
}

/// Names by article: first token, token after the last, type.
pub type Names = HashMap<String, Vec<Tagged>>;

/// Reads the names that `train_tagger held` wrote.
pub fn names(file: &str) -> anyhow::Result<Names> {
    let text = fs::read_to_string(file).with_context(|| file.to_owned())?;
    let name = |field: &str| {
        let mut numbers = field.split(' ').map(|n| n.parse().ok());
        Some((numbers.next()??, numbers.next()??, numbers.next()??))
    };
    let lines = text.lines().map(|line| {
        let (id, names) = line.split_once('\t').unwrap_or((line, ""));
        (id.to_owned(), names.split('\t').filter_map(name).collect())
    });
    Ok(lines.collect())
}

fn read(json: &str, file: String) -> anyhow::Result<Article> {
    let value: Value = serde_json::from_str(json)?;
    let text = value["text"].as_str().context("no text")?;
    let bytes = points::to_bytes(text);
    let span = |v: &Value| -> Option<Span> {
        Some(Span::new(
            bytes[v["start"].as_u64()? as usize],
            bytes[v["end"].as_u64()? as usize],
        ))
    };
    let list = |v: &Value| v.as_array().cloned().unwrap_or_default();
    let mut speakers = HashMap::new();
    for speaker in list(&value["speakers"]) {
        let aliases = list(&speaker["aliases"]);
        let names = std::iter::once(&speaker["name"]).chain(&aliases);
        let names = names.filter_map(Value::as_str).map(normal);
        speakers.insert(speaker["id"].to_string(), names.collect::<HashSet<_>>());
    }
    let mentions = list(&value["entities"]);
    let mentions = mentions.iter().flat_map(|e| list(&e["mentions"]));
    let named = mentions
        .filter_map(|m| m["text"].as_str().map(normal))
        .collect();
    let statements = value["statements"].as_array().context("no statements")?;
    let statements = statements
        .iter()
        .filter_map(|s| {
            let content = s["content"].as_array()?.iter().filter_map(span).collect();
            Some(Statement {
                cue: span(&s["cue"])?,
                source: span(&s["source"]),
                content,
                speaker: speakers
                    .get(&s["speaker"].to_string())
                    .cloned()
                    .unwrap_or_default(),
            })
        })
        .collect();
    let id = value["id"].as_str().unwrap_or_default().to_owned();
    Ok(Article {
        file,
        id,
        document: Document::new(text),
        statements,
        named,
    })
}

impl Article {
    /// The statement whose cue is at a token.
    pub fn statement_at(&self, context: &Context, token: usize) -> Option<&Statement> {
        self.statements
            .iter()
            .find(|s| s.cue_token(context) == token)
    }
}

impl Statement {
    /// The token of the cue.
    pub fn cue_token(&self, context: &Context) -> usize {
        context.tokens.at_or_after(self.cue.start)
    }

    /// For each part the tokens of its first and its last word.
    pub fn parts(&self, context: &Context) -> Vec<(usize, usize)> {
        self.content
            .iter()
            .map(|c| {
                let end = context.tokens.at_or_after(c.end.saturating_sub(1)) + 1;
                (
                    first_word(context, context.tokens.at_or_after(c.start)),
                    last_word(context, end),
                )
            })
            .collect()
    }

    /// For lists of what is not covered.
    pub fn describe(&self, article: &Article) -> String {
        let first = self
            .content
            .first()
            .map_or("", |c| article.document.slice(*c));
        let before = article.document.text()[..self.cue.start]
            .char_indices()
            .rev()
            .nth(30)
            .map_or(0, |(i, _)| i);
        let first: String = first.chars().take(60).collect();
        format!(
            "{}: {}[{}] … {first}",
            article.id,
            article.document.text()[before..self.cue.start].replace('\n', "⏎"),
            article.document.slice(self.cue)
        )
    }
}

/// The first token at or after `token` that is no mark.
pub fn first_word(context: &Context, token: usize) -> usize {
    (token..context.tokens.len())
        .find(|t| !context.is_mark(*t))
        .unwrap_or(token)
}

/// The last token before `end` that is no mark.
pub fn last_word(context: &Context, end: usize) -> usize {
    (0..end).rev().find(|t| !context.is_mark(*t)).unwrap_or(0)
}

/// The tokens of the first and the last word of a span.
pub fn words(context: &Context, span: Span) -> (usize, usize) {
    let end = context.tokens.at_or_after(span.end.saturating_sub(1)) + 1;
    (
        first_word(context, context.tokens.at_or_after(span.start)),
        last_word(context, end),
    )
}
