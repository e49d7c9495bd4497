//! What the environment says of the reader and the terminal.

use std::env;

use crate::browser::{theme::Depth, words::Language};

/// The language of the locale.
pub fn language() -> Language {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"];
    let set = names.iter().map(|name| variable(name));
    let locale = set.into_iter().find(|value| !value.is_empty());
    Language::of_locale(&locale.unwrap_or_default())
}

/// The name of the theme that suits the terminal.
pub fn theme() -> &'static str {
    let terminal = variable("TERM");
    if !has_colors() {
        "none"
    } else if depth_known(&terminal).is_none() {
        "terminal"
    } else if has_light_ground(&variable("COLORFGBG")) {
        "light"
    } else {
        "dark"
    }
}

/// Whether colours are wanted and to be had.
pub fn has_colors() -> bool {
    variable("NO_COLOR").is_empty() && variable("TERM") != "dumb"
}

/// How many colours the terminal has.
pub fn depth() -> Depth {
    depth_known(&variable("TERM")).unwrap_or(Depth::Indexed)
}

/// Panics where a test asks for it, to see what becomes of the terminal.
pub fn panic_if_asked() {
    const SWITCH: &str = "QAWL_TEST_PANIC";
    assert!(variable(SWITCH).is_empty(), "{SWITCH} is set");
}

fn depth_known(terminal: &str) -> Option<Depth> {
    let promised = variable("COLORTERM");
    let direct = terminal.contains("direct") || terminal.contains("kitty");
    if direct || promised == "truecolor" || promised == "24bit" {
        return Some(Depth::True);
    }
    let many = ["256color", "xterm", "alacritty", "foot", "mlterm"];
    many.iter()
        .any(|name| terminal.contains(name))
        .then_some(Depth::Indexed)
}

/// `15;0` is white letters on a black ground.
fn has_light_ground(colors: &str) -> bool {
    let ground = colors.rsplit(';').next().and_then(|g| g.parse::<u8>().ok());
    ground.is_some_and(|ground| ground == 7 || ground == 15)
}

fn variable(name: &str) -> String {
    env::var(name).unwrap_or_default()
}
