//! What goes with the noun before it: its adjective, whose it is, what it is an office of.

use super::super::noun_phrase;
use crate::{
    analysis::{
        context::{Affixes, Context, Holds, Word},
        cues::Government,
        grammar::Class,
        lexicon::Classes,
    },
    annotations::EntityType,
};

/// Nouns in ية that are no adjectives of relation.
const IN_IYYA: [&str; 14] = [
    "اهميه",
    "مسؤوليه",
    "قضيه",
    "عمليه",
    "كيفيه",
    "امكانيه",
    "حريه",
    "هويه",
    "شرعيه",
    "فعاليه",
    "جاهزيه",
    "خصوصيه",
    "احقيه",
    "اولويه",
];

/// Whether a word may be an adjective of what a speech was given in (في بيان [مقتضب]; not في
/// بيان [مقتل] ثلاثة): none has another noun behind it that completes it.
pub fn goes_with_occasion(context: &Context, token: usize) -> bool {
    let key = context.key(token);
    let nisba = key.ends_with('ي') || key.ends_with("يه");
    let next = token + 1;
    let completed = context.has_article(next) && context.class(next).is_none()
        || context.mention(next).is_some_and(|m| m.first == next);
    let noun = noun_phrase::is_masdar_in_m(key) || IN_IYYA.contains(&key);
    let adjective = (nisba || key.starts_with('م')) && !noun && !completed;
    key.starts_with("ال") || adjective
}

/// Whether a participle tells against whom the charge before it is (الاتهامات [المنسوبة] إليه).
pub fn is_brought(context: &Context, token: usize) -> bool {
    let key = context.key(token);
    matches!(key, "الموجهه" | "المنسوبه" | "الموجه" | "المنسوب") && context.has_article(token - 1)
}

/// Whether a noun completes the one before it, which the verb governs by ب (طالب بسرعة
/// [التدخل]).
pub fn is_whose(context: &Context, token: usize) -> bool {
    let before = token - 1;
    let key = context.key(before);
    context.word(before).preposition == Some(Government::BI)
        && context
            .class(before)
            .is_none_or(|class| class == Class::Adverb)
        && !key.starts_with("بال")
        && context.mention(before).is_none()
        && context.has_article(token)
}

/// Whether an office stands right behind the name of who holds it (ندد سامر الحداد [محامي] المتهم).
pub fn is_office_of(context: &Context, token: usize) -> bool {
    let person = token
        .checked_sub(1)
        .and_then(|before| context.mention(before))
        .is_some_and(|m| m.kind == EntityType::Per && m.end == token);
    person
        && context.has(token, Classes::TITLE)
        && !context.has_article(token)
        && context.lists.get(token).proclitics == 0
}

/// Whether an adjective of relation goes with the indefinite noun right behind the verb (مصدر
/// [أمني] مقتل).
pub fn is_adjective(context: &Context, cue: usize, token: usize) -> bool {
    let key = context.key(token);
    token == cue + 2
        && context.ends_in(token, Affixes::NISBA)
        && !context.has_article(token)
        && !IN_IYYA.contains(&key)
        && key.chars().count() > 3
        && context.mention(token).is_none()
        && context.has(
            cue + 1,
            Classes::SOURCE_NOUN | Classes::ORG_HEAD | Classes::TITLE,
        )
        && !context.has_article(cue + 1)
}

/// Whether a definite word completes the noun before it (رجال [الإنقاذ]، ارتفاع [الأسعار]).
pub fn completes(context: &Context, (cue, word): (usize, &Word), token: usize) -> bool {
    let before = token - 1;
    if before == cue {
        return false;
    }
    let definite = context.has_article(token);
    let noun = word.open
        && !word.affixes.intersects(Affixes::AL)
        && word.holds.intersects(Holds::WORD)
        && context.mention(before).is_none();
    let one = || context.has(before, Classes::SOURCE_NOUN);
    if definite {
        let ends = Affixes::ALIF | Affixes::WN | Affixes::IN;
        let joined = || word.preposition.is_some() || context.lists.get(before).proclitics > 0;
        // بعض الحضور, كل المديرين.
        let counted = word.holds.intersects(Holds::COUNTS);
        if noun && !word.affixes.intersects(ends) && !one() && !joined()
            || is_relation(context, before, token)
            || counted
        {
            return true;
        }
    }
    // مقتل [ثلاثة] جنود.
    let number = || {
        before > cue + 1
            && context.has(token, Classes::NUMBER_WORD)
            && !context.ends_in(before, Affixes::ALIF)
    };
    noun && (number() || is_some(context, before, token) && !one())
}

/// Whether a definite adjective of relation stands behind a definite noun (المؤتمر [الصحفي]).
fn is_relation(context: &Context, before: usize, token: usize) -> bool {
    context.ends_in(token, Affixes::NISBA)
        && context.has_article(before)
        && context.class(before).is_none()
        && context.key(token).chars().count() > 5
}

/// Whether أي goes with the noun before it, with no adverb there (بشكل قاطع أي تحالف).
fn is_some(context: &Context, before: usize, token: usize) -> bool {
    let earlier = before.wrapping_sub(1);
    let adverb = || {
        context.word(earlier).preposition.is_some()
            || matches!(context.key(earlier), "بشكل" | "بصوره")
    };
    context.class(token) == Some(Class::Which) && !adverb()
}
