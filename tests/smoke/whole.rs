//! Any bytes to every output: a file of them, read as each kind of input and in each
//! encoding, whose articles are analysed and written in each format; what is written
//! is read again, and JSON holds to its schema.

use std::{cell::Cell, io::Write};

use proptest::{collection::vec, prelude::*, sample::select};
use qawl::extract::{Format, SCHEMA_JSON};
use serde_json::Value;

use super::{trials, try_out};

#[test]
fn files_that_were_articles_once_are_written_right() {
    try_out("whole", 60);
}

#[test]
fn whatever_the_bytes_are_what_is_written_of_them_is_right() {
    let schema: Value = serde_json::from_str(SCHEMA_JSON).expect("JSON");
    let schema = jsonschema::validator_for(&schema).expect("a schema");
    let articles = Cell::new(0);
    let config = ProptestConfig {
        cases: 250,
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    let often_nothing = || prop_oneof![3 => Just(0), 1 => any::<u8>()];
    let file = (often_nothing(), often_nothing(), file());
    proptest!(config, |((how, encoding, file) in file)| {
        for (format, text, of) in trials::outputs(&[&[how, encoding][..], &file].concat()) {
            trials::written::is_true(format, &text, &of);
            if format == Format::Jsonl {
                articles.set(articles.get() + of.len());
                for line in text.lines() {
                    let object: Value = serde_json::from_str(line).expect("JSON");
                    let faults = schema.iter_errors(&object).map(|fault| fault.to_string());
                    assert_eq!(faults.collect::<Vec<_>>(), [""; 0]);
                }
            }
        }
    });
    assert!(
        articles.get() > 100,
        "most of the files hold something to read"
    );
}

/// Bytes of a file: words, then what holds them, how they are encoded, how packed,
/// and where they were cut.
fn file() -> impl Strategy<Value = Vec<u8>> {
    let content = prop_oneof![
        1 => vec(any::<u8>(), 0..300),
        4 => (words(), select(HOLDERS.to_vec()), select(ENCODINGS.to_vec()))
            .prop_map(|(words, hold, encode)| encode(&hold(&words))),
    ];
    let packed = (
        content,
        prop_oneof![2 => Just(PACKERS[0]), 1 => select(PACKERS.to_vec())],
    )
        .prop_map(|(content, pack)| pack(content));
    (
        packed,
        prop::option::weighted(0.2, any::<prop::sample::Index>()),
    )
        .prop_map(|(mut bytes, cut)| {
            if let Some(cut) = cut {
                bytes.truncate(cut.index(bytes.len() + 1));
            }
            bytes
        })
}

/// Words of articles and signs that should not be there, or any characters.
fn words() -> impl Strategy<Value = String> {
    let piece = select(trials::pieces()).prop_map(|piece| format!("{piece} "));
    let part = prop_oneof![8 => piece, 1 => any::<String>()];
    vec(part, 0..80).prop_map(|parts| parts.concat())
}

type Hold = fn(&str) -> String;

/// What articles stand in.
const HOLDERS: [Hold; 6] = [
    str::to_owned,
    |words| format!("وزير النقل: الجسر آمن\n\n{words}\n"),
    |words| serde_json::json!([{"text": words, "title": words}, {"body": words}]).to_string(),
    |words| {
        let line = serde_json::json!({"text": words, "date": words, "url": words});
        format!("{line}\n{words}\n{line}\n")
    },
    |words| format!("<!doctype html><title>{words}</title><h1>خبر</h1><p>{words}<p>{words}"),
    |words| {
        let item = format!("<item><title>{words}</title><description>{words}</description></item>");
        format!("<rss version='2.0'><channel><title>بريد</title>{item}{item}</channel></rss>")
    },
];

type Encode = fn(&str) -> Vec<u8>;

/// How text may stand in a file.
const ENCODINGS: [Encode; 5] = [
    |text| text.into(),
    |text| [b"\xef\xbb\xbf", text.as_bytes()].concat(),
    |text| wide(text, b"\xff\xfe", u16::to_le_bytes),
    |text| wide(text, b"\xfe\xff", u16::to_be_bytes),
    |text| encoding_rs::WINDOWS_1256.encode(text).0.into_owned(),
];

fn wide(text: &str, mark: &[u8], bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    mark.iter()
        .copied()
        .chain(text.encode_utf16().flat_map(bytes))
        .collect()
}

type Pack = fn(Vec<u8>) -> Vec<u8>;

/// As it is, packed, and what only begins as if it were.
const PACKERS: [Pack; 5] = [
    |bytes| bytes,
    |bytes| {
        let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        packer.write_all(&bytes).expect("memory takes it");
        packer.finish().expect("memory takes it")
    },
    |bytes| {
        let level = ruzstd::encoding::CompressionLevel::Fastest;
        ruzstd::encoding::compress_to_vec(&bytes[..], level)
    },
    |bytes| [b"\x1f\x8b\x08\0\0\0\0\0\0\x03", &bytes[..]].concat(),
    |bytes| [b"\x28\xb5\x2f\xfd", &bytes[..]].concat(),
];
