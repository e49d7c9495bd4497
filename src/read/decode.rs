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
