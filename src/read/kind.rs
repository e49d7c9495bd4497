//! What kind of file an input is: by its name, else by how it begins.

use std::path::Path;

use memchr::memmem;

use super::find::Input;

/// How articles stand in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One article as plain text or Markdown.
    Text,
    /// One object, or an array of them.
    Json,
    /// An object a line.
    Jsonl,
    /// A web page with one article in it.
    Html,
    /// RSS or Atom, an article an item.
    Feed,
}

/// The endings of the names of files, and what they hold.
pub(super) const ENDINGS: [(&str, Kind); 13] = [
    ("txt", Kind::Text),
    ("text", Kind::Text),
    ("md", Kind::Text),
    ("markdown", Kind::Text),
    ("html", Kind::Html),
    ("htm", Kind::Html),
    ("xhtml", Kind::Html),
    ("rss", Kind::Feed),
    ("atom", Kind::Feed),
    ("xml", Kind::Feed),
    ("json", Kind::Json),
    ("jsonl", Kind::Jsonl),
    ("ndjson", Kind::Jsonl),
];

/// The endings that say how a file is packed; the one before says what it holds.
const PACKED: [&str; 2] = ["gz", "zst"];

/// What the name of a file says that it holds.
pub(super) fn by_name(path: &Path) -> Option<Kind> {
    let ending = path.extension()?.to_str()?;
    if PACKED
        .iter()
        .any(|packed| packed.eq_ignore_ascii_case(ending))
    {
        return by_name(Path::new(path.file_stem()?));
    }
    let known = |(name, _): &&(&str, _)| ending.eq_ignore_ascii_case(name);
    ENDINGS.iter().find(known).map(|(_, kind)| *kind)
}

/// What an input holds whose first bytes are `begin`. Lines of objects are
/// found in what is named `.json` too.
pub(super) fn of(input: &Input, begin: &[u8]) -> Kind {
    let named = match input {
        Input::File(path) => by_name(path),
        Input::Stdin => None,
    };
    match named {
        Some(kind @ (Kind::Text | Kind::Jsonl)) => kind,
        named => by_content(begin).or(named).unwrap_or(Kind::Text),
    }
}

fn by_content(begin: &[u8]) -> Option<Kind> {
    let begin = begin.strip_prefix(b"\xef\xbb\xbf").unwrap_or(begin);
    let first = second_mark(begin)?;
    match first {
        (b'{', b'"' | b'}') => Some(json_or_jsonl(begin)),
        (b'[', b'{' | b']') => Some(Kind::Json),
        (b'<', b'!' | b'?' | b'a'..=b'z' | b'A'..=b'Z') => markup(begin),
        _ => None,
    }
}

/// How far into a file its first elements are looked for.
const FAR: usize = 4 << 10;

fn markup(begin: &[u8]) -> Option<Kind> {
    let head = begin.get(..FAR).unwrap_or(begin).to_ascii_lowercase();
    let holds = |names: &[&str]| {
        names
            .iter()
            .any(|name| memmem::find(&head, name.as_bytes()).is_some())
    };
    if holds(&["<!doctype html", "<html", "<head", "<body"]) {
        return Some(Kind::Html);
    }
    holds(&["<rss", "<feed", "<rdf:rdf"]).then_some(Kind::Feed)
}

/// The first two bytes that are no blanks.
fn second_mark(begin: &[u8]) -> Option<(u8, u8)> {
    let mut marks = begin.iter().copied().filter(|b| !b.is_ascii_whitespace());
    Some((marks.next()?, marks.next()?))
}

/// Lines are articles where one of them is a whole object, be others broken, and
/// where the first is so long that its end is not in sight.
fn json_or_jsonl(begin: &[u8]) -> Kind {
    let begin = begin.trim_ascii_start();
    let mut lines = begin
        .split(|b| *b == b'\n')
        .filter(|line| line.starts_with(b"{"));
    let is_object = |line| serde_json::from_slice::<serde::de::IgnoredAny>(line).is_ok();
    if memchr::memchr(b'\n', begin).is_none() || lines.any(is_object) {
        Kind::Jsonl
    } else {
        Kind::Json
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(path: &str, begin: &str, kind: Kind) {
        assert_eq!(
            of(&Input::File(path.into()), begin.as_bytes()),
            kind,
            "{path}: {begin}"
        );
    }

    #[test]
    fn the_name_says_what_it_is() {
        check("a.txt", "{\"text\": 1}", Kind::Text);
        check("a.TXT.GZ", "", Kind::Text);
        check("a.json", "", Kind::Json);
        check("a.jsonl.zst", "", Kind::Jsonl);
    }

    #[test]
    fn json_of_both_kinds_is_told_by_its_lines() {
        for name in ["a.json", "a", "a.gz"] {
            check(name, "{\"text\": \"a\"}\n{\"text\"", Kind::Jsonl);
            check(
                name,
                "{\"text\": \"broken\n{\"text\": \"a\"}\n",
                Kind::Jsonl,
            );
            check(name, "\u{feff} {\n  \"text\": {\"a\": 1}\n}", Kind::Json);
            check(name, "[\n{\"text\": \"a\"}]", Kind::Json);
            check(name, "{\"text\": \"no end in sight", Kind::Jsonl);
        }
    }

    #[test]
    fn pages_and_feeds_are_told_by_their_elements() {
        for name in ["a", "a.html", "a.xml"] {
            check(name, "<!DOCTYPE html>\n<title>a</title>", Kind::Html);
            check(name, "<?xml version='1.0'?><html xmlns='x'>", Kind::Html);
            check(
                name,
                "<?xml version='1.0'?>\n<rss version='2.0'>",
                Kind::Feed,
            );
            check(name, "\u{feff}<feed xmlns='x'>", Kind::Feed);
            check(name, "<?xml version='1.0'?><rdf:RDF>", Kind::Feed);
        }
        check("a.htm.gz", "<p>قال الوزير", Kind::Html);
        check("a", "<p>قال الوزير", Kind::Text);
        check("a.txt", "<html>", Kind::Text);
    }

    #[test]
    fn text_that_begins_with_a_bracket_is_text() {
        check("a", "[رويترز] قال الوزير", Kind::Text);
        check("a", "{قال}", Kind::Text);
        check("a", "", Kind::Text);
    }
}
