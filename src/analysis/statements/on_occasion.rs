//! On what occasion or in which words somebody speaks, behind who they are (المدعي العام [في لائحة
//! الاتهام]، سامر الحداد [في عدة مناسبات]، الوزير [في مذكراته]): no part of who speaks, as their field
//! and their place are (الخبير في شؤون آسيا، مسؤول في الشركة).

use super::aside::behind_person;
use crate::{
    analysis::{context::Context, grammar::Class, lexicon::Classes, senses::Senses},
    annotations::EntityType,
};

/// Whether في at a token of a phrase that begins at `first` opens such words.
pub fn opens(context: &Context, first: usize, token: usize) -> bool {
    let next = token + 1;
    if behind_person(context, token) && is_where(context, next) || counts_words(context, next) {
        return true;
    }
    token > first
        && !names_holder(context, first, token)
        && (tells_where(context, token)
            || is_whole(context, first, token) && tells_on(context, first, next))
}

/// Whether a phrase needs no more to name who speaks: the name of a person ends it, or each word
/// of it is definite.
fn is_whole(context: &Context, first: usize, token: usize) -> bool {
    behind_person(context, token)
        || (first..token).all(|at| context.has_article(at) && context.class(at).is_none())
}

/// Whether the word behind في is what somebody speaks in: it is theirs by a pronoun (في مذكراته), or
/// indefinite and no place or body (في عبارة مشهورة).
fn tells_on(context: &Context, first: usize, token: usize) -> bool {
    const FIELDS: [&str; 9] = [
        "مجال", "شؤون", "شئون", "شان", "علم", "علوم", "قطاع", "قسم", "صفوف",
    ];
    let place = Classes::ORG_HEAD | Classes::PLACE_HEAD | Classes::MEDIA | Classes::PLACE;
    let open = context.mention(token).is_none()
        && context.class(token).is_none()
        && context.tokens.is_word(token)
        && !context.has(token, place)
        && !FIELDS.contains(&context.key(token));
    let several = ["ون", "ين", "ات"]
        .iter()
        .any(|e| context.key(first).ends_with(e))
        || context.stem_means(first, Senses::PLURAL);
    let indefinite = !context.has_article(token) && !context.has_article(token + 1) && !several;
    open && !has_field(context, first) && (is_theirs(context, token) || indefinite)
}

/// Whether a word is somebody's by a pronoun.
fn is_theirs(context: &Context, token: usize) -> bool {
    let word = context.slice(token, token + 1);
    ["ه", "ها", "هم", "هما"].iter().any(|p| word.ends_with(p))
}

/// Whether who speaks is called by a field or a place (الخبير في، العضو في).
fn has_field(context: &Context, first: usize) -> bool {
    const CALLED: [&str; 32] = [
        "خبير",
        "خبيره",
        "خبراء",
        "باحث",
        "باحثه",
        "مختص",
        "مختصه",
        "متخصص",
        "متخصصه",
        "اخصائي",
        "استاذ",
        "استاذه",
        "محلل",
        "محلله",
        "ناشط",
        "ناشطه",
        "عضو",
        "عضوه",
        "مشارك",
        "مشاركه",
        "عامل",
        "مقيم",
        "مسؤول",
        "مسوول",
        "مستشار",
        "طالب",
        "محاضر",
        "ضابط",
        "كاتب",
        "لاعب",
        "قيادي",
        "متحدث",
    ];
    let key = context.key(first);
    CALLED.contains(&key.strip_prefix("ال").unwrap_or(key))
}

/// Whether a calling goes on with في and its field, and who has it is named right behind (الخبير في
/// الشأن السياسي سامر الحداد).
pub fn names_holder(context: &Context, first: usize, token: usize) -> bool {
    let person = |at: usize| {
        let mention = context.mention(at);
        mention.is_some_and(|m| m.kind == EntityType::Per && m.first == at)
    };
    let plain = |at: usize| context.has_article(at) && context.class(at).is_none();
    let calling = context.has(first, Classes::TITLE)
        || context.stem_means(first, Senses::CALLING)
        || context.means(first, Senses::CALLING);
    let field = plain(token + 1) && (person(token + 2) || plain(token + 2) && person(token + 3));
    calling && field && !(first..token).any(|at| context.mention(at).is_some())
}

/// Whether في opens the document in which somebody definite says it, or how often they did.
fn tells_where(context: &Context, token: usize) -> bool {
    let next = token + 1;
    let definite = context.has_article(token - 1) || context.mention(token - 1).is_some();
    let document = (context.has(next, Classes::DOC_HEAD)
        || matches!(
            context.key(next),
            "دعوي" | "شكوي" | "الشكوي" | "الدعوي" | "التحقيقات" | "التحقيق" | "المحضر"
        ))
        && context.mention(next).is_none();
    let often = matches!(
        context.key(next),
        "عده"
            | "اكثر"
            | "كل"
            | "غير"
            | "بدء"
            | "بدايه"
            | "ختام"
            | "مستهل"
            | "نهايه"
            | "معرض"
    );
    definite && (document || often)
}

/// Whether one of several speeches follows (في واحدة من خمس تغريدات).
fn counts_words(context: &Context, token: usize) -> bool {
    const SEVERAL: [&str; 8] = ["واحده", "واحد", "احدي", "احد", "اول", "اولي", "اخر", "احدث"];
    SEVERAL.contains(&context.key(token))
        && (context.word(token + 1).occasion
            || context.class(token + 1) == Some(Class::Min)
                && (token + 2..token + 5).any(|t| context.word(t).occasion))
}

/// Whether a name in marks follows, or a noun that has a pronoun (في «الضحى»، في وصفه).
pub fn is_where(context: &Context, token: usize) -> bool {
    let word = context.slice(token, token + 1);
    let open = context.mention(token).is_none() && context.class(token).is_none();
    let whose = ["ه", "ها", "هم"].iter().any(|p| word.ends_with(p));
    open && whose || context.quote_opening(token).is_some()
}
