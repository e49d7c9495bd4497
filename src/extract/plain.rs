//! Text for formats that cannot escape: nothing in it that a terminal obeys or
//! XML forbids, and each character still one character, so that offsets hold.

use std::borrow::Cow;

/// The text with a sign in the place of each control character other than tab
/// and the ends of lines.
pub(super) fn plain(text: &str) -> Cow<'_, str> {
    if text.chars().any(|c| shown(c) != c) {
        text.chars().map(shown).collect::<String>().into()
    } else {
        text.into()
    }
}

/// The same on one line.
pub(super) fn on_a_line(text: &str) -> Cow<'_, str> {
    let breaks = ['\n', '\r', '\t', '\u{2028}', '\u{2029}'];
    match plain(text) {
        text if text.contains(breaks) => text.replace(breaks, " ").into(),
        text => text,
    }
}

fn shown(c: char) -> char {
    match c {
        '\t' | '\n' | '\r' => c,
        // The pictures of control characters stand in their order.
        '\0'..='\u{1f}' => char::from_u32(0x2400 + c as u32).unwrap_or('\u{fffd}'),
        '\u{7f}' => '\u{2421}',
        '\u{80}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => '\u{fffd}',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_are_shown_one_for_one() {
        assert_eq!(
            plain("a\u{1b}[31m\tb\u{9b}\u{7f}\n"),
            "a␛[31m\tb\u{fffd}␡\n"
        );
        assert_eq!(on_a_line("a\r\n\tb"), "a   b");
        assert!(matches!(plain("قال"), Cow::Borrowed(_)));
    }
}
