//! JSON: the whole of the annotations. README.md, "What `extract` writes",
//! tells the fields; [`SCHEMA`] names their version.

use std::{borrow::Cow, fmt};

use serde::{Serialize, Serializer};

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
    let points = &CodePoints::new(document.text());
    let on = On { document, points };
    write(&Article::new(on, annotations), indented, out);
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

/// What spans are written by.
#[derive(Clone, Copy)]
struct On<'a> {
    document: &'a Document,
    points: &'a CodePoints<'a>,
}

impl<'a> On<'a> {
    fn at(self, span: Span) -> Place<'a> {
        Place {
            start: self.points.before(span.start),
            end: self.points.before(span.end),
            text: self.document.slice(span),
        }
    }
}

/// A part of the annotations that has a form in JSON.
trait Written<'a> {
    type As: Serialize;

    /// That form; `position` is its place in its list.
    fn written(&'a self, position: usize, on: On<'a>) -> Self::As;
}

/// A list, each item of which takes its form only when it is written.
struct Each<'a, T> {
    items: &'a [T],
    on: On<'a>,
}

impl<'a, T: Written<'a>> Serialize for Each<'a, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let items = self.items.iter().enumerate();
        serializer.collect_seq(items.map(|(i, item)| item.written(i, self.on)))
    }
}

/// The name of an item: a letter for its list, and its number from 1.
#[derive(Clone, Copy)]
struct Id(char, usize);

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}{}", self.0, self.1 + 1)
    }
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

fn speaker_id(SpeakerId(position): SpeakerId) -> Id {
    Id('s', position)
}

fn entity_id(EntityId(position): EntityId) -> Id {
    Id('e', position)
}

#[derive(Serialize)]
struct Article<'a> {
    schema: &'static str,
    offsets: &'static str,
    #[serde(rename = "article")]
    about: About<'a>,
    speakers: Each<'a, Speaker>,
    statements: Each<'a, Statement>,
    entities: Each<'a, Entity>,
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
    id: Id,
    name: &'a str,
    aliases: &'a [String],
    entity: Option<Id>,
    mentions: Each<'a, Span>,
}

#[derive(Serialize)]
struct StatementOut<'a> {
    id: usize,
    kind: &'static str,
    cue: Place<'a>,
    source: Option<Place<'a>>,
    speaker: Id,
    content: Each<'a, Span>,
    nested_in: Option<usize>,
    rule: &'static str,
    confidence: &'static str,
    evidence: Each<'a, Step>,
}

#[derive(Serialize)]
struct StepOut<'a> {
    reason: &'static str,
    from: Place<'a>,
    to: Option<Place<'a>>,
    instead_of: Option<Id>,
}

#[derive(Serialize)]
struct EntityOut<'a> {
    id: Id,
    #[serde(rename = "type")]
    kind: &'static str,
    name: &'a str,
    normal: Option<&'a str>,
    mentions: Each<'a, Mention>,
}

#[derive(Serialize)]
struct MentionOut<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    link: &'static str,
}

#[derive(Serialize)]
struct Place<'a> {
    start: usize,
    end: usize,
    text: &'a str,
}

impl<'a> Article<'a> {
    fn new(on: On<'a>, annotations: &'a Annotations) -> Self {
        Self {
            schema: SCHEMA,
            offsets: "codepoint",
            about: About::new(on.document),
            speakers: on.each(&annotations.speakers),
            statements: on.each(&annotations.statements),
            entities: on.each(&annotations.entities),
        }
    }
}

impl<'a> On<'a> {
    fn each<T>(self, items: &'a [T]) -> Each<'a, T> {
        Each { items, on: self }
    }
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

impl<'a> Written<'a> for Span {
    type As = Place<'a>;

    fn written(&'a self, _: usize, on: On<'a>) -> Place<'a> {
        on.at(*self)
    }
}

impl<'a> Written<'a> for Speaker {
    type As = SpeakerOut<'a>;

    fn written(&'a self, position: usize, on: On<'a>) -> SpeakerOut<'a> {
        SpeakerOut {
            id: speaker_id(SpeakerId(position)),
            name: &self.name,
            aliases: &self.aliases,
            entity: self.entity.map(entity_id),
            mentions: on.each(&self.mentions),
        }
    }
}

impl<'a> Written<'a> for Statement {
    type As = StatementOut<'a>;

    fn written(&'a self, position: usize, on: On<'a>) -> StatementOut<'a> {
        StatementOut {
            id: position + 1,
            kind: self.kind.name(),
            cue: on.at(self.cue),
            source: self.source.map(|source| on.at(source)),
            speaker: speaker_id(self.speaker),
            content: on.each(&self.content),
            nested_in: self.nested_in.map(|outer| outer.0 + 1),
            rule: self.rule,
            confidence: self.confidence.name(),
            evidence: on.each(&self.evidence),
        }
    }
}

impl<'a> Written<'a> for Step {
    type As = StepOut<'a>;

    fn written(&'a self, _: usize, on: On<'a>) -> StepOut<'a> {
        StepOut {
            reason: self.reason.name(),
            from: on.at(self.from),
            to: self.to.map(|to| on.at(to)),
            instead_of: self.instead_of.map(speaker_id),
        }
    }
}

impl<'a> Written<'a> for Entity {
    type As = EntityOut<'a>;

    fn written(&'a self, position: usize, on: On<'a>) -> EntityOut<'a> {
        EntityOut {
            id: entity_id(EntityId(position)),
            kind: self.kind.name(),
            name: &self.name,
            normal: self.normal.as_deref(),
            mentions: on.each(&self.mentions),
        }
    }
}

impl<'a> Written<'a> for Mention {
    type As = MentionOut<'a>;

    fn written(&'a self, _: usize, on: On<'a>) -> MentionOut<'a> {
        let Place { start, end, text } = on.at(self.span);
        MentionOut {
            start,
            end,
            text,
            link: self.link.name(),
        }
    }
}
