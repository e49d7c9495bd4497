//! A table, a row a statement.

use qawl::{annotations::Statement, document::Span};

use super::{Read, shows};

pub(super) fn is_true(text: &str, articles: &[Read]) {
    let mut table = csv::Reader::from_reader(text.as_bytes());
    let names = table.headers().expect("a row of names").clone();
    let mut rows = table.records();
    for article in articles {
        for statement in &article.found.statements {
            let row = rows.next().expect("a row").expect("CSV");
            let cell = |name: &str| {
                let column = names.iter().position(|n| n == name);
                column.and_then(|c| row.get(c)).expect("a cell").to_owned()
            };
            row_is_true(cell, statement, article);
        }
    }
    assert!(rows.next().is_none(), "a row a statement");
}

fn row_is_true(cell: impl Fn(&str) -> String, statement: &Statement, article: &Read) {
    assert_eq!(cell("kind"), statement.kind.name());
    let speaker = &article.found.speaker(statement.speaker).name;
    assert!(shows(&cell("speaker"), speaker), "{speaker:?}");
    let words = |span: &Span| article.document.slice(*span);
    let cue = words(&statement.cue);
    assert!(shows(&cell("cue"), cue), "{cue:?}");
    let contents: Vec<&str> = statement.content.iter().map(words).collect();
    let content = contents.join(" […] ");
    assert!(shows(&cell("content"), &content), "{content:?}");
    let places = cell("content_at");
    let places = places.split_terminator(' ').map(|place| {
        let (start, end) = place.split_once('-').expect("a place");
        let [start, end] = [start, end].map(|n| n.parse().expect("a number"));
        article.slice(start, end)
    });
    assert_eq!(places.collect::<Vec<_>>(), contents);
}
