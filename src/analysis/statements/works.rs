//! Names in quotation marks that are nobody's words: of works and things (فيلم «العودة»، صواريخ
//! "JASSM"), behind يسمى and اسمه, or of no word that the news
//! knows.

use crate::analysis::{context::Context, mentions::vocabulary, quotes::Quote, stem};

/// Whether short words in marks only name something.
pub fn names(context: &Context, quote: &Quote) -> bool {
    let before = quote.open.wrapping_sub(1);
    let (first, end) = quote.inside();
    let unknown = |token: usize| {
        context.key(token).is_ascii() || vocabulary::look_up(context.lists.hash(token)).is_none()
    };
    let alone = end == first + 1 || (first..end).all(|token| context.key(token).is_ascii());
    let strange = alone && (first..end).all(unknown) && context.tokens.is_word(before);
    strange || is_work(context, before) || calls(context, before)
}

/// A noun for a work or a thing that has a name of its own.
fn is_work(context: &Context, token: usize) -> bool {
    const NOUNS: [&str; 34] = [
        "فيلم",
        "فلم",
        "مسرحيه",
        "مسلسل",
        "روايه",
        "كتاب",
        "ديوان",
        "اغنيه",
        "قصيده",
        "لوحه",
        "شريط",
        "برنامج",
        "معرض",
        "مهرجان",
        "مجله",
        "طائره",
        "طائرات",
        "صواريخ",
        "صاروخ",
        "سفينه",
        "دواء",
        "عقار",
        "لقاح",
        "مرض",
        "لعبه",
        "تطبيق",
        "هاتف",
        "متصفح",
        "نادي",
        "جائزه",
        "وسم",
        "فيتامين",
        "مؤشر",
        "ضريبه",
    ];
    let noun = stem::noun(context.key(token));
    NOUNS.contains(&noun)
        || noun
            .strip_suffix('ه')
            .is_some_and(|own| NOUNS.contains(&own))
}

/// A word that gives a name (يسمى، اسمه، المعروف بـ).
fn calls(context: &Context, token: usize) -> bool {
    let key = context.key(token);
    let by = matches!(key, "ب" | "باسم") && token > 0;
    let word = if by { context.key(token - 1) } else { key };
    key == "باسم"
        || matches!(
            word,
            "يسمي"
                | "تسمي"
                | "المسمي"
                | "المسماه"
                | "اسمه"
                | "اسمها"
                | "اسم"
                | "المعروف"
                | "المعروفه"
                | "يعرف"
                | "تعرف"
                | "بعنوان"
                | "عنوانه"
                | "عنوانها"
        )
}
