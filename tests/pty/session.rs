//! The program in a terminal of its own: what it draws, what it leaves behind.

use std::{
    io::{Read, Write},
    num::NonZeroU16,
    path::Path,
    process::Command,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    thread,
    time::{Duration, Instant},
};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// How long anything may take before the test fails; far more than it does.
const PATIENCE: Duration = Duration::from_secs(20);

/// A running program and the terminal it runs in.
pub struct Session {
    master: Box<dyn MasterPty + Send>,
    child: Box<dyn Child + Send + Sync>,
    keyboard: Keyboard,
    seen: Arc<Mutex<Seen>>,
    _home: tempfile::TempDir,
}

type Keyboard = Arc<Mutex<Box<dyn Write + Send>>>;

/// What has come from the program.
struct Seen {
    terminal: vt100::Parser,
    bytes: Vec<u8>,
}

impl Session {
    /// Starts the program with `arguments` in a terminal of that size.
    pub fn start(arguments: &[&str], columns: u16, rows: u16) -> Self {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_qawl"));
        command.args(arguments);
        Self::spawn(command, columns, rows)
    }

    /// Starts a shell with `script`, in which `$QAWL` is the program and `$1`
    /// the `argument`.
    pub fn shell(script: &str, argument: &str, columns: u16, rows: u16) -> Self {
        let mut command = CommandBuilder::new("sh");
        command.args(["-c", script, "sh", argument]);
        Self::spawn(command, columns, rows)
    }

    fn spawn(mut command: CommandBuilder, columns: u16, rows: u16) -> Self {
        let home = tempfile::tempdir().expect("a home");
        prepare(&mut command, home.path());
        let pty = native_pty_system()
            .openpty(size(columns, rows))
            .expect("a terminal");
        let child = pty.slave.spawn_command(command).expect("the program runs");
        let writer = pty.master.take_writer().expect("a keyboard");
        let reader = pty.master.try_clone_reader().expect("a screen");
        let session = Self {
            master: pty.master,
            child,
            keyboard: Arc::new(Mutex::new(writer)),
            seen: Arc::new(Mutex::new(Seen {
                terminal: vt100::Parser::new(non_zero(rows), non_zero(columns), 0),
                bytes: Vec::new(),
            })),
            _home: home,
        };
        let (seen, keyboard) = (Arc::clone(&session.seen), Arc::clone(&session.keyboard));
        thread::spawn(move || watch(reader, &seen, &keyboard));
        session
    }

    /// Types `keys` as a terminal sends them.
    pub fn press(&self, keys: &str) {
        locked(&self.keyboard)
            .write_all(keys.as_bytes())
            .expect("the terminal takes keys");
    }

    /// Gives the terminal another size.
    pub fn resize(&self, columns: u16, rows: u16) {
        let terminal = &mut locked(&self.seen).terminal;
        terminal.set_size(non_zero(rows), non_zero(columns));
        self.master
            .resize(size(columns, rows))
            .expect("the terminal takes its size");
    }

    /// Sends the signal of that name to the program.
    pub fn signal(&self, name: &str) {
        let process = self.child.process_id().expect("it runs").to_string();
        let script = format!("kill -{name} {process}");
        let sent = Command::new("sh")
            .args(["-c", &script])
            .status()
            .expect("a shell");
        assert!(sent.success(), "{script}");
    }

    /// Waits until the screen fulfils `condition`; fails with the screen.
    #[track_caller]
    pub fn wait(&self, what: &str, condition: impl Fn(&vt100::Screen) -> bool) {
        let begin = Instant::now();
        while begin.elapsed() < PATIENCE {
            if condition(locked(&self.seen).terminal.screen()) {
                return;
            }
            thread::sleep(Duration::from_millis(5));
        }
        panic!("{what} did not come:\n{}", self.contents());
    }

    /// Lets `see` look at the screen as it is.
    pub fn look(&self, mut see: impl FnMut(&vt100::Screen)) {
        see(locked(&self.seen).terminal.screen());
    }

    /// Waits until `text` is on the screen.
    #[track_caller]
    pub fn wait_for(&self, text: &str) {
        self.wait(text, |screen| screen.contents().contains(text));
    }

    /// Waits for the end of the program; gives its exit status.
    #[track_caller]
    pub fn end(&mut self) -> u32 {
        let begin = Instant::now();
        while begin.elapsed() < PATIENCE {
            if let Some(status) = self.child.try_wait().expect("its status") {
                // What it wrote last is still on its way through the terminal.
                thread::sleep(Duration::from_millis(50));
                return status.exit_code();
            }
            thread::sleep(Duration::from_millis(5));
        }
        panic!("it did not end:\n{}", self.contents());
    }

    /// The text on the screen.
    pub fn contents(&self) -> String {
        locked(&self.seen).terminal.screen().contents()
    }

    /// All that the program wrote.
    pub fn bytes(&self) -> Vec<u8> {
        locked(&self.seen).bytes.clone()
    }

    /// Whether `bytes` were written.
    pub fn wrote(&self, bytes: &str) -> bool {
        self.bytes()
            .windows(bytes.len())
            .any(|window| window == bytes.as_bytes())
    }

    /// Fails unless the terminal is as a shell expects it.
    #[track_caller]
    pub fn is_restored(&self) {
        let seen = locked(&self.seen);
        let screen = seen.terminal.screen();
        assert!(
            !screen.alternate_screen(),
            "the alternate screen is still there"
        );
        assert!(!screen.hide_cursor(), "the cursor is hidden");
        assert!(!screen.bracketed_paste(), "bracketed paste is on");
        assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None);
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The same surroundings wherever the test runs.
fn prepare(command: &mut CommandBuilder, home: &Path) {
    command.env("QAWL", env!("CARGO_BIN_EXE_qawl"));
    command.env("TERM", "xterm-256color");
    command.env("LC_ALL", "en_US.UTF-8");
    command.env("HOME", home);
    for name in [
        "TMUX",
        "NO_COLOR",
        "COLORTERM",
        "VTE_VERSION",
        "KONSOLE_VERSION",
        "MLTERM",
    ] {
        command.env_remove(name);
    }
    for name in [
        "XDG_CONFIG_HOME",
        "XDG_STATE_HOME",
        "QAWL_TEST_PANIC",
        "RUST_BACKTRACE",
    ] {
        command.env_remove(name);
    }
}

/// Shows the terminal what the program writes, and answers the one question
/// that every terminal answers: what it is.
fn watch(mut program: Box<dyn Read + Send>, seen: &Mutex<Seen>, keyboard: &Keyboard) {
    let mut buffer = [0; 4096];
    while let Ok(count @ 1..) = program.read(&mut buffer) {
        let new = &buffer[..count];
        let mut seen = locked(seen);
        seen.terminal.process(new);
        seen.bytes.extend_from_slice(new);
        if new.windows(3).any(|window| window == b"\x1b[c") {
            let _ = locked(keyboard).write_all(b"\x1b[?62;22c");
        }
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn size(columns: u16, rows: u16) -> PtySize {
    PtySize {
        rows,
        cols: columns,
        pixel_width: 0,
        pixel_height: 0,
    }
}

fn non_zero(n: u16) -> NonZeroU16 {
    NonZeroU16::new(n).expect("a terminal has columns and rows")
}
