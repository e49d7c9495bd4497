//! Somebody's words behind a verb of saying, with neither أن nor a mark: وقال [q أعتقد أن
//! الأمر واضح]; behind no more than a comma: ويضيف، [q تبدأ الاحتفالات غدا].

use super::super::{
    proposal::{Proposal, Rule},
    verb_form,
};
use crate::{
    analysis::{
        context::{Context, Mark},
        cues::{Entry, Shape, SpeechAct, Weight},
        grammar::Class,
        lexicon::Classes,
    },
    annotations::EntityType,
};

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
    ((speaks || opens) && behind(token) && tells(context, cue))
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
    let name = context
        .mention(cue + 1)
        .filter(|m| m.kind == EntityType::Per);
    let behind = name.map_or(cue + 1 + usize::from(role), |name| name.end);
    let (_, end) = context.sentence(cue);
    let links = |at: usize| {
        context.class(at).is_some_and(Class::is_that)
            || context.quote_opening(at).is_some()
            || context.mark(at) == Mark::Colon
    };
    opens_speech(context, behind) && !(behind..end.min(behind + NEAR)).any(links)
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
    let named =
        context.mention(token).is_some() || context.mention(next).is_some_and(|m| m.first == next);
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
