//! Asking the terminal to leave the order of characters to us.
//!
//! Each terminal that reorders has its own word for that. What each does was
//! measured; a word is sent only where it is known to do no harm.

use std::env;

/// A pair of escape sequences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Switch {
    /// The terminal stops reordering.
    pub off: &'static str,
    /// It does again as it did.
    pub on: &'static str,
}

/// The mode of ECMA-48 in which the program orders characters: understood by
/// VTE, mintty and `WezTerm`, ignored by all others.
const ECMA: Switch = Switch {
    off: "\x1b[8l",
    on: "\x1b[8h",
};

/// Konsole; elsewhere the same word sets a font.
const KONSOLE: Switch = Switch {
    off: "\x1b]50;BidiRenderingEnabled=false\x07",
    on: "\x1b]50;BidiRenderingEnabled=true\x07",
};

/// mlterm.
const MLTERM: Switch = Switch {
    off: "\x1b]5379;use_ctl=false\x07",
    on: "\x1b]5379;use_ctl=true\x07",
};

/// What the environment says of the terminal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Environment {
    pub konsole: bool,
    pub mlterm: bool,
}

impl Environment {
    /// That of this process.
    pub(super) fn of_process() -> Self {
        let is_set = |name| env::var_os(name).is_some();
        let term = env::var("TERM").unwrap_or_default();
        Self {
            konsole: is_set("KONSOLE_VERSION") || term.starts_with("konsole"),
            mlterm: is_set("MLTERM") || term.starts_with("mlterm"),
        }
    }
}

/// What to send to that terminal.
pub(super) fn switches(environment: &Environment) -> Vec<Switch> {
    let mut switches = vec![ECMA];
    if environment.konsole {
        switches.push(KONSOLE);
    }
    if environment.mlterm {
        switches.push(MLTERM);
    }
    switches
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_mean_something_else_elsewhere_are_sent_only_where_known() {
        assert_eq!(switches(&Environment::default()), [ECMA]);
        let konsole = Environment {
            konsole: true,
            ..Environment::default()
        };
        assert_eq!(switches(&konsole), [ECMA, KONSOLE]);
    }
}
