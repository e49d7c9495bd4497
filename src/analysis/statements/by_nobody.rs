//! Phrases of attribution that name nobody anew: حسب رأيه in a report of the same person, a
//! measure (وفقا للقانون), what was told before (تبعا لذلك).

use crate::analysis::{context::Context, stem};

/// Whether the word of attribution at a token opens such a phrase.
pub fn is_at(c: &Context, token: usize) -> bool {
    is_own(c, token) || is_measure(c, token) || is_told(c, token)
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
    let speaks = |at: usize| c.word(at).says() && c.word(at).finite;
    OWN.contains(&c.key(token + 1)) && (start..token).any(speaks)
}

/// وفقا للقانون.
fn is_measure(c: &Context, token: usize) -> bool {
    matches!(
        stem::noun(c.key(token + 1)),
        "قانون"
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
