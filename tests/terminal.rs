//! The terminal is given back as it was on every way out. A child, which is this
//! very program, runs in a pseudo-terminal; what it wrote is looked at.

#![cfg(unix)]

use portable_pty::{Child, CommandBuilder, PtyPair, PtySize, native_pty_system};
use qawl::browser::key::KeyPress;
use qawl::terminal::{Event, Terminal};
use std::io::{Read, Write};
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use std::{env, process, thread};

const CHILD: &str = "QAWL_TEST_CHILD";

/// What the child does: shows «ready» and how often it was resumed, and ends as
/// the key pressed says.
#[test]
fn child() {
    if env::var_os(CHILD).is_none() {
        return;
    }
    let mut terminal = Terminal::enter().expect("a terminal");
    let mut resumed = 0;
    loop {
        let words = format!("ready{resumed}-{};", process::id());
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
            _ => {}
        }
    }
}

struct Session {
    pair: PtyPair,
    child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    written: Arc<Mutex<Vec<u8>>>,
    /// Whether to read no more.
    lost: Arc<AtomicBool>,
}

impl Session {
    /// Starts the child, then a look at the terminal's settings.
    fn start(variables: &[(&str, &str)]) -> Self {
        let pair = native_pty_system()
            .openpty(PtySize::default())
            .expect("a pseudo-terminal");
        let program = env::current_exe().expect("this program");
        let script = "\"$0\" --exact child --nocapture; echo \"status $?.\"; stty -a; echo settled";
        let mut command = CommandBuilder::new("sh");
        command.args(["-c", script]);
        command.arg(program);
        command.env(CHILD, "1");
        command.env("RUST_BACKTRACE", "0");
        for name in ["KONSOLE_VERSION", "MLTERM", "TMUX", "STY"] {
            command.env_remove(name);
        }
        for (name, value) in variables {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).expect("a child");
        let written = Arc::new(Mutex::new(Vec::new()));
        let mut reader = pair.master.try_clone_reader().expect("a reader");
        let into = Arc::clone(&written);
        let lost = Arc::new(AtomicBool::new(false));
        let stop = Arc::clone(&lost);
        thread::spawn(move || {
            let mut some = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut some) {
                if stop.load(Ordering::Relaxed) {
                    return;
                }
                into.lock()
                    .expect("the bytes")
                    .extend_from_slice(&some[..count]);
            }
        });
        let keys = pair.master.take_writer().expect("a writer");
        Self {
            pair,
            child,
            keys,
            written,
            lost,
        }
    }

    fn written(&self) -> String {
        String::from_utf8_lossy(&self.written.lock().expect("the bytes")).into_owned()
    }

    /// Waits until it has written `words`.
    fn wait(&self, words: &str) -> String {
        let start = Instant::now();
        while start.elapsed() < Duration::from_secs(20) {
            let written = self.written();
            if written.contains(words) {
                return written;
            }
            thread::sleep(Duration::from_millis(10));
        }
        panic!("no {words:?} in {:?}", self.written());
    }

    fn press(&mut self, key: &str) {
        self.keys.write_all(key.as_bytes()).expect("a key");
    }

    /// Sends a signal to the process that drew.
    fn signal(&self, signal: &str) {
        let written = self.wait(";");
        let drawn = written.rsplit("ready").next().unwrap_or_default();
        let process = drawn[2..].split(';').next().unwrap_or_default().trim();
        let kill = Command::new("sh")
            .args(["-c", &format!("kill {signal} {process}")])
            .status();
        assert!(kill.expect("kill").success(), "{process}");
    }

    /// Waits for the end, and looks at what it left.
    fn ends_with(&self, status: &str) -> String {
        let written = self.wait("settled");
        assert!(written.contains(&format!("status {status}.")), "{written}");
        let settings = written.rsplit("status").next().unwrap_or_default();
        let settings: Vec<&str> = settings.split_whitespace().collect();
        for setting in ["icanon", "echo", "isig", "opost"] {
            assert!(settings.contains(&setting), "{setting} in {settings:?}");
        }
        in_order(
            &written,
            &[
                "\x1b[?1049h",
                "\x1b[8l",
                "\x1b[2J",
                "ready0",
                "\x1b[8h",
                "\x1b[?1049l",
                "\x1b[?25h",
                "status",
            ],
        );
        written
    }
}

fn in_order(written: &str, words: &[&str]) {
    let mut rest = written;
    for word in words {
        match rest.split_once(word) {
            Some((_, after)) => rest = after,
            None => panic!("no {word:?} in its place in {written:?}"),
        }
    }
}

#[test]
fn given_back_at_the_end() {
    let mut session = Session::start(&[]);
    session.wait("ready0");
    session.press("q");
    let written = session.ends_with("0");
    assert!(!written.contains("BidiRendering") && !written.contains("use_ctl"));
}

#[test]
fn given_back_on_signals() {
    for (signal, status) in [("-TERM", "143"), ("-INT", "130"), ("-HUP", "129")] {
        let session = Session::start(&[]);
        session.wait("ready0");
        session.signal(signal);
        session.ends_with(status);
    }
}

#[test]
fn given_back_on_a_panic_which_is_then_told() {
    let mut session = Session::start(&[]);
    session.wait("ready0");
    session.press("p");
    let written = session.ends_with("101");
    in_order(&written, &["\x1b[?1049l", "on purpose"]);
}

#[test]
fn a_panic_elsewhere_is_told_at_the_end() {
    let mut session = Session::start(&[]);
    session.wait("ready0");
    session.press("t");
    session.press("q");
    let written = session.ends_with("0");
    in_order(&written, &["ready0", "\x1b[?1049l", "elsewhere", "status"]);
}

#[test]
fn stopped_and_resumed_by_key_and_by_signal() {
    let mut session = Session::start(&[]);
    session.wait("ready0");
    for (count, stop) in [("ready1", "key"), ("ready2", "-TSTP")] {
        let before = session.written().matches("\x1b[?1049l").count();
        match stop {
            "key" => session.press("\x1a"),
            signal => session.signal(signal),
        }
        while session.written().matches("\x1b[?1049l").count() == before {
            thread::sleep(Duration::from_millis(10));
        }
        thread::sleep(Duration::from_millis(100));
        session.signal("-CONT");
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
    let mut session = Session::start(&[]);
    session.wait("ready0");
    // The reader lets go of the terminal at the next thing it reads.
    session.lost.store(true, Ordering::Relaxed);
    session.press("x");
    thread::sleep(Duration::from_millis(100));
    let Session {
        pair,
        mut child,
        keys,
        ..
    } = session;
    drop((keys, pair));
    let start = Instant::now();
    while child.try_wait().expect("a status").is_none() {
        assert!(start.elapsed() < Duration::from_secs(5), "it goes on");
        thread::sleep(Duration::from_millis(10));
    }
}

#[test]
fn terminals_with_a_word_of_their_own() {
    let konsole = (
        "KONSOLE_VERSION",
        "250400",
        "\x1b]50;BidiRenderingEnabled=false\x07",
        "\x1b]50;BidiRenderingEnabled=true\x07",
    );
    let mlterm = (
        "MLTERM",
        "3.9.0",
        "\x1b]5379;use_ctl=false\x07",
        "\x1b]5379;use_ctl=true\x07",
    );
    for (name, value, off, on) in [konsole, mlterm] {
        let mut session = Session::start(&[(name, value)]);
        session.wait("ready0");
        session.press("q");
        let written = session.ends_with("0");
        in_order(
            &written,
            &["\x1b[?1049h", off, "\x1b[2J", on, "\x1b[?1049l"],
        );
    }
}

#[test]
fn copies_the_text_as_it_reads() {
    let mut session = Session::start(&[]);
    session.wait("ready0");
    session.press("y");
    session.wait("\x1b]52;c;2YLZiNmE\x07");
    session.press("q");
    session.ends_with("0");
}
