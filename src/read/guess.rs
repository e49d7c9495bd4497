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

/// Whether `begin` begins a text in UTF-16.
pub(super) fn is_utf16(begin: &[u8]) -> bool {
    let sample = begin.get(..SAMPLE).unwrap_or(begin);
    let encoding = marked(begin).or_else(|| utf16(sample));
    matches!(encoding, Some(e) if e == UTF_16LE || e == UTF_16BE)
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

/// The letters ا ل ي م ن و, which make half of any Arabic text, in both of its
/// one-byte encodings; alef, first, is the same byte in both.
const COMMON_WINDOWS: [u8; 6] = [ALEF, 0xe1, 0xed, 0xe3, 0xe4, 0xe6];
const COMMON_ISO: [u8; 6] = [ALEF, 0xe4, 0xea, 0xe5, 0xe6, 0xe8];
const ALEF: u8 = 0xc7;

/// Windows-1256 or ISO-8859-6, where the commonest letters of Arabic are as
/// common as they are in Arabic; the general detector mistakes one for the other
/// in short texts.
fn arabic(sample: &[u8]) -> Option<&'static Encoding> {
    let count = |of: &[u8]| sample.iter().filter(|b| of.contains(b)).count();
    let (windows, iso) = (count(&COMMON_WINDOWS), count(&COMMON_ISO));
    let high = sample.iter().filter(|b| !b.is_ascii()).count();
    let is_arabic = count(&[ALEF]) * 20 >= high && windows.max(iso) * 10 >= high * 4;
    let best = if windows >= iso {
        WINDOWS_1256
    } else {
        ISO_8859_6
    };
    (is_arabic && high > 0).then_some(best)
}

fn legacy(sample: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(sample, true);
    detector.guess(None, Utf8Detection::Deny)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NEWS: &str = "وزير النقل: «الجسر آمن»\n\nقال وزير النقل في جمهورية سلدانيا مروان \
        الديري، الثلاثاء 14 مايو، إن الجسر الجديد آمن.";

    #[track_caller]
    fn check(text: &str, encoding: &'static Encoding) {
        let bytes = encoding.encode(text).0;
        assert_eq!(super::encoding(&bytes), encoding, "{text}");
    }

    fn utf16_bytes(text: &str, pair: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(pair).collect()
    }

    #[test]
    fn arabic_in_each_of_its_encodings() {
        for text in [
            NEWS,
            "الوزير",
            "قتيلان في انهيار مبنى",
            "Reuters: بين البلدين",
        ] {
            check(text, UTF_8);
            check(text, WINDOWS_1256);
            assert_eq!(encoding(&utf16_bytes(text, u16::to_le_bytes)), UTF_16LE);
            assert_eq!(encoding(&utf16_bytes(text, u16::to_be_bytes)), UTF_16BE);
        }
        check("قال وزير النقل إن الجسر آمن", ISO_8859_6);
        check("قتيلان في انهيار مبنى", ISO_8859_6);
    }

    #[test]
    fn other_languages_are_left_to_the_general_detector() {
        check(
            "Le ministre a déclaré que l’été serait très agréable.",
            encoding_rs::WINDOWS_1252,
        );
        check(
            "Министр транспорта заявил, что новый мост безопасен.",
            encoding_rs::WINDOWS_1251,
        );
        check("Plain words", UTF_8);
    }

    #[test]
    fn a_damaged_byte_does_not_change_the_encoding() {
        let mut bytes = NEWS.as_bytes().to_vec();
        bytes.remove(40);
        assert_eq!(encoding(&bytes), UTF_8);
    }

    #[test]
    fn a_mark_decides() {
        assert_eq!(encoding(b"\xef\xbb\xbfab"), UTF_8);
        assert_eq!(encoding(b"\xff\xfea\0"), UTF_16LE);
        assert_eq!(encoding(b"\xfe\xff\0a"), UTF_16BE);
    }
}
