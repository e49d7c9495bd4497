//! The trials of `tests/trials/` for some seconds: their seeds, what fuzzing found once
//! (the folders beside this file), and the seeds with some bytes changed.

mod hostile;
#[path = "../trials/mod.rs"]
mod trials;
mod whole;

use std::{fs, path::Path};

use proptest::{prelude::*, sample::Index};

/// A change of an input.
#[derive(Clone, Debug)]
enum Change {
    Set(Index, u8),
    Insert(Index, Vec<u8>),
    Cut(Index, u8),
    Repeat(Index, u8, u8),
}

fn change() -> impl Strategy<Value = Change> {
    let odd = prop::sample::select(vec![
        b"\0".to_vec(),
        b"\x1b]52;c;YQ==\x07".to_vec(),
        b"\xff".to_vec(),
        b"\xed\xa0\x80".to_vec(),
        b"</div><![CDATA[".to_vec(),
        b"&#x9b;&lol;".to_vec(),
        b"\\ud800".to_vec(),
        "«".into(),
        "\u{202e}\u{64b}\u{200d}".into(),
    ]);
    let bytes = prop_oneof![odd, prop::collection::vec(any::<u8>(), 1..9)];
    prop_oneof![
        3 => (any::<Index>(), any::<u8>()).prop_map(|(at, byte)| Change::Set(at, byte)),
        3 => (any::<Index>(), bytes).prop_map(|(at, bytes)| Change::Insert(at, bytes)),
        2 => (any::<Index>(), any::<u8>()).prop_map(|(at, count)| Change::Cut(at, count)),
        1 => (any::<Index>(), any::<u8>(), 0u8..20).prop_map(|(at, n, t)| Change::Repeat(at, n, t)),
    ]
}

fn changed(mut bytes: Vec<u8>, changes: &[Change]) -> Vec<u8> {
    for change in changes {
        let length = bytes.len() + 1;
        let part = |at: &Index, count: u8| {
            let start = at.index(length);
            start..(start + usize::from(count)).min(length - 1)
        };
        match change {
            Change::Set(at, byte) => {
                if let Some(old) = bytes.get_mut(at.index(length)) {
                    *old = *byte;
                }
            }
            Change::Insert(at, new) => {
                let at = at.index(length);
                bytes.splice(at..at, new.iter().copied());
            }
            Change::Cut(at, count) => drop(bytes.drain(part(at, *count))),
            Change::Repeat(at, count, times) => {
                let part = part(at, *count);
                let again = bytes[part.clone()].repeat((*times).into());
                bytes.splice(part, again);
            }
        }
    }
    bytes
}

/// Tries a target with its seeds, with what was found once, and with `cases` changed
/// seeds.
#[track_caller]
fn try_out(name: &str, cases: u32) {
    let known = |(target, ..): &&trials::Target| *target == name;
    let (_, body, longest) = trials::TARGETS.iter().find(known).expect("a target");
    let seeds = trials::seeds::of(name, &[]);
    assert!(seeds.len() > 3, "there is something to begin with");
    seeds
        .iter()
        .chain(&found_once(name))
        .for_each(|seed| body(seed));
    let config = ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    let changes = prop::collection::vec(change(), 1..12);
    proptest!(config, |(seed in prop::sample::select(seeds), changes in changes)| {
        let mut bytes = changed(seed, &changes);
        bytes.truncate(*longest);
        body(&bytes);
    });
}

fn found_once(target: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/smoke")
        .join(target);
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    files
        .map(|file| fs::read(file.path()).expect("a readable file"))
        .collect()
}

#[test]
fn decode() {
    try_out("decode", 400);
}

#[cfg(feature = "html")]
#[test]
fn html() {
    try_out("html", 60);
}

#[cfg(feature = "html")]
#[test]
fn feed() {
    try_out("feed", 100);
}

#[test]
fn json() {
    try_out("json", 300);
}

#[test]
fn analysis() {
    try_out("analysis", 150);
}

#[test]
fn layout() {
    try_out("layout", 100);
}

#[test]
fn keys() {
    try_out("keys", 60);
}
