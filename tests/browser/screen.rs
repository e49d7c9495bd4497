//! The screen as text: keys in, what is drawn out.

use std::{collections::BTreeSet, sync::Arc};

use qawl::browser::{
    Effect, Event, FileFormat, Model, Settings,
    findings::Findings,
    handle,
    key::{KeyCode, KeyPress},
    keys::{TABLE, notation},
    theme::Theme,
    view,
    words::Language,
};
use ratatui::{buffer::Buffer, layout::Rect, style::Style};

use crate::marked;

const FORMATS: [FileFormat; 2] = [
    FileFormat {
        name: "JSON",
        extension: "json",
    },
    FileFormat {
        name: "CSV",
        extension: "csv",
    },
];

/// A browser with articles of `tests/articles`, each analysed when it is opened.
pub struct Screen {
    pub model: Model,
    /// The keys of the table that were pressed so far.
    pub pressed: BTreeSet<Pressed>,
    names: Vec<String>,
}

/// A context and a key or a sequence in it.
pub type Pressed = (&'static str, String);

impl Screen {
    pub fn new(names: &str, language: Language, theme: &str, size: (u16, u16)) -> Self {
        let names: Vec<_> = names.split(", ").map(str::to_owned).collect();
        let documents = names.iter().map(|n| Arc::new(marked::article(n).0));
        let theme = Theme::named(theme).expect("a theme");
        let mut settings = Settings::new(language, theme);
        settings.formats = FORMATS.to_vec();
        let mut screen = Self {
            model: Model::new(documents.collect(), settings, size),
            pressed: BTreeSet::new(),
            names,
        };
        screen.analyse(0);
        screen
    }

    fn analyse(&mut self, number: usize) {
        let (document, annotations) = marked::article(&self.names[number]);
        let findings = Arc::new(Findings::new(&document, annotations));
        handle(&mut self.model, Event::Analysed(number, findings));
    }

    /// Presses keys: `n`, `C-d`, `"typed"`; `@80x24` is a new size.
    pub fn press(&mut self, keys: &str) -> Vec<Effect> {
        let mut effects = Vec::new();
        for event in events(keys) {
            self.note(&event);
            let asked = handle(&mut self.model, event);
            self.perform(&asked);
            effects.extend(asked);
        }
        effects
    }

    /// Takes note of the keys of the table that an event completes.
    fn note(&mut self, event: &Event) {
        let Event::Key(press) = event else { return };
        let context = self.model.context();
        let sequence = &self.model.pressed.sequence;
        let keys: Vec<_> = sequence.iter().chain([press]).collect();
        for key in TABLE
            .iter()
            .filter(|r| r.context == context)
            .flat_map(|r| r.keys)
        {
            let wanted = notation::parse(key).expect("keys");
            let mut pairs = wanted.iter().zip(&keys);
            if wanted.len() == keys.len() && pairs.all(|(w, k)| notation::stands_for(*w, **k)) {
                self.pressed.insert((context.name(), (*key).to_owned()));
            }
        }
    }

    /// Does of the effects what changes the screen.
    pub fn perform(&mut self, effects: &[Effect]) {
        for effect in effects {
            if let Effect::Analyse(number) = effect {
                self.analyse(*number);
            }
        }
    }

    pub fn draw(&self) -> Buffer {
        let mut buffer = Buffer::empty(self.model.frame.whole);
        view(&self.model, &mut buffer);
        buffer
    }
}

fn events(keys: &str) -> Vec<Event> {
    let mut events = Vec::new();
    let mut rest = keys.trim();
    while !rest.is_empty() {
        if let Some((typed, after)) = rest.strip_prefix('"').and_then(|r| r.split_once('"')) {
            let press = |c| Event::Key(KeyPress::plain(KeyCode::Char(c)));
            events.extend(typed.chars().map(press));
            rest = after.trim_start();
            continue;
        }
        let (key, after) = rest.split_once(' ').unwrap_or((rest, ""));
        events.push(
            match key.strip_prefix('@').and_then(|s| s.split_once('x')) {
                Some((w, h)) => {
                    Event::Resize(w.parse().expect("columns"), h.parse().expect("rows"))
                }
                None => Event::Key(notation::parse_key(key).unwrap_or_else(|| panic!("key {key}"))),
            },
        );
        rest = after.trim_start();
    }
    events
}

/// The characters on the screen, a line a row.
pub fn text(buffer: &Buffer) -> String {
    rows(buffer, |buffer, x, y| buffer[(x, y)].symbol().to_owned())
}

/// The styles on the screen: a letter for each cell, and what the letters mean.
pub fn styles(buffer: &Buffer) -> String {
    let mut known: Vec<Style> = vec![Style::reset()];
    let grid = rows(buffer, |buffer, x, y| {
        let style = buffer[(x, y)].style();
        let at = known.iter().position(|s| *s == style).unwrap_or_else(|| {
            known.push(style);
            known.len() - 1
        });
        char::from(if at == 0 { b' ' } else { b'`' + at as u8 }).to_string()
    });
    let legend = known.iter().enumerate().skip(1).map(|(i, style)| {
        let letter = char::from(b'`' + i as u8);
        format!("{letter} {}\n", describe(*style))
    });
    grid + &legend.collect::<String>()
}

fn describe(style: Style) -> String {
    let mut parts = Vec::new();
    let fg = style.fg.filter(|c| *c != ratatui::style::Color::Reset);
    let bg = style.bg.filter(|c| *c != ratatui::style::Color::Reset);
    parts.extend(fg.map(|c| c.to_string()));
    parts.extend(bg.map(|c| format!("on {c}")));
    let modifiers = style.add_modifier.iter_names();
    parts.extend(modifiers.map(|(name, _)| name.to_lowercase()));
    parts.join(" ")
}

fn rows(buffer: &Buffer, mut cell: impl FnMut(&Buffer, u16, u16) -> String) -> String {
    let Rect { width, height, .. } = buffer.area;
    let mut text = String::new();
    for y in 0..height {
        let row: String = (0..width).map(|x| cell(buffer, x, y)).collect();
        text.push_str(row.trim_end());
        text.push('\n');
    }
    text
}
