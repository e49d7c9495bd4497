//! Colours and signs: what each [`Role`] on the screen looks like.
//!
//! A theme is a file beside this one: a role, a tab, the colour of the letters,
//! a tab, that of the ground, a tab, modifiers. `-` keeps what is beneath.

use std::{collections::HashMap, str::FromStr};

use ratatui::style::{Color, Modifier, Style};

/// What a part of the screen is, and so how it looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// The ground of the whole screen.
    Ground,
    /// The words of the article.
    Text,
    /// What is said by the way.
    Dim,
    /// What no shown statement holds, where only quotes are to be read.
    Faint,
    /// The headline.
    Headline,
    /// The word that reports.
    Cue,
    /// The words that name who spoke.
    Source,
    /// The content of the selected statement.
    Selected,
    /// The row on which the reader stands, in the article.
    Cursor,
    /// The selected entry of a list that has the keys.
    Entry,
    /// The selected entry of a list that has not.
    EntryAside,
    /// A hit of the search.
    Hit,
    /// The hit on which the reader stands.
    HitHere,
    /// A mention of the selected entity.
    Mention,
    /// A rule between panes.
    Rule,
    /// The rule of the pane that has the keys.
    RuleFocused,
    /// A tab that is not shown.
    Tab,
    /// The tab that is shown.
    TabShown,
    /// The name of a key.
    Key,
    /// Kinds, doubts and other signs.
    Sign,
    /// The ground of a popup.
    Popup,
    /// What is said once, in the footer.
    Notice,
    /// The footer.
    Footer,
}

impl Role {
    const ALL: [(Self, &'static str); 23] = [
        (Self::Ground, "ground"),
        (Self::Text, "text"),
        (Self::Dim, "dim"),
        (Self::Faint, "faint"),
        (Self::Headline, "headline"),
        (Self::Cue, "cue"),
        (Self::Source, "source"),
        (Self::Selected, "selected"),
        (Self::Cursor, "cursor"),
        (Self::Entry, "entry"),
        (Self::EntryAside, "entry_aside"),
        (Self::Hit, "hit"),
        (Self::HitHere, "hit_here"),
        (Self::Mention, "mention"),
        (Self::Rule, "rule"),
        (Self::RuleFocused, "rule_focused"),
        (Self::Tab, "tab"),
        (Self::TabShown, "tab_shown"),
        (Self::Key, "key"),
        (Self::Sign, "sign"),
        (Self::Popup, "popup"),
        (Self::Notice, "notice"),
        (Self::Footer, "footer"),
    ];
}

/// How many colours a terminal has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// All of them.
    True,
    /// 256.
    Indexed,
}

/// How many speakers have a colour of their own.
const SPEAKERS: usize = 8;

/// A look for every role, and a colour for every speaker.
#[derive(Clone, Debug)]
pub struct Theme {
    roles: HashMap<Role, Style>,
    speakers: [Style; SPEAKERS],
}

impl Theme {
    /// The themes that are built in, by name, each with its file.
    pub const BUILT_IN: [(&'static str, &'static str); 4] = [
        ("dark", include_str!("dark.txt")),
        ("light", include_str!("light.txt")),
        ("terminal", include_str!("terminal.txt")),
        ("none", include_str!("none.txt")),
    ];

    /// The built-in theme of that name.
    ///
    /// ```
    /// use qawl::browser::theme::{Role, Theme};
    /// use ratatui::style::Color;
    ///
    /// let theme = Theme::named("none").unwrap();
    /// assert_eq!(theme.style(Role::Headline).fg, None);
    /// ```
    pub fn named(name: &str) -> Option<Self> {
        let (_, file) = Self::BUILT_IN.iter().find(|(n, _)| *n == name)?;
        Some(Self::parse(file))
    }

    fn parse(file: &str) -> Self {
        let lines = file.lines().filter(|line| !line.starts_with('#'));
        let entries: HashMap<&str, Style> = lines.filter_map(entry).collect();
        let style = |name: &str| entries.get(name).copied().unwrap_or_default();
        let roles = Role::ALL.iter().map(|(role, name)| (*role, style(name)));
        Self {
            roles: roles.collect(),
            speakers: std::array::from_fn(|i| style(&format!("speaker{}", i + 1))),
        }
    }

    /// The same theme on a terminal with fewer colours.
    #[must_use]
    pub fn fitting(mut self, depth: Depth) -> Self {
        if depth == Depth::Indexed {
            let styles = self.roles.values_mut().chain(&mut self.speakers);
            for style in styles {
                style.fg = style.fg.map(indexed);
                style.bg = style.bg.map(indexed);
            }
        }
        self
    }

    /// What a role looks like.
    pub fn style(&self, role: Role) -> Style {
        self.roles.get(&role).copied().unwrap_or_default()
    }

    /// The colour of the speaker with that number: of their name and letter.
    pub fn speaker(&self, number: usize) -> Style {
        Style {
            fg: self.content(number).fg,
            ..Style::new()
        }
    }

    /// What their words look like in the article.
    pub fn content(&self, number: usize) -> Style {
        let own = self.speakers.get(number % SPEAKERS);
        own.copied().unwrap_or_default()
    }
}

fn entry(line: &str) -> Option<(&str, Style)> {
    let mut fields = line.split('\t');
    let name = fields.next()?;
    let mut style = Style::new();
    style.fg = fields.next().and_then(color);
    style.bg = fields.next().and_then(color);
    for modifier in fields.next().unwrap_or_default().split(' ') {
        style = style.add_modifier(self::modifier(modifier));
    }
    Some((name, style))
}

fn color(name: &str) -> Option<Color> {
    Color::from_str(name).ok()
}

fn modifier(name: &str) -> Modifier {
    match name {
        "bold" => Modifier::BOLD,
        "dim" => Modifier::DIM,
        "italic" => Modifier::ITALIC,
        "underlined" => Modifier::UNDERLINED,
        "reversed" => Modifier::REVERSED,
        _ => Modifier::empty(),
    }
}

/// The nearest of the 256 colours: of the cube of six levels, or of the greys.
fn indexed(color: Color) -> Color {
    let Color::Rgb(r, g, b) = color else {
        return color;
    };
    let level = |value: u8| match value {
        0..48 => 0,
        48..115 => 1,
        _ => (value - 35) / 40,
    };
    let shown = |level: u8| if level == 0 { 0 } else { 55 + 40 * level };
    let cube = [r, g, b].map(level);
    let grey = ((u16::from(r) + u16::from(g) + u16::from(b)) / 3).saturating_sub(3) / 10;
    let grey = grey.min(23) as u8;
    let far = |to: [u8; 3]| -> u32 {
        let parts = [r, g, b].into_iter().zip(to);
        parts.map(|(a, b)| u32::from(a.abs_diff(b)).pow(2)).sum()
    };
    if far([8 + 10 * grey; 3]) < far(cube.map(shown)) {
        return Color::Indexed(232 + grey);
    }
    Color::Indexed(16 + 36 * cube[0] + 6 * cube[1] + cube[2])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_of_the_256_is_its_own_nearest() {
        assert_eq!(indexed(Color::Rgb(95, 135, 255)), Color::Indexed(69));
        assert_eq!(indexed(Color::Rgb(28, 28, 28)), Color::Indexed(234));
        assert_eq!(indexed(Color::Rgb(0, 0, 0)), Color::Indexed(16));
    }
}
