//! The lists themselves: which file gives which class.

use super::{Classes, countries, table::Table};
use crate::analysis::normalize;
use std::sync::LazyLock;

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
        Classes(Classes::ORG.0 | Classes::SEEN.0),
    ),
    (
        include_str!("ar/news_places.txt"),
        Classes(Classes::PLACE.0 | Classes::SEEN.0),
    ),
    (
        include_str!("ar/news_persons.txt"),
        Classes(Classes::PERSON.0 | Classes::SEEN.0),
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

/// The table of all lists, read on first use.
pub(crate) fn table() -> &'static Table {
    static TABLE: LazyLock<Table> = LazyLock::new(read);
    &TABLE
}

fn read() -> Table {
    let mut table = Table::with_capacity(30_000);
    countries::load(&mut table);
    let mut key = String::new();
    for (list, classes) in LISTS {
        for entry in entries(list) {
            key.clear();
            normalize::fold_into(entry, &mut key);
            table.add_phrase(&key, *classes, None);
        }
    }
    for columns in entries_with(include_str!("ar/calendar.txt")) {
        if let [form, role, ..] = columns.as_slice() {
            let classes = calendar_class(role);
            if !classes.is_none() {
                table.add_phrase(&normalize::fold(form), classes, None);
            }
        }
    }
    table
}

/// Words that also stand outside dates at every turn have no class.
fn calendar_class(role: &str) -> Classes {
    match role {
        "day" => Classes::CALENDAR | Classes::DAY,
        "month" | "hijri" => Classes::CALENDAR | Classes::MONTH,
        "period" | "periods" | "dual" | "season" => Classes::CALENDAR | Classes::TIME_NOUN,
        "relative" | "part" | "edge" | "after" | "ordinal" => Classes::CALENDAR,
        _ => Classes::NONE,
    }
}

/// The columns of each line of a list that is no comment.
pub(crate) fn entries_with(list: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    list.lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| line.split('\t').map(str::trim_end).collect())
}

/// The entries of a list: the first column of each line that is no comment.
pub(crate) fn entries(list: &str) -> impl Iterator<Item = &str> {
    list.lines()
        .map(|line| line.split('\t').next().unwrap_or_default().trim_end())
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}
