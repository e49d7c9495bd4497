//! What an output already holds, so that a run that was cut off can go on.

use std::{
    collections::HashMap,
    io::{self, BufRead, BufReader, Read},
    path::PathBuf,
};

use serde::Deserialize;

use super::{Format, csv};
use crate::place::Place;

/// Up to where in each input the articles are in the output. They are written in
/// order, so the last of each says it all.
#[derive(Debug, Default)]
pub(super) struct Held {
    last: HashMap<Option<PathBuf>, (usize, usize)>,
}

impl Held {
    /// Whether an article is in the output.
    pub(super) fn holds(&self, place: &Place) -> bool {
        let last = self.last.get(&place.path);
        last.is_some_and(|last| numbers(place.line, place.item) <= *last)
    }

    fn add(&mut self, about: About) {
        let numbers = numbers(about.line, about.item);
        let last = self.last.entry(about.path.map(PathBuf::from)).or_default();
        *last = numbers.max(*last);
    }
}

fn numbers(line: Option<usize>, item: Option<usize>) -> (usize, usize) {
    (line.unwrap_or(0), item.unwrap_or(0))
}

/// What an output tells of an article.
#[derive(Default, Deserialize)]
struct About {
    path: Option<String>,
    line: Option<usize>,
    item: Option<usize>,
}

/// What `output` holds, and how many bytes of it are whole articles.
///
/// # Errors
/// Where it cannot be read.
pub(super) fn read(output: impl Read, format: Format) -> io::Result<(Held, u64)> {
    let mut held = Held::default();
    let length = match format {
        Format::Csv => table(output, &mut held)?,
        _ => lines(output, &mut held)?,
    };
    Ok((held, length))
}

fn lines(output: impl Read, held: &mut Held) -> io::Result<u64> {
    #[derive(Deserialize)]
    struct Line {
        article: About,
    }
    let mut output = BufReader::new(output);
    let (mut line, mut length) = (Vec::new(), 0);
    while output.read_until(b'\n', &mut line)? > 0 {
        let Ok(Line { article }) = serde_json::from_slice(&line) else {
            break;
        };
        if !line.ends_with(b"\n") {
            break;
        }
        held.add(article);
        length += line.len() as u64;
        line.clear();
    }
    Ok(length)
}

/// The last article is left out, as nobody knows whether all its rows are there.
fn table(output: impl Read, held: &mut Held) -> io::Result<u64> {
    let mut table = ::csv::ReaderBuilder::new()
        .flexible(true)
        .from_reader(output);
    let mut row = ::csv::StringRecord::new();
    let mut last: Option<(Place, u64)> = None;
    let mut begin = 0;
    loop {
        match table.read_record(&mut row) {
            Ok(true) => {}
            Err(error) if error.is_io_error() => return Err(io::Error::other(error)),
            Ok(false) | Err(_) => break,
        }
        let Some(place) = place(&row) else { break };
        begin = row.position().map_or(begin, ::csv::Position::byte);
        match &last {
            Some((known, _)) if *known == place => continue,
            Some((known, _)) => held.add(About {
                path: known
                    .path
                    .as_ref()
                    .map(|path| path.to_string_lossy().into_owned()),
                line: known.line,
                item: known.item,
            }),
            None => {}
        }
        last = Some((place, begin));
    }
    Ok(last.map_or(0, |(_, begin)| begin))
}

fn place(row: &::csv::StringRecord) -> Option<Place> {
    let [path, line, item] = csv::PLACE.map(|column| row.get(column));
    Some(Place {
        path: path.filter(|path| !path.is_empty()).map(PathBuf::from),
        line: line?.parse().ok(),
        item: item?.parse().ok(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(path: &str, line: usize) -> Place {
        Place {
            line: Some(line),
            ..Place::file(path)
        }
    }

    #[test]
    fn whole_lines_of_json_count() {
        let whole = "{\"article\":{\"path\":\"a\",\"line\":1},\"x\":[1]}\n\
            {\"article\":{\"path\":\"a\",\"line\":3}}\n{\"article\":{\"path\":\"b\"}}\n";
        for torn in ["", "{\"article\":{\"pa", "{\"article\":{\"path\":\"c\"}}"] {
            let output = format!("{whole}{torn}");
            let (held, length) = read(output.as_bytes(), Format::Jsonl).expect("memory");
            assert_eq!(length, whole.len() as u64);
            assert!(held.holds(&at("a", 3)) && held.holds(&Place::file("b")));
            assert!(!held.holds(&at("a", 4)) && !held.holds(&Place::file("c")));
        }
    }

    #[test]
    fn the_last_article_of_a_table_is_done_again() {
        let row = |path: &str, line: &str| {
            let mut cells = vec!["x"; csv::PLACE[0]];
            cells.extend([path, line, ""]);
            cells.join(",") + "\n"
        };
        let whole = format!("{}{}{}", row("path", "line"), row("a", "1"), row("a", "1"));
        for torn in [row("a", "2"), row("a", "2") + "x,\"y"] {
            let output = format!("{whole}{torn}");
            let (held, length) = read(output.as_bytes(), Format::Csv).expect("memory");
            assert_eq!(length, whole.len() as u64);
            assert!(held.holds(&at("a", 1)) && !held.holds(&at("a", 2)));
        }
    }
}
