//! `qawl extract`: articles without a screen.

use std::{
    io::{self, IsTerminal, Write},
    num::NonZeroUsize,
    path::PathBuf,
    process::ExitCode,
    sync::{Arc, LazyLock},
    thread,
};

use anyhow::{Context, bail};
use clap::{Args, ValueEnum};
use qawl::extract::{self, Event, Format, Output};

use super::{
    closed_is_success, filtering::Filtering, progress::Progress, reading::Reading, status,
};

#[derive(Debug, Args)]
pub struct Extract {
    #[command(flatten)]
    reading: Reading,

    /// json, jsonl, csv, markdown, brat, web-annotation or tei
    ///
    /// [default: by the output's name; else json for one, jsonl for more]
    #[arg(long, value_name = "FORMAT", hide_possible_values = true)]
    format: Option<FormatName>,

    /// Write to a file (whole or not at all) or a folder
    #[arg(long, short, value_name = "FILE|FOLDER")]
    output: Option<PathBuf>,

    /// Leave out what the output holds: go on after a cut
    #[arg(long, requires = "output")]
    resume: bool,

    #[command(flatten)]
    filtering: Filtering,

    /// Threads to analyse them with [default: all cores]
    #[arg(long, short, value_name = "N")]
    jobs: Option<NonZeroUsize>,

    /// Stop at the first article that cannot be read
    #[arg(long)]
    fail_fast: bool,

    /// No progress and no summary, errors only
    #[arg(long, short)]
    quiet: bool,

    /// Print the JSON Schema of the output, nothing else
    #[arg(long)]
    schema: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct FormatName(Format);

impl ValueEnum for FormatName {
    fn value_variants<'a>() -> &'a [Self] {
        static ALL: LazyLock<[FormatName; Format::ALL.len()]> =
            LazyLock::new(|| Format::ALL.map(|(format, _)| FormatName(format)));
        &*ALL
    }

    fn to_possible_value(&self) -> Option<clap::builder::PossibleValue> {
        let name = Format::ALL.iter().find(|(format, _)| *format == self.0)?.1;
        Some(clap::builder::PossibleValue::new(name))
    }
}

impl Extract {
    /// Writes what is found.
    pub fn run(self) -> anyhow::Result<ExitCode> {
        if self.schema {
            return closed_is_success(io::stdout().write_all(extract::SCHEMA_JSON.as_bytes()));
        }
        let none = "no article given; name a file or a folder, or send one through a pipe";
        let paths = self.reading.paths().context(none)?;
        let options = self.options()?;
        let to_terminal = self.output.is_none() && io::stdout().is_terminal();
        let progress = Progress::new(
            &paths,
            Arc::clone(&options.reading.count),
            self.quiet,
            to_terminal,
        );
        let written = extract::run(
            paths,
            options,
            &mut io::stdout().lock(),
            |event| match event {
                Event::Failed(error) => progress.complain(error),
                Event::Done(summary) => progress.show(summary),
            },
        );
        match written {
            Ok(summary) => {
                progress.finish(&summary);
                Ok(status(summary))
            }
            Err(error) => {
                drop(progress);
                closed_is_success(Err(error))
            }
        }
    }

    fn options(&self) -> anyhow::Result<extract::Options> {
        let mut output = self.output.clone().map_or(Output::Stdout, Output::named);
        let named = self.output.as_deref().and_then(Format::by_name);
        let format = self.format.map(|name| name.0).or(named);
        if format.is_some_and(Format::needs_folder) {
            let Some(folder) = self.output.clone() else {
                bail!("brat wants two files an article; name a folder for them: --output FOLDER");
            };
            output = Output::Folder(folder);
        }
        let resumable = format.is_none_or(Format::tells_its_articles);
        if self.resume && matches!(output, Output::File(_)) && !resumable {
            bail!(
                "a file of this format does not tell what it holds; resume jsonl, csv or a folder"
            );
        }
        Ok(extract::Options {
            reading: self.reading.options(),
            format: format.or_else(|| self.resume.then_some(Format::Jsonl)),
            output,
            resume: self.resume,
            filter: self.filtering.filter(),
            jobs: self.jobs.map_or_else(cores, NonZeroUsize::get),
            fail_fast: self.fail_fast,
        })
    }
}

fn cores() -> usize {
    thread::available_parallelism().map_or(1, NonZeroUsize::get)
}
