//! The words of the interface, in Arabic and in English: all of them, from the
//! two files beside this one.
//!
//! A line is a key, a tab, the text; `{name}` is a place to fill. A counted
//! noun has a line for each plural form of its language: `count.hits.few`.

use std::collections::HashMap;

use crate::document::Direction;

/// The language that the interface speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// Arabic.
    #[default]
    Arabic,
    /// English.
    English,
}

impl Language {
    /// The language of a POSIX locale: Arabic for `ar…`, else English.
    ///
    /// ```
    /// use qawl::browser::words::Language;
    ///
    /// assert_eq!(Language::of_locale("ar_EG.UTF-8"), Language::Arabic);
    /// assert_eq!(Language::of_locale("C"), Language::English);
    /// ```
    pub fn of_locale(locale: &str) -> Self {
        let language = locale.split(['_', '.', '@', '-']).next();
        if language == Some("ar") {
            Self::Arabic
        } else {
            Self::English
        }
    }

    /// The direction its labels are read in.
    pub const fn direction(self) -> Direction {
        match self {
            Self::Arabic => Direction::Rtl,
            Self::English => Direction::Ltr,
        }
    }

    /// The file that holds its words.
    pub const fn file(self) -> &'static str {
        match self {
            Self::Arabic => include_str!("ar.txt"),
            Self::English => include_str!("en.txt"),
        }
    }
}

/// The words of one language.
#[derive(Clone, Debug)]
pub struct Words {
    language: Language,
    texts: HashMap<&'static str, &'static str>,
}

impl Words {
    /// All words of a language.
    pub fn new(language: Language) -> Self {
        let texts = entries(language.file()).collect();
        Self { language, texts }
    }

    /// Which language they are of.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The text with that key. A key that no file has (a test sees to it that
    /// there is none) reads as `…`.
    pub fn text(&self, key: &str) -> &'static str {
        self.texts.get(key).copied().unwrap_or("…")
    }

    /// Whether there is a text with that key.
    pub fn has(&self, key: &str) -> bool {
        self.texts.contains_key(key)
    }

    /// The text with that key, each `{name}` in it filled.
    ///
    /// ```
    /// use qawl::browser::words::{Language, Words};
    ///
    /// let words = Words::new(Language::English);
    /// assert_eq!(words.fill("evidence.paragraph", &[("n", "9")]), "paragraph 9");
    /// ```
    pub fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        fill(self.text(key), values)
    }

    /// Names one after the other, in the order of the language, also where they are
    /// written the other way.
    ///
    /// ```
    /// use qawl::browser::layout;
    /// use qawl::browser::words::{Language, Words};
    /// use qawl::document::Direction;
    ///
    /// let words = Words::new(Language::English).list(&["من", "لا"]);
    /// let cells = layout::line(&words, Direction::Ltr);
    /// let shown: String = cells.iter().map(|c| c.symbol.as_str()).collect();
    /// assert_eq!(shown, "ﻦﻣ, ﻻ");
    /// ```
    pub fn list(&self, names: &[impl AsRef<str>]) -> String {
        let mark = match self.language.direction() {
            Direction::Ltr => '\u{200e}',
            Direction::Rtl => '\u{200f}',
        };
        let mut list = String::new();
        for (i, name) in names.iter().enumerate() {
            if i > 0 {
                list.push(mark);
                list.push_str(self.text("list.comma"));
            }
            list.push_str(name.as_ref());
        }
        list
    }

    /// A number with the noun it counts, in the plural form that it asks for.
    ///
    /// ```
    /// use qawl::browser::words::{Language, Words};
    ///
    /// let words = Words::new(Language::Arabic);
    /// assert_eq!(words.count("count.statements", 2), "قولان");
    /// assert_eq!(words.count("count.statements", 11), "11 قولا");
    /// ```
    pub fn count(&self, key: &str, number: usize) -> String {
        let form = match self.language {
            Language::Arabic => arabic_form(number),
            Language::English if number == 1 => "one",
            Language::English => "other",
        };
        self.fill(&format!("{key}.{form}"), &[("n", &number.to_string())])
    }
}

/// The lines of a file of words, keys and texts.
pub fn entries(file: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    file.lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('\t'))
}

/// The plural form that a number takes in Arabic, by its CLDR name.
fn arabic_form(number: usize) -> &'static str {
    match (number, number % 100) {
        (0, _) => "zero",
        (1, _) => "one",
        (2, _) => "two",
        (_, 3..=10) => "few",
        (_, 11..=99) => "many",
        _ => "other",
    }
}

fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, from)) = rest.split_once('{') {
        filled.push_str(before);
        let Some((name, after)) = from.split_once('}') else {
            rest = from;
            break;
        };
        let value = values.iter().find(|(n, _)| *n == name);
        filled.push_str(value.map_or("", |(_, v)| v));
        rest = after;
    }
    filled + rest
}
