//! The classes of words and phrases, as a set in one number.

use bitflags::bitflags;

/// A set of word classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Classes(pub u32);

bitflags! {
    impl Classes: u32 {
        /// A role that a person holds: وزير، رئيس، متحدث.
        const TITLE = 1 << 0;
        /// A form of address before a name: الدكتور، السيد، الشيخ.
        const HONORIFIC = 1 << 1;
        /// An adjective or noun of a nation: روسي، الأمريكية.
        const NATIONALITY = 1 << 2;
        /// A given name: سامر، أنجيلا.
        const GIVEN_NAME = 1 << 3;
        /// A family name, or the part of one.
        const FAMILY_NAME = 1 << 4;
        /// A place by name, countries and capitals too.
        const PLACE = 1 << 5;
        /// The noun that opens the name of a body: وزارة، حزب، شركة.
        const ORG_HEAD = 1 << 6;
        /// A body by name.
        const ORG = 1 << 7;
        /// A newspaper, agency, station or site.
        const MEDIA = 1 << 8;
        /// A day of the week.
        const DAY = 1 << 9;
        /// A month of any calendar.
        const MONTH = 1 << 10;
        /// A number in words.
        const NUMBER_WORD = 1 << 11;
        /// A currency.
        const CURRENCY = 1 << 12;
        /// A unit of measure.
        const UNIT = 1 << 13;
        /// Somebody or something that speaks and is no title: مصدر، شهود، تقرير.
        const SOURCE_NOUN = 1 << 14;
        /// The noun that opens the name of a place: مدينة، محافظة، مطار.
        const PLACE_HEAD = 1 << 15;
        /// The noun that opens the name of an event: مؤتمر، بطولة.
        const EVENT_HEAD = 1 << 16;
        /// The noun that opens the name of a document: اتفاق، قانون.
        const DOC_HEAD = 1 << 17;
        /// A people, faith or tendency, as a noun in the plural.
        const PEOPLE = 1 << 18;
        /// A stretch of time: عام، شهر، أسبوع.
        const TIME_NOUN = 1 << 19;
        /// A country.
        const COUNTRY = 1 << 20;
        /// The capital of a country.
        const CAPITAL = 1 << 21;
        /// A person by name, full or short.
        const PERSON = 1 << 22;
        /// The field of a ministry: الخارجية، الدفاع.
        const PORTFOLIO = 1 << 23;
        /// A part of names that is none alone: بن، أبو، آل، دي.
        const NAME_PART = 1 << 24;
        /// A word of grammar, never in a name but as its inner part.
        const FUNCTION = 1 << 25;
        /// An event by name.
        const EVENT = 1 << 26;
        /// A document by name.
        const DOCUMENT = 1 << 27;
        /// A name that is as often a common word, and needs its context.
        const COMMON = 1 << 28;
        /// A phrase counted in news, not written by hand.
        const SEEN = 1 << 29;
        /// A word of dates, of any kind.
        const CALENDAR = 1 << 30;
    }
}

impl Classes {
    /// The noun of somebody or of a body that may speak, or what stands before its name.
    pub const SPEAKER: Self = Self::TITLE
        .union(Self::HONORIFIC)
        .union(Self::SOURCE_NOUN)
        .union(Self::ORG_HEAD);
}
