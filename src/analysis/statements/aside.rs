//! Words beside the phrase that names who spoke: where and how it was said (وفي تغريدة، على
//! موقع، ضاحكا), to whom (لـ«الصحيفة»), with whom (بدعم من). No such phrase goes over them.

use super::{
    as_they_spoke, juncture::is_document, noun_phrase, on_occasion, phrases::gives_name,
    rules::hailed,
};
use crate::{
    analysis::{
        context::{Affixes, Context, Holds},
        cues::Shape,
        grammar::Class,
        lexicon::{Classes, classes_of},
        senses::Senses,
        stem::noun,
        tokens::TokenKind,
    },
    annotations::EntityType,
};

/// How far behind ل who holds the office may be named, in tokens.
const REACH: usize = 9;

/// Whether no apposition begins behind a comma: a number, a verb, an adverb.
pub fn leaves_apposition(context: &Context, token: usize) -> bool {
    // أحدهم، ويدعى سامر الحداد.
    if gives_name(context, token) {
        return false;
    }
    let word = context.word(token);
    // سامر الحداد، أحد سكان الحي.
    let one = matches!(context.key(token), "احد" | "احدي" | "واحد" | "واحده");
    let number = context.tokens.kind(token) == TokenKind::Number
        || !one && context.has(token, Classes::NUMBER_WORD)
        || !one && context.means(token, Senses::QUANTITY);
    let adverb = word.open && context.key(token).ends_with('ا');
    // دعا المتحدث، المواطنين إلى: whom he calls upon.
    let key = context.key(token);
    let oblique = key.starts_with("ال") && key.ends_with("ين") && key.chars().count() > 6;
    context
        .mention(token)
        .is_none_or(|m| m.kind == EntityType::Qty)
        && (number || oblique || adverb || noun_phrase::finite(context, token))
}

/// Whether words for where and how it was said open at a token (وفي تغريدة, على موقع, ما
/// هو), or for whom (مصادر مطلعة لـ«الصحيفة»).
pub fn opens(context: &Context, first: usize, token: usize) -> bool {
    let word = context.word(token);
    match word.class {
        Some(Class::Via) => context.is(token, "عبر") || word.joined,
        // سامر الحداد على منتقديه.
        Some(Class::Ala | Class::An | Class::Ila) if behind_person(context, token) => true,
        // نقلت وكالة ضفاف عن.
        Some(Class::An) if context.stem_means(first, Senses::MEDIA) => true,
        Some(Class::Min) if context.is(token + 1, "اجل") => true,
        // خبراء في المقابل.
        Some(Class::In) if context.is(token + 1, "المقابل") => true,
        // المدعي العام في لائحة الاتهام، سامر الحداد في عدة مناسبات.
        Some(Class::In) if on_occasion::opens(context, first, token) => true,
        // الباحثة الرئيسية في الدراسة ريم الصالح: what she is.
        Some(Class::In) if on_occasion::names_holder(context, first, token) => false,
        // مسؤول كبير في هذا القرار; but في هذه المنطقة.
        Some(Class::In) if context.class(token + 1) == Some(Class::Demonstrative) => {
            !(context.has(token + 2, Classes::TIME_NOUN)
                || matches!(
                    context.key(token + 2),
                    "الاونه" | "الفتره" | "المرحله" | "الحقبه"
                ))
        }
        // قال النبي صلى الله عليه وسلم, دعا الله تعالى.
        None if word.holds.intersects(Holds::BLESSES) => context.mention(token).is_none(),
        // المكتب ما ذكرته القنوات.
        Some(Class::What) if token > first && tells_what(context, token) => true,
        // وأشاد المدير بما قدمه اللاعبون.
        Some(Class::What) if !matches!(context.key(token), "ما" | "وما") => true,
        // وزير الخارجية لدى استقباله السفير.
        Some(Class::At) if on_occasion::is_where(context, token + 1) => true,
        Some(Class::In | Class::At) => {
            word.joined
                || context.word(token + 1).occasion
                    && context.class(token + 1).is_none()
                    && context.mention(token + 1).is_none()
        }
        _ if word.attribution.is_some() || word.tells_how() || often(context, token) => true,
        // الوزير على «تويتر».
        Some(Class::Ala) => {
            let quote = usize::from(context.quote_opening(token + 1).is_some());
            context.means(token + 1 + quote, Senses::MEDIUM)
        }
        Some(Class::What) => context.class(token + 1) == Some(Class::Pronoun),
        None if behind_person(context, token) && adverb(context, token) => true,
        _ => opens_by_itself(context, first, token),
    }
}

/// The same of words that no preposition opens: what somebody does, how, when and to whom.
fn opens_by_itself(context: &Context, first: usize, token: usize) -> bool {
    let word = context.word(token);
    match word.class {
        None if token > first && for_another(context, first, token) => true,
        // طبيب طلب عدم ذكر اسمه.
        None if hides(context, token) => true,
        // المحافظ بسرعة الانتهاء من.
        Some(Class::Adverb) if context.is(token, "بسرعة") => true,
        // الوزير باكيا.
        None if token > first && as_they_spoke::is_at(context, token) => true,
        // المركز بالمواطنين.
        None if token > first && hailed::is_folk(context, token) => true,
        // الوزير الأسبوع الماضي.
        None if is_last_week(context, token) => true,
        // الوزير نفيا قاطعا، جملة وتفصيلا.
        None if is_how_strongly(context, token) => true,
        // دبلوماسي أوروبي حضر الجلسة.
        None if told_without_relative(context, first, token) => true,
        // دولة قطر بأشد العبارات.
        None if word.holds.intersects(Holds::ASIDE) || is_circumstance(context, token) => true,
        Some(Class::Pronoun) if token > first && context.class(token - 1).is_none() => true,
        // مدرب الفريق لهيئة الإذاعة.
        None if context.has(token, Classes::MEDIA)
            && to_body(context, token)
            && !is_of_body(context, first, token) =>
        {
            true
        }
        // النقابة الوطنية للصحفيين: whose she is.
        _ if is_of_body(context, first, token) => false,
        // للموقع الإلكتروني لصحيفة «الضفاف»: whose it is.
        _ => {
            word.to_outlet && !is_medium(context, first) && !is_of_office(context, token)
                || context.means(token, Senses::ISSUED)
        }
    }
}

/// Whether it is told at a token for whom somebody speaks, who is no spokesman by calling (سامر الحداد
/// [باسم] الحكومة، الوزير [نيابة] عن الرئيس): his office holds it (المتحدث باسم الشرطة).
fn for_another(context: &Context, first: usize, token: usize) -> bool {
    let spokesman = |at: usize| {
        let key = context.key(at);
        let noun = key.strip_prefix("ال").unwrap_or(key);
        noun.starts_with("متحدث") || noun.starts_with("ناطق")
    };
    let behalf = |at: usize| context.key(at) == "باسم";
    let again = || (first..token).any(behalf);
    is_instead(context, token) || behalf(token) && (again() || !(first..token).any(spokesman))
}

/// Whether نيابة عن stands at a token.
pub fn is_instead(context: &Context, token: usize) -> bool {
    context.is(token, "نيابه") && context.class(token + 1) == Some(Class::An)
}

/// Whether a verb tells what somebody does as they speak («…»، تقول وهي تشير إلى البحر).
pub fn as_they_do(context: &Context, token: usize) -> bool {
    const NEAR: usize = 7;
    let (start, _) = context.sentence(token);
    let is = token
        .checked_sub(1)
        .filter(|at| *at > start && is_while(context, *at));
    let Some(is) = is else {
        return false;
    };
    let that = context.class(token + 1).is_some_and(Class::complementizer);
    let says = |at: usize| {
        let word = context.word(at);
        word.finite && word.says()
    };
    !that && (start.max(is.saturating_sub(NEAR))..is).any(says)
}

/// Whether what somebody does as they speak opens at a token.
pub fn is_while(context: &Context, token: usize) -> bool {
    matches!(context.key(token), "وهو" | "وهي" | "وهم" | "وهما")
}

/// Whether ما stands before a verb that tells something, and gives no name (ما يسمى المجلس).
fn tells_what(context: &Context, token: usize) -> bool {
    let key = context.key(token + 1);
    let names = key.contains("سمي") || key.contains("يعرف") || key.contains("تعرف");
    context.is(token, "ما") && !names && context.word(token + 1).says()
}

/// Whether a time opens at a token by its article (الأسبوع الماضي).
fn is_last_week(context: &Context, token: usize) -> bool {
    context.has(token, Classes::TIME_NOUN)
        && context.has_article(token)
        && matches!(
            context.key(token + 1),
            "الماضي"
                | "الماضيه"
                | "الجاري"
                | "المقبل"
                | "المقبله"
                | "الفائت"
                | "المنصرم"
        )
}

/// Whether a masdar of saying in the accusative tells how strongly it is said (نفيا قاطعا).
fn is_how_strongly(context: &Context, token: usize) -> bool {
    let strongly = |at: usize| {
        matches!(
            context.key(at),
            "قاطعا" | "تاما" | "مطلقا" | "شديدا" | "كاملا" | "باتا" | "شديده" | "قاطعه"
        )
    };
    let whole = context.key(token) == "جمله" && context.key(token + 1) == "وتفصيلا";
    let masdar = context
        .word(token)
        .cue
        .is_some_and(|cue| cue.entry.shape == Shape::Masdar)
        || context.key(token).ends_with('ا');
    whole || masdar && strongly(token + 1) && context.mention(token).is_none()
}

/// Whether a verb of no speech tells of an indefinite person without الذي (دبلوماسي أوروبي حضر
/// الجلسة، شهود حضروا الواقعة).
fn told_without_relative(context: &Context, first: usize, token: usize) -> bool {
    const VERBS: [&str; 26] = [
        "حضر",
        "شارك",
        "شهد",
        "عاش",
        "نجا",
        "نجت",
        "عمل",
        "زار",
        "تابع",
        "حارب",
        "هرب",
        "فر",
        "فقد",
        "اصيب",
        "خسر",
        "رافق",
        "التقي",
        "اطلع",
        "شغل",
        "تولي",
        "درس",
        "اشرف",
        "عاد",
        "وصل",
        "كان",
        "فضل",
    ];
    let indefinite = !context.has_article(first) && context.mention(first).is_none();
    if token == first || !indefinite || context.mention(token).is_some() {
        return false;
    }
    let key = context.key(token);
    let several = key.strip_suffix("وا");
    let verb = several.or_else(|| key.strip_suffix('ت')).unwrap_or(key);
    let known = VERBS.contains(&verb) || VERBS.contains(&key);
    let person = Classes::TITLE | Classes::SOURCE_NOUN;
    let head = context.has(first, person)
        || context.stem_means(first, Senses::CALLING | Senses::PLURAL | Senses::ONE_PERSON)
        || context.means(first, Senses::QUANTITY);
    let plain = |at: usize| {
        context.word(at).open && !context.has_article(at) && context.mention(at).is_none()
    };
    (known || several.is_some_and(|verb| verb.chars().count() > 2))
        && head
        && (first + 1..token).all(plain)
}

/// Whether ل stands within the name of a body, or behind one and its adjective.
fn is_of_body(context: &Context, first: usize, token: usize) -> bool {
    let within = context
        .mention(token)
        .is_some_and(|m| m.kind == EntityType::Org && m.first < token);
    // تقرير للأمم المتحدة: whose it is.
    if token == first + 1 && context.key(token).starts_with('ل') && is_document(context, first) {
        return true;
    }
    let head = classes_of(noun(context.key(first))).intersects(Classes::ORG_HEAD);
    let definite = |at: usize| context.has_article(at);
    let described = token > first + 1 && definite(first) && definite(token - 1);
    within || head && described && context.key(token).starts_with("لل")
}

/// Whether ل goes with an office, whose holder is named behind it (المدير العام للوكالة الدكتور
/// سامر الحداد).
fn is_of_office(context: &Context, token: usize) -> bool {
    let next = token + 1;
    let named = context.has(next, Classes::TITLE | Classes::HONORIFIC)
        || context
            .mention(next)
            .is_some_and(|m| m.kind == EntityType::Per && m.first == next);
    // المفوض العام لوكالة غوث اللاجئين, المدير التنفيذي لبرنامج الأغذية.
    let general = token > 0
        && matches!(
            context.key(token - 1),
            "العام" | "العامه" | "التنفيذي" | "التنفيذيه" | "الاقليمي" | "الاقليميه"
        )
        && (next..next + REACH).any(|at| {
            context
                .mention(at)
                .is_some_and(|m| m.kind == EntityType::Per && m.first == at)
        });
    general
        || token > 0
            && context.key(token).starts_with("لل")
            && context.has_article(token - 1)
            && named
}

/// Whether a phrase opens with where somebody writes (الموقع، الصفحة الرسمية).
fn is_medium(context: &Context, first: usize) -> bool {
    let key = context.key(first).trim_start_matches('ل');
    let noun = key.strip_prefix("ال").unwrap_or(key);
    matches!(
        noun,
        "موقع" | "صفحه" | "حساب" | "نسخه" | "طبعه" | "نشره" | "ملحق"
    )
}

/// Whether a word opens how often something is said (أكثر من مرة، غير مرة).
#[inline]
pub fn often(context: &Context, token: usize) -> bool {
    context.word(token).holds.intersects(Holds::OFTEN)
        && match context.key(token) {
            "اكثر" => context.is(token + 2, "مره"),
            "غير" | "لاول" => context.is(token + 1, "مره"),
            _ => true,
        }
}

/// Whether a word behind a name tells how they spoke (سامر الحداد ضاحكا، ريم الصالح باكية).
fn adverb(context: &Context, token: usize) -> bool {
    const ROLES: Classes = Classes::TITLE
        .union(Classes::HONORIFIC)
        .union(Classes::SOURCE_NOUN);
    let key = context.key(token);
    let plain = !key.starts_with("ال") && context.mention(token).is_none();
    // رئيسة النادي: what she is.
    let role = context.has(token, ROLES)
        || context.stem_means(token, Senses::CALLING | Senses::RELATION)
        || context.has_article(token + 1)
        || context.mention(token + 1).is_some();
    plain && (key.ends_with('ا') || context.slice(token, token + 1).ends_with('ة') && !role)
}

/// Whether a participle tells what else somebody says (المصدر مشيرا إلى، المنظمة محذرة): it is
/// indefinite behind what is definite.
fn is_circumstance(context: &Context, token: usize) -> bool {
    let word = context.word(token);
    if word.cue.is_none_or(|c| c.entry.shape != Shape::Participle) {
        return false;
    }
    let indefinite = !context.has_article(token) && context.mention(token).is_none();
    let before = token.checked_sub(1);
    let definite = before.is_some_and(|t| {
        context.has_article(t) || context.mention(t).is_some_and(|m| m.end == token)
    });
    let form = context.ends_in(token, Affixes::ALIF)
        || definite && context.slice(token, token + 1).ends_with('ة');
    // متحدثا للصحيفة: as he speaks, though متحدث is a calling.
    let tells = context.ends_in(token, Affixes::ALIF) || context.word(token + 1).to_outlet;
    indefinite && form && (tells || !context.has(token, Classes::TITLE))
}

/// Whether a verb tells that somebody would not be named (طلب عدم ذكر اسمه، رفضا الكشف عن).
pub(super) fn hides(context: &Context, token: usize) -> bool {
    const ASKS: [&str; 4] = ["طلب", "اشترط", "رفض", "فضل"];
    let key = context.key(token);
    if !ASKS.iter().any(|verb| key.starts_with(verb)) {
        return false;
    }
    let verb = key
        .strip_suffix("وا")
        .or_else(|| key.strip_suffix(['ت', 'ا']))
        .unwrap_or(key);
    let what = context.key(token + 1);
    let what = what.strip_prefix("ال").unwrap_or(what);
    let name = matches!(
        what,
        "عدم" | "اخفاء" | "كشف" | "ذكر" | "نشر" | "حجب" | "افصاح"
    );
    name && (ASKS.contains(&verb) || ASKS.contains(&key))
}

/// Whether ل and the name of a body tell to whom (لوزارة الصحة).
pub fn to_body(context: &Context, token: usize) -> bool {
    let name = context
        .mention(token)
        .filter(|m| m.first == token && m.kind == EntityType::Org);
    let to = context.key(token).starts_with('ل') && context.lists.get(token).proclitics > 0;
    to && name.is_some()
}

/// Whether the name of a person stands right before a token.
pub fn behind_person(context: &Context, token: usize) -> bool {
    let before = token.checked_sub(1).and_then(|t| context.mention(t));
    before.is_some_and(|m| m.kind == EntityType::Per && m.end == token)
}
