//! Screens as data: each file of `tests/screens` tells an article, a size, keys
//! and the screen that must come of them. `UPDATE=1` writes what comes.

use std::{fs, path::Path};

use qawl::browser::words::Language;

use crate::screen::{Screen, styles, text};

#[test]
fn every_screen_is_as_its_file_tells() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/screens");
    let mut wrong = Vec::new();
    let mut seen = 0;
    for entry in fs::read_dir(folder).expect("the folder of screens") {
        let path = entry.expect("a file").path();
        let file = fs::read_to_string(&path).expect("a readable file");
        let (told, expected) = file.split_once("===\n").unwrap_or((&file, ""));
        let got = draw(told);
        seen += 1;
        if got == expected {
            continue;
        }
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&path, format!("{told}===\n{got}")).expect("a writable file");
        } else {
            wrong.push(format!("{}\n{got}", path.display()));
        }
    }
    assert!(seen > 0, "no screens");
    assert!(wrong.is_empty(), "not as told:\n{}", wrong.join("\n"));
}

/// The screen that a file's first part asks for.
fn draw(told: &str) -> String {
    let value = |name: &str| {
        let mut lines = told.lines().filter_map(|l| l.split_once(": "));
        lines.find(|(n, _)| *n == name).map(|(_, v)| v)
    };
    let language = match value("ui") {
        Some("en") => Language::English,
        _ => Language::Arabic,
    };
    let size = value("size")
        .and_then(|s| s.split_once('x'))
        .expect("size: WxH");
    let size = (
        size.0.parse().expect("columns"),
        size.1.parse().expect("rows"),
    );
    let theme = value("theme").unwrap_or("none");
    let mut screen = Screen::new(value("article").expect("article:"), language, theme, size);
    screen.model.settings.plain = value("plain").is_some();
    screen.press(value("keys").unwrap_or_default());
    let buffer = screen.draw();
    let mut drawn = text(&buffer);
    if value("styles").is_some() {
        drawn = drawn + "---\n" + &styles(&buffer);
    }
    drawn
}
