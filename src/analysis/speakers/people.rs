//! Who is only described and has not spoken yet, and may be whom a verb is by:
//! people by one in the plural (قطع [المتظاهرون] الطريق وطالبوا بالإفراج عن زملائهم),
//! somebody or a body by one in the singular (خرجت [الفتاة] عن صمتها وقالت).

use super::{
    candidate::{Candidates, Signs, Who},
    phrase::{Phrase, sound_plural},
    resolve::Resolver,
};
use crate::analysis::{
    context::{Affixes, Context},
    cues::Agreement,
    grammar::Class,
    lexicon::Classes,
    senses::Senses,
    statements::verb_form,
    stem::bare,
};

/// How many of them may be meant.
const MOST: usize = 2;
/// How many tokens before the cue they may stand.
const REACH: usize = 60;
/// The longest phrase, in tokens.
const LONGEST: usize = 6;

/// Adds those described last before a cue, from `earlier` on, with whom its verb
/// agrees.
pub fn add(
    resolver: &mut Resolver,
    wanted: Agreement,
    earlier: usize,
    cue: usize,
    found: &mut Candidates,
) {
    let c = resolver.context;
    let fits = |token: usize| match wanted {
        Agreement::They => are_people(c, token),
        Agreement::He | Agreement::She => is_one(c, token, wanted == Agreement::She),
        Agreement::Speaker | Agreement::Any => false,
    };
    let sign = match wanted {
        Agreement::They => Signs::PEOPLE,
        _ => Signs::DESCRIBED,
    };
    let mut end = cue;
    let mut added = 0;
    for first in (earlier.max(cue.saturating_sub(REACH))..cue).rev() {
        if !fits(first) {
            continue;
        }
        let last = last(c, first, end);
        end = first;
        let phrase = Phrase::read(c, first, last);
        let persons = phrase.persons.first().or(phrase.body.as_ref());
        if persons.is_some() {
            continue;
        }
        let person = resolver.guess(&phrase);
        let to = Some(c.span(first, last));
        found.add(resolver, Who::Record(person), sign, to);
        added += 1;
        if added == MOST {
            return;
        }
    }
}

/// Whether a definite noun for one person or body of that gender stands at a
/// token, as a subject or what one is named by: behind no preposition.
fn is_one(c: &Context, token: usize, feminine: bool) -> bool {
    const SPEAKS: Classes = Classes::TITLE
        .union(Classes::SOURCE_NOUN)
        .union(Classes::ORG_HEAD);
    let gender = c.ends_in(token, Affixes::HA) == feminine;
    if !c.has_article(token) || !gender || c.class(token).is_some() || c.mention(token).is_some() {
        return false;
    }
    let before = token.checked_sub(1);
    let governed = before.is_some_and(|b| {
        c.class(b).is_some_and(Class::preposition)
            || c.has_article(b) && c.mention(b).is_none() && c.class(b).is_none()
    });
    !governed
        && !c.stem_means(token, Senses::PLURAL)
        && (c.has(token, SPEAKS) || c.stem_means(token, Senses::CALLING | Senses::ONE_PERSON))
}

/// Whether a noun for several people stands at a token: a sound masculine
/// plural, or a broken one that the list knows.
fn are_people(c: &Context, token: usize) -> bool {
    if !c.tokens.is_word(token) || c.class(token).is_some() || c.mention(token).is_some() {
        return false;
    }
    let word = c.word(token);
    if word.cue.is_some() || word.finite || verb_form::imperfect(c, token) {
        return false;
    }
    let noun = bare(c.key(token));
    sound(noun) && !after_plural(c, token) || c.stem_means(token, Senses::PLURAL)
}

/// Whether the word is an adjective of a plural before it (الأعضاء المعزولون).
fn after_plural(c: &Context, token: usize) -> bool {
    let Some(before) = token.checked_sub(1) else {
        return false;
    };
    let with_article = |t: usize| c.has_article(t);
    with_article(token)
        && with_article(before)
        && c.class(before).is_none()
        && c.mention(before).is_none()
}

/// The end of the phrase that begins at `first`: a genitive behind a noun without
/// article and its adjectives (عمال المرفأ الجديد), the adjectives of the people
/// themselves (المتظاهرون السلميون), or of a woman or body (الفتاة المحجبة).
fn last(c: &Context, first: usize, limit: usize) -> usize {
    let open =
        |t: usize| t < limit && c.tokens.is_word(t) && c.class(t).is_none() && !c.word(t).says();
    let article = |t: usize| c.has_article(t);
    let feminine = |t: usize| c.key(t).ends_with('ه');
    let genitive = !article(first);
    let mut end = first + 1;
    if genitive && open(end) && (article(end) || c.mention(end).is_some()) {
        end = c.mention(end).map_or(end + 1, |m| m.end.min(limit));
    }
    while end - first < LONGEST
        && open(end)
        && article(end)
        && c.mention(end).is_none()
        && (genitive || sound(bare(c.key(end))) || feminine(first) && feminine(end))
    {
        end += 1;
    }
    end.max(first + 1)
}

/// Whether a noun has the ending of a sound masculine plural.
fn sound(noun: &str) -> bool {
    sound_plural(noun) && noun.chars().count() > 5
}
