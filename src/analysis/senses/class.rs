//! The classes of common words.

use std::ops::BitOrAssign;

/// A set of classes; a word may have several.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Senses(pub u16);

macro_rules! senses {
    ($($(#[$doc:meta])* $name:ident = $bit:literal, $label:literal;)*) => {
        impl Senses {
            $($(#[$doc])* pub const $name: Self = Self(1 << $bit);)*

            /// The class of that name, as the list gives it.
            pub fn named(name: &str) -> Option<Self> {
                match name { $($label => Some(Self::$name),)* _ => None }
            }
        }
    };
}

senses! {
    /// Those to whom speech is given, after ل and without their article.
    HEARER = 0, "hearer";
    /// What a speech is given in.
    OCCASION = 1, "occasion";
    /// A newspaper, agency or station; by its stem.
    MEDIA = 2, "media";
    /// What a person is called by, beside the titles; by its stem.
    CALLING = 3, "calling";
    /// A noun whose genitive is somebody else; by its stem.
    RELATION = 4, "relation";
    /// A plural that no ending tells; by its stem.
    PLURAL = 5, "plural";
    /// A word before the head of a phrase that says nothing of who it is.
    EMPTY = 6, "empty";
    /// A word of a role that may be left out when it is named again.
    OPTIONAL = 7, "optional";
    /// What counts or picks, before من.
    QUANTITY = 8, "quantity";
    /// A word in which a speaker speaks of himself.
    FIRST_PERSON = 9, "first-person";
    /// A side from which something comes, after من (من جهة أخرى).
    SIDE = 10, "side";
}

impl Senses {
    /// Whether any of these classes is in the set.
    pub const fn any(self, classes: Self) -> bool {
        self.0 & classes.0 != 0
    }

    /// Whether words of the class are known by their stem.
    pub const fn by_stem(self) -> bool {
        self.any(Self(
            Self::MEDIA.0 | Self::CALLING.0 | Self::RELATION.0 | Self::PLURAL.0,
        ))
    }
}

impl BitOrAssign for Senses {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}
