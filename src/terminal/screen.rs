//! Taking the screen and giving it back. What was taken is kept in one place for
//! the whole process, so that a panic anywhere can give it back.

use super::switch::Switch;
use crate::visible;
use crossterm::terminal::{
    Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use crossterm::{QueueableCommand, cursor};
use std::io::{self, Write};
use std::sync::{Mutex, MutexGuard, Once, PoisonError};
use std::thread::{self, ThreadId};

struct State {
    /// By which thread, while it is.
    taken: Option<ThreadId>,
    /// Kept across a suspension, as is what follows.
    mouse: bool,
    /// What makes the terminal leave the order of characters to us.
    switches: Vec<Switch>,
    /// What panics in other threads had to say, told when the screen is free.
    complaints: Vec<String>,
}

static STATE: Mutex<State> = Mutex::new(State {
    taken: None,
    mouse: false,
    switches: Vec::new(),
    complaints: Vec::new(),
});

fn state() -> MutexGuard<'static, State> {
    STATE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The mouse's buttons, wheel and drags, at any distance from the edge.
const MOUSE: Switch = Switch::new(
    "\x1b[?1000l\x1b[?1002l\x1b[?1006l",
    "\x1b[?1000h\x1b[?1002h\x1b[?1006h",
);

/// Takes the screen.
pub(super) fn take() -> io::Result<()> {
    enable_raw_mode()?;
    let mut state = state();
    state.taken = Some(thread::current().id());
    let written = write_taking(&state);
    drop(state);
    if written.is_err() {
        give_back();
    }
    written
}

fn write_taking(state: &State) -> io::Result<()> {
    let mut out = io::stdout();
    out.queue(EnterAlternateScreen)?;
    write_off(&state.switches)?;
    out.queue(cursor::Hide)?;
    if state.mouse {
        out.write_all(MOUSE.on.as_bytes())?;
    }
    out.flush()
}

/// VTE keeps the mode for each line, so the switches come before the clear.
fn write_off(switches: &[Switch]) -> io::Result<()> {
    let mut out = io::stdout();
    for switch in switches {
        out.write_all(switch.off.as_bytes())?;
    }
    out.queue(Clear(ClearType::All))?;
    Ok(())
}

fn write_on(switches: &[Switch]) -> io::Result<()> {
    let mut out = io::stdout();
    for switch in switches {
        out.write_all(switch.on.as_bytes())?;
    }
    Ok(())
}

/// Makes the terminal leave the order of characters to us by these, instead of
/// what was done before. The screen is blank afterwards.
pub(super) fn switch(switches: Vec<Switch>) -> io::Result<()> {
    let mut state = state();
    write_on(&state.switches)?;
    state.switches = switches;
    write_off(&state.switches)?;
    io::stdout().flush()
}

/// Gives the screen back, if it is taken. Errors cannot be helped here: the
/// terminal may be gone.
pub(super) fn give_back() {
    let mut state = state();
    if state.taken.take().is_none() {
        return;
    }
    let _ = write_giving_back(&state);
    let _ = disable_raw_mode();
    for complaint in state.complaints.drain(..) {
        let _ = writeln!(io::stderr(), "{complaint}");
    }
}

fn write_giving_back(state: &State) -> io::Result<()> {
    let mut out = io::stdout();
    if state.mouse {
        out.write_all(MOUSE.off.as_bytes())?;
    }
    write_on(&state.switches)?;
    out.queue(LeaveAlternateScreen)?.queue(cursor::Show)?;
    out.flush()
}

/// Standard output while the screen is taken; nothing before and after, so that
/// neither a late frame nor a lost terminal can do harm.
pub(super) struct Output;

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if state().taken.is_none() {
            return Ok(bytes.len());
        }
        io::stdout().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        if state().taken.is_none() {
            return Ok(());
        }
        io::stdout().flush()
    }
}

/// Turns the mouse on or off.
pub(super) fn set_mouse(on: bool) -> io::Result<()> {
    state().mouse = on;
    let mut out = io::stdout();
    let words = if on { &MOUSE.on } else { &MOUSE.off };
    out.write_all(words.as_bytes())?;
    out.flush()
}

/// From now on a panic gives the screen back before it is told. One in another
/// thread than the screen's leaves the screen alone and is told afterwards.
pub(super) fn give_back_on_panic() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let tell = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            let mut now = state();
            let elsewhere = now.taken.is_some_and(|by| by != thread::current().id());
            if elsewhere {
                now.complaints.push(visible::lines(&panic.to_string()));
                return;
            }
            drop(now);
            give_back();
            tell(panic);
        }));
    });
}
