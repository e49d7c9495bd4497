//! Taking the screen and giving it back. What was taken is kept in one place for
//! the whole process, so that a panic anywhere can give it back.

use super::switch::{self, Switch};
use crossterm::event::{DisableMouseCapture, EnableMouseCapture};
use crossterm::terminal::{
    Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use crossterm::{QueueableCommand, cursor};
use std::io::{self, Write};
use std::sync::{Mutex, MutexGuard, Once, PoisonError};
use std::thread::{self, ThreadId};

/// What is to be undone.
struct Taken {
    by: ThreadId,
    switches: Vec<Switch>,
}

#[derive(Default)]
struct State {
    taken: Option<Taken>,
    /// Kept across a suspension.
    mouse: bool,
    /// What panics in other threads had to say, told when the screen is free.
    complaints: Vec<String>,
}

static STATE: Mutex<State> = Mutex::new(State {
    taken: None,
    mouse: false,
    complaints: Vec::new(),
});

fn state() -> MutexGuard<'static, State> {
    STATE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Takes the screen.
pub(super) fn take() -> io::Result<()> {
    enable_raw_mode()?;
    let switches = switch::switches(&switch::Environment::of_process());
    let mut state = state();
    let mouse = state.mouse;
    state.taken = Some(Taken {
        by: thread::current().id(),
        switches: switches.clone(),
    });
    drop(state);
    let written = write_taking(&switches, mouse);
    if written.is_err() {
        give_back();
    }
    written
}

/// VTE keeps the mode for each line, so the switches come before the clear.
fn write_taking(switches: &[Switch], mouse: bool) -> io::Result<()> {
    let mut out = io::stdout();
    out.queue(EnterAlternateScreen)?;
    for switch in switches {
        out.write_all(switch.off.as_bytes())?;
    }
    out.queue(Clear(ClearType::All))?.queue(cursor::Hide)?;
    if mouse {
        out.queue(EnableMouseCapture)?;
    }
    out.flush()
}

/// Gives the screen back, if it is taken. Errors cannot be helped here: the
/// terminal may be gone.
pub(super) fn give_back() {
    let mut state = state();
    let Some(taken) = state.taken.take() else {
        return;
    };
    let _ = write_giving_back(&taken.switches, state.mouse);
    let _ = disable_raw_mode();
    for complaint in state.complaints.drain(..) {
        let _ = writeln!(io::stderr(), "{complaint}");
    }
}

fn write_giving_back(switches: &[Switch], mouse: bool) -> io::Result<()> {
    let mut out = io::stdout();
    if mouse {
        out.queue(DisableMouseCapture)?;
    }
    for switch in switches {
        out.write_all(switch.on.as_bytes())?;
    }
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
    if on {
        out.queue(EnableMouseCapture)?;
    } else {
        out.queue(DisableMouseCapture)?;
    }
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
            let elsewhere = now
                .taken
                .as_ref()
                .is_some_and(|t| t.by != thread::current().id());
            if elsewhere {
                now.complaints.push(panic.to_string());
                return;
            }
            drop(now);
            give_back();
            tell(panic);
        }));
    });
}
