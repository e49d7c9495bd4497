//! The folded text of an article, with the way back to the original.

use crate::analysis::normalize::{self, Folded as Fold};

/// A way mark stands at every so many bytes of the folded text.
const STEP: usize = 128;

/// A text with hamza, harakat, tatweel, ى/ي, ة/ه and capitals folded away, in
/// which places can be told in bytes of the original again.
#[derive(Clone, Debug, Default)]
pub struct Folded {
    text: String,
    /// For each `STEP` bytes of the folded text, the first character that
    /// begins there or after: its place in the folded text and in the original.
    way: Vec<(u32, u32)>,
}

impl Folded {
    /// Folds `text`. A text of more than 4 GB is folded up to there.
    pub fn new(text: &str) -> Self {
        let mut folded = Self {
            text: String::with_capacity(text.len()),
            way: Vec::with_capacity(text.len() / STEP + 1),
        };
        for (at, c) in text.char_indices() {
            let Some(c) = fold(c) else { continue };
            let here = folded.text.len();
            if here >= folded.way.len() * STEP {
                let (Ok(here), Ok(at)) = (u32::try_from(here), u32::try_from(at)) else {
                    break;
                };
                folded.way.push((here, at));
            }
            folded.text.push(c);
        }
        folded
    }

    /// The folded text.
    pub(super) fn as_str(&self) -> &str {
        &self.text
    }

    /// The byte of the original at which the folded character at `at` begins.
    pub fn start(&self, at: usize, text: &str) -> usize {
        let mut chars = self.walk(at, text);
        chars
            .find(|c| c.folded >= at && c.kept > 0)
            .map_or(text.len(), |c| c.original)
    }

    /// The byte of the original where what was folded up to `at` ends, with the
    /// marks that follow it.
    pub fn end(&self, at: usize, text: &str) -> usize {
        let Some(before) = at.checked_sub(1) else {
            return 0;
        };
        let mut end = text.len();
        for c in self.walk(before, text) {
            if c.folded >= at && !(c.kept == 0 && c.mark) {
                end = c.original;
                break;
            }
        }
        end
    }

    /// How much of the folded text comes from before the byte `original`.
    pub fn position(&self, original: usize, text: &str) -> usize {
        let block = self.way.partition_point(|(_, o)| *o as usize <= original);
        let (folded, at) = block
            .checked_sub(1)
            .and_then(|b| self.way.get(b))
            .map_or((0, 0), |(f, o)| (*f as usize, *o as usize));
        let between = text.get(at..original.max(at)).unwrap_or_default();
        let kept: usize = between.chars().filter_map(fold).map(char::len_utf8).sum();
        (folded + kept).min(self.text.len())
    }

    /// The characters of the original from a little before the folded `at` on.
    fn walk<'t>(&self, at: usize, text: &'t str) -> impl Iterator<Item = Walked> + use<'t> {
        let before = self.way.partition_point(|(f, _)| *f as usize <= at);
        let (folded, original) = before
            .checked_sub(1)
            .and_then(|b| self.way.get(b))
            .map_or((0, 0), |(f, o)| (*f as usize, *o as usize));
        let rest = text.get(original..).unwrap_or_default();
        rest.char_indices().scan(folded, move |folded, (i, c)| {
            let kept = fold(c).map_or(0, char::len_utf8);
            let here = *folded;
            *folded += kept;
            Some(Walked {
                folded: here,
                original: original + i,
                kept,
                mark: normalize::is_mark(c),
            })
        })
    }
}

/// A character on the way through the original.
struct Walked {
    folded: usize,
    original: usize,
    kept: usize,
    mark: bool,
}

/// What is looked for, folded as the text is.
pub fn key(query: &str) -> String {
    query.chars().filter_map(fold).collect()
}

fn fold(c: char) -> Option<char> {
    match normalize::fold_char(c) {
        Fold::Dropped => None,
        Fold::Char('\u{a0}' | '\t' | '\u{202f}') => Some(' '),
        Fold::Char(c) => Some(c),
        Fold::Two(..) => Some(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn found<'t>(text: &'t str, query: &str) -> Vec<&'t str> {
        let folded = Folded::new(text);
        let key = key(query);
        let hits = folded.as_str().match_indices(&key);
        let spans = hits.map(|(h, _)| folded.start(h, text)..folded.end(h + key.len(), text));
        spans.map(|s| &text[s]).collect()
    }

    #[test]
    fn spelling_that_arabic_leaves_open_is_no_hindrance() {
        assert_eq!(found("وأكّدَت الخارجيـــة", "اكدت"), ["أكّدَت"]);
        assert_eq!(found("الخارجيـــة والقاهره", "جيه"), ["جيـــة"]);
        assert_eq!(found("مصطفى", "مصطفي"), ["مصطفى"]);
    }

    #[test]
    fn a_hit_takes_the_marks_on_its_last_letter_but_none_before_it() {
        assert_eq!(found("بَتَثَ", "ت"), ["تَ"]);
    }

    #[test]
    fn capitals_are_folded_too() {
        assert_eq!(found("BBC bbc", "bbC"), ["BBC", "bbc"]);
    }

    proptest! {
        #[test]
        fn places_lead_back(text in "[أبتـ\u{64e} xÉ\n]{0,400}") {
            let folded = Folded::new(&text);
            for (at, c) in text.char_indices().filter(|(_, c)| fold(*c).is_some()) {
                let place = folded.position(at, &text);
                prop_assert_eq!(folded.start(place, &text), at);
                prop_assert!(folded.text[place..].starts_with(fold(c).unwrap_or(' ')));
            }
        }
    }
}
