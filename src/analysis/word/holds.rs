//! What may be found at a word: a sieve before the rules are asked.

use bitflags::bitflags;

use super::{Mark, Word};
use crate::analysis::{grammar::Class, tokens::TokenKind};

/// What a word may be to the rules: more bits than it is in the end, never fewer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Holds(u8);

bitflags! {
    impl Holds: u8 {
        /// A place where a statement may be reported.
        const SITE = 1 << 0;
        /// A mark after which a content may begin.
        const MARK = 1 << 1;
        /// A word that may link a content to its cue.
        const LINK = 1 << 2;
        /// A word that may begin a content of its own.
        const NOUN = 1 << 3;
    }
}

impl Holds {
    /// What that word may be.
    pub(super) fn of(word: &Word, kind: TokenKind) -> Self {
        let mark = matches!(word.mark, Mark::Open | Mark::Colon | Mark::Other);
        let site = mark || word.cue.is_some() || word.attribution.is_some();
        let class = word
            .class
            .is_some_and(|c| c.complementizer() || matches!(c, Class::Question | Class::What));
        let link = class || word.cue.is_some() || word.preposition.is_some();
        Self::SITE.when(site)
            | Self::MARK.when(mark)
            | Self::LINK.when(link)
            | Self::NOUN.when(kind == TokenKind::Word)
    }

    fn when(self, holds: bool) -> Self {
        if holds { self } else { Self::empty() }
    }
}
