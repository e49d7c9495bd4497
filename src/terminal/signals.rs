//! Signals as flags that the event loop looks at, and a byte that wakes it.

use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGSTOP, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::{flag, low_level};
use std::io;
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// The signal of a lost terminal.
pub(super) const HANGUP: i32 = SIGHUP;

/// What a signal asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pending {
    /// To end.
    Terminate(i32),
    /// To stop, as Ctrl-Z does in a program that does not read it as a key.
    Stop,
    /// The process was stopped by another and goes on.
    Continued,
    /// The screen has another size.
    Resized,
}

/// The signals that came.
#[derive(Default)]
pub(super) struct Signals {
    end: Arc<AtomicUsize>,
    stop: Arc<AtomicBool>,
    continued: Arc<AtomicBool>,
    resized: Arc<AtomicBool>,
}

impl Signals {
    /// Takes the signals over; each writes a byte to `wake`. A second request to
    /// end, while the first was not heeded, ends the process at once.
    pub(super) fn register(wake: &UnixStream) -> io::Result<Self> {
        let signals = Self::default();
        for signal in [SIGTERM, SIGHUP, SIGINT] {
            let asked = Arc::new(AtomicBool::new(false));
            flag::register_conditional_default(signal, Arc::clone(&asked))?;
            flag::register(signal, asked)?;
            let number = signal.unsigned_abs() as usize;
            flag::register_usize(signal, Arc::clone(&signals.end), number)?;
        }
        flag::register(SIGTSTP, Arc::clone(&signals.stop))?;
        flag::register(SIGCONT, Arc::clone(&signals.continued))?;
        flag::register(SIGWINCH, Arc::clone(&signals.resized))?;
        // After the flags, so that whoever wakes finds them.
        for signal in [SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT, SIGWINCH] {
            low_level::pipe::register(signal, wake.try_clone()?)?;
        }
        Ok(signals)
    }

    /// What came since the last look, the gravest first.
    pub(super) fn pending(&self) -> Option<Pending> {
        match self.end.load(Ordering::Relaxed) {
            0 => {}
            signal => return Some(Pending::Terminate(i32::try_from(signal).unwrap_or(SIGTERM))),
        }
        let came = |flag: &AtomicBool| flag.swap(false, Ordering::Relaxed);
        if came(&self.stop) {
            return Some(Pending::Stop);
        }
        if came(&self.continued) {
            return Some(Pending::Continued);
        }
        came(&self.resized).then_some(Pending::Resized)
    }

    /// For after a stop of our own.
    pub(super) fn forget_continued(&self) {
        self.continued.store(false, Ordering::Relaxed);
        self.stop.store(false, Ordering::Relaxed);
    }
}

/// Stops the process until it is told to go on.
pub(super) fn stop() -> io::Result<()> {
    low_level::raise(SIGSTOP)
}

/// Ends the process by that signal.
pub(super) fn end_by(signal: i32) {
    // Fails only for signals that do not exist, and those do not come.
    let _ = low_level::emulate_default_handler(signal);
}
