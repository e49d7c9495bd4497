//! The output formats, from articles that the analysis has worked on: each is
//! what its standard says, and what it says of the text is true of the text.

use qawl::{
    analysis,
    annotations::{Annotations, Kind},
    document::{Document, Meta},
    extract::{Date, Filter, Format, SCHEMA_JSON},
    place::Place,
    samples,
};
use serde_json::Value;

const TEXT: &str = "وزير النقل: «الجسر آمن»\n\nقال وزير النقل مروان الديري إن الجسر «آمن»، مضيفا:\n\
    «لن نغلقه.\n\nولن نرفع الرسوم». \u{1b}[31m<b>&\n\nلكن النقابة نفت ذلك، وقالت هناء الساحلي إن الوزير \
    قال إن «كل شيء بخير» قبل أن يغيب.\n";

fn article() -> (Document, Annotations) {
    let document = Document::new(TEXT).with_meta(Meta {
        date: Some("Mon, 12 May 2031 10:00:00 +0300".into()),
        outlet: Some("بريد, المرسى".into()),
        place: Place {
            line: Some(3),
            ..Place::file("أرشيف/a b.jsonl")
        },
        ..Meta::default()
    });
    let annotations = analysis::analyse(&document);
    assert!(
        annotations.statements.len() > 3,
        "there is something to write"
    );
    (document, annotations)
}

fn all() -> Vec<(Document, Annotations)> {
    let documents = samples::documents().into_iter();
    let analysed = documents.map(|document| {
        let annotations = analysis::analyse(&document);
        (document, annotations)
    });
    analysed.chain([article()]).collect()
}

fn rendered(format: Format, (document, annotations): &(Document, Annotations)) -> String {
    let mut out = Vec::new();
    format.open(true, &mut out);
    format.render(document, annotations, &mut out);
    format.close(true, &mut out);
    String::from_utf8(out).expect("UTF-8")
}

/// The words between two code points.
fn slice(document: &Document, start: usize, end: usize) -> String {
    document
        .text()
        .chars()
        .skip(start)
        .take(end - start)
        .collect()
}

#[test]
fn json_keeps_to_its_schema() {
    let schema: Value = serde_json::from_str(SCHEMA_JSON).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    for article in all() {
        let json: Value = serde_json::from_str(&rendered(Format::Jsonl, &article)).expect("JSON");
        let faults: Vec<_> = validator
            .iter_errors(&json)
            .map(|e| e.to_string())
            .collect();
        assert_eq!(faults, [""; 0]);
        if json["statements"].as_array().is_none_or(Vec::is_empty) {
            continue;
        }
        let mut wrong = json.clone();
        wrong["statements"][0]["kind"] = "shouted".into();
        wrong["article"]["colour"] = "red".into();
        assert_eq!(validator.iter_errors(&wrong).count(), 2);
    }
}

#[test]
fn no_format_lets_a_control_character_through() {
    for article in all() {
        for (format, name) in Format::ALL {
            let text = rendered(format, &article);
            let odd = text
                .chars()
                .find(|c| c.is_control() && !matches!(c, '\t' | '\n' | '\r'));
            assert_eq!(odd, None, "{name}");
        }
    }
}

#[test]
fn csv_has_a_row_for_each_statement() {
    for (document, annotations) in all() {
        let table = rendered(Format::Csv, &(document.clone(), annotations.clone()));
        let mut rows = csv::Reader::from_reader(table.as_bytes());
        let names = rows.headers().expect("names").clone();
        let mut statements = annotations.statements.iter();
        for row in rows.records() {
            let row = row.expect("a row");
            let cell = |name: &str| {
                let column = names.iter().position(|n| n == name).expect("the column");
                row.get(column).expect("the cell").to_owned()
            };
            let statement = statements.next().expect("a statement");
            assert_eq!(cell("kind"), statement.kind.name());
            assert_eq!(cell("speaker"), annotations.speaker(statement.speaker).name);
            for (at, words) in cell("content_at").split(' ').zip(&statement.content) {
                let (start, end) = at.split_once('-').expect("a place");
                let [start, end] = [start, end].map(|n| n.parse().expect("a number"));
                assert_eq!(slice(&document, start, end), document.slice(*words));
            }
        }
        assert_eq!(statements.next(), None);
    }
    let table = rendered(Format::Csv, &article());
    assert!(table.contains(",2031-05-12,\"بريد, المرسى\","), "{table}");
}

#[test]
fn brat_finds_the_words_where_they_are_said_to_be() {
    for article in all() {
        let found = rendered(Format::Brat, &article);
        let mut numbers: Vec<&str> = found
            .lines()
            .map(|line| line.split('\t').next().expect("a number"))
            .filter(|number| *number != "*")
            .collect();
        let count = numbers.len();
        numbers.sort_unstable();
        numbers.dedup();
        assert_eq!(numbers.len(), count, "a number is of one line only");
        for line in found.lines().filter(|line| line.starts_with('T')) {
            let [_, place, words] = line.split('\t').collect::<Vec<_>>()[..] else {
                panic!("{line}");
            };
            let (_, places) = place.split_once(' ').expect("a place");
            let parts: Vec<String> = places
                .split(';')
                .map(|part| {
                    let (start, end) = part.split_once(' ').expect("two numbers");
                    let [start, end] = [start, end].map(|n| n.parse().expect("a number"));
                    slice(&article.0, start, end)
                })
                .collect();
            assert!(!parts.concat().contains('\n'), "{line}");
            assert_eq!(parts.join(" ").replace('\u{1b}', "␛"), words);
        }
    }
}

#[test]
fn web_annotations_select_the_words_twice() {
    for article in all() {
        let page: Value =
            serde_json::from_str(&rendered(Format::WebAnnotation, &article)).expect("JSON");
        assert_eq!(page["@context"], "http://www.w3.org/ns/anno.jsonld");
        let items = page["items"].as_array().expect("annotations");
        assert!(items.len() >= article.1.statements.len());
        for target in items
            .iter()
            .flat_map(|item| item["target"].as_array().expect("targets"))
        {
            let [position, quote] = target["selector"].as_array().expect("selectors").as_slice()
            else {
                panic!("{target}");
            };
            let number = |name: &str| {
                usize::try_from(position[name].as_u64().expect("a number")).expect("small")
            };
            let (start, end) = (number("start"), number("end"));
            let text = |name: &str| quote[name].as_str().expect("words").to_owned();
            assert_eq!(slice(&article.0, start, end), text("exact"));
            let before = text("prefix");
            let length = before.chars().count();
            assert_eq!(slice(&article.0, start - length, start), before);
            assert!(slice(&article.0, end, end + 32).starts_with(&text("suffix")));
        }
    }
    let page = rendered(Format::WebAnnotation, &article());
    assert!(
        page.contains("\"source\":\"أرشيف/a%20b.jsonl?line=3\""),
        "{page}"
    );
}

/// The text of XML without its tags, and the names of the elements that are open
/// at no time in the wrong order.
fn text_of(xml: &str) -> String {
    let (mut text, mut open) = (String::new(), Vec::new());
    for part in xml.split('<').skip(1) {
        let (tag, rest) = part.split_once('>').expect("the end of a tag");
        let name = tag.split(' ').next().expect("a name");
        if let Some(name) = name.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "{xml}");
        } else if !name.starts_with('?') {
            open.push(name);
        }
        text += rest;
    }
    assert_eq!(open, [""; 0]);
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
}

#[test]
fn tei_is_well_formed_and_holds_all_of_the_text() {
    for article in all() {
        let xml = rendered(Format::Tei, &article);
        text_of(&xml);
        let (_, body) = xml.split_once("<text>").expect("a text");
        let body = format!("<text>{}", body.trim_end().trim_end_matches("</TEI>"));
        let body = text_of(&body);
        let said: String = body.split_whitespace().collect();
        let original: String = article
            .0
            .text()
            .replace('\u{1b}', "␛")
            .split_whitespace()
            .collect();
        assert_eq!(said, original);
        let mut ids: Vec<&str> = xml
            .split("xml:id=\"")
            .skip(1)
            .filter_map(|s| s.split('"').next())
            .collect();
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), count);
        for who in xml
            .split("who=\"#")
            .skip(1)
            .filter_map(|s| s.split('"').next())
        {
            assert!(ids.contains(&who), "{who}");
        }
        let statements = article.1.statements.len();
        assert!(xml.matches("<said ").count() >= statements);
    }
}

#[test]
fn markdown_has_each_speaker_once_and_every_statement() {
    for article in all() {
        let page = rendered(Format::Markdown, &article);
        assert!(page.starts_with("# "));
        assert_eq!(page.matches("\n> — ").count(), article.1.statements.len());
        let speaking = (0..article.1.speakers.len())
            .filter(|i| article.1.statements.iter().any(|s| s.speaker.0 == *i));
        assert_eq!(page.matches("\n## ").count(), speaking.count());
        assert!(!page.contains("<b>"));
    }
}

#[test]
fn filters_keep_what_is_asked_for_and_nothing_else() {
    let (document, annotations) = article();
    let kept = |filter: Filter| filter.apply(annotations.clone());
    let speaker = |name: &str| Filter {
        speakers: vec![name.into()],
        ..Filter::default()
    };
    let by = kept(speaker("مَروان الديري")).expect("statements");
    assert!(
        by.statements
            .iter()
            .all(|s| by.speaker(s.speaker).name.contains("مروان"))
    );
    let all = annotations
        .statements_of(annotations.statements[0].speaker)
        .count();
    assert_eq!(by.statements.len(), all);
    assert!(kept(speaker("روان")).is_none(), "words count, not letters");
    let direct = kept(Filter {
        kinds: vec![Kind::Direct],
        ..Filter::default()
    });
    let direct = direct.expect("statements");
    assert!(direct.statements.iter().all(|s| s.kind == Kind::Direct));
    for annotations in [by, direct] {
        for statement in &annotations.statements {
            assert!(statement.speaker.0 < annotations.speakers.len());
            assert!(
                statement
                    .nested_in
                    .is_none_or(|outer| outer.0 < annotations.statements.len())
            );
        }
        // All formats can write it.
        for (format, _) in Format::ALL {
            rendered(format, &(document.clone(), annotations.clone()));
        }
    }
    let days = |since: Option<&str>, until: Option<&str>| Filter {
        since: since.map(|d| d.parse::<Date>().expect("a day")),
        until: until.map(|d| d.parse::<Date>().expect("a day")),
        ..Filter::default()
    };
    assert!(days(Some("2031-05-12"), Some("2031-05")).wants_day(&document));
    assert!(!days(Some("2031-05-13"), None).wants_day(&document));
    assert!(!days(None, Some("2030")).wants_day(&document));
    assert!(!days(None, Some("2030")).wants_day(&Document::new("خبر")));
}
