//! Numbers with what they count or measure, by grammar.

use super::reading::Reading;
use crate::analysis::lexicon::{
    Classes,
    values::{self, NumberWord},
};

/// The end of the quantity that begins at a token.
pub(super) fn quantity_at(r: &Reading, at: usize) -> Option<usize> {
    if let Some(end) = dual(r, at).or_else(|| postposed(r, at)) {
        return Some(end);
    }
    let (inner, bracket) = opened(r, at);
    let digits = inner + usize::from(r.key(inner) == "ال" && r.is_number(inner + 1));
    let first = number(r, digits)?;
    let mut end = range(r, first).unwrap_or(first);
    if let Some(close) = bracket {
        if r.key(end) != close {
            return None;
        }
        end += 1;
    }
    counted(r, end).or_else(|| alone(r, at, digits, end))
}

/// Past the mark that opens before a number: «44» عنصرا، (62) عملا.
fn opened(r: &Reading, at: usize) -> (usize, Option<&'static str>) {
    let close = match r.key(at) {
        "«" => "»",
        "(" => ")",
        "\"" => "\"",
        _ => return (at, None),
    };
    if r.is_number(at + 1) && r.key(at + 2) == close {
        (at + 1, Some(close))
    } else {
        (at, None)
    }
}

/// The end of a number in digits or words.
fn number(r: &Reading, at: usize) -> Option<usize> {
    let mut end = if r.is_number(at) {
        at + 1
    } else {
        match word(r, at)? {
            NumberWord::Exact(n) if n < 3.0 => return one_or_two(r, at),
            _ => at + 1,
        }
    };
    while let Some(next) = goes_on(r, end) {
        end = next;
    }
    Some(end)
}

/// واحد and اثنان count only before "آخر" or where they stand for people.
fn one_or_two(r: &Reading, at: usize) -> Option<usize> {
    let others = r.key(at + 1).starts_with("اخر");
    (matches!(word(r, at)?, NumberWord::Exact(n) if n >= 2.0) && others).then_some(at + 1)
}

fn word(r: &Reading, at: usize) -> Option<NumberWord> {
    if !r.is(at, Classes::NUMBER_WORD) {
        return None;
    }
    let found = values::number_of(r.words.rest(at))?;
    // "خمس" and its like before a name of a place, "ست" alone, are rarely words
    // of another kind; "الف" carries no article.
    Some(found)
}

/// One more word of the same number: ملايين، وخمسين، ونصف المليون.
fn goes_on(r: &Reading, at: usize) -> Option<usize> {
    if r.opens_line(at) {
        return None;
    }
    let cut = r.words.get(at).proclitics;
    if cut == 0 {
        let after_and = r.before(at) == "و";
        let number = word(r, at).is_some_and(|n| !matches!(n, NumberWord::Exact(v) if v < 3.0));
        if number && !after_and || number && r.is(at.wrapping_sub(2), Classes::NUMBER_WORD) {
            return Some(at + 1);
        }
        return multiple(r, at);
    }
    let and = cut == 1 && r.key(at).starts_with('و');
    let half = and && matches!(word(r, at), Some(NumberWord::Fraction(_)));
    if half && r.key(at + 1).starts_with("الم") && r.is_number_noun(at + 1) {
        return Some(at + 2);
    }
    (and && word(r, at).is_some() && r.is(at - 1, Classes::NUMBER_WORD)).then_some(at + 1)
}

/// الآلاف after مئات.
fn multiple(r: &Reading, at: usize) -> Option<usize> {
    (matches!(r.key(at), "الالاف" | "الملايين" | "المليارات") && r.is(at - 1, Classes::NUMBER_WORD))
        .then_some(at + 1)
}

/// A second number: 80 و116، 60 إلى 140، 3-10، 3 أو 4.
fn range(r: &Reading, at: usize) -> Option<usize> {
    let joins = matches!(r.key(at), "و" | "-" | "–" | "الي" | "او" | "×" | "x");
    if !joins || r.opens_line(at) {
        return None;
    }
    if r.key(at) == "و" && !(r.is_number(at + 1) && r.is_number(at - 1)) {
        return None;
    }
    if r.key(at) == "و" && counted(r, at).is_some() {
        return None;
    }
    let end = number(r, at + 1)?;
    range(r, end).or(Some(end)).filter(|end| counted(r, *end).is_some())
}

/// The end of what a number that ends at `at` counts.
fn counted(r: &Reading, at: usize) -> Option<usize> {
    if r.opens_line(at) {
        return None;
    }
    percent(r, at).or_else(|| measured(r, at)).or_else(|| things(r, at))
}

fn percent(r: &Reading, at: usize) -> Option<usize> {
    match r.key(at) {
        "%" | "٪" | "بالمئه" | "بالمائه" | "بالميه" => Some(at + 1),
        "في" if matches!(r.key(at + 1), "المئه" | "المائه") => Some(at + 2),
        _ => None,
    }
}

/// A unit or currency with what tells which: دولار أمريكي، كيلومتر مربع.
fn measured(r: &Reading, at: usize) -> Option<usize> {
    if !r.is(at, Classes::UNIT | Classes::CURRENCY) || r.words.get(at).proclitics > 0 {
        return None;
    }
    let national = r.is(at, Classes::CURRENCY) && r.is(at + 1, Classes::NATIONALITY) && r.bare(at + 1);
    let kind = matches!(
        r.key(at + 1),
        "مربع" | "مربعا" | "مربعه" | "مكعب" | "مكعبه" | "استرليني" | "مئويه" | "اميركي" | "امبير"
    );
    let end = at + 1 + usize::from(national || kind);
    let rate = r.key(end) == "في" && matches!(r.key(end + 1), "الدقيقه" | "الثانيه" | "الساعه");
    Some(if rate { end + 2 } else { end })
}

/// A noun that is counted, or "من" with a noun.
fn things(r: &Reading, at: usize) -> Option<usize> {
    if r.key(at) == "من" && !r.opens_line(at + 1) {
        let plural = r.key(at + 1).starts_with("ال") && noun(r, at + 1);
        return plural.then_some(at + 2);
    }
    if !noun(r, at) || r.words.get(at).proclitics > 0 && !r.words.classes(at).is_none() {
        return None;
    }
    let adjective = r.tokens.is_word(at + 1) && !r.opens_line(at + 1) && agrees(r, at);
    Some(at + 1 + usize::from(adjective))
}

/// Whether a word can be what is counted.
fn noun(r: &Reading, at: usize) -> bool {
    let not = Classes::FUNCTION | Classes::DAY | Classes::MONTH | Classes::PLACE;
    r.tokens.is_word(at) && !r.is(at, not) && r.key(at).chars().count() > 2 && !r.key(at).is_ascii()
}

/// Whether the word after an indefinite noun is its adjective: both in the
/// accusative.
fn agrees(r: &Reading, at: usize) -> bool {
    let written = |i: usize| r.text.get(r.tokens.span(i).range()).unwrap_or_default();
    let accusative = |w: &str| w.ends_with(['\u{64b}']) || w.ends_with("اً");
    accusative(written(at)) && accusative(written(at + 1)) && r.bare(at + 1)
}

/// A number with nothing counted after it.
fn alone(r: &Reading, at: usize, first: usize, end: usize) -> Option<usize> {
    let about = ["نحو", "حوالي", "قرابه", "زهاء", "عددهم", "عددها", "بلغ", "مقتل", "اصابه", "واصيب", "وقتل", "اصيب", "قتل"];
    let said = about.contains(&r.before(at));
    let of_them = matches!(r.key(end), "منهم" | "منها" | "اخرين" | "اخرون" | "اخرا" | "اخري");
    if of_them {
        return Some(end + usize::from(r.key(end).starts_with("اخر")));
    }
    let definite = first > at && r.key(at) == "ال";
    let in_words = !r.is_number(first)
        && matches!(word(r, first), Some(NumberWord::Exact(n)) if n >= 3.0)
        && r.words.get(first).proclitics == 0;
    (said && r.is_number(end - 1) || definite || in_words && said).then_some(end)
}

/// Two of a stretch of time in one word: ساعتين، الأسبوعين.
fn dual(r: &Reading, at: usize) -> Option<usize> {
    match r.date_word(at)? {
        (values::DateWord::Dual(_), end) => Some(end),
        _ => None,
    }
}

/// A definite noun with its number after it: الدول الأربع، صوت واحد.
fn postposed(r: &Reading, at: usize) -> Option<usize> {
    let number = r.key(at + 1);
    if !noun(r, at) || r.opens_line(at + 1) || !r.bare(at + 1) {
        return None;
    }
    let stem = number.strip_prefix("ال")?;
    let value = values::number_of(crate::analysis::lexicon::hash_word(stem))?;
    let small = matches!(value, NumberWord::Exact(n) if (3.0..=10.0).contains(&n));
    (small && r.key(at).contains("ال") && r.words.rest(at) != 0).then_some(at + 2)
}

impl Reading<'_> {
    /// Whether a word with the article is a number as a noun: المليون.
    fn is_number_noun(&self, at: usize) -> bool {
        self.key(at)
            .strip_prefix("ال")
            .is_some_and(|stem| values::number_of(crate::analysis::lexicon::hash_word(stem)).is_some())
    }
}
