//! `qawl`: articles on the screen.

use std::{
    io::{self, IsTerminal},
    path::PathBuf,
    process::ExitCode,
};

use anyhow::bail;
use clap::{Args, ValueEnum};
use qawl::{browser::words::Language, document::Document, extract::Summary, read, run, samples};

use super::{complain, drawing::Drawing, reading::Reading, status};

#[derive(Debug, Args)]
pub struct Browse {
    #[command(flatten)]
    reading: Reading,

    /// Interface: ar or en [default: that of the locale]
    #[arg(long, value_name = "LANGUAGE", hide_possible_values = true)]
    ui: Option<LanguageName>,

    /// Colours: dark, light, terminal or none
    #[arg(long, value_name = "THEME")]
    theme: Option<String>,

    /// Draw no lines and boxes, for screen readers
    #[arg(long)]
    plain: bool,

    /// Take clicks and the wheel; Shift selects text
    #[arg(long)]
    mouse: bool,

    /// Open articles at the beginning, not where left
    #[arg(long)]
    fresh: bool,

    #[command(flatten)]
    drawing: Drawing,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum LanguageName {
    Ar,
    En,
}

impl From<LanguageName> for Language {
    fn from(name: LanguageName) -> Self {
        match name {
            LanguageName::Ar => Self::Arabic,
            LanguageName::En => Self::English,
        }
    }
}

impl Browse {
    /// Opens the articles; the samples where there is nothing else to read.
    pub fn run(self) -> anyhow::Result<ExitCode> {
        if !io::stdout().is_terminal() {
            bail!("standard output is no terminal; `qawl extract` analyses without one");
        }
        let (documents, summary) = match self.reading.paths() {
            Some(paths) => self.read(paths),
            None => (samples::documents(), Summary::default()),
        };
        if !documents.is_empty() {
            run::browse(documents, &self.options())?;
        }
        Ok(status(summary))
    }

    fn options(&self) -> run::Options {
        run::Options {
            language: self.ui.map(Language::from),
            theme: self.theme.clone(),
            plain: self.plain,
            mouse: self.mouse,
            fresh: self.fresh,
            drawing: self.drawing.into(),
        }
    }

    /// All articles of `paths`, and how many inputs gave none.
    fn read(&self, paths: Vec<PathBuf>) -> (Vec<Document>, Summary) {
        let options = self.reading.options();
        let mut summary = Summary::default();
        let mut documents = Vec::new();
        for article in read::articles(paths, &options) {
            match article {
                Ok(document) => documents.push(document),
                Err(error) => {
                    complain(&error);
                    summary.failures += 1;
                }
            }
        }
        summary.articles = documents.len();
        (documents, summary)
    }
}
