//! The name between two commas behind what somebody is (قال مدير الشركة، [برنتوف فان كاليسي]، إن): all
//! that stands there.

use super::{
    Around, is_of, last_word,
    words::{
        ROLE, is_adverb, is_definite, is_known_name, is_strange, opens_content, people, put, says,
    },
};
use crate::{
    analysis::{
        lexicon::{Classes, classes_of},
        mentions::{led::Leads, tagger::Tagged},
        stem,
    },
    annotations::EntityType,
};

/// The shape of a comma.
const COMMA: u8 = 9;
/// How many words such a name has.
const LENGTH: std::ops::RangeInclusive<usize> = 2..=5;
/// How far before the comma the role may stand, in tokens.
const ROLE_REACH: usize = 8;
/// What opens no name.
const NO_NAME: Classes = Classes::ORG_HEAD
    .union(Classes::PLACE_HEAD)
    .union(Classes::DOC_HEAD)
    .union(Classes::EVENT_HEAD)
    .union(Classes::MEDIA)
    .union(Classes::PORTFOLIO)
    .union(Classes::NUMBER_WORD)
    .union(Classes::TIME_NOUN)
    .union(Classes::CALENDAR)
    .union(Classes::TITLE)
    .union(Classes::FUNCTION);

/// The names with those, whatever the tagger made of their words.
pub fn add(text: Around, mut names: Vec<Tagged>) -> Vec<Tagged> {
    let comma = |at: usize| {
        text.facts
            .get(at)
            .is_some_and(|fact| fact.shape == COMMA && !fact.opens_line)
    };
    let mut open: Option<usize> = None;
    for close in (0..text.facts.len()).filter(|at| comma(*at)) {
        // الشيخ سامر الحداد: the honour is no part.
        let honour = |at: usize| text.words.is(at, ROLE) && is_definite(text, at);
        let behind = |open: usize| open + 1 + usize::from(honour(open + 1));
        if let Some(first) = open.replace(close).map(behind)
            && LENGTH.contains(&close.saturating_sub(first))
            && is_name(text, (first, close), opens_content(text, close + 1))
            && behind_role(text, first - 1)
        {
            // ميلان بيتروفيتش: a place's name at its head.
            put(&mut names, (first, close), |name| {
                let place = is_of(*name, EntityType::Loc) && *name == (first, first + 1, name.2);
                is_of(*name, EntityType::Per) || place
            });
        }
    }
    names
}

/// Whether nothing but the words of a name stands there.
fn is_name(text: Around, (first, end): (usize, usize), sure: bool) -> bool {
    let word = |token: usize| {
        let Some(fact) = text.facts.get(token).filter(|_| text.tokens.is_word(token)) else {
            return false;
        };
        let known = is_known_name(fact) || people(fact) > 0 || is_strange(text, token);
        let part = fact.classes.intersects(Classes::NAME_PART);
        let last = last_word::is_family(text, token, end);
        let ali = text.tokens.key(token) == "علي" && !text.dotted;
        let plain = !fact.grammatical && !fact.joined && fact.leads == Leads::On || ali;
        let other = fact.classes.intersects(NO_NAME) && !known;
        // A participle in the accusative tells how somebody spoke.
        let able = known || token > first || sure && !is_adverb(text, token);
        !fact.opens_line && (part || last || plain && !other && able)
    };
    let known = text.facts.get(first).is_some_and(is_known_name);
    (first..end).all(word) && (!is_definite(text, first) || known)
}

/// Whether a role leads up to a comma, with no verb or mark between.
fn behind_role(text: Around, comma: usize) -> bool {
    let near = (comma.saturating_sub(ROLE_REACH)..comma).rev();
    let mut near = near.take_while(|at| {
        let plain = text.facts.get(*at).is_some_and(|fact| !fact.opens_line);
        text.tokens.is_word(*at) && !says(text, *at) && plain
    });
    near.any(|at| {
        let noun = stem::noun(text.tokens.key(at));
        text.words.is(at, ROLE) || classes_of(noun).intersects(ROLE)
    })
}
