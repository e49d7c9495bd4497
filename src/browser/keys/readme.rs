//! The key table as the README shows it.

use super::table::{Context, Group, TABLE};
use crate::browser::words::{Language, Words};

/// The line before the block in the README.
pub const BEGIN: &str = "<!-- keys: written by `UPDATE=1 cargo test --test keys` -->";
/// The line after it.
pub const END: &str = "<!-- end of keys -->";

/// The table in Markdown, a row an action, in English.
pub fn block() -> String {
    let words = Words::new(Language::English);
    let groups = Group::ALL.iter().flat_map(|group| {
        let rows = TABLE.iter().filter(|r| r.context == Context::Reading);
        rows.filter(|r| r.group == *group)
    });
    let rows = groups.map(|row| {
        let keys: Vec<_> = row.keys.iter().map(|k| format!("`{k}`")).collect();
        let does = words.text(&format!("action.{}", row.action.name()));
        format!("| {} | {does} |\n", keys.join(" "))
    });
    let rows: String = rows.collect();
    format!("{BEGIN}\n| key | does |\n|---|---|\n{rows}{END}\n")
}
