//! The key table and what is made of it.

use std::{fs, path::Path};

use qawl::browser::{
    keys::{TABLE, readme},
    words::{Language, Words},
};

#[test]
fn every_action_and_group_has_words_in_both_languages() {
    for language in [Language::Arabic, Language::English] {
        let words = Words::new(language);
        for row in TABLE {
            let key = format!("action.{}", row.action.name());
            assert!(words.has(&key), "{key} in {language:?}");
            assert!(words.has(row.group.word()), "{row:?} in {language:?}");
        }
    }
}

#[test]
fn the_readme_tells_the_keys_of_the_table() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let Ok(file) = fs::read_to_string(&path) else {
        println!("skipped: there is no README.md");
        return;
    };
    let Some((before, rest)) = file.split_once(readme::BEGIN) else {
        println!("skipped: README.md has no block of keys");
        return;
    };
    let (_, after) = rest
        .split_once(readme::END)
        .expect("the end of the block of keys");
    let wanted = format!("{before}{}{after}", readme::block().trim_end());
    if file != wanted && std::env::var_os("UPDATE").is_some() {
        fs::write(&path, wanted).expect("a writable README.md");
        return;
    }
    assert!(
        file == wanted,
        "README.md: run UPDATE=1 cargo test --test keys"
    );
}
