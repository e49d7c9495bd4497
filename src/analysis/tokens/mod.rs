//! Words, numbers and punctuation marks of a text, each with its folded key,
//! and the clitics that a word carries, as sub-spans of it.

mod cutter;

use std::sync::Arc;

use super::{
    interner::{self, BEHIND, Generation, Interner},
    letters::{Class, LETTERS},
    narrow::to_u32,
    normalize::{self, Folded},
};
use crate::document::Span;
use cutter::Cutter;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum TokenKind {
    /// Letters with their marks; Latin words may hold digits (G20).
    Word,
    /// Digits, with the separators between them.
    Number,
    /// One character that is neither: punctuation, a symbol.
    Mark,
}

/// One word, number or mark.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// Its place, in bytes of the text.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
    key_start: u32,
    key_len: u32,
}

/// All tokens of a text, in order. Keys live in one buffer, the folded text, so
/// that a token costs no allocation.
#[derive(Clone, Debug, Default)]
pub struct Tokens {
    list: Vec<Token>,
    /// Which of them are marks.
    marks: Vec<u32>,
    keys: String,
    generation: Generation,
    forms: usize,
    /// Its forms, in the order in which they are met.
    met: Vec<Met>,
    /// For each token the place of its form among them.
    places: Arc<[u32]>,
    /// Those that open a line and no paragraph, where paragraphs are folded.
    folded: Vec<u32>,
}

/// How many tokens' forms are asked for at once.
const AHEAD: usize = 16;

/// One form of a text.
#[derive(Clone, Copy, Debug)]
pub struct Met {
    /// Its number.
    pub form: usize,
    /// The first token of it.
    pub first: usize,
}

impl Tokens {
    /// Cuts `text` into tokens. Blanks belong to none.
    ///
    /// ```
    /// use qawl::analysis::tokens::Tokens;
    ///
    /// let text = "وأكّد الوزير: «5,2 مليار».";
    /// let tokens = Tokens::new(text);
    /// let words: Vec<_> = (0..tokens.len()).map(|i| tokens.key(i)).collect();
    /// assert_eq!(words, ["واكد", "الوزير", ":", "«", "5,2", "مليار", "»", "."]);
    /// ```
    pub fn new(text: &str) -> Self {
        interner::begin(|forms| {
            let mut tokens = Self {
                list: Vec::with_capacity(text.len() / 8),
                marks: Vec::with_capacity(text.len() / 64),
                keys: String::with_capacity(text.len() + BEHIND.len()),
                generation: forms.generation(),
                forms: 0,
                met: Vec::new(),
                places: Arc::default(),
                folded: Vec::new(),
            };
            tokens.cut(text);
            tokens.number(forms);
            tokens
        })
    }

    fn cut(&mut self, text: &str) {
        let mut cutter = Cutter {
            letters: &LETTERS,
            text,
            keys: &mut self.keys,
            copied: 0,
        };
        let mut at = 0;
        while let Some((c, letter, len)) = cutter.letters.at(text, at) {
            let start = at;
            at += len;
            if matches!(letter.class, Class::Blank | Class::Joiner) {
                continue;
            }
            let key_start = cutter.place(start);
            cutter.take(start, c, letter);
            let kind = match letter.class {
                Class::Letter => {
                    at = cutter.word(at, letter.latin);
                    if c == 'و' {
                        at = cutter.joined(start, at);
                    }
                    TokenKind::Word
                }
                Class::Digit => {
                    at = cutter.digits(at);
                    TokenKind::Number
                }
                _ => {
                    at = cutter.doubled(start, c, at);
                    self.marks.push(to_u32(self.list.len()));
                    TokenKind::Mark
                }
            };
            let key_end = cutter.place(at);
            self.list.push(Token {
                span: Span::new(start, cutter.seen_end(start, at)),
                kind,
                key_start: to_u32(key_start),
                key_len: to_u32(key_end - key_start),
            });
            at += usize::from(text.as_bytes().get(at) == Some(&b' '));
        }
        cutter.copy(text.len());
    }

    /// Gives all tokens the numbers of their forms. Forms lie far apart in memory:
    /// so those of several tokens are asked for before the first is compared.
    fn number(&mut self, forms: &mut Interner) {
        // Behind the last key there is as much as is read of each at once.
        self.keys.push_str(BEHIND);
        let mut places = Vec::with_capacity(self.list.len());
        self.met.reserve(self.list.len() / 2 + 1);
        let mut keys = Vec::with_capacity(AHEAD);
        for tokens in self.list.chunks(AHEAD) {
            keys.clear();
            keys.extend(tokens.iter().map(|token| {
                let (start, len) = (token.key_start as usize, token.key_len as usize);
                forms.key(token.kind, &self.keys, start, len)
            }));
            forms.fetch(&keys);
            for key in &keys {
                let form = forms.number(key);
                let place = forms.place(form, to_u32(self.met.len()));
                if place as usize == self.met.len() {
                    let (form, first) = (form as usize, places.len());
                    self.met.push(Met { form, first });
                }
                places.push(place);
            }
        }
        self.places = places.into();
        self.forms = forms.count();
    }

    /// The number of a token's form: equal for equal keys of one kind.
    #[inline]
    pub fn form(&self, index: usize) -> usize {
        let place = self.places.get(index).map(|place| *place as usize);
        let met = place.and_then(|place| self.met.get(place));
        met.map_or(usize::MAX, |met| met.form)
    }

    /// All forms, each once.
    pub fn met(&self) -> &[Met] {
        &self.met
    }

    /// For each token the place of its form in [`Tokens::met`].
    pub fn places(&self) -> &Arc<[u32]> {
        &self.places
    }

    /// How many forms have numbers; all are smaller.
    pub fn forms(&self) -> usize {
        self.forms
    }

    /// The generation of the forms' numbers.
    pub fn generation(&self) -> Generation {
        self.generation
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// All of them.
    pub fn as_slice(&self) -> &[Token] {
        &self.list
    }

    /// Those that are marks, in order.
    pub fn marks(&self) -> impl Iterator<Item = usize> {
        self.marks.iter().map(|token| *token as usize)
    }

    /// The token at `index`, if there is one.
    pub fn get(&self, index: usize) -> Option<&Token> {
        self.list.get(index)
    }

    /// The folded key of a token; empty past the end.
    #[inline]
    pub fn key(&self, index: usize) -> &str {
        self.list.get(index).map_or("", |t| {
            let key = t.key_start as usize..(t.key_start + t.key_len) as usize;
            self.keys.get(key).unwrap_or_default()
        })
    }

    /// What a token is; past the end, a mark.
    #[inline]
    pub fn kind(&self, index: usize) -> TokenKind {
        self.list.get(index).map_or(TokenKind::Mark, |t| t.kind)
    }

    /// Whether the token is a word.
    #[inline]
    pub fn is_word(&self, index: usize) -> bool {
        self.kind(index) == TokenKind::Word && index < self.list.len()
    }

    /// The place of a token in the text; empty at the end of the text past the end.
    #[inline]
    pub fn span(&self, index: usize) -> Span {
        self.list.get(index).map_or_else(
            || {
                let end = self.list.last().map_or(0, |t| t.span.end);
                Span::new(end, end)
            },
            |t| t.span,
        )
    }

    /// The place of the tokens from `first` up to, but without, `end`.
    pub fn span_of(&self, first: usize, end: usize) -> Span {
        if first >= end {
            let at = self.span(first).start;
            return Span::new(at, at);
        }
        Span::new(self.span(first).start, self.span(end - 1).end)
    }

    /// What stands in the text between a token and the one before it.
    pub fn gap<'t>(&self, text: &'t str, index: usize) -> &'t str {
        let start = index.checked_sub(1).map_or(0, |i| self.span(i).end);
        let end = self.span(index).start;
        text.get(start..end).unwrap_or_default()
    }

    /// Takes the lines that a paragraph was folded into for one.
    pub fn unfold(&mut self, text: &str, paragraphs: &[Span]) {
        for paragraph in paragraphs {
            let inside = text.get(paragraph.range()).unwrap_or_default();
            let breaks = memchr::memchr_iter(b'\n', inside.as_bytes());
            let folded = breaks.map(|at| to_u32(self.at_or_after(paragraph.start + at)));
            let folded: Vec<u32> = folded.collect();
            self.folded.extend(folded);
        }
    }

    /// Whether a line of its own begins with a token.
    pub fn opens_line(&self, text: &str, index: usize) -> bool {
        self.gap(text, index).contains('\n') && !self.is_folded(index)
    }

    /// Whether a token opens a line only because its paragraph is folded.
    pub fn is_folded(&self, index: usize) -> bool {
        self.folded.binary_search(&to_u32(index)).is_ok()
    }

    /// Whether a token touches the one before it.
    pub fn touches(&self, text: &str, index: usize) -> bool {
        let unseen = |gap: &str| gap.is_empty() || gap.chars().all(normalize::is_unseen);
        index > 0 && index < self.len() && unseen(self.gap(text, index))
    }

    /// The first token that ends after the byte `offset`.
    pub fn at_or_after(&self, offset: usize) -> usize {
        self.list.partition_point(|t| t.span.end <= offset)
    }

    /// A token without و that stands apart before it (قال in و قال).
    pub fn word(&self, text: &str, index: usize) -> Span {
        let span = self.span(index);
        let word = text.get(span.range()).unwrap_or_default();
        match word.strip_prefix("و ") {
            Some(rest) => Span::new(span.end - rest.len(), span.end),
            None => span,
        }
    }

    /// The token without its first `letters` letters and the marks on them: a
    /// word without its proclitics.
    ///
    /// ```
    /// use qawl::{analysis::tokens::Tokens, document::Span};
    ///
    /// let text = "وَروسيا";
    /// assert_eq!(&text[Tokens::new(text).without_proclitics(text, 0, 1).range()], "روسيا");
    /// ```
    pub fn without_proclitics(&self, text: &str, index: usize, letters: usize) -> Span {
        let span = self.span(index);
        let word = text.get(span.range()).unwrap_or_default();
        let mut seen = 0;
        for (at, c) in word.char_indices() {
            // A blank behind و is none of its letters.
            if normalize::fold_char(c) != Folded::Dropped && c != ' ' {
                if seen == letters {
                    return Span::new(span.start + at, span.end);
                }
                seen += 1;
            }
        }
        span
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        let tokens = Tokens::new(text);
        tokens
            .as_slice()
            .iter()
            .map(|t| text[t.span.range()].to_owned())
            .collect()
    }

    #[test]
    fn digits_and_letters_come_apart() {
        assert_eq!(
            words("إجمالية2.050 ورقة، G20"),
            ["إجمالية", "2.050", "ورقة", "،", "G20"]
        );
    }

    #[test]
    fn a_missing_blank_after_a_full_stop_still_parts_words() {
        assert_eq!(words("المعنيين.واعتبر"), ["المعنيين", ".", "واعتبر"]);
    }

    #[test]
    fn marks_and_format_characters_stay_in_their_word() {
        assert_eq!(words("مؤكّداً و\u{200f}قال"), ["مؤكّداً", "و\u{200f}قال"]);
        assert_eq!(Tokens::new("مؤكّداً").key(0), "مؤكدا");
        assert_eq!(words("2\u{200f}.9 مليون"), ["2\u{200f}.9", "مليون"]);
        assert_eq!(Tokens::new("2\u{200f}.9").key(0), "2.9");
    }

    #[test]
    fn numbers_keep_their_separators() {
        assert_eq!(
            words("1,200.5 و٣٫٥ 27/4"),
            ["1,200.5", "و", "٣٫٥", "27", "/", "4"]
        );
    }
}
