//! The joined forms of letters, from the two blocks of presentation forms.

use std::{ops::RangeInclusive, sync::LazyLock};

/// Letters with forms of their own and the first of these: isolated, then
/// final, then (for letters that join both sides) initial and medial.
#[rustfmt::skip]
const FORMS: [(u16, u16); 76] = [
    (0x621, 0xfe80), (0x622, 0xfe81), (0x623, 0xfe83), (0x624, 0xfe85), (0x625, 0xfe87),
    (0x626, 0xfe89), (0x627, 0xfe8d), (0x628, 0xfe8f), (0x629, 0xfe93), (0x62a, 0xfe95),
    (0x62b, 0xfe99), (0x62c, 0xfe9d), (0x62d, 0xfea1), (0x62e, 0xfea5), (0x62f, 0xfea9),
    (0x630, 0xfeab), (0x631, 0xfead), (0x632, 0xfeaf), (0x633, 0xfeb1), (0x634, 0xfeb5),
    (0x635, 0xfeb9), (0x636, 0xfebd), (0x637, 0xfec1), (0x638, 0xfec5), (0x639, 0xfec9),
    (0x63a, 0xfecd), (0x641, 0xfed1), (0x642, 0xfed5), (0x643, 0xfed9), (0x644, 0xfedd),
    (0x645, 0xfee1), (0x646, 0xfee5), (0x647, 0xfee9), (0x648, 0xfeed), (0x649, 0xfeef),
    (0x64a, 0xfef1), (0x671, 0xfb50), (0x677, 0xfbdd), (0x679, 0xfb66), (0x67a, 0xfb5e),
    (0x67b, 0xfb52), (0x67e, 0xfb56), (0x67f, 0xfb62), (0x680, 0xfb5a), (0x683, 0xfb76),
    (0x684, 0xfb72), (0x686, 0xfb7a), (0x687, 0xfb7e), (0x688, 0xfb88), (0x68c, 0xfb84),
    (0x68d, 0xfb82), (0x68e, 0xfb86), (0x691, 0xfb8c), (0x698, 0xfb8a), (0x6a4, 0xfb6a),
    (0x6a6, 0xfb6e), (0x6a9, 0xfb8e), (0x6ad, 0xfbd3), (0x6af, 0xfb92), (0x6b1, 0xfb9a),
    (0x6b3, 0xfb96), (0x6ba, 0xfb9e), (0x6bb, 0xfba0), (0x6be, 0xfbaa), (0x6c0, 0xfba4),
    (0x6c1, 0xfba6), (0x6c5, 0xfbe0), (0x6c6, 0xfbd9), (0x6c7, 0xfbd7), (0x6c8, 0xfbdb),
    (0x6c9, 0xfbe2), (0x6cb, 0xfbde), (0x6cc, 0xfbfc), (0x6d0, 0xfbe4), (0x6d2, 0xfbae),
    (0x6d3, 0xfbb0),
];

/// The form of `letter` that joins the letter before it, the one after it, both
/// or neither; none where Unicode has no such form.
pub(super) fn form(letter: char, previous: bool, next: bool) -> Option<char> {
    let at = FORMS
        .binary_search_by_key(&(letter as u32), |(c, _)| u32::from(*c))
        .ok()?;
    let (_, isolated) = FORMS.get(at)?;
    let first = u32::from(*isolated);
    let code = match (letter, previous, next) {
        // The initial and medial forms of alef maksura stand in the other block.
        ('\u{649}', previous, true) => 0xfbe8 + u32::from(previous),
        // Noon ghunna ends words; within one it has no form.
        ('\u{6ba}', _, true) => return None,
        (_, false, false) => first,
        (_, true, false) => first + 1,
        (_, false, true) => first + 2,
        (_, true, true) => first + 3,
    };
    char::from_u32(code)
}

/// The letter that a joined form is of; none for lam and alef, which are two.
///
/// ```
/// use qawl::browser::layout::unjoined;
///
/// assert_eq!(unjoined('ﻘ'), Some('ق'));
/// assert_eq!(unjoined('ﻼ'), None);
/// ```
pub fn unjoined(shape: char) -> Option<char> {
    let at = u32::from(shape).checked_sub(u32::from(*SHAPES.start()))?;
    LETTERS.get(at as usize).copied().flatten()
}

/// The blocks of joined forms.
const SHAPES: RangeInclusive<char> = '\u{fb50}'..='\u{fefc}';

/// The letter of each of them.
static LETTERS: LazyLock<Vec<Option<char>>> = LazyLock::new(|| SHAPES.map(letter_of).collect());

fn letter_of(shape: char) -> Option<char> {
    let letters = FORMS
        .iter()
        .filter_map(|(c, _)| char::from_u32(u32::from(*c)));
    let joins = [(false, false), (true, false), (false, true), (true, true)];
    letters.into_iter().find(|letter| {
        let mut forms = joins.iter().filter_map(|(p, n)| form(*letter, *p, *n));
        // A letter that joins on one side only has two forms; what follows them
        // is the next letter's.
        forms.any(|form| form == shape && joins_as(*letter, shape))
    })
}

/// Whether a form belongs to the letter, and not to the next of its block.
fn joins_as(letter: char, shape: char) -> bool {
    FORMS
        .iter()
        .filter(|(_, first)| u32::from(*first) <= shape as u32)
        .max_by_key(|(_, first)| *first)
        .is_some_and(|(c, _)| u32::from(*c) == letter as u32)
        || letter == '\u{649}' && matches!(shape, '\u{fbe8}' | '\u{fbe9}')
}

/// The one form of lam and `alef`, joined to the letter before or not.
pub(super) fn lam_alef(alef: char, previous: bool) -> Option<char> {
    let isolated = match alef {
        '\u{622}' => 0xfef5,
        '\u{623}' => 0xfef7,
        '\u{625}' => 0xfef9,
        '\u{627}' => 0xfefb,
        _ => return None,
    };
    char::from_u32(isolated + u32::from(previous))
}

/// The letter that `letter` and a hamza or madda on it make, so that a terminal
/// that drops marks still shows it.
pub(super) fn composed(letter: char, mark: char) -> Option<char> {
    Some(match (letter, mark) {
        ('\u{627}', '\u{653}') => '\u{622}',
        ('\u{627}', '\u{654}') => '\u{623}',
        ('\u{627}', '\u{655}') => '\u{625}',
        ('\u{648}', '\u{654}') => '\u{624}',
        ('\u{64a}', '\u{654}') => '\u{626}',
        ('\u{6d5}', '\u{654}') => '\u{6c0}',
        ('\u{6c1}', '\u{654}') => '\u{6c2}',
        ('\u{6d2}', '\u{654}') => '\u{6d3}',
        _ => return None,
    })
}
