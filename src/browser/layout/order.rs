//! The order of the screen: Unicode's bidirectional algorithm, by
//! `unicode-bidi`, on clusters.
//!
//! Embeddings, overrides and isolates in a text take no effect here: an article
//! must not be able to show words in an order other than that of its letters.
//! The marks LRM, RLM and ALM do their work.

use super::cluster::Cluster;
use crate::document::Direction;
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
