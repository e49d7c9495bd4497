//! What the formats write, read again: each is what its standard says, names every
//! statement, and what it says of the text is true of the text.

mod brat;
mod csv;
mod json;
mod markdown;
mod tei;
mod web_annotation;

use qawl::{annotations::Annotations, document::Document, extract::Format};

/// An article and what was found in it.
pub type Article = (Document, Annotations);

/// The articles as a format writes them into one file; brat, which has a file for each,
/// as one after the other.
pub fn written(format: Format, articles: &[Article]) -> String {
    let alone = articles.len() == 1;
    let mut out = Vec::new();
    format.open(alone, &mut out);
    for (document, found) in articles {
        format.render(document, found, &mut out);
    }
    format.close(alone, &mut out);
    String::from_utf8(out).expect("UTF-8")
}

/// Fails unless `text` is what `format` has to make of `articles`.
pub fn is_true(format: Format, text: &str, articles: &[Article]) {
    let is_odd = |c: &char| c.is_control() && !matches!(c, '\t' | '\n' | '\r');
    assert_eq!(text.chars().find(is_odd), None, "{format:?}");
    let articles: Vec<Read> = articles.iter().map(Read::new).collect();
    match format {
        Format::Json | Format::Jsonl => json::is_true(text, &articles, format == Format::Jsonl),
        Format::Csv => csv::is_true(text, &articles),
        Format::Markdown => markdown::is_true(text, &articles),
        Format::Brat => {
            let [article] = &articles[..] else {
                panic!("brat has a file an article");
            };
            brat::is_true(text, article);
        }
        Format::WebAnnotation => web_annotation::is_true(text, &articles),
        Format::Tei => tei::is_true(text, &articles),
    }
}

/// An article, its code points counted.
struct Read<'a> {
    document: &'a Document,
    found: &'a Annotations,
    /// Where each code point begins, in bytes, and the end of the last.
    begins: Vec<usize>,
}

impl<'a> Read<'a> {
    fn new((document, found): &'a Article) -> Self {
        let text = document.text();
        let begins = text.char_indices().map(|(at, _)| at);
        Self {
            document,
            found,
            begins: begins.chain([text.len()]).collect(),
        }
    }

    /// How many code points the text has.
    fn len(&self) -> usize {
        self.begins.len() - 1
    }

    /// The words between two code points.
    fn slice(&self, start: usize, end: usize) -> &'a str {
        assert!(start <= end && end <= self.len(), "{start}-{end}");
        &self.document.text()[self.begins[start]..self.begins[end]]
    }
}

/// Whether `shown` is `original`, one character for one, where what no format may hold
/// is shown as a sign.
fn shows(shown: &str, original: &str) -> bool {
    let alike = |(shown, original): (char, char)| shown == original || may_change(original);
    shown.chars().count() == original.chars().count()
        && shown.chars().zip(original.chars()).all(alike)
}

/// Controls, characters that XML forbids, and ends of lines.
fn may_change(c: char) -> bool {
    c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}' | '\u{2028}' | '\u{2029}')
}

/// The values in JSON that stand one after the other.
fn values(text: &str) -> Vec<serde_json::Value> {
    let values = serde_json::Deserializer::from_str(text).into_iter();
    values.map(|value| value.expect("JSON")).collect()
}
