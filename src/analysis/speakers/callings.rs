//! Nouns for persons, by their stems: which may be said of one and the same person, and
//! which say whose they are.

use super::phrase::{Phrase, pronoun};
use crate::analysis::{
    context::Context,
    lexicon::{Classes, classes_of},
    senses::{self, Senses},
    stem::{bare, stem},
};

/// Nouns that take up whoever spoke, by whatever noun they were called.
const ANYBODY: [&str; 8] = [
    "مصدر",
    "متحدث",
    "ناطق",
    "مسؤول",
    "مسئول",
    "رجل",
    "اخير",
    "قيادي",
];
/// Nouns that tell no more of somebody than age and sex.
const ANY_AGE: [&str; 13] = [
    "فتا",
    "مرا",
    "امرا",
    "سيد",
    "طفل",
    "فتي",
    "شاب",
    "رجل",
    "مسن",
    "عجوز",
    "شخص",
    "صاحب",
    "مذكور",
];
/// Nouns for who leads something, each of which tells what they lead.
pub const LEADS: &[&str] = &["رئيس", "زعيم", "حاكم"];
/// Nouns that may be said of one person.
const ALIKE: [&[&str]; 11] = [
    LEADS,
    &["ملك", "عاهل", "امير", "سلطان"],
    &[
        "لاعب",
        "مهاجم",
        "مدافع",
        "حارس",
        "نجم",
        "هداف",
        "جناح",
        "قائد",
        "بطل",
        "دولي",
    ],
    &[
        "كاتب",
        "روائي",
        "شاعر",
        "صحفي",
        "صحافي",
        "اعلامي",
        "مؤلف",
        "اديب",
        "ناقد",
        "مفكر",
        "مدون",
        "محرر",
        "مذيع",
        "مراسل",
        "مترجم",
        "باحث",
        "محلل",
    ],
    &[
        "باحث",
        "عالم",
        "خبير",
        "محلل",
        "دكتور",
        "بروفيسور",
        "استاذ",
        "مختص",
        "متخصص",
        "اخصائي",
        "اختصاصي",
        "استشاري",
        "طبيب",
        "اكاديمي",
        "مؤرخ",
        "محاضر",
        "مشرف",
        "معد",
        "فيلسوف",
    ],
    &[
        "فنان",
        "مطرب",
        "ممثل",
        "مغن",
        "مغني",
        "نجم",
        "مخرج",
        "بطل",
        "موسيقار",
        "ملحن",
        "عازف",
        "رسام",
        "نحات",
        "مصور",
        "كوميدي",
        "منتج",
        "مؤلف",
    ],
    &[
        "نائب",
        "برلماني",
        "عضو",
        "معارض",
        "قيادي",
        "زعيم",
        "مرشح",
        "سناتور",
        "سيناتور",
    ],
    &["محام", "محامي", "قانوني", "حقوقي", "ناشط", "مستشار"],
    &["متهم", "مشتبه", "سجين", "معتقل", "موقوف", "محتجز", "مدان"],
    &[
        "ملياردير",
        "اعمال",
        "مليونير",
        "مستثمر",
        "تاجر",
        "مقاول",
        "رجل",
        "صناعي",
    ],
    &["طبيب", "جراح", "استشاري", "اخصائي", "اختصاصي", "دكتور"],
];
/// Nouns for who leads a body.
pub const LEADERS: [&str; 3] = ["قائد", "رئيس", "زعيم"];
/// Nouns for one and the same body, in the words of a role.
const BODIES: [&[&str]; 6] = [
    &["فريق", "نادي", "منتخب"],
    &["شرك", "مجموع", "مؤسس"],
    &["بنك", "مصرف"],
    &["وزراء", "حكوم"],
    &["برلمان", "نواب", "شعب"],
    &["جمهوري", "دول", "بلاد"],
];
/// Forms of address and ranks, which tell of no office.
const ADDRESS: [&str; 24] = [
    "سيد",
    "استاذ",
    "شيخ",
    "حاج",
    "انس",
    "راحل",
    "مرحوم",
    "شهيد",
    "عميد",
    "لواء",
    "عقيد",
    "فريق",
    "مقدم",
    "رائد",
    "نقيب",
    "جنرال",
    "ملازم",
    "رقيب",
    "كابتن",
    "مهندس",
    "دكتور",
    "بروفيسور",
    "مشير",
    "رفيق",
];
/// Kin, whose genitive is always a person.
const KIN: [&str; 26] = [
    "والد",
    "ام",
    "اب",
    "ابو",
    "اخو",
    "اخ",
    "اخت",
    "شقيق",
    "زوج",
    "نجل",
    "ابن",
    "ارمل",
    "صهر",
    "جد",
    "عم",
    "خال",
    "حفيد",
    "قريب",
    "خطيب",
    "طليق",
    "كريم",
    "اسر",
    "عائل",
    "اقارب",
    "ذوو",
    "ابنا",
];

/// Whether a noun, by its stem, tells no more of somebody than age and sex.
pub fn tells_only_age(stem: &str) -> bool {
    ANY_AGE.contains(&stem) && !matches!(stem, "صاحب" | "مذكور" | "شخص")
        || matches!(
            stem,
            "ثلاثيني" | "اربعيني" | "خمسيني" | "ستيني" | "سبعيني" | "ثمانيني" | "عشريني"
        )
}

/// Whether a noun takes up whoever spoke, whatever they are.
pub fn is_anybody(stem: &str) -> bool {
    ANYBODY.contains(&stem)
}

/// The noun by which a phrase for a person is compared: المدير الفني is المدرب.
pub fn calling(phrase: &Phrase) -> &str {
    let coach = phrase.stem == "مدير" && phrase.words.iter().any(|word| word == "فني");
    if coach { "مدرب" } else { &phrase.stem }
}

/// Whether a noun tells no more of somebody than age and sex (الفتاة، الرجل).
pub fn is_any_age(stem: &str) -> bool {
    ANY_AGE.contains(&stem)
}

/// Whether a noun is a form of address or a rank, which tells of no office.
pub fn is_address(stem: &str) -> bool {
    ADDRESS.contains(&stem)
}

/// Whether two nouns may be said of one and the same person (المدرب، المدير الفني).
pub fn are_alike(one: &str, other: &str) -> bool {
    let both = |group: &&&[&str]| group.contains(&one) && group.contains(&other);
    one == other || ALIKE.iter().any(|group| both(&group))
}

/// Whether two words of roles may stand for one body (رئيس الوزراء، رئيس الحكومة).
pub fn are_one_body(one: &str, other: &str) -> bool {
    let both = |group: &&&[&str]| group.contains(&one) && group.contains(&other);
    one == other || BODIES.iter().any(|group| both(&group))
}

/// Whether a noun is one for kin, by its stem.
pub fn is_kin(stem: &str) -> bool {
    KIN.contains(&stem)
}

/// Whether a token is a noun for a person with a pronoun that says whose they are (مدربه،
/// زوجها، باسمه).
pub fn is_possessed(c: &Context, token: usize) -> bool {
    let key = c.key(token);
    let plain = key.strip_prefix('و').filter(|rest| !rest.starts_with("ال"));
    let word = pronoun(c, token) && !bare(key).starts_with("ال") && c.mention(token).is_none();
    word && (says_whose(key) || plain.is_some_and(says_whose))
}

/// A noun for a person without the pronoun that says whose they are (رئيسها: رئيس).
pub fn without_pronoun<'k>(c: &'k Context, token: usize) -> Option<&'k str> {
    if !is_possessed(c, token) {
        return None;
    }
    let mut endings = ["هما", "ها", "هم"].iter();
    endings.find_map(|end| c.key(token).strip_suffix(end))
}

/// Whether a word is a noun for a person and a pronoun.
fn says_whose(key: &str) -> bool {
    const PERSON: Classes = Classes::TITLE.union(Classes::HONORIFIC);
    let mut endings = ["هما", "ها", "هم", "ه"].iter();
    let Some(noun) = endings.find_map(|end| key.strip_suffix(end)) else {
        return false;
    };
    let known = |noun: &str| {
        classes_of(noun).intersects(PERSON)
            || senses::is(noun, Senses::DEPUTY | Senses::BEHALF)
            || senses::is(stem(noun), Senses::RELATION | Senses::CALLING)
            || is_kin(stem(noun))
            || matches!(noun, "نظير" | "شريك" | "وكيل")
    };
    // زوجته is زوجة with a pronoun.
    let feminine = noun.strip_suffix('ت');
    // معاليه is nobody's معالي.
    !senses::is_his_honour(key) && (known(noun) || feminine.is_some_and(known))
}
