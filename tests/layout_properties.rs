//! What must hold of the layout for any text, width and direction. Most of it is
//! said in `tests/trials/layout.rs`, which fuzzing calls too.

#[path = "trials/layout.rs"]
mod holds;
#[path = "trials/pieces.rs"]
mod pieces;

use proptest::prelude::*;
use proptest::sample::select;
use qawl::browser::layout::line;
use qawl::document::Direction;

/// Words of several scripts, with blanks between them here.
const WORDS: &str = "قال لا الأول لَّا مُحَمَّد پیش ٹھیک word C++ ٢٫٥ 3.14 50% 日本語 「 。 😀 \
    👨\u{200d}👩\u{200d}👧 🇹🇳 e\u{301} ﻻ ـ - — … ل ا ل\u{200d}ا";

/// Punctuation, marks, blanks, and what is not drawn: one character each.
const MARKS: &str = "  \t\u{a0}«»()[]“”:.،\u{64e}\u{651}\u{200f}\u{200e}\u{200c}\u{200d}\u{200b}\
    \u{202e}\u{202c}\u{2067}\u{2069}\u{1b}\u{9b}\n\u{2028}\u{600}\u{ad}\u{fe0f}";

/// A piece of text, or any character at all.
fn piece() -> impl Strategy<Value = String> {
    let words: Vec<&str> = WORDS.split(' ').collect();
    let marks: Vec<char> = MARKS.chars().collect();
    prop_oneof![
        4 => select(words).prop_map(str::to_owned),
        4 => select(marks).prop_map(String::from),
        1 => any::<char>().prop_map(String::from),
        1 => (0x900u32..0x1200).prop_filter_map("a character", char::from_u32).prop_map(String::from),
    ]
}

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 0..60).prop_map(|pieces| pieces.concat())
}

fn direction() -> impl Strategy<Value = Direction> {
    select(vec![Direction::Rtl, Direction::Ltr])
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn rows_rejoin_to_the_text(text in text(), width in 1u16..90, direction in direction()) {
        holds::rows_rejoin(&text, width, direction);
    }

    #[test]
    fn a_row_is_a_permutation_of_its_clusters(text in text(), width in 1u16..40, direction in direction()) {
        holds::rows_are_permutations(&text, width, direction);
    }

    #[test]
    fn bytes_to_columns_and_back(text in text(), width in 1u16..40, direction in direction()) {
        holds::columns_lead_back(&text, width, direction);
    }

    #[test]
    fn cells_are_safe_and_measured(text in text(), direction in direction()) {
        holds::cells_are_safe(&text, direction);
    }

    #[test]
    fn a_truncated_label_fits(text in text(), columns in 0usize..30) {
        holds::labels_fit(&text, columns);
    }

    #[test]
    fn every_mode_keeps_the_row(text in text(), width in 1u16..40, direction in direction()) {
        holds::modes_keep_rows(&text, width, direction);
    }

    #[test]
    fn any_bytes_are_laid_out(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        holds::layout(&bytes);
    }

    /// Overrides, embeddings and isolates between words change nothing shown.
    #[test]
    fn no_character_changes_the_order(words in prop::collection::vec(piece(), 1..20), control in select(vec!['\u{202a}', '\u{202b}', '\u{202d}', '\u{202e}', '\u{2066}', '\u{2067}', '\u{2068}'])) {
        let is_explicit = |c| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        let words: Vec<String> = words.iter().map(|w| w.replace(is_explicit, "")).collect();
        let shown = |text: String| -> Vec<String> {
            line(&text, Direction::Rtl).iter().map(|c| c.symbol.to_string()).collect()
        };
        let plain = shown(words.join(" ."));
        prop_assert_eq!(shown(words.join(&format!(" {control}."))), plain);
    }
}
