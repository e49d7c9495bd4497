//! The output formats, from articles that the analysis has worked on: each is
//! what its standard says, and what it says of the text is true of the text.

#[path = "trials/written/mod.rs"]
mod written;

use qawl::{
    analysis,
    annotations::Kind,
    document::{Document, Meta},
    extract::{Date, Filter, Format, SCHEMA_JSON},
    place::Place,
    samples,
};
use serde_json::Value;
use written::{Article, is_true, written};

const TEXT: &str = "وزير النقل: «الجسر آمن»\n\nقال وزير النقل مروان الديري إن الجسر «آمن»، مضيفا:\n\
    «لن نغلقه.\n\nولن نرفع \u{1b}[31m<b>& الرسوم».\n\nلكن النقابة نفت ذلك، وقالت هناء الساحلي إن الوزير \
    قال إن «كل شيء بخير» قبل أن يغيب.\n";

fn article() -> Article {
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

/// The samples and that one.
fn all() -> impl Iterator<Item = Article> {
    let documents = samples::documents().into_iter();
    let analysed = documents.map(|document| {
        let annotations = analysis::analyse(&document);
        (document, annotations)
    });
    analysed.chain([article()])
}

/// The article that is made for it, as a format writes it.
fn rendered(format: Format) -> String {
    written(format, &[article()])
}

#[test]
fn json_keeps_to_its_schema() {
    let schema: Value = serde_json::from_str(SCHEMA_JSON).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    for article in all() {
        let json: Value = serde_json::from_str(&written(Format::Jsonl, &[article])).expect("JSON");
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
fn what_each_format_says_of_an_article_is_true() {
    for article in all().map(|article| [article]) {
        for (format, _) in Format::ALL {
            is_true(format, &written(format, &article), &article);
        }
    }
}

#[test]
fn what_each_format_says_of_several_articles_is_true() {
    let mut articles: Vec<Article> = all().collect();
    for (number, (document, _)) in articles.iter_mut().enumerate() {
        document.meta.place.item = Some(number + 1);
    }
    for (format, _) in Format::ALL {
        if !format.needs_folder() {
            is_true(format, &written(format, &articles), &articles);
        }
    }
}

#[test]
fn what_is_known_of_an_article_stands_where_the_format_has_a_place_for_it() {
    let table = rendered(Format::Csv);
    assert!(table.contains(",2031-05-12,\"بريد, المرسى\","), "{table}");
    let page = rendered(Format::WebAnnotation);
    assert!(
        page.contains("\"source\":\"أرشيف/a%20b.jsonl?line=3\""),
        "{page}"
    );
    let xml = rendered(Format::Tei);
    assert!(
        xml.contains("<date when=\"2031-05-12\">Mon, 12 May 2031"),
        "{xml}"
    );
}

#[test]
fn control_characters_are_shown_as_signs() {
    for format in [Format::Csv, Format::Markdown, Format::Brat, Format::Tei] {
        assert!(rendered(format).contains('␛'), "{format:?}");
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
        let article = [(document.clone(), annotations)];
        for (format, _) in Format::ALL {
            is_true(format, &written(format, &article), &article);
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
