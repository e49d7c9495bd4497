//! What a character is to the layout: its class and, for the most part, its
//! width. One table look-up for all that Arabic and Latin text is made of.

use std::sync::LazyLock;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthChar;

/// What a character is to the layout. The numbers are sets of bits, so that
/// plain letters can be counted without a decision for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Class {
    /// One column; carries the marks that follow it.
    Base = PLAIN | COLUMN,
    /// Lam: one cell with an alef that follows.
    Lam = PLAIN | COLUMN | LAM,
    /// An alef that makes one cell with a lam before it.
    Alef = PLAIN | COLUMN | ALEF,
    /// No column of its own: stays with what it follows.
    Mark = PLAIN | MARK,
    /// A blank at which a row may end; drawn as a space.
    Blank = 0x20,
    /// A format character: never drawn, no column.
    Hidden,
    /// As hidden, and a row may end after it.
    HiddenBreak,
    /// A control character: shown by a sign, never sent.
    Control,
    /// One column; between letters a row may end after it.
    Hyphen,
    /// Two columns; a row may end on either side of it.
    Wide,
    /// Closes what stands before it: two columns, no row begins with it.
    WideEnd,
    /// Anything else: Unicode's grapheme rules decide.
    Other,
    /// No character: the end of the text.
    End,
}

const COLUMN: u8 = 1;
const LAM: u8 = 2;
const ALEF: u8 = 4;
const MARK: u8 = 8;
const PLAIN: u8 = 0x10;

impl Class {
    /// Whether words of such characters can be counted.
    #[inline]
    pub(super) fn is_plain(self) -> bool {
        self as u8 & PLAIN != 0
    }

    /// 1 for a plain character with a column of its own, else 0.
    #[inline]
    pub(super) fn column(self) -> usize {
        usize::from(self as u8 & COLUMN)
    }

    /// 1 for lam, else 0.
    #[inline]
    pub(super) fn lam(self) -> usize {
        usize::from(self as u8 & LAM) / usize::from(LAM)
    }

    /// 1 for an alef, else 0.
    #[inline]
    pub(super) fn alef(self) -> usize {
        usize::from(self as u8 & ALEF) / usize::from(ALEF)
    }

    /// 1 for a mark, else 0.
    #[inline]
    pub(super) fn mark(self) -> usize {
        usize::from(self as u8 & MARK) / usize::from(MARK)
    }
}

/// The characters below this one have their class in a table: all whose UTF-8
/// has two bytes, and the later Arabic blocks.
const TABLE: usize = 0x900;

/// The table itself; take it once, then look up many.
pub(super) struct Classes(&'static [Class; TABLE]);

impl Classes {
    /// The one table.
    pub(super) fn get() -> Self {
        static CLASSES: LazyLock<[Class; TABLE]> = LazyLock::new(|| {
            std::array::from_fn(|c| {
                let c = u32::try_from(c).ok().and_then(char::from_u32);
                c.map_or(Class::Base, low)
            })
        });
        Self(&CLASSES)
    }

    /// The class of a character below U+0800, given by its code.
    #[inline]
    pub(super) fn low(&self, c: u32) -> Class {
        self.0.get(c as usize).copied().unwrap_or(Class::Other)
    }

    /// The class of a character.
    #[inline]
    pub(super) fn of(&self, c: char) -> Class {
        match self.0.get(c as usize) {
            Some(class) => *class,
            None => high(c),
        }
    }
}

fn low(c: char) -> Class {
    match c {
        ' ' | '\t'..='\r' | '\u{85}' => Class::Blank,
        '-' => Class::Hyphen,
        '\u{644}' => Class::Lam,
        '\u{622}' | '\u{623}' | '\u{625}' | '\u{627}' => Class::Alef,
        _ if c.is_control() => Class::Control,
        _ if is_hidden(c) => Class::Hidden,
        _ if format!("a{c}").graphemes(true).count() == 1 => Class::Mark,
        _ if c.width() == Some(1) => Class::Base,
        _ => Class::Other,
    }
}

/// The classes above the table. `Base` and `Wide` only where nothing before or
/// after such a character could belong to the same grapheme.
fn high(c: char) -> Class {
    match c {
        '\u{200b}' => Class::HiddenBreak,
        '\u{200c}' | '\u{200d}' => Class::Other,
        '\u{2010}' | '\u{2012}'..='\u{2014}' => Class::Hyphen,
        '\u{2015}'..='\u{2027}'
        | '\u{2030}'..='\u{203b}'
        | '\u{20a0}'..='\u{20c0}'
        | '\u{fb50}'..='\u{fd3f}'
        | '\u{fd50}'..='\u{fdcf}'
        | '\u{fdf0}'..='\u{fdfc}'
        | '\u{fe70}'..='\u{fefc}' => Class::Base,
        '\u{2000}'..='\u{2006}'
        | '\u{2008}'..='\u{200a}'
        | '\u{2028}'
        | '\u{2029}'
        | '\u{205f}' => Class::Blank,
        '\u{3001}' | '\u{3002}' | '\u{ff01}' | '\u{ff0c}' | '\u{ff1f}' => Class::WideEnd,
        '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}' | '\u{4e00}'..='\u{9fff}' => Class::Wide,
        _ if is_hidden(c) => Class::Hidden,
        _ => Class::Other,
    }
}

/// Whether a character is never drawn: Unicode's format characters, those that
/// enclose digits among them (terminals disagree on their width), the fillers
/// and the selectors of variants.
pub(super) const fn is_hidden(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{600}'..='\u{605}' | '\u{61c}' | '\u{6dd}' | '\u{70f}'
        | '\u{890}' | '\u{891}' | '\u{8e2}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
        | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{110bd}' | '\u{110cd}'
        | '\u{13430}'..='\u{1343f}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}')
}
