//! Whom somebody with an office speaks to, behind ل (قال وزير الخارجية [لنظيره الكمراني] إن،
//! قالت الوزيرة [للنواب] إن): no part of who speaks, as what the office is for may be (المدير
//! العام لشركة المرجان).

use crate::analysis::{
    context::Context,
    cues::Government,
    lexicon::{Classes, classes_of},
    senses::{self, Senses},
    stem::{self, stem},
};

/// Whether ل and such people stand at a token of a phrase that begins at `first`.
pub fn is_at(c: &Context, first: usize, token: usize) -> bool {
    let key = c.key(token);
    let to = matches!(
        c.word(token).preposition,
        Some(Government::LI | Government::ILA)
    );
    if !key.starts_with('ل') || !to || c.mention(token).is_some() {
        return false;
    }
    // بيان لقادة الأركان: whose it is.
    let head = (c.mention(first).is_some() || c.has(first, Classes::TITLE | Classes::SOURCE_NOUN))
        && !c.has(first, Classes::DOC_HEAD);
    // رئيس الاتحاد العام للطلبة: the name of a body goes on.
    let is_body = |at: usize| {
        let noun = classes_of(stem::noun(c.key(at))).intersects(Classes::ORG_HEAD);
        (at == first && noun || c.has(at, Classes::ORG_HEAD)) && !c.has(at, Classes::TITLE)
    };
    let body = (first..token).any(is_body);
    head && (is_his(c, token) || !body && is_folk(c, token))
}

/// Whether a noun is theirs who speak (لنظيره، لأنصارها).
fn is_his(c: &Context, token: usize) -> bool {
    const THEIRS: [&str; 29] = [
        "وزير",
        "شعب",
        "مساعدي",
        "بنت",
        "اصدقائ",
        "جمهور",
        "مشجعي",
        "متابعي",
        "مناصري",
        "مستمعي",
        "طلاب",
        "رفاق",
        "حلفائ",
        "شركائ",
        "انصار",
        "جنود",
        "لاعبي",
        "زملائ",
        "ناخبي",
        "مؤيدي",
        "قوات",
        "اتباع",
        "مقاتلي",
        "وزرائ",
        "موظفي",
        "رجال",
        "ضيف",
        "ضيوف",
        "محاور",
    ];
    // لوزيرة المالية: folded, ة is the pronoun's letter.
    if c.slice(token, token + 1).ends_with('ة') {
        return false;
    }
    let key = c.key(token).trim_start_matches('ل');
    let noun = ["ها", "هم", "هما", "ه"]
        .iter()
        .find_map(|p| key.strip_suffix(p));
    senses::is_kin_of(key)
        || senses::is_peer(key)
        || noun.is_some_and(|noun| THEIRS.contains(&noun))
}

/// Whether a noun is for people or media in general (للنواب، لوسائل الإعلام، لعدد من).
fn is_folk(c: &Context, token: usize) -> bool {
    const SEVERAL: [&str; 16] = [
        "عدد",
        "مجموعه",
        "وسائل",
        "مراسل",
        "مراسله",
        "مراسلي",
        "مندوبي",
        "ممثلي",
        "اعضاء",
        "نواب",
        "انصار",
        "جنود",
        "طلاب",
        "سكان",
        "قاده",
        "صحفيي",
    ];
    let key = c.key(token);
    let noun = stem::noun(key);
    let people = key.ends_with("ين") && key.chars().count() > 6;
    people
        || SEVERAL.contains(&noun.trim_start_matches('ل'))
        || senses::is(noun, Senses::FOLK)
        || senses::is(stem(noun), Senses::PLURAL) && c.key(token).starts_with("لل")
}
