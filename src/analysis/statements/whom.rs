//! Whom a verb speaks to or blames, where they stand right behind who does it (أبلغ مصدر قضائي
//! [الصحيفة]، اتهم النائب سامر الحداد [الوزير] بـ، أوصت اللجنة الطبية [اللاعب]): each of these
//! opens a phrase of its own.

use smallvec::SmallVec;

use super::{
    juncture::{BESIDE, NOUNS, is_plain},
    noun_phrase,
};
use crate::{
    analysis::{
        context::Context,
        cues::Government,
        lexicon::{Classes, classes_of, classes_of_one_of},
        mentions::{NameMention, vocabulary},
        senses::Senses,
        stem,
        tokens::TokenKind,
    },
    annotations::EntityType,
};

/// Whether a definite noun stands behind an indefinite one with its adjective (موظف كبير
/// [الصحيفة]، مصدر قضائي [الصحيفة]; not رفيع المستوى).
pub(super) fn tells_whom(c: &Context, first: usize, token: usize) -> bool {
    let who = Classes::SOURCE_NOUN | Classes::TITLE | Classes::ORG_HEAD;
    let nisba = |at: usize| {
        let key = c.key(at);
        // مرمى, مستشفى: nouns.
        let noun = c.slice(at, at + 1).ends_with('ى');
        (key.ends_with('ي') || key.ends_with("يه")) && key.chars().count() > 3 && !noun
    };
    let known = |at: usize| {
        let key = c.key(at);
        let key = key.strip_suffix('ه').unwrap_or(key);
        matches!(key, "كبير" | "سابق" | "بارز" | "مطلع" | "اخر" | "ثان")
    };
    let adjective = |at: usize| {
        // خارجية فرنسا: no adjective.
        let plain = c.word(at).open
            && !c.has_article(at)
            && c.mention(at).is_none()
            && !c.has(at, Classes::PORTFOLIO);
        plain && (nisba(at) || known(at))
    };
    // Nothing stands so far off, nor right behind but a number.
    if token > first + 4 {
        return false;
    }
    // 15 منظمة حقوقية [السلطات].
    let number = c.tokens.kind(first) == TokenKind::Number || c.has(first, Classes::NUMBER_WORD);
    let head = first + usize::from(number);
    let near = token > head && (number || (2..=3).contains(&(token - head)));
    // جمعيات حقوقية السلطات.
    let several = c.noun_stem_means(head, Senses::PLURAL)
        || classes_of_one_of(c.key(head)).intersects(Classes::ORG_HEAD);
    if !near || c.has_article(head) || !number && !several && !c.has(head, who) {
        return false;
    }
    // كبير محللي السوق.
    if matches!(c.key(head), "كبير" | "كبيره" | "كبار") {
        return false;
    }
    // ثلاثون نائبا [رئيس الحكومة].
    let counted = number && token == head + 1 && c.key(head).ends_with('ا');
    // وزراء خارجية النرويج.
    let ministers = c.key(head).contains("وزير") || c.key(head).contains("وزراء");
    if ministers && c.mention(token).is_some() {
        return false;
    }
    let closed = (2..=3).contains(&(token - head)) && (head + 1..token).all(adjective);
    if !closed && !counted {
        return false;
    }
    let place = number && c.mention(token).is_some_and(|m| m.first == token);
    if place || counted && (c.has(token, Classes::TITLE) || c.has_article(token)) {
        return true;
    }
    let key = c.key(token);
    let body = c
        .mention(token)
        .is_some_and(|m| m.first == token && m.kind == EntityType::Org);
    let definite = key.starts_with("ال") && (c.has(token, NOUNS) || nisba(token - 1));
    let named = c.mention(token).is_some();
    let noun = is_plain(c, token) && !named && !adjective(token) && !may_describe(key);
    definite || body || c.has(token, Classes::MEDIA) || noun
}

/// Whether a word without its article has the shape of an adjective or participle (رفيع، بارز،
/// مطلع).
fn may_describe(word: &str) -> bool {
    let letters: SmallVec<[char; 12]> = word.chars().collect();
    let masculine = match letters.as_slice() {
        [rest @ .., 'ه'] => rest,
        all => all,
    };
    matches!(masculine, [_, _, 'ي', _] | [_, 'ا', _, _])
        || word.starts_with('م') && !noun_phrase::is_masdar_in_m(word)
}

/// Whether a man's role with its article stands behind a body of one word in the feminine, or behind
/// people (طالبت الأسرة [النائب] العام، طالب أهالي القرية [المحافظ]).
pub(super) fn is_man_behind(c: &Context, first: usize, token: usize) -> bool {
    let key = c.key(token);
    let man = c.has(token, Classes::TITLE)
        && key.starts_with("ال")
        && !["ه", "ات", "ون", "اء"].iter().any(|end| key.ends_with(end))
        && c.mention(token).is_none_or(|m| m.kind != EntityType::Per);
    let head = c.key(first);
    let hers = token == first + 1
        && head.starts_with("ال")
        && c.slice(first, first + 1).ends_with('ة')
        && !c.has(first, BESIDE)
        && c.mention(first).is_none_or(|m| m.kind == EntityType::Org);
    let people = MEN.contains(&stem::noun(head)) && token > first + 1;
    // ناشدت الأسرة المسؤولين.
    let several = key.ends_with("ين");
    man && (hers || people && !several) && c.has_article(token - 1)
}

/// Whether a man's role stands behind a body and its adjective (أوصت اللجنة الطبية [اللاعب]).
pub(super) fn is_hers(c: &Context, first: usize, token: usize) -> bool {
    let key = c.key(token - 1);
    let adjective = token > first + 1 && key.starts_with("ال") && key.ends_with('ه');
    let body = c.has(first, Classes::ORG_HEAD) && c.has_article(first);
    body && adjective && !c.key(token).ends_with('ه') && c.mention(token - 1).is_none()
}

/// Whether a role alone stands behind a role with its name, before what the verb governs (اتهم
/// النائب سامر الحداد [الوزير] بعرقلة): whom it is said to.
pub(super) fn is_addressed(c: &Context, first: usize, token: usize) -> bool {
    let named = c
        .mention(token - 1)
        .is_some_and(|m| m.kind == EntityType::Per && m.end == token);
    let governed = c
        .class(token + 1)
        .is_some_and(|class| class.preposition() || class.complementizer())
        || c.word(token + 1).preposition == Some(Government::BI)
            && !c.key(token + 1).starts_with("باسم");
    named && c.has(first, Classes::TITLE) && governed
}

/// Whether a man with his title stands behind a body (تتهم السلطات [الشيخ نادر]).
pub(super) fn behind_body(c: &Context, body: usize, token: usize) -> bool {
    let key = c.key(body);
    let feminine = key.starts_with("ال") && (key.ends_with("ات") || key.ends_with('ه'));
    let named = c
        .mention(token + 1)
        .is_some_and(|m| m.kind == EntityType::Per && m.first == token + 1);
    feminine
        && c.mention(body).is_none()
        && c.has(body, Classes::ORG_HEAD)
        && !c.has(body, BESIDE)
        && c.has_article(token)
        && !c.key(token).ends_with('ه')
        && c.has(token, BESIDE)
        && named
}

/// Nouns for people that no ending tells, and that no adjective in the feminine goes with.
const MEN: [&str; 16] = [
    "اهالي",
    "سكان",
    "تجار",
    "عمال",
    "طلاب",
    "طلبه",
    "نواب",
    "وزراء",
    "قضاه",
    "علماء",
    "خبراء",
    "اطباء",
    "شهود",
    "جنود",
    "ضباط",
    "شبان",
];

/// Whether an office of one man stands behind a body, several people or a woman by her role, who
/// can have no such apposition (طالبت النقابة [وزير التربية]، دعا المحتجون [رئيس البلدية]).
pub(super) fn is_office(c: &Context, first: usize, token: usize) -> bool {
    let key = c.key(token);
    let one = !["ه", "ات", "ون", "ين", "اء"]
        .iter()
        .any(|end| key.ends_with(end));
    let role = c.has(token, Classes::TITLE)
        && one
        && !key.starts_with("ال")
        && c.mention(token).is_none()
        && c.lists.get(token).proclitics == 0;
    let construct =
        c.has_article(token + 1) || c.mention(token + 1).is_some_and(|m| m.first == token + 1);
    let head = c.key(first);
    let org = classes_of(stem::noun(head)).intersects(Classes::ORG_HEAD);
    let body = (org || c.has(first, Classes::ORG_HEAD)) && !c.has(first, Classes::TITLE);
    let woman =
        c.has(first, Classes::TITLE) && head.ends_with('ه') && !c.means(first, Senses::EITHER);
    let several = head.ends_with("ون") || MEN.contains(&stem::noun(head));
    let named = (first..token).any(|at| c.mention(at).is_some_and(|m| m.kind == EntityType::Per));
    role && construct && (body || woman || several) && !named
}

/// Whether a noun in the feminine stands behind people, whose adjective would be in the plural
/// (طالب الأهالي [البلدية]، طالب عدد من سكان الحي [الأمانة]).
pub(super) fn is_behind_men(c: &Context, first: usize, token: usize) -> bool {
    let feminine = |at: usize| c.slice(at, at + 1).ends_with('ة') || c.key(at).ends_with("ات");
    c.has_article(token)
        && c.slice(token, token + 1).ends_with('ة')
        && (first..token).any(|at| MEN.contains(&stem::noun(c.key(at))))
        && !(first..token).any(|at| feminine(at) || c.mention(at).is_some())
}

/// Whether ل behind the name of a person tells whom they speak to (رنا الحداد لنظيرها،
/// سامر الحداد لصحيفة).
pub(super) fn is_hearer(c: &Context, first: usize, token: usize) -> bool {
    if !c.key(token).starts_with('ل') {
        return false;
    }
    let person = |m: &NameMention| m.kind == EntityType::Per && m.end == token;
    let behind_name = c.mention(token - 1).is_some_and(person);
    let joined = |m: &NameMention| m.kind == EntityType::Per && m.first == token && c.is_joined(m);
    let named = c.mention(token).is_some_and(joined) || is_given(c, token);
    // قال محمد لأحمد إن، قال المدير لسمير إن; but المستشار السابق لسمير.
    if named || is_titled(c, token) {
        let title = token == first + 1 && c.has(first, Classes::TITLE) && c.has_article(first);
        return behind_name || title;
    }
    let to = c.word(token).preposition;
    let name = vocabulary::look_up(c.lists.hash(token)).is_some_and(|w| w.shares[0] > 0);
    behind_name && matches!(to, Some(Government::LI | Government::ILA)) && !name
}

/// Whether ل and a given name that nobody tagged make a word.
fn is_given(c: &Context, token: usize) -> bool {
    c.mention(token).is_none()
        && c.lists.get(token).proclitics == 1
        && c.has(token, Classes::GIVEN_NAME)
        && !c.is_whole_name(token)
}

/// Whether ل and what somebody is stand before their name (قال المتهم [للمستشار] فلان إن).
pub(super) fn is_titled(c: &Context, token: usize) -> bool {
    c.key(token).starts_with('ل')
        && c.lists.get(token).proclitics > 0
        && c.has(token, Classes::TITLE | Classes::HONORIFIC)
        && !c.has(token, Classes::ORG_HEAD)
        && c.mention(token + 1)
            .is_some_and(|m| m.kind == EntityType::Per)
}
