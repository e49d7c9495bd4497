//! Letters to their joined forms, cluster by cluster.
//!
//! What a letter looks like depends on its neighbours in the paragraph, whatever
//! row or style they stand in.

use super::class::Class;
use super::cluster::{self, Cluster};
use super::forms::{composed, form, lam_alef};
use super::joining::{Joining, joining};
use compact_str::CompactString;

/// How many marks and format characters are looked over for a neighbour.
const FAR: usize = 256;

/// What a cluster's cell shows; empty for what is not drawn.
pub(super) fn symbol(paragraph: &str, cluster: Cluster) -> CompactString {
    let text = paragraph
        .get(cluster.start..cluster.end)
        .unwrap_or_default();
    let symbol = cluster::symbol(text);
    joined(paragraph, cluster, &symbol).unwrap_or(symbol)
}

fn joined(paragraph: &str, cluster: Cluster, symbol: &str) -> Option<CompactString> {
    let mut letter = symbol.chars().next()?;
    let own = joining(letter);
    if !matches!(own, Joining::None | Joining::Right | Joining::Dual) {
        return None;
    }
    let mut marks = symbol.get(letter.len_utf8()..).map(CompactString::new)?;
    let (before, after) = neighbours(paragraph, cluster, letter);
    let previous = own.meets_previous() && before.meets_next();
    let form = if cluster.class == Class::Alef {
        let at = marks.find(|c| joining(c) == Joining::Right)?;
        let alef = marks.remove(at);
        lam_alef(compose(alef, &mut marks, at), previous)?
    } else {
        letter = compose(letter, &mut marks, 0);
        form(letter, previous, own.meets_next() && after.meets_previous())?
    };
    let mut whole = CompactString::default();
    whole.push(form);
    whole.push_str(&marks);
    Some(whole)
}

/// What a cluster's first letter meets on either side.
fn neighbours(paragraph: &str, cluster: Cluster, letter: char) -> (Joining, Joining) {
    let before = paragraph.get(..cluster.start).unwrap_or_default();
    let after = paragraph.get(cluster.start + letter.len_utf8()..);
    (
        nearest(before.chars().rev()),
        nearest(after.unwrap_or_default().chars()),
    )
}

fn nearest(chars: impl Iterator<Item = char>) -> Joining {
    chars
        .take(FAR)
        .map(joining)
        .find(|j| *j != Joining::Transparent)
        .unwrap_or(Joining::None)
}

/// The letter with a hamza or madda that stands among its `marks`, from byte
/// `from` of them on.
fn compose(letter: char, marks: &mut CompactString, from: usize) -> char {
    let found = marks
        .char_indices()
        .skip_while(|(at, _)| *at < from)
        .find_map(|(at, mark)| Some((at, composed(letter, mark)?)));
    match found {
        Some((at, whole)) => {
            marks.remove(at);
            whole
        }
        None => letter,
    }
}
