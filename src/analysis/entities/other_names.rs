//! Other names: in brackets beside a name (منظمة الأغذية والزراعة (الفاو)), and
//! those that `same_names.txt` knows (أبو مازن, محمود عباس).

use super::{
    forms::{Form, Forms, Source},
    ties::Ties,
};
use crate::{
    analysis::{
        hash::Map,
        lexicon::{Classes, hash_phrase},
        mentions::NameMention,
        packed::packed,
    },
    annotations::{EntityType, Link},
};

/// Ties the names that a list holds as one, to the fullest that the text has.
pub fn tie_listed(forms: &Forms, ties: &mut Ties) {
    let mut groups: Map<u16, Vec<usize>> = Map::default();
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

packed! {
    /// The lines of `same_names.txt`, which was read when the program was built.
    static LINES: u16 = "same_names";
}

/// The line of the list that holds a form.
fn group(form: &Form) -> Option<u16> {
    let words = form.words.iter().filter(|w| !w.aside);
    let units = words.map(|word| word.unit.as_str());
    let name = std::iter::once(form.kind.name()).chain(units);
    LINES.get(hash_phrase(name)).copied()
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::entities::{body::unit, same_names};

    #[test]
    fn it_says_what_the_list_says_and_no_name_stands_twice() {
        let names = same_names::read(|key| unit(key).into());
        assert!(names.len() > 500);
        for (hash, line) in names {
            assert_eq!(LINES.get(hash), Some(&line));
        }
    }
}
