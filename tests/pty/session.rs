//! The program in a terminal of its own: what it draws, what it leaves behind.

use std::{
    num::NonZeroU16,
    path::Path,
    sync::{Arc, Mutex},
    thread,
    time::Duration,
};

use portable_pty::{CommandBuilder, PtySize};

use super::pseudo_terminal::{self, PseudoTerminal, hide_terminal, locked};

/// A running program and the terminal it runs in.
pub struct Session {
    running: PseudoTerminal,
    terminal: Arc<Mutex<vt100::Parser>>,
    _home: tempfile::TempDir,
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
        let parser = vt100::Parser::new(non_zero(rows), non_zero(columns), 0);
        let terminal = Arc::new(Mutex::new(parser));
        let shown = Arc::clone(&terminal);
        let running = PseudoTerminal::start(command, size(columns, rows), move |new, _, keys| {
            locked(&shown).process(new);
            // The one question that every terminal answers: what it is.
            if new.windows(3).any(|window| window == b"\x1b[c") {
                let _ = locked(keys).write_all(b"\x1b[?62;22c");
            }
            true
        });
        Self {
            running,
            terminal,
            _home: home,
        }
    }

    /// Types `keys` as a terminal sends them.
    pub fn press(&self, keys: &str) {
        self.running.press(keys);
    }

    /// What another program writes to the same terminal.
    pub fn scrawl(&self, bytes: &[u8]) {
        locked(&self.terminal).process(bytes);
    }

    /// Gives the terminal another size.
    pub fn resize(&self, columns: u16, rows: u16) {
        locked(&self.terminal).set_size(non_zero(rows), non_zero(columns));
        let master = &self.running.master;
        master
            .resize(size(columns, rows))
            .expect("the terminal takes its size");
    }

    /// Sends the signal of that name to the program.
    pub fn signal(&self, name: &str) {
        let process = self.running.child.process_id().expect("it runs");
        pseudo_terminal::signal(name, process);
    }

    /// Waits until the screen fulfils `condition`; fails with the screen.
    #[track_caller]
    pub fn wait(&self, what: &str, condition: impl Fn(&vt100::Screen) -> bool) {
        pseudo_terminal::wait(
            || condition(locked(&self.terminal).screen()).then_some(()),
            || format!("{what} did not come:\n{}", self.contents()),
        );
    }

    /// Lets `see` look at the screen as it is.
    pub fn look(&self, mut see: impl FnMut(&vt100::Screen)) {
        see(locked(&self.terminal).screen());
    }

    /// Waits until `text` is on the screen.
    #[track_caller]
    pub fn wait_for(&self, text: &str) {
        self.wait(text, |screen| screen.contents().contains(text));
    }

    /// Waits for the end of the program; gives its exit status.
    #[track_caller]
    pub fn end(&mut self) -> u32 {
        let (child, terminal) = (&mut self.running.child, &self.terminal);
        let status = pseudo_terminal::wait(
            || child.try_wait().expect("its status"),
            || format!("it did not end:\n{}", contents(terminal)),
        );
        // What it wrote last is still on its way through the terminal.
        thread::sleep(Duration::from_millis(50));
        status.exit_code()
    }

    /// The text on the screen.
    pub fn contents(&self) -> String {
        contents(&self.terminal)
    }

    /// All that the program wrote.
    pub fn bytes(&self) -> Vec<u8> {
        self.running.written()
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
        let terminal = locked(&self.terminal);
        let screen = terminal.screen();
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
        let _ = self.running.child.kill();
        let _ = self.running.child.wait();
    }
}

/// The same surroundings wherever the test runs.
fn prepare(command: &mut CommandBuilder, home: &Path) {
    hide_terminal(command);
    command.env("QAWL", env!("CARGO_BIN_EXE_qawl"));
    command.env("TERM", "xterm-256color");
    command.env("LC_ALL", "en_US.UTF-8");
    command.env("HOME", home);
    for name in [
        "XDG_CONFIG_HOME",
        "XDG_STATE_HOME",
        "QAWL_TEST_PANIC",
        "RUST_BACKTRACE",
    ] {
        command.env_remove(name);
    }
}

fn contents(terminal: &Mutex<vt100::Parser>) -> String {
    locked(terminal).screen().contents()
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
