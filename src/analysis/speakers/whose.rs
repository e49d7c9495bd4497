//! Whose name stands in a phrase: that of whom its head is, or of somebody else to whom the
//! head belongs (محامي فلان، والدة الطفل فلان، حزب فلان).

use super::{
    callings::{is_kin, is_possessed},
    phrase::{Phrase, is_plural},
};
use crate::analysis::{
    context::Context,
    cues::Agreement,
    grammar::Class,
    lexicon::Classes,
    mentions::NameMention,
    normalize::fold,
    senses::{self, Senses},
    stem::{bare, stem},
    word::own_letters,
};
use crate::annotations::EntityType;

/// Whether a person is whom the phrase speaks of, and not one of whom its
/// head is somebody else's (مصدر قريب من فلان، محامي فلان).
pub fn heads(phrase: &Phrase, context: &Context, mention: &NameMention) -> bool {
    if mention.first <= phrase.head {
        return true;
    }
    let before = mention.first - 1;
    if context.is_joined(mention) {
        // A proclitic: ولافروف joins a second person, لفلان does not.
        return context.key(mention.first).starts_with('و') && !phrase.persons.is_empty();
    }
    if is_second(phrase, context, mention.first) {
        return true;
    }
    if quoted_behind(context, phrase.head, mention.first) {
        return false;
    }
    // لجنة الإسكان، برئاسة النائب فلان.
    let led = |at: usize| {
        matches!(
            context.key(at),
            "برئاسه" | "باشراف" | "بقياده" | "بزعامه" | "بحضور" | "بمشاركه"
        )
    };
    if (phrase.head + 1..mention.first).any(led) {
        return false;
    }
    if context.is_mark(before) {
        // An apposition names the head only where nothing named it before, and one
        // person is not several (نواب مثل فلان، وفلان).
        return phrase.persons.is_empty() && !of_several(phrase, context, mention.first);
    }
    let behalf = context.means(before, Senses::BEHALF) && !is_possessed(context, before);
    if context.class(before).is_some() || behalf {
        return false;
    }
    if governed(context, before) || (phrase.head..before).any(|t| of_whom(context, t)) {
        return false;
    }
    let deputy = context.means(before, Senses::DEPUTY) && !is_possessed(context, before);
    phrase.persons.is_empty()
        && !is_anothers(phrase, context, mention)
        && !relational(context, before)
        && !deputy
        && !is_body_of(context, before)
        && !of_another(phrase, context, mention.first)
}

/// Whether a person is joined to the one before by a role with و (وزير النقل فلان ونظيره
/// الليبي فلان، والسفير فلان).
fn is_second(phrase: &Phrase, c: &Context, person: usize) -> bool {
    let last = phrase.persons.last().and_then(|last| c.mention(*last));
    let Some(joint) = last.map(|name| name.end) else {
        return false;
    };
    let key = c.key(joint);
    let role = key.strip_prefix('و').is_some_and(|noun| {
        senses::is_peer(noun) || c.has(joint, Classes::TITLE | Classes::HONORIFIC)
    });
    let plain = |t: usize| {
        c.tokens.is_word(t) && matches!(c.class(t), None | Some(Class::In)) && !c.word(t).says()
    };
    role && joint < person && (joint + 1..person).all(plain)
}

/// Whether a noun without article for a body stands at a token: what follows names the body
/// (حزب صالح، جماعة فلان).
fn is_body_of(c: &Context, token: usize) -> bool {
    !c.has_article(token)
        && c.has(token, Classes::ORG_HEAD)
        && !c.has(token, Classes::TITLE | Classes::HONORIFIC)
        && c.mention(token).is_none()
}

/// Whether gender or what bears the name tells that it is not the head's.
pub fn is_anothers(phrase: &Phrase, c: &Context, mention: &NameMention) -> bool {
    mention.kind == EntityType::Per
        && (is_of_other_gender(phrase, c, mention.first) || is_named_after(c, mention))
}

/// Whether the head is a woman by its form and the name a man's behind a man's title, or the other way
/// round (المتحدثة باسم [الوزير سامر الحداد]).
fn is_of_other_gender(phrase: &Phrase, c: &Context, name: usize) -> bool {
    let Some(given) = given_gender(c, name).filter(|_| !phrase.plural) else {
        return false;
    };
    let title = |t: &usize| c.has(*t, Classes::TITLE) && c.mention(*t).is_none();
    let woman = |t: usize| c.key(t).ends_with('ه');
    let inner = (phrase.head + 1..name).rev().find(title);
    let she = given == Agreement::She;
    let head = c.has(phrase.head, Classes::TITLE) && woman(phrase.head) != she;
    head && inner.is_some_and(|inner| woman(inner) == she)
}

/// Whether a place or a thing bears the name, with what it is behind it (مطار الرئيس سامر الحداد
/// [الدولي]), or is a prize, a street.
fn is_named_after(c: &Context, mention: &NameMention) -> bool {
    const BEHIND: [&str; 8] = [
        "الدولي",
        "الدوليه",
        "الجامعي",
        "الجامعيه",
        "الخيريه",
        "الثقافي",
        "الثقافيه",
        "الاسلامي",
    ];
    const THINGS: [&str; 8] = [
        "جائزه",
        "شارع",
        "جسر",
        "ملعب",
        "مسجد",
        "ميدان",
        "قاعه",
        "مطار",
    ];
    let behind = BEHIND.contains(&c.key(mention.end)) || BEHIND.contains(&c.key(mention.end - 1));
    // A title at most stands between.
    let Some(before) = mention.first.checked_sub(1) else {
        return false;
    };
    let titled = c.has_article(before) && c.has(before, Classes::TITLE | Classes::HONORIFIC);
    let thing = before.saturating_sub(usize::from(titled));
    let bears = THINGS.contains(&c.key(thing).trim_start_matches('ب')) && (titled || behind);
    bears || behind && (is_body_of(c, thing) || c.has(thing, Classes::PLACE_HEAD))
}

/// Whether somebody is one of the several whom the head stands for.
fn of_several(phrase: &Phrase, context: &Context, person: usize) -> bool {
    let likened = |t| matches!(context.class(t), Some(Class::Like | Class::Between));
    is_plural(context, phrase.head) && (phrase.head..person).any(likened)
}

/// Whether a preposition or a noun of kinship parts the title of a person
/// from the head (موقع قريب من الوزير فلان، نجل الرئيس فلان، وكيل أعمال اللاعب فلان).
pub fn of_another(phrase: &Phrase, context: &Context, person: usize) -> bool {
    let titled = |t: usize| {
        t < person && context.has(t, Classes::TITLE | Classes::HONORIFIC)
            || context.stem_means(t, Senses::CALLING)
    };
    let mut another = false;
    for token in phrase.head..person {
        let parts = relational(context, token)
            || is_agent(context, token)
            || sides_with(context, token)
            || matches!(
                context.class(token),
                Some(
                    Class::Min
                        | Class::With
                        | Class::Like
                        | Class::Against
                        | Class::Via
                        | Class::An
                )
            );
        // موظف لدى النائب فلان.
        let parts = parts || matches!(context.key(token), "لدي" | "عند" | "بحق" | "ضد");
        // حارس شخصي للرئيس فلان: whose he is; but المستشار الإعلامي للرئيس، فلان.
        let theirs = token > phrase.head
            && is_unnamed(phrase, context)
            && is_to(context, token)
            && context.has(token, Classes::TITLE)
            && !context.has(token, Classes::HONORIFIC | Classes::ORG_HEAD);
        another = !context.is_mark(token)
            && (another
                || theirs
                || parts && titled(token + 1)
                || is_owner(context, token, person)
                || in_body_of(phrase, context, token)
                    && (titled(token + 1) || is_epithet(context.key(token + 1))));
    }
    another
}

/// Whether ل is joined to a word.
fn is_to(c: &Context, token: usize) -> bool {
    let joined = c.lists.get(token).proclitics > 0 || c.word(token).preposition.is_some();
    c.key(token).starts_with('ل') && joined && !own_letters::has(c.key(token))
}

/// Whether a body stands at a token in which the head, who is somebody unnamed, is, and which is that
/// of the person behind it (عضو [بحزب] الرئيس فلان، موظف في [شركة] النائب فلان).
fn in_body_of(phrase: &Phrase, c: &Context, token: usize) -> bool {
    let within = c.class(token.wrapping_sub(1)) == Some(Class::In)
        || c.key(token).starts_with(['ب', 'ل']) && c.lists.get(token).proclitics > 0;
    let next = token + 1;
    let one = (c.has_article(next) || c.is(next, "رجل")) && !is_plural(c, next);
    let inside = within && token > phrase.head && is_unnamed(phrase, c);
    // حزب الرئيس فلان: a body, itself.
    (inside || token == phrase.head) && one && is_body_of(c, token)
}

/// Whether a word tells what became of whom it stands before.
fn is_epithet(key: &str) -> bool {
    matches!(
        key,
        "المخلوع" | "المعزول" | "المعتقل" | "المغتال" | "المنفي"
    )
}

/// Whether a phrase opens with somebody indefinite (عضو في، حارس شخصي).
fn is_unnamed(phrase: &Phrase, c: &Context) -> bool {
    !c.has_article(phrase.head) && !c.has_article(phrase.head + 1)
}

/// Whether a word tells whose side somebody is on, who is named behind it (الناشط [الموالي] للرئيس
/// فلان).
fn sides_with(c: &Context, token: usize) -> bool {
    const SIDES: [&str; 11] = [
        "مرافق",
        "موالي",
        "مقرب",
        "قريب",
        "تابع",
        "مؤيد",
        "مويد",
        "معارض",
        "مناهض",
        "محسوب",
        "منشق",
    ];
    let key = c.key(token);
    let key = key.strip_prefix('و').unwrap_or(key);
    let key = key.strip_prefix("ال").unwrap_or(key);
    let one = key.strip_suffix('ه').unwrap_or(key);
    let one = one.strip_suffix("ين").unwrap_or(one);
    let behind = c.word(token + 1).preposition.is_some();
    SIDES.contains(&one) && behind && token > 0 && c.mention(token).is_none()
}

/// Whether a token ends what somebody's agent is called by (وكيل أعمال، مدير أعمال).
fn is_agent(c: &Context, token: usize) -> bool {
    let before = token.checked_sub(1).map(|at| stem(bare(c.key(at))));
    c.key(token) == "اعمال" && before.is_some_and(|noun| matches!(noun, "وكيل" | "مدير"))
}

/// Whether a noun for kin stands at a token and the name is that of the person behind it, and
/// not its own by its gender (والدة [الطفل المفقود آدم], but والد الطفلة [سامر]).
fn is_owner(c: &Context, token: usize, person: usize) -> bool {
    let owner = token + 1;
    let kin = c.key(token);
    let definite = owner < person && c.has_article(owner) && c.class(owner).is_none();
    if !definite || kin.starts_with("ال") || !is_kin(stem(kin)) || is_possessed(c, token) {
        return false;
    }
    let woman = |key: &str| key.ends_with('ه') || matches!(key, "ام" | "اخت");
    let (whose, own) = (woman(c.key(owner)), woman(kin));
    let either = matches!(c.key(owner), "الضحيه");
    let named = given_gender(c, person).map(|gender| gender == Agreement::She);
    !either && whose == own || named.is_none_or(|named| named != own)
}

/// Whether a given name is a woman's or a man's, where the lists know it.
pub fn given_gender(c: &Context, name: usize) -> Option<Agreement> {
    let first = fold(c.slice(name, name + 1));
    if senses::is(&first, Senses::FEMALE) {
        return Some(Agreement::She);
    }
    c.has(name, Classes::GIVEN_NAME).then_some(Agreement::He)
}

/// Whether a name stands in quotation marks behind a noun that is no title: that of a
/// thing named after somebody (مدير "مرصد روبين" فلان، مختبرات «ليلى»).
fn quoted_behind(context: &Context, head: usize, name: usize) -> bool {
    let Some(quote) = context.quote_of(name).and_then(|q| context.quotes.get(q)) else {
        return false;
    };
    let before = quote.open.wrapping_sub(1);
    quote.closed
        && quote.len() <= 6
        && quote.open > head
        && context.tokens.is_word(before)
        && !context.has(before, Classes::TITLE | Classes::HONORIFIC)
}

/// Whether the genitive behind a noun is somebody else (محامي فلان, but not محاميه فلان).
pub fn relational(context: &Context, token: usize) -> bool {
    let key = context.key(token);
    // رئيس الحكومة فلان: no genitive stands behind a definite noun.
    if key.starts_with("ال") || is_possessed(context, token) {
        return false;
    }
    let noun = stem(key);
    // نظام فلان is a body, تقرير فلان a document.
    senses::is(noun, Senses::RELATION) || matches!(noun, "نظام" | "تقرير")
}

/// Whether a name behind that word is that of the role before it, and not the spokesman's
/// (متحدث باسم رئيس الوزراء فلان, but المتحدث باسم الوزارة فلان).
pub fn of_whom(context: &Context, token: usize) -> bool {
    let spokesman = token.wrapping_sub(1);
    context.means(token, Senses::BEHALF)
        && !bare(context.key(spokesman)).starts_with("ال")
        && context.has(token + 1, Classes::TITLE)
}

/// Whether a noun that is no title stands behind ل or ب (المعارض لبقاء فلان).
fn governed(context: &Context, token: usize) -> bool {
    let key = context.key(token);
    let li = key.starts_with('ل') && context.word(token).preposition.is_some();
    (li || context.lists.get(token).proclitics > 0)
        && key.starts_with(['ل', 'ب'])
        && !key.starts_with("لل")
        && !key.starts_with("بال")
        && !context.has(token, Classes::TITLE | Classes::HONORIFIC)
        && context.mention(token).is_none()
}
