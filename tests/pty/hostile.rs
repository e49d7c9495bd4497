//! Articles, names of files and errors that want to command the terminal, and the
//! samples: what comes from the program goes through a filter that knows no control
//! byte but ours.

use std::{fs, thread, time::Duration};

use super::{filter::foreign, session::Session};

/// What a terminal would obey, or what would change the order of what it shows. The
/// styles have a number that we never send.
pub const PAYLOADS: [&str; 24] = [
    "\u{1b}[4242m",
    "\u{1b}[31;4242mأحمر",
    "\u{1b}[3J",
    "\u{1b}]0;عنوان\u{7}",
    "\u{1b}]8;;http://x.example\u{1b}\\هنا\u{1b}]8;;\u{1b}\\",
    "\u{1b}]52;c;aGVsbG8=\u{7}",
    "\u{1b}]50;x\u{7}",
    "\u{1b}P+q544e\u{1b}\\",
    "\u{1b}_Ga=T;AAAA\u{1b}\\",
    "\u{1b}^x\u{1b}\\",
    "\u{1b}c",
    "\u{1b}[5n\u{1b}[6n",
    "\u{1b}[?1003h",
    "\u{9b}4242m",
    "\u{9d}0;x\u{9c}",
    "\u{90}q\u{9c}",
    "\u{7}",
    "قال\u{8}\u{8}\u{8}",
    "\u{e}x\u{f}",
    "\u{5}",
    "\u{7f}",
    "\u{202e}معكوس\u{202c}",
    "\u{2066}معزول\u{2069}\u{2067}",
    "\u{0}",
];

/// All places at which an article has words of others, with a payload in each.
fn articles() -> String {
    let article = |payload: &str| {
        serde_json::json!({
            "title": format!("وزير النقل{payload}: الجسر آمن"),
            "outlet": format!("بريد{payload}"),
            "author": payload,
            "date": format!("2031-05-12{payload}"),
            "url": format!("https://a.example/{payload}"),
            "text": format!(
                "قال وزير النقل {payload} مروان الديري{payload} إن «الجسر{payload} آمن».{payload}\n\
                 وأضافت{payload} وزارة {payload}الصحة: «{payload}» في {payload} مايو 2031."
            ),
        })
        .to_string()
    };
    PAYLOADS
        .iter()
        .map(|payload| article(payload) + "\n")
        .collect()
}

/// Keys that show all that can be shown of an article.
const KEYS: [&str; 14] = [
    "nn", "e", "\u{1b}", "2j\r", "\u{1b}", "3jjj\r", "\u{1b}", "f", "\u{1b}", "/ال\r", "x", "o",
    "?", "\u{1b}",
];

fn press(session: &Session, keys: &str) {
    session.press(keys);
    if keys == "\u{1b}" {
        // What follows it at once would be taken as pressed with Alt.
        thread::sleep(Duration::from_millis(60));
    }
}

/// Leaves whatever is open, and then the program.
const LEAVE: &str = "\u{3}\u{3}\u{3}\u{3}";

/// Fails where the program said what is not ours, or left something behind.
#[track_caller]
fn said_nothing_foreign(session: &mut Session) {
    session.end();
    session.is_restored();
    assert_eq!(foreign(&session.bytes()), None, "{}", session.contents());
}

#[test]
fn hostile_articles_are_browsed_without_harm() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a\u{1b}]0;x\u{7}\n\u{202e}.jsonl");
    fs::write(&path, articles()).expect("a file");
    let mut session = Session::start(&["--ui", "en", path.to_str().expect("UTF-8")], 120, 30);
    session.wait_for("? help");
    for _ in PAYLOADS {
        for keys in KEYS {
            press(&session, keys);
        }
        session.press("J");
    }
    session.press(LEAVE);
    said_nothing_foreign(&mut session);
}

#[test]
fn the_samples_are_browsed_without_a_foreign_byte() {
    let mut session = Session::start(&["--ui", "ar"], 100, 30);
    session.wait("the footer", |screen| screen.contents().contains('?'));
    for _ in qawl::samples::SAMPLES {
        for keys in KEYS {
            press(&session, keys);
        }
        session.press("GJ");
    }
    session.press(LEAVE);
    said_nothing_foreign(&mut session);
}

/// Without the screen: articles on standard output, errors and progress on standard
/// error, all of it on one terminal.
#[test]
fn extract_tells_a_terminal_nothing_it_obeys() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("all.jsonl"), articles()).expect("a file");
    for (number, payload) in PAYLOADS
        .iter()
        .enumerate()
        .filter(|(_, p)| !p.contains('\0'))
    {
        let broken = format!("{{\"text\": [{{}}], {payload}");
        let name = payload.replace('/', "");
        fs::write(folder.path().join(format!("{number}{name}.json")), broken).expect("a file");
        let feed = format!(
            "<feed xmlns='http://www.w3.org/2005/Atom'><updated>{payload}</updated></feed>"
        );
        fs::write(folder.path().join(format!("{number}{name}.atom")), feed).expect("a file");
    }
    let folder = folder.path().to_str().expect("UTF-8");
    for format in ["jsonl", "csv", "markdown", "web-annotation", "tei"] {
        for output in ["", "> /dev/null"] {
            let script = format!("\"$QAWL\" extract --format {format} \"$1\" {output}");
            let mut session = Session::shell(&script, folder, 200, 60);
            assert_eq!(session.end(), 1, "{}", session.contents());
            // What stands in an article stays in its text, direction and all; what is
            // told of it does not.
            let said = session.bytes();
            let found = if output.is_empty() {
                foreign(&without_direction(&said))
            } else {
                foreign(&said)
            };
            assert_eq!(found, None, "{format} {output}");
        }
    }
}

fn without_direction(bytes: &[u8]) -> Vec<u8> {
    let turns = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    String::from_utf8_lossy(bytes)
        .replace(turns, "")
        .into_bytes()
}
