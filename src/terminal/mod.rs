//! The terminal: the only place that names crossterm. It takes the screen and
//! gives it back, whatever happens, and turns what it reads into [`Event`]s.
//!
//! The terminal must keep its hands off the order of Arabic text, which is ours
//! (`switch`); that is undone on every way out: the end, a panic, a suspension,
//! a signal.

mod clipboard;
mod events;
mod screen;
mod signals;
mod switch;

pub use events::Event;

use ratatui::Frame;
use ratatui::backend::CrosstermBackend;
use signals::{Pending, Signals};
use std::io::{self, BufWriter, IsTerminal, Write};
use std::time::{Duration, Instant};

/// A frame goes out in one write; this holds a full one of a large screen.
const FRAME_BYTES: usize = 1 << 18;

/// How long a signal may wait for its answer while no key comes.
const SLICE: Duration = Duration::from_millis(100);

/// The screen, as long as the program has it.
pub struct Terminal {
    screen: ratatui::Terminal<CrosstermBackend<BufWriter<screen::Output>>>,
    signals: Signals,
}

impl Terminal {
    /// Takes the screen: raw keys, the alternate screen, no cursor, no
    /// reordering by the terminal.
    ///
    /// # Errors
    /// If standard output is no terminal, or the terminal cannot be set up; it
    /// is then as it was.
    pub fn enter() -> io::Result<Self> {
        if !io::stdout().is_terminal() {
            return Err(io::Error::other("standard output is not a terminal"));
        }
        let signals = Signals::register()?;
        screen::give_back_on_panic();
        let out = BufWriter::with_capacity(FRAME_BYTES, screen::Output);
        screen::take()?;
        match ratatui::Terminal::new(CrosstermBackend::new(out)) {
            Ok(screen) => Ok(Self { screen, signals }),
            Err(error) => {
                screen::give_back();
                Err(error)
            }
        }
    }

    /// Draws a frame: what `paint` leaves in the frame's buffer.
    ///
    /// # Errors
    /// If the terminal cannot be written to.
    pub fn draw(&mut self, paint: impl FnOnce(&mut Frame)) -> io::Result<()> {
        self.screen.draw(paint)?;
        Ok(())
    }

    /// The next event; [`Event::Nothing`] when none came within `timeout`
    /// (without one it waits).
    ///
    /// # Errors
    /// If the terminal cannot be read, or cannot be taken again after a
    /// suspension.
    pub fn next_event(&mut self, timeout: Option<Duration>) -> io::Result<Event> {
        let end = timeout.and_then(|timeout| Instant::now().checked_add(timeout));
        loop {
            match self.signals.pending() {
                Some(Pending::Terminate(signal)) => return Ok(Event::Terminate(signal)),
                Some(Pending::Stop) => return self.suspend().map(|()| Event::Resume),
                Some(Pending::Continued) => return self.retake().map(|()| Event::Resume),
                None => {}
            }
            let left = end.map(|end| end.saturating_duration_since(Instant::now()));
            if let Some(event) = events::read(left.map_or(SLICE, |left| left.min(SLICE)))? {
                return Ok(event);
            }
            if !io::stdout().is_terminal() {
                return Ok(Event::Terminate(signals::HANGUP));
            }
            if left.is_some_and(|left| left.is_zero()) {
                return Ok(Event::Nothing);
            }
        }
    }

    /// Gives the screen back, stops the process as Ctrl-Z does, and takes the
    /// screen again when it goes on; the next frame is drawn whole.
    ///
    /// # Errors
    /// If the terminal cannot be taken again.
    pub fn suspend(&mut self) -> io::Result<()> {
        screen::give_back();
        signals::stop()?;
        self.retake()
    }

    /// Gives the screen back while `other`, a program such as an editor, has it.
    ///
    /// # Errors
    /// If the terminal cannot be taken again.
    pub fn lend<T>(&mut self, other: impl FnOnce() -> T) -> io::Result<T> {
        screen::give_back();
        let answer = other();
        self.retake()?;
        Ok(answer)
    }

    /// Puts `text` into the clipboard, by the terminal (OSC 52), so that it works
    /// over a remote connection too.
    ///
    /// # Errors
    /// If the terminal cannot be written to.
    pub fn copy(&mut self, text: &str) -> io::Result<()> {
        let out = self.screen.backend_mut();
        out.write_all(clipboard::sequence(text).as_bytes())?;
        Write::flush(out)
    }

    /// Whether clicks and the wheel come as events. While they do, the
    /// terminal's own selection needs Shift.
    ///
    /// # Errors
    /// If the terminal cannot be written to.
    pub fn set_mouse(&mut self, on: bool) -> io::Result<()> {
        screen::set_mouse(on)
    }

    /// Gives the screen back and ends the process by `signal`, as it would have
    /// ended without us.
    pub fn end_by(self, signal: i32) {
        drop(self);
        signals::end_by(signal);
    }

    fn retake(&mut self) -> io::Result<()> {
        screen::give_back();
        screen::take()?;
        self.signals.forget_continued();
        // Not `clear`, which would ask where the cursor is.
        let size = self.screen.size()?;
        self.screen.resize(size.into())
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        screen::give_back();
    }
}
