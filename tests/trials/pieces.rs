//! Texts made of pieces, so that a byte changed is a word changed.

/// Words and signs, one a line, with Rust's escapes.
const PIECES: &str = include_str!("pieces.txt");

/// The text that bytes stand for: where the first is even, the others are that text
/// as far as they are UTF-8, else each of them is a piece.
pub fn text(data: &[u8]) -> String {
    let Some((first, rest)) = data.split_first() else {
        return String::new();
    };
    if first % 2 == 0 {
        return String::from_utf8_lossy(rest).into_owned();
    }
    let pieces = all();
    let piece = |byte: &u8| pieces[usize::from(*byte) % pieces.len()].as_str();
    rest.iter().map(piece).collect()
}

/// The pieces.
pub fn all() -> &'static [String] {
    static ALL: std::sync::LazyLock<Vec<String>> = std::sync::LazyLock::new(|| {
        let lines = PIECES.lines().filter(|line| !line.starts_with("# "));
        lines.map(unescaped).collect()
    });
    &ALL
}

fn unescaped(line: &str) -> String {
    let mut text = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('\\') {
        text.push_str(before);
        if let Some(after) = after.strip_prefix('n') {
            text.push('\n');
            rest = after;
            continue;
        }
        let code = after
            .strip_prefix("u{")
            .and_then(|after| after.split_once('}'));
        let (code, after) = code.expect("a code point");
        let code = u32::from_str_radix(code, 16).expect("hexadecimal");
        text.push(char::from_u32(code).expect("a character"));
        rest = after;
    }
    text + rest
}
