//! From paths to output: the one loop of `qawl extract`.

use std::{
    io::{self, Write},
    path::PathBuf,
};

use super::{
    Filter, Format, Output,
    ordered::ordered,
    output::Sink,
    work::{Rendered, Work},
};
use crate::{
    analysis,
    read::{self, Piece, ReadError},
};

/// What to do with the articles.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// How they are read.
    pub reading: read::Options,
    /// How they are written; where not given, one file that is one article to
    /// be looked at, all else to be worked on.
    pub format: Option<Format>,
    /// Where they are written.
    pub output: Output,
    /// Whether to leave out what the output already holds.
    pub resume: bool,
    /// What is wanted of what is found.
    pub filter: Filter,
    /// How many threads analyse them.
    pub jobs: usize,
    /// Whether to stop at the first that cannot be read.
    pub fail_fast: bool,
}

/// What became of the articles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Articles read.
    pub articles: usize,
    /// Statements written.
    pub statements: usize,
    /// Inputs and articles that could not be read.
    pub failures: usize,
}

/// What happens on the way.
#[derive(Clone, Copy, Debug)]
pub enum Event<'a> {
    /// An input or an article could not be read.
    Failed(&'a ReadError),
    /// So much is done.
    Done(&'a Summary),
}

/// Writes every article that `paths` hold, in their order; tells each that
/// cannot be read to `tell` and goes on.
///
/// # Errors
/// Where the output does not take what is written; whatever else fails is told.
pub fn run(
    paths: Vec<PathBuf>,
    options: Options,
    stdout: &mut dyn Write,
    mut tell: impl FnMut(Event),
) -> io::Result<Summary> {
    let (jobs, fail_fast) = (options.jobs, options.fail_fast);
    let format = options.format.unwrap_or(Format::Jsonl);
    let (sink, held, begun) = Sink::open(&options.output, stdout, format, options.resume)?;
    let mut writer = Writer {
        sink,
        begun: begun.then_some((format, false)),
        resumed: begun,
    };
    let pieces = read::pieces(paths.clone(), &options.reading);
    let work = Work {
        is_one: matches!(paths.as_slice(), [path] if !path.is_dir()),
        root: Some(paths)
            .filter(|paths| paths.len() == 1)
            .and_then(|mut paths| paths.pop()),
        folder: match options.output {
            Output::Folder(path) => Some(path),
            _ => None,
        },
        reading: options.reading,
        format: options.format,
        analyse: analysis::analyse,
        filter: options.filter,
        resume: options.resume,
        held,
    };
    let mut summary = Summary::default();
    for rendered in ordered(pieces, weight, jobs, move |piece| work.render(piece)) {
        writer.write(&rendered)?;
        for error in &rendered.errors {
            tell(Event::Failed(error));
        }
        summary.articles += rendered.articles;
        summary.statements += rendered.statements;
        summary.failures += rendered.errors.len();
        tell(Event::Done(&summary));
        if let Some(error) = rendered.unwritten {
            return Err(error);
        }
        if fail_fast && summary.failures > 0 {
            return Ok(summary);
        }
    }
    writer.finish(summary.articles > 0)?;
    Ok(summary)
}

fn weight(piece: &Result<Piece, ReadError>) -> usize {
    piece.as_ref().map_or(0, |piece| piece.bytes.len())
}

/// Writes pieces, with what the format has before and behind them.
struct Writer<'a> {
    sink: Sink<'a>,
    /// The format of what has been written, and whether that is one article.
    begun: Option<(Format, bool)>,
    /// Whether a run before this one has written some.
    resumed: bool,
}

impl Writer<'_> {
    fn write(&mut self, rendered: &Rendered) -> io::Result<()> {
        if let (None, Some((format, alone)), true) =
            (self.begun, rendered.format, rendered.articles > 0)
        {
            let mut opening = Vec::new();
            format.open(alone, &mut opening);
            self.sink.write(&opening)?;
            self.begun = Some((format, alone));
        }
        if rendered.bytes.is_empty() {
            return Ok(());
        }
        self.sink.write(&rendered.bytes)
    }

    fn finish(mut self, is_any: bool) -> io::Result<()> {
        if let Some((format, alone)) = self.begun {
            let mut closing = Vec::new();
            format.close(alone, &mut closing);
            self.sink.write(&closing)?;
        }
        self.sink.finish(is_any || self.resumed)
    }
}
