//! The child in a pseudo-terminal, and a terminal that answers as a real one did.

use portable_pty::{Child, CommandBuilder, PtyPair, PtySize, native_pty_system};
use std::io::{Read, Write};
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
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

type Keys = Arc<Mutex<Box<dyn Write + Send>>>;

pub struct Session {
    pub pair: PtyPair,
    pub child: Box<dyn Child + Send + Sync>,
    pub keys: Keys,
    written: Arc<Mutex<Vec<u8>>>,
    /// Whether to read no more.
    pub lost: Arc<AtomicBool>,
    /// Holds what the reader kept, and a `tmux`.
    _folder: tempfile::TempDir,
}

impl Session {
    /// Starts the child, then a look at the terminal's settings.
    pub fn start(terminal: &Terminal) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let pair = native_pty_system()
            .openpty(PtySize::default())
            .expect("a pseudo-terminal");
        let command = command(terminal, &folder);
        let child = pair.slave.spawn_command(command).expect("a child");
        let keys: Keys = Arc::new(Mutex::new(pair.master.take_writer().expect("a writer")));
        let session = Self {
            written: Arc::default(),
            lost: Arc::default(),
            keys,
            child,
            _folder: folder,
            pair,
        };
        session.watch(terminal.clone());
        session
    }

    /// Reads what the child writes, and answers its questions.
    fn watch(&self, terminal: Terminal) {
        let mut reader = self.pair.master.try_clone_reader().expect("a reader");
        let into = Arc::clone(&self.written);
        let stop = Arc::clone(&self.lost);
        let keys = Arc::clone(&self.keys);
        let through = [
            format!("\x1bPtmux;{}", QUESTIONS.replace('\x1b', "\x1b\x1b")),
            format!("\x1bP{QUESTIONS}"),
        ];
        thread::spawn(move || {
            let mut answers = vec![
                (vec![QUESTIONS.to_owned()], terminal.near),
                (through.to_vec(), terminal.far),
            ];
            let mut some = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut some) {
                if stop.load(Ordering::Relaxed) {
                    return;
                }
                let mut all = into.lock().expect("the bytes");
                all.extend_from_slice(&some[..count]);
                let all = String::from_utf8_lossy(&all);
                answers.retain(|(questions, answer)| {
                    let asked = questions.iter().any(|q| all.contains(q.as_str()));
                    if asked {
                        reply(&keys, answer.clone(), terminal.after);
                    }
                    !asked
                });
            }
        });
    }

    pub fn written(&self) -> String {
        String::from_utf8_lossy(&self.written.lock().expect("the bytes")).into_owned()
    }

    /// Waits until it has written `words`.
    pub fn wait(&self, words: &str) -> String {
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

    pub fn press(&self, key: &str) {
        let mut keys = self.keys.lock().expect("the keys");
        keys.write_all(key.as_bytes()).expect("a key");
    }

    /// Sends a signal to the process that drew.
    pub fn signal(&self, signal: &str) {
        let written = self.wait(";");
        let drawn = written.rsplit("ready").next().unwrap_or_default();
        let process = drawn[2..].split(';').next().unwrap_or_default().trim();
        let kill = Command::new("sh")
            .args(["-c", &format!("kill {signal} {process}")])
            .status();
        assert!(kill.expect("kill").success(), "{process}");
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

fn reply(keys: &Keys, answer: String, after: Duration) {
    let keys = Arc::clone(keys);
    thread::spawn(move || {
        thread::sleep(after);
        // Late ones come in pieces too.
        let size = if after.is_zero() {
            answer.len().max(1)
        } else {
            3
        };
        for piece in answer.as_bytes().chunks(size) {
            let _ = keys.lock().expect("the keys").write_all(piece);
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
    for (name, _) in env::vars_os() {
        let terminal = [
            "KONSOLE",
            "MLTERM",
            "TMUX",
            "STY",
            "KITTY",
            "ALACRITTY",
            "VTE",
            "WT_",
        ];
        let terminal = [&terminal[..], &["TERM", "XTERM", "COLORFGBG"]].concat();
        if terminal
            .iter()
            .any(|t| name.to_string_lossy().starts_with(t))
        {
            command.env_remove(name);
        }
    }
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
