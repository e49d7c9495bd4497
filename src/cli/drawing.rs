//! How Arabic is drawn: the options, and `qawl calibrate`.

use std::{
    io::{self, Write},
    process::ExitCode,
};

use anyhow::Context;
use clap::Args;
use qawl::terminal::{Choice, Marks, Mode, Terminal, calibration::Calibrated};

#[derive(Clone, Copy, Debug, Args)]
pub struct Drawing {
    /// How Arabic is written [default: by the terminal]
    ///
    /// visual, lrm, kitty66, kittytoken, apart, inverse or logical
    #[arg(long, value_name = "MODE")]
    arabic: Option<Mode>,

    /// Marks on Arabic letters: auto, keep or hide
    #[arg(long, value_name = "WHEN")]
    marks: Option<Marks>,
}

impl From<Drawing> for Choice {
    fn from(drawing: Drawing) -> Self {
        Self {
            mode: drawing.arabic,
            marks: drawing.marks,
        }
    }
}

#[derive(Debug, Args)]
pub struct Calibrate {
    #[command(flatten)]
    drawing: Drawing,
}

impl Calibrate {
    /// Shows a sentence in each way of writing it, and keeps the reader's answer.
    pub fn run(self) -> anyhow::Result<ExitCode> {
        let entered = Terminal::enter(self.drawing.into());
        let mut terminal = entered.context("cannot use the terminal")?;
        let calibrated = terminal.calibrate().context("lost the terminal")?;
        let name = terminal.name().to_owned();
        if let Calibrated::Ended(signal) = calibrated {
            terminal.end_by(signal);
            return Ok(ExitCode::FAILURE);
        }
        drop(terminal);
        if let Calibrated::Chosen(mode, kept) = calibrated {
            kept.context("cannot keep the answer")?;
            // Where standard output is closed there is nobody to tell.
            let _ = writeln!(io::stdout(), "{name}: {mode}");
        }
        Ok(ExitCode::SUCCESS)
    }
}
