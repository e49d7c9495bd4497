//! Days of the civil calendar, counted, so that "last Friday" is a sum.

/// A day of the civil (Gregorian) calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    /// The year.
    pub year: i32,
    /// The month, from 1.
    pub month: u8,
    /// The day of the month, from 1.
    pub day: u8,
}

impl Day {
    /// That day, if there is one.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let made = Self { year, month, day };
        let real = (1..=12).contains(&month)
            && (1..=31).contains(&day)
            && Self::counted(made.count()) == made;
        real.then_some(made)
    }

    /// Days since 1 March of the year 0.
    fn count(self) -> i32 {
        let shifted = i32::from(self.month) + 9;
        let year = self.year - i32::from(self.month < 3);
        let of_year = (153 * (shifted % 12) + 2) / 5 + i32::from(self.day) - 1;
        365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + of_year
    }

    fn counted(count: i32) -> Self {
        let era = count.div_euclid(146_097);
        let in_era = count.rem_euclid(146_097);
        let year = (in_era - in_era / 1460 + in_era / 36_524 - in_era / 146_096) / 365;
        let of_year = in_era - (365 * year + year / 4 - year / 100);
        let shifted = (5 * of_year + 2) / 153;
        let day = of_year - (153 * shifted + 2) / 5 + 1;
        let month = if shifted < 10 {
            shifted + 3
        } else {
            shifted - 9
        };
        Self {
            year: era * 400 + year + i32::from(month < 3),
            month: u8::try_from(month).unwrap_or(1),
            day: u8::try_from(day).unwrap_or(1),
        }
    }

    /// So many days later.
    #[must_use]
    pub fn plus(self, days: i32) -> Self {
        Self::counted(self.count().saturating_add(days))
    }

    /// The day of the week; Monday is 1.
    pub fn weekday(self) -> i32 {
        (self.count() + 2).rem_euclid(7) + 1
    }

    /// The year and number of its week in ISO 8601.
    pub fn week(self) -> (i32, i32) {
        let thursday = self.plus(4 - self.weekday());
        let first = Self {
            year: thursday.year,
            month: 1,
            day: 1,
        };
        (thursday.year, (thursday.count() - first.count()) / 7 + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_over_leap_years() {
        let day = Day::new(2016, 2, 28).expect("a day");
        assert_eq!(day.plus(2), Day::new(2016, 3, 1).expect("a day"));
        assert_eq!(Day::new(2015, 2, 29), None);
        assert_eq!(day.plus(-366), Day::new(2015, 2, 27).expect("a day"));
    }

    #[test]
    fn weeks_and_weekdays() {
        let day = Day::new(2016, 4, 27).expect("a day");
        assert_eq!(day.weekday(), 3);
        assert_eq!(day.week(), (2016, 17));
        assert_eq!(Day::new(2021, 1, 1).expect("a day").week(), (2020, 53));
    }
}
