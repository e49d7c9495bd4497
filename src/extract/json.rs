//! JSON: the whole of the annotations. README.md, "What `extract` writes",
//! tells the fields; [`SCHEMA`] names their version.

use std::borrow::Cow;

use serde::Serialize;

use super::CodePoints;
use crate::{
    annotations::{Annotations, Entity, EntityId, Mention, Speaker, SpeakerId, Statement, Step},
    document::{Document, Span},
};

/// The version of the format; a field that goes or changes its meaning raises it.
pub const SCHEMA: &str = "qawl/1";

/// The JSON Schema of what is written.
pub const SCHEMA_JSON: &str = include_str!("schema.json");

/// Appends the article as JSON with a newline after it.
pub(super) fn render(
    document: &Document,
    annotations: &Annotations,
    indented: bool,
    out: &mut Vec<u8>,
) {
    write(&Article::new(document, annotations), indented, out);
}

/// Appends a value as JSON with a newline after it, nothing in it that a
/// terminal obeys.
pub(super) fn write(value: &impl Serialize, indented: bool, out: &mut Vec<u8>) {
    let begin = out.len();
    let written = if indented {
        serde_json::to_writer_pretty(&mut *out, value)
    } else {
        serde_json::to_writer(&mut *out, value)
    };
    debug_assert!(written.is_ok(), "memory takes all that is written");
    out.push(b'\n');
    escape_controls(out, begin);
}

/// Escapes DEL and the controls U+0080–U+009F, which JSON lets through and a
/// terminal may obey. They stand in strings only.
fn escape_controls(out: &mut Vec<u8>, begin: usize) {
    let new = out.get(begin..).unwrap_or_default();
    let is_control = |at| matches!(new.get(at..), Some([0x7f, ..] | [0xc2, 0x80..=0x9f, ..]));
    if !memchr::memchr2_iter(0x7f, 0xc2, new).any(is_control) {
        return;
    }
    let text = String::from_utf8_lossy(&out.split_off(begin)).into_owned();
    for c in text.chars() {
        if matches!(c, '\u{7f}'..='\u{9f}') {
            out.extend(format!("\\u{:04x}", c as u32).bytes());
        } else {
            out.extend(c.encode_utf8(&mut [0; 4]).bytes());
        }
    }
}

#[derive(Serialize)]
struct Article<'a> {
    schema: &'static str,
    offsets: &'static str,
    #[serde(rename = "article")]
    about: About<'a>,
    speakers: Vec<SpeakerOut<'a>>,
    statements: Vec<StatementOut<'a>>,
    entities: Vec<EntityOut<'a>>,
}

#[derive(Serialize)]
struct About<'a> {
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    outlet: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<Cow<'a, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    item: Option<usize>,
    /// The text itself, where the input does not hold it as it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
}

#[derive(Serialize)]
struct SpeakerOut<'a> {
    id: String,
    name: &'a str,
    aliases: &'a [String],
    entity: Option<String>,
    mentions: Vec<Place<'a>>,
}

#[derive(Serialize)]
struct StatementOut<'a> {
    id: usize,
    kind: &'static str,
    cue: Place<'a>,
    source: Option<Place<'a>>,
    speaker: String,
    content: Vec<Place<'a>>,
    nested_in: Option<usize>,
    rule: &'static str,
    confidence: &'static str,
    evidence: Vec<StepOut<'a>>,
}

#[derive(Serialize)]
struct StepOut<'a> {
    reason: &'static str,
    from: Place<'a>,
    to: Option<Place<'a>>,
    instead_of: Option<String>,
}

#[derive(Serialize)]
struct EntityOut<'a> {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    name: &'a str,
    normal: Option<&'a str>,
    mentions: Vec<MentionOut<'a>>,
}

#[derive(Serialize)]
struct MentionOut<'a> {
    #[serde(flatten)]
    place: Place<'a>,
    link: &'static str,
}

#[derive(Serialize)]
struct Place<'a> {
    start: usize,
    end: usize,
    text: &'a str,
}

impl<'a> Article<'a> {
    fn new(document: &'a Document, annotations: &'a Annotations) -> Self {
        let points = CodePoints::new(document.text());
        let at = |span: Span| Place {
            start: points.before(span.start),
            end: points.before(span.end),
            text: document.slice(span),
        };
        Self {
            schema: SCHEMA,
            offsets: "codepoint",
            about: About::new(document),
            speakers: numbered(&annotations.speakers, |i, s| SpeakerOut::new(i, s, &at)),
            statements: numbered(&annotations.statements, |i, s| StatementOut::new(i, s, &at)),
            entities: numbered(&annotations.entities, |i, e| EntityOut::new(i, e, &at)),
        }
    }
}

fn numbered<'a, T, U>(items: &'a [T], render: impl Fn(usize, &'a T) -> U) -> Vec<U> {
    items
        .iter()
        .enumerate()
        .map(|(i, item)| render(i, item))
        .collect()
}

fn places<'a>(spans: &[Span], at: &impl Fn(Span) -> Place<'a>) -> Vec<Place<'a>> {
    spans.iter().map(|span| at(*span)).collect()
}

fn speaker_id(SpeakerId(position): SpeakerId) -> String {
    format!("s{}", position + 1)
}

fn entity_id(EntityId(position): EntityId) -> String {
    format!("e{}", position + 1)
}

impl<'a> About<'a> {
    fn new(document: &'a Document) -> Self {
        let meta = &document.meta;
        Self {
            title: document.title(),
            outlet: meta.outlet.as_deref(),
            date: meta.date.as_deref(),
            author: meta.author.as_deref(),
            url: meta.url.as_deref(),
            id: meta.id.as_deref(),
            path: meta.place.path.as_ref().map(|path| path.to_string_lossy()),
            line: meta.place.line,
            item: meta.place.item,
            text: meta.made.then(|| document.text()),
        }
    }
}

impl<'a> SpeakerOut<'a> {
    fn new(position: usize, speaker: &'a Speaker, at: &impl Fn(Span) -> Place<'a>) -> Self {
        Self {
            id: speaker_id(SpeakerId(position)),
            name: &speaker.name,
            aliases: &speaker.aliases,
            entity: speaker.entity.map(entity_id),
            mentions: places(&speaker.mentions, at),
        }
    }
}

impl<'a> StatementOut<'a> {
    fn new(position: usize, statement: &Statement, at: &impl Fn(Span) -> Place<'a>) -> Self {
        Self {
            id: position + 1,
            kind: statement.kind.name(),
            cue: at(statement.cue),
            source: statement.source.map(at),
            speaker: speaker_id(statement.speaker),
            content: places(&statement.content, at),
            nested_in: statement.nested_in.map(|outer| outer.0 + 1),
            rule: statement.rule,
            confidence: statement.confidence.name(),
            evidence: statement
                .evidence
                .iter()
                .map(|step| StepOut::new(step, at))
                .collect(),
        }
    }
}

impl<'a> StepOut<'a> {
    fn new(step: &Step, at: &impl Fn(Span) -> Place<'a>) -> Self {
        Self {
            reason: step.reason.name(),
            from: at(step.from),
            to: step.to.map(at),
            instead_of: step.instead_of.map(speaker_id),
        }
    }
}

impl<'a> EntityOut<'a> {
    fn new(position: usize, entity: &'a Entity, at: &impl Fn(Span) -> Place<'a>) -> Self {
        let mention = |mention: &Mention| MentionOut {
            place: at(mention.span),
            link: mention.link.name(),
        };
        Self {
            id: entity_id(EntityId(position)),
            kind: entity.kind.name(),
            name: &entity.name,
            normal: entity.normal.as_deref(),
            mentions: entity.mentions.iter().map(mention).collect(),
        }
    }
}
