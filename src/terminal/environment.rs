//! The variables that say something of the terminal; all else is forgotten.

use std::collections::HashMap;
use std::env;

/// Variables of the environment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Environment(HashMap<String, String>);

impl Environment {
    /// Those of this process.
    pub(super) fn of_process() -> Self {
        let text = |(name, value): (std::ffi::OsString, std::ffi::OsString)| {
            Some((name.into_string().ok()?, value.into_string().ok()?))
        };
        env::vars_os().filter_map(text).collect()
    }

    /// The value of a variable, where it is set and not empty.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.0
            .get(name)
            .map(String::as_str)
            .filter(|v| !v.is_empty())
    }

    /// Whether a variable is set.
    pub(super) fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// The kind of terminal.
    pub(super) fn term(&self) -> Option<&str> {
        self.get("TERM")
    }
}

impl FromIterator<(String, String)> for Environment {
    fn from_iter<I: IntoIterator<Item = (String, String)>>(variables: I) -> Self {
        Self(variables.into_iter().collect())
    }
}
