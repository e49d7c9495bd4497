//! Places and peoples: a country by all its names, مدينة تدمر and تدمر, two
//! spellings, أكراد and الأكراد.

use std::{borrow::Cow, sync::LazyLock};

use smallvec::SmallVec;

use super::{
    body::class_noun,
    forms::{Form, Forms, Word},
    spelling,
    ties::{Choice, Ties},
};
use crate::{
    analysis::{
        entries::pairs,
        hash::Map,
        lexicon::{Classes, CountryId},
        normalize::fold,
    },
    annotations::{EntityType, Link},
};

/// The most names that are compared with one.
const MOST: usize = 48;

/// Ties the names of places.
pub fn tie(forms: &Forms, ties: &mut Ties) {
    let of_kind = |(_, form): &(usize, &Form)| form.kind == EntityType::Loc;
    let places: Vec<(usize, &Form)> = forms.list.iter().enumerate().filter(of_kind).collect();
    countries(&places, ties);
    kingdoms(&places, ties);
    class_nouns(&places, ties);
    beginnings(&places, ties);
    spellings(&places, ties);
}

/// Ties the names of one country to the fullest of them.
fn countries(places: &[(usize, &Form)], ties: &mut Ties) {
    let mut fullest: Map<CountryId, (usize, &Form)> = Map::default();
    let named = places
        .iter()
        .filter_map(|(i, f)| Some((*i, *f, f.country?)));
    for (index, form, country) in named.clone() {
        let best = fullest.entry(country).or_insert((index, form));
        if form.words.len() > best.1.words.len() {
            *best = (index, form);
        }
    }
    for (index, form, country) in named {
        if let Some((root, full)) = fullest.get(&country) {
            let link = if alike(form, full) {
                Link::Spelling
            } else {
                Link::OtherName
            };
            ties.tie(index, *root, link);
        }
    }
}

/// المملكة stands for the kingdom of the article.
fn kingdoms(places: &[(usize, &Form)], ties: &mut Ties) {
    static SHORT: LazyLock<Map<String, Vec<&'static str>>> = LazyLock::new(|| {
        pairs(include_str!("kingdoms.txt"))
            .map(|(word, codes)| (fold(word), codes.split(' ').collect()))
            .collect()
    });
    for (index, form) in places {
        let Some(codes) = SHORT.get(joined(&form.words).as_ref()) else {
            continue;
        };
        let one_of = |country: CountryId| codes.contains(&country.code());
        let choices = places
            .iter()
            .filter(|(_, other)| other.country.is_some_and(one_of))
            .map(|(form, _)| Choice::of(*form));
        ties.choose(*index, choices.collect(), Link::ShortForm);
    }
}

/// Ties مدينة تدمر to تدمر; a province only where no city of its name stands, a
/// river or hill only where neither does, and to no country.
fn class_nouns(places: &[(usize, &Form)], ties: &mut Ties) {
    const ORDER: [&str; 3] = ["city", "land", "feature"];
    let mut bare: Map<Cow<str>, (usize, bool)> = Map::default();
    for (index, form) in places {
        let whole = (*index, form.country.is_some());
        bare.entry(joined(&form.words)).or_insert(whole);
    }
    let mut headed: Vec<(&str, usize, Cow<str>)> = Vec::new();
    for (index, form) in places {
        if let [noun, rest @ ..] = form.words.as_slice()
            && let Some(group) = class_noun(&noun.key)
            && !rest.is_empty()
        {
            headed.push((group, *index, joined(rest)));
        }
    }
    headed.retain(|(group, ..)| ORDER.contains(group));
    headed.sort_by_key(|(group, ..)| ORDER.iter().position(|g| g == group));
    let mut city: Map<&str, usize> = Map::default();
    for (group, index, rest) in &headed {
        match *group {
            "city" => {
                if let Some(first) = city.get(rest.as_ref()) {
                    ties.tie(*index, *first, Link::ShortForm);
                }
                city.entry(rest).or_insert(*index);
            }
            _ if city.contains_key(rest.as_ref()) => continue,
            _ => {}
        }
        match bare.get(rest) {
            Some((_, true)) if *group == "feature" => {}
            Some((name, _)) => ties.tie(*name, *index, Link::ShortForm),
            None => {}
        }
    }
}

/// Ties مطار بغداد to مطار بغداد الدولي.
fn beginnings(places: &[(usize, &Form)], ties: &mut Ties) {
    let mut long: Map<Cow<str>, Vec<Choice>> = Map::default();
    for (index, form) in places {
        let headed = form.words.first().is_some_and(is_head);
        let (Some(shorter), true) = (form.words.len().checked_sub(1), headed) else {
            continue;
        };
        for count in 2..=shorter.min(6) {
            let words = form.words.get(..count).unwrap_or_default();
            let list = long.entry(joined(words)).or_default();
            if list.len() < MOST {
                list.push(Choice::of(*index));
            }
        }
    }
    for (index, form) in places {
        let choices = long
            .get(joined(&form.words).as_ref())
            .cloned()
            .unwrap_or_default();
        if choices.len() < MOST {
            ties.choose(*index, choices, Link::ShortForm);
        }
    }
}

/// Ties two spellings of one place, where no list knows both.
fn spellings(places: &[(usize, &Form)], ties: &mut Ties) {
    let mut known: Map<u64, SmallVec<[(usize, &Form); 1]>> = Map::default();
    let mut key = String::new();
    for (index, form) in places {
        let sound = spelling::sounds(form.words.iter().map(|w| w.key.as_str()), &mut key);
        let list = known.entry(sound).or_default();
        let near = list.iter().filter(|(_, other)| alike(form, other));
        let choice = |(form, _): &(usize, &Form)| Choice::of(*form);
        ties.choose_only(*index, near.map(choice).collect(), Link::Spelling);
        if list.len() < MOST {
            list.push((*index, form));
        }
    }
}

fn is_head(word: &Word) -> bool {
    word.classes.intersects(Classes::PLACE_HEAD)
}

/// Whether two names differ only in the spelling of a word that a list does not
/// know in both.
fn alike(a: &Form, b: &Form) -> bool {
    if a.words.len() != b.words.len() {
        return false;
    }
    let one_country = a.country.is_some() && a.country == b.country;
    let both_listed = a.listed && b.listed && !one_country;
    let mut cost = 0;
    for (a, b) in a.words.iter().zip(&b.words) {
        let Some(more) = spelling::distance(&a.key, &b.key) else {
            return false;
        };
        cost += more;
    }
    cost <= 5 && !both_listed
}

fn joined(words: &[Word]) -> Cow<'_, str> {
    if let [word] = words {
        return Cow::Borrowed(&word.key);
    }
    let keys: Vec<&str> = words.iter().map(|w| w.key.as_str()).collect();
    keys.join(" ").into()
}

/// Ties the forms of one people: الأكراد, أكراد; الروس, روس; المسلمون, المسلمين.
pub fn tie_peoples(forms: &Forms, ties: &mut Ties) {
    let mut known: Map<String, usize> = Map::default();
    for (index, form) in forms.list.iter().enumerate() {
        let ([word], EntityType::Norp) = (form.words.as_slice(), form.kind) else {
            continue;
        };
        let stem = spelling::without_article(&word.key);
        let people = word.classes.intersects(Classes::PEOPLE);
        let key = match word.country.filter(|_| people) {
            Some(country) => format!("@{}", country.code()),
            None => ending_off(stem).to_owned(),
        };
        let first = *known.entry(key).or_insert(index);
        ties.tie(index, first, Link::Spelling);
    }
}

/// A plural without the ending that its case gives it.
fn ending_off(stem: &str) -> &str {
    let ending = ["ون", "ين"].iter().find_map(|e| stem.strip_suffix(e));
    ending
        .filter(|s| s.chars().nth(2).is_some())
        .unwrap_or(stem)
}
