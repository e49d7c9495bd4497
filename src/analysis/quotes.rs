//! Quotation marks, paired.
//!
//! News uses straight marks that do not say which side they stand on, curly
//! ones the wrong way round, « », marks that open each paragraph of one
//! quotation and close only the last, and marks that are never closed. What
//! stands beside a mark decides where its shape does not.

use super::{
    cues::{self, CueWord, Shape, SpeechAct, Weight},
    tokens::Tokens,
};
use crate::document::Span;

/// A pair of marks, by the tokens that hold them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The opening mark.
    pub open: usize,
    /// The closing mark; for one left open, the token after its last.
    pub close: usize,
    /// Whether a closing mark stands there.
    pub closed: bool,
    /// How many pairs it stands in.
    pub depth: usize,
}

impl Quote {
    /// The first token inside.
    pub fn first(&self) -> usize {
        self.open + 1
    }

    /// The first token inside, and the one after the last.
    pub fn inside(&self) -> (usize, usize) {
        (self.first(), self.close)
    }

    /// How many tokens it holds.
    pub fn len(&self) -> usize {
        self.close.saturating_sub(self.first())
    }

    /// Whether it holds no token.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Family {
    Guillemet,
    Double,
    Apostrophes,
    Single,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Side {
    Open,
    Close,
    Either,
}

struct Mark {
    token: usize,
    /// Its shape says nothing of its side.
    straight: bool,
    /// A blank, or what counts as one, stands on its inner side too.
    loose: bool,
    /// A proclitic alone is joined to it (و" لؤلؤ ").
    after_clitic: bool,
    /// A verb or participle of saying stands before it (مضيفا " أن).
    after_saying: bool,
    family: Family,
    side: Side,
}

/// All pairs of a text, by their opening marks. `paragraphs` are the spans in
/// which pairs are looked for; a pair left open at the end of one goes on where
/// the next opens with the same mark or holds the lone closing one.
pub fn find(text: &str, tokens: &Tokens, paragraphs: &[Span]) -> Vec<Quote> {
    let marks = marks(text, tokens);
    let mut pairing = Pairing::default();
    let mut next = 0;
    for (number, paragraph) in paragraphs.iter().enumerate() {
        let end = tokens.at_or_after(paragraph.end);
        let first = tokens.at_or_after(paragraph.start);
        while let Some(mark) = marks.get(next).filter(|m| m.token < end) {
            next += 1;
            let reopens = mark.token == first && pairing.innermost() == Some(mark.family);
            if !reopens || mark.side == Side::Close {
                pairing.step(mark);
            }
        }
        if !goes_on(
            marks.get(next..).unwrap_or_default(),
            tokens,
            paragraphs.get(number + 1),
            pairing.innermost(),
        ) {
            pairing.close_all(end);
        }
    }
    pairing.close_all(tokens.len());
    pairing.quotes.sort_by_key(|q| q.open);
    pairing.quotes
}

/// A mark that was opened and not closed yet.
struct Opened {
    quote: Quote,
    family: Family,
    loose: bool,
}

/// The pairs found so far, and what is open, the innermost last.
#[derive(Default)]
struct Pairing {
    quotes: Vec<Quote>,
    open: Vec<Opened>,
}

impl Pairing {
    fn innermost(&self) -> Option<Family> {
        self.open.last().map(|opened| opened.family)
    }

    /// Takes the next mark.
    fn step(&mut self, mark: &Mark) {
        let mut inside = self.open.iter().rposition(|o| o.family == mark.family);
        if mark.after_saying && mark.side == Side::Either && inside.is_some() {
            // Before the verb: مضيفا is the reporter's.
            self.close_all(mark.token.saturating_sub(1));
            inside = None;
        }
        let closes = match mark.side {
            // Where marks stand tight to their words, one that is tight to the next
            // word opens; where they stand loose, the second of two closes.
            Side::Open if mark.straight => {
                inside.is_some_and(|at| self.open.get(at).is_some_and(|o| o.loose))
            }
            Side::Open => false,
            Side::Close => !(mark.straight && mark.after_clitic && inside.is_none()),
            Side::Either => inside.is_some(),
        };
        match inside {
            _ if !closes => self.begin(mark),
            Some(at) => self.close(at, mark.token),
            None => {}
        }
    }

    fn begin(&mut self, mark: &Mark) {
        let quote = Quote {
            open: mark.token,
            close: mark.token,
            closed: false,
            depth: self.open.len(),
        };
        self.open.push(Opened {
            quote,
            family: mark.family,
            loose: mark.loose,
        });
    }

    /// Closes the one at that place; what was opened inside it and never closed
    /// ends there too.
    fn close(&mut self, at: usize, close: usize) {
        for (inside, opened) in self.open.drain(at..).enumerate().rev() {
            self.quotes.push(Quote {
                close,
                closed: inside == 0,
                ..opened.quote
            });
        }
    }

    /// Ends all that is open, before the token `end`.
    fn close_all(&mut self, end: usize) {
        let open = self.open.drain(..).map(|o| o.quote);
        self.quotes.extend(open.map(|q| Quote { close: end, ..q }));
    }
}

/// Whether a quotation left open at the end of a paragraph runs on: the next
/// one opens with the same mark, or its first mark of the family closes.
fn goes_on(rest: &[Mark], tokens: &Tokens, next: Option<&Span>, family: Option<Family>) -> bool {
    let (Some(next), Some(family)) = (next, family) else {
        return false;
    };
    let (first, end) = (tokens.at_or_after(next.start), tokens.at_or_after(next.end));
    let mark = rest
        .iter()
        .take_while(|m| m.token < end)
        .find(|m| m.family == family);
    mark.is_some_and(|m| m.side == Side::Close || (m.token == first && m.side == Side::Open))
}

fn marks(text: &str, tokens: &Tokens) -> Vec<Mark> {
    let mut marks = Vec::new();
    for token in tokens.marks() {
        let span = tokens.span(token);
        let Some(c) = tokens.key(token).chars().next() else {
            continue;
        };
        let (family, shape) = match c {
            '«' | '‹' | '《' => (Family::Guillemet, Side::Open),
            '»' | '›' | '》' => (Family::Guillemet, Side::Close),
            '“' | '„' | '‟' => (Family::Double, Side::Open),
            '”' => (Family::Double, Side::Close),
            // '' in the text, whose key is this mark.
            '"' if !from(text, span.start).starts_with('"') => (Family::Apostrophes, Side::Either),
            '"' | '″' | '＂' => (Family::Double, Side::Either),
            '‘' if stands_free(text, span) => (Family::Single, Side::Open),
            '’' if stands_free(text, span) => (Family::Single, Side::Close),
            '\'' if stands_free(text, span) => (Family::Single, Side::Either),
            _ => continue,
        };
        marks.push(Mark {
            token,
            family,
            side: side(text, span, shape),
            straight: shape == Side::Either,
            loose: from(text, span.end).starts_with(char::is_whitespace),
            after_saying: token > 0 && says(tokens.key(token - 1)),
            after_clitic: token > 0 && matches!(tokens.key(token - 1), "و" | "ب" | "ل" | "ف" | "ك"),
        });
    }
    marks
}

/// Whether an apostrophe is none of a word (d’Alger, l'état) and none of a number (5').
fn stands_free(text: &str, span: Span) -> bool {
    let before = text
        .get(..span.start)
        .and_then(|text| text.chars().next_back());
    let after = from(text, span.end).chars().next();
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let measures = before.is_some_and(char::is_numeric);
    !(measures || letter(before) && letter(after))
}

/// Whether a word tells that somebody speaks, so that a mark behind it opens.
fn says(key: &str) -> bool {
    let speaks = |cue: CueWord| {
        cue.entry.shape != Shape::Masdar
            && cue.entry.weight == Weight::Say
            && matches!(cue.entry.act, SpeechAct::Telling | SpeechAct::GoingOn)
    };
    cues::word(key).is_some_and(speaks)
}

/// The text from a byte on.
fn from(text: &str, at: usize) -> &str {
    text.get(at..).unwrap_or_default()
}

/// Which side a mark stands on: what touches it decides, then its shape.
fn side(text: &str, span: Span, shape: Side) -> Side {
    let before = text.get(..span.start).unwrap_or_default();
    let before = before.chars().next_back();
    let after = from(text, span.end).chars().next();
    let free_before =
        before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | ':' | '[' | '،' | '-' | '–'));
    let free_after = after.is_none_or(|c| {
        c.is_whitespace() || matches!(c, '.' | '،' | ',' | ')' | '؛' | ':' | ']' | '؟' | '!')
    });
    match (free_before, free_after) {
        (true, false) => Side::Open,
        (false, true) => Side::Close,
        _ => shape,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;

    fn inside(text: &str) -> Vec<String> {
        let document = Document::new(text);
        let tokens = Tokens::new(text);
        find(text, &tokens, document.paragraphs())
            .iter()
            .map(|q| text[tokens.span_of(q.first(), q.close).range()].to_owned())
            .collect()
    }

    #[test]
    fn straight_curly_and_angled() {
        assert_eq!(
            inside("قال \"الأمر واضح\" ثم “انتهى الأمر” و«رحل»."),
            ["الأمر واضح", "انتهى الأمر", "رحل"]
        );
    }

    #[test]
    fn curly_marks_the_wrong_way_round() {
        assert_eq!(
            inside("قال: ”الأمر واضح“، وأضاف: ”رحل“"),
            ["الأمر واضح", "رحل"]
        );
    }

    #[test]
    fn straight_marks_with_blanks_inside() {
        assert_eq!(
            inside("شركة \" مرجان \" و\" لؤلؤ \" معا"),
            ["مرجان", "لؤلؤ"]
        );
    }

    #[test]
    fn nested() {
        assert_eq!(
            inside("قال «سمعت \"صوتا\" بعيدا» ثم سكت"),
            ["سمعت \"صوتا\" بعيدا", "صوتا"]
        );
    }

    #[test]
    fn each_paragraph_opens_and_the_last_closes() {
        assert_eq!(
            inside("قال: «أولا هذا.\n«وثانيا ذاك.»\nوانصرف"),
            ["أولا هذا.\n«وثانيا ذاك."]
        );
    }

    #[test]
    fn closed_in_the_next_paragraph() {
        assert_eq!(
            inside("قال: «أولا هذا.\nوثانيا ذاك»"),
            ["أولا هذا.\nوثانيا ذاك"]
        );
    }

    #[test]
    fn left_open_ends_with_its_paragraph() {
        assert_eq!(
            inside("قال: «أولا هذا.\nوقال: «ثانيا»"),
            ["أولا هذا.", "ثانيا"]
        );
    }

    #[test]
    fn a_mark_behind_a_verb_of_saying_opens() {
        assert_eq!(
            inside("وقال \" ان الأمر واضح .. مضيفا \" أنه انتهى \" ."),
            ["ان الأمر واضح ..", "أنه انتهى"]
        );
    }

    #[test]
    fn doubled_apostrophes() {
        assert_eq!(inside("قال: ''الأمر واضح'' وانصرف"), ["الأمر واضح"]);
    }
}
