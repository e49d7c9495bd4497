//! Words for the occasion of a speech that stand between a verb and its subject (قال [في تصريحات
//! صحفية] الوزير إن، أكدت [خلال المؤتمر الأسبوعي] وزيرة النقل أن، قال [في نوران] الباحثون): where
//! they end, told by the noun and the adjectives that agree with it.

use super::source_opens::timed;
use crate::{
    analysis::{context::Context, grammar::Class, lexicon::Classes, senses::Senses},
    annotations::EntityType,
};

/// What is said or written, and not called by what follows (في بيان | الوزير; but في ختام اللقاء).
const WORDS: [&str; 19] = [
    "بيان",
    "بيانات",
    "كلمه",
    "تصريح",
    "تصريحات",
    "مقابله",
    "حوار",
    "حديث",
    "خطاب",
    "تغريده",
    "تغريدات",
    "منشور",
    "رساله",
    "تدوينه",
    "مقال",
    "تسجيل",
    "اتصال",
    "برقيه",
    "مداخله",
];

/// Adjectives of speeches that no ending tells.
const PLAIN: [&str; 22] = [
    "مشترك",
    "خاص",
    "مقتضب",
    "مطول",
    "عاجل",
    "مكتوب",
    "متلفز",
    "مصور",
    "مسجل",
    "مباشر",
    "سابق",
    "لاحق",
    "مفتوح",
    "موجز",
    "قصير",
    "طويل",
    "جديد",
    "حصري",
    "منفصل",
    "مماثل",
    "متفرق",
    "طارئ",
];

/// The token behind such words, or `at` where none stand there.
pub fn behind(c: &Context, at: usize) -> usize {
    if !opens(c, at) {
        return at;
    }
    let noun = at + 1;
    if c.class(noun) == Some(Class::Demonstrative) && c.has_article(noun + 1) {
        return adjectives(c, noun + 2, true);
    }
    let place = c.mention(noun).filter(|m| m.first == noun);
    if let Some(place) = place {
        let in_it = c.class(at) == Some(Class::In) && place.kind == EntityType::Loc;
        return if in_it { place.end } else { at };
    }
    if !c.word(noun).occasion || c.class(noun).is_some() {
        return at;
    }
    let definite = c.has_article(noun) || has_pronoun(c, noun);
    let behind = adjectives(c, noun + 1, definite);
    let closed = definite || behind > noun + 1 || WORDS.contains(&c.key(noun));
    let own = matches!(c.key(behind), "له" | "لها" | "لهم");
    let behind = behind + usize::from(own);
    // في كلمة ألقاها في المؤتمر: what it is told by goes on, and nobody stands behind it.
    if !(closed || own) || !definite && takes_it_up(c, behind) {
        return at;
    }
    // في بيان صدر مساء الأحد.
    let issued = c.means(behind, Senses::ISSUED) && timed(c, behind + 1);
    behind + usize::from(issued)
}

/// Whether a preposition that such words follow stands at a token.
fn opens(c: &Context, at: usize) -> bool {
    let class = c.class(at);
    let during = matches!(class, Some(Class::In | Class::TimePreposition | Class::Via));
    during && !c.key(at).starts_with('و')
}

/// Whether a verb with a pronoun stands at a token (ألقاها، وجهه).
fn takes_it_up(c: &Context, token: usize) -> bool {
    c.tokens.is_word(token) && c.class(token).is_none() && has_pronoun(c, token)
}

/// Whether the noun at a token has a pronoun (كلمته، حسابها).
fn has_pronoun(c: &Context, token: usize) -> bool {
    let word = c.slice(token, token + 1);
    ["ه", "ها", "هم", "هما"].iter().any(|p| word.ends_with(p))
}

/// The token behind the adjectives that stand from `at` on, with the article or without it.
fn adjectives(c: &Context, mut at: usize, definite: bool) -> usize {
    let calling = Classes::TITLE | Classes::ORG_HEAD | Classes::SOURCE_NOUN | Classes::HONORIFIC;
    let is_one = |at: usize| {
        let key = c.key(at);
        let bare = key.strip_prefix("ال").unwrap_or(key);
        let he = bare.strip_suffix('ه').unwrap_or(bare);
        let formed = he.ends_with('ي') && he.chars().count() > 3 || PLAIN.contains(&he);
        formed
            && c.has_article(at) == definite
            && c.mention(at).is_none()
            && c.class(at).is_none()
            // في تصريحات صحفية: what they are, though a woman of that calling is named so.
            && (!definite || he.starts_with("صح") || !c.has(at, calling))
    };
    while is_one(at) {
        at += 1;
    }
    at
}
