//! The normal form of a date, in ISO 8601 with its extensions of 2019: days
//! (`2016-04-27`), months, years, ranges (`2010/2015`), weeks (`2016-W17`),
//! seasons (`2009-22`), decades (`198X`), centuries (`19XX`); a year that is not
//! known is left out (`--04-27`). Those of the Islamic calendar stay in it,
//! after an `H` (`H1437-09`). What is told from today's is given only where the
//! article's date is known.

use super::{Day, When};

/// The normal form of a date in an article of that day.
///
/// ```
/// use qawl::analysis::mentions::dates::{Day, When, normal};
///
/// let yesterday = When { days: Some(-1), ..When::default() };
/// assert_eq!(normal(&yesterday, Day::new(2016, 4, 27)).as_deref(), Some("2016-04-26"));
/// assert_eq!(normal(&yesterday, None), None);
/// ```
pub fn normal(when: &When, today: Option<Day>) -> Option<String> {
    if let Some(form) = fixed(when) {
        return Some(form);
    }
    if when.month.is_some() {
        return of_month(when, today);
    }
    if let Some(season) = when.season {
        let year = when.year.or_else(|| year_of(when, today?))?;
        return Some(format!("{year:04}-{season}"));
    }
    if when.year.is_some() {
        return Some(years(when));
    }
    told(when, today?)
}

/// Decades and centuries.
fn fixed(when: &When) -> Option<String> {
    if let Some(decade) = when.decade {
        return Some(format!("{:03}X", decade / 10));
    }
    let century = when.century.filter(|_| !when.hijri)?;
    Some(if century < 0 {
        format!("-{:02}XX", -century - 1)
    } else {
        format!("{:02}XX", century - 1)
    })
}

fn years(when: &When) -> String {
    let mark = if when.hijri { "H" } else { "" };
    let last = when.last_year.map(|y| format!("/{mark}{y:04}"));
    format!(
        "{mark}{:04}{}",
        when.year.unwrap_or_default(),
        last.unwrap_or_default()
    )
}

fn of_month(when: &When, today: Option<Day>) -> Option<String> {
    let month = when.month?;
    let mark = if when.hijri { "H" } else { "" };
    let year = when
        .year
        .or_else(|| year_of(when, today.filter(|_| !when.hijri)?));
    let year = year.map_or_else(|| "-".to_owned(), |y| format!("{mark}{y:04}"));
    if when.hijri && when.year.is_none() {
        return Some(days(&format!("{mark}--{month:02}"), when));
    }
    Some(days(&format!("{year}-{month:02}"), when))
}

/// A month with its day or days.
fn days(month: &str, when: &When) -> String {
    match (when.day, when.last_day) {
        (Some(day), Some(last)) => format!("{month}-{day:02}/{month}-{last:02}"),
        (Some(day), None) => format!("{month}-{day:02}"),
        _ => month.to_owned(),
    }
}

/// The year of a month or season that the words leave open: told from today's,
/// else the one that puts it nearest to the article.
fn year_of(when: &When, today: Day) -> Option<i32> {
    if when.stretch == Some("y") {
        return Some(today.year + i32::from(when.relative?));
    }
    let month = i32::from(when.month.unwrap_or_else(|| season_month(when)));
    let ahead = month - i32::from(today.month);
    Some(match when.relative {
        Some(-1) => today.year - i32::from(ahead >= 0),
        Some(0) => today.year,
        Some(_) => today.year + i32::from(ahead <= 0),
        None if ahead > 6 => today.year - 1,
        None if ahead < -6 => today.year + 1,
        None => today.year,
    })
}

/// The month in which a season begins.
fn season_month(when: &When) -> u8 {
    match when.season {
        Some(21) => 3,
        Some(22) => 6,
        Some(23) => 9,
        _ => 12,
    }
}

/// A day or stretch told from today's.
fn told(when: &When, today: Day) -> Option<String> {
    if let Some(days) = when.days {
        return Some(iso(named(today.plus(days), when.weekday)));
    }
    if let Some(weekday) = when.weekday {
        return Some(iso(of_week(weekday.into(), when.relative, today)));
    }
    if when.vague {
        return None;
    }
    let relative = i32::from(when.relative.unwrap_or(0));
    match when.stretch? {
        "d" | "night" => Some(iso(today.plus(relative))),
        "wk" => {
            let (year, week) = today.plus(7 * relative).week();
            Some(format!("{year:04}-W{week:02}"))
        }
        "mo" => Some(in_month(when, today, relative)),
        "y" => Some(format!("{:04}", today.year + relative)),
        "decade" => Some(format!("{:03}X", today.year / 10 + relative)),
        "century" => Some(format!("{:02}XX", today.year / 100 + relative)),
        _ => None,
    }
}

fn in_month(when: &When, today: Day, relative: i32) -> String {
    let months = today.year * 12 + i32::from(today.month) - 1 + relative;
    let (year, month) = (months.div_euclid(12), months.rem_euclid(12) + 1);
    days(&format!("{year:04}-{month:02}"), when)
}

/// A day told from today's that is also named: an article dated a day late or
/// early means the one named.
fn named(day: Day, weekday: Option<u8>) -> Day {
    let is = |day: &Day| weekday.is_none_or(|w| i32::from(w) == day.weekday());
    [day, day.plus(-1), day.plus(1)]
        .into_iter()
        .find(is)
        .unwrap_or(day)
}

/// A day of the week: the last one up to the article's day, unless told to come;
/// 0 is the next one from that day on.
fn of_week(weekday: i32, relative: Option<i8>, today: Day) -> Day {
    let back = (today.weekday() - weekday).rem_euclid(7);
    match relative {
        Some(0) => today.plus((7 - back) % 7),
        Some(1) => today.plus(7 - back),
        Some(-1) if back == 0 => today.plus(-7),
        _ => today.plus(-back),
    }
}

fn iso(day: Day) -> String {
    format!("{:04}-{:02}-{:02}", day.year, day.month, day.day)
}

/// The day that an article's date names: ISO 8601, with hyphens or without,
/// `Wed, 27 Apr 2016`, or digits with the year last.
///
/// ```
/// use qawl::analysis::mentions::dates::{Day, article_date};
///
/// let day = Day::new(2016, 4, 27);
/// for date in ["2016-04-27T10:00:00Z", "20160427", "Wed, 27 Apr 2016 10:00 GMT", "27/04/2016"] {
///     assert_eq!(article_date(date), day, "{date}");
/// }
/// assert_eq!(article_date("27"), None);
/// ```
pub fn article_date(date: &str) -> Option<Day> {
    let parts: Vec<&str> = date
        .split(|c: char| !c.is_alphanumeric())
        .flat_map(|p| p.split('T'))
        .filter(|p| !p.is_empty())
        .collect();
    parts
        .windows(3)
        .find_map(|three| day_of(three.try_into().ok()?))
        .or_else(|| basic(date))
}

/// 20160427, alone or before a time.
fn basic(date: &str) -> Option<Day> {
    let digits = date.split('T').next().filter(|d| d.len() == 8)?;
    let [year, month, day] = [0..4, 4..6, 6..8].map(|part| digits.get(part));
    Day::new(
        year?.parse().ok()?,
        month?.parse().ok()?,
        day?.parse().ok()?,
    )
}

fn day_of(parts: [&str; 3]) -> Option<Day> {
    let number = |part: &str| part.parse::<i32>().ok();
    let month = |part: &str| {
        let name = part.get(..3)?.to_ascii_lowercase();
        let at = "janfebmaraprmayjunjulaugsepoctnovdec".find(&name)?;
        (at % 3 == 0).then(|| i32::try_from(at / 3 + 1).ok())?
    };
    let second = number(parts[1]).or_else(|| month(parts[1]))?;
    let (first, third) = match (number(parts[0]), number(parts[2])) {
        (Some(first), Some(third)) => (first, third),
        // "April 27, 2016"
        (None, Some(third)) => {
            return Day::new(
                third,
                u8::try_from(month(parts[0])?).ok()?,
                u8::try_from(second).ok()?,
            );
        }
        _ => return None,
    };
    let (year, day) = if first > 31 {
        (first, third)
    } else {
        (third, first)
    };
    (year > 31).then(|| Day::new(year, u8::try_from(second).ok()?, u8::try_from(day).ok()?))?
}
