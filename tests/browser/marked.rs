//! Articles with their annotations marked in the text, for tests that need an
//! analysed article but not the analysis.
//!
//! `[c1 قال]` is the cue of statement 1, `[s1 …]` its source, `[q1 …]` a part
//! of its content, `[PER …]` a mention. After `---` stand lines that say the
//! rest: whose a statement is, the steps of its evidence, which names are one.

use std::{fs, path::Path};

use qawl::{
    annotations::{
        Annotations, Confidence, Doubt, Entity, EntityType, Kind, Link, Mention, Reason, Speaker,
        SpeakerId, Statement, Step,
    },
    document::{Document, Meta, Span},
};

/// The article `tests/articles/NAME.txt`.
pub fn article(name: &str) -> (Document, Annotations) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/articles/{name}.txt"));
    let file = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let (marked, said) = file.split_once("\n---\n").expect("a line of ---");
    let (text, marks) = strip(marked);
    let mut builder = Builder {
        meta: Meta::default(),
        numbers: Vec::new(),
        found: Annotations::default(),
        marks,
        text,
    };
    builder.entities();
    for line in said.lines() {
        builder.line(line);
    }
    let document = Document::new(builder.text).with_meta(builder.meta);
    (document, builder.found)
}

/// The text without its marks, and the marks.
fn strip(marked: &str) -> (String, Vec<(String, Span)>) {
    let (mut text, mut marks, mut open) = (String::new(), Vec::new(), Vec::new());
    let mut rest = marked;
    while let Some(at) = rest.find(['[', ']']) {
        text.push_str(&rest[..at]);
        if rest[at..].starts_with('[') {
            let (tag, after) = rest[at + 1..].split_once(' ').expect("a tag");
            open.push((tag.to_owned(), text.len()));
            rest = after;
        } else {
            let (tag, start) = open.pop().expect("an open mark");
            marks.push((tag, Span::new(start, text.len())));
            rest = &rest[at + 1..];
        }
    }
    text.push_str(rest);
    marks.sort_by_key(|(_, span)| (span.start, std::cmp::Reverse(span.end)));
    (text, marks)
}

struct Builder {
    text: String,
    marks: Vec<(String, Span)>,
    meta: Meta,
    /// The numbers that the marks give the statements, in order.
    numbers: Vec<String>,
    found: Annotations,
}

impl Builder {
    fn line(&mut self, line: &str) {
        let (what, rest) = line.split_once(' ').expect("a word and its values");
        let values: Vec<&str> = rest.split(" | ").collect();
        match (what, values.as_slice()) {
            ("statement", [number, speaker, kind, confidence, rule]) => {
                self.statement(number, speaker, kind, confidence, rule);
            }
            ("doubt", [number, doubt]) => self.doubt(number, doubt),
            ("step", [number, reason, words @ ..]) => self.step(number, reason, words),
            ("alias", [name, alias]) => {
                let speaker = self.speaker(name);
                self.found.speakers[speaker.0]
                    .aliases
                    .push((*alias).to_owned());
            }
            ("same", [name, other]) => self.join(name, other),
            ("outlet", _) => self.meta.outlet = Some(rest.to_owned()),
            ("date", _) => self.meta.date = Some(rest.to_owned()),
            ("url", _) => self.meta.url = Some(rest.to_owned()),
            ("title", _) => self.meta.title = Some(rest.to_owned()),
            _ => panic!("what is this? {line}"),
        }
    }

    fn spans(&self, tag: &str) -> Vec<Span> {
        let marks = self.marks.iter().filter(|(t, _)| t == tag);
        marks.map(|(_, span)| *span).collect()
    }

    fn statement(&mut self, number: &str, speaker: &str, kind: &str, sure: &str, rule: &str) {
        let speaker = self.speaker(speaker);
        let source = self.spans(&format!("s{number}")).first().copied();
        self.found.speakers[speaker.0].mentions.extend(source);
        let kinds = [Kind::Direct, Kind::Indirect, Kind::Mixed];
        let grades = [Confidence::Sure, Confidence::Likely, Confidence::Doubtful];
        self.numbers.push(number.to_owned());
        self.found.statements.push(Statement {
            kind: kinds
                .into_iter()
                .find(|k| k.name() == kind)
                .expect("a kind"),
            cue: self.spans(&format!("c{number}"))[0],
            source,
            speaker,
            content: self.spans(&format!("q{number}")),
            nested_in: None,
            rule: rule.to_owned().leak(),
            confidence: grades
                .into_iter()
                .find(|c| c.name() == sure)
                .expect("a grade"),
            doubt: None,
            evidence: Vec::new(),
        });
    }

    fn doubt(&mut self, number: &str, name: &str) {
        let at = self.numbers.iter().position(|n| n == number);
        let at = at.expect("a statement");
        let doubt = Doubt::ALL.into_iter().find(|d| d.name() == name);
        self.found.statements[at].doubt = Some(doubt.expect("a doubt"));
    }

    fn step(&mut self, number: &str, reason: &str, words: &[&str]) {
        let place = |words: &&str| {
            let at = self
                .text
                .find(words)
                .unwrap_or_else(|| panic!("{words} is not there"));
            Span::new(at, at + words.len())
        };
        let step = Step {
            reason: *REASONS
                .iter()
                .find(|r| r.name() == reason)
                .expect("a reason"),
            from: place(&words[0]),
            to: words.get(1).map(place),
            instead_of: words.get(2).map(|rival| self.known(rival)),
        };
        let at = self
            .numbers
            .iter()
            .position(|n| n == number)
            .expect("a statement");
        self.found.statements[at].evidence.push(step);
    }

    fn speaker(&mut self, name: &str) -> SpeakerId {
        if !self.found.speakers.iter().any(|s| s.name == name) {
            self.found.speakers.push(Speaker {
                name: name.to_owned(),
                aliases: Vec::new(),
                entity: None,
                mentions: Vec::new(),
            });
        }
        self.known(name)
    }

    fn known(&self, name: &str) -> SpeakerId {
        let at = self.found.speakers.iter().position(|s| s.name == name);
        SpeakerId(at.unwrap_or_else(|| panic!("no speaker {name}")))
    }

    fn entities(&mut self) {
        for (tag, span) in &self.marks {
            let Some(kind) = EntityType::ALL.into_iter().find(|k| k.name() == tag) else {
                continue;
            };
            let name = &self.text[span.range()];
            let entities = &mut self.found.entities;
            let known = entities
                .iter_mut()
                .find(|e| e.name == name && e.kind == kind);
            let mention = |link| Mention { span: *span, link };
            match known {
                Some(entity) => entity.mentions.push(mention(Link::SameWords)),
                None => entities.push(Entity {
                    kind,
                    name: name.to_owned(),
                    normal: None,
                    mentions: vec![mention(Link::First)],
                }),
            }
        }
    }

    fn join(&mut self, name: &str, other: &str) {
        let entities = &mut self.found.entities;
        let at = entities
            .iter()
            .position(|e| e.name == other)
            .expect("an entity");
        let mut mentions = entities.remove(at).mentions;
        for mention in &mut mentions {
            mention.link = Link::PartOfName;
        }
        let entity = entities
            .iter_mut()
            .find(|e| e.name == name)
            .expect("an entity");
        entity.mentions.extend(mentions);
        entity.mentions.sort_by_key(|m| m.span);
    }
}

const REASONS: [Reason; 11] = [
    Reason::Named,
    Reason::SameName,
    Reason::Apposition,
    Reason::RoleBefore,
    Reason::RoleAfter,
    Reason::Body,
    Reason::Described,
    Reason::ImpliedSubject,
    Reason::LeansOn,
    Reason::ShortForm,
    Reason::Nobody,
];
