//! Keys as people write them: `j`, `C-d`, `M-o`, `S-Tab`, `PgDn`, `] s`.

use crate::browser::key::{KeyCode, KeyPress};

/// The names of the keys that type no character.
const NAMED: &[(&str, KeyCode)] = &[
    ("Up", KeyCode::Up),
    ("Down", KeyCode::Down),
    ("Left", KeyCode::Left),
    ("Right", KeyCode::Right),
    ("Home", KeyCode::Home),
    ("End", KeyCode::End),
    ("PgUp", KeyCode::PageUp),
    ("PgDn", KeyCode::PageDown),
    ("Tab", KeyCode::Tab),
    ("S-Tab", KeyCode::BackTab),
    ("Enter", KeyCode::Enter),
    ("Esc", KeyCode::Esc),
    ("Backspace", KeyCode::Backspace),
    ("Del", KeyCode::Delete),
    ("Space", KeyCode::Char(' ')),
];

/// In a sequence, any letter or digit.
pub const LETTER: KeyPress = KeyPress::char('\0');

/// How [`LETTER`] is written.
pub(super) const LETTER_NAME: &str = "<letter>";

/// Whether `press` is what `pattern` asks for.
///
/// ```
/// use qawl::browser::{key::KeyPress, keys::notation};
///
/// assert!(notation::stands_for(notation::LETTER, KeyPress::char('a')));
/// assert!(!notation::stands_for(notation::LETTER, KeyPress::ctrl('a')));
/// ```
pub fn stands_for(pattern: KeyPress, press: KeyPress) -> bool {
    let typed = match press.code {
        KeyCode::Char(c) => c.is_alphanumeric() && !press.ctrl && !press.alt,
        _ => false,
    };
    pattern == press || (pattern == LETTER && typed)
}

/// The key that `name` writes; nothing where it writes none.
///
/// ```
/// use qawl::browser::keys::notation;
///
/// let key = notation::parse_key("C-d").unwrap();
/// assert!(key.ctrl);
/// assert_eq!(notation::show_key(key), "C-d");
/// assert_eq!(notation::parse_key("Ctrl+d"), None);
/// ```
pub fn parse_key(name: &str) -> Option<KeyPress> {
    if let Some(code) = named(name) {
        return Some(KeyPress::plain(code));
    }
    if let Some(rest) = name.strip_prefix("C-").filter(|r| !r.is_empty()) {
        return parse_key(rest).map(|key| KeyPress { ctrl: true, ..key });
    }
    if let Some(rest) = name.strip_prefix("M-").filter(|r| !r.is_empty()) {
        return parse_key(rest).map(|key| KeyPress { alt: true, ..key });
    }
    if name == LETTER_NAME {
        return Some(LETTER);
    }
    let mut chars = name.chars();
    match (chars.next(), chars.next()) {
        (Some(c), None) if !c.is_whitespace() => Some(KeyPress::char(c)),
        _ => None,
    }
}

/// The keys that a sequence such as `] s` writes.
pub fn parse(sequence: &str) -> Option<Vec<KeyPress>> {
    let keys: Option<Vec<_>> = sequence.split_whitespace().map(parse_key).collect();
    keys.filter(|k| !k.is_empty())
}

/// A key as [`parse_key`] reads it.
pub fn show_key(key: KeyPress) -> String {
    if key == LETTER {
        return LETTER_NAME.to_owned();
    }
    let control = if key.ctrl { "C-" } else { "" };
    let alt = if key.alt { "M-" } else { "" };
    let named = NAMED.iter().find(|(_, code)| *code == key.code);
    let name = match (named, key.code) {
        (Some((name, _)), _) => (*name).to_owned(),
        (None, KeyCode::Char(c)) => c.to_string(),
        (None, KeyCode::F(n)) => format!("F{n}"),
        (None, _) => "?".to_owned(),
    };
    format!("{control}{alt}{name}")
}

fn named(name: &str) -> Option<KeyCode> {
    if let Some((_, code)) = NAMED.iter().find(|(n, _)| *n == name) {
        return Some(*code);
    }
    let number = name.strip_prefix('F')?.parse().ok()?;
    (1..=24).contains(&number).then_some(KeyCode::F(number))
}
