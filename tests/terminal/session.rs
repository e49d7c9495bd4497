//! The child in a pseudo-terminal, and a terminal that answers as a real one did.

use super::pseudo_terminal::{self, Keyboard, PseudoTerminal, hide_terminal, locked};
use portable_pty::{CommandBuilder, PtySize};
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use std::{env, fs, thread};

pub const CHILD: &str = "QAWL_TEST_CHILD";

/// What the program asks.
pub const QUESTIONS: &str = "\x1b[8$p\x1b[>q\x1b[>c\x1b[c";

/// How the terminal answers.
#[derive(Clone)]
pub struct Terminal {
    /// Variables of the environment, the rest cleared of terminals.
    pub variables: Vec<(String, String)>,
    /// The answers to the questions.
    pub near: String,
    /// The answers of the terminal behind tmux or screen.
    pub far: String,
    /// What `tmux display-message` prints.
    pub tmux: Option<String>,
    /// How long the answers take.
    pub after: Duration,
}

impl Default for Terminal {
    fn default() -> Self {
        Self {
            variables: Vec::new(),
            near: "\x1b[?62;22c".into(),
            far: String::new(),
            tmux: None,
            after: Duration::ZERO,
        }
    }
}

pub struct Session {
    pub running: PseudoTerminal,
    /// Whether to read no more.
    pub lost: Arc<AtomicBool>,
    /// Holds what the reader kept, and a `tmux`.
    _folder: tempfile::TempDir,
}

impl Session {
    /// Starts the child, then a look at the terminal's settings.
    pub fn start(terminal: &Terminal) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let command = command(terminal, &folder);
        let lost = Arc::<AtomicBool>::default();
        let stop = Arc::clone(&lost);
        let mut answer = answers(terminal.clone());
        let running =
            PseudoTerminal::start(command, PtySize::default(), move |_, all, keyboard| {
                let there = !stop.load(Ordering::Relaxed);
                if there {
                    answer(all, keyboard);
                }
                there
            });
        Self {
            running,
            lost,
            _folder: folder,
        }
    }

    pub fn written(&self) -> String {
        String::from_utf8_lossy(&self.running.written()).into_owned()
    }

    /// Waits until it has written `words`.
    #[track_caller]
    pub fn wait(&self, words: &str) -> String {
        pseudo_terminal::wait(
            || Some(self.written()).filter(|written| written.contains(words)),
            || format!("no {words:?} in {:?}", self.written()),
        )
    }

    pub fn press(&self, key: &str) {
        self.running.press(key);
    }

    /// Sends a signal to the process that drew.
    pub fn signal(&self, signal: &str) {
        let written = self.wait(";");
        let drawn = written.rsplit("ready").next().unwrap_or_default();
        let process = drawn[2..].split(';').next().unwrap_or_default().trim();
        pseudo_terminal::signal(signal, process);
    }

    /// Waits for the end, and looks at what it left.
    pub fn ends_with(&self, status: &str) -> String {
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
                "\x1b[2J",
                "ready0",
                "\x1b[?1049l",
                "\x1b[?25h",
                "status",
            ],
        );
        written
    }
}

/// What answers each question once, when it was asked.
fn answers(terminal: Terminal) -> impl FnMut(&[u8], &Keyboard) + Send {
    let through = [
        format!("\x1bPtmux;{}", QUESTIONS.replace('\x1b', "\x1b\x1b")),
        format!("\x1bP{QUESTIONS}"),
    ];
    let mut answers = vec![
        (vec![QUESTIONS.to_owned()], terminal.near),
        (through.to_vec(), terminal.far),
    ];
    move |written, keyboard| {
        let all = String::from_utf8_lossy(written);
        answers.retain(|(questions, answer)| {
            let asked = questions.iter().any(|q| all.contains(q.as_str()));
            if asked {
                reply(keyboard, answer.clone(), terminal.after);
            }
            !asked
        });
    }
}

fn reply(keyboard: &Keyboard, answer: String, after: Duration) {
    let keyboard = Arc::clone(keyboard);
    thread::spawn(move || {
        thread::sleep(after);
        // Late ones come in pieces too.
        let size = if after.is_zero() {
            answer.len().max(1)
        } else {
            3
        };
        for piece in answer.as_bytes().chunks(size) {
            let _ = locked(&keyboard).write_all(piece);
            thread::sleep(after / 100);
        }
    });
}

fn command(terminal: &Terminal, folder: &tempfile::TempDir) -> CommandBuilder {
    let program = env::current_exe().expect("this program");
    let script = "\"$0\" --exact child --nocapture; echo \"status $?.\"; stty -a; echo settled";
    let mut command = CommandBuilder::new("sh");
    command.args(["-c", script]);
    command.arg(program);
    command.env(CHILD, "1");
    command.env("RUST_BACKTRACE", "0");
    command.env("XDG_STATE_HOME", folder.path());
    hide_terminal(&mut command);
    let line = terminal.tmux.clone().unwrap_or_default();
    let tmux = format!("#!/bin/sh\necho '{line}'\n");
    let bin = folder.path().join("tmux");
    fs::write(&bin, tmux).expect("a file");
    let made = Command::new("chmod").arg("+x").arg(&bin).status();
    assert!(made.is_ok_and(|status| status.success()));
    let path = env::var("PATH").unwrap_or_default();
    command.env("PATH", format!("{}:{path}", folder.path().display()));
    for (name, value) in &terminal.variables {
        command.env(name, value);
    }
    command
}

pub fn in_order(written: &str, words: &[&str]) {
    let mut rest = written;
    for word in words {
        match rest.split_once(word) {
            Some((_, after)) => rest = after,
            None => panic!("no {word:?} in its place in {written:?}"),
        }
    }
}
