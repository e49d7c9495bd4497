//! Bytes to text. The mark at the beginning is left out; nothing else changes.

use std::str::FromStr;

use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE};

use super::{Fault, guess, shape};

/// A way to write text as bytes, by any of the names that the web knows:
/// `utf-8`, `utf-16`, `windows-1256`, `iso-8859-6` …
///
/// ```
/// use qawl::read::Encoding;
///
/// assert!("cp1256".parse::<Encoding>().is_ok());
/// assert!("klingon".parse::<Encoding>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Encoding(pub(super) &'static encoding_rs::Encoding);

impl FromStr for Encoding {
    type Err = UnknownEncoding;

    fn from_str(name: &str) -> Result<Self, UnknownEncoding> {
        encoding_rs::Encoding::for_label(name.as_bytes())
            .map(Self)
            .ok_or(UnknownEncoding)
    }
}

/// The name of no encoding.
#[derive(Debug, thiserror::Error)]
#[error("no such encoding; for instance utf-8, utf-16le, utf-16be, windows-1256, iso-8859-6")]
pub struct UnknownEncoding;

/// The text that `bytes` hold: in the encoding that is `forced`, else by their
/// mark, else by what they look like. Bytes that the encoding does not know
/// become U+FFFD.
pub(super) fn decode(bytes: Vec<u8>, forced: Option<Encoding>) -> Result<String, Fault> {
    if let Some(encoding) = forced {
        return Ok(with(encoding.0, bytes));
    }
    if let Some(fault) = shape::foreign(&bytes) {
        return Err(fault);
    }
    let text = with(guess::encoding(&bytes), bytes);
    if shape::is_noise(&text) {
        return Err(shape::NOISE);
    }
    Ok(text)
}

fn with(encoding: &'static encoding_rs::Encoding, mut bytes: Vec<u8>) -> String {
    if encoding != UTF_8 {
        return encoding.decode_with_bom_removal(&bytes).0.into_owned();
    }
    if bytes.starts_with(b"\xef\xbb\xbf") {
        bytes.drain(..3);
    }
    String::from_utf8(bytes).unwrap_or_else(|e| String::from_utf8_lossy(e.as_bytes()).into_owned())
}

/// The encoding that a mark at the beginning names.
pub(super) fn marked(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    match bytes {
        [0xef, 0xbb, 0xbf, ..] => Some(UTF_8),
        [0xff, 0xfe, ..] => Some(UTF_16LE),
        [0xfe, 0xff, ..] => Some(UTF_16BE),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_mark_is_left_out_and_nothing_else_changes() {
        for (bytes, text) in [
            (&b"\xef\xbb\xbfa\r\n\xd8\xa3 "[..], "a\r\nأ "),
            (b"\xff\xfea\0\x23\x06", "aأ"),
            (b"\xfe\xff\0a\x06\x23", "aأ"),
            (b"\xef\xbb\xbf\xef\xbb\xbfa", "\u{feff}a"),
        ] {
            assert_eq!(decode(bytes.to_vec(), None).ok().as_deref(), Some(text));
        }
    }

    #[test]
    fn a_forced_encoding_is_obeyed() {
        let iso = Some("iso-8859-6".parse().expect("an encoding"));
        assert_eq!(
            decode(b"\xc7\xe4".to_vec(), iso).ok().as_deref(),
            Some("ال")
        );
        let windows = Some("cp1256".parse().expect("an encoding"));
        assert_eq!(
            decode(b"\xc7\xe4".to_vec(), windows).ok().as_deref(),
            Some("ان")
        );
    }

    #[test]
    fn what_is_no_text_is_said_to_be_none() {
        for bytes in [
            &b"%PDF-1.7"[..],
            b"\x1f\x8b\x08",
            b"PK\x03\x04",
            &[0; 99],
            b"\x81\x01\x02",
        ] {
            assert!(
                matches!(decode(bytes.to_vec(), None), Err(Fault::Binary { .. })),
                "{bytes:?}"
            );
        }
    }

    proptest! {
        #[test]
        fn any_bytes_give_text_or_a_fault(bytes: Vec<u8>) {
            let _ = decode(bytes, None);
        }

        #[test]
        fn any_text_comes_back_as_it_was(text in "[\u{600}-\u{6ff} a-z\n«»“”😀]{0,200}") {
            prop_assert_eq!(decode(text.clone().into_bytes(), None).ok(), Some(text));
        }
    }
}
