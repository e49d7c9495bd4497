//! A table, a statement a row, for spreadsheets and for counting.

use csv::Writer;

use super::{
    CodePoints, Date,
    plain::{on_a_line, plain},
};
use crate::{
    annotations::{Annotations, Statement},
    document::{Document, Span},
};

/// The names of the columns.
const COLUMNS: [&str; 20] = [
    "article",
    "date",
    "outlet",
    "speaker",
    "source",
    "kind",
    "cue",
    "content",
    "confidence",
    "content_at",
    "cue_at",
    "source_at",
    "statement",
    "nested_in",
    "rule",
    "id",
    "url",
    "path",
    "line",
    "item",
];

/// Where in the table the place of an article is told.
pub(super) const PLACE: [usize; 3] = [17, 18, 19];

/// The row of names.
pub(super) fn opening(out: &mut Vec<u8>) {
    let mut table = table(out);
    let written = table.write_record(COLUMNS);
    debug_assert!(written.is_ok(), "memory takes all that is written");
}

/// Appends the statements of an article.
pub(super) fn render(document: &Document, annotations: &Annotations, out: &mut Vec<u8>) {
    let points = CodePoints::new(document.text());
    let mut table = table(out);
    for (i, statement) in annotations.statements.iter().enumerate() {
        let written = table.write_record(row(document, annotations, &points, i, statement));
        debug_assert!(written.is_ok(), "memory takes all that is written");
    }
}

fn table(out: &mut Vec<u8>) -> Writer<&mut Vec<u8>> {
    Writer::from_writer(out)
}

fn row(
    document: &Document,
    annotations: &Annotations,
    points: &CodePoints,
    position: usize,
    statement: &Statement,
) -> [String; 20] {
    let words = |span: Span| plain(document.slice(span)).into_owned();
    let at = |span: Span| format!("{}-{}", points.before(span.start), points.before(span.end));
    let known = |text: &Option<String>| on_a_line(text.as_deref().unwrap_or_default()).into_owned();
    let each = |of: &dyn Fn(Span) -> String, joint: &str| -> String {
        statement
            .content
            .iter()
            .map(|span| of(*span))
            .collect::<Vec<_>>()
            .join(joint)
    };
    let meta = &document.meta;
    let place = &meta.place;
    let path = place
        .path
        .as_ref()
        .map(|path| path.to_string_lossy().into_owned());
    [
        on_a_line(document.title()).into_owned(),
        day(meta.date.as_deref()),
        known(&meta.outlet),
        on_a_line(&annotations.speaker(statement.speaker).name).into_owned(),
        statement.source.map(words).unwrap_or_default(),
        statement.kind.name().to_owned(),
        words(statement.cue),
        each(&words, " […] "),
        statement.confidence.name().to_owned(),
        each(&at, " "),
        at(statement.cue),
        statement.source.map(at).unwrap_or_default(),
        (position + 1).to_string(),
        number(statement.nested_in.map(|outer| outer.0 + 1)),
        statement.rule.to_owned(),
        known(&meta.id),
        known(&meta.url),
        known(&path),
        number(place.line),
        number(place.item),
    ]
}

/// The day in the order that sorts, where it can be told.
fn day(date: Option<&str>) -> String {
    let written = date.unwrap_or_default();
    Date::find(written).map_or_else(|| on_a_line(written).into_owned(), |day| day.to_string())
}

fn number(number: Option<usize>) -> String {
    number.map_or_else(String::new, |number| number.to_string())
}
