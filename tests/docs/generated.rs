//! What the documentation shows of the program, made by the program. A test
//! fails where the two differ; `UPDATE=1 cargo test --test docs` writes it anew.

use std::{fs, path::Path, process::Command};

use crate::{picture, read};

/// Fails unless the file is `wanted`; writes it where that is asked for.
#[track_caller]
fn is_file(path: &str, wanted: &str) {
    let full = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("UPDATE").is_some() {
        fs::write(full, wanted).expect("a writable file");
        return;
    }
    let found = fs::read_to_string(full).unwrap_or_default();
    assert!(
        found == wanted,
        "{path}: run UPDATE=1 cargo test --test docs"
    );
}

/// Fails unless the README's block of that name holds `wanted`.
#[track_caller]
fn is_block(name: &str, wanted: &str) {
    let begin = format!("<!-- {name}: written by `UPDATE=1 cargo test --test docs` -->\n");
    let end = format!("<!-- end of {name} -->");
    let page = read("README.md");
    let (before, rest) = page.split_once(&begin).expect("the beginning of the block");
    let (_, after) = rest.split_once(&end).expect("the end of the block");
    is_file(
        "README.md",
        &format!("{before}{begin}\n{wanted}\n{end}{after}"),
    );
}

#[test]
fn the_readme_shows_the_screen_and_what_extract_prints() {
    // One test: both write the same file.
    is_block("screen", &format!("```text\n{}```\n", picture::text()));
    is_block("extract", &format!("```json\n{}```\n", excerpt()));
}

#[test]
fn the_pictures_are_those_of_the_screen() {
    for (path, svg) in picture::all() {
        is_file(path, &svg);
    }
}

/// A statement whose speaker is found over two steps, as `extract` prints it.
fn excerpt() -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_qawl"))
        .args(["extract", "samples/05-science-singing-sand.txt"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("the program runs");
    let printed = String::from_utf8(output.stdout).expect("UTF-8");
    let statements = printed.split("\n    {\n").skip(1);
    let found = statements
        .filter_map(|rest| rest.split_once("\n    }"))
        .map(|(object, _)| object)
        .find(|object| object.contains("\"cue\"") && object.contains("\"text\": \"وأقرت\""))
        .expect("the statement");
    let lines = found
        .lines()
        .map(|line| line.strip_prefix("    ").unwrap_or(line));
    let body: String = lines.flat_map(|line| [line, "\n"]).collect();
    format!("{{\n{body}}}\n")
}
