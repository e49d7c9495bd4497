//! The indefinite noun that a clause without الذي describes: a document or finding that
//! says something itself (أصدر المجلس [s قرارا] يندد بالهجوم، أجرت [s تحقيقا] أظهر أن), or
//! people in the oblique case ([s محتجين] طالبوا بـ). Nothing stands between but adjectives.

use super::{
    site::{Site, SiteKind},
    sources::Source,
};
use crate::analysis::{
    context::Context,
    cues::{Agreement, Shape},
    grammar::Class,
    lexicon::{Classes, classes_of},
    senses::{self, Senses},
    stem::stem,
};

/// How many adjectives may stand between the noun and the verb.
const ADJECTIVES: usize = 3;

/// The noun with its adjectives, if the verb of a site opens such a clause.
pub fn of(c: &Context, site: &Site) -> Option<Source> {
    let SiteKind::Cue(cue) = site.kind else {
        return None;
    };
    let verb = cue.entry.shape.is_finite();
    let crowd = cue.entry.shape == Shape::Participle && c.key(site.token).ends_with('ه');
    if crowd && site.token.checked_sub(1).is_some_and(|at| is_crowd(c, at)) {
        return Some((site.token - 1, site.token));
    }
    if !verb || cue.waw || cue.fa || cue.entry.pronoun || in_which(c, site.token) {
        return None;
    }
    let (start, _) = c.sentence(site.token);
    if let Some(source) = behind_phrase(c, start, site.token, cue.entry.agreement) {
        return Some(source);
    }
    let nearest = site.token.saturating_sub(1 + ADJECTIVES).max(start);
    let head = (nearest..site.token)
        .rev()
        .take_while(|at| *at + 1 == site.token || indefinite(c, *at + 1))
        .find(|at| says(c, *at, cue.entry.agreement))?;
    let agree = (head + 1..site.token).all(|at| goes_with(c, head, at));
    // أمام متظاهرين يطالبون: people speak wherever they stand.
    let people = cue.entry.agreement == Agreement::They && !c.is_mark(head.wrapping_sub(1));
    // بعد حراك طالب بـ.
    let anywhere = people || is_crowd(c, head);
    (agree && (anywhere || !governed(c, head))).then_some((counted(c, head), site.token))
}

/// The noun of a document where a preposition and what it governs stand behind it, before the verb
/// (نشرت الوزارة [s دراسة عن الأسعار] تظهر أن، أعدت الهيئة [s خطة سلام في الإقليم] تدعو إلى).
fn behind_phrase(c: &Context, start: usize, verb: usize, wanted: Agreement) -> Option<Source> {
    const LONGEST: usize = 5;
    let nominal = |at: &usize| {
        let word = c.word(*at);
        let names = c.mention(*at).is_some();
        names || c.tokens.is_word(*at) && word.class.is_none() && word.open && !word.says()
    };
    let governs = |at: usize| {
        c.class(at).is_some_and(Class::preposition) && !c.is_mark(at + 1)
            || c.word(at).preposition.is_some() && c.mention(at).is_none()
    };
    let nearest = verb.saturating_sub(LONGEST).max(start);
    let mut behind = (nearest..verb).rev();
    let phrase = behind.find(|at| governs(*at) || !nominal(at))?;
    if !governs(phrase) || phrase + 1 == verb && c.word(phrase).class.is_some() {
        return None;
    }
    let nearest = phrase.saturating_sub(1 + ADJECTIVES).max(start);
    let mut heads = (nearest..phrase).rev().take_while(nominal);
    let head = heads.find(|at| says(c, *at, wanted))?;
    // يقول في بيان عن الأسعار يظهر: where it stands.
    let plain = c.class(head.wrapping_sub(1)).is_none() && !governed(c, head);
    let theirs = (head + 1..phrase).all(|at| !c.has_article(at));
    (plain && theirs && head > start).then_some((counted(c, head), verb))
}

/// Where the noun begins with the number before it (ثلاثة محتجين).
fn counted(c: &Context, head: usize) -> usize {
    let before = head.saturating_sub(1);
    let number = c.has(before, Classes::NUMBER_WORD) && c.class(before).is_none();
    if number { before } else { head }
}

/// Whether the verb tells what stands in the noun, not what it says (بيان أكد فيه أن).
pub(super) fn in_which(c: &Context, cue: usize) -> bool {
    let at = cue + 1;
    c.class(at) == Some(Class::PrepositionPronoun) && c.key(at).starts_with("في")
}

/// Whether a word is indefinite and no name, and may be a noun or an adjective.
fn indefinite(c: &Context, token: usize) -> bool {
    c.tokens.is_word(token)
        && (c.word(token).open || are_many(c, token) || c.is(token, "غير"))
        && c.mention(token).is_none()
        && !c.has_article(token)
}

/// Whether people are called by what they do (محتجين، مطالبين): no adverb, behind a noun.
fn are_many(c: &Context, token: usize) -> bool {
    let participle = c
        .word(token)
        .cue
        .is_some_and(|cue| cue.entry.shape == Shape::Participle);
    // وقف الموظفون محتجين: how they stood.
    let owned = token.checked_sub(1).is_some_and(|before| {
        let free = c.class(before).is_some_and(Class::preposition) || c.word(before).open;
        free && !c.has_article(before) && c.mention(before).is_none()
    });
    participle && owned && c.key(token).ends_with("ين")
}

/// Whether a noun is one that says something, and the verb agrees with it.
fn says(c: &Context, token: usize, wanted: Agreement) -> bool {
    let key = c.key(token);
    let plain = plain(key);
    let oblique = key.ends_with("ين") && key.starts_with('م') && key.chars().count() > 4;
    let known =
        classes_of(plain).intersects(Classes::DOC_HEAD) || senses::is(stem(plain), Senses::FINDING);
    let several = key.ends_with("ات");
    let agrees = match wanted {
        Agreement::He => !key.ends_with('ه') && !several,
        Agreement::She => !key.ends_with('ا'),
        Agreement::They => oblique,
        Agreement::Speaker | Agreement::Any => false,
    };
    let noun = (known || oblique && wanted == Agreement::They) && indefinite(c, token);
    agrees && (noun || is_crowd(c, token))
}

/// Whether an indefinite noun stands for many who call for something together (مظاهرات
/// تطالب بـ، حراك يدعو إلى).
fn is_crowd(c: &Context, token: usize) -> bool {
    const CROWDS: [&str; 18] = [
        "مظاهره",
        "مظاهرات",
        "مسيره",
        "مسيرات",
        "احتجاجات",
        "حراك",
        "اعتصام",
        "اعتصامات",
        "وقفه",
        "تغريدات",
        "شعارات",
        "عريضه",
        "عرائض",
        "لافتات",
        "هتافات",
        "تظاهره",
        "تظاهرات",
        "وقفات",
    ];
    c.mention(token).is_none() && CROWDS.contains(&c.key(token))
}

/// A noun without the ending of the accusative.
fn plain(key: &str) -> &str {
    key.strip_suffix('ا').unwrap_or(key)
}

/// Whether a word may be an adjective of the noun: both in the accusative, or neither.
fn goes_with(c: &Context, head: usize, token: usize) -> bool {
    let accusative = |at: usize| c.key(at).ends_with('ا');
    accusative(head) == accusative(token)
}

/// Whether a preposition stands before the noun: a circumstance (في بيان).
fn governed(c: &Context, head: usize) -> bool {
    let Some(before) = head.checked_sub(1) else {
        return true;
    };
    // بيانا: its ب is no preposition.
    let whole = classes_of(plain(c.key(head))).intersects(Classes::DOC_HEAD);
    let joined = c.word(head).preposition.is_some() || c.lists.get(head).proclitics > 0;
    c.class(before).is_some_and(Class::preposition) || c.is_mark(before) || joined && !whole
}
