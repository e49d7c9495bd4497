//! The clipboard, by OSC 52: the terminal keeps it, near or far.

use super::ask::Multiplexer;
use std::env;

/// What to write so that the terminal puts `text` into the clipboard. tmux and
/// screen are asked to hand it on; tmux keeps a copy where it may not.
pub(super) fn sequence(text: &str) -> String {
    let plain = format!("\x1b]52;c;{}\x07", base64(text.as_bytes()));
    if env::var_os("TMUX").is_some() {
        return format!("{plain}{}", Multiplexer::Tmux.through(&plain));
    }
    if env::var_os("STY").is_some() {
        return in_pieces(&plain);
    }
    plain
}

/// screen hands on no more than 768 bytes at a time.
fn in_pieces(plain: &str) -> String {
    let mut whole = String::with_capacity(plain.len() * 2);
    let mut rest = plain;
    while !rest.is_empty() {
        let (piece, after) = rest.split_at(rest.len().min(700));
        whole += &Multiplexer::Screen.through(piece);
        rest = after;
    }
    whole
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut written = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let bits = three
            .iter()
            .fold(0u32, |bits, byte| bits << 8 | u32::from(*byte));
        let bits = bits << (8 * (3 - three.len()));
        for place in 0..4 {
            let digit = DIGITS.get((bits >> (18 - 6 * place)) as usize & 63);
            let digit = digit.filter(|_| place <= three.len());
            written.push(digit.map_or('=', |digit| char::from(*digit)));
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_by_rfc_4648() {
        let cases = [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
        ];
        for (plain, encoded) in cases {
            assert_eq!(base64(plain.as_bytes()), encoded);
        }
        assert_eq!(base64("قول".as_bytes()), "2YLZiNmE");
    }

    #[test]
    fn pieces_rejoin() {
        let long = "x".repeat(2000);
        let joined = in_pieces(&long).replace("\x1bP", "").replace("\x1b\\", "");
        assert_eq!(joined, long);
    }
}
