//! Dates by grammar: days, months, years, and what is told from today.

use super::reading::Reading;
use crate::analysis::lexicon::{Classes, values::DateWord};

/// The end of the date that begins at a token.
pub(super) fn date_at(r: &Reading, at: usize) -> Option<usize> {
    let start = core_start(r, at);
    core(r, start, start == at).or_else(|| (start > at).then(|| loose(r, start)).flatten())
}

/// Past the words that place a date within a day or a period: مساء، نهاية، بعد ظهر.
fn core_start(r: &Reading, at: usize) -> usize {
    let mut start = at + usize::from(r.key(at) == "بعد" && r.key(at + 1) == "ظهر");
    while let Some((DateWord::Part | DateWord::Edge, end)) = r.date_word(start)
        && (start == at || r.bare(start))
    {
        start = end;
    }
    start
}

/// A date that may stand alone; the words after the first carry no proclitics.
fn core(r: &Reading, at: usize, first: bool) -> Option<usize> {
    if !first && !r.bare(at) {
        return None;
    }
    if r.is_number(at) || r.key(at) == "ال" && r.is_number(at + 1) {
        return from_number(r, at, first);
    }
    if r.key(at) == "اول" && r.key(at + 1) == "امس" {
        return relative(r, at + 1, at + 2, -2);
    }
    if r.key(at) == "قبل" {
        return ago(r, at + 1);
    }
    if matches!(r.key(at), "هذا" | "هذه" | "ذلك" | "تلك" | "نفس" | "ذات") {
        return this_period(r, at + 1);
    }
    let (word, end) = r.date_word(at)?;
    match word {
        DateWord::Day(_) => weekday(r, at, end),
        DateWord::Relative(days) => relative(r, at, end, days),
        DateWord::Month(_) | DateWord::Hijri(_) => month(r, at, end, first),
        DateWord::Period(_) => period(r, at, end),
        DateWord::Periods(_) | DateWord::Dual(_) => periods(r, end),
        DateWord::Ordinal(_) => ordinal(r, at),
        DateWord::Part | DateWord::Edge | DateWord::Which(_) => None,
    }
}

/// After "مطلع" or "نهاية" a bare year is a date too.
fn loose(r: &Reading, at: usize) -> Option<usize> {
    year(r, at).map(|end| suffix(r, end))
}

/// A weekday, with the article; "صلاة الجمعة" is none.
fn weekday(r: &Reading, at: usize, end: usize) -> Option<usize> {
    if matches!(r.before(at), "صلاه" | "خطبه" | "يومي" | "صحيفه") {
        return None;
    }
    let end = which(r, end);
    let inner = r.key(end) == "(" || matches!(r.key(end), "الموافق" | "،");
    let next = if inner { end + 1 } else { end };
    Some(match day_of_month(r, next) {
        Some(close) if r.key(end) == "(" && r.key(close) == ")" => close + 1,
        Some(close) if r.key(end) != "(" => close,
        _ => end,
    })
}

/// اليوم، أمس، أول أمس، أمس الأول, with a weekday after.
fn relative(r: &Reading, at: usize, end: usize, days: i8) -> Option<usize> {
    let nth = r.key(end) == "ال" || matches!(r.date_word(end), Some((DateWord::Ordinal(_), _)));
    if days == 0 && nth {
        return None;
    }
    if r.key(at) == "الليله" && which(r, end) == end {
        return Some(end);
    }
    let mut end = end;
    if days == -1 && matches!(r.key(end), "الاول") {
        end += 1;
    }
    if days == 0 && which(r, end) > end {
        return Some(which(r, end));
    }
    Some(weekday_after(r, end).unwrap_or(end))
}

fn weekday_after(r: &Reading, at: usize) -> Option<usize> {
    let bracket = usize::from(r.key(at) == "(");
    match r.date_word(at + bracket)? {
        (DateWord::Day(_), end) if bracket == 0 && r.bare(at) => weekday(r, at, end),
        (DateWord::Day(_), end) if bracket == 1 && r.key(end) == ")" => Some(end + 1),
        _ => None,
    }
}

/// A month: with its name in the other set, a year, which one.
fn month(r: &Reading, at: usize, end: usize, first: bool) -> Option<usize> {
    let named = second_name(r, end);
    let dated = month_tail(r, named);
    let doubtful = r.is(at, Classes::COMMON) && first && dated == end;
    let placed = matches!(
        r.before(at),
        "في" | "شهر" | "خلال" | "منذ" | "حتي" | "من" | "الي"
    );
    (!doubtful || placed && r.bare(at)).then_some(dated)
}

/// The same month in another set: أيار/مايو، مارس (آذار)، يونيو حزيران.
fn second_name(r: &Reading, at: usize) -> usize {
    let sign = usize::from(matches!(r.key(at), "/" | "-" | "(" | "ـ"));
    match r.date_word(at + sign) {
        Some((DateWord::Month(_), end)) if sign == 0 && r.bare(at) && !r.opens_line(at) => end,
        Some((DateWord::Month(_), end)) if sign == 1 && r.key(at) == "(" => {
            if r.key(end) == ")" {
                end + 1
            } else {
                at
            }
        }
        Some((DateWord::Month(_), end)) if sign == 1 => end,
        _ => at,
    }
}

/// A year, or which month it is, after a month.
fn month_tail(r: &Reading, at: usize) -> usize {
    let comma = usize::from(r.key(at) == "،" && year(r, at + 1).is_some());
    let of = usize::from(matches!(r.key(at), "من") && r.is(at + 1, Classes::TIME_NOUN));
    if of == 1
        && let Some((DateWord::Period(_), end)) = r.date_word(at + 1)
    {
        return period(r, at + 1, end).unwrap_or(at);
    }
    let after_comma = at + comma;
    if let Some(end) = year(r, after_comma) {
        return suffix(r, end);
    }
    if let Some((DateWord::Period(_), end)) = r.date_word(at)
        && r.bare(at)
        && let Some(end) = period(r, at, end)
    {
        return end;
    }
    let blessed = usize::from(matches!(r.key(at), "المبارك" | "الكريم"));
    which(r, at + blessed)
}

/// A day of a month in digits: `27 أبريل`, `7 و8 أيار/مايو`, `15 من أغسطس`.
fn day_of_month(r: &Reading, at: usize) -> Option<usize> {
    let at = at + usize::from(r.key(at) == "ال");
    let day = |at: usize| r.integer(at).is_some_and(|d| (1..=31).contains(&d));
    if !day(at) {
        return None;
    }
    let mut next = at + 1;
    let joins = matches!(r.key(next), "و" | "-" | "–" | "الي" | "حتي" | "/");
    if joins && day(next + 1) {
        next += 2;
    }
    next += usize::from(matches!(r.key(next), "من" | ")" | "-"));
    next += usize::from(r.key(next) == "شهر");
    match r.date_word(next)? {
        (DateWord::Month(_) | DateWord::Hijri(_), end) if r.bare(next) => {
            Some(month_tail(r, second_name(r, end)))
        }
        (DateWord::Period(_), end) if r.key(next - 1) == "من" => period(r, next, end),
        _ => None,
    }
}

fn from_number(r: &Reading, at: usize, first: bool) -> Option<usize> {
    if let Some(end) = day_of_month(r, at).or_else(|| numeric(r, at)) {
        return Some(end);
    }
    if !first {
        return None;
    }
    let end = year(r, at)?;
    let after = suffix(r, end);
    (after > end || places_year(r, at)).then_some(after)
}

/// `27/4/2016`, `2016-04-27`.
fn numeric(r: &Reading, at: usize) -> Option<usize> {
    let sign = r.key(at + 1);
    if !matches!(sign, "/" | "-") || r.key(at + 3) != sign || !r.touches(at + 1) {
        return None;
    }
    let parts = [r.integer(at)?, r.integer(at + 2)?, r.integer(at + 4)?];
    let year = |y: u32| (1900..2100).contains(&y) || (1300..1500).contains(&y);
    let plausible =
        parts[1] <= 31 && (year(parts[0]) && parts[2] <= 31 || year(parts[2]) && parts[0] <= 31);
    plausible.then(|| suffix(r, at + 5))
}

/// A year in four digits; `2015/2016` and `2011-2012` too.
fn year(r: &Reading, at: usize) -> Option<usize> {
    let is_year = |at: usize| {
        r.key(at).len() == 4 && r.integer(at).is_some_and(|y| (1000..2150).contains(&y))
    };
    if !is_year(at) {
        return None;
    }
    let joined = matches!(r.key(at + 1), "/" | "-" | "–") && is_year(at + 2);
    Some(if joined { at + 3 } else { at + 1 })
}

/// The letter of an era right after a year, with its brackets.
fn suffix(r: &Reading, at: usize) -> usize {
    at + usize::from(matches!(
        r.key(at),
        "م" | "ه" | "هجري" | "هجريا" | "ميلادي" | "هجريه" | "ميلاديه"
    ))
}

/// Whether what stands before a bare number shows it to be a year.
fn places_year(r: &Reading, at: usize) -> bool {
    let number = r.integer(at).unwrap_or_default();
    let words = [
        "في",
        "منذ",
        "حتي",
        "بحلول",
        "عام",
        "سنه",
        "من",
        "الي",
        "خلال",
        "بين",
        "بعد",
        "قبل",
        "مطلع",
        "حدود",
        "انتخابات",
        "نسخه",
        "موسم",
        "مونديال",
    ];
    let firm = ["في", "منذ", "حتي", "بحلول", "عام", "سنه"];
    (1900..2100).contains(&number)
        && words.contains(&r.before(at))
        && !r.is(
            at + 1,
            Classes::UNIT | Classes::CURRENCY | Classes::NUMBER_WORD,
        )
        && (firm.contains(&r.before(at)) || !counts_something(r, at + 1))
}

/// Whether a word after a number is what it counts, by its ending.
fn counts_something(r: &Reading, at: usize) -> bool {
    r.tokens.is_word(at) && r.bare(at) && r.words.classes(at).is_none() && {
        let written = r.text.get(r.tokens.span(at).range()).unwrap_or_default();
        written.ends_with(['ا', 'ة', '\u{64b}']) && !written.starts_with("ال")
    }
}

/// عام 2015، العام الماضي، شهر رمضان، يوم الأربعاء.
fn period(r: &Reading, at: usize, end: usize) -> Option<usize> {
    if let Some(year) = year(r, end) {
        return Some(years(r, suffix(r, year)));
    }
    let which_one = which(r, end);
    if which_one > end {
        return Some(which_one);
    }
    if r.key(at).ends_with("الموسم") && r.tokens.is_word(end) {
        let tail = which(r, end + 1);
        return year(r, end + 1).or((tail > end + 1).then_some(tail));
    }
    if r.key(at).ends_with("القرن") && matches!(r.date_word(end), Some((DateWord::Ordinal(_), _)))
    {
        let after = end + 1 + usize::from(r.key(end + 1) == "عشر");
        return Some(if r.key(after) == "قبل" {
            after + 2
        } else {
            after
        });
    }
    let inner = match r.date_word(end) {
        Some((
            DateWord::Day(_) | DateWord::Relative(_) | DateWord::Month(_) | DateWord::Hijri(_),
            _,
        )) => core(r, end, false),
        _ => None,
    };
    inner.or_else(|| day_of_month(r, end))
}

/// More years after "العامين 2001": و2003.
fn years(r: &Reading, at: usize) -> usize {
    match year(r, at + 1) {
        Some(end)
            if r.key(at) == "و"
                && r.touches(at + 1)
                && r.key(at.saturating_sub(2)).starts_with(['ا', 'ع']) =>
        {
            if matches!(r.key(at.saturating_sub(2)), "العامين" | "عامي") {
                end
            } else {
                at
            }
        }
        _ => at,
    }
}

/// The words that tell which period it is; one at most, and "نفسه".
fn which(r: &Reading, at: usize) -> usize {
    match r.date_word(at) {
        Some((DateWord::Which(_), end)) if r.bare(at) && !r.opens_line(at) => end,
        _ => at,
    }
}

/// الأيام القليلة الماضية، السنوات الخمس الأخيرة، الأيام الـ11 الأخيرة.
fn periods(r: &Reading, end: usize) -> Option<usize> {
    let direct = which(r, end);
    if direct > end {
        return Some(direct);
    }
    let few = matches!(r.key(end), "القليله" | "القلائل" | "المعدوده");
    let counted = usize::from(few || r.is(end, Classes::NUMBER_WORD));
    let digits = usize::from(r.key(end) == "ال") + 1;
    let skip = if counted == 1 {
        1
    } else if r.is_number(end + digits - 1) {
        digits
    } else {
        0
    };
    let after = which(r, end + skip);
    (skip > 0 && after > end + skip).then_some(after)
}

/// قبل أسبوع، قبل أيام.
fn ago(r: &Reading, at: usize) -> Option<usize> {
    let (word, end) = r.date_word(at)?;
    let indefinite = r.bare(at) && !r.key(at).starts_with("ال");
    let period = matches!(
        word,
        DateWord::Period(_) | DateWord::Periods(_) | DateWord::Dual(_)
    );
    (indefinite && period && year(r, end).is_none() && core(r, at, false).is_none()).then_some(end)
}

fn this_period(r: &Reading, at: usize) -> Option<usize> {
    if matches!(r.key(at), "الفتره" | "الساعات" | "القرن") {
        return None;
    }
    match r.date_word(at)? {
        (DateWord::Period(_), end) if r.bare(at) && r.key(at).starts_with("ال") => {
            Some(which(r, end))
        }
        (DateWord::Periods(_), end) if r.bare(at) => Some(which(r, end)),
        (DateWord::Relative(0), end) => Some(end),
        _ => None,
    }
}

/// الأول من يونيو، الخامس عشر من تشرين الثاني، السادس والعشرين من أيلول.
fn ordinal(r: &Reading, at: usize) -> Option<usize> {
    let mut next = at;
    while let Some((DateWord::Ordinal(_), end)) = r.date_word(next) {
        next = end + usize::from(r.key(end) == "عشر");
        if next > at + 6 {
            return None;
        }
    }
    if r.key(next) != "من" {
        return None;
    }
    next += 1 + usize::from(r.key(next + 1) == "شهر");
    match r.date_word(next)? {
        (DateWord::Month(_) | DateWord::Hijri(_), end) if r.bare(next) => {
            Some(month_tail(r, second_name(r, end)))
        }
        (DateWord::Period(_), end) if r.bare(next) => period(r, next, end),
        _ => None,
    }
}
