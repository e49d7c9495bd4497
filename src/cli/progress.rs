//! What is told on standard error while articles are worked on: errors always,
//! how far it is where that is a terminal, and a summary.

use std::{
    io::{self, IsTerminal, Write},
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    thread,
    time::Instant,
};

use indicatif::{HumanBytes, HumanCount, ProgressBar, ProgressDrawTarget, ProgressStyle};
use qawl::{
    extract::Summary,
    read::{self, ReadError},
};

/// How often a second the bar is drawn.
const RATE: u8 = 8;

/// What is told on the way.
pub struct Progress {
    bar: ProgressBar,
    count: Arc<AtomicU64>,
    quiet: bool,
    on_terminal: bool,
    begun: Instant,
}

impl Progress {
    /// `count` tells how many bytes have been read of `paths`.
    pub fn new(paths: &[PathBuf], count: Arc<AtomicU64>, quiet: bool, to_terminal: bool) -> Self {
        let on_terminal = io::stderr().is_terminal();
        let bar = if on_terminal && !quiet && !to_terminal {
            bar(paths.to_vec())
        } else {
            ProgressBar::hidden()
        };
        Self {
            bar,
            count,
            quiet,
            on_terminal,
            begun: Instant::now(),
        }
    }

    /// Tells that an article cannot be read.
    pub fn complain(&self, error: &ReadError) {
        self.bar.suspend(|| super::complain(error));
    }

    /// Tells how far it is.
    pub fn show(&self, summary: &Summary) {
        if self.bar.is_hidden() {
            return;
        }
        let errors = match summary.failures {
            0 => String::new(),
            failures => format!(", {} errors", HumanCount(failures as u64)),
        };
        self.bar.set_message(format!(
            "{} articles{errors}",
            HumanCount(summary.articles as u64)
        ));
        self.bar.set_position(self.count.load(Ordering::Relaxed));
    }

    /// Tells what became of the articles, where there is more to say than what
    /// has been said.
    pub fn finish(self, summary: &Summary) {
        self.bar.finish_and_clear();
        let several = summary.articles + summary.failures > 1;
        if self.quiet || !several || !(self.on_terminal || summary.failures > 0) {
            return;
        }
        let (bytes, seconds) = (
            self.count.load(Ordering::Relaxed),
            self.begun.elapsed().as_secs_f64(),
        );
        let _ = writeln!(
            io::stderr(),
            "qawl: articles: {}, statements: {}, errors: {}; {} in {seconds:.1} s",
            summary.articles,
            summary.statements,
            summary.failures,
            HumanBytes(bytes),
        );
    }
}

fn bar(paths: Vec<PathBuf>) -> ProgressBar {
    let target = ProgressDrawTarget::stderr_with_hz(RATE);
    let bar = ProgressBar::with_draw_target(None, target);
    let template = "{wide_bar} {bytes} of {total_bytes}, {bytes_per_sec}, {eta} left: {msg}";
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(style.progress_chars("=> "));
    }
    let known = bar.clone();
    // Large archives take a while to be added up; nothing waits for it.
    thread::spawn(move || {
        if let Some(length) = read::size(paths) {
            known.set_length(length);
        }
    });
    bar
}
