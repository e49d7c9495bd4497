//! From paths to output: the one loop of `qawl extract`.

use std::{
    io::{self, Write},
    path::PathBuf,
    sync::Arc,
};

use super::{Format, ordered::ordered};
use crate::{
    analysis,
    read::{self, Kind, Piece, ReadError},
};

/// What to do with the articles.
#[derive(Clone, Debug)]
pub struct Options {
    /// How they are read.
    pub reading: read::Options,
    /// How they are written; where not given, one file that is one article to
    /// be looked at, all else to be worked on.
    pub format: Option<Format>,
    /// How many threads analyse them.
    pub jobs: usize,
}

/// What became of the articles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Articles written.
    pub articles: usize,
    /// Inputs and articles that could not be read.
    pub failures: usize,
}

/// A piece as it is written, and what in it could not be read.
#[derive(Default)]
struct Rendered {
    bytes: Vec<u8>,
    articles: usize,
    errors: Vec<ReadError>,
}

/// Writes every article that `paths` hold to `out`, in their order; tells each
/// that cannot be read to `failed` and goes on.
///
/// # Errors
/// Where `out` does not take what is written; whatever else fails is told to
/// `failed`.
pub fn run(
    paths: Vec<PathBuf>,
    options: Options,
    out: &mut impl Write,
    mut failed: impl FnMut(&ReadError),
) -> io::Result<Summary> {
    let jobs = options.jobs;
    let is_one = matches!(paths.as_slice(), [path] if !path.is_dir());
    let pieces = read::pieces(paths, &options.reading);
    let options = Arc::new(options);
    let render = move |piece| render(piece, is_one, &options);
    let rendered = ordered(pieces, weight, jobs, render);
    let mut summary = Summary::default();
    for piece in rendered {
        out.write_all(&piece.bytes)?;
        out.flush()?;
        piece.errors.iter().for_each(&mut failed);
        summary.articles += piece.articles;
        summary.failures += piece.errors.len();
    }
    Ok(summary)
}

fn weight(piece: &Result<Piece, ReadError>) -> usize {
    piece.as_ref().map_or(0, |piece| piece.bytes.len())
}

fn render(piece: Result<Piece, ReadError>, is_one: bool, options: &Options) -> Rendered {
    let mut rendered = Rendered::default();
    let piece = match piece {
        Ok(piece) => piece,
        Err(error) => {
            rendered.errors.push(error);
            return rendered;
        }
    };
    let is_one = is_one && piece.kind == Kind::Text;
    let usual = if is_one { Format::Json } else { Format::Jsonl };
    let format = options.format.unwrap_or(usual);
    for article in piece.articles(&options.reading) {
        match article {
            Ok(document) => {
                let annotations = analysis::analyse(&document);
                format.render(&document, &annotations, &mut rendered.bytes);
                rendered.articles += 1;
            }
            Err(error) => rendered.errors.push(error),
        }
    }
    rendered
}
