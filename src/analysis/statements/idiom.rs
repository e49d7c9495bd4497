//! Words that look like those that report, by what stands beside them: يمكن القول (the reporter's
//! own), لا فرق يذكر, أهم وأبرز; توصلا إلى اتفاق, أضاف الهدف الثاني, دعت الحاجة إلى, حصارا مشددا على.

use std::sync::LazyLock;

use super::{phrases, rules::certain, theirs};
use crate::analysis::{
    context::{Context, Holds},
    cues::Shape,
    entries::entries,
    grammar::Class,
    hash::Map,
    normalize::fold,
    senses::Senses,
    stem,
};

/// The words of one form: before it, and behind it.
type Sides = [Vec<String>; 2];

/// For each form the words with which it is none (`lexicon/ar/idioms.txt`).
static BESIDE: LazyLock<Map<String, Sides>> = LazyLock::new(|| {
    let mut forms: Map<String, Sides> = Map::default();
    for line in entries(include_str!("../lexicon/ar/idioms.txt")) {
        let mut columns = line.split('\t');
        let (form, side) = (columns.next(), columns.next());
        let words = columns.next().unwrap_or_default();
        let [before, behind] = forms.entry(fold(form.unwrap_or_default())).or_default();
        let words = words.split(' ').map(fold);
        match side {
            Some("before") => before.extend(words),
            _ => behind.extend(words),
        }
    }
    forms
});

/// Whether a cue is part of such words.
pub fn is_at(c: &Context, token: usize) -> bool {
    let before = token.checked_sub(1).map_or("", |before| c.key(before));
    is_beside(c, token, before)
        || phrases::gives_name(c, token)
        || tells_by_a_noun(c, token)
        || before == "غير" && is_participle(c, token)
        || is_noun(c, token)
        || has_subject_of_another(c, token, before)
        || has_other_sense(c, token, before)
}

/// Whether one of the words stands beside it that the list tells.
fn is_beside(c: &Context, token: usize, before: &str) -> bool {
    let sides = BESIDE.get(c.key(token));
    sides.is_some_and(|[left, right]| {
        let behind = c.key(token + 1);
        left.iter().any(|word| word == before) || right.iter().any(|word| word == behind)
    })
}

/// Whether somebody's speech is told by a noun behind it (واختتم تصريحه [بالإشارة] إلى).
fn tells_by_a_noun(c: &Context, token: usize) -> bool {
    let tells = |at: usize| theirs::is_own_speech(c, at) && certain::with_words(c, at + 1);
    tells(token) || tells(token + 1)
}

/// Whether a noun has no content, by what stands behind it.
fn is_noun(c: &Context, token: usize) -> bool {
    match c.key(token) {
        "وبين" => is_between(c, token),
        "للاشاره" | "للتذكير" | "للعلم" => {
            c.is_comma(token + 1) || c.is(token + 1, "فان")
        }
        "عددا" | "وعددا" | "ولاشك" | "لاشك" | "شك" => true,
        "الامل" => is_elative(c.key(token + 1)) || c.key(token + 1).starts_with("كبير"),
        // الجائزة مقسمة إلى فئات.
        "مقسمه" | "مقسما" | "ومقسمه" => {
            matches!(c.class(token + 1), Some(Class::Ila | Class::Between))
        }
        // رؤية الوزير لمستقبل المدينة.
        "رؤيه" | "نظره" => {
            !(token + 1..token + 5).any(|at| c.class(at).is_some_and(Class::is_that))
        }
        // مدينة نوران, not …، مدينة الهجوم.
        "مدينه" | "ومدينه" => token.checked_sub(1).is_none_or(|at| !c.is_comma(at)),
        // مجالا رحبا.
        "رحبا" | "رحبه" => !c.key(token + 1).starts_with('ب'),
        _ => false,
    }
}

/// Whether a verb tells of somebody else than who speaks, or of nobody.
fn has_subject_of_another(c: &Context, token: usize, before: &str) -> bool {
    let class_before = token.checked_sub(1).and_then(|at| c.class(at));
    match c.key(token) {
        "دعا" if matches!(before, "مما" | "ما") => {
            c.class(token + 1) != Some(Class::PrepositionPronoun)
        }
        // تقل المبيعات: grow fewer; only لم يقل is said.
        "يقل" | "تقل" | "ويقل" | "وتقل" => class_before != Some(Class::Negation),
        // مستشهدا بقوله تعالى: the words are of whom he quotes.
        "مستشهدا" | "مستشهده" | "واستشهد" | "استشهد" | "مستدلا" => {
            c.word(token + 1).cue.is_some() || c.key(token + 1).starts_with("بحديث")
        }
        // وصفت حالته بالخطيرة: by nobody.
        "وصفت" | "وصف" => {
            let state = ["حالت", "حالات", "اصابت", "اصابات", "احدا"];
            state.iter().any(|noun| c.key(token + 1).starts_with(noun))
        }
        // لم يعد يهتم.
        "يعد" | "تعد" | "نعد" => {
            class_before == Some(Class::Negation) && before.ends_with("لم")
        }
        "افاد" | "افادت" => c.class(token + 1) == Some(Class::Min),
        "يذكر" | "تذكر" => is_not_worth_telling(c, token),
        "وابرز" | "واوضح" => is_elative(before),
        _ => false,
    }
}

/// Whether nothing worth telling is told of (لا فرق يذكر، من دون خسائر تذكر).
fn is_not_worth_telling(c: &Context, token: usize) -> bool {
    let earlier = token.checked_sub(2).and_then(|at| c.class(at));
    let opens = c.class(token + 1).is_some_and(Class::complementizer);
    let none = (token.saturating_sub(5)..token)
        .any(|at| matches!(c.class(at), Some(Class::Negation | Class::Without)));
    let Some(before) = token.checked_sub(1) else {
        return false;
    };
    (earlier == Some(Class::Negation) || none && c.word(before).open)
        && !opens
        && c.class(before).is_none()
        && !c.has_article(before)
        && c.mention(before).is_none()
}

/// Whether وبين is the preposition: behind بين in its sentence, or before a noun with its article
/// where no clause follows, nor what one man or body tells (وبين الضحايا طفل, not وبين التقرير ارتفاع
/// الأسعار).
fn is_between(c: &Context, token: usize) -> bool {
    const NEAR: usize = 16;
    let (start, end) = c.sentence(token);
    let from = start.max(token.saturating_sub(NEAR));
    let before = (from..token).any(|at| c.key(at).starts_with("بين"));
    let that = (token + 1..end).any(|at| c.class(at).is_some_and(Class::is_that));
    let (who, what) = (token + 1, token + 2);
    let several = c.noun_stem_means(who, Senses::PLURAL) || c.noun_means(who, Senses::FOLK);
    let ends = |ending: &&str| c.key(who).ends_with(*ending);
    let several = several || ["ات", "ين", "ون", "ي", "ا"].iter().any(ends);
    let plain = c.word(what).open && !c.has_article(what) && !c.word(what).joins;
    let tells = token == start && !several && plain && c.tokens.is_word(what);
    before || !that && c.has_article(who) && !tells
}

/// Whether what stands beside a verb gives it another sense (توصلا إلى اتفاق، أضاف الهدف الثاني، شدد
/// الحصار).
fn has_other_sense(c: &Context, token: usize, before: &str) -> bool {
    match c.key(token) {
        _ if c.word(token).holds.intersects(Holds::COMES_TO) => {
            c.class(token + 1) == Some(Class::Ila) && is_deal(c.key(token + 2))
                || c.class(token + 2) == Some(Class::Ila) && is_deal(c.key(token + 3))
        }
        "اضاف" | "واضاف" | "ليضيف" if goal(c, token) => true,
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
        // حصارا مشددا على المدينة.
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
