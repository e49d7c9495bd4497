//! Where the lead of an article begins behind the place that it was written at, and by or for whom
//! (عمان - سامر الحداد - [أعلن]، لندن (رويترز) - [قال]، القاهرة ـ «الضفاف»: [أعلن]), and a line of a list
//! behind its mark (• [قال]): none of them is the sentence's.

use super::{
    lexicon::{Classes, Words},
    quotes::Quote,
    tokens::{TokenKind, Tokens},
    word::Mark,
};

/// The longest name of a place, in tokens, and what may stand behind it.
const PLACE: usize = 3;
const LONGEST: usize = 9;
/// How many paragraphs may open so: that below the headline, and those below its second lines.
const LEADS: usize = 4;

/// The last tokens of the datelines, and the marks of lists, with which paragraphs open.
pub fn ends(
    tokens: &Tokens,
    lists: &Words,
    quotes: &[Quote],
    paragraphs: &[(usize, usize)],
) -> Vec<usize> {
    let line = Line {
        tokens,
        lists,
        quotes,
    };
    let of = |(nth, (first, end)): (usize, &(usize, usize))| {
        let place = || (nth < LEADS).then(|| line.dateline(nth > 0, *first, *end))?;
        line.bullet(*first, *end).or_else(place)
    };
    paragraphs.iter().enumerate().filter_map(of).collect()
}

#[derive(Clone, Copy)]
struct Line<'t> {
    tokens: &'t Tokens,
    lists: &'t Words,
    quotes: &'t [Quote],
}

impl Line<'_> {
    /// The last token of the dateline of a paragraph, below the headline or not.
    fn dateline(self, below: bool, first: usize, end: usize) -> Option<usize> {
        let tokens = self.tokens;
        let place = (first + 1..end.min(first + 1 + PLACE)).find(|at| !tokens.is_word(*at))?;
        let places = Classes::PLACE | Classes::CAPITAL;
        if !(first..place).all(|at| self.lists.is(at, places)) {
            return None;
        }
        let limit = end.min(place + LONGEST);
        let quoted = |at: usize| self.quotes.iter().any(|q| q.closed && q.open == at);
        let found = match self.mark(place) {
            // الرياض: أعلنت; a headline is what the place says.
            Mark::Colon if below => Some(place),
            Mark::Open | Mark::Comma => self.dash(place, limit),
            Mark::Dash => self.second(place, limit).or(Some(place)),
            _ if quoted(place) => self.second(place, limit),
            _ => None,
        };
        found.filter(|found| found + 1 < end && tokens.is_word(found + 1))
    }

    /// The mark that opens a line of a list, apart from its first word.
    fn bullet(self, first: usize, end: usize) -> Option<usize> {
        let listed = matches!(self.tokens.key(first), "*" | "•" | "●" | "▪" | "◾");
        let marks = listed || self.is_dash(first);
        (marks && first + 1 < end && self.tokens.is_word(first + 1)).then_some(first)
    }

    fn is_dash(self, token: usize) -> bool {
        self.mark(token) == Mark::Dash
    }

    fn mark(self, token: usize) -> Mark {
        match self.tokens.kind(token) {
            TokenKind::Mark => Mark::of(self.tokens.key(token)),
            _ => Mark::No,
        }
    }

    fn dash(self, from: usize, limit: usize) -> Option<usize> {
        (from..limit).find(|at| self.is_dash(*at))
    }

    /// The dash or colon behind who wrote, and for whom.
    fn second(self, place: usize, limit: usize) -> Option<usize> {
        const LONGEST_NAME: usize = 6;
        let ends = |at: &usize| matches!(self.mark(*at), Mark::Dash | Mark::Colon);
        let found = (place + 1..limit).find(ends)?;
        let plain = |at: usize| {
            self.tokens.kind(at) != TokenKind::Word || !self.lists.is(at, Classes::FUNCTION)
        };
        let short = found > place + 1 && found - place <= LONGEST_NAME;
        (short && (place + 1..found).all(plain)).then_some(found)
    }
}
