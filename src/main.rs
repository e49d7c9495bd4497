//! The program: joins the command line to the library, nothing more.

mod cli;

use std::{
    io::{self, Write},
    process::ExitCode,
};

use clap::Parser;

fn main() -> ExitCode {
    cli::Cli::parse().run().unwrap_or_else(|error| {
        let _ = writeln!(io::stderr(), "qawl: {error:#}");
        ExitCode::from(2)
    })
}
