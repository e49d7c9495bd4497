//! Where sentences end. A full stop inside quotation marks ends a sentence of
//! the quotation, not the one of the report around it, so there are two
//! readings: the outer sentences and, inside quotations, the inner ones.

use super::{
    narrow::to_u32,
    quotes::Quote,
    tokens::{TokenKind, Tokens},
};
use crate::document::Span;

/// The sentences of a text, by tokens.
#[derive(Clone, Debug, Default)]
pub struct Sentences {
    /// For each token the first token of its outer sentence.
    outer_start: Vec<u32>,
    /// For each token the token after its outer sentence.
    outer_end: Vec<u32>,
    inner_start: Vec<u32>,
    inner_end: Vec<u32>,
    /// For each token one more than the index of the innermost quotation around it.
    quote: Vec<u32>,
}

impl Sentences {
    /// Finds them in the paragraphs, in which other tokens may end one too.
    pub fn new(
        text: &str,
        tokens: &Tokens,
        (paragraphs, others): (&[Span], &[usize]),
        quotes: &[Quote],
    ) -> Self {
        let quote = innermost(tokens.len(), quotes);
        let mut ends = ends(text, tokens, paragraphs);
        for other in others {
            if let Some(end) = ends.get_mut(*other) {
                *end = true;
            }
        }
        let mut outer = ends.clone();
        // The stop just before the closing mark ends the report's sentence
        // too, after the mark: it is moved there.
        for (end, quote) in outer.iter_mut().zip(&quote) {
            *end &= *quote == 0;
        }
        for q in quotes.iter().filter(|q| q.depth == 0 && q.closed) {
            let before = q.close.checked_sub(1).filter(|_| q.close > q.first());
            let stopped = before.is_some_and(|before| ends.get(before) == Some(&true));
            if let Some(outer) = outer.get_mut(q.close)
                && stopped
                && starts_anew(tokens, q.close + 1)
            {
                *outer = true;
            }
        }
        let (outer_start, outer_end) = ranges(&outer);
        let (inner_start, inner_end) = ranges(&ends);
        Self {
            outer_start,
            outer_end,
            inner_start,
            inner_end,
            quote,
        }
    }

    /// The sentence of a token, first token and the one after the last: of the
    /// report, or of the quotation that it stands in.
    pub fn around(&self, token: usize, quotes: &[Quote]) -> (usize, usize) {
        let at = |list: &[u32]| list.get(token).map_or(token, |v| *v as usize);
        match self.quote_of(token).and_then(|q| quotes.get(q)) {
            None => (at(&self.outer_start), at(&self.outer_end)),
            Some(q) => (
                at(&self.inner_start).max(q.first()),
                at(&self.inner_end).min(q.close),
            ),
        }
    }

    /// The innermost quotation around a token; its marks stand outside it.
    pub fn quote_of(&self, token: usize) -> Option<usize> {
        self.quote
            .get(token)
            .and_then(|q| (*q as usize).checked_sub(1))
    }
}

fn innermost(len: usize, quotes: &[Quote]) -> Vec<u32> {
    let mut quote = vec![0; len];
    // Sorted by their opening marks, so an inner one overwrites an outer one.
    // Depth is bounded, or a text of opening marks alone would cost its square.
    for (index, q) in quotes.iter().enumerate().filter(|(_, q)| q.depth < 4) {
        let end = q.close.min(len).max(q.first().min(len));
        if let Some(inside) = quote.get_mut(q.first().min(len)..end) {
            inside.fill(to_u32(index + 1));
        }
    }
    quote
}

fn ends(text: &str, tokens: &Tokens, paragraphs: &[Span]) -> Vec<bool> {
    let mut ends = vec![false; tokens.len()];
    for token in tokens.marks() {
        let span = tokens.span(token);
        let stops = match text.get(span.range()).unwrap_or_default() {
            "?" if is_percent(text, tokens, token) => false,
            "؟" | "?" | "!" | "…" => !followed_by_stop(text, span.end),
            "." => !followed_by_stop(text, span.end) && !abbreviates(text, tokens, token),
            _ => false,
        };
        if let Some(end) = ends.get_mut(token) {
            *end = stops;
        }
    }
    for paragraph in paragraphs {
        let after = tokens.at_or_after(paragraph.end);
        if let Some(end) = after.checked_sub(1).and_then(|last| ends.get_mut(last)) {
            *end = true;
        }
    }
    ends
}

/// The text from a byte on.
fn from(text: &str, at: usize) -> &str {
    text.get(at..).unwrap_or_default()
}

fn followed_by_stop(text: &str, at: usize) -> bool {
    from(text, at).starts_with(['.', '!', '؟', '?', '…'])
}

/// Whether a question mark stands for a percent sign that was lost (نحو ?60 من السكان،
/// 60 ? من الأطفال).
fn is_percent(text: &str, tokens: &Tokens, mark: usize) -> bool {
    let end = tokens.span(mark).end;
    let behind = from(text, end).starts_with(|c: char| c.is_numeric());
    let goes_on = from(text, end).starts_with(' ')
        && tokens
            .get(mark + 1)
            .is_some_and(|next| next.kind == TokenKind::Word)
        && !tokens.opens_line(text, mark + 1);
    let number = mark.checked_sub(1).and_then(|before| tokens.get(before));
    behind || goes_on && number.is_some_and(|number| number.kind == TokenKind::Number)
}

/// Whether the full stop at a token shortens a word: د. سامر، أ. ف. ب، U.S.
fn abbreviates(text: &str, tokens: &Tokens, token: usize) -> bool {
    let Some(before) = token.checked_sub(1).and_then(|b| tokens.get(b)) else {
        return false;
    };
    let (span, here) = (before.span, tokens.span(token));
    if span.end != here.start || before.kind != TokenKind::Word {
        return before.kind == TokenKind::Number && touches_word(text, here.end);
    }
    let word = text.get(span.range()).unwrap_or_default();
    // More than three are as good as many.
    let letters = word.chars().filter(|c| is_letter(*c)).take(4).count();
    letters == 1
        || (word.is_ascii() && touches_word(text, here.end))
        || spelt(text, letters, here.end)
        || initials(tokens, token)
}

/// Whether the stop parts initials as they are read aloud, apart (جي. آر. هولت).
fn initials(tokens: &Tokens, stop: usize) -> bool {
    let letter = |at: Option<usize>| at.is_some_and(|at| LETTERS.contains(&tokens.key(at)));
    let stops = |at: Option<usize>| at.is_some_and(|at| tokens.key(at) == ".");
    let before = |by: usize| stop.checked_sub(by);
    let next = letter(Some(stop + 1)) && stops(Some(stop + 2));
    letter(before(1)) && (next || stops(before(2)) && letter(before(3)))
}

/// How the letters of the Latin alphabet are called.
const LETTERS: [&str; 28] = [
    "ايه",
    "بي",
    "سي",
    "دي",
    "اي",
    "اف",
    "جي",
    "اتش",
    "جيه",
    "كيه",
    "كي",
    "ال",
    "ام",
    "ان",
    "او",
    "كيو",
    "ار",
    "اس",
    "تي",
    "يو",
    "في",
    "دبليو",
    "اكس",
    "واي",
    "زد",
    "زي",
    "ايتش",
    "ه",
];

/// Whether the stop parts two letters of a name that is spelt (سي.إن.إن).
fn spelt(text: &str, letters: usize, at: usize) -> bool {
    let letters_after = from(text, at).chars().take_while(|c| is_letter(*c));
    let next = letters_after.take(4).count();
    letters <= 3 && (1..=3).contains(&next)
}

/// Whether a character is alphabetic; of those of nearly all words the large table
/// is not asked.
fn is_letter(c: char) -> bool {
    matches!(c, 'ء'..='ي') || c.is_alphabetic()
}

fn touches_word(text: &str, at: usize) -> bool {
    from(text, at).starts_with(|c: char| c.is_ascii_alphanumeric())
}

/// Whether what follows a closed quotation begins a sentence of its own, and
/// does not go on with the report (…» قال الوزير).
fn starts_anew(tokens: &Tokens, token: usize) -> bool {
    let key = tokens.key(token);
    key.starts_with('و') || matches!(key, "اما" | "بالنسبه" | "كما" | "ثم" | "لكن")
}

/// The most tokens of a sentence, far more than any has: a text without stops is
/// no one sentence, nor may each statement in it hold all that follows.
pub const LONGEST: usize = 1000;

fn ranges(ends: &[bool]) -> (Vec<u32>, Vec<u32>) {
    let mut starts = Vec::with_capacity(ends.len());
    let mut stops = Vec::with_capacity(ends.len());
    let mut rest = ends;
    while !rest.is_empty() {
        let first = starts.len();
        let near = rest.get(..LONGEST).unwrap_or(rest);
        let last = near.iter().position(|end| *end);
        let long = last.map_or(near.len(), |last| last + 1);
        starts.resize(first + long, to_u32(first));
        stops.resize(first + long, to_u32(first + long));
        rest = rest.get(long..).unwrap_or_default();
    }
    (starts, stops)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{analysis::quotes, document::Document};

    fn cut(text: &str) -> Vec<String> {
        let document = Document::new(text);
        let tokens = Tokens::new(text);
        let quotes = quotes::find(text, &tokens, document.paragraphs());
        let sentences = Sentences::new(text, &tokens, (document.paragraphs(), &[]), &quotes);
        let mut found = Vec::new();
        let mut token = 0;
        while token < tokens.len() {
            let (first, end) = (
                sentences.outer_start[token] as usize,
                sentences.outer_end[token] as usize,
            );
            found.push(text[tokens.span_of(first, end).range()].to_owned());
            token = end.max(token + 1);
        }
        found
    }

    #[test]
    fn stops_and_paragraphs() {
        assert_eq!(
            cut("عنوان\nجملة أولى. جملة ثانية؟ ثالثة"),
            ["عنوان", "جملة أولى.", "جملة ثانية؟", "ثالثة"]
        );
    }

    #[test]
    fn abbreviations_and_numbers_do_not_end_one() {
        assert_eq!(
            cut("قال د. سامر إن 2.5 كافية."),
            ["قال د. سامر إن 2.5 كافية."]
        );
    }

    #[test]
    fn a_lost_percent_sign_does_not_end_one() {
        for text in ["إن ?60 من السكان فقراء.", "إن 60 ? من السكان فقراء."]
        {
            assert_eq!(cut(text), [text]);
        }
        assert_eq!(cut("من يدري? لا أحد."), ["من يدري?", "لا أحد."]);
    }

    #[test]
    fn a_stop_inside_a_quotation_is_not_the_report_s() {
        assert_eq!(
            cut("قال: «أولا. ثانيا.» وأضاف أن الأمر واضح."),
            ["قال: «أولا. ثانيا.»", "وأضاف أن الأمر واضح."]
        );
    }
}
