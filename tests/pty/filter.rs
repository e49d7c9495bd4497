//! What the program may say to a terminal, and nothing else: the few sequences that
//! drawing takes, and characters that only stand there.

/// How the program speaks where it has the screen.
const SEQUENCES: [&str; 14] = [
    // What it asks the terminal.
    "c", ">c", ">q", "#$p",
    // The screen taken and given back, the cursor, a frame at once, pasting.
    "?1049h", "?1049l", "?25h", "?25l", "8h", "8l", "2J", // Where to write.
    "#;#H", "#H", "K",
];

/// What a bar of progress takes besides.
const PROGRESS: [&str; 3] = ["2K", "1A", "1B"];

/// The first thing in `bytes` that the program has no business to say, with what
/// stands around it.
pub fn foreign(bytes: &[u8]) -> Option<String> {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return Some("not UTF-8".to_owned());
    };
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let known = if c == '\u{1b}' {
            sequence(rest)
        } else {
            stands(c).then(|| c.len_utf8())
        };
        let Some(length) = known else {
            return Some(
                rest.chars()
                    .take(40)
                    .collect::<String>()
                    .escape_debug()
                    .to_string(),
            );
        };
        rest = &rest[length..];
    }
    None
}

/// Whether a character only stands where it is written, or ends a line.
fn stands(c: char) -> bool {
    let moves = matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    matches!(c, '\r' | '\n') || !(c.is_control() || moves)
}

/// The length of the sequence that a text begins with, if it is one of ours.
fn sequence(text: &str) -> Option<usize> {
    let inner = text.strip_prefix("\u{1b}[")?;
    let end = inner.find(|c: char| matches!(c, '@'..='~'))?;
    let whole = inner.get(..=end)?;
    let known = SEQUENCES
        .iter()
        .chain(&PROGRESS)
        .any(|pattern| fits(whole, pattern));
    (known || is_style(whole)).then_some(2 + whole.len())
}

/// Whether a sequence is of that pattern, in which `#` is a number.
fn fits(sequence: &str, pattern: &str) -> bool {
    let numbers = sequence
        .chars()
        .map(|c| if c.is_ascii_digit() { '#' } else { c });
    let mut shape: Vec<char> = numbers.collect();
    shape.dedup_by(|a, b| *a == '#' && *b == '#');
    sequence == pattern || shape.into_iter().eq(pattern.chars())
}

/// Whether a sequence is colours and weights that there are.
fn is_style(sequence: &str) -> bool {
    let numbers = sequence.strip_suffix('m');
    let known = |number: &str| number.is_empty() || number.parse::<u8>().is_ok();
    numbers.is_some_and(|numbers| numbers.split(';').all(known))
}

#[test]
fn the_filter_knows_ours_and_nothing_else() {
    assert_eq!(
        foreign("\u{1b}[38;5;253m\u{1b}[3;14Hقال\r\n\u{1b}[?25l".as_bytes()),
        None
    );
    for payload in super::hostile::PAYLOADS {
        assert_ne!(foreign(payload.as_bytes()), None, "{payload:?}");
    }
    assert_ne!(foreign(b"\x9b31m"), None);
}
