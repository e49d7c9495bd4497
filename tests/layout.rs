//! Cases of the layout, as data: `layout/cases.txt`.

use qawl::browser::layout::Layout;
use qawl::document::{Direction, Span};
use std::fmt::Write as _;
use std::{env, fs};

const CASES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/layout/cases.txt");

/// The file's head, and its cases without the rows.
fn parts(file: &str) -> (&str, impl Iterator<Item = [&str; 3]>) {
    let (head, cases) = file.split_once("\n= ").expect("a case");
    let cases = cases.split("\n= ").map(|case| {
        let mut lines = case.lines();
        [(); 3].map(|()| lines.next().unwrap_or_default())
    });
    (head, cases)
}

fn text_of(written: &str) -> String {
    let mut parts = written.split("\\u{");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (code, rest) = part.split_once('}').expect("a closing brace");
        let code = u32::from_str_radix(code, 16).expect("hexadecimal");
        text.push(char::from_u32(code).expect("a character"));
        text.push_str(rest);
    }
    text
}

fn rows(size: &str, text: &str) -> Vec<String> {
    let (direction, width) = size.split_once(' ').expect("a direction and a width");
    let direction = if direction == "rtl" {
        Direction::Rtl
    } else {
        Direction::Ltr
    };
    let width = width.parse().expect("a width");
    let layout = Layout::new(text, &[Span::new(0, text.len())], width, direction);
    let row = |row| {
        layout
            .cells(text, row)
            .iter()
            .map(|c| c.symbol.as_str())
            .collect()
    };
    (0..layout.rows().len()).map(row).collect()
}

#[test]
fn cases() {
    let file = fs::read_to_string(CASES).expect("the cases");
    let (head, cases) = parts(&file);
    let mut found = head.to_owned();
    for [name, size, text] in cases {
        write!(found, "\n= {name}\n{size}\n{text}\n").expect("memory");
        for row in rows(size, &text_of(text)) {
            writeln!(found, "{}", format!("> {row}").trim_end()).expect("memory");
        }
    }
    if env::var_os("UPDATE").is_some() {
        fs::write(CASES, &found).expect("the cases written");
        return;
    }
    for (found, expected) in found.split("\n= ").zip(file.split("\n= ")) {
        assert_eq!(found.trim_end(), expected.trim_end());
    }
}
