//! A `config.toml` of all defaults, each behind a `#`, with what it is for.

use crate::browser::{
    Action,
    keys::{Context, Group, TABLE},
    words::{Language, Words},
};

const HEAD: &str = include_str!("head.toml");

/// The file. With its `#` taken away every line is one that [`parse`](super::parse)
/// reads, and says what holds without it.
///
/// ```
/// let (_, problems) = qawl::config::parse(&qawl::config::commented());
/// assert_eq!(problems, []);
/// ```
pub fn commented() -> String {
    let mut file = HEAD.to_owned();
    let words = Words::new(Language::English);
    for group in Group::ALL {
        let rows: Vec<_> = TABLE
            .iter()
            .filter(|row| row.context == Context::Reading && row.group == group)
            .collect();
        if rows.is_empty() {
            continue;
        }
        file.push_str("\n# ");
        file.push_str(words.text(group.word()));
        file.push('\n');
        for row in rows {
            let does = words.text(&format!("action.{}", row.action.name()));
            file.push_str(&line(row.action, row.keys, does));
        }
    }
    file
}

fn line(action: Action, keys: &[&str], does: &str) -> String {
    let keys: Vec<_> = keys.iter().map(|key| format!("{key:?}")).collect();
    let keys = match keys.as_slice() {
        [one] => one.clone(),
        _ => format!("[{}]", keys.join(", ")),
    };
    let setting = format!("#{} = {keys}", action.name());
    format!("{setting:<42} # {does}\n")
}
