//! Moving through the article: what is selected goes with the cursor.

use qawl::browser::words::Language;

use crate::screen::Screen;

#[test]
fn above_all_statements_the_first_is_selected() {
    let mut screen = Screen::new("glacier", Language::English, "dark", (80, 12));
    let first = screen.model.shown.list.first().copied();
    screen.press("G");
    assert_ne!(screen.model.selected, first);
    screen.press("g");
    assert_eq!(screen.model.selected, first);
}
