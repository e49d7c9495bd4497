//! The documentation names what exists, and shows what the program shows.

mod generated;
mod picture;

use std::{collections::BTreeSet, fs, path::Path};

const PAGES: [&str; 4] = [
    "README.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
];

fn read(path: &str) -> String {
    let full = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(full).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// What stands between backticks in `page`, blocks of code left out.
fn quoted(page: &str) -> Vec<&str> {
    let prose = page.split("```").step_by(2);
    prose
        .flat_map(|part| part.split('`').skip(1).step_by(2))
        .collect()
}

#[test]
fn every_file_that_a_page_names_exists() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for page in PAGES {
        let text = read(page);
        let paths = quoted(&text).into_iter().filter(|word| {
            let folder = word.split('/').next().unwrap_or_default();
            matches!(
                folder,
                "src" | "tests" | "samples" | "examples" | "benches" | "docs" | "fuzz" | ".ci"
            ) && !word.contains(' ')
        });
        for path in paths {
            assert!(
                root.join(path).exists(),
                "{page} names {path}, which is not there"
            );
        }
    }
}

#[test]
fn every_dependency_has_its_reason() {
    let page = read("ARCHITECTURE.md");
    let (_, tables) = page.split_once("## Dependencies").expect("the chapter");
    let rows = tables
        .lines()
        .filter_map(|line| line.strip_prefix("| ")?.split('|').next());
    let explained: BTreeSet<&str> = rows.flat_map(quoted).collect();
    let manifest = read("Cargo.toml");
    assert_eq!(explained, dependencies(&manifest));
}

/// The names in the tables of dependencies of a manifest.
fn dependencies(manifest: &str) -> BTreeSet<&str> {
    let mut inside = false;
    let mut names = BTreeSet::new();
    for line in manifest.lines() {
        if line.starts_with('[') {
            inside = line.contains("dependencies]");
        } else if let Some((name, _)) = line.split_once(" = ").filter(|_| inside) {
            names.insert(name);
        }
    }
    names
}

#[test]
fn the_ci_runs_the_test_command_of_the_readme() {
    assert!(read("README.md").contains("\ncargo test "));
    assert!(read(".ci/run").contains("\ncargo test "));
}
