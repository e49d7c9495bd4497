//! What stands after a number: percent, a unit, a currency, the noun that it
//! counts, or nothing where the words before ask for a number.

use crate::analysis::{
    lexicon::Classes,
    mentions::{
        numbers::{Form, Number},
        reader::Reader,
        terms::{Calendar, Count, Roles, Term},
    },
};

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// Nothing that the text names.
    Nothing,
    /// Hundredths.
    Percent,
    /// A unit of measure or time, by its symbol.
    Unit(&'static str),
    /// Money, by the currency's code or English noun; the token after it may be
    /// the nationality that tells which.
    Money(&'static str, usize),
    /// Things, from one token up to another.
    Things(usize, usize),
}

/// What a number counts, with the token after it all. `first` is the first
/// token of the quantity.
pub fn after(r: &Reader, first: usize, n: &Number) -> Option<(usize, Counted)> {
    if let Some(end) = percent(r, n.end) {
        return Some((end, Counted::Percent));
    }
    noun(r, n)
        .or_else(|| partitive(r, n))
        .or_else(|| bare(r, first, n))
}

/// %، في المئة، بالمئة.
pub fn percent(r: &Reader, i: usize) -> Option<usize> {
    if r.is(i, &["%", "٪"]) {
        return Some(i + 1);
    }
    r.goes_on(i).then_some(())?;
    let at = i + usize::from(r.is(i, &["في"]));
    let bi = at == i && !r.key(i).starts_with('ب');
    (r.has(at, Roles::PERCENT) && !bi).then_some(at + 1)
}

/// The noun right after a number, with what completes it.
pub fn noun(r: &Reader, n: &Number) -> Option<(usize, Counted)> {
    let i = n.end;
    if let Some(seen) = r.seen(i).filter(|s| s.cut == 0 && r.goes_on(i)) {
        let allowed = !seen.definite || n.definite;
        match seen.term().filter(|_| allowed) {
            Some(Term::Unit(unit)) => return Some(measured(r, i + 1, unit)),
            Some(Term::Time(unit, _)) => {
                return Some((
                    unit_end(r, rate(r, time_end(r, i + 1))),
                    Counted::Unit(unit),
                ));
            }
            Some(Term::Currency(code)) => {
                let end = rate(r, money_end(r, i + 1));
                return Some((end, Counted::Money(code, i + 1)));
            }
            // "5 thousand m", which after other numbers is an era.
            Some(Term::Era(Calendar::Gregorian)) if n.scaled => {
                return Some((i + 1, Counted::Unit("m")));
            }
            Some(Term::Single | Term::Teen | Term::Number(_)) | None => {}
            Some(_) => return None,
        }
        if seen.entry.roles.intersects(Roles::OTHER) {
            return Some((i + 1, Counted::Things(i, i + 1)));
        }
        if seen.term().is_some() {
            return None;
        }
    }
    if !countable(r, n, i) {
        return None;
    }
    let end = noun_end(r, n, i);
    Some((rate(r, end), Counted::Things(i, end)))
}

/// Whether a word may be the noun that a number counts: things are whole, and
/// what is counted has no owner.
fn countable(r: &Reader, n: &Number, i: usize) -> bool {
    let whole = n.scaled || n.form != Form::Digits || n.value.fract() == 0.0;
    let gap = r.gap(i);
    let long = r.key(i).chars().nth(3).is_some();
    let owned = r.key(i).ends_with("ها") && r.key(i).len() > 8;
    let parted = if gap.is_empty() {
        long
    } else {
        gap.trim().is_empty()
    };
    // "8 killed and 35 wounded": the next count.
    let next = r
        .seen(i)
        .is_some_and(|s| s.conjoined && s.entry.roles.intersects(Roles::BARE));
    whole && parted && !owned && !next && r.noun(i) && (n.definite || !r.has_article(i))
}

/// After a counted noun: the noun or relational adjective that completes it.
fn noun_end(r: &Reader, n: &Number, i: usize) -> usize {
    let next = i + 1;
    if !r.noun(next) {
        return next;
    }
    if n.form == Form::Part || n.form == Form::Vague {
        // "a third of the region's voters": a noun in the construct state.
        return next + usize::from(!r.has_article(i) && r.has_article(next));
    }
    let head = r.has(i, Roles::HEAD);
    let completes = head || r.has(next, Roles::MEASURE) || relational(r, i, next);
    next + usize::from(completes && !r.has_article(next) && (head || r.term(next).is_none()))
}

/// An adjective in ي that tells the kind: أمني، فنيا; no nationality, and no adverb
/// after a noun that is not in its case.
fn relational(r: &Reader, noun: usize, i: usize) -> bool {
    const NATIONS: Classes = Classes::NATIONALITY.union(Classes::PLACE);
    let key = r.key(i);
    let long = key.chars().nth(3).is_some();
    let written = r.text.get(r.tokens.span(i).range()).unwrap_or_default();
    let ending = key.ends_with('ي') && !written.ends_with('ى')
        || key.ends_with("يا") && r.key(noun).ends_with('ا');
    long && ending && !r.words.is(i, NATIONS)
}

/// A unit with what completes it; كيلو may stand apart from its unit.
fn measured(r: &Reader, i: usize, unit: &'static str) -> (usize, Counted) {
    let whole = match (unit, r.inner(i)) {
        ("kg", Some(Term::Unit("m"))) => "km",
        ("kg", Some(Term::Unit("W"))) => "kW",
        ("kg", Some(Term::Unit("g"))) => "kg",
        _ => return (unit_end(r, i), Counted::Unit(unit)),
    };
    (unit_end(r, i + 1), Counted::Unit(whole))
}

/// After a unit: مربع، مكعب، زئبق; a rate.
fn unit_end(r: &Reader, i: usize) -> usize {
    let measured = r.goes_on(i) && r.has(i, Roles::MEASURE);
    rate(r, i + usize::from(measured))
}

/// After a stretch of time: ونصف، with the noun again or not.
fn time_end(r: &Reader, i: usize) -> usize {
    if half(r, i).is_none() {
        return i;
    }
    i + 1 + usize::from(matches!(r.inner(i + 1), Some(Term::Time(..))))
}

/// ونصف.
fn half(r: &Reader, i: usize) -> Option<f64> {
    let seen = r.seen(i).filter(|s| s.conjoined && s.cut == 1)?;
    match seen.term()? {
        Term::Part(part) if r.goes_on(i) => Some(part),
        _ => None,
    }
}

/// What ونصف adds to a stretch of time that is the token `i`; 0 where it is none.
pub fn half_of_time(r: &Reader, i: usize) -> f64 {
    let time = matches!(r.inner(i), Some(Term::Time(_, Count::One | Count::Many)));
    half(r, i + 1).filter(|_| time).unwrap_or_default()
}

/// في الدقيقة، لكل بوصة، / م.
pub fn rate(r: &Reader, i: usize) -> usize {
    if !r.goes_on(i) {
        return i;
    }
    let per = r.is(i, &["في"]) && r.has(i + 1, Roles::RATE) && r.has_article(i + 1);
    let per = per && !(r.has(i + 1, Roles::DATED) && told(r, i + 2));
    let each = r.is(i, &["لكل"])
        && (r.noun(i + 1) && !r.key(i + 1).starts_with("من") || r.inner(i + 1).is_some());
    let over = r.is(i, &["/"]) && r.touches(i) && r.touches(i + 1) && r.tokens.is_word(i + 1);
    i + if per || each || over { 2 } else { 0 }
}

/// Whether what follows في اليوم makes it a date and no rate: الأول، نفسه، 5.
fn told(r: &Reader, i: usize) -> bool {
    let word = r.tokens.is_word(i) && (r.has_article(i) || r.seen(i).is_some_and(|s| s.cut == 0));
    r.goes_on(i) && (word || r.digits(i).is_some() || r.article(i))
}

/// After a currency: the nationality that tells which, or إسترليني.
fn money_end(r: &Reader, i: usize) -> usize {
    let nationality = r.words.is(i, Classes::NATIONALITY) && r.words.get(i).proclitics == 0;
    i + usize::from(r.goes_on(i) && (nationality || r.has(i, Roles::MEASURE)))
}

/// ثلاثة من رجال الشرطة، 14 من العناصر، الآلاف من أفراد الأسر.
fn partitive(r: &Reader, n: &Number) -> Option<(usize, Counted)> {
    let at = n.end + 1;
    if !r.is(n.end, &["من"]) || !r.goes_on(n.end) || n.form == Form::Part {
        return None;
    }
    if life(r, at) {
        return Some((at + 1, Counted::Unit("y")));
    }
    let that = r.is(at, &["تلك", "هذه", "هؤلاء"]);
    let noun = at + usize::from(that);
    let share = n.form == Form::Digits && !n.scaled && n.value.fract() != 0.0;
    if share || place(r, noun) || !r.noun(noun) || r.seen(noun).is_some_and(|s| s.term().is_some())
    {
        return None;
    }
    let mut end = noun + 1;
    if r.key(noun).ends_with('ي') && !r.has_article(noun) && r.noun(end) {
        // A plural in the construct state: مسؤولي نظامه.
        end += 1;
    } else if !r.has_article(noun) {
        let those = r.is(end, &["تلك", "هذه"]);
        let owner = end + usize::from(those);
        if r.noun(owner) && (r.has_article(owner) || those) {
            end = owner + 1;
        }
    }
    Some((end, Counted::Things(at, end)))
}

/// العمر، عمره: after من it makes a number of years.
pub fn life(r: &Reader, i: usize) -> bool {
    r.has(i, Roles::LIFE)
}

/// A place that people come from, not things of which some are counted: ثمانية من
/// مملكة البحرين.
fn place(r: &Reader, i: usize) -> bool {
    let head = r.words.is(i, Classes::PLACE_HEAD) && r.key(i).ends_with('ه') && !r.has_article(i);
    head || r.words.is(i, Classes::PLACE) && r.words.get(i).proclitics == 0
}

/// A number alone: of thousands or more, or after words that ask for a count.
fn bare(r: &Reader, first: usize, n: &Number) -> Option<(usize, Counted)> {
    let counted = (first > 0 && r.goes_on(first) && r.has(first - 1, Roles::BARE)
        || r.is(n.end, &["منها", "منهم", "منهن"]))
        && matches!(n.form, Form::Digits | Form::Words);
    let scaled = n.scaled && (n.form != Form::Vague || n.value >= 1e4);
    (counted || scaled).then_some((n.end, Counted::Nothing))
}
