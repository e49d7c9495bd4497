//! Bytes to documents, by each way in which articles are read.

use qawl::{
    document::Document,
    place::Place,
    read::{Kind, Options, Piece, ReadError},
};

/// Encodings that may be forced; the first of none.
pub(super) const ENCODINGS: [&str; 8] = [
    "",
    "utf-8",
    "utf-16le",
    "utf-16be",
    "windows-1256",
    "iso-8859-6",
    "gb18030",
    "iso-2022-jp",
];

/// Plain text. The first byte says which encoding is forced, if any.
pub fn decode(data: &[u8]) {
    let Some((first, rest)) = data.split_first() else {
        return;
    };
    let name = ENCODINGS[usize::from(*first) % ENCODINGS.len()];
    let options = Options {
        encoding: name.parse().ok(),
        ..Options::default()
    };
    let found = articles(Kind::Text, rest, &options);
    assert_eq!(found.len(), 1, "a file of text is an article");
    // Text in UTF-8 comes out as it went in.
    if let ("utf-8", Ok(text), [Ok(document)]) = (name, std::str::from_utf8(rest), &found[..]) {
        assert_eq!(
            document.text(),
            text.strip_prefix('\u{feff}').unwrap_or(text)
        );
    }
}

/// A web page.
pub fn html(data: &[u8]) {
    assert_eq!(articles(Kind::Html, data, &Options::default()).len(), 1);
}

/// A feed of either kind.
pub fn feed(data: &[u8]) {
    assert!(!articles(Kind::Feed, data, &Options::default()).is_empty());
}

/// JSON, where the first byte is even, else lines of it.
pub fn json(data: &[u8]) {
    let Some((first, rest)) = data.split_first() else {
        return;
    };
    let kind = if first % 2 == 0 {
        Kind::Json
    } else {
        Kind::Jsonl
    };
    articles(kind, rest, &Options::default());
}

fn articles(kind: Kind, bytes: &[u8], options: &Options) -> Vec<Result<Document, ReadError>> {
    let piece = Piece {
        place: Place::file("a"),
        kind,
        bytes: bytes.to_vec(),
    };
    let found = piece.articles(options);
    for article in &found {
        match article {
            Ok(document) => is_whole(document),
            Err(error) => harmless(&error.to_string()),
        }
    }
    found
}

/// Fails unless the parts of a document are parts of its text.
pub(super) fn is_whole(document: &Document) {
    let mut end = 0;
    assert!(!document.paragraphs().is_empty(), "nothing to read");
    for paragraph in document.paragraphs() {
        assert!(
            paragraph.start >= end && !paragraph.is_empty(),
            "{paragraph:?}"
        );
        assert!(
            document.text().get(paragraph.range()).is_some(),
            "{paragraph:?}"
        );
        end = paragraph.end;
    }
    if let Some(headline) = document.headline() {
        assert_eq!(document.paragraphs().first(), Some(&headline));
    }
}

/// Fails where a message is more than a line or commands a terminal.
pub(super) fn harmless(message: &str) {
    assert!(!message.contains(char::is_control), "{message:?}");
}
