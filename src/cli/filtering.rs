//! What of all that is found is wanted.

use clap::{Args, ValueEnum};
use qawl::{
    annotations::{Confidence, Kind},
    extract::{Date, Filter},
};

#[derive(Debug, Args)]
pub struct Filtering {
    /// Only what this speaker said; a part of the name will do
    ///
    /// Hamza, marks and the like are not minded. May be given several times.
    #[arg(long = "speaker", value_name = "NAME", help_heading = "Filters")]
    speakers: Vec<String>,

    /// Only direct, indirect or mixed, or several with commas
    #[arg(
        long = "kind",
        value_name = "KIND",
        value_delimiter = ',',
        hide_possible_values = true,
        help_heading = "Filters"
    )]
    kinds: Vec<KindName>,

    /// Only sure, likely or doubtful, or several with commas
    #[arg(
        long = "confidence",
        value_name = "GRADE",
        value_delimiter = ',',
        hide_possible_values = true,
        help_heading = "Filters"
    )]
    confidence: Vec<GradeName>,

    /// Only what names this person, body or place
    #[arg(long = "entity", value_name = "NAME", help_heading = "Filters")]
    entities: Vec<String>,

    /// Only articles of 2024-05-14 (2024-05, 2024) or later
    #[arg(long, value_name = "DATE", help_heading = "Filters")]
    since: Option<Date>,

    /// Only articles of that day, month or year or earlier
    #[arg(long, value_name = "DATE", help_heading = "Filters")]
    until: Option<Date>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum KindName {
    Direct,
    Indirect,
    Mixed,
}

impl From<KindName> for Kind {
    fn from(name: KindName) -> Self {
        match name {
            KindName::Direct => Self::Direct,
            KindName::Indirect => Self::Indirect,
            KindName::Mixed => Self::Mixed,
        }
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum GradeName {
    Sure,
    Likely,
    Doubtful,
}

impl From<GradeName> for Confidence {
    fn from(name: GradeName) -> Self {
        match name {
            GradeName::Sure => Self::Sure,
            GradeName::Likely => Self::Likely,
            GradeName::Doubtful => Self::Doubtful,
        }
    }
}

impl Filtering {
    /// The filter that the options make.
    pub fn filter(&self) -> Filter {
        Filter {
            speakers: self.speakers.clone(),
            kinds: self.kinds.iter().copied().map(Kind::from).collect(),
            confidence: self.confidence.iter().copied().map(Into::into).collect(),
            entities: self.entities.clone(),
            since: self.since,
            until: self.until,
        }
    }
}
