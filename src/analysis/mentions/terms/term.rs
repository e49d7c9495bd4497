//! What a word of time or number means, and what it does.

use bitflags::bitflags;

/// How many of a stretch of time a word tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    /// عام.
    One,
    /// عامين.
    Two,
    /// أعوام.
    Many,
}

/// The reckoning of years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Calendar {
    /// The civil one.
    Gregorian,
    /// The Islamic one.
    Hijri,
}

/// What a word of time or number means.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Term {
    /// A number in words.
    Number(f64),
    /// Some tens, some hundreds: عشرات، مئات.
    Vague(f64),
    /// A power of ten, counted: آلاف.
    Powers(f64),
    /// Of a whole: نصف.
    Part(f64),
    /// One, that follows its noun: واحد.
    Single,
    /// One, before ten only: أحد عشر.
    Teen,
    /// A stretch of time, by its unit.
    Time(&'static str, Count),
    /// A unit of measure, by its symbol.
    Unit(&'static str),
    /// A currency: its code, or the English noun that needs a nationality.
    Currency(&'static str),
    /// A day of the week; Monday is 1.
    Weekday(u8),
    /// A month.
    Month {
        /// From 1.
        number: u8,
        /// Of which calendar.
        calendar: Calendar,
        /// Whether the word is as often no month.
        doubtful: bool,
    },
    /// A day told from today's: أمس.
    Near(i8),
    /// A stretch told from today's: الماضي.
    Relative(i8),
    /// The stretch spoken of: نفسه.
    Same,
    /// القليلة.
    Few,
    /// هذا، ذلك; with today's stretch or another.
    This(bool),
    /// A part of a month or longer: مطلع.
    Edge,
    /// A part of a day: صباح.
    PartOfDay,
    /// A season, by its number in ISO 8601-2.
    Season(u8),
    /// An ordinal from 1 to 10.
    Ordinal(u8),
    /// A decade, by its first year within the century.
    Decade(u8),
    /// What follows a year: م، هـ.
    Era(Calendar),
}

/// What else a word does around numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Roles(pub(super) u32);

bitflags! {
    impl Roles: u32 {
        /// Reads like a number and is none.
        const NOTHING = 1 << 0;
        /// A number may stand after it without a noun: أصيب.
        const BARE = 1 << 1;
        /// A number after it is a name: رقم.
        const LABEL = 1 << 2;
        /// With "one" after it, an adverb: مرة.
        const FROZEN = 1 << 3;
        /// A counted noun that needs the noun after it: كلمة.
        const HEAD = 1 << 4;
        /// Completes a unit: مربع.
        const MEASURE = 1 << 5;
        /// Completes a rate: في الدقيقة.
        const RATE = 1 << 6;
        /// The whole of which hundredths are told.
        const PERCENT = 1 << 7;
        /// Takes the place of the counted noun: آخرين.
        const OTHER = 1 << 8;
        /// Four digits after it are a year: منذ.
        const YEAR_BEFORE = 1 << 9;
        /// What follows is an estimate: نحو، أكثر.
        const ABOUT = 1 << 11;
        /// No part of a quantity, though it stands after a number or noun.
        const LOOSE = 1 << 12;
        /// Its و or ف is no clitic: وجهة.
        const NATIVE = 1 << 13;
        /// Several of the stretch after it: عدة.
        const SOME = 1 << 14;
        /// With the stretch or day after it, a date: قبل، بعد.
        const ADVERB = 1 << 15;
        /// Several things, though the word does not look it: دول.
        const PLURAL = 1 << 16;
        /// A number after it is an age: سن.
        const AGE = 1 << 17;
        /// Completes a rate, or with a word after it tells a date: في اليوم.
        const DATED = 1 << 18;
        /// A part of a year, by its ordinal: ربع.
        const YEAR_PART = 1 << 19;
        /// The first word of a month of two words.
        const FIRST_OF_TWO = 1 << 10;
        /// Near a quarter, that it is of a match: شوط.
        const MATCH = 1 << 20;
        /// A day after it is still to come: المقرر.
        const FUTURE = 1 << 21;
        /// A day after it is over, whatever stands before: أعلن، الذي.
        const PAST = 1 << 22;
        /// After من, that years before it are an age: العمر.
        const LIFE = 1 << 23;
        /// Stands after the name of a month: رمضان المبارك.
        const EPITHET = 1 << 24;
    }
}

impl Roles {
    /// The role of that name, as the list gives it: `year-before`.
    pub fn named(name: &str) -> Option<Self> {
        Self::from_name(&name.to_ascii_uppercase().replace('-', "_"))
    }
}

/// One entry of the table.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Entry {
    /// What the word means.
    pub term: Option<Term>,
    /// What else it does.
    pub roles: Roles,
}
