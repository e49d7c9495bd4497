//! Where the lead of an article begins behind the place that it was written at, and by or for whom
//! (عمان - سامر الحداد - [أعلن]، لندن (رويترز) - [قال]، القاهرة ـ «الضفاف»: [أعلن]), and a line of a list
//! behind its mark (• [قال]): none of them is the sentence's.

use super::{
    lexicon::{Classes, Words},
    quotes::Quote,
    tokens::{TokenKind, Tokens},
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
        let bullet = line.bullet(*first, *end);
        let place = || line.last(nth > 0, *first, *end).filter(|_| nth < LEADS);
        bullet.or_else(place)
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
    fn last(self, below: bool, first: usize, end: usize) -> Option<usize> {
        let tokens = self.tokens;
        let place = (first + 1..end.min(first + 1 + PLACE)).find(|at| !tokens.is_word(*at))?;
        let places = Classes::PLACE | Classes::CAPITAL;
        if !(first..place).all(|at| self.lists.is(at, places)) {
            return None;
        }
        let limit = end.min(place + LONGEST);
        let quoted = |at: usize| self.quotes.iter().any(|q| q.closed && q.open == at);
        let found = match tokens.key(place) {
            // الرياض: أعلنت; a headline is what the place says.
            ":" if below => Some(place),
            "(" | "،" => self.dash(place, limit),
            _ if self.is_dash(place) => self.second(place, limit).or(Some(place)),
            _ if quoted(place) => self.second(place, limit),
            _ => None,
        };
        found.filter(|found| found + 1 < end && tokens.is_word(found + 1))
    }

    /// The mark that opens a line of a list, apart from its first word.
    fn bullet(self, first: usize, end: usize) -> Option<usize> {
        let marks = matches!(
            self.tokens.key(first),
            "-" | "–" | "*" | "•" | "●" | "▪" | "◾"
        );
        (marks && first + 1 < end && self.tokens.is_word(first + 1)).then_some(first)
    }

    fn is_dash(self, token: usize) -> bool {
        matches!(self.tokens.key(token), "-" | "–" | "—")
    }

    fn dash(self, from: usize, limit: usize) -> Option<usize> {
        (from..limit).find(|at| self.is_dash(*at))
    }

    /// The dash or colon behind who wrote, and for whom.
    fn second(self, place: usize, limit: usize) -> Option<usize> {
        const LONGEST_NAME: usize = 6;
        let ends = |at: &usize| self.is_dash(*at) || self.tokens.key(*at) == ":";
        let found = (place + 1..limit).find(ends)?;
        let plain = |at: usize| {
            self.tokens.kind(at) != TokenKind::Word || !self.lists.is(at, Classes::FUNCTION)
        };
        let short = found > place + 1 && found - place <= LONGEST_NAME;
        (short && (place + 1..found).all(plain)).then_some(found)
    }
}
