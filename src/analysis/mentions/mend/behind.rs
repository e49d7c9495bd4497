//! What stands before the name of a person and was taken in: whose kin they are ([والده] سامر الحداد), and
//! where they are from (رئيس الوزراء [السلوفاكي] مارتن هوراك). A cousin is no name at all ([ابن عم]
//! القتيل).

use super::{Around, is_of, words::is_known_name};
use crate::{
    analysis::{lexicon::Classes, mentions::tagger::Tagged, senses},
    annotations::EntityType,
};

/// The names without it.
pub fn cut(text: Around, mut names: Vec<Tagged>) -> Vec<Tagged> {
    names.retain(|name| !(is_of(*name, EntityType::Per) && is_cousin(text, name.0, name.1)));
    for name in names
        .iter_mut()
        .filter(|name| is_of(**name, EntityType::Per))
    {
        let first = behind_kin(text, name.0, name.1);
        name.0 = behind_nationality(text, first, name.1);
    }
    names
}

fn has_article(text: Around, token: usize) -> bool {
    text.facts.get(token).is_some_and(|fact| fact.article)
}

/// Whether a cousin was taken for a name (ابن عم القتيل).
fn is_cousin(text: Around, first: usize, end: usize) -> bool {
    let child = matches!(text.tokens.key(first), "ابن" | "بنت" | "ابنه" | "ابناء");
    let kin = matches!(text.tokens.key(first + 1), "عم" | "عمه" | "خال" | "خاله");
    child && kin && end == first + 2
}

/// Where a name begins behind whose kin somebody is ([والده] سامر الحداد, [ابن عمه] سامر).
fn behind_kin(text: Around, first: usize, end: usize) -> usize {
    let kin = |at: usize| senses::is_kin_of(text.tokens.key(at));
    let child = matches!(text.tokens.key(first), "ابن" | "بنت" | "ابنه");
    let behind = first + usize::from(child && kin(first + 1));
    if behind + 1 < end && kin(behind) {
        behind + 1
    } else {
        first
    }
}

/// Where a name of two words or more begins behind where somebody is from, which a role stands before
/// (رئيس الوزراء [السلوفاكي] مارتن هوراك).
fn behind_nationality(text: Around, first: usize, end: usize) -> usize {
    let key = text.tokens.key(first);
    let from = has_article(text, first) && (key.ends_with('ي') || key.ends_with("يه"));
    let name = end >= first + 3 && !text.words.is(first + 1, Classes::NAME_PART);
    let role = first
        .checked_sub(1)
        .is_some_and(|before| has_article(text, before) || text.words.is(before, Classes::TITLE));
    // الهادي حسين محمد is a name; but no family's name stands before a given one (الحلبي حسين الراوي).
    let before_given = text.words.is(first + 1, Classes::GIVEN_NAME);
    let given = has_article(text, first + 1)
        || text.words.is(first, Classes::GIVEN_NAME)
        || !before_given && text.facts.get(first).is_some_and(is_known_name);
    if from && name && role && !given {
        first + 1
    } else {
        first
    }
}
