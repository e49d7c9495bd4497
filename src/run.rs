//! The browser in the terminal: events in, effects done, frames out.

mod environment;
mod files;
mod memory;
mod programs;
mod settings;
mod worker;

use std::{
    io::{self, Write as _},
    path::Path,
    sync::Arc,
    time::{Duration, Instant},
};

use anyhow::Context as _;

use crate::{
    browser::{
        Effect, Event, Model, Report, handle,
        key::KeyPress,
        keys::{Context, keyboard},
        view,
        words::Language,
    },
    config,
    document::Document,
    terminal::{self, Terminal, calibration::Calibrated},
    visible::Visible,
};
use memory::Remembering;
use worker::Worker;

/// How long the first frame waits for the analysis, from its beginning, so that
/// a usual article shows at once with all that was found in it.
const PATIENCE: Duration = Duration::from_millis(20);

/// How often one looks whether the analysis is done.
const GLANCE: Duration = Duration::from_millis(15);

/// How many events are taken before the next frame, however many come.
const BURST: usize = 64;

/// How articles are to be shown; what is not said is taken from the configuration,
/// and then from the environment.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The language of the interface.
    pub language: Option<Language>,
    /// The name of a theme.
    pub theme: Option<String>,
    /// No box characters, for screen readers.
    pub plain: bool,
    /// Clicks and the wheel for the program.
    pub mouse: bool,
    /// From the beginning, not where the article was left.
    pub fresh: bool,
    /// How Arabic is drawn; what is not said is found out.
    pub drawing: terminal::Choice,
}

/// Shows `documents` until the reader has enough of them. What is wrong with the
/// configuration is written to standard error, and the first of it shown.
///
/// # Errors
/// If standard output is no terminal, if the terminal fails, or where there is
/// no theme of that name.
pub fn browse(documents: Vec<Document>, options: &Options) -> anyhow::Result<()> {
    let (config, problems) = config::load();
    let settings = settings::of(options, &config)?;
    let articles = documents.into_iter().map(Arc::new).collect();
    let mut model = Model::new(articles, settings, (0, 0));
    model.keymap = config.keymap.clone();
    tell(&mut model, &problems);
    let mut worker = Worker::new();
    // While the terminal is asked what it is.
    let asked = Instant::now();
    worker.analyse(&model, 0);
    let drawing = options.drawing.or(config.drawing);
    let mut terminal = Terminal::enter(drawing).context("cannot use the terminal")?;
    if options.mouse || config.mouse == Some(true) {
        terminal
            .set_mouse(true)
            .context("cannot use the terminal")?;
    }
    let remembers = config.remember != Some(false);
    let mut session = Session {
        model,
        worker,
        terminal,
        remembering: Remembering::new(remembers, remembers && !options.fresh),
        kept: None,
    };
    session.open(asked)?;
    let ended = session.run();
    session.keep();
    if let End::Signal(signal) = ended.context("lost the terminal")? {
        session.terminal.end_by(signal);
    }
    Ok(())
}

/// Tells what is wrong with the configuration, before the screen is taken and on it.
fn tell(model: &mut Model, problems: &[config::Problem]) {
    for problem in problems {
        // Where standard error is closed there is nobody to tell.
        let _ = writeln!(io::stderr(), "qawl: {}", Visible(&problem.to_string()));
    }
    model.notice = problems.first().map(ToString::to_string);
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
    remembering: Remembering,
    kept: Option<terminal::Event>,
}

impl Session {
    /// Shows the first article where it was left, once it is analysed or after
    /// some patience.
    fn open(&mut self, asked: Instant) -> io::Result<()> {
        let (width, height) = self.terminal.size()?;
        handle(&mut self.model, Event::Resize(width, height));
        self.remembering.recall(&mut self.model, 0);
        if let Some((number, findings)) = self.worker.wait(PATIENCE.saturating_sub(asked.elapsed()))
        {
            handle(&mut self.model, Event::Analysed(number, findings));
        }
        if self.terminal.is_guess() && self.model.notice.is_none() {
            self.report(Some(Report::DrawingGuessed));
        }
        Ok(())
    }

    /// Keeps what is remembered of the open article.
    fn keep(&mut self) {
        self.remembering.keep(&self.model, self.model.current);
    }

    fn run(&mut self) -> io::Result<End> {
        loop {
            self.draw()?;
            environment::panic_if_asked();
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
            terminal::Event::Mouse(mouse) => {
                let effects = handle(&mut self.model, Event::Mouse(mouse));
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
                Effect::Keep(number) => self.remembering.keep(&self.model, number),
                Effect::Recall(number) => self.remembering.recall(&mut self.model, number),
                Effect::Calibrate => {
                    if let Some(end) = self.calibrate()? {
                        return Ok(Some(end));
                    }
                }
                Effect::Redraw => self.terminal.redraw()?,
                Effect::Suspend => {
                    self.keep();
                    self.terminal.suspend()?;
                }
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

    fn calibrate(&mut self) -> io::Result<Option<End>> {
        match self.terminal.calibrate()? {
            Calibrated::Left => {}
            Calibrated::Ended(signal) => return Ok(Some(End::Signal(signal))),
            Calibrated::Chosen(mode, Ok(())) => {
                self.report(Some(Report::Drawing(mode.name().to_owned())));
            }
            Calibrated::Chosen(mode, Err(error)) => {
                let what = mode.name().to_owned();
                self.report(Some(Report::NotWritten(what, why(&error))));
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
