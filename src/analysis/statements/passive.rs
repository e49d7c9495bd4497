//! Verbs of what is made known itself (ستعلن النتائج), and participles that only look active:
//! whom something is done to (متهمين بالقتل), what an indefinite noun is (إصابات مؤكدة), what somebody is to do (يكون المدرب مطالبا بـ); and plurals
//! in ات that are nouns (ولافتات، مذكرات تفاهم).

use crate::analysis::{
    context::Context,
    cues::{Agreement, CueWord, Government, Shape, SpeechAct},
    grammar::Class,
    lexicon::Classes,
    tokens::TokenKind,
};

/// How far behind كان such a participle may stand, in tokens.
const REACH: usize = 5;

/// Whether a cue is such a verb or participle.
pub fn is_at(c: &Context, token: usize) -> bool {
    let Some(word) = c.word(token).cue else {
        return false;
    };
    is_made_known(c, token, &word)
        || word.entry.shape == Shape::Participle
            && (is_predicate(c, token, &word)
                || is_accused(c, token, &word)
                || is_adjective(c, token, &word)
                || is_owed(c, token, &word)
                || is_called_upon(c, token, &word))
}

/// What is made known, and makes nothing known (وستعلن النتائج الأحد، نتائجها ستعلن قريبا): a verb in
/// the feminine right behind it, or at the head of a sentence right before it.
fn is_made_known(c: &Context, token: usize, word: &CueWord) -> bool {
    let verb = word.entry.act == SpeechAct::Announcing && word.entry.shape == Shape::Present;
    let results = |at: usize| {
        let key = c.key(at).trim_start_matches('و');
        let noun = key.strip_prefix("ال").unwrap_or(key);
        noun.starts_with("نتائج") || noun == "حصيله" || noun == "اسماء"
    };
    let (start, _) = c.sentence(token);
    let behind = token > start && results(token - 1);
    // قالت اللجنة إنها ستعلن النتائج: she does.
    let before = token == start && c.has_article(token + 1) && results(token + 1);
    let hers = word.entry.agreement == Agreement::She && !word.entry.pronoun;
    verb && hers && (behind || before)
}

/// مطالبة، مهددة right behind whom it is said of, at the head of a clause (إيران مطالبة بتغيير
/// سلوكها): no comma, as a participle that leans on a verb has.
fn is_called_upon(c: &Context, token: usize, word: &CueWord) -> bool {
    use SpeechAct::{Asking, Promising};
    let passive = !word.waw && matches!(word.entry.act, Asking | Promising);
    let form = c.slice(token, token + 1).ends_with('ة') || c.key(token).ends_with("ون");
    let (start, _) = c.sentence(token);
    let Some(before) = token.checked_sub(1).filter(|before| *before >= start) else {
        return false;
    };
    let mention = c.mention(before).filter(|m| m.end == token);
    let first = mention.map_or(before, |m| m.first);
    let subject = mention.is_some() || c.has_article(before) && c.class(before).is_none();
    let opens = first <= start
        || c.class(first - 1).is_some_and(Class::complementizer)
        || c.is_mark(first - 1) && !c.is_comma(first - 1);
    passive && form && subject && opens
}

/// متهما بـ، متهمين بـ: who blames somebody has whom behind it.
fn is_accused(c: &Context, token: usize, word: &CueWord) -> bool {
    let accuses = word.entry.act == SpeechAct::Blaming && c.key(token).contains("متهم");
    let by = c.word(token + 1).preposition == Some(Government::BI);
    // خمسة وعشرون متهما.
    let counted = token.checked_sub(1).is_some_and(|at| {
        c.has(at, Classes::NUMBER_WORD) || c.tokens.kind(at) == TokenKind::Number
    });
    accuses && (by || counted || c.is_mark(token + 1))
}

/// One that governs nothing behind an indefinite noun of its gender and case, or a plural that
/// is a noun.
fn is_adjective(c: &Context, token: usize, word: &CueWord) -> bool {
    let key = c.key(token);
    let next = token + 1;
    let preposition = c.word(next).preposition;
    let governs = c.class(next).is_some_and(Class::complementizer)
        || preposition.is_some_and(|p| word.entry.government.contains(p));
    if key.ends_with("ات") {
        return !governs;
    }
    let Some(before) = token.checked_sub(1) else {
        return false;
    };
    let noun = c.key(before);
    let indefinite = c.tokens.is_word(before)
        && c.word(before).open
        && c.mention(before).is_none()
        && !noun.starts_with("ال");
    // موعدا مؤكدا لافتتاح المسرح.
    let accusative = key.ends_with('ا') && noun.ends_with('ا') && noun.chars().count() > 4;
    let feminine = key.ends_with('ه') && (noun.ends_with("ات") || noun.ends_with('ه'));
    indefinite && (feminine || accusative) && !governs
}

/// مطالبا، مهددا behind كان and its subject, with no comma between; whatever somebody still is
/// (ما زال متحفظا على).
fn is_owed(c: &Context, token: usize, word: &CueWord) -> bool {
    use SpeechAct::{Asking, Blaming, Promising};
    let passive = matches!(word.entry.act, Asking | Blaming | Promising);
    let first = token.saturating_sub(REACH);
    let stays = |at: usize| {
        let key = c.key(at);
        key.ends_with("زال")
            || key.ends_with("زالت")
            || matches!(key, "بدا" | "يبدو" | "بدت" | "ظل" | "ظلت")
    };
    let was = (first..token)
        .rev()
        .find(|at| stays(*at) || passive && c.class(*at) == Some(Class::Was));
    let clear = |from: usize| {
        (from + 1..token).all(|at| !c.is_mark(at) && !c.word(at).says() && c.class(at).is_none())
    };
    was.is_some_and(clear)
}

/// Whether a participle is what is said of a subject right before it.
fn is_predicate(c: &Context, token: usize, word: &CueWord) -> bool {
    use SpeechAct::{Asking, Blaming, Promising};
    let passive = !word.waw && matches!(word.entry.act, Asking | Blaming | Promising);
    let before = token.checked_sub(1).and_then(|before| c.class(before));
    let subject = matches!(
        before,
        Some(
            Class::ThatPronoun
                | Class::ThatBiPronoun
                | Class::Was
                | Class::Pronoun
                | Class::Negation
                | Class::HeIs
        )
    );
    passive && (subject || is_obliged(c, token))
}

/// Whether a participle is what is said of a definite noun behind أن (إن [الحكومة] مطالبة بـ).
fn is_obliged(c: &Context, token: usize) -> bool {
    const NEAR: usize = 4;
    let first = token.saturating_sub(NEAR);
    let that = |at: &usize| c.class(*at).is_some_and(Class::complementizer);
    let Some(that) = (first..token).rev().find(that) else {
        return false;
    };
    let noun = |at: usize| c.mention(at).is_some() || c.has_article(at);
    that + 1 < token && !c.key(token).ends_with('ا') && (that + 1..token).all(noun)
}
