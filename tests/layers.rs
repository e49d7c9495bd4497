//! The invariants of ARCHITECTURE.md that can be read off the sources: what a
//! module may use, how long files and functions may be, what no file may hold.

use std::{fs, path::Path};

/// What each module of the crate may use of the others; data flows one way.
const USES: [(&str, &[&str]); 13] = [
    ("visible", &[]),
    ("place", &["visible"]),
    ("document", &["place"]),
    ("annotations", &["document"]),
    ("analysis", &["document", "annotations"]),
    ("read", &["document", "place", "visible"]),
    ("samples", &["document", "read"]),
    (
        "extract",
        &["place", "document", "annotations", "analysis", "read"],
    ),
    ("browser", &["document", "annotations", "analysis"]),
    (
        "terminal",
        &["document", "annotations", "analysis", "browser", "visible"],
    ),
    ("config", &["browser", "terminal"]),
    ("store", &["document", "browser"]),
    (
        "run",
        &[
            "document",
            "annotations",
            "analysis",
            "read",
            "extract",
            "browser",
            "terminal",
            "config",
            "store",
            "visible",
        ],
    ),
];

/// What the code of a module may not name, and why.
const BANNED: [(&str, &[&str], &str); 5] = [
    (
        "document",
        PURE,
        "a document is text, it reads and draws nothing",
    ),
    ("annotations", PURE, "annotations are data"),
    (
        "analysis",
        PURE,
        "the analysis reads nothing and draws nothing",
    ),
    (
        "browser",
        &["std::fs", "std::process", "std::env"],
        "the browser asks for effects",
    ),
    (
        "browser",
        TEXT_WIDGETS,
        "ratatui misplaces Arabic: paint::cells and paint::label",
    ),
];
const PURE: &[&str] = &[
    "std::fs",
    "std::env",
    "std::process",
    "std::net",
    "ratatui",
    "crossterm",
];
const TEXT_WIDGETS: &[&str] = &[
    "ratatui::text",
    "Paragraph::new",
    "Line::from",
    "Span::from",
    "Span::styled",
];

const LONGEST_FILE: usize = 450;
const LONGEST_FUNCTION: usize = 60;

/// A source file: its path from the root of the package, and its text.
struct Source {
    path: String,
    text: String,
}

impl Source {
    fn new(path: &str, text: &str) -> Self {
        Self {
            path: path.to_owned(),
            text: text.to_owned(),
        }
    }

    /// The module of the crate that it belongs to: `read` for `src/read/find.rs`.
    fn module(&self) -> Option<&str> {
        let inside = self.path.strip_prefix("src/")?;
        inside.split(['/', '.']).next()
    }

    /// Its lines with their numbers, comments left out.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let numbered = self.text.lines().enumerate().map(|(i, line)| (i + 1, line));
        numbered.filter(|(_, line)| !line.trim_start().starts_with("//"))
    }

    /// The number of the first line of code that holds `words`.
    fn line_with(&self, words: &str) -> Option<usize> {
        self.code()
            .find(|(_, line)| line.contains(words))
            .map(|(number, _)| number)
    }
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let build = fs::read_to_string(root.join("build.rs")).expect("a readable source");
    let mut found = vec![Source::new("build.rs", &build)];
    for folder in [
        "src",
        "tests",
        "benches",
        "examples",
        "fuzz/src",
        "fuzz/examples",
        "fuzz/fuzz_targets",
    ] {
        collect(root, &root.join(folder), &mut found);
    }
    assert!(found.len() > 10, "the sources were not found");
    found
}

fn collect(root: &Path, folder: &Path, found: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(root, &path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let inside = path.strip_prefix(root).expect("inside the package");
            let text = fs::read_to_string(&path).expect("a readable source");
            found.push(Source::new(
                &inside.to_string_lossy().replace('\\', "/"),
                &text,
            ));
        }
    }
}

/// Fails with all that `fault` says of the sources.
#[track_caller]
fn none(fault: impl Fn(&Source) -> Vec<String>) {
    let faults: Vec<_> = sources().iter().flat_map(fault).collect();
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

/// The modules of the crate that `use crate::…` names in the source, with the lines.
fn used(source: &Source) -> Vec<(usize, String)> {
    let code: String = source.code().flat_map(|(_, line)| [line, "\n"]).collect();
    let numbers: Vec<usize> = source.code().map(|(number, _)| number).collect();
    let mut found = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let line = code[..at].matches('\n').count();
        for name in heads(&code[at + "crate::".len()..]) {
            found.push((numbers[line], name));
        }
    }
    found
}

/// The first names of a path or of each path in a group: `a`, `b` of `{a::{x, y}, b::z}`.
fn heads(path: &str) -> Vec<String> {
    let name = |s: &str| -> String {
        s.trim_start()
            .chars()
            .take_while(|c| c.is_alphanumeric() || *c == '_')
            .collect()
    };
    if !path.starts_with('{') {
        return vec![name(path)];
    }
    let (mut depth, mut begins, mut found) = (0, 1, Vec::new());
    for (at, c) in path.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 1 => {
                found.push(name(&path[begins..at]));
                begins = at + 1;
            }
            _ => {}
        }
        if depth == 0 {
            found.push(name(&path[begins..at]));
            break;
        }
    }
    found.retain(|name| !name.is_empty());
    found
}

fn against_the_flow(source: &Source) -> Vec<String> {
    let Some((module, allowed)) = USES.iter().find(|(m, _)| source.module() == Some(m)) else {
        return Vec::new();
    };
    let modules = USES.map(|(module, _)| module);
    used(source)
        .into_iter()
        .filter(|(_, name)| modules.contains(&name.as_str()))
        .filter(|(_, name)| name != module && !allowed.contains(&name.as_str()))
        .map(|(line, name)| format!("{}:{line}: {module} may not use {name}", source.path))
        .collect()
}

fn names_what_it_may_not(source: &Source) -> Vec<String> {
    BANNED
        .iter()
        .filter(|(module, ..)| source.module() == Some(module))
        .flat_map(|(_, names, why)| names.iter().map(move |name| (*name, *why)))
        .filter_map(|(name, why)| Some((source.line_with(name)?, name, why)))
        .map(|(line, name, why)| format!("{}:{line}: {name}: {why}", source.path))
        .collect()
}

fn names_crossterm(source: &Source) -> Vec<String> {
    let inside = source.path.starts_with("src/") && source.module() != Some("terminal");
    let line = source.line_with("crossterm").filter(|_| inside);
    line.map(|line| format!("{}:{line}: only terminal/ names crossterm", source.path))
        .into_iter()
        .collect()
}

fn unfinished(source: &Source) -> Vec<String> {
    // Put together, so that this file does not hold them.
    ["todo", "unimplemented", "dbg"]
        .iter()
        .filter_map(|word| source.line_with(&format!("{word}!(")))
        .map(|line| format!("{}:{line}: not finished", source.path))
        .collect()
}

fn too_long(source: &Source) -> Vec<String> {
    let lines: Vec<&str> = source.text.lines().collect();
    let mut faults = Vec::new();
    if lines.len() > LONGEST_FILE {
        faults.push(format!("{}: {} lines", source.path, lines.len()));
    }
    for (begin, line) in lines
        .iter()
        .enumerate()
        .filter(|(_, line)| begins_function(line))
    {
        let indent = line.len() - line.trim_start().len();
        let close = format!("{}}}", &line[..indent]);
        let length = lines[begin..]
            .iter()
            .position(|l| *l == close)
            .map_or(1, |n| n + 1);
        if length > LONGEST_FUNCTION {
            faults.push(format!(
                "{}:{}: a function of {length} lines",
                source.path,
                begin + 1
            ));
        }
    }
    faults
}

fn begins_function(line: &str) -> bool {
    let line = line.trim_start();
    let words = line.split(['(', '<']).next().unwrap_or_default();
    words.split(' ').any(|word| word == "fn") && line.ends_with(['{', '('])
}

fn without_head(source: &Source) -> Vec<String> {
    let headed = source.text.starts_with("//!");
    let fault = (!headed).then(|| format!("{}: no //! head that says what it is for", source.path));
    fault.into_iter().collect()
}

#[test]
fn modules_use_only_what_stands_before_them() {
    none(against_the_flow);
}

#[test]
fn every_module_has_its_place_in_the_flow() {
    let placed = |name: &str| USES.iter().any(|(module, _)| *module == name);
    none(|source| {
        let module = source
            .module()
            .filter(|m| !matches!(*m, "lib" | "main" | "cli"));
        let stray = module.filter(|module| !placed(module));
        stray
            .map(|m| format!("{}: {m} has no place in USES", source.path))
            .into_iter()
            .collect()
    });
}

#[test]
fn modules_name_only_what_is_theirs() {
    none(names_what_it_may_not);
}

#[test]
fn only_the_terminal_names_crossterm() {
    none(names_crossterm);
}

#[test]
fn files_and_functions_are_short() {
    none(too_long);
}

#[test]
fn every_file_says_what_it_is_for() {
    none(without_head);
}

#[test]
fn nothing_is_left_for_later() {
    none(unfinished);
}

/// Each of the checks above finds what it is there to find.
#[test]
fn the_checks_can_fail() {
    let faulty = |path: &str, text: &str| Source::new(path, text);
    let grouped = "use crate::{\n    document::{Document, Span},\n    extract::Format,\n};\n";
    let source = faulty("src/read/x.rs", grouped);
    assert_eq!(against_the_flow(&source).len(), 1);
    let source = faulty("src/analysis/x.rs", "let a = crate::read::LONGEST;");
    assert_eq!(
        against_the_flow(&source),
        ["src/analysis/x.rs:1: analysis may not use read"]
    );
    let source = faulty("src/analysis/x.rs", "use std::fs;\nuse ratatui::Frame;");
    assert_eq!(names_what_it_may_not(&source).len(), 2);
    let source = faulty("src/browser/x.rs", "// crossterm\nuse crossterm::event;");
    assert_eq!(
        names_crossterm(&source),
        ["src/browser/x.rs:2: only terminal/ names crossterm"]
    );
    assert_eq!(
        unfinished(&faulty("src/x.rs", concat!("todo", "!()"))).len(),
        1
    );
    let long = format!("fn a() {{\n{}}}\n", "    b();\n".repeat(LONGEST_FUNCTION));
    assert_eq!(too_long(&faulty("src/x.rs", &long)).len(), 1);
    assert_eq!(
        too_long(&faulty("src/x.rs", &"\n".repeat(LONGEST_FILE + 1))).len(),
        1
    );
    assert_eq!(without_head(&faulty("src/x.rs", "use a;")).len(), 1);
}
