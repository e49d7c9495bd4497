//! Which entries match what was typed, best first: blind to Arabic spelling,
//! and content with letters that come in the same order.

use crate::analysis::normalize::fold;

/// The numbers of the entries that match `typed`, best first; each entry is the
/// few texts by which it can be found.
pub fn ranked<'a, const N: usize>(
    typed: &str,
    entries: impl Iterator<Item = [&'a str; N]>,
) -> Vec<usize> {
    let typed = fold(typed);
    let words: Vec<&str> = typed.split_whitespace().collect();
    let mut found: Vec<(u8, usize)> = entries
        .enumerate()
        .filter_map(|(number, texts)| {
            let text = fold(&texts.join(" "));
            let mut scores = words.iter().map(|w| score(w, &text));
            let worst = scores.try_fold(0, |worst, score| Some(worst.max(score?)))?;
            Some((worst, number))
        })
        .collect();
    found.sort_unstable();
    found.into_iter().map(|(_, number)| number).collect()
}

/// How well a word matches a text, if at all; less is better.
fn score(word: &str, text: &str) -> Option<u8> {
    if text.split_whitespace().any(|w| w.starts_with(word)) {
        return Some(0);
    }
    if text.contains(word) {
        return Some(1);
    }
    let mut rest = text.chars();
    let in_order = word.chars().all(|c| rest.any(|t| t == c));
    in_order.then_some(2)
}
