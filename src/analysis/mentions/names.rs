//! Names by lists and simple rules.

use super::NameMention;
use crate::{
    analysis::{
        lexicon::{Classes, Words},
        tokens::Tokens,
    },
    annotations::EntityType,
    document::Span,
};

pub(super) fn find(text: &str, tokens: &Tokens, words: &Words) -> Vec<NameMention> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match name_at(tokens, words, at) {
            Some((end, kind)) => {
                let cut = words.get(at).proclitics.into();
                let start = tokens.without_proclitics(text, at, cut).start;
                found.push(NameMention {
                    first: at,
                    end,
                    span: Span::new(start, tokens.span_of(at, end).end),
                    kind,
                    sure: true,
                });
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

fn name_at(tokens: &Tokens, words: &Words, at: usize) -> Option<(usize, EntityType)> {
    if let Some(phrase) = words.phrase(at)
        && let Some(kind) = kind_of(phrase.classes)
    {
        return Some((at + phrase.len, kind));
    }
    let classes = words.classes(at);
    let titled = at > 0
        && words.is(
            at - 1,
            Classes::HONORIFIC | Classes::TITLE | Classes::NATIONALITY,
        );
    let plain = !classes.any(Classes::COMMON);
    if classes.any(Classes::GIVEN_NAME) && (plain || titled) {
        return person(tokens, words, at).map(|end| (end, EntityType::Per));
    }
    kind_of(classes)
        .filter(|_| plain)
        .map(|kind| (at + 1, kind))
}

/// A person's name goes on while words are name parts or no list knows them.
fn person(tokens: &Tokens, words: &Words, first: usize) -> Option<usize> {
    let mut end = first + 1;
    while end < tokens.len() && end < first + 5 && tokens.is_word(end) {
        let classes = words.classes(end);
        let part = Classes::GIVEN_NAME | Classes::NAME_PART | Classes::PERSON;
        if !classes.any(part) && (!classes.is_none() || end > first + 1) {
            break;
        }
        end += 1;
    }
    (end > first + 1).then_some(end)
}

fn kind_of(classes: Classes) -> Option<EntityType> {
    [
        (Classes::PERSON, EntityType::Per),
        (Classes::PLACE, EntityType::Loc),
        (Classes::ORG | Classes::MEDIA, EntityType::Org),
        (Classes::EVENT, EntityType::Evt),
        (Classes::DOCUMENT, EntityType::Doc),
        (Classes::PEOPLE, EntityType::Norp),
    ]
    .into_iter()
    .find(|(class, _)| classes.any(*class))
    .map(|(_, kind)| kind)
}
