//! The command line: what can be typed, and what it does.

use std::{
    io::{self, BufWriter, IsTerminal, Write},
    path::PathBuf,
    process::ExitCode,
};

use anyhow::{Context, bail};
use clap::{Args, Parser, Subcommand, ValueEnum};
use qawl::{
    document::Document,
    extract::{self, Format, Summary},
    read::{self, Encoding, ReadError},
    run, samples,
};

/// Read news in the terminal, Arabic first: who said what, with the evidence.
///
/// Nothing leaves this machine.
#[derive(Debug, Parser)]
#[command(name = "qawl", version, args_conflicts_with_subcommands = true)]
pub struct Cli {
    #[command(subcommand)]
    command: Option<Command>,

    #[command(flatten)]
    reading: Reading,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Analyse articles without a screen
    Extract(Extract),
}

#[derive(Debug, Args)]
struct Reading {
    /// Articles to read: files, folders (with all in them), - for standard input
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,

    /// Encoding of all of them, such as windows-1256 [default: detected]
    #[arg(long, value_name = "NAME")]
    encoding: Option<Encoding>,
}

#[derive(Debug, Args)]
struct Extract {
    #[command(flatten)]
    reading: Reading,

    /// How to write them [default: json for one file, jsonl for more]
    #[arg(long, value_name = "FORMAT")]
    format: Option<FormatName>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum FormatName {
    /// One indented object an article
    Json,
    /// One line an article
    Jsonl,
}

impl From<FormatName> for Format {
    fn from(name: FormatName) -> Self {
        match name {
            FormatName::Json => Self::Json,
            FormatName::Jsonl => Self::Jsonl,
        }
    }
}

impl Cli {
    /// Does what was asked for.
    ///
    /// # Errors
    /// Where nothing could be done; what went wrong with single articles is
    /// written to standard error and shows in the exit status.
    pub fn run(self) -> anyhow::Result<ExitCode> {
        match self.command {
            Some(Command::Extract(extract)) => extract.run(),
            None => self.reading.browse(),
        }
    }
}

impl Extract {
    fn run(self) -> anyhow::Result<ExitCode> {
        let paths = self
            .reading
            .paths()
            .context("no article given; name a file or a folder, or send one through a pipe")?;
        let format = self
            .format
            .map_or_else(|| usual_format(&paths), Format::from);
        let written = extract::run(
            &paths,
            &self.reading.options(),
            format,
            &mut BufWriter::new(io::stdout().lock()),
            complain,
        );
        match written {
            Ok(summary) => Ok(status(summary)),
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(ExitCode::SUCCESS),
            Err(error) => Err(error).context("cannot write to standard output"),
        }
    }
}

impl Reading {
    fn options(&self) -> read::Options {
        read::Options {
            encoding: self.encoding,
            ..read::Options::default()
        }
    }

    /// What to read: the paths named, else what comes through a pipe.
    fn paths(&self) -> Option<Vec<PathBuf>> {
        if !self.paths.is_empty() {
            return Some(self.paths.clone());
        }
        (!io::stdin().is_terminal()).then(|| vec!["-".into()])
    }

    /// Opens the articles on the screen; the samples where there is nothing to read.
    fn browse(&self) -> anyhow::Result<ExitCode> {
        if !io::stdout().is_terminal() {
            bail!("standard output is no terminal; `qawl extract` analyses without one");
        }
        let (documents, summary) = match self.paths() {
            Some(paths) => self.read(&paths),
            None => (samples::documents(), Summary::default()),
        };
        if documents.is_empty() {
            return Ok(status(summary));
        }
        run::browse(documents, &run::Options::default())?;
        Ok(status(summary))
    }

    /// All articles of `paths`, and how many inputs gave none.
    fn read(&self, paths: &[PathBuf]) -> (Vec<Document>, Summary) {
        let mut documents = Vec::new();
        let mut failures = 0;
        for article in read::articles(paths, &self.options()) {
            match article {
                Ok(document) => documents.push(document),
                Err(error) => {
                    complain(&error);
                    failures += 1;
                }
            }
        }
        let articles = documents.len();
        (documents, Summary { articles, failures })
    }
}

/// One file is written to be read, many to be worked on.
fn usual_format(paths: &[PathBuf]) -> Format {
    match paths {
        [path] if !path.is_dir() => Format::Json,
        _ => Format::Jsonl,
    }
}

fn complain(error: &ReadError) {
    // Where standard error is closed there is nobody to tell.
    let _ = writeln!(io::stderr(), "qawl: {error}");
}

fn status(summary: Summary) -> ExitCode {
    match summary {
        Summary { failures: 0, .. } => ExitCode::SUCCESS,
        Summary { articles: 0, .. } => ExitCode::from(2),
        _ => ExitCode::from(1),
    }
}
