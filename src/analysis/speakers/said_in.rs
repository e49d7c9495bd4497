//! Who says what stands in something that was written or given: the one it is of (تغريدة
//! [لأحد النشطاء] قال فيها، تقرير [من الأمين العام] دعا فيه), who brought it out (تقرير نشرته
//! [الصحيفة] وقالت فيه), or who gave it (ألقى [الرئيس] كلمة أكد فيها).

use super::{
    candidate::{Candidates, Signs},
    host,
    resolve::Resolver,
};
use crate::{
    analysis::{
        context::Context, cues::Agreement, grammar::Class, lexicon::Classes, mentions::NameMention,
        statements::noun_phrase,
    },
    annotations::EntityType,
};

/// How many tokens before the cue it may stand.
const REACH: usize = 40;
/// How many tokens before it the verb may stand that it is the object of.
const CLAUSE: usize = 20;

/// Whether the cue reports what stands in something (بيان أكد فيه، تغريدات قال فيها،
/// لافتات كتب عليها).
pub fn holds(c: &Context, cue: usize) -> bool {
    let (key, written) = (c.key(cue + 1), c.key(cue).ends_with("كتب"));
    c.class(cue + 1) == Some(Class::PrepositionPronoun)
        && (key.starts_with("في") || written && key.starts_with("علي"))
}

/// Whether the cue reports what somebody said in the course of it (كلمات دعوا خلالها).
pub fn in_course(c: &Context, cue: usize) -> bool {
    matches!(c.key(cue + 1), "خلالها" | "خلاله")
}

/// Adds who that is by; tells whether somebody was found.
pub fn add(
    resolver: &mut Resolver,
    wanted: Agreement,
    (start, cue): (usize, usize),
    found: &mut Candidates,
) -> bool {
    let c = resolver.context;
    let document = |t: &usize| is_document(c, *t, cue);
    let by = |noun: usize| {
        of(c, noun, cue)
            .or_else(|| whose(c, noun, cue))
            .or_else(|| given_by(c, start, noun))
    };
    let mut nouns = (start.max(cue.saturating_sub(REACH))..cue).rev();
    let phrase = nouns.by_ref().find(document).and_then(by);
    phrase.is_some_and(|phrase| host::take(resolver, wanted, phrase, Signs::AUTHOR, found))
}

/// Whether a noun for what is written or given stands at a token, one that the pronoun
/// behind the cue takes up.
fn is_document(c: &Context, token: usize, cue: usize) -> bool {
    const GIVEN: [&str; 38] = [
        "اتصال",
        "اتصالا",
        "مكالمه",
        "كتاب",
        "كتابا",
        "رسائل",
        "وثيقه",
        "مؤتمر",
        "مؤتمرا",
        "مقابله",
        "حوار",
        "حوارا",
        "ندوه",
        "محاضره",
        "كلمه",
        "كلمات",
        "خطاب",
        "خطابا",
        "تغريده",
        "تغريدات",
        "تدوينه",
        "رساله",
        "تقرير",
        "تقريرا",
        "بيان",
        "بيانا",
        "مقال",
        "مقالا",
        "مقاله",
        "منشور",
        "منشورا",
        "تصريح",
        "تصريحا",
        "تصريحات",
        "مذكره",
        "حديث",
        "برقيه",
        "توجيهات",
    ];
    let key = c.key(token);
    let key = key.strip_prefix('و').unwrap_or(key);
    let bare = key.strip_prefix("ال").unwrap_or(key);
    // ببيان, but بيان.
    let noun = match bare.strip_prefix('ب') {
        Some(rest) if GIVEN.contains(&rest) => rest,
        _ => bare,
    };
    let feminine = noun.ends_with('ه') || noun.ends_with("ات");
    let pronoun = c.key(cue + 1).ends_with('ا');
    GIVEN.contains(&noun) && feminine == pronoun
}

/// Who it is of, right behind it or behind its adjective: after ل or من, or after a verb
/// whose object it is.
pub fn of(c: &Context, noun: usize, cue: usize) -> Option<(usize, usize)> {
    let mut at = noun + 1;
    while at < cue && at < noun + 3 {
        let key = c.key(at);
        let behind = if c.class(at) == Some(Class::Min) || is_given(key) {
            at
        } else if key.starts_with('ل') && c.tokens.is_word(at) && c.class(at).is_none() {
            at - 1
        } else {
            at += 1;
            continue;
        };
        let phrase = noun_phrase::after(c, behind, cue)?;
        let comma = (phrase.1..cue.min(phrase.1 + 8)).find(|t| c.is_mark(*t));
        let named = comma.and_then(|comma| Some((comma + 1, c.mention(comma + 1)?)));
        let person = |m: &NameMention| m.kind == EntityType::Per;
        if let Some((at, name)) = named
            && person(name)
            && name.first == at
            && c.mention(phrase.0).is_none_or(|m| !person(m))
        {
            return Some((name.first, name.end));
        }
        return (phrase.0 == behind + 1).then_some(phrase);
    }
    None
}

/// Whose it is by the noun behind it, up to the relative (توجيهات [الملك] التي أكد فيها).
fn whose(c: &Context, noun: usize, cue: usize) -> Option<(usize, usize)> {
    let next = noun + 1;
    let known = c.has_article(noun) || c.slice(noun, next).ends_with('ا');
    let relative = (next..cue).find(|t| c.class(*t) == Some(Class::Relative))?;
    let near = relative + 2 >= cue && relative > next;
    let owner = c.class(next).is_none() && host::speaks(c, next);
    (!known && near && owner).then_some((next, relative))
}

/// Whether a verb gives out what stands before it (نشرته، ألقاها).
fn is_given(key: &str) -> bool {
    const GIVE: [&str; 12] = [
        "نشر",
        "نشرت",
        "كتب",
        "كتبت",
        "القا",
        "القت",
        "اصدر",
        "اصدرت",
        "وجه",
        "وجهت",
        "بث",
        "بثت",
    ];
    let verb = key.strip_suffix("ها").or_else(|| key.strip_suffix('ه'));
    verb.is_some_and(|verb| GIVE.contains(&verb))
}

/// Who gave it: the subject between the nearest verb before it that gives such a thing and
/// itself.
fn given_by(c: &Context, start: usize, noun: usize) -> Option<(usize, usize)> {
    const GIVES: [&str; 21] = [
        "عقد",
        "عقدت",
        "اجري",
        "اجرت",
        "القي",
        "القت",
        "نشر",
        "نشرت",
        "اصدر",
        "اصدرت",
        "كتب",
        "كتبت",
        "وجه",
        "وجهت",
        "ارسل",
        "ارسلت",
        "بعث",
        "بعثت",
        "وزع",
        "وزعت",
        "صدر",
    ];
    let gives = |t: &usize| {
        let key = c.key(*t);
        let key = key.strip_prefix(['و', 'ف']).unwrap_or(key);
        GIVES.contains(&key) && (key != "صدر" || c.class(*t + 1) == Some(Class::An))
    };
    let verb = (start.max(noun.saturating_sub(CLAUSE))..noun)
        .rev()
        .find(gives)?;
    // وصدر عن الوزارة بيان.
    let verb = verb + usize::from(c.class(verb + 1) == Some(Class::An));
    let phrase = noun_phrase::after(c, verb, noun)?;
    let titled = c.mention(phrase.0).is_some() || c.has(phrase.0, Classes::TITLE);
    (phrase.0 == verb + 1 || titled).then_some(phrase)
}
