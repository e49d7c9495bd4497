//! Words like those that report, which report nobody.
//!
//! The reporter's own for what they add: ويذكر أن، يشار إلى أن at the head of a
//! sentence, تجدر الإشارة إلى أن، الجدير بالذكر أن: of 18 of the training articles none is a
//! statement. Bylines, the sentences of courts, some idioms (لا فرق يذكر).

use super::{phrases, rules::certain, theirs};
use crate::{
    analysis::{
        context::{Context, Holds, Mark},
        cues::{Government, Lemma, Shape},
        grammar::Class,
        lexicon::Classes,
        stem,
    },
    annotations::EntityType,
};

/// Whether a cue is part of such words.
pub fn is_at(c: &Context, token: usize) -> bool {
    let key = c.key(token);
    let first = || {
        token
            .checked_sub(1)
            .is_none_or(|before| c.is_mark(before) || c.sentence(token).0 == token)
    };
    let that = |at: usize| c.class(at).is_some_and(Class::complementizer);
    let opens = matches!(key, "يذكر" | "ويذكر" | "يشار" | "ويشار")
        && first()
        && (that(token + 1) || that(token + 2));
    let worth = token
        .checked_sub(1)
        .is_some_and(|before| c.word(before).holds.intersects(Holds::WORTH));
    opens
        || worth
        || is_idiom(c, token)
        || is_byline(c, token)
        || is_sentence(c, token)
        || is_asked(c, token)
        || passes(c, token)
}

static ADMITS: Lemma = Lemma::new("اقر");

/// Whether a body passes a law or a plan (أقر مجلس الوزراء خطة لدعم المزارعين, not أقر بخطئه): its
/// object stands right behind it.
fn passes(c: &Context, token: usize) -> bool {
    let verb = c
        .word(token)
        .cue
        .filter(|cue| cue.entry.shape.is_finite() && !cue.entry.pronoun);
    if !verb.is_some_and(|cue| ADMITS.is(&cue.entry)) {
        return false;
    }
    let body = token + 1;
    let (_, end) = c.sentence(token);
    const PASSED: [&str; 12] = [
        "خطه",
        "قانونا",
        "قانون",
        "القانون",
        "استراتيجيه",
        "مشروع",
        "ميزانيه",
        "موازنه",
        "الموازنه",
        "اتفاقيه",
        "تعديلات",
        "حزمه",
    ];
    // أقرت قبل عامين إستراتيجية لإمكانية.
    let mut near = (token + 1..end.min(token + 9)).take_while(|at| {
        !c.is_mark(*at)
            && !c.class(*at).is_some_and(Class::complementizer)
            && c.word(*at).preposition != Some(Government::BI)
    });
    if near.any(|at| PASSED.contains(&c.key(at))) {
        return true;
    }
    let acts = c.has(body, Classes::ORG_HEAD)
        || c.mention(body).is_some_and(|m| m.kind == EntityType::Org)
        || matches!(c.key(body), "البرلمان" | "النواب" | "الكونغرس");
    let object = phrases::longest(c, body, end).unwrap_or(body);
    let thing = object > body
        && object < end
        && c.tokens.is_word(object)
        && c.class(object).is_none()
        && c.word(object).preposition.is_none();
    acts && thing
}

/// Whether a question asks what somebody says (ماذا قال المدرب عن خصمه؟): a headline's, that tells
/// nothing of it.
fn is_asked(c: &Context, token: usize) -> bool {
    let Some(before) = token.checked_sub(1) else {
        return false;
    };
    let asks = matches!(
        c.key(before),
        "ماذا" | "بماذا" | "عماذا" | "كيف" | "لماذا" | "متي" | "وماذا"
    );
    if !asks {
        return false;
    }
    let (start, end) = c.sentence(token);
    let opens = before == start || before == start + 1 && c.is_mark(start);
    opens && (token..end).any(|at| c.slice(at, at + 1).contains(['؟', '?']))
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

/// Whether a court finds somebody guilty (أدانت المحكمة الحارس).
fn is_sentence(c: &Context, token: usize) -> bool {
    let court = |at: usize| c.key(at).contains("محكم") || c.key(at).starts_with("القاضي");
    c.word(token).holds.intersects(Holds::CONDEMNS)
        && (court(token + 1) || token.checked_sub(1).is_some_and(court))
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
        _ if phrases::gives_name(c, token) || has_other_sense(c, token, before) => true,
        "دعا" if matches!(before, "مما" | "ما") => {
            c.class(token + 1) != Some(Class::PrepositionPronoun)
        }
        // تقل المبيعات: grow fewer; only لم يقل is said.
        "يقل" | "تقل" | "ويقل" | "وتقل" => token
            .checked_sub(1)
            .is_none_or(|at| c.class(at) != Some(Class::Negation)),
        "وبين" => is_between(c, token),
        // مستشهدا بقوله تعالى: the words are of whom he quotes.
        "مستشهدا" | "مستشهده" | "واستشهد" | "استشهد" | "مستدلا" => {
            c.word(token + 1).cue.is_some() || c.key(token + 1).starts_with("بحديث")
        }
        // واختتم تصريحه بالإشارة إلى: the noun tells it.
        _ if theirs::is_own_speech(c, token + 1) && certain::with_words(c, token + 2) => true,
        _ if theirs::is_own_speech(c, token) && certain::with_words(c, token + 1) => true,
        "للاشاره" | "للتذكير" | "للعلم" => {
            c.is_comma(token + 1) || c.is(token + 1, "فان")
        }
        "اشاره" if before == "رهن" => true,
        "راي" => matches!(c.key(token + 1), "اخر" | "مخالف" | "مختلف" | "مغاير"),
        // وصفت حالته بالخطيرة: by nobody.
        "وصفت" | "وصف" => {
            let state = ["حالت", "حالات", "اصابت", "اصابات", "احدا"];
            state.iter().any(|noun| c.key(token + 1).starts_with(noun))
        }
        // مما يذكر أن.
        "يذكر" | "يجدر" if matches!(before, "مما" | "ومما") => true,
        // لم يعد يهتم.
        "يعد" | "تعد" | "نعد" => {
            let not = token.checked_sub(1).map(|at| c.class(at));
            not == Some(Some(Class::Negation)) && c.key(token - 1).ends_with("لم")
        }
        "امل" | "الامل" if before == "خيبه" => true,
        "عددا" | "وعددا" => true,
        "الامل" => is_elative(c.key(token + 1)) || c.key(token + 1).starts_with("كبير"),
        // الجائزة مقسمة إلى فئات.
        "مقسمه" | "مقسما" | "ومقسمه" => {
            matches!(c.class(token + 1), Some(Class::Ila | Class::Between))
        }
        // رؤية الوزير لمستقبل المدينة.
        "رؤيه" | "نظره" => {
            !(token + 1..token + 5).any(|at| c.class(at).is_some_and(Class::is_that))
        }
        // نتيجة مفادها أن.
        "مفادها" | "مفاده" => matches!(
            before,
            "نتيجه" | "فكره" | "حقيقه" | "قناعه" | "خلاصه" | "معادله" | "فرضيه"
        ),
        // صلى الله عليه وسلم, عارض أزياء, أفاد من خبرته, دعت الحاجة.
        "وسلم" => before == "عليه",
        "عارض" | "عارضه" => matches!(c.key(token + 1), "ازياء" | "الازياء"),
        "افاد" | "افادت" => c.class(token + 1) == Some(Class::Min),
        "ولاشك" | "لاشك" | "شك" => true,
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
                && !c.has_article(token - 1)
                && c.mention(token - 1).is_none()
        }
        "وابرز" | "واوضح" => MOST.contains(&before) || is_elative(before),
        _ => false,
    }
}

/// Whether وبين is the preposition: behind بين in its sentence, or before a noun with its article
/// where no clause follows.
fn is_between(c: &Context, token: usize) -> bool {
    const NEAR: usize = 16;
    let (start, end) = c.sentence(token);
    let from = start.max(token.saturating_sub(NEAR));
    let before = (from..token).any(|at| c.key(at).starts_with("بين"));
    let that = (token + 1..end).any(|at| c.class(at).is_some_and(Class::is_that));
    before || !that && c.has_article(token + 1)
}

/// Whether what stands beside a verb gives it another sense (توصلا إلى اتفاق، أضاف الهدف الثاني، دعت
/// الحاجة إلى، حصارا مشددا على).
fn has_other_sense(c: &Context, token: usize, before: &str) -> bool {
    match c.key(token) {
        _ if c.word(token).holds.intersects(Holds::COMES_TO) => {
            c.class(token + 1) == Some(Class::Ila) && is_deal(c.key(token + 2))
                || c.class(token + 2) == Some(Class::Ila) && is_deal(c.key(token + 3))
        }
        "اضاف" | "واضاف" | "ليضيف" if goal(c, token) => true,
        "دعت" | "تدعو" => matches!(c.key(token + 1), "الحاجه" | "الضروره" | "الظروف"),
        // تدين له بالولاء.
        "تدين" | "يدين" | "دان" | "دانت"
            if c.class(token + 1) == Some(Class::PrepositionPronoun) =>
        {
            true
        }
        // يقلل من خطر الإصابة; but من أهمية القرار.
        "يقلل" | "تقلل" | "ويقلل" | "وتقلل" | "قلل" | "قللت" => {
            const OF: [&str; 6] = ["اهميه", "شان", "قيمه", "خطوره", "دور", "جدوي"];
            !(token + 1..token + 9).any(|at| OF.contains(&c.key(at)))
        }
        // شدد الجيش الحصار على المدينة.
        "شدد" | "شددت" | "وشدد" | "وشددت" | "تشدد" | "يشدد" => {
            let behind = (token + 1..token + 8)
                .take_while(|at| c.class(*at) != Some(Class::Ala) && !c.is_mark(*at));
            behind.into_iter().any(|at| {
                let noun = stem::noun(c.key(at));
                is_tight(
                    ["ها", "ه"]
                        .iter()
                        .find_map(|p| noun.strip_suffix(p))
                        .unwrap_or(noun),
                ) || is_tight(noun)
            })
        }
        // تعهدت بالقضية: took it up.
        "تعهد" | "تعهدت" => matches!(c.key(token + 1), "بالقضيه" | "بالملف" | "بالبحث"),
        "سير" => matches!(before, "حادث" | "حوادث" | "بحادث"),
        "توقع" => (token + 1..token + 4).any(|at| {
            matches!(
                c.key(at),
                "قتلي"
                    | "قتيلا"
                    | "جرحي"
                    | "ضحايا"
                    | "قتيلين"
                    | "عقدا"
                    | "اتفاقيه"
                    | "اتفاقا"
                    | "مذكره"
            )
        }),
        // مدينة نوران, not …، مدينة الهجوم.
        "مدينه" | "ومدينه" => token.checked_sub(1).is_none_or(|at| !c.is_comma(at)),
        // مجالا رحبا, حصارا مشددا على المدينة.
        "رحبا" | "رحبه" => !c.key(token + 1).starts_with('ب'),
        "مشددا" | "مشدده" if is_tight(before) => true,
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

/// Whether a noun is what is tight where it is مشدد.
fn is_tight(key: &str) -> bool {
    const TIGHT: [&str; 12] = [
        "حصار",
        "ضغوط",
        "قبضه",
        "خناق",
        "طوق",
        "حظر",
        "اجراءات",
        "حراسه",
        "رقابه",
        "تدابير",
        "قيود",
        "عقوبات",
    ];
    TIGHT.contains(&key.strip_suffix('ا').unwrap_or(key))
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
