//! Phrases of attribution that name nobody anew: حسب رأيه in a report of the same person, a
//! measure (وفقا للقانون), what was told before (تبعا لذلك).

use crate::analysis::{context::Context, grammar::Class, stem};

/// Whether the word of attribution at a token opens such a phrase.
pub fn is_at(c: &Context, token: usize) -> bool {
    is_own(c, token) || is_measure(c, token) || is_told(c, token) || is_relay(c, token)
}

/// حسب رأيه: in a sentence in which somebody speaks already.
fn is_own(c: &Context, token: usize) -> bool {
    const OWN: [&str; 13] = [
        "رايه",
        "رايها",
        "رايهم",
        "قوله",
        "قولها",
        "قولهم",
        "تعبيره",
        "تعبيرها",
        "وصفه",
        "وصفها",
        "زعمه",
        "زعمها",
        "زعمهم",
    ];
    let (start, _) = c.sentence(token);
    let speaks = |at: usize| c.word(at).reports();
    OWN.contains(&c.key(token + 1)) && (start..token).any(speaks)
}

/// وفقا للقانون.
fn is_measure(c: &Context, token: usize) -> bool {
    let noun = stem::noun(c.key(token + 1));
    let noun = noun.strip_prefix('ل').unwrap_or(noun);
    matches!(
        noun,
        "قانون"
            | "ماده"
            | "دستور"
            | "خطه"
            | "اولويه"
            | "جدول"
            | "اصول"
            | "مقتضيات"
            | "لوائح"
            | "ضوابط"
            | "قاعده"
            | "مبدا"
            | "قوانين"
            | "قرارات"
            | "معايير"
            | "قواعد"
            | "شروط"
            | "احكام"
            | "اسس"
            | "مبادئ"
    )
}

/// تبعا لذلك.
fn is_told(c: &Context, token: usize) -> bool {
    let that = matches!(c.key(token + 1), "لذلك" | "ذلك" | "لهذا" | "هذا");
    that && c.class(token + 2).is_none() && c.key(token).ends_with("تبعا")
}

/// Who passes on what somebody says, between the verb and its clause (وأوضح المتحدث، بحسب الوكالة،
/// أن): one statement, the speaker's.
fn is_relay(c: &Context, token: usize) -> bool {
    const LONGEST: usize = 10;
    let (start, end) = c.sentence(token);
    let parted = token > start && c.is_comma(token - 1);
    let comma = (token + 1..end.min(token + LONGEST)).find(|at| c.is_comma(*at));
    let clause = comma.is_some_and(|at| c.class(at + 1).is_some_and(Class::is_that));
    let says = |at: usize| c.word(at).reports();
    let that = |at: usize| c.class(at).is_some_and(Class::complementizer);
    parted && clause && (start..token).any(says) && !(start..token).any(that)
}
