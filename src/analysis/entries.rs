//! Word lists as they are kept: an entry a line, its columns parted by tabs, `#`
//! before a comment.

/// The lines of a list that hold an entry.
pub fn entries(list: &str) -> impl Iterator<Item = &str> {
    list.lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// The entries of a list with two columns: a word and what is said of it.
pub fn pairs(list: &str) -> impl Iterator<Item = (&str, &str)> {
    entries(list).filter_map(|line| line.split_once('\t'))
}
