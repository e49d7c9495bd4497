//! The real program in a pseudo-terminal: it opens, shows Arabic, moves, and
//! leaves the terminal as it was, however it ends.

#![cfg(unix)]

mod filter;
mod hostile;
mod network;
#[path = "../pseudo_terminal/mod.rs"]
mod pseudo_terminal;
mod session;

use std::{
    fs,
    path::{Path, PathBuf},
};

use session::Session;

const ARTICLE: &str = "وزير النقل: الجسر آمن\n\n\
    قال وزير النقل مروان الديري، الثلاثاء، إن الجسر الجديد آمن.\n\n\
    وأضاف الديري أن الوزارة ستفتح الجسر أمام السيارات يوم الأحد.\n";

/// قال as it is drawn: joined forms, in the order of the screen.
const QALA: &str = "\u{fedd}\u{fe8e}\u{fed7}";

/// A file with the article, in a folder of its own.
struct Article {
    path: PathBuf,
    _folder: tempfile::TempDir,
}

impl Article {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("a.txt");
        fs::write(&path, ARTICLE).expect("a file");
        Self {
            path,
            _folder: folder,
        }
    }

    fn path(&self) -> &str {
        self.path.to_str().expect("a UTF-8 path")
    }
}

fn open(article: &Article, columns: u16, rows: u16) -> Session {
    let session = Session::start(&[article.path()], columns, rows);
    session.wait_for(QALA);
    session
}

/// Fails unless it ended well and put the terminal and its bidi back.
#[track_caller]
fn ended_well(session: &mut Session) {
    assert_eq!(session.end(), 0, "{}", session.contents());
    session.is_restored();
    assert!(session.wrote("\x1b[8h"), "bidi was not switched on again");
}

#[test]
fn it_opens_shows_joined_arabic_and_quits() {
    let article = Article::new();
    let mut session = open(&article, 100, 30);
    session.wait("the alternate screen", vt100::Screen::alternate_screen);
    assert!(
        session.wrote("\x1b[8l"),
        "the terminal was not asked to leave bidi to us"
    );
    session.press("q");
    ended_well(&mut session);
}

#[test]
fn the_next_statement_is_selected() {
    let article = Article::new();
    let mut session = open(&article, 100, 30);
    session.wait_for("statement 1/");
    // One stands on the first, which is the headline.
    session.press("n");
    session.wait_for("statement 2/");
    session.press("q");
    ended_well(&mut session);
}

#[test]
fn it_follows_the_size_of_the_terminal() {
    let article = Article::new();
    let mut session = open(&article, 120, 40);
    for (columns, rows) in [(70, 24), (41, 9), (200, 60)] {
        session.resize(columns, rows);
        session.wait("the footer", |screen| {
            let last = screen.rows(0, columns).nth(usize::from(rows) - 1);
            last.is_some_and(|row| row.contains("? "))
        });
        session.wait_for(QALA);
    }
    session.press("q");
    ended_well(&mut session);
}

/// What a terminal would leave of letters that go is scrawled into the blanks beside them: the
/// program does not know of it, and draws many of them only because letters reach over.
#[test]
fn no_piece_of_a_letter_stays_beside_where_it_was() {
    let article = Article::new();
    let mut session = open(&article, 100, 30);
    session.wait_for(QALA);
    let text = |screen: &vt100::Screen, row, column| {
        let cell = screen.cell(row, column);
        cell.map_or(String::new(), |cell| cell.contents().to_owned())
    };
    let letter =
        |screen: &vt100::Screen, row, column| text(screen, row, column).chars().any(is_joined_form);
    let mut blanks = Vec::new();
    session.look(|screen| {
        let cells = (2..28).flat_map(|row| (1..30).map(move |column| (row, column)));
        blanks.extend(cells.filter(|(row, column)| {
            let blank = text(screen, *row, *column).trim().is_empty();
            blank && letter(screen, *row, column + 1)
        }));
    });
    for (row, column) in &blanks {
        session.scrawl(format!("\x1b[{};{}H#", row + 1, column + 1).as_bytes());
    }
    session.press("3");
    session.wait("letters gone, and what stood beside them", |screen| {
        let mut gone = blanks.clone();
        gone.retain(|(row, column)| !letter(screen, *row, column + 1));
        let clean = |(row, column): &(u16, u16)| text(screen, *row, *column) != "#";
        gone.len() > 10 && gone.iter().all(clean)
    });
    session.press("q");
    ended_well(&mut session);
}

#[test]
fn what_another_program_wrote_over_it_is_drawn_anew() {
    let article = Article::new();
    let mut session = open(&article, 100, 30);
    session.wait_for(QALA);
    session.scrawl(b"\x1b[2J\x1b[Hthe system is going down");
    session.press("\x0c");
    session.wait_for(QALA);
    session.wait("a clean screen", |screen| {
        !screen.contents().contains("going down")
    });
    session.press("q");
    ended_well(&mut session);
}

#[test]
fn a_tiny_terminal_gets_a_message() {
    let article = Article::new();
    let mut session = Session::start(&[article.path()], 20, 5);
    session.wait("a message", |screen| !screen.contents().trim().is_empty());
    assert!(!session.contents().contains(QALA));
    session.press("q");
    ended_well(&mut session);
}

#[test]
fn an_article_through_a_pipe_leaves_the_keys_to_the_terminal() {
    let article = Article::new();
    let mut session = Session::shell("cat \"$1\" | \"$QAWL\"", article.path(), 100, 30);
    session.wait_for(QALA);
    session.press("q");
    ended_well(&mut session);
}

#[test]
fn without_a_path_it_opens_the_samples() {
    let mut session = Session::start(&[], 100, 30);
    session.wait("a joined letter", |screen| {
        screen.contents().contains(is_joined_form)
    });
    session.press("q");
    ended_well(&mut session);
}

fn is_joined_form(c: char) -> bool {
    ('\u{fe70}'..='\u{fefc}').contains(&c)
}

#[test]
fn signals_end_it_and_the_terminal_is_restored() {
    let article = Article::new();
    for name in ["TERM", "HUP", "INT"] {
        let mut session = open(&article, 100, 30);
        session.signal(name);
        session.end();
        session.is_restored();
        assert!(
            session.wrote("\x1b[8h"),
            "{name}: bidi was not switched on again"
        );
    }
}

#[test]
fn a_panic_restores_the_terminal_and_says_what_happened() {
    let article = Article::new();
    let script = "QAWL_TEST_PANIC=1 \"$QAWL\" \"$1\"";
    let mut session = Session::shell(script, article.path(), 100, 30);
    assert_ne!(session.end(), 0);
    session.is_restored();
    assert!(session.wrote("\x1b[8h"), "bidi was not switched on again");
    let message = session.contents();
    assert!(message.contains("QAWL_TEST_PANIC"), "{message}");
}

#[test]
fn it_can_be_suspended_and_resumed() {
    let article = Article::new();
    let script = "set -m; \"$QAWL\" \"$1\"; echo 'in the shell'; read line; fg >/dev/null";
    let mut session = Session::shell(script, article.path(), 100, 30);
    session.wait_for(QALA);
    session.press("\x1a");
    session.wait_for("in the shell");
    session.is_restored();
    session.press("\r");
    session.wait_for(QALA);
    session.press("q");
    ended_well(&mut session);
}

#[test]
fn what_cannot_be_opened_is_said_without_a_screen() {
    for (script, words) in [
        ("\"$QAWL\" /nonexistent", "/nonexistent: no such file"),
        ("\"$QAWL\" < /dev/null", "standard input: it is empty"),
    ] {
        let mut session = Session::shell(script, "", 100, 30);
        assert_eq!(session.end(), 2);
        assert!(session.contents().contains(words), "{}", session.contents());
        assert!(
            !session.wrote("\x1b[?1049h"),
            "the alternate screen was entered"
        );
    }
}

/// What a reader does in an hour, in one session; and the next day.
#[test]
fn an_hour_of_reading_and_the_next_day() {
    let home = tempfile::tempdir().expect("a home");
    let folder = home.path().to_str().expect("a UTF-8 path");
    let script = "set -m; cd \"$1\"; HOME=\"$1\" \"$QAWL\" --ui en; \
        echo 'in the shell'; read line; fg >/dev/null";
    let mut session = Session::shell(script, folder, 120, 40);
    jumps_filters_searches(&session);
    copies_and_writes(&session, home.path());
    session.resize(80, 30);
    session.wait("the footer below", |screen| {
        let last = screen.rows(0, 80).nth(29);
        last.is_some_and(|row| row.contains("? help"))
    });
    session.press("\x1a");
    session.wait_for("in the shell");
    session.is_restored();
    session.press("\r");
    session.wait_for("? help");
    let left = footer(&session, 80, 30);
    session.press("q");
    session.end();
    session.is_restored();
    the_next_day(folder, &left);
}

fn jumps_filters_searches(session: &Session) {
    session.wait_for("statement 1/");
    session.press("  G");
    session.wait_for("100%");
    session.press("g");
    session.wait_for("statement 1/");
    session.press("nnnn");
    session.wait("another statement", |screen| {
        let contents = screen.contents();
        contents.contains("statement ") && !contents.contains("statement 1/")
    });
    session.press("f");
    session.wait_for("Whose statements?");
    session.press("\t\t\r");
    session.wait_for("only ");
    session.press("]");
    session.wait_for("the next statement of the same speaker");
    session.press("s");
    session.press("/");
    session.wait_for("search:");
    session.press("وزير\r");
    session.wait_for("/5");
    session.press("n\x1be");
    session.wait_for("Why is this ascribed so?");
    session.press("q\r");
    session.wait_for("mention");
    session.press("q");
}

fn copies_and_writes(session: &Session, folder: &Path) {
    session.press("y");
    session.wait_for("copied: ");
    assert!(session.wrote("\x1b]52;c;"), "nothing was copied");
    session.press("w");
    session.wait_for("statements as");
    session.press("\r");
    session.wait_for("to which file?");
    session.press("\x15said.json\r");
    session.wait_for("written to ");
    let written = fs::read_to_string(folder.join("said.json")).expect("the file");
    assert!(written.contains("\"statements\""), "{written}");
    session.press("w\r\x15said.json\r");
    session.wait_for("is there already");
    session.press("q");
}

/// The same place and the same filter, also after a signal; and with `--fresh` not.
fn the_next_day(folder: &str, left: &str) {
    let again = "HOME=\"$1\"; export HOME; exec \"$QAWL\" --ui en";
    let mut session = Session::shell(again, folder, 80, 30);
    session.wait_for("only ");
    assert_eq!(footer(&session, 80, 30), left);
    session.press("Xg");
    session.wait_for("statement 1/");
    session.press("nnn");
    session.wait("another statement", |screen| {
        !screen.contents().contains("statement 1/")
    });
    let left = footer(&session, 80, 30);
    for signal in ["TERM", "HUP"] {
        session.signal(signal);
        session.end();
        session.is_restored();
        session = Session::shell(again, folder, 80, 30);
        session.wait_for("? help");
        assert_eq!(footer(&session, 80, 30), left, "after {signal}");
    }
    session.press("q");
    ended_well(&mut session);
    let fresh = "HOME=\"$1\" \"$QAWL\" --ui en --fresh";
    let mut session = Session::shell(fresh, folder, 80, 30);
    session.wait_for("statement 1/");
    session.press("q");
    ended_well(&mut session);
}

/// The last row of the screen.
fn footer(session: &Session, columns: u16, rows: u16) -> String {
    let mut found = String::new();
    session.wait("a footer", |screen| {
        let last = screen.rows(0, columns).nth(usize::from(rows) - 1);
        last.is_some_and(|row| row.contains("statement "))
    });
    session.look(|screen| {
        let last = screen.rows(0, columns).nth(usize::from(rows) - 1);
        found = last.unwrap_or_default();
    });
    found
}
