//! The sequences that keys and the mouse send.

use crate::browser::key::{KeyCode, KeyPress, Mouse, MouseKind};

/// A key whose sequence begins with `ESC [` and ends with `last`.
pub(super) fn control(numbers: &str, last: u8) -> Option<KeyPress> {
    let mut numbers = numbers.split(';').map(|n| n.parse::<u16>().ok());
    let first = numbers.next().flatten();
    let held = numbers.next().flatten().unwrap_or(1);
    let code = match last {
        b'~' | b'^' | b'@' => numbered(first?)?,
        b'u' => typed(first?)?,
        // `R` with two other numbers says where the cursor is.
        _ if first.is_some_and(|first| first != 1) => return None,
        _ => lettered(last)?,
    };
    let held = held.saturating_sub(1);
    Some(KeyPress {
        code,
        ctrl: held & 4 != 0 || matches!(last, b'^' | b'@' | b'a'..=b'd'),
        alt: held & 2 != 0,
    })
}

fn lettered(last: u8) -> Option<KeyCode> {
    Some(match last {
        b'A' | b'a' => KeyCode::Up,
        b'B' | b'b' => KeyCode::Down,
        b'C' | b'c' => KeyCode::Right,
        b'D' | b'd' => KeyCode::Left,
        b'H' => KeyCode::Home,
        b'F' => KeyCode::End,
        b'Z' => KeyCode::BackTab,
        b'P'..=b'S' => KeyCode::F(last - b'P' + 1),
        _ => return None,
    })
}

fn function(number: u16) -> Option<KeyCode> {
    Some(KeyCode::F(number.try_into().ok()?))
}

fn numbered(number: u16) -> Option<KeyCode> {
    Some(match number {
        1 | 7 => KeyCode::Home,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        11..=15 => function(number - 10)?,
        17..=21 => function(number - 11)?,
        23 | 24 => function(number - 12)?,
        _ => return None,
    })
}

/// A key given by the code of its character.
fn typed(code: u16) -> Option<KeyCode> {
    Some(match code {
        9 => KeyCode::Tab,
        13 => KeyCode::Enter,
        27 => KeyCode::Esc,
        127 => KeyCode::Backspace,
        _ => KeyCode::Char(char::from_u32(u32::from(code)).filter(|c| !c.is_control())?),
    })
}

/// A key whose sequence is `ESC O` and `last`.
pub(super) fn application(last: u8) -> Option<KeyPress> {
    let code = if last == b'M' {
        KeyCode::Enter
    } else {
        lettered(last)?
    };
    Some(KeyPress {
        ctrl: last.is_ascii_lowercase(),
        ..KeyPress::plain(code)
    })
}

/// A function key of the Linux console, `ESC [ [` and `last`.
pub(super) fn console(last: u8) -> Option<KeyPress> {
    let key = matches!(last, b'A'..=b'E').then(|| KeyCode::F(last - b'A' + 1));
    key.map(KeyPress::plain)
}

/// The key that types a control character.
pub(super) fn typed_control(byte: u8) -> Option<KeyPress> {
    Some(match byte {
        0 => KeyPress::ctrl(' '),
        b'\t' => KeyPress::plain(KeyCode::Tab),
        b'\r' => KeyPress::plain(KeyCode::Enter),
        0x7f => KeyPress::plain(KeyCode::Backspace),
        1..=0x1a => KeyPress::ctrl(char::from(byte - 1 + b'a')),
        0x1c..=0x1f => KeyPress::ctrl(char::from(byte - 0x1c + b'4')),
        _ => return None,
    })
}

/// What the mouse did: its button, column and row, from 1.
pub(super) fn mouse(numbers: &str, released: bool) -> Option<Mouse> {
    let mut numbers = numbers.split(';').map(|n| n.parse::<u16>().ok());
    let mut next = || numbers.next().flatten();
    let (button, column, row) = (next()?, next()?, next()?);
    // Shift, Alt and Control make no difference.
    let kind = match button & !0b1_1100 {
        0 if released => MouseKind::Release,
        0 => MouseKind::Press,
        32 => MouseKind::Drag,
        64 => MouseKind::WheelUp,
        65 => MouseKind::WheelDown,
        _ => return None,
    };
    Some(Mouse {
        kind,
        column: column.saturating_sub(1),
        row: row.saturating_sub(1),
    })
}
