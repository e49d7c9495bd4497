//! `qawl extract`: articles without a screen.

use std::{io, num::NonZeroUsize, process::ExitCode, thread};

use anyhow::Context;
use clap::{Args, ValueEnum};
use qawl::extract::{self, Format};

use super::{complain, reading::Reading, status};

#[derive(Debug, Args)]
pub struct Extract {
    #[command(flatten)]
    reading: Reading,

    /// json or jsonl [default: json for one article, else jsonl]
    #[arg(long, value_name = "FORMAT", hide_possible_values = true)]
    format: Option<FormatName>,

    /// Threads to analyse them with [default: all cores]
    #[arg(long, short, value_name = "N")]
    jobs: Option<NonZeroUsize>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum FormatName {
    Json,
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

impl Extract {
    /// Writes what is found to standard output.
    pub fn run(self) -> anyhow::Result<ExitCode> {
        let none = "no article given; name a file or a folder, or send one through a pipe";
        let paths = self.reading.paths().context(none)?;
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

fn cores() -> usize {
    thread::available_parallelism().map_or(1, NonZeroUsize::get)
}
