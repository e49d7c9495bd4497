//! The day of an article, as the world writes it.

use std::{fmt, str::FromStr};

use crate::analysis::normalize::fold;

/// A day, or a month or year of which the day is not said. Compared as far as
/// both of two say something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date {
    year: u16,
    month: Option<u8>,
    day: Option<u8>,
}

/// English months as feeds abbreviate them.
const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

impl Date {
    /// The day that a text begins with or is: `2024-05-14T10:00`, `20240514`,
    /// `14/5/2024`, `Tue, 14 May 2024`, in Arabic digits too. Where day and month
    /// could be either, the day stands first.
    ///
    /// ```
    /// use qawl::extract::Date;
    ///
    /// let day: Date = "2024-05-14".parse()?;
    /// assert_eq!(Date::find("Tue, 14 May 2024 09:30:00 +0300"), Some(day));
    /// assert_eq!(Date::find("yesterday"), None);
    /// # Ok::<(), qawl::extract::UnknownDate>(())
    /// ```
    pub fn find(text: &str) -> Option<Self> {
        let text = fold(text);
        let parts: Vec<&str> = text
            .split(|c: char| !c.is_alphanumeric())
            .filter(|p| !p.is_empty())
            .collect();
        let day_of_week = |p: &&str| p.chars().all(char::is_alphabetic) && month(p).is_none();
        let parts: Vec<&str> = parts
            .into_iter()
            .skip_while(|part| day_of_week(part))
            .collect();
        match parts.as_slice() {
            [all, ..] if all.len() == 8 && is_number(all) => {
                Self::new(all.get(..4)?, all.get(4..6)?, all.get(6..)?)
            }
            [year, month, day, ..] if year.len() == 4 && is_number(year) => {
                let day = day.split(['t', 'z']).next().unwrap_or(day);
                Self::new(year, month, day)
            }
            [day, month, year, ..] if is_number(day) => Self::new(year, month, day),
            [month, day, year, ..] => Self::new(year, month, day),
            _ => None,
        }
    }

    fn new(year: &str, month_name: &str, day: &str) -> Option<Self> {
        let date = Self {
            year: year.parse().ok()?,
            month: Some(month(month_name)?),
            day: Some(day.parse().ok()?),
        };
        date.is_possible().then_some(date)
    }

    fn is_possible(self) -> bool {
        (1000..=9999).contains(&self.year)
            && self.month.is_none_or(|month| (1..=12).contains(&month))
            && self.day.is_none_or(|day| (1..=31).contains(&day))
    }

    /// Whether it is this day, month or year, or later.
    pub fn is_since(self, first: Self) -> bool {
        let (year, month, day) = self.parts();
        (year, month, day) >= (first.year, first.month.unwrap_or(0), first.day.unwrap_or(0))
    }

    /// Whether it is this day, month or year, or earlier.
    pub fn is_until(self, last: Self) -> bool {
        let last_parts = (
            last.year,
            last.month.unwrap_or(u8::MAX),
            last.day.unwrap_or(u8::MAX),
        );
        self.parts() <= last_parts
    }

    fn parts(self) -> (u16, u8, u8) {
        (self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
    }
}

fn is_number(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_digit())
}

fn month(name: &str) -> Option<u8> {
    if is_number(name) {
        return name.parse().ok();
    }
    let position = MONTHS
        .iter()
        .position(|month| name.get(..3) == Some(*month))?;
    u8::try_from(position + 1).ok()
}

impl FromStr for Date {
    type Err = UnknownDate;

    /// A day, month or year: `2024-05-14`, `2024-05`, `2024`.
    fn from_str(text: &str) -> Result<Self, UnknownDate> {
        let text = fold(text);
        let mut parts = text.split('-');
        let year = parts.next().filter(|year| year.len() == 4);
        let number = |part: Option<&str>| {
            part.map(|p| p.parse::<u8>().map_err(|_| UnknownDate))
                .transpose()
        };
        let date = Self {
            year: year.and_then(|year| year.parse().ok()).ok_or(UnknownDate)?,
            month: number(parts.next())?,
            day: number(parts.next())?,
        };
        let is_whole = parts.next().is_none() && date.is_possible();
        is_whole.then_some(date).ok_or(UnknownDate)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        for part in [self.month, self.day].into_iter().flatten() {
            write!(f, "-{part:02}")?;
        }
        Ok(())
    }
}

/// No day.
#[derive(Debug, thiserror::Error)]
#[error("say a day, a month or a year: 2024-05-14, 2024-05, 2024")]
pub struct UnknownDate;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_found_however_they_are_written() {
        for text in [
            "2024-05-14",
            "2024-05-14T23:59:59+03:00",
            "20240514",
            "2024/5/14",
            "14/05/2024",
            "14-5-2024",
            "١٤/٥/٢٠٢٤",
            "Tue, 14 May 2024 10:00:00 GMT",
            "14 May 2024",
            "May 14, 2024",
            "Tuesday May 14 2024",
        ] {
            let found = Date::find(text).map(|date| date.to_string());
            assert_eq!(found.as_deref(), Some("2024-05-14"), "{text}");
        }
        for text in ["", "yesterday", "2024", "2024-13-01", "99", "14/05"] {
            assert_eq!(Date::find(text), None, "{text}");
        }
    }

    #[test]
    fn a_month_and_a_year_hold_all_their_days() {
        let day = Date::find("2024-05-14").expect("a day");
        let date = |text: &str| text.parse::<Date>().expect("a date");
        for (bound, since, until) in [
            ("2024", true, true),
            ("2024-05", true, true),
            ("2024-05-14", true, true),
            ("2024-05-15", false, true),
            ("2024-04", true, false),
            ("2025", false, true),
            ("2023", true, false),
        ] {
            assert_eq!(day.is_since(date(bound)), since, "{bound}");
            assert_eq!(day.is_until(date(bound)), until, "{bound}");
        }
        assert!("14/05/2024".parse::<Date>().is_err());
        assert!("2024-05-14-1".parse::<Date>().is_err());
    }
}
