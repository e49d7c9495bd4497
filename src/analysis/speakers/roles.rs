//! Which persons the article gives which roles: from a title before a name
//! (وزير الدفاع الروسي سيرغي شويغو) and from an apposition after it (ناصر
//! الحاسي، المتحدث باسم القوات).

use compact_str::CompactString;

use super::phrase::{Phrase, of_whom};
use crate::{
    analysis::{
        context::Context,
        grammar::Class,
        lexicon::Classes,
        mentions::NameMention,
        senses::{self, Senses},
        stem::{bare, stem},
        work,
    },
    annotations::EntityType,
};

/// A role that a phrase gives to a person.
#[derive(Clone, Debug)]
pub struct Role {
    /// The phrase.
    pub phrase: Phrase,
    /// The first token of the person's mention.
    pub person: usize,
}

/// The longest role, in tokens.
const LONGEST: usize = 14;

/// All roles that stand beside a person's name.
pub fn find(context: &Context) -> Vec<Role> {
    let mut roles = Vec::new();
    for mention in context
        .mentions
        .iter()
        .filter(|m| m.kind == EntityType::Per)
    {
        let before = before(context, mention);
        let after = after(context, mention).or_else(|| kin(context, mention));
        for (first, end) in before.into_iter().chain(after) {
            roles.push(Role {
                phrase: Phrase::read(context, first, end),
                person: mention.first,
            });
        }
    }
    roles
}

/// The title that ends just before a name.
fn before(context: &Context, mention: &NameMention) -> Option<(usize, usize)> {
    let mut end = mention.first;
    while end > 0
        && (context.has(end - 1, Classes::HONORIFIC)
            || context.is_mark(end - 1) && (context.is(end - 1, "(") || context.is_comma(end - 1)))
    {
        end -= 1;
    }
    let mut first = None;
    let mut token = end;
    while token > 0 && end - token < LONGEST {
        let at = token - 1;
        let inside = context.tokens.is_word(at)
            && context.word(at).cue.is_none_or(|c| {
                c.entry.shape == crate::analysis::cues::Shape::Masdar
                    || context.has(at, Classes::TITLE)
            })
            && matches!(context.class(at), None | Some(Class::In));
        if !inside || of_whom(context, at) {
            break;
        }
        if context.has(at, Classes::TITLE) && !starts_with_waw(context, at) {
            first = Some(at);
        } else if context.has(at, Classes::TITLE) {
            return Some((at, end));
        }
        token = at;
    }
    if first.is_none() {
        return definite(context, end);
    }
    // The titles nearest to each other make one role (نائب رئيس الوزراء).
    first.map(|f| (f, end))
}

/// The definite words just before a name, whatever they are (المصمم الياباني كنجيرو سانو).
fn definite(context: &Context, end: usize) -> Option<(usize, usize)> {
    let article = |t: usize| {
        context.key(t).starts_with("ال")
            && context.class(t).is_none()
            && context.mention(t).is_none()
            && context.word(t).cue.is_none()
    };
    let mut first = end;
    while first > 0 && end - first < 4 && article(first - 1) {
        first -= 1;
    }
    (first < end).then_some((first, end))
}

fn starts_with_waw(context: &Context, token: usize) -> bool {
    context.lists.get(token).proclitics > 0 && context.key(token).starts_with('و')
}

/// The apposition that follows a name, at once or after a comma or bracket.
fn after(context: &Context, mention: &NameMention) -> Option<(usize, usize)> {
    let set_off = context.is_comma(mention.end)
        || context.is(mention.end, "(")
        || context.is_dash(mention.end);
    let mut first = mention.end + usize::from(set_off);
    if context.class(first) == Some(Class::HeIs) {
        first += 1;
    }
    if !context.has(first, Classes::TITLE) || context.word(first).cue.is_some_and(|c| c.waw) {
        return None;
    }
    let person = |t| {
        let mention = context.mention(t);
        mention.is_some_and(|m| m.kind == EntityType::Per)
    };
    let mut end = first;
    while end < context.tokens.len() && end - first < LONGEST {
        let stop = context.is_mark(end)
            || context
                .class(end)
                .is_some_and(|c| !matches!(c, Class::In | Class::Ala | Class::Min))
            || person(end)
            || end > first && context.has(end, Classes::DAY)
            || end > first
                && context
                    .word(end)
                    .cue
                    .is_some_and(|c| c.entry.shape != crate::analysis::cues::Shape::Masdar);
        if stop {
            // استقبل الرئيس فلان مبعوث الأمين العام فلان: the role of the second.
            if person(end) && !set_off {
                return None;
            }
            break;
        }
        end += 1;
    }
    (end > first).then_some((first, end))
}

/// Whose father, wife or brother somebody is, behind their name (سامر الحداد والد الأسيرة
/// سلمى).
fn kin(context: &Context, mention: &NameMention) -> Option<(usize, usize)> {
    const KIN: [&str; 12] = [
        "والد",
        "والده",
        "شقيق",
        "شقيقه",
        "زوج",
        "زوجه",
        "نجل",
        "ابن",
        "ابنه",
        "ارمله",
        "صهر",
        "كريمه",
    ];
    let first = mention.end + usize::from(context.is_comma(mention.end));
    let other = (first + 1..first + 4).find_map(|at| context.mention(at))?;
    let kin = KIN.contains(&context.key(first)) && context.mention(first).is_none();
    (kin && other.kind == EntityType::Per).then_some((first, other.end))
}

/// How well a phrase fits a role: nothing where it does not, else more is better.
pub fn fit(phrase: &Phrase, role: &Phrase) -> Option<u32> {
    work::step();
    if phrase.any_office().is_some() {
        return (phrase.country == role.country).then_some(3);
    }
    let player = |noun: &CompactString| {
        matches!(&**noun, "لاعب" | "مهاجم" | "مدافع" | "حارس" | "نجم" | "هداف")
    };
    let alike = match role.words.as_slice() {
        [] => true,
        [noun] => player(noun) && player(&phrase.stem),
        _ => false,
    };
    if phrase.any_calling().is_some() && alike {
        return (phrase.country == role.country).then_some(3);
    }
    let role_has = |word: &CompactString| role.words.iter().any(|w| w == word || related(w, word));
    if !role_has(&phrase.stem) && phrase.stem != role.stem {
        return None;
    }
    let missing = phrase
        .words
        .iter()
        .filter(|w| !senses::is(w, Senses::OPTIONAL) && !role_has(w))
        .count();
    if missing > 0 {
        return None;
    }
    match (phrase.country, role.country) {
        (Some(a), Some(b)) if a != b => None,
        (Some(_), None) => Some(1),
        (Some(_), Some(_)) => Some(3),
        (None, _) => Some(2),
    }
}

/// وزارة beside وزير، رئاسة beside رئيس.
fn related(a: &str, b: &str) -> bool {
    a.len() > 6 && b.len() > 6 && stem(bare(a)) == stem(bare(b))
}
