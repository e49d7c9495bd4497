//! The words of the interface: in both languages, each used, none missing.

use std::{collections::BTreeMap, fs, path::Path};

use qawl::browser::words::{Language, entries};

/// The plural forms of counted nouns, which languages have differently.
const FORMS: [&str; 6] = [".zero", ".one", ".two", ".few", ".many", ".other"];

fn words(language: Language) -> BTreeMap<&'static str, &'static str> {
    let mut words = BTreeMap::new();
    for (key, text) in entries(language.file()) {
        assert!(!text.trim().is_empty(), "{key} has no text");
        assert!(words.insert(key, text).is_none(), "{key} stands twice");
    }
    words
}

/// The key without the plural form.
fn stem(key: &str) -> &str {
    let form = FORMS.iter().find_map(|form| key.strip_suffix(form));
    form.unwrap_or(key)
}

fn places(text: &str) -> Vec<&str> {
    let mut names: Vec<_> = text
        .split('{')
        .skip(1)
        .filter_map(|t| t.split('}').next())
        .collect();
    names.sort_unstable();
    names
}

#[test]
fn both_languages_say_the_same_things() {
    let (arabic, english) = (words(Language::Arabic), words(Language::English));
    let stems = |words: &BTreeMap<&'static str, _>| -> Vec<&str> {
        let mut stems: Vec<_> = words.keys().map(|key| stem(key)).collect();
        stems.dedup();
        stems
    };
    assert_eq!(stems(&arabic), stems(&english));
    for (key, text) in &english {
        if stem(key) == *key {
            assert_eq!(places(text), places(arabic[key]), "{key}");
        }
    }
}

#[test]
fn arabic_counts_in_all_its_forms() {
    let arabic = words(Language::Arabic);
    for key in arabic
        .keys()
        .filter(|key| key.rsplit('.').next() == Some("other"))
    {
        for form in FORMS {
            let form = format!("{}{form}", stem(key));
            assert!(arabic.contains_key(form.as_str()), "{form}");
        }
    }
}

#[test]
fn every_word_is_used_and_every_word_used_is_there() {
    let literals = literals();
    let words = words(Language::English);
    let names = |literal: &str, key: &str| match literal.split_once("{}") {
        Some((before, after)) => key.starts_with(before) && key.ends_with(after),
        None => literal == key,
    };
    for key in words.keys() {
        let used = literals.iter().any(|literal| names(literal, stem(key)));
        assert!(used, "nothing says {key}");
    }
    for literal in literals.iter().filter(|literal| reads_as_key(literal)) {
        let known = words.keys().any(|key| names(literal, stem(key)));
        assert!(known, "no words for {literal}");
    }
}

fn reads_as_key(literal: &str) -> bool {
    let parts: Vec<&str> = literal.split('.').collect();
    let named =
        |part: &&str| !part.is_empty() && part.chars().all(|c| c == '_' || c.is_ascii_lowercase());
    parts.len() == 2 && parts.iter().all(named) && !["txt", "rs", "md"].contains(&parts[1])
}

/// The string literals of the browser's sources, tests and examples left out.
fn literals() -> Vec<String> {
    let mut found = Vec::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    collect(&root.join("src/browser"), &mut found);
    collect(&root.join("src/run"), &mut found);
    collect(&root.join("src/terminal/calibration"), &mut found);
    assert!(found.len() > 100, "the sources were not found");
    found
}

fn collect(folder: &Path, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            let source = fs::read_to_string(&path).expect("a readable source");
            let code = source.split("#[cfg(test)]").next().unwrap_or_default();
            let lines = code
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"));
            found.extend(
                lines
                    .flat_map(|l| l.split('"').skip(1).step_by(2))
                    .map(str::to_owned),
            );
        }
    }
}
