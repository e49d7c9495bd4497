//! The browser in the terminal: events in, effects done, frames out.

mod environment;
mod files;
mod programs;
mod worker;

use std::{io, path::Path, sync::Arc, time::Duration};

use anyhow::Context as _;

use crate::{
    browser::{
        Effect, Event, Model, Report, Settings, handle,
        key::KeyPress,
        keys::{Context, keyboard},
        theme::Theme,
        view,
        words::Language,
    },
    document::Document,
    terminal::{self, Terminal},
};
use worker::Worker;

/// How long the first frame waits for the analysis, so that a usual article
/// shows at once with all that was found in it.
const PATIENCE: Duration = Duration::from_millis(20);

/// How often one looks whether the analysis is done.
const GLANCE: Duration = Duration::from_millis(15);

/// How many events are taken before the next frame, however many come.
const BURST: usize = 64;

/// How articles are to be shown; what is not said is taken from the environment.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The language of the interface.
    pub language: Option<Language>,
    /// The name of a theme.
    pub theme: Option<String>,
    /// No box characters, for screen readers.
    pub plain: bool,
    /// How Arabic is drawn; what is not said is found out.
    pub drawing: terminal::Choice,
}

/// Shows `documents` until the reader has enough of them.
///
/// # Errors
/// If standard output is no terminal, if the terminal fails, or where there is
/// no theme of that name.
pub fn browse(documents: Vec<Document>, options: &Options) -> anyhow::Result<()> {
    let settings = settings(options)?;
    let articles = documents.into_iter().map(Arc::new).collect();
    let model = Model::new(articles, settings, (0, 0));
    let mut worker = Worker::new();
    // While the terminal is asked what it is.
    worker.analyse(&model, 0);
    let mut session = Session {
        model,
        worker,
        terminal: Terminal::enter(options.drawing).context("cannot use the terminal")?,
        kept: None,
    };
    environment::panic_if_asked();
    if let Some((number, findings)) = session.worker.wait(PATIENCE) {
        handle(&mut session.model, Event::Analysed(number, findings));
    }
    let ended = session.run().context("lost the terminal")?;
    if let End::Signal(signal) = ended {
        session.terminal.end_by(signal);
    }
    Ok(())
}

fn settings(options: &Options) -> anyhow::Result<Settings> {
    let language = options.language.unwrap_or_else(environment::language);
    let name = options
        .theme
        .as_deref()
        .unwrap_or_else(|| environment::theme());
    let theme = Theme::named(name).with_context(|| {
        let known: Vec<_> = Theme::BUILT_IN.iter().map(|(name, _)| *name).collect();
        format!("no theme `{name}`; there are: {}", known.join(", "))
    })?;
    let mut settings = Settings::new(language, theme.fitting(environment::depth()));
    settings.plain = options.plain;
    settings.formats = files::formats();
    Ok(settings)
}

/// What went wrong, in the words of the system without its number.
fn why(error: &io::Error) -> String {
    let told = error.to_string();
    told.split(" (os error")
        .next()
        .unwrap_or_default()
        .to_owned()
}

/// Why a session ended.
enum End {
    Quit,
    Signal(i32),
}

struct Session {
    model: Model,
    worker: Worker,
    terminal: Terminal,
    kept: Option<terminal::Event>,
}

impl Session {
    fn run(&mut self) -> io::Result<End> {
        loop {
            self.draw()?;
            assert!(!environment::asks_for_panic(), "QAWL_TEST_PANIC is set");
            let mut timeout = self.worker.is_busy().then_some(GLANCE);
            for _ in 0..BURST {
                let event = self.next(timeout)?;
                if event == terminal::Event::Nothing {
                    break;
                }
                if let Some(end) = self.take(event)? {
                    return Ok(end);
                }
                timeout = Some(Duration::ZERO);
            }
            if let Some((number, findings)) = self.worker.wait(Duration::ZERO) {
                handle(&mut self.model, Event::Analysed(number, findings));
            }
        }
    }

    /// The size is asked of each frame, so that none is drawn for another one.
    fn draw(&mut self) -> io::Result<()> {
        let model = &mut self.model;
        self.terminal.draw(|frame| {
            let area = frame.area();
            if model.frame.whole != area {
                handle(model, Event::Resize(area.width, area.height));
            }
            view(model, frame.buffer_mut());
        })
    }

    fn take(&mut self, event: terminal::Event) -> io::Result<Option<End>> {
        match event {
            terminal::Event::Key(press) => {
                let press = self.joined(press)?;
                let effects = handle(&mut self.model, Event::Key(press));
                self.perform(effects)
            }
            terminal::Event::Terminate(signal) => Ok(Some(End::Signal(signal))),
            _ => Ok(None),
        }
    }

    /// The next event: one kept back, else one of the terminal's.
    fn next(&mut self, timeout: Option<Duration>) -> io::Result<terminal::Event> {
        match self.kept.take() {
            Some(event) => Ok(event),
            None => self.terminal.next_event(timeout),
        }
    }

    /// Some systems send the lam-alef key of an Arabic keyboard as two letters
    /// at once; as keys they are one.
    fn joined(&mut self, press: KeyPress) -> io::Result<KeyPress> {
        if !keyboard::may_join(press) || self.model.context() == Context::Typing {
            return Ok(press);
        }
        let next = self.next(Some(Duration::from_millis(1)))?;
        if let terminal::Event::Key(second) = next
            && let Some(joined) = keyboard::join(press, second)
        {
            return Ok(joined);
        }
        self.kept = Some(next).filter(|e| *e != terminal::Event::Nothing);
        Ok(press)
    }

    fn perform(&mut self, effects: Vec<Effect>) -> io::Result<Option<End>> {
        for effect in effects {
            match effect {
                Effect::Analyse(number) => self.worker.analyse(&self.model, number),
                Effect::Suspend => self.terminal.suspend()?,
                Effect::Quit => return Ok(Some(End::Quit)),
                Effect::Edit(path, line) => self.edit(&path, line)?,
                Effect::Copy(text) => {
                    let copied = self.terminal.copy(&text);
                    self.report(copied.err().map(|e| Report::NotCopied(why(&e))));
                }
                Effect::OpenUrl(url) => {
                    let opened = programs::open(&url);
                    self.report(opened.err().map(|(what, e)| Report::NotRun(what, why(&e))));
                }
                Effect::Write(writing) => {
                    let report = files::write(&self.model, writing);
                    self.report(Some(report));
                }
            }
        }
        Ok(None)
    }

    fn edit(&mut self, path: &Path, line: usize) -> io::Result<()> {
        let (name, mut command) = programs::editor(path, line);
        let ran = self.terminal.lend(|| command.status())?;
        self.report(ran.err().map(|e| Report::NotRun(name, why(&e))));
        Ok(())
    }

    fn report(&mut self, report: Option<Report>) {
        if let Some(report) = report {
            handle(&mut self.model, Event::Report(report));
        }
    }
}
