//! The annotations of brat, which stand apart from the text.

use std::collections::HashSet;

use super::{Read, shows};

pub(super) fn is_true(notes: &str, article: &Read) {
    let mut numbers = HashSet::new();
    let mut events = 0;
    for line in notes.lines() {
        let (number, rest) = line.split_once('\t').expect("a number");
        assert!(number == "*" || numbers.insert(number), "twice: {line}");
        match number.as_bytes() {
            [b'T', ..] => mark_is_true(rest, article),
            [b'E', ..] => events += 1,
            _ => {}
        }
        let named = rest.split(['\t', ' ', ':']).filter(|name| is_number(name));
        if number.starts_with(['E', 'A']) {
            named.for_each(|name| assert!(numbers.contains(name), "{line}"));
        }
    }
    assert_eq!(events, article.found.statements.len());
}

/// Whether a word is the number of a mark or an event.
fn is_number(word: &str) -> bool {
    let digits = word.strip_prefix(['T', 'E']);
    digits.is_some_and(|d| !d.is_empty() && d.bytes().all(|b| b.is_ascii_digit()))
}

/// A kind, places of one line each, and the words that stand there.
fn mark_is_true(mark: &str, article: &Read) {
    let (place, words) = mark.split_once('\t').expect("words");
    let (_, places) = place.split_once(' ').expect("a place");
    let parts: Vec<&str> = places
        .split(';')
        .map(|part| {
            let (start, end) = part.split_once(' ').expect("two numbers");
            let [start, end] = [start, end].map(|n| n.parse().expect("a number"));
            article.slice(start, end)
        })
        .collect();
    let parts = parts.join(" ");
    assert!(!parts.contains('\n'), "{mark}");
    assert!(shows(words, &parts), "{mark}");
}
