//! What stands in one cell: Unicode's graphemes, with two differences. Lam and
//! alef are one cluster, with the marks of both; and a cluster ends after
//! [`LONGEST`] bytes, so that no tower of marks can slow a screen.

use super::class::{Class, Classes, is_hidden};
use compact_str::CompactString;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The most bytes that one cluster holds. Emoji families take 40, the longest
/// sound graphemes fewer.
const LONGEST: usize = 128;

/// The most marks that a cell shows on its letter; Arabic needs four.
const MARKS: usize = 6;

/// One cluster of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cluster {
    /// Its first byte.
    pub start: usize,
    /// The byte after its last.
    pub end: usize,
    /// The columns it takes; 0 where nothing is drawn.
    pub width: u8,
    /// What its first character is; [`Class::Lam`] stands for lam alone,
    /// [`Class::Alef`] for lam and alef in one.
    pub class: Class,
}

/// The clusters of a text. Where they begin does not depend on what stands
/// before, so a row can be read again from its own start.
pub(super) struct Clusters<'a> {
    text: &'a str,
    classes: Classes,
    /// Where the next cluster begins.
    at: usize,
    /// The character there, seen already when the cluster before it ended.
    ahead: Seen,
}

/// A character's class, and the byte after it.
#[derive(Clone, Copy)]
pub(super) struct Seen {
    pub class: Class,
    pub end: usize,
}

impl<'a> Clusters<'a> {
    /// The clusters of `text`.
    pub(super) fn new(text: &'a str) -> Self {
        Self::from(text, 0)
    }

    /// The clusters of `text` from the byte `at` on, where one begins.
    pub(super) fn from(text: &'a str, at: usize) -> Self {
        let classes = Classes::get();
        Self {
            ahead: look(text, &classes, at),
            text,
            classes,
            at,
        }
    }

    /// Looks over the marks at `at`; gives their end and what stands there.
    #[inline]
    fn marks(&self, mut at: usize) -> (usize, Seen) {
        let limit = self.at + LONGEST;
        loop {
            let seen = look(self.text, &self.classes, at);
            if seen.class != Class::Mark || seen.end > limit {
                return (at, seen);
            }
            at = seen.end;
        }
    }

    /// A cluster by Unicode's own rules, no longer than [`LONGEST`].
    #[cold]
    fn by_grapheme(&self) -> Cluster {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let near = rest.get(..boundary(rest, LONGEST)).unwrap_or(rest);
        let grapheme = near.graphemes(true).next().unwrap_or(near);
        let width = u8::try_from(symbol(grapheme).width()).unwrap_or(u8::MAX);
        let alone = self.at + grapheme.len() == self.ahead.end;
        let class = match (self.ahead.class, width) {
            (_, 0) => Class::Hidden,
            (Class::Other, 2) => Class::Wide,
            (Class::Other | Class::Mark | Class::Alef, _) => Class::Base,
            (Class::Blank, _) if !alone => Class::Base,
            (class, _) => class,
        };
        Cluster {
            start: self.at,
            end: self.at + grapheme.len(),
            width,
            class,
        }
    }

    /// The cluster at `at`, and what stands after it if that was seen.
    #[inline]
    fn cluster(&self) -> (Cluster, Option<Seen>) {
        let Seen { class, end } = self.ahead;
        let mut found = Cluster {
            start: self.at,
            end,
            width: 1,
            class,
        };
        match class {
            Class::Base | Class::Blank | Class::Hyphen | Class::Lam | Class::Alef => {}
            Class::Wide | Class::WideEnd => found.width = 2,
            Class::Hidden | Class::HiddenBreak => {
                found.width = 0;
                return (found, None);
            }
            Class::Control | Class::End => return (found, None),
            Class::Mark | Class::Other => return (self.by_grapheme(), None),
        }
        let (end, after) = self.marks(end);
        found.end = end;
        match (class, after.class) {
            (_, Class::Other) => (self.by_grapheme(), None),
            (Class::Lam, Class::Alef) => {
                let (end, after) = self.marks(after.end);
                found.end = end;
                found.class = Class::Alef;
                (found, Some(after))
            }
            (Class::Blank, _) if self.ahead.end == end => (found, Some(after)),
            // A blank that carries a mark is there to show it.
            (Class::Alef | Class::Blank, _) => {
                found.class = Class::Base;
                (found, Some(after))
            }
            _ => (found, Some(after)),
        }
    }
}

impl Iterator for Clusters<'_> {
    type Item = Cluster;

    #[inline]
    fn next(&mut self) -> Option<Cluster> {
        if self.ahead.class == Class::End {
            return None;
        }
        let (cluster, ahead) = self.cluster();
        self.at = cluster.end;
        self.ahead = ahead.unwrap_or_else(|| look(self.text, &self.classes, cluster.end));
        Some(cluster)
    }
}

/// The character at a byte. Those of one and two bytes, which is nearly all
/// that Arabic and Latin text holds, are decoded here: that is twice as fast.
#[inline]
pub(super) fn look(text: &str, classes: &Classes, at: usize) -> Seen {
    let bytes = text.as_bytes();
    let (class, len) = match (bytes.get(at), bytes.get(at + 1)) {
        (None, _) => (Class::End, 0),
        (Some(&one @ ..0x80), _) => (classes.low(u32::from(one)), 1),
        (Some(&one @ 0xc2..0xe0), Some(&two)) => (
            classes.low(u32::from(one & 0x1f) << 6 | u32::from(two & 0x3f)),
            2,
        ),
        _ => {
            let c = text.get(at..).and_then(|rest| rest.chars().next());
            c.map_or((Class::End, 0), |c| (classes.of(c), c.len_utf8()))
        }
    };
    Seen {
        class,
        end: at + len,
    }
}

/// The last character boundary at or before `at`.
pub(super) fn boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len()))
        .rev()
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(0)
}

/// What a cell shows of a grapheme, before letters are joined: its first
/// character and the marks on it. Dropped is what terminals disagree on: format
/// characters, variants, shades of skin, and what a joiner adds to an emoji.
pub(super) fn symbol(grapheme: &str) -> CompactString {
    let mut shown = CompactString::default();
    let mut marks = 0;
    for c in grapheme.chars() {
        match c {
            '\u{200d}' if !shown.is_empty() && !is_arabic(&shown) => break,
            _ if is_hidden(c) || matches!(c, '\u{1f3fb}'..='\u{1f3ff}' if !shown.is_empty()) => {}
            _ if c.is_control() => shown.push(picture(c)),
            '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{2028}' | '\u{2029}' | '\u{202f}' => {
                shown.push(' ');
            }
            _ if c.width() == Some(0) => {
                if shown.is_empty() {
                    shown.push('\u{25cc}');
                }
                marks += 1;
                if marks <= MARKS {
                    shown.push(c);
                }
            }
            _ => shown.push(c),
        }
    }
    shown
}

fn is_arabic(shown: &str) -> bool {
    shown.starts_with(|c| matches!(c, '\u{600}'..='\u{8ff}'))
}

/// The sign that stands for a control character.
fn picture(c: char) -> char {
    match c {
        '\t'..='\r' | '\u{85}' => ' ',
        '\0'..='\u{1f}' => char::from_u32(0x2400 + c as u32).unwrap_or('\u{fffd}'),
        '\u{7f}' => '\u{2421}',
        _ => '\u{fffd}',
    }
}
