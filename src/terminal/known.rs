//! The terminals that were looked at, from the table beside this file.

use super::ask::Answers;
use super::environment::Environment;
use super::output::Mode;
use super::switch::Switch;
use std::sync::LazyLock;

/// A terminal, how to tell it and what it needs.
#[derive(Debug)]
pub(super) struct Known {
    pub name: &'static str,
    versions: Vec<&'static str>,
    attributes: Vec<&'static str>,
    terms: Vec<&'static str>,
    variable: Option<&'static str>,
    /// How Arabic is written to it.
    pub mode: Mode,
    /// The same inside tmux, where it cannot be switched.
    pub within: Mode,
    /// Whether it draws marks where they belong.
    pub marks: bool,
    /// What makes it leave the order to us.
    pub switch: Option<Switch>,
}

static TABLE: LazyLock<Vec<Known>> = LazyLock::new(|| {
    let lines = include_str!("terminals.txt").lines();
    lines
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .filter_map(Known::parse)
        .collect()
});

impl Known {
    fn parse(line: &'static str) -> Option<Self> {
        let mut fields = line.split('\t').filter(|field| !field.is_empty());
        let mut next = || fields.next();
        let name = next()?;
        let mut ways = || next().map(|field| field.split('|').filter(|w| *w != "-").collect());
        let (versions, attributes, terms) = (ways()?, ways()?, ways()?);
        let variable = next().filter(|v| *v != "-");
        let mode = next()?.parse().ok()?;
        let within = match next()? {
            "=" => mode,
            other => other.parse().ok()?,
        };
        Some(Self {
            name,
            versions,
            attributes,
            terms,
            variable,
            mode,
            within,
            marks: next()? == "keep",
            switch: Switch::named(next()?),
        })
    }

    fn is_set_in(&self, environment: &Environment) -> bool {
        let Some(variable) = self.variable else {
            return false;
        };
        match variable.split_once('=') {
            Some((name, value)) => environment.get(name) == Some(value),
            None => environment.has(variable),
        }
    }
}

/// The terminal that gave these answers, if it is known; by its `TERM` and the
/// environment where the answers do not tell.
pub(super) fn recognise(
    answers: &Answers,
    term: Option<&str>,
    environment: &Environment,
) -> Option<&'static Known> {
    let begins = |text: &str, ways: &[&str]| ways.iter().any(|way| text.starts_with(way));
    let by = |fits: &dyn Fn(&Known) -> bool| TABLE.iter().find(|known| fits(known));
    let version = answers.version.as_deref();
    let by_version = || by(&|k| version.is_some_and(|v| begins(v, &k.versions)));
    let numbers = answers.secondary.as_deref();
    let by_numbers =
        || by(&|k| numbers.is_some_and(|n| k.attributes.iter().any(|way| fit(n, way))));
    let by_order = || by(&|k| k.name == "vte" && answers.order == Some(1));
    let by_term = || by(&|k| term.is_some_and(|t| begins(t, &k.terms)));
    by_version()
        .or_else(by_numbers)
        .or_else(by_order)
        .or_else(by_term)
        .or_else(|| by(&|k| k.is_set_in(environment)))
}

/// Whether numbers with semicolons fit a pattern, in which `*` are any digits.
fn fit(numbers: &str, pattern: &str) -> bool {
    let (mut numbers, mut patterns) = (numbers.split(';'), pattern.split(';'));
    loop {
        match (numbers.next(), patterns.next()) {
            (None, None) => return true,
            (Some(number), Some(pattern)) if one_fits(number, pattern) => {}
            _ => return false,
        }
    }
}

fn one_fits(number: &str, pattern: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some(begin) => number.starts_with(begin),
        None => number == pattern,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_read_whole() {
        let lines = include_str!("terminals.txt").lines();
        let told = lines.filter(|line| !line.starts_with('#') && !line.is_empty());
        assert_eq!(TABLE.len(), told.count());
        for known in TABLE.iter() {
            let ways = known.versions.len() + known.attributes.len() + known.terms.len();
            assert!(
                ways + usize::from(known.variable.is_some()) > 0,
                "{}",
                known.name
            );
        }
        let switched = TABLE.iter().filter(|k| k.switch.is_some());
        assert!(switched.count() >= 3);
    }

    #[test]
    fn numbers_fit_patterns() {
        assert!(fit("0;1700;1", "0;*;1"));
        assert!(fit("1;012100;0", "1;01*;0"));
        assert!(!fit("1;115;0", "1;01*;0"));
        assert!(!fit("0;1700", "0;*;1"));
        assert!(!fit("0;1700;1;4", "0;*;1"));
    }
}
