//! What tmux knows of the terminal that shows it.

use filedescriptor::{POLLIN, poll, pollfd};
use std::io::Read;
use std::os::fd::AsRawFd;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::Instant;

/// What tmux told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Told {
    /// Whether it hands on what is meant for the terminal.
    pub lets_through: bool,
    /// The terminal's name and version.
    pub version: Option<String>,
    /// The terminal's `TERM`.
    pub term: Option<String>,
}

impl Told {
    /// Reads the three fields.
    pub(super) fn parse(line: &str) -> Self {
        let mut fields = line.trim_end_matches('\n').split('|');
        let mut next = || fields.next().unwrap_or_default().trim().to_owned();
        // Before 3.3 there was no such option, and all was handed on.
        let lets_through = !matches!(next().as_str(), "0" | "off");
        let some = |text: String| Some(text).filter(|t| !t.is_empty());
        Self {
            lets_through,
            version: some(next()),
            term: some(next()),
        }
    }
}

/// tmux, asked and not yet heard.
pub(super) struct Telling {
    child: Child,
    out: ChildStdout,
}

/// Asks; it tells while the terminal is asked.
pub(super) fn start() -> Option<Telling> {
    let mut child = Command::new("tmux")
        .args(["display-message", "-p"])
        .arg("#{allow-passthrough}|#{client_termtype}|#{client_termname}")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    let out = child.stdout.take()?;
    Some(Telling { child, out })
}

impl Telling {
    /// What it tells before `end`.
    pub(super) fn told(mut self, end: Instant) -> Option<Told> {
        let mut line = Vec::new();
        while !line.ends_with(b"\n") && self.is_ready(end) {
            let mut bytes = [0; 512];
            match self.out.read(&mut bytes) {
                Ok(count @ 1..) => line.extend_from_slice(bytes.get(..count)?),
                _ => break,
            }
        }
        let line = String::from_utf8(line).ok()?;
        line.contains('|').then(|| Told::parse(&line))
    }

    fn is_ready(&self, end: Instant) -> bool {
        let mut watched = [pollfd {
            fd: self.out.as_raw_fd(),
            events: POLLIN,
            revents: 0,
        }];
        let left = end.saturating_duration_since(Instant::now());
        poll(&mut watched, Some(left)).is_ok_and(|count| count > 0)
    }
}

impl Drop for Telling {
    fn drop(&mut self) {
        // It has told, or is too late.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
