//! The encoding of bytes that do not say it.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, ISO_8859_6, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1256};

use super::decode::marked;

/// How many bytes are looked at to guess by.
const SAMPLE: usize = 64 << 10;

/// The encoding of `bytes`: by their mark, else by what they look like.
pub(super) fn encoding(bytes: &[u8]) -> &'static Encoding {
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    marked(bytes)
        .or_else(|| utf16(sample))
        .or_else(|| utf8(bytes))
        .or_else(|| arabic(sample))
        .unwrap_or_else(|| legacy(sample))
}

/// UTF-16 without a mark: one byte of each pair is nearly always the block of
/// the script, 0 for ASCII and 6 for Arabic, which no other text holds.
fn utf16(sample: &[u8]) -> Option<&'static Encoding> {
    let blocks = |offset| {
        let half = sample.iter().skip(offset).step_by(2);
        half.filter(|b| matches!(b, 0 | 6)).count()
    };
    let (even, odd) = (blocks(0), blocks(1));
    let most = (sample.len() / 2) * 6 / 10;
    match (even > most, odd > most) {
        (true, false) => Some(UTF_16BE),
        (false, true) => Some(UTF_16LE),
        _ => None,
    }
}

/// UTF-8, be a few bytes of it damaged: one broken sequence in ten at most.
fn utf8(bytes: &[u8]) -> Option<&'static Encoding> {
    if std::str::from_utf8(bytes).is_ok() {
        return Some(UTF_8);
    }
    let (mut whole, mut broken) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    (broken * 10 <= whole).then_some(UTF_8)
}

/// The two one-byte encodings of Arabic, told apart by the commonest pair of
/// letters of the language: ال is C7 E1 in the one and C7 E4 in the other,
/// where C7 E1 is no more than اف is.
fn arabic(sample: &[u8]) -> Option<&'static Encoding> {
    let high = sample.iter().filter(|b| !b.is_ascii()).count();
    let pairs = |second| sample.windows(2).filter(|w| *w == [0xc7, second]).count();
    let (windows, iso) = (pairs(0xe1), pairs(0xe4));
    let enough = (windows + iso) * 30 >= high && windows + iso > 0;
    match enough {
        true if windows >= iso => Some(WINDOWS_1256),
        true => Some(ISO_8859_6),
        false => None,
    }
}

fn legacy(sample: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(sample, true);
    detector.guess(None, Utf8Detection::Deny)
}
