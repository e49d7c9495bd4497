//! The article as text: [`Document`], its paragraphs, and [`Span`], the one
//! coordinate system of the program.
//!
//! A document keeps the decoded text as it came, byte for byte; all else is
//! spans into it.

mod paragraphs;

use std::ops::Range;

use crate::place::Place;

/// A half-open range of bytes of a document's text, on character boundaries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last one.
    pub end: usize,
}

impl Span {
    /// The span from `start` to `end`, in bytes.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// How many bytes it holds.
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether it holds no byte.
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether the byte at `offset` is inside.
    pub const fn contains(self, offset: usize) -> bool {
        self.start <= offset && offset < self.end
    }

    /// Whether all of `other` is inside.
    pub const fn covers(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The same as a range, to slice with.
    pub const fn range(self) -> Range<usize> {
        self.start..self.end
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

/// The direction in which a text is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// Right to left, as Arabic is.
    #[default]
    Rtl,
    /// Left to right, as English is.
    Ltr,
}

/// What is known of an article beside its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meta {
    /// The headline, where it came apart from the text.
    pub title: Option<String>,
    /// The newspaper, agency or site.
    pub outlet: Option<String>,
    /// The day of publication, as the input writes it.
    pub date: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// Where it stands on the web.
    pub url: Option<String>,
    /// The name by which its archive knows it.
    pub id: Option<String>,
    /// Whether the text was made of a page or a feed, so that it stands in no
    /// file as it is.
    pub made: bool,
    /// Where it was read from.
    pub place: Place,
}

/// One article: its text, which never changes, and where its parts stand.
#[derive(Clone, Debug, Default)]
pub struct Document {
    text: String,
    paragraphs: Vec<Span>,
    headline: Option<Span>,
    direction: Direction,
    /// What is known beside the text.
    pub meta: Meta,
}

impl Document {
    /// A document of `text`: lines that hold more than blanks are paragraphs, those
    /// that one was folded into taken together, and the first of several is the
    /// headline if it reads like one.
    ///
    /// ```
    /// use qawl::document::Document;
    ///
    /// let d = Document::new("عنوان الخبر\n\nقال الوزير إن الوضع مستقر.\n");
    /// assert_eq!(d.paragraphs().len(), 2);
    /// assert_eq!(d.headline().map(|s| d.slice(s)), Some("عنوان الخبر"));
    /// ```
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        let paragraphs = paragraphs::find(&text);
        let headline = match paragraphs.as_slice() {
            [first, _, ..] if reads_as_headline(text.get(first.range()).unwrap_or_default()) => {
                Some(*first)
            }
            _ => None,
        };
        let direction = direction(&text);
        Self {
            text,
            paragraphs,
            headline,
            direction,
            meta: Meta::default(),
        }
    }

    /// The same document with what is known beside its text. Where a title is
    /// among that, the first paragraph is the headline only if it says the same.
    #[must_use]
    pub fn with_meta(mut self, meta: Meta) -> Self {
        if let Some(title) = &meta.title {
            let first = self.paragraphs.first().copied();
            self.headline = first.filter(|first| same_words(self.slice(*first), title));
        }
        self.meta = meta;
        self
    }

    /// The decoded text, unaltered.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The words at `span`; nothing where it does not fit the text.
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.range()).unwrap_or_default()
    }

    /// Its paragraphs in order, blanks at both ends left out; the headline is
    /// the first of them where there is one.
    pub fn paragraphs(&self) -> &[Span] {
        &self.paragraphs
    }

    /// The headline's place in the text.
    pub fn headline(&self) -> Option<Span> {
        self.headline
    }

    /// The only paragraph of a text that has one alone and no title beside it, if it reads like
    /// a headline: an alert (الوزير: الجسر آمن).
    pub fn only_line(&self) -> Option<Span> {
        match self.paragraphs.as_slice() {
            [only] if self.meta.title.is_none() => {
                reads_as_headline(self.slice(*only)).then_some(*only)
            }
            _ => None,
        }
    }

    /// The direction of the language most of it is written in.
    pub fn direction(&self) -> Direction {
        self.direction
    }

    /// What to call it: the headline, else the title known beside the text,
    /// else its first words.
    pub fn title(&self) -> &str {
        if let Some(headline) = self.headline {
            return self.slice(headline);
        }
        if let Some(title) = &self.meta.title {
            return title;
        }
        let first = self.paragraphs.first().map_or("", |p| self.slice(*p));
        let end = first.char_indices().nth(80).map_or(first.len(), |(i, _)| i);
        first.get(..end).unwrap_or(first)
    }
}

/// The longest headline, in characters: the longest of the 532 articles of the
/// corpus has 150.
const HEADLINE: usize = 200;

fn reads_as_headline(paragraph: &str) -> bool {
    let long = paragraph.chars().nth(HEADLINE).is_some();
    !long && !paragraph.trim_end().ends_with(['.', '،', ','])
}

/// Whether two lines differ in blanks and punctuation at most.
fn same_words(a: &str, b: &str) -> bool {
    fn letters(text: &str) -> impl Iterator<Item = char> {
        text.chars().filter(|c| c.is_alphanumeric())
    }
    a == b || letters(a).eq(letters(b))
}

/// How many characters tell the direction.
const TELLING: usize = 4000;
/// How many bytes are looked at before it is asked whether they tell enough.
const AT_ONCE: usize = 64;

fn direction(text: &str) -> Direction {
    let (mut told, mut at) = (Told::default(), 0);
    let bytes = text.as_bytes();
    loop {
        let left = (TELLING - told.chars).min(bytes.len().saturating_sub(at));
        // What is left can no longer turn it.
        if left == 0 || told.rtl.abs_diff(told.ltr) > left {
            break;
        }
        let chunk = bytes.get(at..).and_then(<[u8]>::first_chunk);
        if let Some(more) = chunk.filter(|_| left >= AT_ONCE).and_then(Told::by) {
            (told, at) = (told.and(more), at + AT_ONCE);
            continue;
        }
        let end = bytes.len().min(at + AT_ONCE);
        while at < end && told.chars < TELLING {
            at += told.take(text, at);
        }
    }
    if told.rtl >= told.ltr {
        Direction::Rtl
    } else {
        Direction::Ltr
    }
}

/// How many characters were looked at, and how many of them tell a direction.
#[derive(Clone, Copy, Default)]
struct Told {
    rtl: usize,
    ltr: usize,
    chars: usize,
}

impl Told {
    /// What some bytes tell at once; none where there is more than ASCII and Arabic
    /// among them. A character counts where it begins.
    fn by(bytes: &[u8; AT_ONCE]) -> Option<Self> {
        let (mut rtl, mut ltr, mut inner, mut other) = (0u8, 0u8, 0u8, 0u8);
        for byte in bytes {
            // U+0600 to U+06FF begin with these.
            let arabic = byte.wrapping_sub(0xd8) < 4;
            rtl += u8::from(arabic);
            ltr += u8::from((byte | 0x20).wrapping_sub(b'a') < 26);
            inner += u8::from(byte & 0xc0 == 0x80);
            other |= u8::from(*byte >= 0xc0) & u8::from(!arabic);
        }
        (other == 0).then(|| Self {
            rtl: rtl.into(),
            ltr: ltr.into(),
            chars: AT_ONCE - usize::from(inner),
        })
    }

    fn and(self, more: Self) -> Self {
        Self {
            rtl: self.rtl + more.rtl,
            ltr: self.ltr + more.ltr,
            chars: self.chars + more.chars,
        }
    }

    /// Takes the character at a byte; how many bytes it has. The rest of one that
    /// counted already is no character.
    fn take(&mut self, text: &str, at: usize) -> usize {
        let (rtl, ltr, len) = match text.as_bytes().get(at) {
            Some(0xd8..=0xdb) => (true, false, 2),
            Some(byte @ ..0x80) => (false, byte.is_ascii_alphabetic(), 1),
            _ => {
                let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else {
                    return 1;
                };
                let rtl = is_rtl(c);
                (rtl, !rtl && c.is_alphabetic(), c.len_utf8())
            }
        };
        self.rtl += usize::from(rtl);
        self.ltr += usize::from(ltr);
        self.chars += 1;
        len
    }
}

/// Whether a character is of a script that is written from the right.
fn is_rtl(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_lone_paragraph_is_no_headline() {
        let d = Document::new("قال الوزير إن الوضع مستقر");
        assert_eq!(d.headline(), None);
        assert_eq!(d.paragraphs(), [Span::new(0, d.text().len())]);
    }

    #[test]
    fn a_lone_line_may_read_like_one() {
        let only = |text: &str| Document::new(text).only_line().is_some();
        assert!(only("الوزير: الجسر آمن\n"));
        assert!(!only("قال الوزير إن الجسر آمن."));
        assert!(!only("الوزير: الجسر آمن\nقال الوزير إن الجسر آمن"));
        let titled = Document::new("الوزير: الجسر آمن").with_meta(Meta {
            title: Some("الجسر".into()),
            ..Meta::default()
        });
        assert_eq!(titled.only_line(), None);
    }

    #[test]
    fn a_known_title_decides_what_is_a_headline() {
        let titled = |title: &str| {
            Document::new("افتتاح الجسر: «آمن»\n\nقال الوزير إن الجسر آمن").with_meta(Meta {
                title: Some(title.into()),
                ..Meta::default()
            })
        };
        let same = titled("افتتاح  الجسر «آمن»");
        assert_eq!(same.headline(), same.paragraphs().first().copied());
        let other = titled("الجسر يفتح أبوابه");
        assert_eq!(other.headline(), None);
        assert_eq!(other.title(), "الجسر يفتح أبوابه");
    }

    #[test]
    fn paragraphs_leave_blanks_out_and_slice_the_original() {
        let d = Document::new("\u{feff}  أ\r\n\r\n\t\n ب \n");
        let parts: Vec<_> = d.paragraphs().iter().map(|p| d.slice(*p)).collect();
        assert_eq!(parts, ["أ", "ب"]);
    }

    #[test]
    fn direction_is_that_of_most_letters() {
        assert_eq!(
            Document::new("BBC: قال الوزير كلمة").direction(),
            Direction::Rtl
        );
        assert_eq!(
            Document::new("The minister said نعم yesterday").direction(),
            Direction::Ltr
        );
    }

    proptest! {
        #[test]
        fn direction_is_that_of_the_characters_one_by_one(
            text in "([a-z \u{621}-\u{64a}\u{66e}«»éаא𝒜]{0,90})",
            times in 1usize..80,
        ) {
            let text = text.repeat(times);
            let telling = text.chars().take(TELLING);
            let (rtl, rest): (Vec<char>, Vec<char>) = telling.partition(|c| is_rtl(*c));
            let ltr = rest.iter().filter(|c| c.is_alphabetic()).count();
            let told = if rtl.len() >= ltr { Direction::Rtl } else { Direction::Ltr };
            prop_assert_eq!(direction(&text), told);
        }
    }
}
