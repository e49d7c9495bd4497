//! The ways of writing Arabic, over rows of the screen: what each does to a row,
//! and that a terminal that reorders shows what was drawn.

use proptest::prelude::*;
use qawl::browser::layout::{line, measure};
use qawl::browser::paint;
use qawl::document::Direction;
use qawl::terminal::{Mode, write};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use unicode_bidi::{BidiInfo, Level};

/// A row of the screen with that text, read from right to left.
fn drawn(text: &str, width: u16) -> Buffer {
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, 1));
    let cells = line(text, Direction::Rtl);
    let area = buffer.area;
    paint::cells(&mut buffer, area, &cells, Direction::Rtl, |_| Style::new());
    buffer
}

fn written(text: &str, mode: Mode, marks: bool) -> Buffer {
    let mut buffer = drawn(text, measure(text) as u16);
    let area = buffer.area;
    write(&mut buffer, area, mode, marks);
    buffer
}

fn text(buffer: &Buffer) -> String {
    buffer.content().iter().map(Cell::symbol).collect()
}

/// What a terminal shows that orders the characters of its row by Unicode's
/// algorithm, as if they were text that reads from left to right; marks that
/// have no width are not shown.
fn shown_by_reordering(text: &str) -> String {
    let info = BidiInfo::new(text, Some(Level::ltr()));
    let Some(paragraph) = info.paragraphs.first() else {
        return String::new();
    };
    let (levels, runs) = info.visual_runs(paragraph, paragraph.range.clone());
    let mut shown = String::new();
    for run in runs {
        let turned = levels.get(run.start).is_some_and(Level::is_rtl);
        let run = text.get(run).unwrap_or_default();
        if turned {
            let mut clusters: Vec<String> = Vec::new();
            for c in run.chars() {
                let mark = unicode_bidi::bidi_class(c) == unicode_bidi::BidiClass::NSM;
                match clusters.last_mut().filter(|_| mark) {
                    Some(cluster) => cluster.push(c),
                    None => clusters.push(mirrored(c).into()),
                }
            }
            shown.extend(clusters.into_iter().rev());
        } else {
            shown.push_str(run);
        }
    }
    shown.replace('\u{200e}', "")
}

fn mirrored(c: char) -> char {
    unicode_bidi_mirroring::get_mirrored(c).unwrap_or(c)
}

const SENTENCE: &str = "24 مُدُنًا (منها Ravel): «لا بأس»، و50% للآخرين";

#[test]
fn each_mode_by_example() {
    let cases = [
        (Mode::Visual, "ﻦﻣ (ABC) 5"),
        (Mode::Lrm, "ﻦ\u{200e}ﻣ\u{200e} (ABC) 5"),
        (Mode::KittyToken, "ﻣﻦ (ABC) 5"),
        (Mode::Inverse, "ﻣﻦ\u{200e} (ABC) 5"),
        (Mode::Logical, "من (ABC) 5"),
        (Mode::Apart, "ﻦﻣ (ABC) 5"),
    ];
    for (mode, expected) in cases {
        assert_eq!(text(&written("5 (ABC) من", mode, true)), expected, "{mode}");
    }
    let kitty = text(&written("من", Mode::Kitty66, true));
    let (first, second) = (
        "\x1b]66;w=1:n=1:d=1:v=0;ﻦ\x1b\\",
        "\x1b]66;w=1:n=1:d=1:v=1;ﻣ\x1b\\",
    );
    assert_eq!(kitty, format!("{first}{second}"));
}

#[test]
fn words_back_to_front_turn_their_brackets_and_keep_their_styles() {
    let mut buffer = drawn("(من)", 4);
    buffer[(1, 0)].modifier = Modifier::UNDERLINED;
    let area = buffer.area;
    write(&mut buffer, area, Mode::KittyToken, true);
    assert_eq!(text(&buffer), "(ﻣﻦ)");
    assert_eq!(buffer[(1, 0)].modifier, Modifier::UNDERLINED);
    // A Latin word, a number and a line are no part of it.
    assert_eq!(
        text(&written("BBC 2024", Mode::KittyToken, true)),
        "BBC 2024"
    );
    assert_eq!(text(&written("│من│", Mode::KittyToken, true)), "│ﻣﻦ│");
}

/// kitty turns round what one font draws: a bold name without the comma after it.
#[test]
fn a_word_in_two_fonts_is_two_words() {
    let mut buffer = drawn("«من»، إلى", 9);
    for column in 5..8 {
        buffer[(column, 0)].modifier = Modifier::BOLD;
    }
    let area = buffer.area;
    write(&mut buffer, area, Mode::KittyToken, true);
    assert_eq!(text(&buffer), "ﺇﻟﻰ ،ﻣﻦ»»");
}

#[test]
fn marks_are_hidden_on_the_screen_only_if_asked() {
    assert!(text(&written(SENTENCE, Mode::Visual, true)).contains('\u{64f}'));
    for mode in Mode::ALL {
        let hidden = text(&written(SENTENCE, mode, false));
        assert!(
            !hidden.chars().any(|c| ('\u{64b}'..='\u{655}').contains(&c)),
            "{mode}"
        );
    }
    let latin = "e\u{301}";
    assert_eq!(text(&written(latin, Mode::Visual, false)), latin);
}

#[test]
fn rows_without_arabic_stay_as_they_are() {
    for mode in Mode::ALL {
        let words = "Ravel – 日本 «é» ✓ 50%";
        assert_eq!(
            written(words, mode, false),
            drawn(words, measure(words) as u16),
            "{mode}"
        );
    }
}

#[test]
fn apart_no_two_neighbours_look_the_same() {
    let buffer = written(SENTENCE, Mode::Apart, true);
    let faint = |cell: &Cell| cell.modifier.contains(Modifier::DIM);
    let cells = buffer.content();
    let is_letter = |cell: &Cell| {
        let first = cell.symbol().chars().next();
        first.is_some_and(|c| ('\u{fb50}'..='\u{fefc}').contains(&c))
    };
    for two in cells.windows(2) {
        if is_letter(&two[0]) || is_letter(&two[1]) {
            assert_ne!(faint(&two[0]), faint(&two[1]));
        }
    }
}

#[test]
fn only_the_area_is_written() {
    let mut buffer = drawn("من إلى", 6);
    let before = text(&buffer);
    write(&mut buffer, Rect::new(3, 0, 9, 9), Mode::KittyToken, true);
    let (left, right) = (text(&buffer), before);
    assert_eq!(
        left.chars().take(3).collect::<String>(),
        right.chars().take(3).collect::<String>()
    );
    assert_ne!(left, right);
}

/// Letters of both directions, digits of both kinds, brackets, lines, marks.
fn row() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "من",
        "لا",
        "قُلْتُ",
        "BBC",
        "24",
        "٢٤",
        "(",
        ")",
        "«",
        "»",
        " ",
        " ",
        "  ",
        "│",
        "%",
        "،",
        ".",
        "-",
        "12/3",
        "日",
        "[",
        "]",
        "و50%",
        "שלום",
    ]);
    prop::collection::vec(words, 0..24).prop_map(|words| words.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn a_terminal_that_reorders_shows_what_was_drawn(text_of_row in row()) {
        let drawn = text(&written(&text_of_row, Mode::Visual, true));
        for mode in [Mode::Lrm, Mode::Inverse] {
            let sent = text(&written(&text_of_row, mode, true));
            prop_assert_eq!(shown_by_reordering(&sent), drawn.as_str(), "{}", mode);
        }
    }

    #[test]
    fn every_mode_keeps_the_characters_and_the_columns(text_of_row in row()) {
        let sorted = |text: String| {
            let mut chars: Vec<char> = text.chars().map(|c| c.min(mirrored(c))).collect();
            chars.sort_unstable();
            chars
        };
        let before = written(&text_of_row, Mode::Visual, true);
        for mode in [Mode::KittyToken, Mode::Inverse, Mode::Lrm, Mode::Apart] {
            let after = written(&text_of_row, mode, true);
            prop_assert_eq!(before.content().len(), after.content().len());
            let after = text(&after).replace('\u{200e}', "");
            prop_assert_eq!(sorted(text(&before)), sorted(after), "{}", mode);
        }
    }
}
