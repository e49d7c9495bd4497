//! From what was found out about the terminal to how it is written to.

use super::ask::Findings;
use super::environment::Environment;
use super::known::{Known, recognise};
use super::output::Mode;
use super::switch::Switch;

/// How a terminal is written to, if the reader says nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Plan {
    /// What the terminal is called by itself, or by its `TERM`: what the
    /// reader's answer is kept under.
    pub identity: String,
    /// How Arabic is written.
    pub mode: Mode,
    /// Whether marks are drawn.
    pub marks: bool,
    /// What makes the terminal leave the order to us.
    pub switches: Vec<Switch>,
    /// Whether nobody could be asked, or no mode reads wholly right: the reader
    /// had better look.
    pub is_guess: bool,
}

impl Plan {
    /// The plan for what was found out.
    pub(super) fn new(findings: &Findings, environment: &Environment) -> Self {
        match findings.multiplexer(environment) {
            None => Self::alone(findings, environment),
            Some(_) => Self::behind(findings, environment),
        }
    }

    fn alone(findings: &Findings, environment: &Environment) -> Self {
        let near = &findings.near;
        let known = recognise(near, environment.term(), environment);
        let identity = identity(
            near.version.as_deref(),
            environment.term(),
            near.secondary.as_deref(),
        );
        let switches = switches(known, near.order);
        Self::of(known, identity, known.map(|k| k.mode), switches)
    }

    fn behind(findings: &Findings, environment: &Environment) -> Self {
        let far = &findings.far;
        let told = findings.told.clone().unwrap_or_default();
        let mut answers = far.clone();
        answers.version = answers.version.or(told.version);
        let known = recognise(&answers, told.term.as_deref(), environment);
        let through = findings.multiplexer(environment).filter(|_| far.are_in());
        let mode = match (known, through) {
            (Some(known), Some(_)) if known.switch.is_some() => known.mode,
            (Some(known), _) => known.within,
            (None, Some(_)) => Mode::Visual,
            // Whatever it is, this reads right in more of them.
            (None, None) => Mode::Lrm,
        };
        let term = told.term.as_deref().or(environment.term());
        let identity = identity(answers.version.as_deref(), term, far.secondary.as_deref());
        let switches = through.map_or_else(Vec::new, |through| {
            let switches = switches(known, far.order);
            switches.iter().map(|s| s.through(through)).collect()
        });
        let plan = Self::of(
            known,
            format!("{identity} in a multiplexer"),
            Some(mode),
            switches,
        );
        let is_guess = through.is_none() && (known.is_none() || mode == Mode::Logical);
        Self { is_guess, ..plan }
    }

    fn of(
        known: Option<&Known>,
        identity: String,
        mode: Option<Mode>,
        switches: Vec<Switch>,
    ) -> Self {
        Self {
            identity,
            mode: mode.unwrap_or(Mode::Visual),
            marks: known.is_none_or(|known| known.marks),
            switches,
            is_guess: false,
        }
    }
}

/// The terminal's own word for its name and version, else its kind and numbers.
fn identity(version: Option<&str>, term: Option<&str>, secondary: Option<&str>) -> String {
    match (version, secondary) {
        (Some(version), _) => version.to_owned(),
        (None, Some(numbers)) => format!("{} {numbers}", term.unwrap_or("unknown")),
        (None, None) => term.unwrap_or("unknown").to_owned(),
    }
}

/// What to send: the standard's word to all but one that has heard it already,
/// and the terminal's own.
fn switches(known: Option<&Known>, order: Option<u8>) -> Vec<Switch> {
    let standard = (order != Some(2)).then_some(Switch::ORDER);
    let own = known.and_then(|known| known.switch.clone());
    let own = own.filter(|own| *own != Switch::ORDER);
    standard.into_iter().chain(own).collect()
}
