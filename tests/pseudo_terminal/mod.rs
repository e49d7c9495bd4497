//! A program in a pseudo-terminal: what it writes is kept, and may be answered.

use std::{
    env,
    io::{Read, Write},
    process::Command,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    thread,
    time::{Duration, Instant},
};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// How long anything may take before a test fails; far more than it does.
const PATIENCE: Duration = Duration::from_secs(20);

/// What types into a terminal.
pub type Keyboard = Arc<Mutex<Box<dyn Write + Send>>>;

/// A running program and the terminal it runs in.
pub struct PseudoTerminal {
    pub master: Box<dyn MasterPty + Send>,
    pub child: Box<dyn Child + Send + Sync>,
    pub keyboard: Keyboard,
    written: Arc<Mutex<Vec<u8>>>,
}

impl PseudoTerminal {
    /// Starts `command`. `watch` is given what the program wrote just now and all that
    /// it wrote so far, and tells whether the terminal is still there.
    pub fn start(
        command: CommandBuilder,
        size: PtySize,
        mut watch: impl FnMut(&[u8], &[u8], &Keyboard) -> bool + Send + 'static,
    ) -> Self {
        let pty = native_pty_system().openpty(size).expect("a terminal");
        let child = pty.slave.spawn_command(command).expect("the program runs");
        let writer = pty.master.take_writer().expect("a keyboard");
        let mut reader = pty.master.try_clone_reader().expect("a screen");
        let started = Self {
            master: pty.master,
            child,
            keyboard: Arc::new(Mutex::new(writer)),
            written: Arc::default(),
        };
        let written = Arc::clone(&started.written);
        let keyboard = Arc::clone(&started.keyboard);
        thread::spawn(move || {
            let mut some = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut some) {
                let new = &some[..count];
                let mut all = locked(&written);
                all.extend_from_slice(new);
                if !watch(new, &all, &keyboard) {
                    return;
                }
            }
        });
        started
    }

    /// Types `keys` as a terminal sends them.
    pub fn press(&self, keys: &str) {
        locked(&self.keyboard)
            .write_all(keys.as_bytes())
            .expect("the terminal takes keys");
    }

    /// All that the program wrote.
    pub fn written(&self) -> Vec<u8> {
        locked(&self.written).clone()
    }
}

/// Asks until there is an answer; fails with what `else_tell` says.
#[track_caller]
pub fn wait<T>(mut ask: impl FnMut() -> Option<T>, else_tell: impl Fn() -> String) -> T {
    let begin = Instant::now();
    while begin.elapsed() < PATIENCE {
        if let Some(answer) = ask() {
            return answer;
        }
        thread::sleep(Duration::from_millis(5));
    }
    panic!("{}", else_tell());
}

/// Sends the signal of that name to a process.
pub fn signal(name: &str, process: impl std::fmt::Display) {
    let script = format!("kill -{name} {process}");
    let sent = Command::new("sh").args(["-c", &script]).status();
    assert!(sent.expect("a shell").success(), "{script}");
}

/// Hides from a command which terminal the test itself runs in.
pub fn hide_terminal(command: &mut CommandBuilder) {
    const TELLING: [&str; 12] = [
        "ALACRITTY",
        "COLOR",
        "KITTY",
        "KONSOLE",
        "MLTERM",
        "NO_COLOR",
        "STY",
        "TERM",
        "TMUX",
        "VTE",
        "WT_",
        "XTERM",
    ];
    for (name, _) in env::vars_os() {
        let shown = name.to_string_lossy();
        if TELLING.iter().any(|telling| shown.starts_with(telling)) {
            command.env_remove(name);
        }
    }
}

/// What a mutex holds, whoever panicked with it.
pub fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
