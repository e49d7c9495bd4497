//! The classes of words and phrases, as a set in one number.

use std::ops::{BitOr, BitOrAssign};

/// A set of word classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Classes(pub u32);

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $bit:literal, $label:literal;)*) => {
        impl Classes {
            $($(#[$doc])* pub const $name: Self = Self(1 << $bit);)*

            /// Every class with the name by which lists and reports call it.
            pub const ALL: &'static [(Self, &'static str)] = &[$((Self::$name, $label)),*];
        }
    };
}

classes! {
    /// A role that a person holds: وزير، رئيس، متحدث.
    TITLE = 0, "title";
    /// A form of address before a name: الدكتور، السيد، الشيخ.
    HONORIFIC = 1, "honorific";
    /// An adjective or noun of a nation: روسي، الأمريكية.
    NATIONALITY = 2, "nationality";
    /// A given name: سامر، أنجيلا.
    GIVEN_NAME = 3, "given";
    /// A family name, or the part of one.
    FAMILY_NAME = 4, "family";
    /// A place by name, countries and capitals too.
    PLACE = 5, "place";
    /// The noun that opens the name of a body: وزارة، حزب، شركة.
    ORG_HEAD = 6, "org-head";
    /// A body by name.
    ORG = 7, "org";
    /// A newspaper, agency, station or site.
    MEDIA = 8, "media";
    /// A day of the week.
    DAY = 9, "day";
    /// A month of any calendar.
    MONTH = 10, "month";
    /// A number in words.
    NUMBER_WORD = 11, "number";
    /// A currency.
    CURRENCY = 12, "currency";
    /// A unit of measure.
    UNIT = 13, "unit";
    /// Somebody or something that speaks and is no title: مصدر، شهود، تقرير.
    SOURCE_NOUN = 14, "source";
    /// The noun that opens the name of a place: مدينة، محافظة، مطار.
    PLACE_HEAD = 15, "place-head";
    /// The noun that opens the name of an event: مؤتمر، بطولة.
    EVENT_HEAD = 16, "event-head";
    /// The noun that opens the name of a document: اتفاق، قانون.
    DOC_HEAD = 17, "doc-head";
    /// A people, faith or tendency, as a noun in the plural.
    PEOPLE = 18, "people";
    /// A stretch of time: عام، شهر، أسبوع.
    TIME_NOUN = 19, "time";
    /// A country.
    COUNTRY = 20, "country";
    /// The capital of a country.
    CAPITAL = 21, "capital";
    /// A person by name, full or short.
    PERSON = 22, "person";
    /// The field of a ministry: الخارجية، الدفاع.
    PORTFOLIO = 23, "portfolio";
    /// A part of names that is none alone: بن، أبو، آل، دي.
    NAME_PART = 24, "name-part";
    /// A word of grammar, never in a name but as its inner part.
    FUNCTION = 25, "function";
    /// An event by name.
    EVENT = 26, "event";
    /// A document by name.
    DOCUMENT = 27, "document";
    /// A name that is as often a common word, and needs its context.
    COMMON = 28, "common";
    /// A phrase counted in news, not written by hand.
    SEEN = 29, "seen";
    /// A word of dates, of any kind.
    CALENDAR = 30, "calendar";
}

impl Classes {
    /// No class.
    pub const NONE: Self = Self(0);

    /// Whether it holds any class of `other`.
    #[inline]
    pub const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether it holds none.
    #[inline]
    pub const fn is_none(self) -> bool {
        self.0 == 0
    }
}

impl BitOr for Classes {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOrAssign for Classes {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}
