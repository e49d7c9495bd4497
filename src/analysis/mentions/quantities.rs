//! Numbers with what they count or measure, by grammar.

use super::reading::Reading;
use crate::analysis::lexicon::{
    Classes,
    values::{self, NumberWord},
};

/// The end of the quantity that begins at a token.
pub(super) fn quantity_at(r: &Reading, at: usize) -> Option<usize> {
    if let Some(end) = dual(r, at)
        .or_else(|| postposed(r, at))
        .or_else(|| sizes(r, at))
    {
        return Some(end);
    }
    let (inner, bracket) = opened(r, at);
    let digits = inner + usize::from(r.key(inner) == "ال" && r.is_number(inner + 1));
    if is_name_of_model(r, digits) {
        return None;
    }
    let first = number(r, digits)?;
    let mut end = range(r, first).unwrap_or(first);
    if let Some(close) = bracket {
        if r.key(end) != close {
            return None;
        }
        end += 1;
    }
    let definite = digits > inner;
    let counted = counted(r, end).filter(|_| !definite || r.key(end) != "من");
    counted.or_else(|| alone(r, at, digits, end))
}

/// Whether digits only tell which of a kind: Phaser 7100, الحادية عشر.
fn is_name_of_model(r: &Reading, at: usize) -> bool {
    let before = r.before(at);
    let latin = !before.is_empty() && before.bytes().all(|b| b.is_ascii_alphanumeric());
    let ordinal = r.key(at).starts_with("عشر")
        && at > 0
        && matches!(r.date_word(at - 1), Some((values::DateWord::Ordinal(_), _)));
    latin && !r.opens_line(at)
        || ordinal
        || matches!(before, "رقم" | "الماده" | "القناه" | "الفصل" | "دور")
}

/// Past the mark that opens before a number: «44» عنصرا، (62) عملا.
fn opened(r: &Reading, at: usize) -> (usize, Option<&'static str>) {
    let close = match r.key(at) {
        "«" => "»",
        "(" => ")",
        "\"" => "\"",
        _ => return (at, None),
    };
    let digits = r.is_number(at + 1) && !r.opens_line(at + 1);
    if digits && r.key(at + 2) == close {
        (at + 1, Some(close))
    } else {
        (at, None)
    }
}

/// Sizes in brackets: (170x76x7.3) ملم.
fn sizes(r: &Reading, at: usize) -> Option<usize> {
    if !matches!(r.key(at), "(" | "\"") || !r.is_number(at + 1) {
        return None;
    }
    let part = |i: &usize| {
        r.is_number(*i) || matches!(r.key(*i), "." | "×" | "*") || r.key(*i).starts_with('x')
    };
    let close = (at + 2..at + 9).find(|i| !part(i))?;
    let closed = close > at + 2 && matches!(r.key(close), ")" | "\"");
    closed.then(|| measured(r, close + 1)).flatten()
}

/// The end of a number in digits or words.
fn number(r: &Reading, at: usize) -> Option<usize> {
    let mut end = if r.is_number(at) || definite(r, at) {
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

/// A number word with the article before another number or what it measures:
/// المليار يورو، العشرة ملايين.
fn definite(r: &Reading, at: usize) -> bool {
    r.is_number_noun(at) && r.is(at + 1, Classes::NUMBER_WORD | Classes::CURRENCY) && r.bare(at + 1)
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
    Some(found)
}

/// One more word of the same number: ملايين، وخمسين، ونصف المليون.
fn goes_on(r: &Reading, at: usize) -> Option<usize> {
    if r.opens_line(at) {
        return None;
    }
    let thousands = r.key(at) == "و" && r.is_number(at + 1) && r.is(at - 1, Classes::NUMBER_WORD);
    if thousands {
        return Some(at + 2);
    }
    let cut = r.words.get(at).proclitics;
    if cut == 0 {
        let after_and = r.before(at) == "و";
        let number = word(r, at).is_some_and(|n| !matches!(n, NumberWord::Exact(v) if v < 3.0));
        if number && (!after_and || r.is(at.wrapping_sub(2), Classes::NUMBER_WORD)) {
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
    range(r, end)
        .or(Some(end))
        .filter(|end| counted(r, *end).is_some())
}

/// The end of what a number that ends at `at` counts.
fn counted(r: &Reading, at: usize) -> Option<usize> {
    if r.opens_line(at) {
        return None;
    }
    percent(r, at)
        .or_else(|| measured(r, at))
        .or_else(|| things(r, at))
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
    let national =
        r.is(at, Classes::CURRENCY) && r.is(at + 1, Classes::NATIONALITY) && r.bare(at + 1);
    let kind = matches!(
        r.key(at + 1),
        "مربع"
            | "مربعا"
            | "مربعه"
            | "مكعب"
            | "مكعبه"
            | "استرليني"
            | "مئويه"
            | "اميركي"
            | "امبير"
    );
    let end = at + 1 + usize::from(national || kind);
    Some(rate(r, end).unwrap_or(end))
}

/// A noun that is counted, or "من" with a noun.
fn things(r: &Reading, at: usize) -> Option<usize> {
    if r.key(at) == "من" && !r.opens_line(at + 1) {
        return partitive(r, at + 1);
    }
    let whole = r.key(at).starts_with("ال");
    let part = at > 0 && !matches!(word(r, at - 1), None | Some(NumberWord::Exact(_)));
    if !noun(r, at) || whole && !part && !r.is(at - 1, Classes::NUMBER_WORD) {
        return None;
    }
    let more = !r.opens_line(at + 1) && (agrees(r, at) || construct(r, at));
    let plural =
        r.key(at).ends_with(['ي', 'و']) && r.key(at + 1).starts_with("ال") && noun(r, at + 1);
    let end = at + 1 + usize::from(more || plural);
    Some(rate(r, end).unwrap_or(end))
}

/// من رجال الشرطة، من تلك العناصر.
fn partitive(r: &Reading, at: usize) -> Option<usize> {
    let pointed = usize::from(matches!(r.key(at), "تلك" | "هذه" | "هؤلاء" | "كل"));
    let first = at + pointed;
    if r.key(at) == "كل" {
        return number(r, first).and_then(|end| counted(r, end));
    }
    if !noun(r, first) {
        return None;
    }
    let definite = |i: usize| r.key(i).starts_with("ال");
    let open = !definite(first) && noun(r, first + 1) && definite(first + 1);
    (definite(first) || open).then_some(first + 1 + usize::from(open))
}

/// في الدقيقة، في الثانية.
fn rate(r: &Reading, at: usize) -> Option<usize> {
    let per = matches!(r.key(at + 1), "الدقيقه" | "الثانيه" | "الساعه");
    (r.key(at) == "في" && per).then_some(at + 2)
}

/// Whether a word can be what is counted.
fn noun(r: &Reading, at: usize) -> bool {
    let not = Classes::FUNCTION | Classes::DAY | Classes::MONTH | Classes::PLACE;
    let time = r.is(at, Classes::CALENDAR) && !r.is(at, Classes::TIME_NOUN);
    r.tokens.is_word(at)
        && !r.is(at, not)
        && !time
        && r.bare(at)
        && r.key(at).chars().count() > 2
        && !r.key(at).is_ascii()
}

/// Whether the word after a feminine noun is joined to it: عبوة حليب.
fn construct(r: &Reading, at: usize) -> bool {
    let next = r.key(at + 1);
    let verb =
        next.starts_with(['ي', 'ت', 'ب', 'ل', 'و', 'ف', 'س']) || next.ends_with(['ن', 'ت', 'ا']);
    r.key(at).ends_with('ه')
        && !r.key(at).starts_with("ال")
        && noun(r, at + 1)
        && !next.starts_with("ال")
        && (r.words.classes(at + 1).is_none() && !verb || r.is(at + 1, Classes::CURRENCY))
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
    let about = [
        "نحو",
        "حوالي",
        "قرابه",
        "زهاء",
        "عددهم",
        "عددها",
        "بلغ",
        "مقتل",
        "اصابه",
        "واصيب",
        "وقتل",
        "اصيب",
        "قتل",
    ];
    let said = about.contains(&r.before(at));
    let of_them = matches!(
        r.key(end),
        "منهم" | "منها" | "اخرين" | "اخرون" | "اخرا" | "اخري"
    );
    if of_them {
        return Some(end + usize::from(r.key(end).starts_with("اخر")));
    }
    let definite = first > at && matches!(r.before(at), "دون" | "سن" | "صاحب");
    let in_words = !r.is_number(first)
        && matches!(word(r, first), Some(NumberWord::Exact(n)) if n >= 3.0)
        && r.words.get(first).proclitics == 0;
    (said && r.is_number(end - 1) || definite || in_words && said).then_some(end)
}

/// Two of a stretch of time in one word: ساعتين، الأسبوعين.
fn dual(r: &Reading, at: usize) -> Option<usize> {
    match r.date_word(at)? {
        (values::DateWord::Dual(_), end) => {
            let to = matches!(r.key(end), "الي" | "او")
                .then(|| number(r, end + 1))
                .flatten();
            Some(to.and_then(|to| counted(r, to)).unwrap_or(end))
        }
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
        self.key(at).strip_prefix("ال").is_some_and(|stem| {
            values::number_of(crate::analysis::lexicon::hash_word(stem)).is_some()
        })
    }
}
