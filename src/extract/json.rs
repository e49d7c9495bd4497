//! JSON: the whole of the annotations. README.md, "Without a screen",
//! tells the fields; [`SCHEMA`] names their version.

use serde::Serialize;

use super::{
    CodePoints,
    compact::{self, Compact, Value, key},
};
use crate::{
    annotations::{Annotations, Entity, EntityId, Speaker, SpeakerId, Statement, Step},
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
    let begin = out.len();
    let points = CodePoints::new(document.text());
    let mut article = Article {
        document,
        points: &points,
        json: Compact::new(out),
    };
    article.write(annotations);
    if indented {
        let compact = out.split_off(begin);
        compact::indent(&compact, out);
    }
    out.push(b'\n');
}

/// Appends a value as JSON with a newline after it, nothing in it that a
/// terminal obeys.
pub(super) fn write(value: &impl Serialize, out: &mut Vec<u8>) {
    let begin = out.len();
    let written = serde_json::to_writer(&mut *out, value);
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

/// An article that is being written.
struct Article<'a> {
    document: &'a Document,
    points: &'a CodePoints<'a>,
    json: Compact<'a>,
}

impl Article<'_> {
    fn write(&mut self, annotations: &Annotations) {
        self.json.open(b'{');
        self.json.field("schema").plain(SCHEMA);
        self.json.field("offsets").plain("codepoint");
        self.json.field("article");
        self.about();
        self.each(key!("speakers"), &annotations.speakers, Self::speaker);
        self.each(key!("statements"), &annotations.statements, Self::statement);
        self.each(key!("entities"), &annotations.entities, Self::entity);
        self.json.close(b'}');
    }

    /// A field that is a list, never the first; `write` is told the place of each item in it.
    fn each<T>(&mut self, key: &'static str, items: &[T], write: impl Fn(&mut Self, usize, &T)) {
        self.json.next_key(key).open(b'[');
        for (position, item) in items.iter().enumerate() {
            self.json.open(b'{');
            write(self, position, item);
            self.json.close(b'}');
        }
        self.json.close(b']');
    }

    /// What is known of the article; what is not is left out.
    fn about(&mut self) {
        let meta = &self.document.meta;
        let path = meta.place.path.as_ref().map(|path| path.to_string_lossy());
        let json = &mut self.json;
        json.open(b'{');
        json.field("title").string(self.document.title());
        let texts = [
            ("outlet", meta.outlet.as_deref()),
            ("date", meta.date.as_deref()),
            ("author", meta.author.as_deref()),
            ("url", meta.url.as_deref()),
            ("id", meta.id.as_deref()),
            ("path", path.as_deref()),
        ];
        for (name, text) in texts {
            if let Some(text) = text {
                json.field(name).string(text);
            }
        }
        for (name, number) in [("line", meta.place.line), ("item", meta.place.item)] {
            if let Some(number) = number {
                json.field(name).number(number);
            }
        }
        // The text itself, where the input does not hold it as it is.
        if meta.made {
            json.field("text").string(self.document.text());
        }
        json.close(b'}');
    }

    fn speaker(&mut self, position: usize, speaker: &Speaker) {
        self.json.key(key!("id")).speaker(SpeakerId(position));
        self.json.next_key(key!("name")).string(&speaker.name);
        self.json.next_key(key!("aliases")).open(b'[');
        for alias in &speaker.aliases {
            self.json.item().string(alias);
        }
        self.json.close(b']');
        let json = self.json.next_key(key!("entity"));
        json.or_null(speaker.entity, Value::entity);
        self.each(key!("mentions"), &speaker.mentions, |article, _, span| {
            article.span(*span);
        });
    }

    fn statement(&mut self, position: usize, statement: &Statement) {
        self.json.key(key!("id")).number(position + 1);
        self.json
            .next_key(key!("kind"))
            .plain(statement.kind.name());
        self.place(key!("cue"), Some(statement.cue));
        self.place(key!("source"), statement.source);
        self.json
            .next_key(key!("speaker"))
            .speaker(statement.speaker);
        self.each(key!("content"), &statement.content, |article, _, span| {
            article.span(*span);
        });
        let json = self.json.next_key(key!("nested_in"));
        json.or_null(statement.nested_in, |json, outer| json.number(outer.0 + 1));
        self.json.next_key(key!("rule")).plain(statement.rule);
        let confidence = statement.confidence.name();
        self.json.next_key(key!("confidence")).plain(confidence);
        let json = self.json.next_key(key!("doubt"));
        json.or_null(statement.doubt, |json, doubt| json.plain(doubt.name()));
        self.each(key!("evidence"), &statement.evidence, Self::step);
    }

    fn step(&mut self, _: usize, step: &Step) {
        self.json.key(key!("reason")).plain(step.reason.name());
        self.place(key!("from"), Some(step.from));
        self.place(key!("to"), step.to);
        let json = self.json.next_key(key!("instead_of"));
        json.or_null(step.instead_of, Value::speaker);
    }

    fn entity(&mut self, position: usize, entity: &Entity) {
        self.json.key(key!("id")).entity(EntityId(position));
        self.json.next_key(key!("type")).plain(entity.kind.name());
        self.json.next_key(key!("name")).string(&entity.name);
        let json = self.json.next_key(key!("normal"));
        json.or_null(entity.normal.as_deref(), Value::string);
        self.each(key!("mentions"), &entity.mentions, |article, _, mention| {
            article.span(mention.span);
            article
                .json
                .next_key(key!("link"))
                .plain(mention.link.name());
        });
    }

    /// A field that is a place in the text, or null; never the first.
    fn place(&mut self, key: &'static str, place: Option<Span>) {
        let json = self.json.next_key(key);
        let Some(span) = place else {
            return json.null();
        };
        json.open(b'{');
        self.span(span);
        self.json.close(b'}');
    }

    /// The fields of a place in the text.
    fn span(&mut self, span: Span) {
        let [start, end] = [span.start, span.end].map(|at| self.points.before(at));
        self.json.key(key!("start")).number(start);
        self.json.next_key(key!("end")).number(end);
        let text = self.document.slice(span);
        self.json.next_key(key!("text")).string(text);
    }
}

impl Value<'_> {
    fn speaker(self, SpeakerId(position): SpeakerId) {
        self.id(b's', position + 1);
    }

    fn entity(self, EntityId(position): EntityId) {
        self.id(b'e', position + 1);
    }
}
