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

/// The clusters of a text from `at` on. Where they begin does not depend on
/// what stands before, so a row can be read again from its own start.
pub(super) struct Clusters<'a> {
    text: &'a str,
    at: usize,
    classes: Classes,
}

impl<'a> Clusters<'a> {
    /// The clusters of `text`.
    pub(super) fn new(text: &'a str) -> Self {
        Self {
            text,
            at: 0,
            classes: Classes::get(),
        }
    }

    /// After a base: the marks that follow, the first other class and the
    /// place where it stands.
    #[inline]
    fn marks(&self, mut at: usize) -> (usize, Class, usize) {
        let limit = self.at + LONGEST;
        for c in self.text.get(at..).unwrap_or_default().chars() {
            let class = self.classes.of(c);
            if class != Class::Mark || at + c.len_utf8() > limit {
                return (at, class, at + c.len_utf8());
            }
            at += c.len_utf8();
        }
        (at, Class::Control, at)
    }

    /// A cluster by Unicode's own rules, no longer than [`LONGEST`].
    #[cold]
    fn by_grapheme(&self) -> Cluster {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let near = &rest[..rest.floor_char_boundary(LONGEST)];
        let grapheme = near.graphemes(true).next().unwrap_or(near);
        let width = symbol(grapheme).width() as u8;
        let first = grapheme
            .chars()
            .next()
            .map_or(Class::Base, |c| self.classes.of(c));
        let class = match (first, width) {
            (_, 0) => Class::Hidden,
            (Class::Other, 2) => Class::Wide,
            (Class::Other | Class::Mark | Class::Alef, _) => Class::Base,
            (class, _) => class,
        };
        Cluster {
            start: self.at,
            end: self.at + grapheme.len(),
            width,
            class,
        }
    }

    #[inline]
    fn cluster(&self, c: char) -> Cluster {
        let class = self.classes.of(c);
        let start = self.at;
        let end = start + c.len_utf8();
        let (width, follows) = match class {
            Class::Base | Class::Blank | Class::Hyphen | Class::Lam | Class::Alef => (1, true),
            Class::Wide | Class::WideEnd => (2, true),
            Class::Control => (1, false),
            Class::Hidden | Class::HiddenBreak => (0, false),
            Class::Mark | Class::Other => return self.by_grapheme(),
        };
        let mut found = Cluster {
            start,
            end,
            width,
            class,
        };
        if follows {
            let (after, next, end) = self.marks(end);
            match (class, next) {
                (_, Class::Other) => return self.by_grapheme(),
                (Class::Lam, Class::Alef) => {
                    found.end = self.marks(end).0;
                    found.class = Class::Alef;
                }
                (Class::Alef, _) => {
                    found.end = after;
                    found.class = Class::Base;
                }
                _ => found.end = after,
            }
        }
        found
    }
}

impl Iterator for Clusters<'_> {
    type Item = Cluster;

    #[inline]
    fn next(&mut self) -> Option<Cluster> {
        let c = self.text.get(self.at..)?.chars().next()?;
        let cluster = self.cluster(c);
        self.at = cluster.end;
        Some(cluster)
    }
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
                shown.push(' ')
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
