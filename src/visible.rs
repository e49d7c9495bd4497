//! Words of others, from articles and names of files, in a message: [`Visible`].

use std::fmt::{self, Write};

/// A text for a line of a message: what would command a terminal, end the line or
/// change the order of what is shown is written as `\u{1b}`.
///
/// ```
/// use qawl::visible::Visible;
///
/// assert_eq!(Visible("a\u{1b}[2J\n").to_string(), r"a\u{1b}[2J\u{a}");
/// assert_eq!(Visible("قال\u{202e}").to_string(), r"قال\u{202e}");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Visible<'a>(pub &'a str);

impl fmt::Display for Visible<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.chars().try_for_each(|c| {
            if commands(c) {
                write!(f, "{}", c.escape_unicode())
            } else {
                f.write_char(c)
            }
        })
    }
}

/// Whether a character may do more on a terminal than stand there. Marks of
/// direction may not: names in Arabic have them.
fn commands(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// How much of a text a message gives, in characters.
const TOLD: usize = 160;

/// The text as a message gives it: [`Visible`], and where it is long without its
/// middle.
///
/// ```
/// let long = format!("no such day: {}, line 7", "0".repeat(9000));
/// let told = qawl::visible::told(&long);
/// assert!(told.starts_with("no such day") && told.ends_with("line 7"));
/// assert!(told.len() < 200);
/// ```
pub fn told(text: &str) -> String {
    let count = text.chars().count();
    if count <= TOLD {
        return Visible(text).to_string();
    }
    let half = TOLD / 2;
    let begin: String = text.chars().take(half).collect();
    let end: String = text.chars().skip(count - half).collect();
    format!("{} … {}", Visible(&begin), Visible(&end))
}

/// Whatever a panic has to tell, which may be words of an article, with its lines.
pub fn lines(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(|line| Visible(line).to_string()).collect();
    lines.join("\n")
}
