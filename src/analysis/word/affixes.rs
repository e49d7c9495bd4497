//! What stands at the ends of a form, as far as the rules ask at every turn.

use super::own_letters;
use bitflags::bitflags;

/// The article, و, and endings; told by the letters alone, whatever they are there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Affixes(u16);

bitflags! {
    impl Affixes: u16 {
        /// The article at its beginning.
        const AL = 1 << 0;
        /// و at its beginning.
        const WAW = 1 << 1;
        /// ا at its end, as in an indefinite accusative.
        const ALIF = 1 << 2;
        /// ه at its end: ة, or a pronoun.
        const HA = 1 << 3;
        /// ي at its end.
        const YA = 1 << 4;
        /// يه at its end.
        const IYYA = 1 << 5;
        /// ون at its end.
        const WN = 1 << 6;
        /// ين at its end.
        const IN = 1 << 7;
        /// ات at its end.
        const AT = 1 << 8;
    }
}

impl Affixes {
    /// The endings of an adjective of relation.
    pub const NISBA: Self = Self::YA.union(Self::IYYA);

    /// Those of a form with that key.
    pub(super) fn of(key: &str) -> Self {
        let has = |affix: Self, has: bool| if has { affix } else { Self::empty() };
        has(Self::AL, own_letters::has_article(key))
            | has(Self::WAW, key.starts_with('و'))
            | has(Self::ALIF, key.ends_with('ا'))
            | has(Self::HA, key.ends_with('ه'))
            | has(Self::YA, key.ends_with('ي'))
            | has(Self::IYYA, key.ends_with("يه"))
            | has(Self::WN, key.ends_with("ون"))
            | has(Self::IN, key.ends_with("ين"))
            | has(Self::AT, key.ends_with("ات"))
    }
}
