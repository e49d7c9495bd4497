//! What may be found at a word: a sieve before the rules are asked.

use bitflags::bitflags;

use super::{Mark, Word};
use crate::analysis::{grammar::Class, senses::Senses, tokens::TokenKind};

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
        /// A word that may begin a content of its own, if no preposition governs it.
        const NOUN = 1 << 3;
        /// A word that may begin words themselves that are told.
        const TOLD = 1 << 4;
        /// A preposition, which governs the word behind it.
        const PREPOSITION = 1 << 5;
        /// A comma.
        const COMMA = 1 << 6;
        /// A word or mark before which a content may end.
        const END = 1 << 7;
    }
}

impl Holds {
    /// What the word of that key may be.
    pub(super) fn of(word: &Word, key: &str, kind: TokenKind) -> Self {
        let mark = matches!(word.mark, Mark::Open | Mark::Colon | Mark::Other);
        let site = mark || word.cue.is_some() || word.attribution.is_some();
        let class = word.class.is_some_and(|c| {
            c.complementizer() || matches!(c, Class::Question | Class::What | Class::Except)
        });
        let link = class || word.cue.is_some() || word.preposition.is_some();
        Self::SITE.when(site)
            | Self::MARK.when(mark)
            | Self::LINK.when(link)
            | Self::NOUN.when(kind == TokenKind::Word && opens(word))
            | Self::TOLD.when(kind == TokenKind::Word && tells(word.class))
            | Self::PREPOSITION.when(word.class.is_some_and(Class::preposition))
            | Self::COMMA.when(word.mark == Mark::Comma)
            | Self::END.when(may_end(word, key))
    }

    fn when(self, holds: bool) -> Self {
        if holds { self } else { Self::empty() }
    }
}

/// Whether a content that is a bare noun may begin with a word.
fn opens(word: &Word) -> bool {
    match word.class {
        None => word.attribution.is_none(),
        Some(class) => matches!(
            class,
            Class::All
                | Class::Some
                | Class::Which
                | Class::What
                | Class::Demonstrative
                | Class::Except
        ),
    }
}

/// Whether words themselves may begin with a word of grammar: وأضاف [q لن نتراجع], in
/// papers that leave the marks out.
fn tells(class: Option<Class>) -> bool {
    matches!(
        class,
        Some(Class::Pronoun | Class::Negation | Class::If | Class::There | Class::Must)
    )
}

/// Whether a content may end before a word or mark, as far as it tells by itself.
fn may_end(word: &Word, key: &str) -> bool {
    let came = word.senses.intersects(Senses::CAME);
    if word.attribution.is_some() || word.says() || word.mark != Mark::No || came {
        return true;
    }
    match word.class {
        Some(
            Class::But
            | Class::While
            | Class::As
            | Class::ThatIs
            | Class::HeIs
            | Class::Where
            | Class::Then
            | Class::TimePreposition
            | Class::Response
            | Class::Time
            | Class::When
            | Class::Who
            | Class::What
            | Class::Despite
            | Class::Turn
            | Class::Until
            | Class::Min
            | Class::Ala
            | Class::In
            | Class::Except,
        ) => true,
        Some(Class::Was | Class::Particle | Class::Negation) => word.joined,
        Some(_) => false,
        // الأمر الذي: what the reporter adds.
        None => word.and_known || word.owned_and_joined() || word.tells_how() || key == "الامر",
    }
}
