//! What the terminal sends: keys, the mouse, answers to our questions.
//!
//! We read it ourselves, because an answer may come late, over a slow line, and
//! must not turn into keys then. A signal wakes the one who waits.

mod decode;
mod keys;

pub(super) use decode::{Reply, Token};

use decode::Decoder;
use filedescriptor::{POLLIN, poll, pollfd};
use std::fs::File;
use std::io::{self, IsTerminal, Read};
use std::os::fd::{AsFd, AsRawFd};
use std::os::unix::net::UnixStream;
use std::time::{Duration, Instant};

/// What came.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Input {
    /// Something was typed, or the terminal answered.
    Token(Token),
    /// A signal came.
    Woken,
    /// Nothing in the time given.
    Nothing,
    /// The terminal is gone.
    Lost,
}

/// The reading end of the terminal.
pub(super) struct Reader {
    terminal: File,
    alarm: UnixStream,
    decoder: Decoder,
    /// When the last byte came.
    heard: Instant,
}

impl Reader {
    /// The terminal that keys come from, which need not be standard input, and
    /// a place to write a byte to wake the one who waits for them.
    pub(super) fn open() -> io::Result<(Self, UnixStream)> {
        let stdin = io::stdin();
        let terminal = if stdin.is_terminal() {
            File::from(stdin.as_fd().try_clone_to_owned()?)
        } else {
            File::open("/dev/tty")?
        };
        let (alarm, wake) = UnixStream::pair()?;
        alarm.set_nonblocking(true)?;
        wake.set_nonblocking(true)?;
        let reader = Self {
            terminal,
            alarm,
            decoder: Decoder::default(),
            heard: Instant::now(),
        };
        Ok((reader, wake))
    }

    /// What comes next, within `timeout`; without one it waits.
    pub(super) fn next(&mut self, timeout: Option<Duration>) -> io::Result<Input> {
        let end = timeout.and_then(|timeout| Instant::now().checked_add(timeout));
        loop {
            if let Some(token) = self.decoder.next() {
                return Ok(Input::Token(token));
            }
            let now = Instant::now();
            let left = end.map(|end| end.saturating_duration_since(now));
            let patience = self.decoder.patience();
            let patience = patience.map(|p| (self.heard + p).saturating_duration_since(now));
            let (typed, woken) = self.wait(shorter(left, patience))?;
            if woken {
                while matches!(self.alarm.read(&mut [0; 64]), Ok(1..)) {}
                return Ok(Input::Woken);
            }
            if typed {
                if self.read()? == 0 {
                    return Ok(Input::Lost);
                }
            } else if patience.is_some_and(|patience| left.is_none_or(|left| patience <= left)) {
                self.decoder.give_up();
            } else if left.is_some() {
                return Ok(Input::Nothing);
            }
        }
    }

    /// Whether there is something to read, and whether a signal came.
    fn wait(&self, timeout: Option<Duration>) -> io::Result<(bool, bool)> {
        let watched = |fd| pollfd {
            fd,
            events: POLLIN,
            revents: 0,
        };
        let mut both = [
            watched(self.terminal.as_raw_fd()),
            watched(self.alarm.as_raw_fd()),
        ];
        match poll(&mut both, timeout) {
            Ok(_) => Ok((both[0].revents != 0, both[1].revents != 0)),
            Err(filedescriptor::Error::Poll(error) | filedescriptor::Error::Io(error))
                if error.kind() == io::ErrorKind::Interrupted =>
            {
                Ok((false, true))
            }
            Err(error) => Err(io::Error::other(error)),
        }
    }

    fn read(&mut self) -> io::Result<usize> {
        let mut bytes = [0; 1024];
        let count = match self.terminal.read(&mut bytes) {
            Ok(count) => count,
            // A terminal that hung up says so in one of these two ways.
            Err(error) if error.raw_os_error() == Some(EIO) => 0,
            Err(error) => return Err(error),
        };
        self.decoder.feed(bytes.get(..count).unwrap_or_default());
        self.heard = Instant::now();
        Ok(count)
    }
}

/// "Input/output error": the same number on every Unix.
const EIO: i32 = 5;

fn shorter(a: Option<Duration>, b: Option<Duration>) -> Option<Duration> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (one, other) => one.or(other),
    }
}
