//! The command line: what can be typed, and what it does.

use std::{
    io::{self, IsTerminal, Write},
    num::NonZeroUsize,
    path::PathBuf,
    process::ExitCode,
    thread,
};

use anyhow::{Context, bail};
use clap::{Args, Parser, Subcommand, ValueEnum};
use qawl::{
    document::Document,
    extract::{self, Format, Summary},
    read::{self, Encoding, Fields, Kind, ReadError, Rename},
    samples,
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
    /// Files, folders with all in them, or - for standard input
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,

    /// Their encoding, such as windows-1256 [default: detected]
    #[arg(long, value_name = "NAME")]
    encoding: Option<Encoding>,

    /// What they are, where name and content do not say it
    #[arg(long, value_name = "KIND")]
    kind_of_input: Option<KindName>,

    /// Where JSON holds a part: text=article.body
    #[arg(long = "field", value_name = "PART=NAME")]
    fields: Vec<Rename>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum KindName {
    /// Plain text or Markdown, one article
    Text,
    /// One object, or an array of them
    Json,
    /// An object a line
    Jsonl,
}

impl From<KindName> for Kind {
    fn from(name: KindName) -> Self {
        match name {
            KindName::Text => Self::Text,
            KindName::Json => Self::Json,
            KindName::Jsonl => Self::Jsonl,
        }
    }
}

#[derive(Debug, Args)]
struct Extract {
    #[command(flatten)]
    reading: Reading,

    /// How to write [default: json for one article, jsonl for more]
    #[arg(long, value_name = "FORMAT")]
    format: Option<FormatName>,

    /// Threads to analyse them with [default: all cores]
    #[arg(long, short, value_name = "N")]
    jobs: Option<NonZeroUsize>,
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
        let options = extract::Options {
            reading: self.reading.options(),
            format: self.format.map(Format::from),
            jobs: self.jobs.map_or_else(cores, NonZeroUsize::get),
        };
        let written = extract::run(paths, options, &mut io::stdout().lock(), complain);
        match written {
            Ok(summary) => Ok(status(summary)),
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(ExitCode::SUCCESS),
            Err(error) => Err(error).context("cannot write to standard output"),
        }
    }
}

impl Reading {
    fn options(&self) -> read::Options {
        let mut fields = Fields::default();
        self.fields
            .iter()
            .cloned()
            .for_each(|rename| fields.rename(rename));
        read::Options {
            encoding: self.encoding,
            kind: self.kind_of_input.map(Kind::from),
            fields,
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
            Some(paths) => self.read(paths),
            None => (samples::documents(), Summary::default()),
        };
        if documents.is_empty() {
            return Ok(status(summary));
        }
        bail!("there is no screen yet; `qawl extract` analyses without one")
    }

    /// All articles of `paths`, and how many inputs gave none.
    fn read(&self, paths: Vec<PathBuf>) -> (Vec<Document>, Summary) {
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

fn cores() -> usize {
    thread::available_parallelism().map_or(1, NonZeroUsize::get)
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
