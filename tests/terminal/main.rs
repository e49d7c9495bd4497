//! The terminal is asked what it is, and given back as it was on every way out.
//! A child, which is this very program, runs in a pseudo-terminal; what it wrote
//! is looked at.

#![cfg(unix)]

mod calibrated;
#[path = "../pseudo_terminal/mod.rs"]
mod pseudo_terminal;
mod recorded;
mod session;

use pseudo_terminal::PseudoTerminal;
use qawl::browser::key::KeyPress;
use qawl::terminal::{Choice, Event, Terminal};
use session::{Session, Terminal as Fake, in_order};
use std::sync::atomic::Ordering;
use std::time::Duration;
use std::{env, process, thread};

/// What the child does: shows «ready», how often it was resumed and how it draws,
/// and ends as the key pressed says.
#[test]
fn child() {
    if env::var_os(session::CHILD).is_none() {
        return;
    }
    let mut terminal = Terminal::enter(Choice::default()).expect("a terminal");
    let mut resumed = 0;
    loop {
        let marks = if terminal.marks() { "keep" } else { "hide" };
        let mode = terminal.mode();
        let guess = if terminal.is_guess() { ",guess" } else { "" };
        let words = format!("ready{resumed}-{};{mode},{marks}{guess}.", process::id());
        let draw = terminal.draw(|frame| {
            frame
                .buffer_mut()
                .set_string(0, 0, &words, ratatui::style::Style::new());
        });
        draw.expect("a frame");
        match terminal.next_event(None).expect("an event") {
            Event::Resume => resumed += 1,
            Event::Terminate(signal) => return terminal.end_by(signal),
            Event::Key(key) if key == KeyPress::char('q') => break,
            Event::Key(key) if key == KeyPress::char('p') => panic!("on purpose"),
            Event::Key(key) if key == KeyPress::char('t') => {
                let _ = thread::spawn(|| panic!("elsewhere")).join();
            }
            Event::Key(key) if key == KeyPress::char('y') => terminal.copy("قول").expect("written"),
            Event::Key(key) if key == KeyPress::ctrl('z') => {
                terminal.suspend().expect("the terminal again");
                resumed += 1;
            }
            Event::Key(key) if key == KeyPress::char('c') => {
                let calibrated = terminal.calibrate().expect("a sheet");
                eprint!("{calibrated:?};");
            }
            Event::Key(key) => eprint!("another key: {:?}.", key.code),
            _ => {}
        }
    }
}

#[test]
fn given_back_at_the_end() {
    let session = Session::start(&Fake::default());
    session.wait("ready0");
    session.press("q");
    let written = session.ends_with("0");
    assert!(!written.contains("BidiRendering") && !written.contains("use_ctl"));
}

#[test]
fn given_back_on_signals() {
    for (signal, status) in [("TERM", "143"), ("INT", "130"), ("HUP", "129")] {
        let session = Session::start(&Fake::default());
        session.wait("ready0");
        session.signal(signal);
        session.ends_with(status);
    }
}

#[test]
fn given_back_on_a_panic_which_is_then_told() {
    let session = Session::start(&Fake::default());
    session.wait("ready0");
    session.press("p");
    let written = session.ends_with("101");
    in_order(&written, &["\x1b[?1049l", "on purpose"]);
}

#[test]
fn a_panic_elsewhere_is_told_at_the_end() {
    let session = Session::start(&Fake::default());
    session.wait("ready0");
    session.press("t");
    session.press("q");
    let written = session.ends_with("0");
    in_order(&written, &["ready0", "\x1b[?1049l", "elsewhere", "status"]);
}

#[test]
fn stopped_and_resumed_by_key_and_by_signal() {
    let session = Session::start(&Fake::default());
    session.wait("ready0");
    for (count, stop) in [("ready1", "key"), ("ready2", "TSTP")] {
        let before = session.written().matches("\x1b[?1049l").count();
        match stop {
            "key" => session.press("\x1a"),
            signal => session.signal(signal),
        }
        while session.written().matches("\x1b[?1049l").count() == before {
            thread::sleep(Duration::from_millis(10));
        }
        thread::sleep(Duration::from_millis(100));
        session.signal("CONT");
        session.wait(count);
    }
    session.press("q");
    let written = session.ends_with("0");
    in_order(
        &written,
        &[
            "\x1b[8h",
            "\x1b[?1049l",
            "\x1b[?1049h",
            "\x1b[8l",
            "\x1b[2J",
            "ready1",
        ],
    );
}

#[test]
fn a_lost_terminal_ends_the_process() {
    let session = Session::start(&Fake::default());
    session.wait("ready0");
    // The reader lets go of the terminal at the next thing it reads.
    session.lost.store(true, Ordering::Relaxed);
    session.press("x");
    thread::sleep(Duration::from_millis(100));
    let PseudoTerminal {
        master,
        mut child,
        keyboard,
        ..
    } = session.running;
    drop((keyboard, master));
    let gone = || child.try_wait().expect("a status").map(|_| ());
    pseudo_terminal::wait(gone, || "it goes on".to_owned());
}

#[test]
fn copies_the_text_as_it_reads() {
    let session = Session::start(&Fake::default());
    session.wait("ready0");
    session.press("y");
    session.wait("\x1b]52;c;2YLZiNmE\x07");
    session.press("q");
    session.ends_with("0");
}

/// A slow line: the first frame does not wait for it, the answer is no key, and
/// it still counts.
#[test]
fn a_late_answer_is_no_key_and_counts() {
    let session = Session::start(&Fake {
        near: "\x1b[8;0$y\x1bP>|kitty(0.26.5)\x1b\\\x1b[>1;4000;26c\x1b[?62;c".into(),
        after: Duration::from_millis(600),
        ..Fake::default()
    });
    let written = session.wait("ready0");
    assert!(!written.contains("kittytoken"), "{written}");
    session.wait("kittytoken,hide.");
    session.press("q");
    let written = session.ends_with("0");
    assert!(!written.contains("another key"), "{written}");
}

/// What was typed while the terminal was asked is not lost.
#[test]
fn keys_between_answers_are_kept() {
    let session = Session::start(&Fake {
        near: "x\x1b[>0;115;0c\u{644}\x1b[A\x1b[?1;2c".into(),
        ..Fake::default()
    });
    let written = session.wait("another key: Up.");
    in_order(
        &written,
        &[
            "another key: Char('x').",
            "another key: Char('ل').",
            "another key: Up.",
        ],
    );
    session.press("q");
    session.ends_with("0");
}

/// An escape alone is a key; one that begins a sequence is not.
#[test]
fn escape_is_told_from_sequences_cut_in_two() {
    let session = Session::start(&Fake::default());
    session.wait("ready0");
    session.press("\x1b");
    session.wait("another key: Esc.");
    session.press("\x1b[");
    thread::sleep(Duration::from_millis(60));
    session.press("B");
    session.wait("another key: Down.");
    session.press("q");
    session.ends_with("0");
}
