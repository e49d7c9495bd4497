//! The calibration screen: what it shows, and that the answer is kept.

use super::session::{Session, Terminal};
use qawl::browser::key::{KeyCode, KeyPress};
use qawl::browser::layout;
use qawl::document::Direction;
use qawl::terminal::calibration::{Answer, SAMPLE, Sheet, view};
use qawl::terminal::{Marks, Mode};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::fs;

const SHEET: Sheet = Sheet {
    mode: Mode::Visual,
    marks: Marks::Auto,
    safe: true,
};

#[test]
fn every_mode_has_its_line_with_the_sample() {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 80, 24));
    let lines = view(&SHEET, "XTerm(379)", &mut buffer);
    let modes: Vec<Mode> = lines.iter().map(|(_, mode)| *mode).collect();
    assert_eq!(modes, Mode::ALL);
    let sample = layout::line(SAMPLE, Direction::Rtl);
    let sample: String = sample.iter().map(|cell| cell.symbol.as_str()).collect();
    for (number, (area, mode)) in lines.iter().enumerate() {
        let row = |area: Rect| -> String {
            let cells = (area.left()..area.right()).map(|x| buffer[(x, area.y)].symbol());
            cells.collect()
        };
        assert_eq!(row(*area).trim_start(), sample);
        let whole = row(Rect {
            x: 0,
            width: 80,
            ..*area
        });
        assert!(whole.contains(&format!("{} │", number + 1)), "{whole}");
        assert!(whole.contains(mode.name()), "{whole}");
    }
}

#[test]
fn it_fits_any_screen() {
    for (width, height) in (0..90).flat_map(|w| (0..30).map(move |h| (w, h))) {
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
        for (area, _) in view(&SHEET, "x", &mut buffer) {
            assert_eq!(area.intersection(buffer.area), area, "{width}×{height}");
        }
    }
}

#[test]
fn keys_point_at_a_line() {
    let mut sheet = SHEET;
    let mut press = |code| {
        let answer = sheet.press(KeyPress::plain(code));
        (answer, sheet.mode, sheet.marks)
    };
    for (code, mode) in [
        (KeyCode::Char('4'), Mode::KittyToken),
        (KeyCode::Char('٢'), Mode::Lrm),
        (KeyCode::Char('9'), Mode::Lrm),
        (KeyCode::Char('0'), Mode::Lrm),
        (KeyCode::Up, Mode::Visual),
        (KeyCode::Up, Mode::Logical),
        (KeyCode::Char('D'), Mode::Visual),
    ] {
        assert_eq!(press(code), (Answer::Shown, mode, Marks::Auto));
    }
    assert_eq!(press(KeyCode::Char('m')).2, Marks::Keep);
    assert_eq!(press(KeyCode::Char('ة')).2, Marks::Hide);
    assert_eq!(press(KeyCode::Enter).0, Answer::Chosen);
    assert_eq!(press(KeyCode::Esc).0, Answer::Left);
}

#[test]
fn the_answer_is_kept_for_this_terminal_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let state = folder.path().join("state");
    let terminal = |version: &str| Terminal {
        near: format!("\x1bP>|{version}\x1b\\\x1b[?62c"),
        variables: vec![("XDG_STATE_HOME".into(), state.display().to_string())],
        ..Terminal::default()
    };
    let session = Session::start(&terminal("Nameless 1"));
    session.wait(";visual,keep.");
    session.press("c");
    session.wait("logical");
    session.press("2m\r");
    session.wait("Chosen(Lrm, Ok(()));");
    session.wait("lrm,");
    session.press("c");
    session.press("3\x1b");
    session.wait("Left;");
    session.press("q");
    session.ends_with("0");
    for (version, shown) in [
        ("Nameless 1", ";lrm,keep."),
        ("Nameless 2", ";visual,keep."),
    ] {
        let session = Session::start(&terminal(version));
        session.wait(shown);
        session.press("q");
        session.ends_with("0");
    }
    let file = state.join("qawl").join("terminals.json");
    let kept = fs::read_to_string(&file).expect("a file");
    assert!(kept.contains("\"Nameless 1\""), "{kept}");
    // A file that is not ours is no hindrance.
    fs::write(&file, "{").expect("written");
    let session = Session::start(&terminal("Nameless 1"));
    session.wait(";visual,keep.");
    session.press("q");
    session.ends_with("0");
}
