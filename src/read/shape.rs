//! Tells text from what is none, and names the commonest kinds of that.

use super::Fault;

/// How files of other kinds begin, what they are, and how to get at their text.
const KINDS: [(&[u8], &str, &str); 10] = [
    (
        b"%PDF-",
        "a PDF",
        "take the text out of it first, as pdftotext does",
    ),
    (
        b"PK\x03\x04",
        "a zip archive or an office document",
        SAVE_AS_TEXT,
    ),
    (b"\xd0\xcf\x11\xe0", "an old office document", SAVE_AS_TEXT),
    (b"{\\rtf", "a rich text document", SAVE_AS_TEXT),
    (b"\x89PNG", "a picture", NO_TEXT),
    (b"\xff\xd8\xff", "a picture", NO_TEXT),
    (b"GIF8", "a picture", NO_TEXT),
    (b"\x7fELF", "a program", NO_TEXT),
    (b"BZh", "compressed (bzip2)", "unpack it first: bunzip2"),
    (b"\xfd7zXZ", "compressed (xz)", "unpack it first: unxz"),
];

const SAVE_AS_TEXT: &str = "open it where it was written and save it as plain text";
const NO_TEXT: &str = "there are no words in it to read";

/// What is said of bytes that are no text of any kind.
pub(super) const NOISE: Fault = Fault::Binary {
    what: "binary data",
    remedy: "if it is text, name its encoding with --encoding",
};

/// Why `bytes` are a file of another kind, if they are.
pub(super) fn foreign(bytes: &[u8]) -> Option<Fault> {
    KINDS
        .iter()
        .find(|(magic, ..)| bytes.starts_with(magic))
        .map(|&(_, what, remedy)| Fault::Binary { what, remedy })
}

/// Whether more than one byte in fifty of `text` is a control character that no
/// text has, or one character in ten could not be decoded.
pub(super) fn is_noise(text: &str) -> bool {
    let controls = text.bytes().filter(|b| is_odd_control(*b)).count();
    let lost = text.matches('\u{fffd}').count();
    controls * 50 > text.len() || lost * 10 > text.chars().count()
}

/// Escape and backspace are left out: logs and old manuals are full of them.
fn is_odd_control(byte: u8) -> bool {
    byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x08 | 0x0b | 0x0c | 0x1b)
}
