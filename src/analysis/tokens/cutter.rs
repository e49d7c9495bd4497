//! The keys of a text while it is cut: where words and numbers end, and what
//! folding makes of them.

use crate::analysis::{
    letters::{Class, Letter, Letters},
    normalize,
};

/// Copies a text as keys have it. What folding leaves as it is waits to be copied
/// with all such that stand beside it, blanks among them, which no key holds.
pub(super) struct Cutter<'t> {
    pub(super) letters: &'t Letters,
    pub(super) text: &'t str,
    pub(super) keys: &'t mut String,
    /// What stands before this byte is copied, or left out.
    pub(super) copied: usize,
}

impl Cutter<'_> {
    /// Where among the keys what stands at a byte is copied to.
    pub(super) fn place(&self, at: usize) -> usize {
        self.keys.len() + (at - self.copied)
    }

    /// Copies what waits up to a byte.
    pub(super) fn copy(&mut self, at: usize) {
        let rest = self.text.get(self.copied..at);
        self.keys.push_str(rest.unwrap_or_default());
        self.copied = at;
    }

    /// The end of a word whose next character stands at `at`.
    #[inline]
    pub(super) fn word(&mut self, mut at: usize, latin: bool) -> usize {
        loop {
            at = self.letters.end_of_same(self.text, at, latin);
            // As nearly every word ends.
            if self.text.as_bytes().get(at) == Some(&b' ') {
                return at;
            }
            let Some((c, letter, len)) = self.letters.at(self.text, at) else {
                return at;
            };
            let [arabic, other] = letter.goes_on;
            if !(if latin { other } else { arabic }) {
                return at;
            }
            self.take(at, c, letter);
            at += len;
        }
    }

    /// The end of a word that began at `start` and goes on to `at`; where it is و that stands
    /// apart, as many papers write it (و قال), the end of the word that it belongs to.
    pub(super) fn joined(&mut self, start: usize, at: usize) -> usize {
        let next = at + 1;
        let apart = at - start == 'و'.len_utf8() && self.text.as_bytes().get(at) == Some(&b' ');
        let letter = |at: usize| {
            let (c, letter, len) = self.letters.at(self.text, at)?;
            let arabic = letter.class == Class::Letter && !letter.latin;
            arabic.then_some((c, letter, at + len))
        };
        let word = letter(next).filter(|(_, _, behind)| apart && letter(*behind).is_some());
        let Some((c, letter, behind)) = word else {
            return at;
        };
        self.copy(at);
        self.copied = next;
        self.take(next, c, letter);
        self.word(behind, false)
    }

    /// The end of a token without what is not seen at its end: a mark of direction, as pages put it
    /// between a word and a comma.
    #[inline]
    pub(super) fn seen_end(&self, start: usize, end: usize) -> usize {
        // The first bytes of such characters, which no letter of Arabic or Latin begins with.
        let lead = |at: Option<usize>, lead: &[u8]| {
            let byte = at.and_then(|at| self.text.as_bytes().get(at));
            byte.is_some_and(|byte| lead.contains(byte))
        };
        if !lead(end.checked_sub(3), &[0xe2, 0xef]) && !lead(end.checked_sub(2), &[0xd8]) {
            return end;
        }
        let token = self.text.get(start..end).unwrap_or_default();
        let seen = token.trim_end_matches(normalize::is_unseen).len();
        if seen == 0 { end } else { start + seen }
    }

    /// The end of a mark that goes on to `at`; where two of it stand for a quotation mark ('', <<),
    /// of both, and the key is that mark's.
    pub(super) fn doubled(&mut self, start: usize, c: char, at: usize) -> usize {
        let (twins, mark): (&[char], _) = match c {
            '\'' | '’' | '‘' | '`' => (&['\'', '’', '‘', '`'], '"'),
            '<' => (&['<'], '«'),
            '>' => (&['>'], '»'),
            _ => return at,
        };
        let next = self.letters.at(self.text, at);
        let Some((_, _, len)) = next.filter(|(next, ..)| twins.contains(next)) else {
            return at;
        };
        self.copy(start);
        self.keys.push(mark);
        self.copied = at + len;
        self.copied
    }

    /// The end of a number whose next character stands at `at`.
    pub(super) fn digits(&mut self, mut at: usize) -> usize {
        let is_digit = |at: usize| {
            let next = self.letters.at(self.text, at);
            next.is_some_and(|(_, letter, _)| letter.class == Class::Digit)
        };
        let parts = |c: char| matches!(c, '.' | ',' | '٫' | '٬');
        while let Some((c, letter, len)) = self.letters.at(self.text, at) {
            let inner = parts(c) && is_digit(at + len);
            // A mark of direction before the point.
            let inner = inner
                || normalize::is_unseen(c) && {
                    let next = self.letters.at(self.text, at + len);
                    next.is_some_and(|(c, _, more)| parts(c) && is_digit(at + len + more))
                };
            if letter.class != Class::Digit && !inner {
                break;
            }
            self.take(at, c, letter);
            at += len;
        }
        at
    }

    /// Takes the character at `at` into the key.
    #[inline]
    pub(super) fn take(&mut self, at: usize, c: char, letter: Letter) {
        if !letter.same {
            self.fold(at, c);
        }
    }

    #[cold]
    fn fold(&mut self, at: usize, c: char) {
        self.copy(at);
        self.copied = at + c.len_utf8();
        self.keys.extend(self.letters.folded(c));
    }
}
