//! Quantities by grammar: a number with what it counts or measures, money,
//! percentages, ages and durations; from words of the lists to spans, and what
//! each says ([`Amount`]), from which its normal form is made ([`normal`]).

mod ages;
mod counted;
mod normal;
mod noun_first;

pub use normal::normal;

use super::{
    numbers::{self, Form, Number},
    reader::Reader,
    terms::{Count, Roles, Term},
};
use counted::Counted;

/// What a quantity says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Amount {
    /// The number; the first of a range.
    pub value: f64,
    /// The last number of a range.
    pub to: Option<f64>,
    /// Whether the number is only some tens or hundreds.
    pub vague: bool,
    /// What it counts.
    pub of: Counted,
}

/// A quantity that was found: its first token, the token after its last.
pub type Found = (usize, usize, Amount);

/// The quantity that begins at a token, or whose number does.
pub fn at(r: &Reader, i: usize) -> Option<Found> {
    if r.digits(i).is_some() {
        return (!a_name(r, i)).then(|| counted(r, i, i)).flatten();
    }
    if !r.tokens.is_word(i) {
        return bracketed(r, i);
    }
    if r.article(i) {
        let after_head = i > 0 && r.goes_on(i) && r.has(i - 1, Roles::LABEL);
        // "the twelfth meeting of …", "aged 19"
        let ordinal = i > 0 && r.goes_on(i) && r.has_article(i - 1) && r.is(i + 2, &["من"]);
        let counted = || counted(r, i, i + 1).filter(|_| !ordinal || counted::life(r, i + 3));
        let found = || counted().or_else(|| noun_first::in_digits(r, i));
        return (!after_head).then(found).flatten();
    }
    if r.has(i, Roles::AGE) {
        return ages::after_noun(r, i);
    }
    match r.term(i)? {
        Term::Number(10.0) if ordinal_before(r, i) => None,
        Term::Number(_) | Term::Single => noun_first::at(r, i).or_else(|| counted(r, i, i)),
        Term::Powers(_) | Term::Vague(_) | Term::Part(_) | Term::Teen => counted(r, i, i),
        Term::Time(unit, count) => time(r, i, unit, count),
        Term::Ordinal(_) => ages::ordinal(r, i),
        Term::Decade(decade) => ages::decade(r, i, decade),
        _ => None,
    }
}

/// A number that is a part of a name or a label: نوبيا 5، رقم 12، 18:00.
fn a_name(r: &Reader, i: usize) -> bool {
    let latin = |at: usize| r.tokens.is_word(at) && r.key(at).is_ascii();
    let glued = |at: usize| r.touches(at) && (latin(at) || r.is(at, &[":", "/", "_"]));
    let before = i.wrapping_sub(1);
    let labelled =
        r.goes_on(i) && (r.has(before, Roles::LABEL) || latin(before) || r.article(before));
    let marked = r.touches(i) && r.is(before, &["-", "/", "_", "#", "+", "@"]);
    labelled || marked || glued(i + 1) || of_a_clock(r, i)
}

/// A number right after a colon that touches what stands before it: 10:30, or that
/// stands after another number. Else print has only moved the colon: بلغت :3 ملايين.
fn of_a_clock(r: &Reader, i: usize) -> bool {
    let colon = i.wrapping_sub(1);
    r.touches(i)
        && r.is(colon, &[":"])
        && (r.touches(colon) || colon > 0 && r.digits(colon - 1).is_some())
}

/// الحادي عشر: no ten.
fn ordinal_before(r: &Reader, i: usize) -> bool {
    i > 0 && matches!(r.term(i - 1), Some(Term::Ordinal(_) | Term::Number(_)))
}

/// A number with what it counts; `first` is where the span begins.
fn counted(r: &Reader, first: usize, i: usize) -> Option<Found> {
    let number = numbers::read(r, i)?;
    range(r, first, &number).or_else(|| {
        let (end, of) = counted::after(r, first, &number)?;
        let mut amount = amount(&number, None, of);
        amount.value += counted::half_of_time(r, number.end);
        Some((first, end, amount))
    })
}

fn amount(number: &Number, to: Option<&Number>, of: Counted) -> Amount {
    let scale = match to {
        // "5 to 10 million": both are millions.
        Some(to) if to.scaled && !number.scaled && number.value < 1e3 => to.power(),
        _ => 1.0,
    };
    Amount {
        value: number.value * scale,
        to: to.map(|n| n.value),
        vague: number.form == Form::Vague || number.value.is_nan(),
        of,
    }
}

/// Two numbers before what they count: 18 و21 عاما، 70 إلى 75 %، ثلاثة أو أربعة أشخاص.
fn range(r: &Reader, first: usize, number: &Number) -> Option<Found> {
    let join = number.end;
    if !r.goes_on(join) || matches!(number.form, Form::Vague | Form::Part) {
        return None;
    }
    let conjoined = r.seen(join).is_some_and(|s| s.conjoined && s.cut == 1);
    let and = conjoined || r.is(join, &["و"]);
    let each = r.is(join, &["من"]) && r.is(join + 1, &["كل", "اصل"]);
    let joined = r.is(join, &["الي", "او", "-", "–", "—", "×", "x"]);
    if !(and && !number.scaled || each || joined) {
        return None;
    }
    let at = join + usize::from(!conjoined) + usize::from(each);
    let second = r.goes_on(at).then(|| numbers::read(r, at)).flatten()?;
    let alike = !and || second.form == number.form;
    if !alike || !matches!(second.form, Form::Digits | Form::Words) || a_name_inside(r, at) {
        return None;
    }
    let (end, of) = counted::after(r, first, &second)?;
    let whole = of != Counted::Nothing || second.scaled || and && r.is(end, &["من"]);
    whole.then(|| (first, end, amount(number, Some(&second), of)))
}

fn a_name_inside(r: &Reader, i: usize) -> bool {
    r.touches(i + 1) && r.is(i + 1, &["/", ":", "-"])
}

/// A number in brackets or quotation marks before its noun: (62) عملا.
fn bracketed(r: &Reader, i: usize) -> Option<Found> {
    if r.is(i, &["%", "٪"]) && r.touches(i + 1) {
        let number = numbers::read(r, r.digits(i + 1).map(|_| i + 1)?)?;
        return Some((i, number.end, amount(&number, None, Counted::Percent)));
    }
    let close = match r.key(i) {
        "(" => ")",
        "«" => "»",
        "\"" => "\"",
        "“" => "”",
        _ => return None,
    };
    r.digits(i + 1)?;
    let mut number = numbers::read(r, i + 1)?;
    let mut second = None;
    if r.is(number.end, &["×", "-", "–"]) {
        let last = numbers::read(r, number.end + 1)?;
        second = Some(last);
    }
    let last = second.unwrap_or(number);
    r.is(last.end, &[close]).then_some(())?;
    let labelled = i > 0 && r.goes_on(i) && r.has(i - 1, Roles::LABEL);
    let from = numbers::after_bracket(r, last, last.end);
    if second.is_some() {
        second = Some(from);
    } else {
        number = from;
    }
    let scaled = from.scaled && !labelled;
    let (end, of) = counted::percent(r, from.end)
        .map(|end| (end, Counted::Percent))
        .or_else(|| counted::noun(r, &from))
        .or_else(|| scaled.then_some((from.end, Counted::Nothing)))?;
    Some((i, end, amount(&number, second.as_ref(), of)))
}

/// A stretch of time that tells its number itself: ساعتين، عام ونصف عام.
fn time(r: &Reader, i: usize, unit: &'static str, count: Count) -> Option<Found> {
    let value = match count {
        Count::One => 1.0,
        Count::Two => 2.0,
        Count::Many => return None,
    };
    let amount = |value, to| Amount {
        value,
        to,
        vague: false,
        of: Counted::Unit(unit),
    };
    let half = r
        .seen(i + 1)
        .filter(|s| s.conjoined && s.cut == 1 && r.goes_on(i + 1));
    if let Some(Term::Part(part)) = half.and_then(|s| s.term()) {
        let again = matches!(r.inner(i + 2), Some(Term::Time(..)));
        let end = i + 2 + usize::from(again);
        return Some((i, counted::rate(r, end), amount(value + part, None)));
    }
    if count == Count::One {
        return None;
    }
    let joined = r.is(i + 1, &["الي", "او"]) && r.goes_on(i + 2);
    let more = joined.then(|| counted(r, i + 2, i + 2)).flatten();
    Some(match more.filter(|m| m.2.of == Counted::Unit(unit)) {
        Some((_, end, more)) => (i, end, amount(value, Some(more.value))),
        None => (i, counted::rate(r, i + 1), amount(value, None)),
    })
}
