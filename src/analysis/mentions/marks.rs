//! Names and the marks around them: a name that holds an opening mark holds the
//! closing one too, and one that only borders on a mark leaves it out.

use super::tagger::Tagged;
use crate::analysis::tokens::Tokens;

/// Moves the ends of names to where their marks are in pairs; names without
/// words go.
pub fn settle(tokens: &Tokens, names: Vec<Tagged>) -> Vec<Tagged> {
    let mut settled: Vec<Tagged> = Vec::with_capacity(names.len());
    for (first, end, kind) in names {
        let after = settled.last().map_or(0, |n| n.1);
        let (first, end) = trim(tokens, first.max(after), end);
        let end = close(tokens, first, end);
        if (first..end).any(|i| !is_mark(tokens, i)) {
            settled.push((first, end, kind));
        }
    }
    settled
}

fn is_mark(tokens: &Tokens, index: usize) -> bool {
    tokens.kind(index) == crate::analysis::tokens::TokenKind::Mark
}

/// The marks that close what a mark opens; a straight mark closes itself.
pub fn closers(mark: &str) -> Option<&'static [&'static str]> {
    Some(match mark {
        "\"" => &["\"", "”", "“"],
        "“" | "”" | "„" => &["”", "“", "\""],
        "«" => &["»"],
        "(" => &[")"],
        "[" => &["]"],
        "'" => &["'"],
        "‘" => &["’"],
        _ => return None,
    })
}

fn is_closer(mark: &str) -> bool {
    matches!(mark, "\"" | "”" | "“" | "»" | ")" | "]" | "'" | "’")
}

/// Cuts marks off both ends that have no partner inside.
fn trim(tokens: &Tokens, mut first: usize, mut end: usize) -> (usize, usize) {
    while first < end && is_mark(tokens, first) {
        let whole = end > first + 1 && is_pair(tokens, first, end - 1);
        end -= usize::from(whole);
        first += 1;
    }
    while first < end && is_mark(tokens, end - 1) && !closes_inner(tokens, first, end - 1) {
        end -= 1;
    }
    (first, end)
}

fn is_pair(tokens: &Tokens, first: usize, last: usize) -> bool {
    closers(tokens.key(first)).is_some_and(|c| c.contains(&tokens.key(last)))
}

/// Whether the mark at `at` closes one that the name opened.
fn closes_inner(tokens: &Tokens, first: usize, at: usize) -> bool {
    open_mark(tokens, first, at).is_some_and(|i| is_pair(tokens, i, at))
}

/// The last mark that the tokens open and do not close.
fn open_mark(tokens: &Tokens, first: usize, end: usize) -> Option<usize> {
    let mut open: Vec<usize> = Vec::new();
    for i in (first..end).filter(|i| is_mark(tokens, *i)) {
        let key = tokens.key(i);
        if is_closer(key) && open.last().is_some_and(|o| is_pair(tokens, *o, i)) {
            open.pop();
        } else if closers(key).is_some() {
            open.push(i);
        }
    }
    open.pop()
}

/// Takes in the closing mark that follows a name with an open one; cuts the
/// name before the open mark where none follows.
fn close(tokens: &Tokens, first: usize, end: usize) -> usize {
    match open_mark(tokens, first, end) {
        Some(open) if is_pair(tokens, open, end) => end + 1,
        Some(open) => far_closer(tokens, open, end).unwrap_or(open),
        None => end,
    }
}

/// The end of a name whose closing mark stands a few words on.
fn far_closer(tokens: &Tokens, open: usize, end: usize) -> Option<usize> {
    (end..end + 4)
        .take_while(|i| !is_mark(tokens, *i) || is_closer(tokens.key(*i)))
        .find(|i| is_mark(tokens, *i) && is_pair(tokens, open, *i))
        .map(|i| i + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settled(text: &str, first: usize, end: usize) -> String {
        let tokens = Tokens::new(text);
        let names = settle(&tokens, vec![(first, end, 1)]);
        names
            .iter()
            .map(|n| text[tokens.span_of(n.0, n.1).range()].to_owned())
            .collect()
    }

    #[test]
    fn an_open_mark_draws_its_closer_in() {
        assert_eq!(settled("صحيفة \"الضفاف\" أمس", 0, 3), "صحيفة \"الضفاف\"");
        assert_eq!(settled("شبكة «نور تي في» أمس", 0, 4), "شبكة «نور تي في»");
    }

    #[test]
    fn a_bordering_mark_is_left_out() {
        assert_eq!(settled("السفارة\" عبر", 0, 2), "السفارة");
        assert_eq!(settled("«نور» أمس", 0, 3), "نور");
        assert_eq!(settled("(نور) أمس", 0, 2), "نور");
    }

    #[test]
    fn marks_alone_are_no_name() {
        assert_eq!(settled("« » أمس", 0, 2), "");
    }
}
