//! The normal form of a quantity: number, blank, unit. Whole numbers stand as
//! digits; a range has a slash (`18/21 y`), as ISO 8601 writes one. Units are by
//! symbol (`t`, `km²`), money by ISO 4217 code where the words tell it, things
//! by the noun as the text writes it.

use super::{Amount, Counted};
use crate::analysis::{
    entries::{entries, pairs},
    lexicon,
    mentions::{
        reader::{Reader, cut_letters},
        terms::Term,
    },
    normalize::fold,
};
use std::sync::LazyLock;

/// The normal form of a quantity; none where the number is only some tens.
pub fn normal(r: &Reader, end: usize, amount: &Amount) -> Option<String> {
    if amount.vague {
        return None;
    }
    let to = amount
        .to
        .map(|to| format!("/{}", plain(to)))
        .unwrap_or_default();
    let number = format!("{}{to}", plain(amount.value));
    let unit = match amount.of {
        Counted::Nothing => return Some(number),
        Counted::Percent => "%".into(),
        Counted::Unit(unit) => measured(r, end, unit),
        Counted::Money(currency, after) => money(r, currency, after),
        Counted::Things(first, end) => things(r, first, end),
    };
    Some(format!("{number} {unit}"))
}

/// A number as digits, with no more decimals than it has.
fn plain(value: f64) -> String {
    let rounded = (value * 1e4).round() / 1e4;
    format!("{rounded}")
}

fn things(r: &Reader, first: usize, end: usize) -> String {
    let noun_first = matches!(r.term(end), Some(Term::Single | Term::Number(_)));
    let cut = if noun_first { cut_letters(r, first) } else { 0 };
    let start = r.tokens.without_proclitics(r.text, first, cut).start;
    let end = r.tokens.span_of(first, end).end;
    r.text.get(start..end).unwrap_or_default().to_owned()
}

fn measured(r: &Reader, end: usize, unit: &str) -> String {
    let last = r.key(end.saturating_sub(1));
    let completed = COMPLETED.iter().find(|(word, _)| word == last);
    completed.map_or(unit.to_owned(), |(_, symbol)| symbol.replace('~', unit))
}

/// Words that complete a unit, folded, with its symbol then.
static COMPLETED: LazyLock<Vec<(String, &str)>> = LazyLock::new(|| {
    pairs(include_str!("../../lexicon/ar/unit_words.txt"))
        .map(|(word, symbol)| (fold(word), symbol))
        .collect()
});

/// The code of a currency: by its noun, else by the nationality after it.
fn money(r: &Reader, currency: &'static str, after: usize) -> String {
    let next = r.key(after);
    let country = lexicon::country_of(next);
    let same = |code: &&Code| {
        code.noun == currency
            && (code.nation == next || country.is_some() && code.country == country)
    };
    CODES
        .iter()
        .find(same)
        .map_or(currency, |c| c.iso)
        .to_owned()
}

/// Which nationality makes which code of a noun.
struct Code {
    noun: &'static str,
    nation: String,
    country: Option<lexicon::CountryId>,
    iso: &'static str,
}

static CODES: LazyLock<Vec<Code>> = LazyLock::new(|| {
    entries(include_str!("../../lexicon/ar/currency_codes.txt"))
        .filter_map(|line| {
            let mut columns = line.split('\t');
            let (noun, nation, iso) = (columns.next()?, fold(columns.next()?), columns.next()?);
            let country = lexicon::country_of(&nation);
            Some(Code {
                noun,
                nation,
                country,
                iso,
            })
        })
        .collect()
});
