//! Words like those that report, which report nobody.
//!
//! The reporter's own for what they add: ويذكر أن، يشار إلى أن at the head of a
//! sentence, تجدر الإشارة إلى أن، الجدير بالذكر أن: of 18 of the training articles none is a
//! statement. Some idioms (لا فرق يذكر). And passive participles that tell what somebody is
//! in for (إنها مطالبة بالرد، ليسوا مهددين).

use super::{passive, phrases};
use crate::{
    analysis::{
        context::{Context, Mark},
        cues::{Agreement, Shape, SpeechAct, Weight},
        grammar::Class,
        senses::Senses,
    },
    annotations::EntityType,
};

/// Whether a cue is part of such words.
pub fn is_at(c: &Context, token: usize) -> bool {
    const OPENING: [&str; 4] = ["يذكر", "ويذكر", "يشار", "ويشار"];
    const WORTH: [&str; 7] = [
        "يجدر",
        "تجدر",
        "الجدير",
        "جدير",
        "والجدير",
        "وتجدر",
        "ويجدر",
    ];
    let key = c.key(token);
    let first = token
        .checked_sub(1)
        .is_none_or(|before| c.is_mark(before) || c.sentence(token).0 == token);
    let that = |at: usize| c.class(at).is_some_and(Class::complementizer);
    let opens = OPENING.contains(&key) && first && (that(token + 1) || that(token + 2));
    let worth = token
        .checked_sub(1)
        .is_some_and(|before| WORTH.contains(&c.key(before)));
    opens
        || worth
        || is_predicate(c, token)
        || passive::is_at(c, token)
        || is_idiom(c, token)
        || goes_on(c, token)
        || is_byline(c, token)
        || is_silent(c, token)
        || gives_nothing(c, token)
        || is_sentence(c, token)
        || is_repeated(c, token)
}

/// Whether a paragraph only tells who wrote the article (كتب: سامر الحداد).
fn is_byline(c: &Context, token: usize) -> bool {
    const LONGEST: usize = 8;
    let wrote = matches!(c.key(token), "كتب" | "كتبت" | "راي" | "تصوير" | "ترجمه");
    if !wrote {
        return false;
    }
    let (first, end) = c.paragraph_around(token);
    if first != token {
        return false;
    }
    // كتب سامر الحداد: افتتحت البلدية المعرض.
    let name = c.mention(token + 1).filter(|m| m.kind == EntityType::Per);
    let behind = name
        .map(|name| name.end)
        .filter(|end| c.mark(*end) == Mark::Colon);
    let opens = behind.is_some_and(|colon| c.quote_opening(colon + 1).is_none());
    c.mark(token + 1) == Mark::Colon && end - first <= LONGEST || opens && c.paragraph(token) <= 1
}

/// Whether somebody would say nothing (رفض متحدث باسم الشركة التعليق), or a refusal came (جاء
/// رفض الحكومة).
fn is_silent(c: &Context, token: usize) -> bool {
    const REACH: usize = 8;
    let key = c.key(token);
    if !["رفض", "طلب", "طالب", "اشترط", "فضل"]
        .iter()
        .any(|verb| key.contains(verb))
    {
        return false;
    }
    if is_unnamed(c, token) {
        return true;
    }
    if !key.contains("رفض") {
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
    let name = name.any(|at| {
        let key = c.key(at);
        let whose = key.strip_suffix('م').unwrap_or(key);
        let whose = whose.strip_suffix("ها").or_else(|| whose.strip_suffix('ه'));
        matches!(
            whose,
            Some("اسم" | "هويت" | "اسمائ" | "اسماء" | "هويات" | "تسميت")
        ) || key.starts_with("اسمي")
            || key.starts_with("هويتي")
    });
    told && name
}

/// Whether a phrase of attribution names nobody but who speaks already (وأكد الوزير أن الحل قريب،
/// على ما قال في لقاء), or tells what somebody refused (وهو ما رفضه الاتحاد).
fn is_repeated(c: &Context, token: usize) -> bool {
    let what = token.wrapping_sub(1);
    if c.class(what) != Some(Class::What) {
        return false;
    }
    let before = what.wrapping_sub(1);
    let refused = c.class(before) == Some(Class::HeIs)
        && c.word(token)
            .cue
            .is_some_and(|cue| cue.entry.act == SpeechAct::Denying);
    let led = c.class(before) == Some(Class::Ala) || c.word(before).attribution.is_some();
    let (start, end) = c.sentence(token);
    let said = matches!(c.key(token), "قال" | "قالت" | "ذكر" | "ذكرت");
    let nobody = token + 1 == end
        || c.is_mark(token + 1)
        || said
            && matches!(
                c.class(token + 1),
                Some(Class::In | Class::TimePreposition | Class::Time)
            );
    let speaks = |at: usize| {
        let says = c
            .word(at)
            .cue
            .is_some_and(|cue| cue.entry.weight == Weight::Say);
        says && c.word(at).finite
    };
    refused || led && nobody && (start..what).any(speaks)
}

/// Whether a court finds somebody guilty (أدانت المحكمة الحارس).
fn is_sentence(c: &Context, token: usize) -> bool {
    let court = |at: usize| c.key(at).contains("محكم") || c.key(at).starts_with("القاضي");
    c.key(token).contains("ادان") && (court(token + 1) || token.checked_sub(1).is_some_and(court))
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

/// Whether somebody whose words stand in quotation marks goes on speaking (أعتقد أن).
fn goes_on(c: &Context, token: usize) -> bool {
    let key = c.key(token);
    let thinks = matches!(
        key.strip_prefix('و').unwrap_or(key),
        "واعتقد"
            | "واظن"
            | "واتمني"
            | "واقترح"
            | "واستغرب"
            | "واعتبر"
            | "واتوقع"
            | "وارجو"
    );
    let word = c.slice(token, token + 1);
    let plain = word
        .strip_prefix(['و', 'ف'])
        .unwrap_or(word)
        .starts_with('أ');
    let myself = key.ends_with('ت') && matches!(c.key(token + 1), "انني" | "اني");
    let own = thinks && plain || myself;
    let inside = c.quote_of(token).is_some() || behind_colon(c, token);
    inside && (own || in_first_person(c, token))
}

/// Whether a colon behind a verb of saying or a name opened somebody's words in the sentence.
fn behind_colon(c: &Context, token: usize) -> bool {
    let (start, _) = c.sentence(token);
    let mut before = (start..token).rev();
    let colon = before.find(|at| c.mark(*at) == Mark::Colon);
    colon.is_some_and(|colon| (start..colon).any(|at| c.word(at).says()))
}

/// Whether a verb is somebody's who speaks of themselves (أعتقد، وأنا أعتقد).
pub(super) fn in_first_person(c: &Context, token: usize) -> bool {
    let word = c.word(token).cue;
    let form = word.is_some_and(|cue| cue.entry.agreement == Agreement::Speaker);
    let before = token.checked_sub(1).map_or("", |before| c.key(before));
    form || matches!(before, "انا" | "وانا" | "نحن" | "ونحن")
}

/// Whether a form only looks like a report: يمكن القول (the reporter's own), لا فرق يذكر,
/// أهم وأبرز.
fn is_idiom(c: &Context, token: usize) -> bool {
    const CAN: [&str; 8] = [
        "يمكن",
        "يمكننا",
        "ويمكن",
        "نستطيع",
        "يصح",
        "يجوز",
        "خلاصه",
        "وخلاصه",
    ];
    const MOST: [&str; 8] = ["اهم", "اكبر", "افضل", "اول", "اشهر", "اجمل", "ابرز", "اكثر"];
    let before = token.checked_sub(1).map_or("", |before| c.key(before));
    match c.key(token) {
        _ if phrases::gives_name(c, token) => true,
        "دعا" if matches!(before, "مما" | "ما") => {
            c.class(token + 1) != Some(Class::PrepositionPronoun)
        }
        // تقل المبيعات: grow fewer; only لم يقل is said.
        "يقل" | "تقل" | "ويقل" | "وتقل" => token
            .checked_sub(1)
            .is_none_or(|at| c.class(at) != Some(Class::Negation)),
        "وبين" => (token.saturating_sub(16)..token).any(|at| c.key(at).starts_with("بين")),
        // صلى الله عليه وسلم, كل طالب, عارض أزياء, أفاد من خبرته, دعت الحاجة.
        "وسلم" => before == "عليه",
        "طالب" => matches!(before, "كل" | "اي" | "كم" | "مئه" | "الف"),
        "عارض" | "عارضه" => matches!(c.key(token + 1), "ازياء" | "الازياء"),
        "افاد" | "افادت" => c.class(token + 1) == Some(Class::Min),
        // توصلا إلى اتفاق, أضاف الهدف الثاني.
        key if key.contains("توصل") => {
            c.class(token + 1) == Some(Class::Ila) && is_deal(c.key(token + 2))
                || c.class(token + 2) == Some(Class::Ila) && is_deal(c.key(token + 3))
        }
        "اضاف" | "واضاف" | "ليضيف" if goal(c, token) => true,
        "دعت" | "تدعو" => matches!(c.key(token + 1), "الحاجه" | "الضروره" | "الظروف"),
        "ولاشك" | "لاشك" | "شك" => true,
        // مدينة نوران, not …، مدينة الهجوم.
        "مدينه" | "ومدينه" => token.checked_sub(1).is_none_or(|at| !c.is_comma(at)),
        _ if before == "غير" && is_participle(c, token) => true,
        "القول" => CAN.contains(&before),
        "يذكر" | "تذكر" => {
            let earlier = token.checked_sub(2).and_then(|at| c.class(at));
            let opens = c.class(token + 1).is_some_and(Class::complementizer);
            let none = (token.saturating_sub(5)..token)
                .any(|at| matches!(c.class(at), Some(Class::Negation | Class::Without)));
            (earlier == Some(Class::Negation) || none && c.word(token - 1).open)
                && !opens
                && c.class(token - 1).is_none()
                && !c.key(token - 1).starts_with("ال")
                && c.mention(token - 1).is_none()
        }
        "وابرز" | "واوضح" => MOST.contains(&before) || is_elative(before),
        _ => false,
    }
}

/// Whether a noun is what two sides come to.
fn is_deal(key: &str) -> bool {
    matches!(
        key,
        "اتفاق" | "حل" | "تسويه" | "هدنه" | "صفقه" | "تفاهم" | "الاتفاق" | "توافق"
    )
}

/// Whether a goal is added right behind a verb, or behind a name.
fn goal(c: &Context, token: usize) -> bool {
    let behind = c.mention(token + 1).map_or(token + 1, |name| name.end);
    [token + 1, behind]
        .iter()
        .any(|at| matches!(c.key(*at), "الهدف" | "هدف" | "هدفا" | "هدفين"))
}

/// Whether a word has the shape of an elative (أدق، أسرع).
fn is_elative(key: &str) -> bool {
    key.starts_with('ا') && !key.starts_with("ال") && matches!(key.chars().count(), 3 | 4)
}

fn is_participle(c: &Context, token: usize) -> bool {
    let word = c.word(token).cue;
    word.is_some_and(|cue| cue.entry.shape == Shape::Participle)
}

/// Whether a participle is what is said of a subject right before it.
fn is_predicate(c: &Context, token: usize) -> bool {
    use SpeechAct::{Asking, Blaming, Promising};
    let passive = c.word(token).cue.is_some_and(|cue| {
        let participle = cue.entry.shape == Shape::Participle && !cue.waw;
        participle && matches!(cue.entry.act, Asking | Blaming | Promising)
    });
    let before = token.checked_sub(1).and_then(|before| c.class(before));
    let subject = matches!(
        before,
        Some(
            Class::ThatPronoun
                | Class::ThatBiPronoun
                | Class::Was
                | Class::Pronoun
                | Class::Negation
                | Class::HeIs
        )
    );
    passive && subject
}
