//! What a word form tells of the giving of a speech: to whom it was given
//! (لصحيفة، للصحفيين), and in what (في كلمة، خلال مؤتمر).

use super::{
    grammar::Class,
    lexicon::{Classes, Found},
};

/// Those to whom speech is given, after ل and without their article.
const HEARERS: [&str; 14] = [
    "صحيفه",
    "وكاله",
    "قناه",
    "موقع",
    "اذاعه",
    "تلفزيون",
    "صحفيين",
    "صحافيين",
    "شبكه",
    "مجله",
    "جريده",
    "برنامج",
    "صحافه",
    "بي",
];

/// Nouns for what a speech is given in.
const OCCASIONS: [&str; 32] = [
    "تصريح",
    "تصريحات",
    "بيان",
    "كلمه",
    "مؤتمر",
    "مقابله",
    "حوار",
    "حديث",
    "خطاب",
    "تغريده",
    "منشور",
    "رساله",
    "لقاء",
    "اتصال",
    "جلسه",
    "اجتماع",
    "ندوه",
    "سياق",
    "اطار",
    "هذا",
    "ذلك",
    "مقال",
    "تقرير",
    "برنامج",
    "صفحته",
    "حسابه",
    "ختام",
    "مستهل",
    "تدوينه",
    "وقت",
    "تسجيل",
    "حفل",
];

/// لرويترز, لصحيفة "الفجر", للصحفيين: the hearer of a speech, written with ل.
pub fn to_outlet(key: &str, class: Option<Class>, found: Found) -> bool {
    let Some(rest) = key.strip_prefix('ل').filter(|_| class.is_none()) else {
        return false;
    };
    let rest = rest.trim_start_matches('ل');
    key == "ل"
        || found.proclitics > 0 && found.classes.any(Classes::MEDIA)
        || HEARERS.contains(&rest)
}

/// Whether a word is a noun for what a speech is given in, or a time.
pub fn occasion(key: &str, class: Option<Class>, found: Found) -> bool {
    OCCASIONS.contains(&key.strip_prefix("ال").unwrap_or(key))
        || matches!(class, Some(Class::Time | Class::Demonstrative))
        || found
            .classes
            .any(Classes::DAY | Classes::MONTH | Classes::TIME_NOUN)
}
