//! From the text of `config.toml` to a [`Config`] and what is wrong with it.

use std::{fmt::Display, str::FromStr};

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::{Config, Problem, keys};
use crate::browser::{theme::Theme, words::Language};

/// A file while it is read: its text, for the numbers of lines, and what is
/// wrong with it so far.
pub(super) struct Reading<'t> {
    text: &'t str,
    problems: Vec<Problem>,
}

/// Reads a file; what is wrong in it is told by line, and for that the defaults
/// hold.
///
/// ```
/// let (config, problems) = qawl::config::parse("plain = true\nthme = \"dark\"\n");
/// assert_eq!(config.plain, Some(true));
/// assert_eq!(problems[0].to_string(), "config.toml:2: there is no `thme`; is it `theme`?");
/// ```
pub fn parse(text: &str) -> (Config, Vec<Problem>) {
    let mut reading = Reading {
        text,
        problems: Vec::new(),
    };
    let mut config = Config::default();
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        let at = error.span().map_or(0, |span| span.start);
        reading.wrong(at, error.message());
    }
    // Of a file that is no TOML, no half is obeyed.
    if errors.is_empty() {
        for (key, value) in table.get_ref() {
            entry(&mut config, &mut reading, key, value);
        }
    }
    reading.problems.sort_by_key(|p| p.line);
    (config, reading.problems)
}

const KNOWN: [&str; 8] = [
    "ui", "theme", "plain", "mouse", "remember", "arabic", "marks", "keys",
];

type Key<'t> = Spanned<std::borrow::Cow<'t, str>>;
pub(super) type Value<'t> = Spanned<DeValue<'t>>;

fn entry(config: &mut Config, reading: &mut Reading, key: &Key, value: &Value) {
    match key.get_ref().as_ref() {
        "ui" => {
            let known = [("ar", Language::Arabic), ("en", Language::English)];
            config.language = reading.one_of(value, &known);
        }
        "theme" => {
            let known = Theme::BUILT_IN.map(|(name, _)| (name, name.to_owned()));
            config.theme = reading.one_of(value, &known);
        }
        "plain" => config.plain = reading.truth(value),
        "mouse" => config.mouse = reading.truth(value),
        "remember" => config.remember = reading.truth(value),
        "arabic" => config.drawing.mode = reading.parsed(value),
        "marks" => config.drawing.marks = reading.parsed(value),
        "keys" => config.keymap = keys::read(reading, value),
        other => reading.unknown(key.span().start, other, &KNOWN),
    }
}

impl Reading<'_> {
    /// Takes note of what is wrong at a byte of the text.
    pub(super) fn wrong(&mut self, at: usize, reason: impl Into<String>) {
        let before = self.text.get(..at).unwrap_or(self.text);
        self.problems.push(Problem {
            line: before.matches('\n').count() + 1,
            reason: reason.into(),
        });
    }

    /// Takes note of a name that is none of those known.
    pub(super) fn unknown(&mut self, at: usize, name: &str, known: &[&str]) {
        let like = known.iter().find(|k| is_like(name, k));
        let guess = like.map_or_else(String::new, |k| format!("; is it `{k}`?"));
        self.wrong(at, format!("there is no `{name}`{guess}"));
    }

    /// The text that a value is; where it is none, says so.
    pub(super) fn text<'v>(&mut self, value: &'v Value) -> Option<&'v str> {
        let text = value.get_ref().as_str();
        if text.is_none() {
            self.wrong(value.span().start, "a text in quotation marks is wanted");
        }
        text
    }

    fn truth(&mut self, value: &Value) -> Option<bool> {
        let truth = value.get_ref().as_bool();
        if truth.is_none() {
            self.wrong(value.span().start, "`true` or `false` is wanted");
        }
        truth
    }

    fn parsed<T: FromStr<Err: Display>>(&mut self, value: &Value) -> Option<T> {
        let text = self.text(value)?;
        match text.parse() {
            Ok(parsed) => Some(parsed),
            Err(error) => {
                self.wrong(value.span().start, format!("`{text}`: {error}"));
                None
            }
        }
    }

    fn one_of<T: Clone>(&mut self, value: &Value, known: &[(&str, T)]) -> Option<T> {
        let text = self.text(value)?;
        let found = known.iter().find(|(name, _)| *name == text);
        if found.is_none() {
            let names: Vec<_> = known.iter().map(|(name, _)| *name).collect();
            let names = names.join(", ");
            self.wrong(value.span().start, format!("`{text}` is none of: {names}"));
        }
        found.map(|(_, meant)| meant.clone())
    }
}

/// Whether two names differ by a letter left out, added or mistaken.
fn is_like(name: &str, known: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (name.chars().collect(), known.chars().collect());
    let same = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let rest = |of: &[char]| of.get(same..).unwrap_or_default().len();
    let tail = a
        .iter()
        .rev()
        .zip(b.iter().rev())
        .take_while(|(x, y)| x == y);
    let tail = tail.count();
    rest(&a).max(rest(&b)) <= tail + 1 && a.len().abs_diff(b.len()) <= 1
}
