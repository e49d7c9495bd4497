//! The command line: what can be typed, and what it does.

mod browse;
mod drawing;
mod extract;
mod filtering;
mod progress;
mod reading;
mod shell;

use std::{
    io::{self, Write},
    process::ExitCode,
};

use anyhow::Context as _;
use clap::{Parser, Subcommand};
use qawl::{config, extract::Summary, read::ReadError};

/// Read news in the terminal, Arabic first: who said what, with the evidence.
///
/// Nothing leaves this machine.
#[derive(Debug, Parser)]
#[command(name = "qawl", version, args_conflicts_with_subcommands = true)]
pub struct Cli {
    #[command(subcommand)]
    command: Option<Command>,

    #[command(flatten)]
    browse: browse::Browse,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Analyse articles without a screen
    Extract(Box<extract::Extract>),
    /// Write a configuration of all defaults, with what each is for
    Config,
    /// Find out which way of writing Arabic reads right in this terminal
    Calibrate(drawing::Calibrate),
    /// Print what completes this command line in a shell
    Completions(shell::Completions),
    /// Print the manual: qawl man | man -l -
    Man,
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
            Some(Command::Config) => {
                closed_is_success(io::stdout().write_all(config::commented().as_bytes()))
            }
            Some(Command::Calibrate(calibrate)) => calibrate.run(),
            Some(Command::Completions(shell)) => closed_is_success(shell.run()),
            Some(Command::Man) => closed_is_success(shell::manual()),
            None => self.browse.run(),
        }
    }
}

fn complain(error: &ReadError) {
    // Where standard error is closed there is nobody to tell.
    let _ = writeln!(io::stderr(), "qawl: {error}");
}

/// Whoever closes the pipe has seen enough.
fn closed_is_success(written: io::Result<()>) -> anyhow::Result<ExitCode> {
    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(error).context("cannot write the output")
        }
        _ => Ok(ExitCode::SUCCESS),
    }
}

fn status(summary: Summary) -> ExitCode {
    match summary {
        Summary { failures: 0, .. } => ExitCode::SUCCESS,
        Summary { articles: 0, .. } => ExitCode::from(2),
        _ => ExitCode::from(1),
    }
}
