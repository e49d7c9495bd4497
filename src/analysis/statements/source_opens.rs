//! Where a source may begin: no verb, no time, no word that tells how or to whom one speaks.

use super::{
    as_they_spoke, noun_phrase,
    phrases::is_imam,
    site::{Site, SiteKind},
    theirs, verb_form, whom,
};
use crate::{
    analysis::{
        context::{Context, Holds, Mark},
        cues::{Agreement, Government, Shape},
        grammar::Class,
        lexicon::Classes,
        mentions::NameMention,
        tokens::TokenKind,
        word::own_letters,
    },
    annotations::EntityType,
};

/// Whether a noun phrase may begin at a token.
pub fn begins(context: &Context, token: usize) -> bool {
    if !context.is_word(token) {
        return context.quote_opening(token).is_some()
            || context.tokens.kind(token) == TokenKind::Number && !timed(context, token);
    }
    let word = context.word(token);
    // إمام المسجد looks like أمام.
    let open = matches!(
        word.class,
        None | Some(
            Class::All
                | Class::Some
                | Class::Which
                | Class::Demonstrative
                | Class::What
                | Class::Pronoun
                | Class::Who
        )
    );
    if !(open || is_imam(context, token) || is_mother(context, token)) {
        return false;
    }
    if timed(context, token) || word.attribution.is_some() || word.tells_how() {
        return false;
    }
    if is_inside_name(context, token) {
        return false;
    }
    // A name may look like a verb (ساري، نجيب، فورد).
    let named = context.mention(token).is_some_and(|m| m.first == token);
    // دعا الله للشهداء: whom one prays to.
    if matches!(context.key(token), "الله" | "تعالي" | "عز" | "المولي") && !named {
        return false;
    }
    // بحضور السفير: who else is there.
    let beside = word.holds.intersects(Holds::ASIDE);
    if beside || tells_occasion(context, token) || theirs::is_own_speech(context, token) {
        return false;
    }
    // وقال باكيا: how.
    if !named && (as_they_spoke::stands_alone(context, token) || is_phase(context, token)) {
        return false;
    }
    if !named && opens_as_verb(context, token) {
        return false;
    }
    let plural_verb = context.key(token).ends_with("وا") && !context.has_article(token);
    let verb = noun_phrase::finite(context, token) || verb_form::is_at(context, token);
    if !named && (plural_verb || verb) {
        return false;
    }
    !is_formula(context, token) && (named || !is_adjective_of_quoted(context, token))
}

/// Whether a word stands behind a mark that a name holds (مع بي.[بي].سي).
fn is_inside_name(context: &Context, token: usize) -> bool {
    let holds = |m: &NameMention| m.first < token;
    let mark = token.checked_sub(1).is_some_and(|at| context.is_mark(at));
    mark && context.mention(token).is_some_and(holds)
}

/// Whether a word is أم, a mother, behind a verb in the feminine, and not what joins alternatives.
fn is_mother(context: &Context, token: usize) -> bool {
    let verb = token.checked_sub(1).and_then(|at| context.word(at).cue);
    let she = verb.is_some_and(|verb| verb.entry.agreement == Agreement::She);
    she && context.class(token) == Some(Class::Or) && context.key(token) == "ام"
}

/// Whether ب tells on what occasion somebody speaks (وبمواجهته اعترف), or how (ويضيف بمنتهى الوقاحة).
fn tells_occasion(context: &Context, token: usize) -> bool {
    const OCCASIONS: [&str; 5] = ["بمواجهت", "بمناقشت", "بسؤال", "بتفتيش", "بالفحص"];
    const MANNERS: [&str; 10] = [
        "بمنتهي",
        "بكل",
        "بلهجه",
        "بنبره",
        "بصوت",
        "بلغه",
        "بحسره",
        "بغضب",
        "بحزن",
        "بفخر",
    ];
    let key = context.key(token);
    let bare = key.strip_prefix('و').unwrap_or(key);
    bare.starts_with('ب')
        && (OCCASIONS.iter().any(|with| bare.starts_with(with)) || MANNERS.contains(&key))
}

/// Whether an adjective stands alone behind a name in marks (صحيفة «ضفاف» [الكمرانية]).
fn is_adjective_of_quoted(context: &Context, token: usize) -> bool {
    let key = context.key(token);
    let behind = |at| context.quote_closing(at).is_some();
    (key.ends_with('ي') || key.ends_with("يه")) && token.checked_sub(1).is_some_and(behind)
}

/// Whether words only go with the verb (كشف النقاب عن، قال ما معناه إن).
fn is_formula(context: &Context, token: usize) -> bool {
    // كشف النقاب عن، وتابع القول.
    let said = matches!(context.key(token), "النقاب" | "القول" | "الحديث")
        && !context.word(token + 1).open;
    // قال ما معناه إن.
    let wording = context.class(token) == Some(Class::What)
        && matches!(context.key(token + 1), "معناه" | "نصه" | "مفاده" | "مضمونه");
    wording || said
}

/// Whether a verb in the feminine opens the sentence before its subject (فرضت الولايات المتحدة).
fn opens_as_verb(context: &Context, token: usize) -> bool {
    let next = token + 1;
    let her = context
        .mention(next)
        .is_some_and(|m| m.first == next && matches!(m.kind, EntityType::Loc | EntityType::Org));
    let key = context.key(token);
    context.sentence(token).0 == token
        && key.ends_with('ت')
        && !key.ends_with("ات")
        && key.chars().count() > 3
        && context.class(token).is_none()
        && her
}

/// Whether a token is part of a date or time.
pub fn timed(context: &Context, token: usize) -> bool {
    context
        .mention(token)
        .is_some_and(|m| m.kind == EntityType::Date)
}

/// Whether a verb tells that somebody goes on to speak (ومضى يقول، وراح يؤكد).
pub fn is_phase(context: &Context, token: usize) -> bool {
    let key = context.key(token);
    let verb = key.strip_prefix(['و', 'ف']).unwrap_or(key);
    let verb = verb.strip_suffix('ت').unwrap_or(verb);
    let phase = matches!(
        verb,
        "مضي" | "مض" | "راح" | "عاد" | "ظل" | "بات" | "اخذ" | "انبري" | "استمر" | "عاود"
    );
    let says = |at: usize| {
        let word = context.word(at);
        word.finite
            && word
                .cue
                .is_some_and(|cue| cue.entry.shape == Shape::Present)
    };
    phase && (token + 1..token + 4).any(says)
}

/// Whether a preposition is joined to the first word of a phrase after a verb:
/// its addressee or means, not its subject.
pub fn indirect(context: &Context, site: &Site, first: usize) -> bool {
    let verb = site.shape().is_some_and(|s| !matches!(s, Shape::Masdar));
    let to = verb && first == site.token + 1 && is_outlet(context, first);
    let joined = prefixed(context, first) && !is_own_letter(context, site, first);
    to || joined && (verb || context.key(first).starts_with("بال"))
        || verb
            && first
                .checked_sub(1)
                .is_some_and(|at| whom::is_titled(context, at))
}

/// Whether ب, ك or ل begins the name right behind a verb that does not govern it (قال بينس: «…»،
/// وأضاف كارني أن): nobody says «in Yens».
fn is_own_letter(context: &Context, site: &Site, first: usize) -> bool {
    let SiteKind::Cue(cue) = site.kind else {
        return false;
    };
    let key = context.key(first);
    let next = first + 1;
    let words = context.mark(next) == Mark::Colon
        || context.quote_opening(next).is_some()
        || context.class(next).is_some_and(Class::is_that);
    cue.entry.shape.is_finite()
        && !cue.entry.government.contains(Government::BI)
        && first == site.token + 1
        && words
        // قال لكريم: «…»: to whom.
        && (!key.starts_with('ل') || context.lists.get(first).classes.is_empty())
        && context.is_whole_name(first)
}

/// Whether ل and a name that nothing knows stand before a mark: whom it is said to (تقول لدرج:).
fn is_outlet(context: &Context, token: usize) -> bool {
    let key = context.key(token);
    let unknown = context.word(token).clusters.is_none()
        && context.mention(token).is_none()
        && !context.has(
            token,
            Classes::GIVEN_NAME | Classes::FAMILY_NAME | Classes::TITLE,
        );
    key.starts_with('ل')
        && key.chars().count() > 3
        && unknown
        && !own_letters::has(key)
        && (context.is_mark(token + 1) || context.tokens.kind(token + 1) == TokenKind::Number)
}

/// Whether a preposition is joined to a word, or ل stands alone.
pub fn prefixed(context: &Context, token: usize) -> bool {
    let key = context.key(token);
    let joined = context.lists.get(token).proclitics > 0
        && key.starts_with(['ل', 'ب', 'ك'])
        && !own_letters::has(key);
    key == "ل" || key.starts_with("لل") || key.starts_with("بال") || joined
}
