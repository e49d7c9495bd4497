//! Bytes of the terminal, cut into what they mean.

use super::keys;
use crate::browser::key::{KeyCode, KeyPress, Mouse};
use std::time::Duration;

/// A thing that the terminal said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::terminal) enum Token {
    /// A key was pressed.
    Key(KeyPress),
    /// The mouse did something.
    Mouse(Mouse),
    /// An answer to a question.
    Reply(Reply),
}

/// An answer to a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::terminal) enum Reply {
    /// Who orders characters (`CSI 8 $ p`): 1 the terminal, 2 the program, 0 it
    /// does not know the question.
    Order(u8),
    /// Its name and version (`CSI > q`).
    Version(String),
    /// Its secondary attributes (`CSI > c`): numbers with semicolons.
    Secondary(String),
    /// Its primary attributes (`CSI c`), which every terminal gives.
    Primary(String),
}

/// What came and has not been told yet.
#[derive(Debug, Default)]
pub(super) struct Decoder {
    bytes: Vec<u8>,
    told: Option<Token>,
}

const ESCAPE_KEY: Token = Token::Key(KeyPress::plain(KeyCode::Esc));

/// After this long a lone escape is the key of that name.
const ESCAPE: Duration = Duration::from_millis(25);

/// After this long the rest of a sequence does not come any more.
const SEQUENCE: Duration = Duration::from_millis(500);

const ESC: u8 = 0x1b;

impl Decoder {
    pub(super) fn feed(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    /// The next token, once all of it is there.
    pub(super) fn next(&mut self) -> Option<Token> {
        if self.told.is_some() {
            return self.told.take();
        }
        while let Cut::At(length, token) = first(&self.bytes) {
            self.bytes.drain(..length.clamp(1, self.bytes.len().max(1)));
            if token.is_some() {
                return token;
            }
        }
        None
    }

    /// How long to wait for the rest of what came; nothing where all was told.
    pub(super) fn patience(&self) -> Option<Duration> {
        match self.bytes.as_slice() {
            [] => None,
            [ESC] => Some(ESCAPE),
            _ => Some(SEQUENCE),
        }
    }

    /// The rest does not come: a lone escape is a key, all else is dropped.
    pub(super) fn give_up(&mut self) {
        self.told = (self.bytes == [ESC]).then_some(ESCAPE_KEY);
        self.bytes.clear();
    }
}

/// Where the first thing ends.
#[derive(Debug, PartialEq, Eq)]
enum Cut {
    /// Its end has not come.
    Later,
    /// After so many bytes; nothing where it means nothing to us.
    At(usize, Option<Token>),
}

fn first(bytes: &[u8]) -> Cut {
    match bytes {
        // A lone escape, or one with Alt or the begin of a string.
        [] | [ESC] | [ESC, b'P' | b']'] => Cut::Later,
        [ESC, ESC, ..] => Cut::At(1, Some(ESCAPE_KEY)),
        [ESC, b'[', rest @ ..] => control(rest),
        [ESC, b'O', rest @ ..] => application(rest),
        [ESC, b'P', b'>' | b'$' | b'0'..=b'9', ..] | [ESC, b']', b'0'..=b'9', ..] => string(bytes),
        [ESC, rest @ ..] => match character(rest) {
            Cut::At(length, Some(Token::Key(key))) => {
                Cut::At(length + 1, Some(Token::Key(KeyPress { alt: true, ..key })))
            }
            Cut::At(length, other) => Cut::At(length + 1, other),
            Cut::Later => Cut::Later,
        },
        _ => character(bytes),
    }
}

/// After `ESC O`: the keys of the application keypad.
fn application(rest: &[u8]) -> Cut {
    match rest {
        [] => Cut::Later,
        [last @ 0x20..=0x7e, ..] => Cut::At(3, keys::application(*last).map(Token::Key)),
        // Alt and O, then something else.
        _ => Cut::At(2, None),
    }
}

/// After `ESC [`: parameters, intermediate bytes, the byte that ends it.
fn control(rest: &[u8]) -> Cut {
    if rest.first() == Some(&b'[') {
        // The Linux console's function keys.
        return rest.get(1).map_or(Cut::Later, |last| {
            Cut::At(4, keys::console(*last).map(Token::Key))
        });
    }
    let among = |from: usize, range: std::ops::RangeInclusive<u8>| {
        let tail = rest.get(from..).unwrap_or_default();
        from + tail.iter().take_while(|b| range.contains(b)).count()
    };
    let parameters = among(0, 0x30..=0x3f);
    let end = among(parameters, 0x20..=0x2f);
    match rest.get(end) {
        None => Cut::Later,
        Some(last @ 0x40..=0x7e) => {
            let (numbers, marks) = rest.split_at(end).0.split_at(parameters);
            if (numbers, *last) == (b"", b'M') {
                return old_mouse(rest);
            }
            let numbers = std::str::from_utf8(numbers).unwrap_or_default();
            Cut::At(end + 3, meaning(numbers, marks, *last))
        }
        // No sequence has such a byte: it begins something else.
        Some(_) => Cut::At(end + 2, None),
    }
}

/// A mouse that speaks the old protocol, which we do not ask for.
fn old_mouse(rest: &[u8]) -> Cut {
    if rest.len() < 4 {
        Cut::Later
    } else {
        Cut::At(6, None)
    }
}

fn meaning(numbers: &str, marks: &[u8], last: u8) -> Option<Token> {
    let private = numbers.get(1..).unwrap_or_default();
    match (numbers.as_bytes().first(), marks, last) {
        (Some(b'?'), b"", b'c') => Some(Token::Reply(Reply::Primary(private.to_owned()))),
        (Some(b'>'), b"", b'c') => Some(Token::Reply(Reply::Secondary(private.to_owned()))),
        (_, b"$", b'y') => order(numbers).map(Token::Reply),
        (Some(b'<'), b"", b'M' | b'm') => keys::mouse(private, last == b'm').map(Token::Mouse),
        (Some(b'0'..=b'9' | b';') | None, b"", _) => keys::control(numbers, last).map(Token::Key),
        _ => None,
    }
}

fn order(numbers: &str) -> Option<Reply> {
    let state = numbers.strip_prefix("8;")?;
    state.parse().ok().map(Reply::Order)
}

/// A string that the terminal sent, `ESC P … ESC \` or `ESC ] … BEL`.
fn string(bytes: &[u8]) -> Cut {
    let inside = bytes.get(2..).unwrap_or_default();
    let Some(end) = inside.iter().position(|b| *b < 0x20) else {
        return Cut::Later;
    };
    let words = inside.get(..end).unwrap_or_default();
    match inside.get(end..) {
        Some([ESC]) => Cut::Later,
        Some([ESC, b'\\', ..]) => Cut::At(end + 4, named(words)),
        Some([7, ..]) => Cut::At(end + 3, None),
        // It was broken off: what ended it begins something else.
        _ => Cut::At(end + 2, None),
    }
}

fn named(words: &[u8]) -> Option<Token> {
    let name = words.strip_prefix(b">|")?;
    let name = String::from_utf8_lossy(name).trim().to_owned();
    Some(Token::Reply(Reply::Version(name)))
}

/// A character, or a key that types a control character.
fn character(bytes: &[u8]) -> Cut {
    let known = |length: usize| bytes.get(..length).map(std::str::from_utf8);
    let length = match bytes.first() {
        None => return Cut::Later,
        Some(byte @ (0..=0x1f | 0x7f)) => {
            return Cut::At(1, keys::typed_control(*byte).map(Token::Key));
        }
        Some(0..=0x7f) => 1,
        Some(0xc2..=0xdf) => 2,
        Some(0xe0..=0xef) => 3,
        Some(0xf0..=0xf4) => 4,
        Some(_) => return Cut::At(1, None),
    };
    match known(length) {
        None => Cut::Later,
        Some(Ok(text)) => {
            let key = text.chars().next().map(KeyPress::char);
            Cut::At(length, key.map(Token::Key))
        }
        Some(Err(error)) => Cut::At(error.error_len().unwrap_or(1), None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::browser::key::MouseKind;

    fn told(pieces: &[&[u8]]) -> Vec<Token> {
        let mut decoder = Decoder::default();
        let mut tokens = Vec::new();
        for piece in pieces {
            decoder.feed(piece);
            tokens.extend(std::iter::from_fn(|| decoder.next()));
        }
        decoder.give_up();
        tokens.extend(decoder.next());
        tokens
    }

    fn key(code: KeyCode) -> Token {
        Token::Key(KeyPress::plain(code))
    }

    #[test]
    fn keys() {
        let ctrl = |code| {
            Token::Key(KeyPress {
                ctrl: true,
                ..KeyPress::plain(code)
            })
        };
        let alt = |code| {
            Token::Key(KeyPress {
                alt: true,
                ..KeyPress::plain(code)
            })
        };
        let cases: &[(&str, Token)] = &[
            ("j", key(KeyCode::Char('j'))),
            ("ت", key(KeyCode::Char('ت'))),
            ("\x1b", key(KeyCode::Esc)),
            ("\r", key(KeyCode::Enter)),
            ("\t", key(KeyCode::Tab)),
            ("\x7f", key(KeyCode::Backspace)),
            ("\x04", ctrl(KeyCode::Char('d'))),
            ("\x1a", ctrl(KeyCode::Char('z'))),
            ("\x1b5", alt(KeyCode::Char('5'))),
            ("\x1bى", alt(KeyCode::Char('ى'))),
            ("\x1b[A", key(KeyCode::Up)),
            ("\x1bOB", key(KeyCode::Down)),
            ("\x1b[1;5C", ctrl(KeyCode::Right)),
            ("\x1b[1;3D", alt(KeyCode::Left)),
            ("\x1bOd", ctrl(KeyCode::Left)),
            ("\x1b[Z", key(KeyCode::BackTab)),
            ("\x1b[5~", key(KeyCode::PageUp)),
            ("\x1b[6^", ctrl(KeyCode::PageDown)),
            ("\x1b[7~", key(KeyCode::Home)),
            ("\x1b[F", key(KeyCode::End)),
            ("\x1b[3~", key(KeyCode::Delete)),
            ("\x1bOP", key(KeyCode::F(1))),
            ("\x1b[[E", key(KeyCode::F(5))),
            ("\x1b[15~", key(KeyCode::F(5))),
            ("\x1b[24~", key(KeyCode::F(12))),
            ("\x1b[97;5u", ctrl(KeyCode::Char('a'))),
        ];
        for (bytes, token) in cases {
            assert_eq!(
                told(&[bytes.as_bytes()]),
                std::slice::from_ref(token),
                "{bytes:?}"
            );
        }
    }

    #[test]
    fn what_means_nothing_to_us_is_no_key() {
        for bytes in [
            "\x1b[?2026;2$y",
            "\x1b[I",
            "\x1b]11;rgb:0000/0000/0000\x07",
            "\x1b]10;rgb:ff/ff/ff\x1b\\",
            "\x1bP1+r436f\x1b\\",
            "\x1b[200~",
            "\x1b[M !!",
            "\x1b[12;40R",
            "\x1b[",
            "\x1b[1;",
            "\x1bP>|half",
        ] {
            assert_eq!(told(&[bytes.as_bytes()]), [], "{bytes:?}");
        }
        assert_eq!(
            told(&[b"\xff\xc3(\xe0\x80j"]).last(),
            Some(&key(KeyCode::Char('j')))
        );
    }

    #[test]
    fn a_sequence_broken_off_does_not_take_keys_with_it() {
        assert_eq!(told(&[b"\x1b[1\x1b[A"]), [key(KeyCode::Up)]);
        assert_eq!(told(&[b"\x1bP>|half\x1b[A"]), [key(KeyCode::Up)]);
        assert_eq!(
            told(&[b"\x1b\x1b[A"]),
            [key(KeyCode::Esc), key(KeyCode::Up)]
        );
        let interrupt = Token::Key(KeyPress::ctrl('c'));
        assert_eq!(told(&[b"\x1bP>|half\x03"]), [interrupt]);
        let capital = KeyPress {
            alt: true,
            ..KeyPress::char('P')
        };
        assert_eq!(
            told(&[b"\x1bPj"]),
            [Token::Key(capital), key(KeyCode::Char('j'))]
        );
    }

    #[test]
    fn the_mouse() {
        let mouse = |kind| {
            Token::Mouse(Mouse {
                kind,
                column: 11,
                row: 4,
            })
        };
        assert_eq!(told(&[b"\x1b[<0;12;5M"]), [mouse(MouseKind::Press)]);
        assert_eq!(told(&[b"\x1b[<0;12;5m"]), [mouse(MouseKind::Release)]);
        assert_eq!(told(&[b"\x1b[<36;12;5M"]), [mouse(MouseKind::Drag)]);
        assert_eq!(told(&[b"\x1b[<65;12;5M"]), [mouse(MouseKind::WheelDown)]);
        assert_eq!(told(&[b"\x1b[<2;12;5M"]), []);
    }

    #[test]
    fn answers_are_the_same_however_they_are_cut() {
        let bytes = b"x\x1b[8;1$y\x1bP>|VTE(8001)\x1b\\\x1b[>61;8001;1c\x1b[?61;1;21cy\xd9\x84";
        let whole = told(&[bytes]);
        assert_eq!(
            whole,
            [
                key(KeyCode::Char('x')),
                Token::Reply(Reply::Order(1)),
                Token::Reply(Reply::Version("VTE(8001)".into())),
                Token::Reply(Reply::Secondary("61;8001;1".into())),
                Token::Reply(Reply::Primary("61;1;21".into())),
                key(KeyCode::Char('y')),
                key(KeyCode::Char('ل')),
            ]
        );
        for at in 0..bytes.len() {
            let (one, other) = bytes.split_at(at);
            assert_eq!(told(&[one, other]), whole);
        }
        let single: Vec<&[u8]> = bytes.chunks(1).collect();
        assert_eq!(told(&single), whole);
    }
}
