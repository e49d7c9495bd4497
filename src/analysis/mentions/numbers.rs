//! Numbers, in digits of any script and in words: خمسة وعشرين ألفا، 5.2 مليار،
//! مليون ونصف المليون، عشرات الآلاف.

mod printed;

use super::{reader::Reader, terms::Term};

/// A number that was read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Number {
    /// The token after its last.
    pub end: usize,
    /// Its value.
    pub value: f64,
    /// How it is told.
    pub form: Form,
    /// Whether it is a power of ten with what it is multiplied by, or more than one.
    pub scaled: bool,
    /// Whether the noun it counts may carry the article: عشرات الآلاف.
    pub definite: bool,
    /// What may still be added is smaller than this.
    limit: f64,
    /// The last power of ten.
    power: f64,
}

impl Number {
    /// The last power of ten in it, 1 for none.
    pub fn power(&self) -> f64 {
        self.power
    }
}

/// How a number is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// In digits.
    Digits,
    /// In words.
    Words,
    /// As some tens or hundreds: عشرات.
    Vague,
    /// As a part of a whole: نصف.
    Part,
}

/// The number that begins at a token; proclitics of the first are no matter.
pub fn read(r: &Reader, i: usize) -> Option<Number> {
    Some(go_on(r, first(r, i)?))
}

/// A number with all that multiplies it or is added to it.
fn go_on(r: &Reader, mut number: Number) -> Number {
    while let Some(next) = multiplied(r, &number)
        .or_else(|| in_teens(r, &number))
        .or_else(|| added(r, &number))
    {
        number = next;
    }
    number
}

/// A number whose bracket closes at `close`, with what multiplies it: (200) مليون.
pub fn after_bracket(r: &Reader, number: Number, close: usize) -> Number {
    let end = close + 1;
    go_on(r, Number { end, ..number })
}

fn first(r: &Reader, i: usize) -> Option<Number> {
    let number = |value: f64, form, definite| Number {
        end: i + 1,
        value,
        form,
        scaled: false,
        definite,
        limit: limit(value),
        power: 1.0,
    };
    if let Some(digits) = r.digits(i) {
        if let Some((end, value)) = printed::read(r, i) {
            return Some(Number {
                end,
                limit: 0.0,
                ..number(value, Form::Digits, false)
            });
        }
        let scale = matches!(r.inner(i + 1), Some(Term::Number(v) | Term::Powers(v)) if v >= 1e3);
        let value = value(digits, scale)?;
        return Some(Number {
            limit: 0.0,
            ..number(value, Form::Digits, false)
        });
    }
    let seen = r.seen(i)?;
    match seen.term()? {
        Term::Number(value) => Some(Number {
            power: power(value),
            ..number(value, Form::Words, seen.definite && value >= 1e3)
        }),
        // "the thousands", "the dozens" are nouns.
        Term::Powers(_) | Term::Vague(_) if seen.definite => None,
        Term::Powers(value) => Some(Number {
            limit: 0.0,
            ..number(value, Form::Vague, true)
        }),
        Term::Vague(value) => Some(number(value, Form::Vague, true)),
        Term::Part(value) if !seen.definite => Some(number(value, Form::Part, true)),
        Term::Teen if matches!(r.inner(i + 1), Some(Term::Number(10.0))) => Some(Number {
            limit: 9.5,
            ..number(1.0, Form::Words, false)
        }),
        _ => None,
    }
}

/// What may be added to a number in words: tens to a unit, less to hundreds.
fn limit(value: f64) -> f64 {
    match value {
        v if v < 10.0 => 91.0,
        v if v < 100.0 => 0.0,
        v if v < 1000.0 => 100.0,
        v => v,
    }
}

/// What multiplies the number before it: thousand, million …
const POWERS: [f64; 4] = [1e3, 1e6, 1e9, 1e12];

/// Whether two whole numbers are one.
fn same(a: f64, b: f64) -> bool {
    (a - b).abs() < 0.5
}

/// The power of ten that a word tells once or twice: مليون، مليونين.
fn power(value: f64) -> f64 {
    let twice = POWERS.iter().find(|p| same(value, **p * 2.0));
    twice.copied().unwrap_or(value)
}

/// With a power of ten after it.
fn multiplied(r: &Reader, n: &Number) -> Option<Number> {
    let definite = r.definite(n.end).is_some();
    let (Term::Number(power) | Term::Powers(power)) = r.inner(n.end)? else {
        return None;
    };
    let hundred = same(power, 100.0) && n.form == Form::Words && (3.0..10.0).contains(&n.value);
    let scale = n.power < power && POWERS.iter().any(|p| same(power, *p));
    if !(hundred || scale) || definite && n.form == Form::Digits {
        return None;
    }
    let power = if hundred { 100.0 } else { power };
    Some(Number {
        end: n.end + 1,
        value: n.value * power,
        scaled: scale,
        definite: n.definite,
        limit: power,
        power,
        ..*n
    })
}

/// خمسة عشر.
fn in_teens(r: &Reader, n: &Number) -> Option<Number> {
    let unit = n.form == Form::Words && n.value < 10.0 && !n.scaled;
    (unit && matches!(r.inner(n.end)?, Term::Number(10.0))).then_some(Number {
        end: n.end + 1,
        value: n.value + 10.0,
        limit: 0.0,
        ..*n
    })
}

/// With a smaller number after و.
fn added(r: &Reader, n: &Number) -> Option<Number> {
    if !matches!(n.form, Form::Words | Form::Digits) {
        return None;
    }
    let apart = r.and(n.end);
    let at = n.end + usize::from(apart);
    let seen = r.seen(at);
    let conjoined = seen.is_some_and(|s| s.conjoined && s.cut == 1);
    if !(apart || conjoined) || !r.goes_on(at) {
        return None;
    }
    if let Some(Term::Part(part)) = seen.and_then(|s| s.term()) {
        return Some(half(r, n, at, part));
    }
    let more = if n.scaled { read(r, at) } else { first(r, at) }?;
    let fits = more.value < n.limit && more.form != Form::Part && more.form != Form::Vague;
    let tens = n.value >= 10.0 || more.value >= 20.0;
    (fits && tens).then_some(Number {
        end: more.end,
        value: n.value + more.value,
        limit: if more.value < 10.0 {
            n.limit.min(91.0)
        } else {
            limit(more.value)
        },
        ..*n
    })
}

/// مليون ونصف المليون، ثلاثة ونصف.
fn half(r: &Reader, n: &Number, at: usize, part: f64) -> Number {
    let again = matches!(
        r.inner(at + 1),
        Some(Term::Number(v) | Term::Powers(v)) if same(v, n.power) && v >= 1e3
    );
    let power = if n.power >= 1e3 { n.power } else { 1.0 };
    Number {
        end: at + 1 + usize::from(again),
        value: n.value + part * power,
        definite: n.definite || again && r.definite(at + 1).is_some(),
        limit: 0.0,
        ..*n
    }
}

/// The value of digits with their separators. A group of three after a
/// separator is thousands, unless a power of ten follows.
///
/// ```
/// use qawl::analysis::mentions::numbers::value;
///
/// assert_eq!(value("20.000", false), Some(20_000.0));
/// assert_eq!(value("3,1", true), Some(3.1));
/// assert_eq!(value("1.250", true), Some(1.25));
/// ```
pub fn value(digits: &str, scaled: bool) -> Option<f64> {
    let mut parts = digits.split(['.', ',', '٫', '٬']);
    let whole = parts.next()?;
    let rest: Vec<&str> = parts.collect();
    let grouped = rest.iter().all(|p| p.len() == 3) && whole.len() <= 3 && whole != "0";
    match rest.as_slice() {
        [] => whole.parse().ok(),
        [_] if scaled || !grouped => format!("{whole}.{}", rest.concat()).parse().ok(),
        _ if grouped => format!("{whole}{}", rest.concat()).parse().ok(),
        [groups @ .., fraction] if groups.iter().all(|p| p.len() == 3) => {
            format!("{whole}{}.{fraction}", groups.concat())
                .parse()
                .ok()
        }
        _ => None,
    }
}
