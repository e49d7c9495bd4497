//! Each terminal's recorded answers, and what they lead to.

use super::session::{QUESTIONS, Session, Terminal, in_order};

/// A case of the file beside this one.
#[derive(Default)]
struct Case {
    name: String,
    terminal: Terminal,
    mode: String,
    off: String,
    on: String,
}

fn cases() -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let lines = include_str!("recorded.txt").lines();
    for line in lines.filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        let bytes = unescaped(rest);
        if word == "case" {
            cases.push(Case {
                name: rest.to_owned(),
                ..Case::default()
            });
        }
        let case = cases.last_mut().expect("a case comes first");
        match word {
            "case" => {}
            "env" => case.terminal.variables = rest.split(' ').map(variable).collect(),
            "near" => case.terminal.near = bytes,
            "far" => case.terminal.far = bytes,
            "tmux" => case.terminal.tmux = Some(bytes),
            "mode" => case.mode = rest.replace(' ', ","),
            "off" => case.off = bytes,
            "on" => case.on = bytes,
            _ => panic!("{line}: what is `{word}`?"),
        }
    }
    cases
}

fn variable(text: &str) -> (String, String) {
    let (name, value) = text.split_once('=').expect("NAME=value");
    (name.to_owned(), value.to_owned())
}

fn unescaped(text: &str) -> String {
    text.replace(r"\\", "\0")
        .replace(r"\e", "\x1b")
        .replace(r"\a", "\x07")
        .replace('\0', r"\")
}

#[test]
fn each_terminal_gets_what_it_needs() {
    let cases = cases();
    assert!(cases.len() > 30, "{}", cases.len());
    for case in cases {
        println!("{}", case.name);
        let session = Session::start(&case.terminal);
        session.wait("ready0");
        session.press("q");
        let written = session.ends_with("0");
        let (before, after) = written.split_once("ready0").expect("a frame");
        let shown = after.split_once(';').map_or("", |(_, rest)| rest);
        let shown = shown.split('.').next().unwrap_or_default();
        assert_eq!(shown, case.mode, "{}: {written:?}", case.name);
        let asked = before.rfind(QUESTIONS).expect("questions") + QUESTIONS.len();
        let taken = before[asked..].split("\x1b[2J").next().unwrap_or_default();
        assert!(taken.ends_with(&case.off), "{}: {taken:?}", case.name);
        in_order(after, &[&case.on, "\x1b[?1049l"]);
        if case.off.is_empty() {
            for word in ["[8l", "[8h", "BidiRendering", "use_ctl"] {
                assert!(!written.contains(word), "{}: {written:?}", case.name);
            }
        }
        assert!(
            !written.contains("another key"),
            "{}: {written:?}",
            case.name
        );
    }
}
