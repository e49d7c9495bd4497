//! For screen readers: with `--plain` nothing on the screen is drawn of lines,
//! blocks or other shapes, which would be read out one by one.

use qawl::browser::words::Language;

use crate::screen::{Screen, text};

const KEYS: [&str; 12] = [
    "n n",
    "2 j",
    "3 j",
    "f Tab",
    "t",
    "n e",
    "2 j Enter",
    "3 j Enter",
    "?",
    "w",
    "] ",
    "/ \"وزير\"",
];

#[test]
fn nothing_is_drawn_of_boxes() {
    for size in [(120, 30), (80, 24), (50, 12)] {
        for (keys, language) in KEYS
            .iter()
            .flat_map(|k| [Language::Arabic, Language::English].map(|l| (k, l)))
        {
            let mut screen = Screen::new("harbour, glacier", language, "dark", size);
            screen.model.settings.plain = true;
            screen.press(keys);
            let drawn = text(&screen.draw());
            let shape = drawn.chars().find(|c| matches!(c, '\u{2500}'..='\u{25ff}'));
            assert_eq!(shape, None, "after {keys} at {size:?}:\n{drawn}");
        }
    }
}
