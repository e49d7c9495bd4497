//! Dates and times by grammar: from words of the lists to spans, and what each
//! says ([`When`]), from which its normal form is made ([`normal`]).
//!
//! One file for each part of a date: days with their months ([`day`]), months
//! ([`month`]), years in digits ([`year`]), and longer stretches told from
//! today's ([`stretch`]), parts of a year ([`part_of_year`]).

mod ahead;
mod civil;
mod day;
mod month;
mod normal;
mod part_of_year;
mod stretch;
mod year;

pub use civil::Day;
pub use day::ordinal;
pub use normal::{article_date, normal};

use super::{
    reader::Reader,
    terms::{Calendar, Count, Roles, Term},
};

/// What the words of a date say; what they leave open is `None`.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct When {
    /// The year; the first of several.
    pub year: Option<i32>,
    /// The last of several years.
    pub last_year: Option<i32>,
    /// The month, from 1.
    pub month: Option<u8>,
    /// The day of the month; the first of several.
    pub day: Option<u8>,
    /// The last of several days.
    pub last_day: Option<u8>,
    /// The day of the week; Monday is 1.
    pub weekday: Option<u8>,
    /// Whether month and year are those of the Islamic calendar.
    pub hijri: bool,
    /// So many days after the article's.
    pub days: Option<i32>,
    /// A stretch by its unit (`wk`, `mo`, `y`), so many after today's.
    pub stretch: Option<&'static str>,
    /// How far from today's stretch, month or weekday.
    pub relative: Option<i8>,
    /// Whether several stretches are meant, or one whose place the text leaves open.
    pub vague: bool,
    /// The season by its number in ISO 8601-2.
    pub season: Option<u8>,
    /// The first year of a decade.
    pub decade: Option<i32>,
    /// The century; before the common era, negative.
    pub century: Option<i32>,
}

impl When {
    fn hijri(mut self, calendar: Calendar) -> Self {
        self.hijri = calendar == Calendar::Hijri;
        self
    }

    /// What both say together.
    fn and(self, other: Self) -> Self {
        Self {
            year: self.year.or(other.year),
            last_year: self.last_year.or(other.last_year),
            month: self.month.or(other.month),
            day: self.day.or(other.day),
            last_day: self.last_day.or(other.last_day),
            weekday: self.weekday.or(other.weekday),
            hijri: self.hijri || other.hijri,
            days: self.days.or(other.days),
            stretch: self.stretch.or(other.stretch),
            relative: self.relative.or(other.relative),
            vague: self.vague || other.vague,
            season: self.season.or(other.season),
            decade: self.decade.or(other.decade),
            century: self.century.or(other.century),
        }
    }
}

/// A part of a date: the token after its last, and what it says.
type Part = Option<(usize, When)>;

/// The date that begins at a token: the token after its last, and what it says.
pub fn at(r: &Reader, i: usize) -> Option<(usize, When)> {
    if r.digits(i).is_some() {
        return year::numeric(r, i)
            .or_else(|| day::of_month(r, i))
            .or_else(|| year::alone(r, i));
    }
    if !r.tokens.is_word(i) {
        return day::in_brackets(r, i);
    }
    if r.article(i) {
        return day::of_month(r, i);
    }
    let seen = r.seen(i)?;
    if seen.entry.roles.intersects(Roles::YEAR_PART) {
        return part_of_year::at(r, i);
    }
    let Some(term) = seen.term() else {
        return if seen.entry.roles.intersects(Roles::FIRST_OF_TWO) {
            month::alone(r, i)
        } else {
            adverb(r, i)
        };
    };
    match term {
        Term::Near(_) => stretch::relative(r, i).or_else(|| day::named(r, i)),
        Term::Weekday(_) | Term::PartOfDay => day::named(r, i),
        Term::Ordinal(_) | Term::Number(_) => day::named(r, i).or_else(|| day::of_month(r, i)),
        Term::Month { .. } => month::alone(r, i),
        Term::Season(_) => month::alone(r, i).or_else(|| stretch::season(r, i)),
        Term::Edge => stretch::edge(r, i),
        Term::This(_) => stretch::this(r, i),
        Term::Decade(_) => stretch::decade(r, i),
        Term::Time(unit, count) => time(r, i, unit, count),
        _ => None,
    }
}

fn time(r: &Reader, i: usize, unit: &'static str, count: Count) -> Part {
    let named = || match unit {
        "d" | "night" if count == Count::One => day::named(r, i),
        "mo" if count == Count::One => month::alone(r, i),
        "y" | "season" => year::after_noun(r, i),
        "century" => stretch::century(r, i),
        _ => None,
    };
    named().or_else(|| stretch::relative(r, i))
}

/// قبل أيام؛ بعد غد؛ بعد ظهر الخميس.
fn adverb(r: &Reader, i: usize) -> Part {
    if r.is(i, &["بعد", "وبعد"]) && r.goes_on(i + 1) {
        return match r.inner(i + 1)? {
            Term::Near(1) => Some((
                i + 2,
                When {
                    days: Some(2),
                    ..When::default()
                },
            )),
            Term::PartOfDay => day::named(r, i + 1),
            _ => None,
        };
    }
    let ago = r.is(i, &["قبل", "وقبل"]) && !r.is(i + 1, &["قبل", "وقبل"]);
    if !ago || at(r, i + 1).is_some() {
        return None;
    }
    let some = r.goes_on(i + 1) && r.has(i + 1, Roles::SOME);
    let stretch = i + 1 + usize::from(some);
    let seen = r.seen(stretch).filter(|s| s.cut == 0 && !s.definite)?;
    let Term::Time(unit, count) = seen.term()? else {
        return None;
    };
    let long = !matches!(unit, "s" | "min" | "h" | "×" | "season") && r.goes_on(stretch);
    let mut when = before_today(unit, count);
    if r.goes_on(stretch + 1) && r.is(stretch + 1, &["من"]) {
        // "two days before the feast": not told from today's.
        when = When {
            vague: true,
            ..When::default()
        };
    }
    long.then_some((stretch + 1, when))
}

/// So many stretches before today: days where they are counted in days.
fn before_today(unit: &'static str, count: Count) -> When {
    let number = match count {
        Count::One => 1,
        Count::Two => 2,
        Count::Many => {
            return When {
                vague: true,
                ..When::default()
            };
        }
    };
    let days = match unit {
        "d" | "night" => Some(-number),
        "wk" => Some(-7 * number),
        _ => None,
    };
    When {
        days,
        stretch: Some(unit),
        relative: i8::try_from(-number).ok(),
        ..When::default()
    }
}
