//! What a word of time or number means, and what it does.

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

macro_rules! roles {
    ($($(#[$doc:meta])* $name:ident = $bit:literal, $label:literal;)*) => {
        impl Roles {
            $($(#[$doc])* pub const $name: Self = Self(1 << $bit);)*

            /// The role of that name, as the list gives it.
            pub fn named(label: &str) -> Option<Self> {
                match label { $($label => Some(Self::$name),)* _ => None }
            }
        }
    };
}

roles! {
    /// Reads like a number and is none.
    NOTHING = 0, "nothing";
    /// A number may stand after it without a noun: أصيب.
    BARE = 1, "bare";
    /// A number after it is a name: رقم.
    LABEL = 2, "label";
    /// With "one" after it, an adverb: مرة.
    FROZEN = 3, "frozen";
    /// A counted noun that needs the noun after it: كلمة.
    HEAD = 4, "head";
    /// Completes a unit: مربع.
    MEASURE = 5, "measure";
    /// Completes a rate: في الدقيقة.
    RATE = 6, "rate";
    /// The whole of which hundredths are told.
    PERCENT = 7, "percent";
    /// Takes the place of the counted noun: آخرين.
    OTHER = 8, "other";
    /// Four digits after it are a year: منذ.
    YEAR_BEFORE = 9, "year-before";
    /// What follows is an estimate: نحو، أكثر.
    ABOUT = 11, "about";
    /// No part of a quantity, though it stands after a number or noun.
    LOOSE = 12, "loose";
    /// Its و or ف is no clitic: وجهة.
    NATIVE = 13, "native";
    /// Several of the stretch after it: عدة.
    SOME = 14, "some";
    /// With the stretch or day after it, a date: قبل، بعد.
    ADVERB = 15, "adverb";
    /// Several things, though the word does not look it: دول.
    PLURAL = 16, "plural";
    /// A number after it is an age: سن.
    AGE = 17, "age";
    /// Completes a rate, or with a word after it tells a date: في اليوم.
    DATED = 18, "dated";
    /// A part of a year, by its ordinal: ربع.
    YEAR_PART = 19, "year-part";
    /// Near a quarter, that it is of a match: شوط.
    MATCH = 20, "match";
    /// A day after it is still to come: المقرر.
    FUTURE = 21, "future";
    /// A day after it is over, whatever stands before: أعلن، الذي.
    PAST = 22, "past";
    /// The first word of a month of two words.
    FIRST_OF_TWO = 10, "first-of-two";
}

impl Roles {
    /// The roles of both.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether it holds any role of `other`.
    pub const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
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
