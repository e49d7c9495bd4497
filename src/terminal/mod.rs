//! The terminal: the only place that names crossterm. It takes the screen and
//! gives it back, whatever happens, and turns what it reads into [`Event`]s.
//!
//! Arabic must show in the order that was drawn, whatever the terminal does to
//! it. So the terminal is asked what it is (`ask`), that is looked up in a table
//! (`known`), and a way to write to it follows (`plan`): an output [`Mode`] over
//! the finished frame (`output`) and words that switch its own reordering off
//! (`switch`), undone on every way out. Where that is not right the reader says
//! what is (`calibration`), and the answer is kept (`choice`).

mod ask;
pub mod calibration;
mod choice;
mod clipboard;
mod environment;
mod event;
mod input;
mod known;
mod output;
mod plan;
mod screen;
mod signals;
mod switch;
mod tmux;

pub use choice::{Choice, Marks, UnknownMarks};
pub use event::Event;
pub use output::{Mode, UnknownMode, write};

use ask::Findings;
use environment::Environment;
use input::{Input, Reader, Token};
use output::overhang::{self, Shown};
use plan::Plan;
use ratatui::Frame;
use ratatui::backend::CrosstermBackend;
use signals::{Pending, Signals};
use std::collections::VecDeque;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::time::{Duration, Instant};

/// A frame goes out in one write; this holds a full one of a large screen.
const FRAME_BYTES: usize = 1 << 18;

/// The screen, as long as the program has it.
pub struct Terminal {
    screen: ratatui::Terminal<CrosstermBackend<BufWriter<screen::Output>>>,
    shown: Shown,
    signals: Signals,
    reader: Reader,
    /// What was typed while the terminal was asked.
    typed: VecDeque<Token>,
    environment: Environment,
    findings: Findings,
    plan: Plan,
    /// What the reader said, when starting or since.
    choice: Choice,
}

impl Terminal {
    /// Takes the screen: raw keys, the alternate screen, no cursor, and a way of
    /// drawing Arabic: that of `choice`, else the one kept for this terminal,
    /// else the one that it needs as far as it tells.
    ///
    /// # Errors
    /// If standard output is no terminal, or the terminal cannot be set up; it
    /// is then as it was.
    pub fn enter(choice: Choice) -> io::Result<Self> {
        if !io::stdout().is_terminal() {
            return Err(io::Error::other("standard output is not a terminal"));
        }
        let (mut reader, wake) = Reader::open()?;
        let signals = Signals::register(&wake)?;
        screen::give_back_on_panic();
        screen::take()?;
        let environment = Environment::of_process();
        let entered = ask::ask(&mut reader, &environment).and_then(|(findings, typed)| {
            let out = BufWriter::with_capacity(FRAME_BYTES, screen::Output);
            let mut terminal = Self {
                screen: ratatui::Terminal::new(CrosstermBackend::new(out))?,
                shown: Shown::default(),
                signals,
                reader,
                typed: typed.into(),
                plan: Plan::new(&findings, &environment),
                environment,
                findings,
                choice: Choice::default(),
            };
            terminal.set(choice.or(choice::kept(&terminal.plan.identity)))?;
            Ok(terminal)
        });
        entered.inspect_err(|_| screen::give_back())
    }

    /// Draws a frame: what `paint` leaves in the frame's buffer, which is to read
    /// right as it stands there, from left to right.
    ///
    /// # Errors
    /// If the terminal cannot be written to.
    pub fn draw(&mut self, paint: impl FnOnce(&mut Frame)) -> io::Result<()> {
        let (mode, marks) = (self.mode(), self.marks());
        self.screen.autoresize()?;
        let mut frame = self.screen.get_frame();
        paint(&mut frame);
        let area = frame.area();
        let buffer = frame.buffer_mut();
        let mut beside = self.shown.beside(buffer);
        write(buffer, area, mode, marks);
        // Where the terminal reorders, other cells stand beside these.
        if !mode.is_ours() {
            beside.clear();
        }
        overhang::draw(buffer, &beside);
        self.screen.flush()?;
        overhang::drawn(self.screen.current_buffer_mut(), &beside);
        self.screen.hide_cursor()?;
        self.screen.swap_buffers();
        Write::flush(self.screen.backend_mut())?;
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
            if let Some(event) = self.signalled()? {
                return Ok(event);
            }
            let left = end.map(|end| end.saturating_duration_since(Instant::now()));
            let input = match self.typed.pop_front() {
                Some(token) => Input::Token(token),
                None => self.reader.next(left)?,
            };
            match input {
                Input::Token(Token::Key(key)) => return Ok(Event::Key(key)),
                Input::Token(Token::Mouse(mouse)) => return Ok(Event::Mouse(mouse)),
                Input::Token(Token::Reply(reply)) => {
                    if self.note_late(reply)? {
                        return Ok(Event::Resume);
                    }
                }
                Input::Woken => {}
                Input::Nothing => return Ok(Event::Nothing),
                Input::Lost => return Ok(Event::Terminate(signals::HANGUP)),
            }
        }
    }

    fn signalled(&mut self) -> io::Result<Option<Event>> {
        Ok(match self.signals.pending() {
            None => None,
            Some(Pending::Terminate(signal)) => Some(Event::Terminate(signal)),
            Some(Pending::Stop) => {
                self.suspend()?;
                Some(Event::Resume)
            }
            Some(Pending::Continued) => {
                self.retake()?;
                Some(Event::Resume)
            }
            Some(Pending::Resized) => {
                let size = self.screen.size()?;
                Some(Event::Resize(size.width, size.height))
            }
        })
    }

    /// An answer that comes after we stopped waiting, over a slow line: it is no
    /// key, but it still counts. Gives whether all is to be drawn anew.
    fn note_late(&mut self, reply: input::Reply) -> io::Result<bool> {
        let awaited = self.findings.are_awaited(&self.environment);
        if !awaited || !self.findings.note_late(reply) {
            return Ok(false);
        }
        self.plan = Plan::new(&self.findings, &self.environment);
        self.set(self.choice.or(choice::kept(&self.plan.identity)))?;
        Ok(true)
    }

    /// How many columns and rows the screen has.
    ///
    /// # Errors
    /// If the terminal does not say.
    pub fn size(&self) -> io::Result<(u16, u16)> {
        let size = self.screen.size()?;
        Ok((size.width, size.height))
    }

    /// How Arabic is written to this terminal.
    pub fn mode(&self) -> Mode {
        self.choice.mode.unwrap_or(self.plan.mode)
    }

    /// Whether marks are drawn.
    pub fn marks(&self) -> bool {
        let safe = self.plan.marks && self.mode() != Mode::KittyToken;
        self.choice.marks.unwrap_or_default().are_drawn(safe)
    }

    /// Whether the way of drawing is a guess that the reader had better look at:
    /// inside tmux or screen, where the terminal behind could not be asked, or is
    /// known for not reading right there, and the reader has chosen none.
    pub fn is_guess(&self) -> bool {
        self.choice.mode.is_none() && self.plan.is_guess
    }

    /// What the terminal calls itself; the reader's answer is kept under it.
    pub fn name(&self) -> &str {
        &self.plan.identity
    }

    /// Draws Arabic so from now on; the next frame is drawn whole.
    ///
    /// # Errors
    /// If the terminal cannot be written to.
    pub fn set(&mut self, choice: Choice) -> io::Result<()> {
        self.choice = choice;
        let ours = self.mode().is_ours();
        let switches = if ours {
            self.plan.switches.clone()
        } else {
            Vec::new()
        };
        screen::switch(switches)?;
        self.redraw()
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
        self.redraw()
    }

    /// Forgets what is shown, so that the next frame is drawn whole. Not `clear`, which would
    /// ask where the cursor is.
    ///
    /// # Errors
    /// If the terminal cannot be written to.
    pub fn redraw(&mut self) -> io::Result<()> {
        let size = self.screen.size()?;
        self.shown.forget();
        self.screen.resize(size.into())
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        screen::give_back();
    }
}
