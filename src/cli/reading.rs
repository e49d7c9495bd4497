//! What to read and how, the same for every command.

use std::{
    io::{self, IsTerminal},
    path::PathBuf,
};

use clap::{Args, ValueEnum};
use qawl::read::{self, Encoding, Fields, Kind, Rename};

#[derive(Debug, Args)]
pub struct Reading {
    /// Files, folders with all in them, or - for standard input
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,

    /// Encoding, such as windows-1256 [default: detected]
    #[arg(long, value_name = "NAME")]
    encoding: Option<Encoding>,

    /// text, html, json, jsonl, feed [default: detected]
    #[arg(long, value_name = "KIND", hide_possible_values = true)]
    kind_of_input: Option<KindName>,

    /// Where JSON holds a part: text=article.body
    #[arg(long = "field", value_name = "PART=NAME")]
    fields: Vec<Rename>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum KindName {
    Text,
    Html,
    Json,
    Jsonl,
    Feed,
}

impl From<KindName> for Kind {
    fn from(name: KindName) -> Self {
        match name {
            KindName::Text => Self::Text,
            KindName::Json => Self::Json,
            KindName::Jsonl => Self::Jsonl,
            KindName::Html => Self::Html,
            KindName::Feed => Self::Feed,
        }
    }
}

impl Reading {
    /// How to read.
    pub fn options(&self) -> read::Options {
        let mut fields = Fields::default();
        let renames = self.fields.iter().cloned();
        renames.for_each(|rename| fields.rename(rename));
        read::Options {
            encoding: self.encoding,
            kind: self.kind_of_input.map(Kind::from),
            fields,
            ..read::Options::default()
        }
    }

    /// What to read: the paths named, else what comes through a pipe.
    pub fn paths(&self) -> Option<Vec<PathBuf>> {
        if !self.paths.is_empty() {
            return Some(self.paths.clone());
        }
        (!io::stdin().is_terminal()).then(|| vec!["-".into()])
    }
}
