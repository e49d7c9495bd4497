//! From inputs to output: the one loop of `qawl extract`.

use std::{
    io::{self, Write},
    path::PathBuf,
};

use super::Format;
use crate::{
    analysis,
    read::{self, ReadError},
};

/// What became of the inputs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Articles written.
    pub articles: usize,
    /// Inputs that gave none.
    pub failures: usize,
}

/// Writes every article that `paths` hold to `out`, in their order; tells each
/// that cannot be read to `failed` and goes on.
///
/// # Errors
/// Where `out` does not take what is written; whatever else fails is told to
/// `failed`.
pub fn run(
    paths: &[PathBuf],
    options: &read::Options,
    format: Format,
    out: &mut impl Write,
    mut failed: impl FnMut(&ReadError),
) -> io::Result<Summary> {
    let mut summary = Summary::default();
    let mut rendered = Vec::new();
    for article in read::articles(paths, options) {
        match article {
            Ok(document) => {
                rendered.clear();
                format.render(&document, &analysis::analyse(&document), &mut rendered);
                out.write_all(&rendered)?;
                summary.articles += 1;
            }
            Err(error) => {
                failed(&error);
                summary.failures += 1;
            }
        }
    }
    out.flush()?;
    Ok(summary)
}
