//! Other names: in brackets beside a name (منظمة الأغذية والزراعة (الفاو)), and
//! those that `same_names.txt` knows (أبو مازن, محمود عباس).

use std::sync::LazyLock;

use compact_str::CompactString;

use super::{
    body::unit,
    forms::{Form, Forms, Source},
    ties::Ties,
};
use crate::{
    analysis::{
        hash::{Map, WordsHash},
        lexicon::Classes,
        mentions::NameMention,
        normalize::fold,
    },
    annotations::{EntityType, Link},
};

/// Ties the names that a list holds as one, to the fullest that the text has.
pub fn tie_listed(forms: &Forms, ties: &mut Ties) {
    let mut groups: Map<usize, Vec<usize>> = Map::default();
    for (index, form) in forms.list.iter().enumerate() {
        if let Some(group) = group(form) {
            groups.entry(group).or_default().push(index);
        }
    }
    for group in groups.values() {
        let words = |form: &usize| forms.list.get(*form).map_or(0, |f| f.words.len());
        // The first of the fullest.
        let Some(full) = group.iter().rev().copied().max_by_key(words) else {
            continue;
        };
        for form in group.iter().filter(|form| **form != full) {
            let short = words(form) == 1 && words(&full) > 2;
            let link = if short {
                Link::ShortForm
            } else {
                Link::OtherName
            };
            ties.tie(*form, full, link);
        }
    }
}

/// The line of the list that holds a form.
fn group(form: &Form) -> Option<usize> {
    static NAMES: LazyLock<Map<u64, (String, usize)>> = LazyLock::new(|| {
        let lines = include_str!("same_names.txt").lines().enumerate();
        let mut names = Map::default();
        for (number, line) in lines.filter(|(_, line)| !line.starts_with('#')) {
            let mut columns = line.split('\t');
            let kind = columns.next().unwrap_or_default();
            for name in columns {
                let folded = fold(name);
                let units: Vec<_> = folded.split(' ').map(unit).collect();
                names.insert(hash(kind, units.iter()), (key(kind, units.iter()), number));
            }
        }
        names
    });
    let words = form.words.iter().filter(|w| !w.aside);
    let (kind, units) = (form.kind.name(), words.map(|w| &w.unit));
    let (name, number) = NAMES.get(&hash(kind, units.clone()))?;
    (*name == key(kind, units)).then_some(*number)
}

fn hash<'w>(kind: &'w str, units: impl Iterator<Item = &'w CompactString>) -> u64 {
    let units = units.map(CompactString::as_str);
    WordsHash::of(std::iter::once(kind).chain(units))
}

fn key<'w>(kind: &str, units: impl Iterator<Item = &'w CompactString>) -> String {
    let mut key = kind.to_owned();
    for unit in units {
        key.push(' ');
        key.push_str(unit);
    }
    key
}

/// Ties a name in brackets or quotation marks to the one just before it.
pub fn tie_bracketed(source: Source, forms: &Forms, ties: &mut Ties) {
    for (place, pair) in source.mentions.windows(2).enumerate() {
        let [before, inner] = pair else { continue };
        if !beside(source, before, inner) {
            continue;
        }
        if let (Some(full), Some(short)) = (forms.of.get(place), forms.of.get(place + 1)) {
            let link = match inner.kind {
                EntityType::Per => Link::OtherName,
                _ => Link::ShortForm,
            };
            ties.unite(*short, *full, link);
        }
    }
}

/// The most words of an acronym in quotation marks: بي بي سي.
const ACRONYM: usize = 4;

/// Whether a mention stands alone in brackets or quotation marks after another
/// of its type. What stands so after a place is where it lies, and after a
/// person in quotation marks somebody else's words.
fn beside(source: Source, before: &NameMention, inner: &NameMention) -> bool {
    let close = match (inner.kind, source.tokens.key(before.end)) {
        (EntityType::Per | EntityType::Org, "(") => ")",
        (EntityType::Org, "\"") => "\"",
        (EntityType::Org, "«") => "»",
        (EntityType::Org, "“") => "”",
        _ => return false,
    };
    let quoted = close != ")";
    let long = inner.end - inner.first > ACRONYM || source.words.is(inner.first, Classes::ORG_HEAD);
    before.kind == inner.kind
        && !(quoted && long)
        && inner.first == before.end + 1
        && source.tokens.key(inner.end) == close
}
