//! Screens as data: each file of `tests/screens` tells an article, a size, keys
//! and the screen that must come of them. `UPDATE=1` writes what comes.
//!
//! `ui: both` draws it with an Arabic and with an English interface; what the
//! program is asked to do outside the screen stands beneath it.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use qawl::browser::{Effect, keys::TABLE, words::Language};

use crate::screen::{Pressed, Screen, styles, text};

#[test]
fn every_screen_is_as_its_file_tells() {
    let mut wrong = Vec::new();
    for path in files() {
        let file = fs::read_to_string(&path).expect("a readable file");
        let (told, expected) = file.split_once("===\n").unwrap_or((&file, ""));
        let got = draw(&Told(told));
        if got == expected {
            continue;
        }
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&path, format!("{told}===\n{got}")).expect("a writable file");
        } else {
            wrong.push(format!("{}\n{got}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "not as told:\n{}", wrong.join("\n"));
}

#[test]
fn every_key_of_the_table_is_pressed_in_some_screen() {
    let mut pressed = BTreeSet::new();
    for path in files() {
        let file = fs::read_to_string(&path).expect("a readable file");
        let told = Told(file.split("===\n").next().unwrap_or_default());
        pressed.extend(screen(&told, Language::Arabic).0.pressed);
    }
    let all = TABLE.iter().flat_map(|row| {
        let keys = row.keys.iter();
        keys.map(|key| (row.context.name(), (*key).to_owned()))
    });
    let missing: Vec<Pressed> = all.filter(|key| !pressed.contains(key)).collect();
    assert!(missing.is_empty(), "no screen for {missing:?}");
}

fn files() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/screens");
    let folders = [root.clone(), root.join("keys")];
    let entries = folders
        .iter()
        .flat_map(|f| fs::read_dir(f).expect("the folder of screens"));
    let mut files: Vec<_> = entries
        .map(|entry| entry.expect("a file").path())
        .filter(|path| path.extension().is_some_and(|e| e == "txt"))
        .collect();
    assert!(files.len() > 20, "no screens");
    files.sort();
    files
}

/// The first part of a file.
struct Told<'t>(&'t str);

impl<'t> Told<'t> {
    fn value(&self, name: &str) -> Option<&'t str> {
        let mut lines = self.0.lines().filter_map(|l| l.split_once(": "));
        lines.find(|(n, _)| *n == name).map(|(_, v)| v)
    }
}

/// The screens that a file asks for.
fn draw(told: &Told) -> String {
    match told.value("ui") {
        Some("both") => {
            let (arabic, english) = (Language::Arabic, Language::English);
            let (arabic, english) = (one(told, arabic), one(told, english));
            format!("[ar]\n{arabic}[en]\n{english}")
        }
        Some("en") => one(told, Language::English),
        _ => one(told, Language::Arabic),
    }
}

fn one(told: &Told, language: Language) -> String {
    let (screen, effects) = screen(told, language);
    let buffer = screen.draw();
    let mut drawn = text(&buffer);
    if told.value("styles").is_some() {
        drawn = drawn + "---\n" + &styles(&buffer);
    }
    for effect in effects.iter().filter(|e| !matches!(e, Effect::Analyse(_))) {
        drawn = drawn + "effect: " + &format!("{effect:?}") + "\n";
    }
    drawn
}

fn screen(told: &Told, language: Language) -> (Screen, Vec<Effect>) {
    let size = told.value("size").and_then(|s| s.split_once('x'));
    let (width, height) = size.expect("size: WxH");
    let size = (
        width.parse().expect("columns"),
        height.parse().expect("rows"),
    );
    let theme = told.value("theme").unwrap_or("none");
    let article = told.value("article").expect("article:");
    let mut screen = Screen::new(article, language, theme, size);
    screen.model.settings.plain = told.value("plain").is_some();
    let effects = screen.press(told.value("keys").unwrap_or_default());
    (screen, effects)
}
