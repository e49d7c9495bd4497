//! The order of the screen: Unicode's bidirectional algorithm, by
//! `unicode-bidi`, on clusters.
//!
//! Embeddings, overrides and isolates in a text take no effect here: an article
//! must not be able to show words in an order other than that of its letters.
//! The marks LRM, RLM and ALM do their work.

use super::cluster::Cluster;
use crate::document::{Direction, Span};
use unicode_bidi::{
    BidiClass, BidiDataSource, BidiInfo, HardcodedBidiData, Level, ParagraphBidiInfo,
};

/// Unicode's classes, but for the characters that could move others about, and
/// for controls, which are drawn as signs.
struct Plain;

impl BidiDataSource for Plain {
    fn bidi_class(&self, c: char) -> BidiClass {
        match c {
            '\u{621}'..='\u{64a}' => BidiClass::AL,
            '\t' => BidiClass::S,
            ' ' | '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => BidiClass::WS,
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => BidiClass::BN,
            _ if c.is_control() => BidiClass::ON,
            _ => HardcodedBidiData.bidi_class(c),
        }
    }
}

/// The level of a paragraph of that direction.
pub(super) fn base(direction: Direction) -> Level {
    match direction {
        Direction::Rtl => Level::rtl(),
        Direction::Ltr => Level::ltr(),
    }
}

/// Whether all of a row has the level of its paragraph, whatever stands before
/// and after it, told by its letters alone: most rows of an article need no more.
///
/// It has letters of that direction, and besides nothing but marks and signs that
/// are neutral wherever they stand. Brackets are none, since the other one may
/// stand in another row, nor is what numbers draw to themselves.
pub(super) fn is_of_one(row: &str, direction: Direction) -> bool {
    let mut letters = false;
    let plain = row.chars().all(|c| match (direction, c) {
        (Direction::Rtl, '\u{621}'..='\u{64a}') | (Direction::Ltr, 'a'..='z' | 'A'..='Z') => {
            letters = true;
            true
        }
        (Direction::Rtl, '\u{64b}'..='\u{652}') => letters,
        _ => matches!(
            c,
            ' ' | '.' | ',' | ':' | '،' | '!' | '"' | '\'' | '«' | '»' | '“' | '”' | '…'
        ),
    });
    plain && letters
}

/// The bytes that tell the levels of a row as surely as the whole paragraph would:
/// from the last letter before it to the first one after it, where no bracket
/// stands among them, nor more than `far` bytes on either side. A bracket waits for
/// its other half, wherever that is.
pub(super) fn enough(paragraph: &str, row: Span, far: usize) -> Option<Span> {
    let before = paragraph.get(..row.start)?.char_indices().rev();
    let after = paragraph.get(row.end..)?.char_indices();
    if paragraph.get(row.range())?.chars().any(is_bracket) {
        return None;
    }
    let before = before.map(|(at, c)| (at, row.start - at, c));
    let after = after.map(|(at, c)| (row.end + at + c.len_utf8(), at, c));
    Some(Span::new(
        nearest_letter(before, far, 0)?,
        nearest_letter(after, far, paragraph.len())?,
    ))
}

/// The bound of the first letter of those given with their bounds and distances,
/// `edge` where there is none; nothing where a bracket or too much comes first.
fn nearest_letter(
    chars: impl Iterator<Item = (usize, usize, char)>,
    far: usize,
    edge: usize,
) -> Option<usize> {
    for (bound, distance, c) in chars {
        if distance > far || is_bracket(c) {
            return None;
        }
        if matches!(
            Plain.bidi_class(c),
            BidiClass::L | BidiClass::R | BidiClass::AL
        ) {
            return Some(bound);
        }
    }
    Some(edge)
}

fn is_bracket(c: char) -> bool {
    matches!(c, '(' | ')' | '[' | ']' | '{' | '}')
        || c >= '\u{f3a}' && HardcodedBidiData.bidi_matched_opening_bracket(c).is_some()
}

/// The resolved level of each byte of a paragraph.
pub(super) fn levels(paragraph: &str, direction: Direction) -> Vec<Level> {
    ParagraphBidiInfo::new_with_data_source(&Plain, paragraph, Some(base(direction))).levels
}

/// The level of each drawn cluster of a row, in the order of the text. `levels`
/// are those of the bytes of `paragraph` from `first` on. Blanks at the end of
/// the row, tabs and blanks before tabs have the level of the paragraph (L1).
pub(super) fn of_clusters(
    paragraph: &str,
    clusters: &[Cluster],
    levels: &[Level],
    first: usize,
    direction: Direction,
) -> Vec<Level> {
    let base = base(direction);
    let mut found: Vec<Level> = Vec::with_capacity(clusters.len());
    let mut resets = true;
    for cluster in clusters.iter().rev() {
        let c = paragraph
            .get(cluster.start..)
            .and_then(|rest| rest.chars().next());
        resets = match c.map(|c| Plain.bidi_class(c)) {
            Some(BidiClass::S) => true,
            Some(BidiClass::WS) => resets,
            _ => false,
        };
        let level = levels.get(cluster.start.saturating_sub(first));
        found.push(level.copied().filter(|_| !resets).unwrap_or(base));
    }
    found.reverse();
    found
}

/// For each place of the row from left to right the cluster that stands there.
pub(super) fn visual(levels: &[Level]) -> Vec<usize> {
    BidiInfo::reorder_visual(levels)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        /// The row has the same levels from what is enough as from all.
        #[test]
        fn what_is_enough_tells_the_same(
            before in "[لمabز1٢%.,:()«\u{64e}\u{200f}\u{200e} ]{0,12}",
            row in "[لمab\u{64e}12٢ .,:،«»\"!%+/-]{1,12}",
            after in "[لمabز1٢%.,:()«\u{64e}\u{200f}\u{200e} ]{0,12}",
            rtl: bool,
        ) {
            let direction = if rtl { Direction::Rtl } else { Direction::Ltr };
            let text = format!("{before}{row}{after}");
            let place = Span::new(before.len(), before.len() + row.len());
            let near = enough(&text, place, 64);
            let Some(near) = near else { return Ok(()) };
            let all = levels(&text, direction);
            let some = levels(text.get(near.range()).unwrap_or_default(), direction);
            let here = |levels: &[Level], first: usize| {
                levels.get(place.start - first..place.end - first).map(<[Level]>::to_vec)
            };
            prop_assert_eq!(here(&all, 0), here(&some, near.start), "{:?}", near);
        }

        /// Whatever stands round a row that is told to be of one direction, the
        /// algorithm gives all of it the level of the paragraph.
        #[test]
        fn what_is_told_by_letters_holds(
            before in "[لمabز1٢%.,:()« ]{0,8}",
            row in "[لما\u{64e} .,:،«»\"!]{1,8}",
            after in "[لمabز1٢%.,:()« ]{0,8}",
            latin: bool,
        ) {
            let (row, direction) = if latin {
                (row.replace(['ل', 'م', 'ا', '\u{64e}'], "x"), Direction::Ltr)
            } else {
                (row, Direction::Rtl)
            };
            if !is_of_one(&row, direction) {
                return Ok(());
            }
            let levels = levels(&format!("{before}{row}{after}"), direction);
            let here = levels.get(before.len()..before.len() + row.len()).unwrap_or_default();
            prop_assert!(here.iter().all(|l| *l == base(direction)), "{here:?}");
        }
    }
}
