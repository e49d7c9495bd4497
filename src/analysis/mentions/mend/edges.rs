//! Where the name of a person begins: behind a form of address or a trade that was taken
//! in (القبطان [برنتوف كاليسي]), before a first name that was left out ([برنتوف] كاليسي),
//! and within the name of a body at whose head they stand (رئيس نادي الهلال [برنتوف
//! كاليسي]).

use super::{
    Around, first_names, is_of, purpose,
    words::{is_adverb, is_common, is_joined, is_known_name, is_strange, people},
};
use crate::{
    analysis::{
        cues::{self, Shape},
        lexicon::{Classes, classes_of},
        mentions::{led::Leads, model, tagger::Tagged},
        senses::{self, Senses},
        stem,
    },
    annotations::EntityType,
};

/// The longest name of a person that stands behind a body's.
const LONGEST: usize = 4;

/// The names, those of people with their right beginnings.
pub fn mend(text: Around, names: Vec<Tagged>) -> Vec<Tagged> {
    let mut mended: Vec<Tagged> = Vec::with_capacity(names.len());
    for name in names {
        let name = without_time(text, name);
        let (first, end, kind) = name;
        let free = mended.last().map_or(0, |last| last.1);
        if is_of(name, EntityType::Per) {
            // الله عز وجل.
            if text.tokens.key(first) == "عز" && text.tokens.key(first + 1) == "وجل" {
                continue;
            }
            let first = behind_trade(text, behind_role(text, first), end);
            let first = without_address(text, first, end);
            if first >= end {
                continue;
            }
            let end = without_adverb(text, first, without_object(text, first, end));
            let end = first_names::with_particles(text, with_family(text, first, end));
            let first = first_names::with(text, free, with_first_name(text, free, first));
            mended.push((first, end, kind));
        } else if let Some(at) = Some(name)
            .filter(|name| is_of(*name, EntityType::Org))
            .and_then(|_| head(text, first, end))
        {
            mended.push((first, at, kind));
            mended.push((at, end, model::PERSON));
        } else {
            let end = with_field(text, (first, without_other(text, name), kind), name.1);
            let end = if end == name.1 {
                purpose::end(text, name)
            } else {
                end
            };
            // الحزب alone is no name.
            if end > first + 1 || end == name.1 {
                mended.push((first, end, kind));
            }
            if end < name.1 && !is_folk(text, end) {
                mended.push((end, name.1, kind));
            }
        }
    }
    mended
}

/// A name without a word of time behind it: بعيد ذلك, and اليوم or صباح before a day of the week.
fn without_time(text: Around, (first, end, kind): Tagged) -> Tagged {
    let last = end - 1;
    let key = text.tokens.key(last);
    let today = || matches!(key, "اليوم" | "صباح") && has(text, end, Classes::DAY);
    let when = || senses::is(key, Senses::WHEN);
    let of_time = last > first && (when() || today());
    (first, if of_time { last } else { end }, kind)
}

/// Where the name of a body ends before another body or people that stand behind it as the
/// object of a verb (دعت منظمة الشفاء الدولية [السلطات المحلية]), or joined by و (القوات
/// المسلحة [والمعهد]): a definite word goes on with no definite noun.
fn without_other(text: Around, (first, end, kind): Tagged) -> usize {
    if !is_of((first, end, kind), EntityType::Org) {
        return end;
    }
    // أكد رئيس المجلس لقناة «الضفاف» أن.
    let to_outlet = |at: &usize| {
        let noun = text.tokens.key(*at).strip_prefix('ل');
        noun.is_some_and(|noun| senses::is(noun, Senses::HEARER))
    };
    if let Some(outlet) = (first + 1..end).find(to_outlet) {
        return outlet;
    }
    let other = |at: &usize| {
        let key = text.tokens.key(*at);
        let noun = stem::noun(key);
        article(text, *at)
            && article(text, *at - 1)
            && !key.ends_with("يه")
            // اللجنة المنظمة: her adjective.
            && !(*at == first + 1 && text.tokens.key(first).ends_with('ه') && noun.starts_with('م'))
            && (classes_of(noun).intersects(Classes::ORG_HEAD) || is_folk(text, *at))
    };
    // دعت المنظمة إسرائيل إلى.
    let head = classes_of(stem::noun(text.tokens.key(first))).intersects(Classes::ORG_HEAD);
    let next = first + 1;
    if head && article(text, first) && has(text, next, Classes::PLACE) && !article(text, next) {
        return next;
    }
    // طالبت المنظمة مجلس الأمن بـ.
    let body = classes_of(text.tokens.key(next)).intersects(Classes::ORG_HEAD);
    if head && article(text, first) && body && !article(text, next) {
        return next;
    }
    let from = if head { next } else { next + 1 };
    (from..end).find(other).unwrap_or(end)
}

/// Where the name of a ministry ends behind a second field of it (وزارة الصحة [والسكان]).
fn with_field(text: Around, (first, end, kind): Tagged, whole: usize) -> usize {
    const FIELDS: [&str; 7] = [
        "السكان",
        "المغتربين",
        "المحررين",
        "الهجره",
        "التعمير",
        "الاصلاح",
        "المعادن",
    ];
    let ministry = is_of((first, end, kind), EntityType::Org)
        && end == whole
        && text.tokens.key(first).ends_with("وزاره");
    let second = text.tokens.key(end).strip_prefix('و').filter(|_| ministry);
    let field = second.is_some_and(|word| {
        FIELDS.contains(&word) || classes_of(word).intersects(Classes::PORTFOLIO)
    });
    let line = text.facts.get(end).is_some_and(|fact| !fact.opens_line);
    if field && line { end + 1 } else { end }
}

fn article(text: Around, token: usize) -> bool {
    text.facts.get(token).is_some_and(|fact| fact.article)
}

fn has(text: Around, token: usize, classes: Classes) -> bool {
    text.words.is(token, classes)
}

fn known(text: Around, token: usize) -> bool {
    text.facts.get(token).is_some_and(is_known_name)
}

/// Where a name begins behind a role of two words that a list holds: حافظ الأختام سامر.
pub(super) fn behind_role(text: Around, first: usize) -> usize {
    let phrase = text.words.phrase(first);
    let role = phrase.filter(|phrase| phrase.classes.intersects(Classes::TITLE));
    first + role.map_or(0, |role| role.len)
}

/// Where a name begins behind a role and those over whom it is (نقيب الصيادين [سامر الحداد]).
fn behind_trade(text: Around, first: usize, end: usize) -> usize {
    let (over, name) = (first + 1, first + 2);
    let role = has(text, first, Classes::TITLE.union(Classes::HONORIFIC)) && !article(text, first);
    let several = article(text, over) && !known(text, over);
    let named = name < end && !article(text, name) && (known(text, name) || is_strange(text, name));
    if role && several && named {
        name
    } else {
        first
    }
}

/// Where a name begins behind a word with the article that is no name.
fn without_address(text: Around, first: usize, end: usize) -> usize {
    let next = first + 1;
    let address = article(text, first)
        && (has(text, first, Classes::HONORIFIC.union(Classes::TITLE))
            || text.facts.get(first).is_some_and(|fact| people(fact) == 0));
    let name = next < end && !article(text, next) && (known(text, next) || is_strange(text, next));
    if is_no_name(text, first) && next < end {
        return next;
    }
    if address && name && !known(text, first) {
        next
    } else {
        first
    }
}

/// Whether a word is never the first of a name (باسمه فلان، تصريحات فلان).
fn is_no_name(text: Around, token: usize) -> bool {
    matches!(
        text.tokens.key(token),
        "باسمه" | "تصريحات" | "تصريح" | "كلام" | "خطاب" | "اقوال" | "موقف"
    )
}

/// Where a name ends before what is no more of it: God, whom somebody asks (سألت نهاد
/// الحمداني الله أن; not نصر الله), and a noun for what they said (ادعاءه).
fn without_object(text: Around, first: usize, end: usize) -> usize {
    let last = end - 1;
    if last == first {
        return end;
    }
    let opens = text
        .facts
        .get(end)
        .is_some_and(|fact| fact.leads == Leads::Opens);
    let god = opens && text.tokens.key(last) == "الله" && article(text, last - 1);
    let said = || {
        cues::word(text.tokens.key(last))
            .is_some_and(|cue| cue.entry.shape == Shape::Masdar && cue.entry.pronoun)
    };
    if god || said() || is_given(text, last) {
        last
    } else {
        end
    }
}

/// Whether a word behind a name is what they gave (ألقى فلان كلمة), to whom (فلان لوكالتنا), or
/// nothing but ب.
pub(super) fn is_given(text: Around, last: usize) -> bool {
    let key = text.tokens.key(last);
    let ours = key.starts_with('ل') && key.ends_with("تنا");
    ours || matches!(
        key,
        "ب" | "كلمه" | "عظه" | "خطبه" | "محاضره" | "خطابا" | "بيانا" | "تصريحا" | "رساله"
    )
}

/// Where a name of two words or more ends before a word for how they spoke: سامر ضاحكا.
fn without_adverb(text: Around, first: usize, end: usize) -> usize {
    let last = end - 1;
    if last > first && is_adverb(text, last) && !is_strange(text, last) {
        last
    } else {
        end
    }
}

/// The end of a name with the family's behind a given name alone (الخبير لبيب الحجار).
fn with_family(text: Around, first: usize, end: usize) -> usize {
    let role = text
        .facts
        .get(first)
        .is_some_and(|fact| fact.led.by() & 1 == 1);
    let line = text.facts.get(end).is_some_and(|fact| !fact.opens_line);
    let family = article(text, end)
        && !is_joined(text, end)
        && !has(text, end, NOUNS)
        && !is_common(text, end);
    let alone = end == first + 1 && known(text, first) && !article(text, first);
    if alone && role && line && family && text.tokens.is_word(end) {
        end + 1
    } else {
        end
    }
}

/// Where a name begins with the word before it, where that can be nothing else: behind a
/// definite noun, a form of address or a verb of saying. `free` is the end of the name
/// before.
fn with_first_name(text: Around, free: usize, first: usize) -> usize {
    let Some(word) = first.checked_sub(1).filter(|word| *word >= free) else {
        return first;
    };
    let same_line = text.facts.get(first).is_some_and(|fact| !fact.opens_line);
    let name = text.tokens.is_word(word)
        && !article(text, word)
        && !is_joined(text, word)
        && !has(text, word, NOUNS)
        && !is_no_name(text, word)
        && (known(text, word) || is_strange(text, word));
    let before = word.checked_sub(1).and_then(|at| text.facts.get(at));
    let opens = before.is_some_and(|fact| {
        let role = Classes::TITLE.union(Classes::HONORIFIC);
        fact.article || fact.leads == Leads::Says || fact.classes.intersects(role)
    });
    if same_line && name && opens {
        word
    } else {
        first
    }
}

/// Whether a word names people, no body (الشعب).
fn is_folk(text: Around, token: usize) -> bool {
    senses::is(stem::noun(text.tokens.key(token)), Senses::FOLK)
}

/// What is no first name though it stands before one.
const NOUNS: Classes = Classes::TITLE
    .union(Classes::HONORIFIC)
    .union(Classes::SOURCE_NOUN)
    .union(Classes::ORG_HEAD)
    .union(Classes::PLACE_HEAD)
    .union(Classes::NATIONALITY)
    .union(Classes::PLACE)
    .union(Classes::FUNCTION);

/// Where in the name of a body the name of who heads it begins, if a role leads up to it.
fn head(text: Around, first: usize, end: usize) -> Option<usize> {
    let role = text.facts.get(first)?.led.by() & 1 == 1;
    let begins = |at: &usize| {
        let titled = has(text, at - 1, Classes::TITLE.union(Classes::HONORIFIC));
        known(text, *at)
            && text.facts.get(*at).is_some_and(|fact| fact.proclitics == 0)
            && !article(text, *at)
            && !has(text, *at, Classes::NAME_PART)
            && (article(text, at - 1) || has(text, at - 1, Classes::PLACE))
            && !titled
            && !known(text, at - 1)
    };
    let from = (first + 2).max(end.saturating_sub(LONGEST));
    (from..end).find(begins).filter(|_| role)
}
