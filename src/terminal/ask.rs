//! Asking the terminal what it is, before anything is drawn.
//!
//! The last question is one that every terminal answers, so its answer says that
//! no other comes. Inside tmux or screen the terminal behind it is asked too,
//! through it; tmux also tells what it knows itself.

use super::environment::Environment;
use super::input::{Input, Reader, Reply, Token};
use super::tmux::{self, Told};
use std::io::{self, Write};
use std::time::{Duration, Instant};

/// All questions together wait no longer.
pub(super) const PATIENCE: Duration = Duration::from_millis(300);

/// Who orders characters, name and version, secondary and primary attributes.
const QUESTIONS: &str = "\x1b[8$p\x1b[>q\x1b[>c\x1b[c";

/// What a terminal answered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Answers {
    /// 1 if the terminal orders characters, 2 if the program does.
    pub order: Option<u8>,
    /// Name and version.
    pub version: Option<String>,
    /// Secondary attributes.
    pub secondary: Option<String>,
    /// Primary attributes, which come last.
    pub primary: Option<String>,
}

impl Answers {
    /// Takes note of an answer.
    pub(super) fn note(&mut self, reply: Reply) {
        match reply {
            Reply::Order(state) => self.order = Some(state),
            Reply::Version(name) => self.version = Some(name).filter(|n| !n.is_empty()),
            Reply::Secondary(numbers) => self.secondary = Some(numbers),
            Reply::Primary(numbers) => self.primary = Some(numbers),
        }
    }

    /// Whether all answers are in.
    pub(super) fn are_in(&self) -> bool {
        self.primary.is_some()
    }
}

/// A program between us and the terminal that shows what we draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Multiplexer {
    /// tmux.
    Tmux,
    /// GNU screen.
    Screen,
}

impl Multiplexer {
    /// The words, such that they reach the terminal behind.
    pub(super) fn through(self, words: &str) -> String {
        match self {
            Self::Tmux => format!("\x1bPtmux;{}\x1b\\", words.replace('\x1b', "\x1b\x1b")),
            Self::Screen => format!("\x1bP{words}\x1b\\"),
        }
    }
}

/// What was found out about the terminal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Findings {
    /// What answered us.
    pub near: Answers,
    /// The terminal behind a multiplexer, where that let us ask.
    pub far: Answers,
    /// What tmux knows of it.
    pub told: Option<Told>,
}

impl Findings {
    /// The multiplexer we run in. Its variables alone do not say so: they are
    /// inherited by a terminal that was started in it.
    pub(super) fn multiplexer(&self, environment: &Environment) -> Option<Multiplexer> {
        let version = self.near.version.as_deref().unwrap_or_default();
        match self.near.secondary.as_deref() {
            Some(numbers) if numbers.starts_with("84;") => Some(Multiplexer::Tmux),
            Some(numbers) if numbers.starts_with("83;") => Some(Multiplexer::Screen),
            _ if version.starts_with("tmux") => Some(Multiplexer::Tmux),
            _ if self.near != Answers::default() => None,
            _ if environment.has("TMUX") => Some(Multiplexer::Tmux),
            _ => environment.has("STY").then_some(Multiplexer::Screen),
        }
    }

    /// An answer that came late, from whoever is still to answer. Gives whether
    /// it was the last.
    pub(super) fn note_late(&mut self, reply: Reply) -> bool {
        let from = if self.near.are_in() {
            &mut self.far
        } else {
            &mut self.near
        };
        from.note(reply);
        from.are_in()
    }

    /// Whether someone was asked and did not answer all.
    pub(super) fn are_awaited(&self, environment: &Environment) -> bool {
        let behind = self.multiplexer(environment).is_some() && self.lets_through();
        !self.near.are_in() || behind && !self.far.are_in()
    }

    /// Whether what we write may reach the terminal behind: always, unless tmux
    /// says no.
    pub(super) fn lets_through(&self) -> bool {
        self.told.as_ref().is_none_or(|told| told.lets_through)
    }
}

/// Asks; gives what was found out and what was typed meanwhile.
pub(super) fn ask(
    reader: &mut Reader,
    environment: &Environment,
) -> io::Result<(Findings, Vec<Token>)> {
    let end = Instant::now() + PATIENCE;
    let telling = environment.has("TMUX").then(tmux::start).flatten();
    let mut typed = Vec::new();
    let mut findings = Findings {
        near: answers(QUESTIONS, reader, end, &mut typed)?,
        ..Findings::default()
    };
    let multiplexer = findings.multiplexer(environment);
    if multiplexer == Some(Multiplexer::Tmux) {
        findings.told = telling.and_then(|telling| telling.told(end));
    }
    if let Some(multiplexer) = multiplexer.filter(|_| findings.lets_through()) {
        let questions = multiplexer.through(QUESTIONS);
        findings.far = answers(&questions, reader, end, &mut typed)?;
    }
    Ok((findings, typed))
}

fn answers(
    questions: &str,
    reader: &mut Reader,
    end: Instant,
    typed: &mut Vec<Token>,
) -> io::Result<Answers> {
    let mut answers = Answers::default();
    let mut out = io::stdout();
    out.write_all(questions.as_bytes())?;
    out.flush()?;
    while !answers.are_in() {
        let left = end.saturating_duration_since(Instant::now());
        match reader.next(Some(left))? {
            Input::Token(Token::Reply(reply)) => answers.note(reply),
            Input::Token(token) => typed.push(token),
            Input::Lost => return Err(io::ErrorKind::UnexpectedEof.into()),
            Input::Nothing => break,
            // The signal is kept and heeded later.
            Input::Woken => {}
        }
    }
    Ok(answers)
}
