//! `config.toml`: each file of `tests/config` is read, and must be found wrong
//! on the lines that end in `#! REASON`, for that reason, and on no other. Where
//! a line cannot take that, another says `#! LINE: REASON`.

use std::{fs, path::Path};

use qawl::{
    browser::{Action, keys::TABLE},
    config,
};

#[test]
fn every_file_is_wrong_where_it_says_so() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/config");
    let mut seen = 0;
    for entry in fs::read_dir(folder).expect("the folder of files") {
        let path = entry.expect("a file").path();
        let text = fs::read_to_string(&path).expect("a readable file");
        let lines = text.lines().enumerate();
        let wanted = lines.filter_map(|(i, line)| {
            let (_, told) = line.split_once("#! ")?;
            let elsewhere = told
                .split_once(": ")
                .and_then(|(n, r)| Some((n.parse().ok()?, r)));
            let (line, reason) = elsewhere.unwrap_or((i + 1, told));
            Some((line, reason.to_owned()))
        });
        let wanted: Vec<_> = wanted.collect();
        let (_, problems) = config::parse(&text);
        let found: Vec<_> = problems.into_iter().map(|p| (p.line, p.reason)).collect();
        assert_eq!(found, wanted, "{}", path.display());
        seen += 1;
    }
    assert!(seen > 3, "no files");
}

/// The commented file without the `#` before settings, and without explanations.
fn uncommented() -> String {
    let file = config::commented();
    let lines = file.lines().map(|line| match line.strip_prefix('#') {
        Some(setting) if !setting.starts_with([' ', '!']) => setting,
        _ => line,
    });
    lines.flat_map(|line| [line, "\n"]).collect()
}

#[test]
fn the_commented_file_says_the_defaults() {
    let (config, problems) = config::parse(&uncommented());
    assert_eq!(problems, []);
    let default = qawl::browser::keys::Keymap::default();
    for action in Action::ALL {
        assert_eq!(config.keymap.keys_of(*action), default.keys_of(*action));
    }
    assert_eq!(config.plain, Some(false));
    assert_eq!(config.mouse, Some(false));
    assert_eq!(config.remember, Some(true));
}

#[test]
fn what_is_wrong_leaves_the_default_and_the_rest_holds() {
    let text = "theme = \"drak\"\nplain = true\n[keys]\nnext = \"C-\"\nprevious = \"p\"\n";
    let (config, problems) = config::parse(text);
    assert_eq!(problems.len(), 2, "{problems:?}");
    assert_eq!(config.theme, None);
    assert_eq!(config.plain, Some(true));
    assert_eq!(config.keymap.keys_of(Action::Next), ["n"]);
    assert_eq!(config.keymap.keys_of(Action::Previous), ["p"]);
}

#[test]
fn every_key_of_the_table_can_be_changed() {
    for row in TABLE.iter().filter(|row| row.context.name() == "reading") {
        let letter = row.keys.iter().any(|k| k.ends_with("<letter>"));
        let keys = if letter { "F5 <letter>" } else { "F5 C-x" };
        let text = format!("[keys]\n{} = {keys:?}\n", row.action.name());
        let (config, problems) = config::parse(&text);
        assert_eq!(problems, [], "{text}");
        assert_eq!(config.keymap.keys_of(row.action), [keys]);
    }
}
