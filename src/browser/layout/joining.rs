//! How a letter of the Arabic script joins its neighbours: Unicode's
//! `Joining_Type`, one letter a code point.

use super::class::is_hidden;
use unicode_width::UnicodeWidthChar;

/// Unicode's joining types; none of the letters here joins on the left alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joining {
    /// Joins neither side.
    None,
    /// Joins the letter before it.
    Right,
    /// Joins both sides.
    Dual,
    /// Has no forms, but those beside it join it: tatweel, the joiner.
    Cause,
    /// As if it were not there: marks, format characters.
    Transparent,
}

impl Joining {
    /// Whether a letter before it can join it.
    pub(super) fn meets_previous(self) -> bool {
        matches!(self, Self::Right | Self::Dual | Self::Cause)
    }

    /// Whether a letter after it can join it.
    pub(super) fn meets_next(self) -> bool {
        matches!(self, Self::Dual | Self::Cause)
    }
}

/// The types of U+0620..U+06FF, of U+0750..U+077F and of U+0870..U+08FF.
const BLOCKS: [(u32, &[u8]); 3] = [
    (
        0x620,
        b"DURRRRDRDRDDDDDRRRRDDDDDDDDDDDDDCDDDDDDDRDDTTTTTTTTTTTTTTTTTTTTT\
          UUUUUUUUUUUUUUDDTRRRURRRDDDDDDDDDDDDDDDDRRRRRRRRRRRRRRRRRRDDDDDD\
          DDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDRDDRRRRRRRRRDRDRDDRRURTTTTTTTUUT\
          TTTTTUUTTUTTTTRRUUUUUUUUUUDDDUUD",
    ),
    (0x750, b"DDDDDDDDDRRRDDDDDDDDDDDDDDDRRDDDDRDRRDDDRRDDDDDD"),
    (
        0x870,
        b"RRRRRRRRRRRRRRRRRRRCCCDUUDDDDDRUUUUUUUUUTTTTTTTTDDDDDDDDDDRRRURD\
          DRRDDDDDDRDDDDDDDDDDDDDDDUTTTTTTTTTTTTTTTTTTTTTTTTUTTTTTTTTTTTTT\
          TTTTTTTTTTTTTTTT",
    ),
];

/// The joining type of a character. Scripts other than Arabic do not join here.
pub(super) fn joining(c: char) -> Joining {
    let listed = BLOCKS.iter().find_map(|(first, types)| {
        let at = (c as u32).checked_sub(*first)?;
        types.get(at as usize)
    });
    match listed {
        Some(b'D') => Joining::Dual,
        Some(b'R') => Joining::Right,
        Some(b'C') => Joining::Cause,
        Some(b'T') => Joining::Transparent,
        Some(_) => Joining::None,
        None => unlisted(c),
    }
}

fn unlisted(c: char) -> Joining {
    match c {
        '\u{200d}' => Joining::Cause,
        '\u{200c}' | '\u{600}'..='\u{605}' => Joining::None,
        _ if is_hidden(c) || c.width() == Some(0) => Joining::Transparent,
        _ => Joining::None,
    }
}
