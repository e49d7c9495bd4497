//! What a preposition governs behind a verb: a circumstance (… في تصريحات), whom one met (مع
//! الوزيرة ريم الصالح), not who speaks.

use super::{aside, site::Site, source_opens::timed};
use crate::{
    analysis::{
        context::Context,
        cues::Agreement,
        grammar::Class,
        lexicon::{Classes, classes_of},
        senses::{self, Senses},
        stem,
    },
    annotations::EntityType,
};

/// Whether a preposition governs the word that begins a phrase after a verb: a
/// circumstance (… في تصريحات), not who speaks, but for the document just behind
/// (جاء في بيان), the one of whom is reported (نقلت الوكالة عن مصدر), by whom (من
/// قبل). The cue itself may look like one (بين، عبر).
pub fn is_governed(context: &Context, site: &Site, first: usize) -> bool {
    let before = first - 1;
    if before > site.token + 1 && goes_with_occasion(context, first)
        || before > site.token && context.is(before, "هامش")
        || meets(context, site, first)
        || met(context, site, first)
        || before > site.token && completes(context, before, first)
        || before > site.token + 1 && aside::is_instead(context, before - 1)
    {
        return true;
    }
    // خلال إجابته على أحد أسئلة الصحافيين: one or some of them are governed as they are.
    let some = context.means(before, Senses::ONE_OF)
        || matches!(context.class(before), Some(Class::Some | Class::All));
    let before = before - usize::from(some && before > site.token);
    let Some(class) = context.class(before).filter(|_| before > site.token) else {
        return false;
    };
    // وذكرت في البيان: another says it there.
    let hers = site
        .verb()
        .is_some_and(|cue| cue.entry.agreement == Agreement::She);
    let masculine = !context.key(first).ends_with('ه') && context.mention(first).is_none();
    let comes = matches!(
        context.key(site.token).trim_start_matches('و'),
        "جاء" | "ورد" | "جاءت" | "وردت" | "يرد" | "رد"
    );
    let document = class == Class::In
        && comes
        && before == site.token + 1
        && is_document(context, first)
        && !(hers && masculine);
    class.preposition() && !document && !matches!(class, Class::An | Class::Min)
}

/// Whether somebody stands behind a noun with a pronoun for a meeting, times between (خلال لقائه
/// اليوم [السفير التركي]، لدى ترؤسه [جلسة المجلس]).
fn meets(context: &Context, site: &Site, first: usize) -> bool {
    const MEETINGS: [&str; 12] = [
        "لقائ",
        "استقبال",
        "اجتماع",
        "زيارت",
        "اتصال",
        "ترؤس",
        "ترءس",
        "رعايت",
        "افتتاح",
        "تفقد",
        "حضور",
        "مشاركت",
    ];
    let mut at = first;
    while at > site.token + 2
        && (timed(context, at - 1) || context.class(at - 1) == Some(Class::Time))
    {
        at -= 1;
    }
    let noun = at - 1;
    if noun <= site.token + 1 {
        return false;
    }
    let key = context.key(noun);
    let his = ["هما", "ها", "هم", "ه"]
        .iter()
        .find_map(|p| key.strip_suffix(p));
    let during = context.class(noun - 1).is_some_and(Class::preposition);
    during && his.is_some_and(|noun| MEETINGS.contains(&noun))
}

/// Whether what stands at a token completes a noun that ب or ل governs (بحضور [وزير الصحة]، لموقع
/// [الضفاف نت]).
fn completes(context: &Context, before: usize, first: usize) -> bool {
    const WITH: [&str; 7] = ["حضور", "مشاركه", "رفقه", "صحبه", "دعم", "مناسبه", "اسم"];
    let key = context.key(before);
    let noun = key.trim_start_matches(['ب', 'ل']);
    let medium = key.starts_with('ل') && context.stem_means(before, Senses::MEDIA);
    key.starts_with(['ب', 'ل'])
        && context.class(before).is_none()
        && context.tokens.is_word(first)
        && (WITH.contains(&noun) || medium || senses::is(noun, Senses::HEARER))
}

/// Whether a name stands behind a role that a preposition governs (خلال اجتماعه مع وزيرة التخطيط
/// [ريم الصالح]).
fn met(context: &Context, site: &Site, first: usize) -> bool {
    const LONGEST_ROLE: usize = 5;
    let role = Classes::TITLE.union(Classes::HONORIFIC);
    let named = context
        .mention(first)
        .is_some_and(|m| m.kind == EntityType::Per);
    let plain = |at: usize| context.tokens.is_word(at) && context.class(at).is_none();
    let nearest = first.saturating_sub(LONGEST_ROLE).max(site.token + 2);
    let mut heads = (nearest..first).rev().take_while(|at| plain(*at));
    let met = |at: usize| {
        let key = context.key(at - 1);
        // خلال لقائه السفير الألماني, لدى استقباله وزير النقل.
        let his = ["لقائ", "استقبال", "اجتماع", "زيارت", "اتصال"]
            .iter()
            .any(|noun| key.starts_with(noun) && key.ends_with(['ه', 'ا']));
        context.class(at - 1) == Some(Class::With) || his
    };
    let office = context.has(first, role) && context.mention(first).is_none();
    named && heads.any(|at| context.has(at, role) && met(at)) || office && met(first)
}

/// Whether a verb with a pronoun describes what a speech was given in (خلال لقاء [نظمته] الغرفة):
/// its own subject stands behind it.
pub fn describes_occasion(context: &Context, token: usize) -> bool {
    let Some(before) = token.checked_sub(1) else {
        return false;
    };
    // في خطاب تلفزيوني وجهه إلى الأمة.
    let adjective = before > 1 && goes_with_occasion(context, before);
    let noun = before - usize::from(adjective);
    if !context.word(noun).occasion || context.class(noun).is_some() {
        return false;
    }
    let word = context.slice(token, token + 1);
    // في تصريح خص به الصحيفة.
    let by = matches!(
        context.key(token + 1),
        "به" | "بها" | "فيه" | "فيها" | "منه" | "منها"
    );
    let pronoun = word.ends_with('ه') || word.ends_with("ها") || by;
    // في خطاب وجهه إلى الأمة: a verb of saying, too.
    let verb =
        context.word(token).open || context.word(token).cue.is_some_and(|cue| cue.entry.pronoun);
    pronoun
        && verb
        && context.mention(token).is_none()
        && !context.has_article(noun)
        && context
            .class(noun.wrapping_sub(1))
            .is_some_and(Class::preposition)
}

/// Whether a word is a noun for a document, or for what is found or said in one.
fn is_document(context: &Context, token: usize) -> bool {
    let noun = stem::noun(context.key(token));
    classes_of(noun).intersects(Classes::DOC_HEAD)
        || context.mention(token).is_some()
        || context.stem_means(token, Senses::FINDING | Senses::MEDIA)
        || senses::is(noun, Senses::SAID)
}

/// Whether a word is the adjective of what a speech was given in (في تصريحات [صحفية]
/// نقلتها الوكالة).
fn goes_with_occasion(context: &Context, token: usize) -> bool {
    if !context.word(token - 1).occasion || context.class(token - 1).is_some() {
        return false;
    }
    let key = context.key(token);
    // في مؤتمره [الصحفي], في المؤتمر [الصحفي].
    let known = key.starts_with("ال") && (key.ends_with('ي') || key.ends_with("يه"));
    let during = matches!(
        context.class(token - 2),
        Some(Class::In | Class::TimePreposition)
    );
    during
        && context.mention(token).is_none()
        && (known || !key.starts_with("ال"))
        && (!context.has(token, Classes::SPEAKER) || context.key(token).ends_with('ي'))
        && context.tokens.is_word(token)
}
