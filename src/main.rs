//! The program: joins the command line to the library, nothing more.

// What an article reaches gives an answer or an error: nothing in it can panic or cut
// a number. Each exception is an `expect` with its reason. Tests may panic.
#![cfg_attr(
    not(test),
    warn(
        clippy::cast_possible_truncation,
        clippy::cast_possible_wrap,
        clippy::cast_sign_loss,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic,
        clippy::string_slice,
        clippy::unreachable
    )
)]

mod cli;

use std::{
    backtrace::{Backtrace, BacktraceStatus},
    io::{self, Write},
    panic,
    process::ExitCode,
};

use clap::Parser;
use qawl::visible::{self, Visible};

fn main() -> ExitCode {
    panic::set_hook(Box::new(tell_panic));
    cli::Cli::parse().run().unwrap_or_else(|error| {
        let told = format!("{error:#}");
        let _ = writeln!(io::stderr(), "qawl: {}", Visible(&told));
        ExitCode::from(2)
    })
}

/// As the usual hook does, but for what a terminal would obey: it may be words of an
/// article.
fn tell_panic(panic: &panic::PanicHookInfo) {
    let _ = writeln!(io::stderr(), "{}", visible::lines(&panic.to_string()));
    let trace = Backtrace::capture();
    if trace.status() == BacktraceStatus::Captured {
        let _ = writeln!(io::stderr(), "{trace}");
    }
}
