//! Somebody's words behind a verb of saying, with neither أن nor a mark: وقال [q أعتقد أن
//! الأمر واضح]; behind no more than a comma: ويضيف، [q تبدأ الاحتفالات غدا].

use super::super::{
    proposal::{Proposal, Rule},
    verb_form,
};
use crate::{
    analysis::{
        context::{Context, Mark},
        cues::{Entry, Lemma, Shape, SpeechAct, Weight},
        grammar::Class,
        lexicon::Classes,
        senses::Senses,
        word::verb_form::is_hers,
    },
    annotations::EntityType,
};

static SAYS: Lemma = Lemma::new("قال");

/// How far behind a comma a complementizer would open the content, in tokens.
const NEAR: usize = 12;

/// Proposes somebody's own words at `token`, in a sentence that goes on to `end`; says whether they
/// are surely all, those proposed from `before` on forgotten.
#[inline]
pub fn propose(
    context: &Context,
    (cue, token): (usize, usize),
    (before, end): (usize, usize),
    out: &mut Vec<Proposal>,
) -> bool {
    if let Some(words) = opening(context, cue, token) {
        out.truncate(before);
        out.push(words);
        return true;
    }
    if token == cue + 1 && context.is_comma(token) {
        out.extend(behind_comma(context, cue, token, end));
    }
    false
}

/// The words that begin at `token` with a verb in the first person or a word that only opens what is
/// said, right behind the verb or who speaks: nothing further on is what they said.
#[inline]
fn opening(context: &Context, cue: usize, token: usize) -> Option<Proposal> {
    let word = context.word(token).cue;
    let speaks =
        word.is_some_and(|cue| cue.entry.in_first_person()) || is_ours(context, cue, token);
    // وقال الوزير [ستبقى] بلادنا قوية.
    let future = verb_form::imperfect(context, token) && context.key(token).starts_with('س');
    let speaks = speaks || future;
    let opens = opens_speech(context, token);
    let role = |at: usize| context.has(at, Classes::TITLE) && context.has_article(at);
    let behind = |t: usize| {
        let name = context.mention(t - 1);
        let name = name.filter(|m| m.kind == EntityType::Per && m.end == t);
        let near = |first: usize| (cue + 1..first).all(|at| context.has(at, Classes::TITLE));
        t == cue + 1
            || name.is_some_and(|name| !opens || near(name.first))
            || (future || opens) && t == cue + 2 && role(t - 1)
    };
    let told = (speaks || opens) && behind(token) || tells_on(context, cue, token);
    (told && is_first(context, cue, token) && tells(context, cue))
        .then(|| Proposal::open(Rule::Object, token, token))
}

/// Whether such words stand right behind a verb of saying, or the role with its article behind it,
/// and nothing else links a content.
pub fn surely(context: &Context, cue: usize) -> bool {
    let finite = context
        .word(cue)
        .cue
        .is_some_and(|cue| cue.entry.shape.is_finite());
    if !finite || !tells(context, cue) {
        return false;
    }
    let role = context.has(cue + 1, Classes::TITLE) && context.has_article(cue + 1);
    let named = cue + 1 + usize::from(role);
    let name = context
        .mention(named)
        .filter(|m| m.kind == EntityType::Per && m.first == named);
    let behind = name.map_or(named, |name| name.end);
    opens_speech(context, behind) && !is_linked(context, cue, behind)
        || is_ours(context, cue, behind)
        || tells_on(context, cue, behind)
}

/// Whether no content opens between a verb and a token (قال إن سامر الحداد [سيعود]).
fn is_first(context: &Context, cue: usize, token: usize) -> bool {
    let opens = |at: usize| context.class(at).is_some_and(Class::is_that) || context.is_mark(at);
    !(cue + 1..token).any(opens)
}

/// Whether something links a content to the verb behind a token.
fn is_linked(context: &Context, cue: usize, from: usize) -> bool {
    let (_, end) = context.sentence(cue);
    let links = |at: usize| {
        context.class(at).is_some_and(Class::is_that)
            || context.quote_opening(at).is_some()
            || context.mark(at) == Mark::Colon
    };
    (from..end.min(from + NEAR)).any(links)
}

/// Whether words stand behind قال or the name of who speaks that are no part of who they are, as no
/// أن follows: a verb (وقال [تشمل] الاتفاقيات إعفاءهم، وقال سامر الحداد [رسمت] الصورة) or how many
/// (ويقول المواطن سامر الحداد [كثير] من العائلات تغادر).
fn tells_on(context: &Context, cue: usize, token: usize) -> bool {
    let person = context.mention(token - 1);
    let person = person.is_some_and(|m| m.kind == EntityType::Per && m.end == token);
    let adjacent = token == cue + 1;
    if !(person || adjacent) || context.mention(token).is_some() || !says(context, cue) {
        return false;
    }
    let next = token + 1;
    let verb = verb_form::is_at(context, token) && !context.key(token).starts_with('و');
    let hers = adjacent && is_imperfect(context, token) && context.has_article(next);
    let many =
        person && context.means(token, Senses::QUANTITY) && context.class(next) == Some(Class::Min);
    (verb || hers || many) && !is_linked(context, cue, token)
}

/// Whether a verb is قال itself.
fn says(context: &Context, cue: usize) -> bool {
    let word = context.word(cue).cue;
    word.is_some_and(|word| SAYS.is(&word.entry) && word.entry.shape.is_finite())
}

/// Whether a word may be a verb in the imperfect in the feminine, and is nobody (تشمل).
fn is_imperfect(context: &Context, token: usize) -> bool {
    let nobody = Classes::SPEAKER | Classes::GIVEN_NAME | Classes::FAMILY_NAME | Classes::MEDIA;
    context.key(token).starts_with('ت')
        && context.word(token).open
        && !context.has(token, nobody)
        && is_hers(context.key(token))
}

/// Whether a word opens what somebody says and no phrase for who they are (وأضاف [لا] ندري ما
/// السبب، وقال المدير [هناك] نقص في الأدوية): `Holds::TOLD` or `Holds::OTHER` has to know it.
fn opens_speech(context: &Context, token: usize) -> bool {
    let next = token + 1;
    let goes_on = context.tokens.is_word(next) && !context.class(next).is_some_and(Class::is_that);
    let opens = matches!(
        context.key(token),
        "هناك" | "ليس" | "ليست" | "لقد" | "بالعكس" | "كنا" | "هل" | "لا" | "لن"
    );
    opens && goes_on
}

/// Whether a word speaks of whoever says it (قال زياري [لدينا] علاقات، وقال [أطمح] إلى).
fn is_ours(context: &Context, cue: usize, token: usize) -> bool {
    const OURS: [&str; 8] = [
        "نحن",
        "انا",
        "لدينا",
        "عندنا",
        "لدي",
        "عندي",
        "اننا",
        "انني",
    ];
    const VERBS: [&str; 12] = [
        "اطمح",
        "اريد",
        "اتمني",
        "احب",
        "امل",
        "اشعر",
        "نسعي",
        "نطمح",
        "نتمني",
        "نريد",
        "نعمل",
        "نحتاج",
    ];
    let key = context.key(token);
    let next = token + 1;
    // أمل عرفة: a name.
    let named = key == "امل" && context.mention(token).is_some()
        || context.mention(token).is_some_and(|m| m.end > next)
        || context.mention(next).is_some_and(|m| m.first == next);
    let verb = VERBS.contains(&key) && token == cue + 1 && !named;
    OURS.contains(&key) && !context.class(token).is_some_and(Class::is_that) || verb
}

/// Those behind a comma at `token`, in a sentence that goes on to `end`.
fn behind_comma(context: &Context, cue: usize, token: usize, end: usize) -> Option<Proposal> {
    let first = token + 1;
    let clause = matches!(
        context.class(first),
        None | Some(Class::Min | Class::There | Class::Must | Class::Negation | Class::Pronoun)
    );
    let turn = context.class(first + 1) == Some(Class::Turn);
    let opens = context.tokens.is_word(first) && clause && !turn;
    let other = |at: usize| {
        context.class(at).is_some_and(Class::complementizer)
            || context.quote_opening(at).is_some()
            || context.mark(at) == Mark::Colon
    };
    (opens && tells(context, cue) && !(first..end.min(first + NEAR)).any(other))
        .then(|| Proposal::open(Rule::Colon, first, token))
}

/// Whether words themselves may follow a cue: قال، أضاف.
pub fn tells(context: &Context, cue: usize) -> bool {
    let words = |entry: &Entry| {
        matches!(entry.act, SpeechAct::Telling | SpeechAct::GoingOn)
            && entry.weight == Weight::Say
            && entry.shape != Shape::Masdar
    };
    context.word(cue).cue.is_some_and(|cue| words(&cue.entry))
}
