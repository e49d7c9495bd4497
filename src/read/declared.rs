//! Pages and feeds to text, by the encoding that they say they are written in.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use memchr::memmem;

use super::{Fault, decode};

/// How far into a page its encoding is looked for; browsers give up after 1024
/// bytes, old pages of news have it behind their scripts.
const FAR: usize = 8 << 10;

/// The text of a page or a feed, in the encoding that is forced, marked or declared,
/// else guessed.
///
/// # Errors
/// A [`Fault`] where the bytes hold no text.
pub(super) fn text(bytes: Vec<u8>, forced: Option<decode::Encoding>) -> Result<String, Fault> {
    let declared = || encoding(&bytes).filter(|encoding| may_be(encoding, &bytes));
    let known = || {
        decode::marked(&bytes)
            .or_else(declared)
            .map(decode::Encoding)
    };
    let known = forced.or_else(known);
    decode::decode(bytes, known)
}

/// Whether the bytes can be of that encoding; pages that changed theirs often
/// declare the one they had.
fn may_be(encoding: &'static Encoding, bytes: &[u8]) -> bool {
    let is_utf8 = std::str::from_utf8(bytes).is_ok() && !bytes.is_ascii();
    if encoding == UTF_8 {
        is_utf8 || bytes.is_ascii()
    } else {
        !is_utf8
    }
}

/// What `<meta charset="…">`, `<meta content="…; charset=…">` or
/// `<?xml encoding="…">` names.
fn encoding(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..FAR).unwrap_or(bytes).to_ascii_lowercase();
    let named = [&b"charset"[..], b"encoding"]
        .iter()
        .find_map(|word| after(&head, word))?;
    // Whoever could read that is not looking at UTF-16.
    match Encoding::for_label(named)? {
        e if e == UTF_16LE || e == UTF_16BE => Some(UTF_8),
        e => Some(e),
    }
}

/// The label behind `word=`, in quotes or not.
fn after<'a>(head: &'a [u8], word: &[u8]) -> Option<&'a [u8]> {
    memmem::find_iter(head, word).find_map(|at| {
        let rest = head.get(at + word.len()..)?.trim_ascii_start();
        let label = rest.strip_prefix(b"=")?.trim_ascii_start();
        let label = label
            .strip_prefix(b"\"")
            .or(label.strip_prefix(b"'"))
            .unwrap_or(label);
        let is_name = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b':' | b'.');
        let end = label
            .iter()
            .position(|b| !is_name(b))
            .unwrap_or(label.len());
        label.get(..end).filter(|label| !label.is_empty())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_to_declare_it_is_known() {
        let windows = Some(encoding_rs::WINDOWS_1256);
        for (head, found) in [
            ("<meta charset=windows-1256>", windows),
            ("<META CHARSET = 'Windows-1256'/>", windows),
            ("<meta content=\"text/html; charset=cp1256\">", windows),
            ("<?xml version='1.0' encoding=\"windows-1256\"?>", windows),
            ("<meta charset=utf-16>", Some(UTF_8)),
            ("<meta charset=klingon>", None),
            ("a page on charset and encoding", None),
            ("", None),
        ] {
            assert_eq!(encoding(head.as_bytes()), found, "{head}");
        }
    }
}
