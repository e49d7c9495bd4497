//! The mouse: what is clicked on is what is meant.

use qawl::browser::{
    Event, handle,
    key::{Mouse, MouseKind},
    side::Tab,
    words::Language,
};

use ratatui::buffer::Cell;

use crate::screen::Screen;

fn screen(language: Language) -> Screen {
    Screen::new("harbour", language, "dark", (120, 30))
}

fn mouse(screen: &mut Screen, kind: MouseKind, (column, row): (u16, u16)) {
    let effects = handle(&mut screen.model, Event::Mouse(Mouse { kind, column, row }));
    screen.perform(&effects);
}

fn press(screen: &mut Screen, at: (u16, u16)) {
    mouse(screen, MouseKind::Press, at);
}

/// Where on the screen, from a column on, a text is drawn as its cells show it.
fn find(screen: &Screen, from: u16, text: &str) -> (u16, u16) {
    let drawn = screen.draw();
    let width = drawn.area.width;
    let rows = drawn.content().chunks(width.into()).zip(0..);
    let mut found = rows.filter_map(|(cells, y)| {
        let row: Vec<&str> = cells.iter().map(Cell::symbol).collect();
        let wanted: Vec<String> = text.chars().map(String::from).collect();
        let row = &row[usize::from(from)..];
        let at = row.windows(wanted.len()).position(|w| w == wanted)?;
        Some((from + at as u16, y))
    });
    found
        .next()
        .unwrap_or_else(|| panic!("{text} is not there"))
}

#[test]
fn tabs_are_clicked_in_both_directions() {
    for language in [Language::English, Language::Arabic] {
        for (digit, tab) in [
            ("3", Tab::Entities),
            ("1", Tab::Statements),
            ("2", Tab::Speakers),
        ] {
            let mut screen = screen(language);
            let y = screen.model.frame.side.expect("a side pane").head.y;
            let head = screen.model.frame.side.expect("a side pane").head;
            let drawn = screen.draw();
            let at = |x: u16| drawn[(x, y)].symbol();
            // Not one of the counts, which may hold that digit too.
            let alone = |x: &u16| at(*x) == digit && at(x - 1) == " " && at(x + 1) == " ";
            let mut inner = head.left() + 1..head.right() - 1;
            let x = inner.find(alone);
            press(&mut screen, (x.expect("its number"), y));
            assert_eq!(screen.model.side.tab, tab, "{language:?}");
        }
    }
}

#[test]
fn a_statement_is_clicked_on_in_the_text_and_in_the_list() {
    let mut screen = screen(Language::English);
    let body = screen.model.frame.side.expect("a side pane").body;
    press(&mut screen, (body.x + 5, body.y + 2 * 4));
    let third = screen.model.shown.list[2];
    assert_eq!(screen.model.selected, Some(third));
    // مراد, first in the row of the seventh statement, as its cells show it.
    let from = screen.model.frame.article.expect("an article").body.x;
    let at = find(&screen, from, "\u{fea9}\u{fe8d}\u{feae}\u{fee3}");
    press(&mut screen, at);
    let selected = screen.model.selected_statement().expect("a statement");
    assert_eq!(screen.model.speaker_name(selected.speaker), "ليلى مراد");
}

#[test]
fn the_wheel_moves_what_it_is_over() {
    let mut screen = screen(Language::English);
    screen.press("@120x16");
    let article = screen.model.frame.article.expect("an article").body;
    mouse(
        &mut screen,
        MouseKind::WheelDown,
        (article.x + 5, article.y + 2),
    );
    assert!(screen.model.article.top() > 0);
    let side = screen.model.frame.side.expect("a side pane").body;
    let selected = screen.model.selected;
    mouse(&mut screen, MouseKind::WheelDown, (side.x + 5, side.y + 2));
    assert_ne!(screen.model.selected, selected);
}

#[test]
fn help_and_popups_are_clicked() {
    let mut screen = screen(Language::English);
    let at = find(&screen, 0, "? help");
    press(&mut screen, at);
    assert!(screen.model.popup.is_some());
    press(&mut screen, (0, 0));
    assert!(screen.model.popup.is_none(), "a press beside it closes it");
}
