//! Articles made to be slow, deep or endless: each is analysed, written in every
//! format, laid out and looked at, soon and with all that has to hold of any text.
//!
//! `HOSTILE=full cargo test --profile quick --test smoke hostile -- --nocapture` takes
//! them at their full size and tells how long each took.

use std::{
    env,
    sync::Arc,
    time::{Duration, Instant},
};

use qawl::{
    analysis::analyse,
    browser::{
        Action, Event, Model, Settings, findings::Findings, handle, theme::Theme, update, view,
        words::Language,
    },
    document::Document,
};
use ratatui::buffer::Buffer;

use super::trials;

/// How long one may take here, on a machine that has other work.
const PATIENCE: Duration = Duration::from_secs(20);

/// One kind: its name, what makes it, how many times, and how many for real.
type Flood = (&'static str, fn(usize) -> String, usize, usize);

const MANY: usize = 1_000_000;

/// What is written over and over.
const FLOODS: [Flood; 30] = [
    ("opening marks", |n| "«".repeat(n), 20_000, MANY),
    ("closing marks", |n| "»".repeat(n), 20_000, MANY),
    ("straight marks", |n| "\"".repeat(n), 20_000, MANY),
    ("single marks", |n| "''".repeat(n), 20_000, MANY),
    (
        "marks around a word",
        |n| "«قال» ".repeat(n),
        5_000,
        300_000,
    ),
    (
        "marks in marks",
        |n| format!("{}نعم{}", "«“".repeat(n), "”»".repeat(n)),
        5_000,
        100_000,
    ),
    (
        "brackets in brackets",
        |n| format!("{}نعم{}", "([".repeat(n), "])".repeat(n)),
        5_000,
        100_000,
    ),
    (
        "isolates",
        |n| format!("قال{}نعم", "\u{2067}أ".repeat(n)),
        5_000,
        100_000,
    ),
    (
        "overrides",
        |n| "\u{202e}قال \u{202c}a".repeat(n),
        5_000,
        300_000,
    ),
    (
        "marks on a letter",
        |n| format!("قال{} الوزير نعم.", "\u{64b}".repeat(n)),
        10_000,
        MANY,
    ),
    (
        "letters with towers",
        |n| format!("قا{}ل ", "\u{301}".repeat(100)).repeat(n),
        100,
        10_000,
    ),
    (
        "widthless",
        |n| format!("قال{}الوزير", "\u{200b}\u{200d}\u{feff}".repeat(n)),
        10_000,
        MANY,
    ),
    (
        "joined pictures",
        |n| "👨\u{200d}".repeat(n),
        5_000,
        300_000,
    ),
    (
        "tatweel",
        |n| format!("ق{}ال الوزير", "ـ".repeat(n)),
        20_000,
        MANY,
    ),
    ("a word without end", |n| "ق".repeat(n), 50_000, 25 * MANY),
    (
        "a line without end",
        |n| "كلمة ".repeat(n),
        20_000,
        6 * MANY,
    ),
    ("a number without end", |n| "1,".repeat(n), 20_000, MANY),
    ("full stops", |n| ".".repeat(n), 20_000, MANY),
    ("spelt letters", |n| "أ.".repeat(n), 10_000, MANY),
    ("colons", |n| "قال: ".repeat(n), 5_000, 300_000),
    ("cues", |n| "قال ".repeat(n), 10_000, 500_000),
    ("cues and clauses", |n| "وقال إن ".repeat(n), 5_000, 300_000),
    ("according to", |n| "وفقا لـ".repeat(n), 5_000, 300_000),
    ("prepositions", |n| "دعا إلى ".repeat(n), 5_000, 300_000),
    ("one name", |n| "سامر الحلبي، ".repeat(n), 5_000, 300_000),
    ("fathers", |n| "سامر بن ".repeat(n), 30_000, 300_000),
    ("days", |n| "الثلاثاء 12 مايو ".repeat(n), 3_000, 200_000),
    ("empty lines", |n| "\n".repeat(n), 50_000, 10 * MANY),
    ("lines", |n| "قال الوزير.\n".repeat(n), 3_000, 300_000),
    (
        "escapes",
        |n| "\u{1b}[2J\u{9b}31m\u{7}\u{8}\0".repeat(n),
        5_000,
        500_000,
    ),
];

/// What differs each time, so that nothing can be kept of it.
const CROWDS: [Flood; 6] = [
    ("words", |n| of_all(n, "%"), 5_000, 500_000),
    (
        "speakers",
        |n| of_all(n, "قال الوزير % إن الوضع مستقر. "),
        400,
        30_000,
    ),
    (
        "unnamed speakers",
        |n| of_all(n, "أضاف مدير % أن الوضع «مستقر». "),
        400,
        30_000,
    ),
    (
        "bodies",
        |n| of_all(n, "أعلنت وزارة % ووكالة % ذلك. "),
        400,
        30_000,
    ),
    (
        "like names",
        |n| of_all(n, "سامر % الحلبي وليلى % "),
        400,
        30_000,
    ),
    (
        "statements in statements",
        |n| format!("{}نعم{}", of_all(n, "قال % إن "), "»".repeat(n)),
        400,
        30_000,
    ),
];

/// The pattern so often, each time with another word.
fn of_all(count: usize, pattern: &str) -> String {
    let letters: Vec<char> = "بتجحدرسعفقكلمنهي".chars().collect();
    let word = |number: usize| -> String {
        let letter = |at: u32| letters[(number >> (4 * at)) % letters.len()];
        (0..5).map(letter).collect()
    };
    (0..count)
        .map(|number| pattern.replace('%', &word(number)) + " ")
        .collect()
}

fn in_full() -> bool {
    env::var("HOSTILE").is_ok_and(|size| size == "full")
}

/// The articles: the flood alone, and behind a headline.
fn articles((_, make, few, many): Flood) -> Vec<Document> {
    let flood = make(if in_full() { many } else { few });
    let headed = format!("وزير النقل: الجسر آمن\n\nقال الوزير سامر الحلبي {flood}\n");
    vec![Document::new(flood), Document::new(headed)]
}

/// Does it, and fails where it takes too long.
#[track_caller]
fn soon(name: &str, what: &str, deed: impl FnOnce()) {
    let begun = Instant::now();
    deed();
    let taken = begun.elapsed();
    if in_full() {
        println!("{name}: {what} {taken:.2?}");
    }
    assert!(
        in_full() || taken < PATIENCE,
        "{name}: {what} took {taken:?}"
    );
}

fn is_read(flood: Flood) {
    for document in articles(flood) {
        let mut found = None;
        soon(flood.0, "analysis", || found = Some(analyse(&document)));
        soon(flood.0, "what holds", || trials::holds(&document));
        let findings = Findings::new(&document, found.unwrap_or_default());
        soon(flood.0, "the screen", || is_looked_at(document, findings));
    }
}

fn is_looked_at(document: Document, findings: Findings) {
    let settings = Settings::new(Language::Arabic, Theme::named("dark").expect("a theme"));
    let mut model = Model::new(vec![Arc::new(document)], settings, (100, 30));
    handle(&mut model, Event::Analysed(0, Arc::new(findings)));
    for action in [
        Action::PageDown,
        Action::Next,
        Action::Speakers,
        Action::Bottom,
    ] {
        update(&mut model, action);
        draw(&model);
    }
    for (width, height) in [(45, 12), (200, 60)] {
        handle(&mut model, Event::Resize(width, height));
        draw(&model);
    }
}

fn draw(model: &Model) {
    let mut screen = Buffer::empty(model.frame.whole);
    view(model, &mut screen);
    for cell in screen.content() {
        trials::layout::cell_is_ours(cell.symbol());
    }
}

#[test]
fn floods_of_the_same_are_read_soon() {
    FLOODS.into_iter().for_each(is_read);
}

#[test]
fn crowds_are_read_soon() {
    CROWDS.into_iter().for_each(is_read);
}

/// Something around words, many times over.
fn within(open: &str, close: &str) -> String {
    let deep = deep();
    let (open, close) = (open.repeat(deep), close.repeat(deep));
    format!("{open}قال الوزير{close}")
}

fn deep() -> usize {
    if in_full() { MANY } else { 50_000 }
}

/// What stands for characters, and for none.
const ENTITIES: &str = "&lt;&#x1b;[2J&#155;31m&#8238;&amp;قال ";
const NO_ENTITIES: &str = "&#0;&#xd800;&bogus;&#99999999;";

#[test]
fn deep_pages_are_refused_or_read_soon() {
    let entities = format!("{ENTITIES}{NO_ENTITIES}").repeat(2_000);
    for (name, body) in [
        ("elements", within("<div>", "</div>")),
        ("elements never closed", within("<b>", "")),
        (
            "attributes",
            format!("<p {}>نعم</p>", "a='«' ".repeat(deep())),
        ),
        ("a comment", within("<!--", "-->")),
        ("a tag without end", format!("<p {}", "a".repeat(deep()))),
        ("tables", within("<table><tr><td>", "")),
        ("lists", within("<ul><li>", "")),
        ("formats", within("<a><p>", "")),
        ("entities", format!("<p>{entities}</p>")),
    ] {
        let page = format!("<!doctype html><html><body><h1>خبر</h1>{body}");
        soon(name, "a page", || trials::html(page.as_bytes()));
    }
}

#[test]
fn feeds_that_grow_are_refused_or_read_soon() {
    let items = within("<item>", "");
    for (name, xml) in [
        ("a billion laughs", laughs()),
        (
            "items in items",
            format!("<rss version='2.0'><channel>{items}"),
        ),
        ("entities", feed(&ENTITIES.repeat(2_000))),
        ("no entities", feed(NO_ENTITIES)),
        ("a page in a feed", feed(&within("&lt;div>", ""))),
    ] {
        soon(name, "a feed", || trials::feed(xml.as_bytes()));
    }
}

#[test]
fn deep_json_is_refused_or_read_soon() {
    let lists = "[".repeat(deep());
    for (name, json) in [
        ("lists in lists", within("[", "]")),
        ("objects in objects", within("{\"a\":", "}")),
        ("a text in lists", format!("{{\"text\": {lists}\"قال\"")),
        (
            "half a pair",
            r#"{"text": "قال \ud800 \udfff نعم"}"#.to_owned(),
        ),
    ] {
        soon(name, "JSON", || {
            for kind in [b"\0", b"\x01"] {
                trials::json(&[kind, json.as_bytes()].concat());
            }
        });
    }
}

fn feed(words: &str) -> String {
    format!(
        "<rss version='2.0'><channel><title>{words}</title><item><title>خبر</title><description>{words}</description></item></channel></rss>"
    )
}

/// Entities made of entities made of entities.
fn laughs() -> String {
    let level = |level: u32| {
        let inner = format!("&a{};", level - 1).repeat(10);
        format!("<!ENTITY a{level} '{inner}'>")
    };
    let entities: String = (1..12).map(level).collect();
    let entities = format!("<!ENTITY a0 'ها'>{entities}");
    format!(
        "<?xml version='1.0'?><!DOCTYPE rss [{entities}]>{}",
        feed("&a11;")
    )
}

/// Bytes of no encoding, or half of one.
#[test]
fn broken_encodings_are_read_or_refused_soon() {
    let text = "قال الوزير سامر الحلبي إن «الوضع مستقر». ".repeat(50);
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let overlong =
        b"\xc0\xaf\xe0\x80\xaf\xf0\x80\x80\xaf\xf8\x88\x80\x80\x80\xed\xa0\x80".repeat(20);
    for forced in 0..8 {
        for bytes in [
            &utf16[..utf16.len() - 1],
            &utf16[1..],
            &[b"\xff\xfe", &utf16[..99]].concat(),
            &[b"\xfe\xff", &utf16[..]].concat(),
            &[text.as_bytes(), &overlong].concat(),
            &overlong,
            &text.as_bytes()[..text.len() - 1],
            &text.as_bytes()[1..],
            &[0; 999],
            &[text.as_bytes(), &[0; 9], text.as_bytes()].concat(),
        ] {
            trials::decode(&[&[forced], bytes].concat());
        }
    }
}
