//! The lists themselves: which file gives which class. They are read by the
//! build script, and by tests.

use super::{
    classes::Classes,
    countries,
    country::CountryId,
    entry::Entry,
    hashes::{extend, hash_word},
};
use crate::analysis::{
    entries::{entries, pairs},
    normalize::fold,
};
use std::collections::{HashMap, HashSet};

/// Every list with the classes that its entries have.
const LISTS: &[(&str, Classes)] = &[
    (include_str!("ar/titles.txt"), Classes::TITLE),
    (include_str!("ar/honorifics.txt"), Classes::HONORIFIC),
    (include_str!("ar/sources.txt"), Classes::SOURCE_NOUN),
    (include_str!("ar/given.txt"), Classes::GIVEN_NAME),
    (include_str!("ar/name_parts.txt"), Classes::NAME_PART),
    (include_str!("ar/places.txt"), Classes::PLACE),
    (include_str!("ar/cities.txt"), Classes::PLACE),
    (include_str!("ar/place_heads.txt"), Classes::PLACE_HEAD),
    (include_str!("ar/org_heads.txt"), Classes::ORG_HEAD),
    (include_str!("ar/orgs.txt"), Classes::ORG),
    (include_str!("ar/media.txt"), Classes::MEDIA),
    (
        include_str!("ar/news_orgs.txt"),
        Classes::ORG.union(Classes::SEEN),
    ),
    (
        include_str!("ar/news_places.txt"),
        Classes::PLACE.union(Classes::SEEN),
    ),
    (
        include_str!("ar/news_persons.txt"),
        Classes::PERSON.union(Classes::SEEN),
    ),
    (include_str!("ar/people.txt"), Classes::PEOPLE),
    (include_str!("ar/persons.txt"), Classes::PERSON),
    (include_str!("ar/portfolios.txt"), Classes::PORTFOLIO),
    (include_str!("ar/event_heads.txt"), Classes::EVENT_HEAD),
    (include_str!("ar/events.txt"), Classes::EVENT),
    (include_str!("ar/doc_heads.txt"), Classes::DOC_HEAD),
    (include_str!("ar/documents.txt"), Classes::DOCUMENT),
    (include_str!("ar/numbers.txt"), Classes::NUMBER_WORD),
    (include_str!("ar/currencies.txt"), Classes::CURRENCY),
    (include_str!("ar/units.txt"), Classes::UNIT),
    (include_str!("ar/function.txt"), Classes::FUNCTION),
    (include_str!("ar/common.txt"), Classes::COMMON),
];

/// What is known of each word and phrase, by its hash.
#[derive(Default)]
pub(crate) struct Known {
    /// The words and phrases.
    pub(crate) entries: HashMap<u64, Entry>,
    /// The first two words and more of each phrase.
    pub(crate) beginnings: HashSet<u64>,
}

impl Known {
    /// Adds to what is known of a phrase of folded words parted by single blanks.
    pub(super) fn add(&mut self, key: &str, classes: Classes, country: Option<CountryId>) {
        let mut words = key.split(' ').filter(|w| !w.is_empty());
        let Some(first) = words.next().map(hash_word) else {
            return;
        };
        let (mut whole, mut count) = (first, 1);
        for word in words.map(hash_word) {
            whole = extend(whole, word);
            self.beginnings.insert(whole);
            count += 1;
        }
        if count > 1 {
            let opener = self.entries.entry(first).or_default();
            opener.phrase = opener.phrase.max(count);
        }
        let entry = self.entries.entry(whole).or_default();
        // عمان is a country before it is another one's capital.
        let own =
            classes.intersects(Classes::COUNTRY) && !entry.classes.intersects(Classes::COUNTRY);
        entry.country = country.filter(|_| own).or(entry.country).or(country);
        entry.classes |= classes;
    }
}

/// Reads all lists.
pub(crate) fn read() -> Known {
    let mut known = Known::default();
    countries::load(&mut known);
    for (list, classes) in LISTS {
        for entry in entries(list) {
            let word = entry.split('\t').next().unwrap_or_default();
            known.add(&fold(word), *classes, None);
        }
    }
    for (form, columns) in pairs(include_str!("ar/calendar.txt")) {
        let role = columns.split('\t').next().unwrap_or_default();
        let classes = calendar_class(role);
        if !classes.is_empty() {
            known.add(&fold(form), classes, None);
        }
    }
    known
}

/// Words that also stand outside dates at every turn have no class.
fn calendar_class(role: &str) -> Classes {
    match role {
        "day" => Classes::CALENDAR | Classes::DAY,
        "month" | "hijri" => Classes::CALENDAR | Classes::MONTH,
        "period" | "periods" | "dual" | "season" => Classes::CALENDAR | Classes::TIME_NOUN,
        "relative" | "part" | "edge" | "after" | "ordinal" => Classes::CALENDAR,
        _ => Classes::empty(),
    }
}
