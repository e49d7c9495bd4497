//! The layout against Unicode's own data: the bidirectional algorithm, joining,
//! presentation forms, characters that are not drawn.
//!
//! The files come with Debian's `unicode-data` package; where they are not
//! installed the tests say so and pass.

use qawl::browser::layout::{VisualCell, line, measure};
use qawl::document::{Direction, Span};
use std::collections::HashMap;
use std::fs;
use std::ops::RangeInclusive;

fn lines(name: &str) -> Option<Vec<String>> {
    let path = format!("/usr/share/unicode/{name}");
    let Ok(data) = fs::read_to_string(&path) else {
        println!("skipped: {path} is not there (Debian: apt install unicode-data)");
        return None;
    };
    let rows = data
        .lines()
        .map(|l| l.split('#').next().unwrap_or_default());
    Some(
        rows.filter(|l| !l.trim().is_empty())
            .map(str::to_owned)
            .collect(),
    )
}

fn fields(line: &str) -> Vec<&str> {
    line.split(';').map(str::trim).collect()
}

fn character(code: &str) -> char {
    char::from_u32(u32::from_str_radix(code, 16).expect("hexadecimal")).expect("a character")
}

fn shown(text: &str) -> String {
    let cells = line(text, Direction::Rtl);
    cells.iter().map(|c| c.symbol.as_str()).collect()
}

/// The places in `text` of the characters that begin a cell, from left to right.
fn order(text: &str, direction: Direction) -> Vec<usize> {
    let starts: HashMap<usize, usize> = text
        .char_indices()
        .enumerate()
        .map(|(n, (b, _))| (b, n))
        .collect();
    let cells = line(text, direction);
    // A mark that follows no letter may have a joiner before it in its cell.
    let begins = |span: Span| {
        let skipped = text[span.range()].find(|c| !matches!(c, '\u{200c}' | '\u{200d}'));
        starts[&(span.start + skipped.unwrap_or_default())]
    };
    cells.iter().map(|c| begins(c.span)).collect()
}

/// What Unicode's order says of the characters that begin a cell here.
fn expected(order: &str, drawn: &[usize]) -> Vec<usize> {
    let all = order
        .split_whitespace()
        .map(|n| n.parse().expect("an index"));
    all.filter(|n| drawn.contains(n)).collect()
}

/// Whether the characters that qawl takes no notice of are among these, or a
/// paragraph ends within.
fn is_other_by_design(text: &str) -> bool {
    let explicit = |c| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let ends = |c| matches!(c, '\n' | '\r' | '\u{1c}'..='\u{1e}' | '\u{85}' | '\u{2029}');
    let body = text.strip_suffix(ends).unwrap_or(text);
    text.contains(explicit) || body.contains(ends)
}

fn check_order(text: &str, direction: Direction, unicode: &str, source: &str) {
    let drawn = order(text, direction);
    assert_eq!(
        drawn,
        expected(unicode, &drawn),
        "{source}\n{text:?} {direction:?}"
    );
}

#[test]
fn order_of_characters() {
    let Some(cases) = lines("BidiCharacterTest.txt") else {
        return;
    };
    let (mut done, mut left) = (0, 0);
    for case in &cases {
        let fields = fields(case);
        let text: String = fields[0].split(' ').map(character).collect();
        let direction = if fields[2] == "1" {
            Direction::Rtl
        } else {
            Direction::Ltr
        };
        if is_other_by_design(&text) {
            left += 1;
            continue;
        }
        check_order(&text, direction, fields[4], case);
        done += 1;
    }
    println!("{done} cases hold; {left} have characters that take no effect here");
    assert!(done > 10_000, "{done}");
}

/// A character of each class, one that is drawn where there is one.
fn of_class(class: &str) -> Option<char> {
    Some(match class {
        "L" => 'a',
        "R" => '\u{5d0}',
        "AL" => '\u{628}',
        "EN" => '1',
        "ES" => '+',
        "ET" => '$',
        "AN" => '\u{663}',
        "CS" => ',',
        "NSM" => '\u{300}',
        "BN" => '\u{ad}',
        "ON" => '!',
        "WS" => ' ',
        "S" => '\t',
        "B" => '\u{2029}',
        _ => return None,
    })
}

#[test]
fn order_of_classes() {
    let Some(cases) = lines("BidiTest.txt") else {
        return;
    };
    let (mut unicode, mut done) = (String::new(), 0);
    for case in &cases {
        if let Some(order) = case.strip_prefix("@Reorder:") {
            unicode = order.trim().to_owned();
        }
        let Some((classes, directions)) = case.split_once(';').filter(|_| !case.starts_with('@'))
        else {
            continue;
        };
        let Some(text) = classes
            .split_whitespace()
            .map(of_class)
            .collect::<Option<String>>()
        else {
            continue;
        };
        let directions: u8 = directions.trim().parse().expect("a set of bits");
        for (bit, direction) in [(2, Direction::Ltr), (4, Direction::Rtl)] {
            if directions & bit != 0 && !is_other_by_design(&text) {
                check_order(&text, direction, &unicode, case);
                done += 1;
            }
        }
    }
    println!("{done} cases hold");
    assert!(done > 50_000, "{done}");
}

const ARABIC: [RangeInclusive<u32>; 3] = [0x600..=0x6ff, 0x750..=0x77f, 0x870..=0x8ff];

fn is_arabic(c: char) -> bool {
    ARABIC.iter().any(|block| block.contains(&(c as u32)))
}

/// How a character joins, seen from the outside: what a beh before it and a beh
/// after it look like.
fn joins(c: char) -> (bool, bool) {
    let row = shown(&format!("ب{c}ب"));
    (row.contains('\u{fe91}'), row.contains('\u{fe90}'))
}

#[test]
fn joining_types() {
    let Some(letters) = lines("ArabicShaping.txt") else {
        return;
    };
    let mut done = 0;
    for letter in &letters {
        let fields = fields(letter);
        let c = character(fields[0]);
        if !is_arabic(c) {
            continue;
        }
        let type_of = fields[2];
        let expected = match type_of {
            "R" => (true, false),
            "D" | "C" => (true, true),
            "U" => (false, false),
            other => panic!("{other} is new: {letter}"),
        };
        assert_eq!(joins(c), expected, "{letter}");
        done += 1;
    }
    println!("{done} letters join as Unicode says");
    assert!(done > 250, "{done}");
}

/// Marks and format characters between two letters do not part them.
#[test]
fn transparent_characters() {
    let Some(characters) = lines("UnicodeData.txt") else {
        return;
    };
    let listed = lines("ArabicShaping.txt").unwrap_or_default();
    let listed: Vec<char> = listed.iter().map(|l| character(fields(l)[0])).collect();
    let mut done = 0;
    for row in &characters {
        let fields = fields(row);
        if !matches!(fields[2], "Mn" | "Me" | "Cf") {
            continue;
        }
        let c = character(fields[0]);
        let own_column = measure(&format!("a{c}")) > 1;
        if listed.contains(&c) || own_column {
            continue;
        }
        assert_eq!(joins(c), (true, true), "{row}");
        done += 1;
    }
    println!("{done} characters are transparent");
    assert!(done > 1_500, "{done}");
}

/// Each letter with presentation forms takes the right one of them in each of
/// its places, and lam with alef the ligature.
#[test]
fn presentation_forms() {
    let Some(characters) = lines("UnicodeData.txt") else {
        return;
    };
    let mut done = 0;
    for row in &characters {
        let fields = fields(row);
        let (form, whole) = (fields[0], fields[5]);
        let Some((place, letters)) = whole.strip_prefix('<').and_then(|w| w.split_once("> "))
        else {
            continue;
        };
        let letters: Vec<char> = letters.split(' ').map(character).collect();
        let lam_alef = letters.len() == 2 && letters[0] == '\u{644}' && "اأإآ".contains(letters[1]);
        let drawn = letters.len() == 1 || lam_alef;
        if !drawn || !letters.iter().all(|c| is_arabic(*c)) {
            continue;
        }
        let word: String = letters.iter().collect();
        let context = match place {
            "isolated" => word,
            "final" => format!("ـ{word}"),
            "initial" => format!("{word}ـ"),
            "medial" => format!("ـ{word}ـ"),
            _ => continue,
        };
        let form = character(form);
        let cells: Vec<VisualCell> = line(&context, Direction::Rtl);
        assert!(
            cells.iter().any(|c| c.symbol == form.to_string()),
            "{row}: {context} {cells:?}"
        );
        done += 1;
    }
    println!("{done} forms are drawn");
    assert!(done > 190, "{done}");
}

/// Format characters and what Unicode asks to be ignored take no column and
/// reach no cell.
#[test]
fn characters_that_are_not_drawn() {
    let Some(characters) = lines("UnicodeData.txt") else {
        return;
    };
    let format = characters
        .iter()
        .map(|row| fields(row))
        .filter(|f| f[2] == "Cf");
    let mut hidden: Vec<char> = format.map(|f| character(f[0])).collect();
    for row in lines("DerivedCoreProperties.txt").unwrap_or_default() {
        let fields = fields(&row);
        if fields[1] != "Default_Ignorable_Code_Point" {
            continue;
        }
        let (first, last) = fields[0].split_once("..").unwrap_or((fields[0], fields[0]));
        hidden.extend(character(first)..=character(last));
    }
    for c in hidden {
        assert_eq!(measure(&c.to_string()), 0, "U+{:04X}", c as u32);
        assert!(
            !shown(&format!("a{c}ب{c}1")).contains(c),
            "U+{:04X}",
            c as u32
        );
    }
}
