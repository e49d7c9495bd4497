//! A head noun and the name that stands after it in quotation marks or brackets:
//! فريق "سي. جي"، منظمة (نور الساحل)، حركة "الضفاف". A head noun alone, without the
//! article, names nothing.

use super::{Around, is_of};
use crate::{
    analysis::{lexicon::Classes, mentions::tagger::Tagged},
    annotations::EntityType,
};

/// How many words a name in marks has at most.
const WORDS: usize = 8;

/// Head nouns with the names in marks after them; those alone go.
pub fn join(text: Around, names: Vec<Tagged>) -> Vec<Tagged> {
    let mut joined: Vec<Tagged> = Vec::with_capacity(names.len());
    for name in names {
        let (first, end, kind) = name;
        if let Some(last) = joined.last_mut().filter(|last| last.1 > first) {
            last.1 = last.1.max(end);
        } else if !is_bare(text, name) {
            joined.push(name);
        } else if let Some(close) = text.closer(end, WORDS) {
            joined.push((first, close + 1, kind));
        }
    }
    joined
}

/// Whether a name is nothing but the noun of a body.
fn is_bare(text: Around, name: Tagged) -> bool {
    let (first, end, _) = name;
    let article = text.facts.get(first).is_some_and(|f| f.article);
    end == first + 1
        && is_of(name, EntityType::Org)
        && text.words.is(first, Classes::ORG_HEAD)
        && !text.words.is(first, Classes::ORG.union(Classes::MEDIA))
        && !article
}
