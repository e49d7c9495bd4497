//! The JSON that `extract` writes, from annotations made by hand: every field,
//! and offsets that count code points.

use qawl::{
    annotations::{
        Annotations, Confidence, Doubt, Entity, EntityId, EntityType, Kind, Link, Mention, Reason,
        Speaker, SpeakerId, Statement, StatementId, Step,
    },
    document::{Document, Meta, Span},
    extract::Format,
    place::Place,
};
use serde_json::{Value, json};

const TEXT: &str =
    "😀 خبر\r\n\nوقال الوزير مروان الديري إن الوزارة ترى أن «الجسر آمن»، بحسب الديري.";

/// The place of `words` in the text, the first one.
fn at(words: &str) -> Span {
    let start = TEXT.find(words).expect("words of the text");
    Span::new(start, start + words.len())
}

fn statement(cue: &str, source: Option<&str>, content: &str) -> Statement {
    Statement {
        kind: Kind::Mixed,
        cue: at(cue),
        source: source.map(at),
        speaker: SpeakerId(0),
        content: vec![at(content)],
        nested_in: None,
        rule: "verb-first",
        confidence: Confidence::Sure,
        doubt: None,
        evidence: Vec::new(),
    }
}

fn annotations() -> Annotations {
    let outer = Statement {
        evidence: vec![Step {
            reason: Reason::RoleAfter,
            from: at("الوزير"),
            to: Some(at("مروان الديري")),
            instead_of: Some(SpeakerId(1)),
        }],
        ..statement("وقال", Some("الوزير"), "الوزارة ترى أن «الجسر آمن»")
    };
    let inner = Statement {
        speaker: SpeakerId(1),
        nested_in: Some(StatementId(0)),
        confidence: Confidence::Doubtful,
        doubt: Some(Doubt::End),
        ..statement("ترى", None, "«الجسر آمن»")
    };
    let mention = |words, link| Mention {
        span: at(words),
        link,
    };
    Annotations {
        speakers: vec![
            Speaker {
                name: "مروان الديري".into(),
                aliases: vec!["الديري".into()],
                entity: Some(EntityId(0)),
                mentions: vec![at("الوزير")],
            },
            Speaker {
                name: "الوزارة".into(),
                aliases: Vec::new(),
                entity: None,
                mentions: Vec::new(),
            },
        ],
        statements: vec![outer, inner],
        entities: vec![Entity {
            kind: EntityType::Per,
            name: "مروان الديري".into(),
            normal: None,
            mentions: vec![
                mention("مروان الديري", Link::First),
                mention("الديري", Link::PartOfName),
            ],
        }],
    }
}

fn rendered(format: Format) -> String {
    let document = Document::new(TEXT).with_meta(Meta {
        outlet: Some("وكالة ضفاف".into()),
        place: Place {
            line: Some(7),
            ..Place::file("خبر.txt")
        },
        ..Meta::default()
    });
    let mut out = Vec::new();
    format.render(&document, &annotations(), &mut out);
    String::from_utf8(out).expect("JSON is UTF-8")
}

fn parsed() -> Value {
    serde_json::from_str(&rendered(Format::Json)).expect("JSON")
}

/// A place as the output gives it, its offsets counted the slow way.
fn place(words: &str) -> Value {
    let span = at(words);
    json!({
        "start": TEXT[..span.start].chars().count(),
        "end": TEXT[..span.end].chars().count(),
        "text": words,
    })
}

#[test]
fn the_head_names_the_version_and_the_article() {
    let json = parsed();
    assert_eq!(json["schema"], "qawl/1");
    assert_eq!(json["offsets"], "codepoint");
    let about = json!({"title": "😀 خبر", "outlet": "وكالة ضفاف", "path": "خبر.txt", "line": 7});
    assert_eq!(json["article"], about);
}

#[test]
fn a_statement_has_all_its_parts() {
    let expected = json!({
        "id": 1,
        "kind": "mixed",
        "cue": place("وقال"),
        "source": place("الوزير"),
        "speaker": "s1",
        "content": [place("الوزارة ترى أن «الجسر آمن»")],
        "nested_in": null,
        "rule": "verb-first",
        "confidence": "sure",
        "doubt": null,
        "evidence": [{
            "reason": "role-after",
            "from": place("الوزير"),
            "to": place("مروان الديري"),
            "instead_of": "s2",
        }],
    });
    assert_eq!(parsed()["statements"][0], expected);
}

#[test]
fn a_nested_statement_points_to_the_outer_one() {
    let inner = &parsed()["statements"][1];
    assert_eq!(inner["nested_in"], 1);
    assert_eq!(inner["source"], Value::Null);
    assert_eq!(inner["speaker"], "s2");
    assert_eq!(inner["confidence"], "doubtful");
    assert_eq!(inner["doubt"], "end");
}

#[test]
fn speakers_and_entities_point_to_each_other() {
    let json = parsed();
    let speaker = json!({
        "id": "s1",
        "name": "مروان الديري",
        "aliases": ["الديري"],
        "entity": "e1",
        "mentions": [place("الوزير")],
    });
    assert_eq!(json["speakers"][0], speaker);
    let entity = &json["entities"][0];
    assert_eq!(entity["id"], "e1");
    assert_eq!(entity["type"], "PER");
    assert_eq!(entity["normal"], Value::Null);
    assert_eq!(entity["mentions"][1]["link"], "part-of-name");
    assert_eq!(
        entity["mentions"][0]["start"],
        place("مروان الديري")["start"]
    );
}

#[test]
fn jsonl_is_the_same_on_one_line() {
    let line = rendered(Format::Jsonl);
    assert_eq!(line.matches('\n').count(), 1);
    let json: Value = serde_json::from_str(&line).expect("JSON");
    assert_eq!(json, parsed());
}

#[test]
fn no_control_character_of_an_article_is_written_raw() {
    let title = "a\u{1b}[31m\u{7f}\u{9b}31m\u{80} «é»";
    let document = Document::new(format!("{title}\n\nb."));
    let mut out = Vec::new();
    Format::Jsonl.render(&document, &Annotations::default(), &mut out);
    let line = String::from_utf8(out).expect("UTF-8");
    let raw: Vec<char> = line.trim_end().chars().filter(|c| c.is_control()).collect();
    assert_eq!(raw, []);
    let json: Value = serde_json::from_str(&line).expect("JSON");
    assert_eq!(json["article"]["title"], title);
}
