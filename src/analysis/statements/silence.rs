//! Verbs of saying by which nothing is said: who would not comment (رفض التعليق) or be named
//! (طالبا عدم كشف هويته), what was not made known (لم يكشف عن أسماء المصابين).

use crate::analysis::{
    context::{Context, Holds},
    cues::{Shape, SpeechAct},
    grammar::Class,
    senses::Senses,
};

/// Whether a cue is such a verb.
pub fn is_at(c: &Context, token: usize) -> bool {
    is_silent(c, token)
        || gives_nothing(c, token)
        || names_topic(c, token)
        || is_not_to_be_told(c, token)
        || is_brought(c, token)
        || is_charged(c, token)
        || is_of_a_court(c, token)
}

/// Whether prosecutors or judges do what only they can (أمرت النيابة بحبس المتهم، صرحت بدفن الجثة).
fn is_of_a_court(c: &Context, token: usize) -> bool {
    const NEAR: usize = 10;
    const ACTS: [&str; 12] = [
        "بحبس",
        "بتجديد",
        "باخلاء",
        "بدفن",
        "بتشريح",
        "باستدعاء",
        "بضبط",
        "بالتحفظ",
        "باحاله",
        "بانتداب",
        "بالدفن",
        "بتسليم",
    ];
    let key = c.key(token);
    let key = key.strip_prefix(['و', 'ف']).unwrap_or(key);
    let orders = matches!(key, "امر" | "امرت" | "صرح" | "صرحت" | "يامر" | "تامر");
    let court = |at: usize| {
        let noun = c.key(at).strip_prefix("ال").unwrap_or(c.key(at));
        matches!(
            noun,
            "نيابه" | "قاضي" | "محكمه" | "مستشار" | "مدعي" | "نيابات" | "وكيل"
        )
    };
    let (start, _) = c.sentence(token);
    let mut near = (token + 1..token + NEAR).take_while(|at| !c.is_mark(*at));
    orders && (start..token + 4).any(court) && near.any(|at| ACTS.contains(&c.key(at)))
}

/// Whether a noun is one for charges of which only against whom they are is told (الاتهامات الموجهة
/// إليه).
fn is_brought(c: &Context, token: usize) -> bool {
    const NEAR: usize = 7;
    let brought = matches!(
        c.key(token + 1),
        "الموجهه" | "المنسوبه" | "الموجه" | "المنسوب"
    );
    let noun = c
        .word(token)
        .cue
        .is_some_and(|cue| cue.entry.shape == Shape::Masdar);
    let says = |at: usize| c.class(at).is_some_and(Class::complementizer);
    brought && noun && !(token + 2..token + NEAR).any(says)
}

/// Whether somebody was seized for a charge that nobody by name brings (أوقف لاتهامه بقتل جاره).
fn is_charged(c: &Context, token: usize) -> bool {
    matches!(c.key(token), "لاتهامه" | "لاتهامها" | "لاتهامهم" | "لاتهامهما")
}

/// Whether a noun is what somebody asked not to be done with their name (عدم ذكر اسمه).
fn is_not_to_be_told(c: &Context, token: usize) -> bool {
    let not = token.checked_sub(1).map_or("", |before| c.key(before));
    matches!(not, "عدم" | "بعدم" | "دون")
        && c.word(token)
            .cue
            .is_some_and(|cue| cue.entry.shape == Shape::Masdar)
        && is_own_name(c, token + 1)
}

/// Whether somebody would say nothing (رفض متحدث باسم الشركة التعليق), or a refusal came (جاء
/// رفض الحكومة).
fn is_silent(c: &Context, token: usize) -> bool {
    const REACH: usize = 8;
    let holds = c.word(token).holds;
    if !holds.intersects(Holds::SILENT) {
        return false;
    }
    if is_unnamed(c, token) {
        return true;
    }
    if !holds.intersects(Holds::REFUSES) {
        return false;
    }
    let (_, end) = c.sentence(token);
    let mut near = (token + 1..end.min(token + REACH)).take_while(|at| !c.word(*at).says());
    let comments = near.any(|at| c.is(at, "التعليق"));
    let came = token
        .checked_sub(1)
        .is_some_and(|before| c.means(before, Senses::CAME));
    comments || came
}

/// Whether somebody would not be named (طالبا عدم كشف هويته، رفضوا ذكر أسمائهم).
fn is_unnamed(c: &Context, token: usize) -> bool {
    const REACH: usize = 7;
    let (_, end) = c.sentence(token);
    let near = token + 1..end.min(token + REACH);
    let mut told = near.clone();
    let told = told.any(|at| {
        let key = c.key(at);
        let noun = key.strip_prefix("ال").unwrap_or(key);
        matches!(
            noun,
            "كشف" | "ذكر" | "نشر" | "افصاح" | "تسميه" | "تسميته" | "تسميتها" | "ايراد"
        )
    });
    let mut name = near.take_while(|at| !c.is_mark(*at));
    told && name.any(|at| is_own_name(c, at))
}

/// Whether a word is the name of somebody whom a pronoun stands for (اسمه، هويتهما).
fn is_own_name(c: &Context, at: usize) -> bool {
    let key = c.key(at);
    let whose = key.strip_suffix('م').unwrap_or(key);
    let whose = whose.strip_suffix("ها").or_else(|| whose.strip_suffix('ه'));
    matches!(
        whose,
        Some("اسم" | "هويت" | "اسمائ" | "اسماء" | "هويات" | "تسميت")
    ) || key.starts_with("اسمي")
        || key.starts_with("هويتي")
}

/// Whether a verb only names what somebody made known, and not what it was (كشف الوزير تفاصيل الخطة: of
/// two of the articles with gold none is a statement).
fn names_topic(c: &Context, token: usize) -> bool {
    const TOPICS: [&str; 6] = ["تفاصيل", "ملابسات", "كواليس", "اسرار", "حقيقه", "خفايا"];
    let tells = c.word(token).cue.is_some_and(|cue| {
        let act = matches!(
            cue.entry.act,
            SpeechAct::Announcing | SpeechAct::Explaining | SpeechAct::Showing
        );
        act && cue.entry.shape.is_finite()
    });
    let plain = |at: &usize| {
        !c.is_mark(*at) && !c.word(*at).says() && !c.class(*at).is_some_and(Class::complementizer)
    };
    let mut near = (token + 1..token + 8).take_while(plain);
    tells && near.any(|at| TOPICS.contains(&c.key(at)))
}

/// Whether a negated verb tells of what was not made known (لم يكشف عن أسماء المصابين، ولم تذكر
/// أي تفاصيل).
fn gives_nothing(c: &Context, token: usize) -> bool {
    const UNTOLD: [&str; 11] = [
        "تفاصيل",
        "معلومات",
        "اسماء",
        "اسم",
        "اسمه",
        "هويه",
        "هويته",
        "عدد",
        "موعد",
        "المزيد",
        "سبب",
    ];
    let tells = c.word(token).cue.is_some_and(|cue| {
        matches!(
            cue.entry.act,
            SpeechAct::Announcing | SpeechAct::Telling | SpeechAct::Explaining
        )
    });
    let negated = token
        .checked_sub(1)
        .is_some_and(|before| c.class(before) == Some(Class::Negation));
    let mut near = (token + 1..token + 9).take_while(|at| !c.is_mark(*at) && !c.word(*at).says());
    tells && negated && near.any(|at| UNTOLD.contains(&c.key(at)))
}
