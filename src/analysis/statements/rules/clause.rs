//! A clause after a complementizer: قال الوزير إن [q الوضع مستقر].
//!
//! Where the complementizer carries a pronoun (إنه) it is part of the content.

use super::{
    super::proposal::{Proposal, Rule},
    walk,
};
use crate::analysis::{
    context::{Context, Mark},
    cues::{Government, Shape, SpeechAct},
    grammar::Class,
    lexicon::Classes,
};

/// Proposes the clause that a complementizer at `token` opens, in a sentence
/// that goes on to `end`.
pub fn propose(
    context: &Context,
    (cue, token): (usize, usize),
    end: usize,
    out: &mut Vec<Proposal>,
) {
    if is_that_not(context, token) {
        out.push(Proposal::open(Rule::Clause, token, token));
        return;
    }
    let Some(class) = context.class(token).filter(|c| c.complementizer()) else {
        return;
    };
    // ترفض الاتفاق وإن الحوار مستمر: another verb's, which goes on.
    if context.word(token).joined && class.is_that() && has_object(context, cue, token) {
        return;
    }
    // وإذ أكد ذلك، فإنه يشدد على أن: the main clause.
    let main = matches!(class, Class::SoThat | Class::SoThatPronoun);
    let verb = context
        .word(cue)
        .cue
        .is_some_and(|cue| cue.entry.shape.is_finite());
    if main && verb && !walk::according_to_what(context, cue) {
        return;
    }
    // خصوصا أنه: what goes on, and is no verb's.
    let besides = matches!(
        context.key(token - 1),
        "خصوصا" | "خاصه" | "سيما" | "لاسيما" | "علما" | "رغم" | "طالما"
    );
    let anothers = token > cue + 1
        && (besides || is_anothers(context, cue, token - 1) || is_of_relative(context, cue, token));
    if anothers
        || is_circumstance(context, token)
        || is_of_noun(context, cue, token)
        || !verb && is_of_main_verb(context, cue, token)
        || verb && matches!(class, Class::That | Class::ThatPronoun) && is_beside(context, cue)
    {
        return;
    }
    if let Some(verb) = governed_by_verb(context, cue, token) {
        if verb == cue + 1 {
            out.push(Proposal::open(Rule::Clause, verb, verb));
        }
        return;
    }
    let mut start = if class.belongs_to_clause() {
        token
    } else {
        token + 1
    };
    // A comma or colon astray after it (أن، أن:) belongs to nothing.
    while start < end && (context.is_comma(start) || context.mark(start) == Mark::Colon) {
        start += 1;
    }
    if start < end {
        out.push(Proposal::open(Rule::Clause, start, token));
    }
}

/// Whether a verb that refuses, blames or asks has its object right behind, and only then a
/// complementizer.
fn has_object(context: &Context, cue: usize, token: usize) -> bool {
    const NEAR: usize = 7;
    use SpeechAct::{Agreeing, Asking, Blaming, Denying, Praising};
    let verb = context.word(cue).cue;
    let able = verb.is_some_and(|cue| {
        matches!(
            cue.entry.act,
            Agreeing | Asking | Blaming | Denying | Praising
        )
    });
    able && token > cue + 1 && token < cue + NEAR && context.word(cue + 1).open
}

/// Whether a complementizer stands right behind another participle that tells how something
/// is said, and is its own (أكد على خطأ ذلك، موضحا أن); قائلا only goes with the verb.
fn is_anothers(context: &Context, cue: usize, before: usize) -> bool {
    // كتب تغريدات اعتبر فيها أن.
    let in_which = context.class(before) == Some(Class::PrepositionPronoun)
        && context.key(before).starts_with("في")
        && before > cue + 1;
    if in_which && context.word(before - 1).cue.is_some() && context.word(before - 1).finite {
        return true;
    }
    let participle = context.word(before).cue.is_some_and(|cue| {
        cue.entry.shape == Shape::Participle && cue.entry.act != SpeechAct::Telling
    });
    participle && context.key(before).ends_with('ا') && context.mention(before).is_none()
}

/// Whether a verb that governs no clause stands in a relative clause, behind one that does (قال الحداد
/// الذي كان قد [انتقد] الخطة إن).
fn is_beside(context: &Context, cue: usize) -> bool {
    const NEAR: usize = 4;
    let governs = |at: usize| {
        let verb = context.word(at).cue.filter(|_| context.word(at).finite);
        verb.is_some_and(|verb| verb.entry.government.contains(Government::CLAUSE))
    };
    let (start, _) = context.sentence(cue);
    let mut near = cue.saturating_sub(NEAR).max(start)..cue;
    let relative = near.find(|at| context.class(*at) == Some(Class::Relative));
    !governs(cue) && relative.is_some_and(|relative| (start..relative).any(governs))
}

/// Whether a complementizer is that of the main verb behind a comma, and not of a noun before it
/// (وتعليقا على تصريحات الوزير، أكد أن).
fn is_of_main_verb(context: &Context, cue: usize, token: usize) -> bool {
    const NEAR: usize = 8;
    let main = |at: usize| {
        let verb = context.word(at).cue;
        let finite = verb.is_some_and(|cue| cue.entry.shape.is_finite() && !cue.waw && !cue.fa);
        finite && context.word(at).finite && context.is_comma(at - 1)
    };
    (token.saturating_sub(NEAR).max(cue + 2)..token).any(main)
}

/// The verb right before أن that governs it and does not report (قال [يمكن] أن، أراد أن): the
/// clause is its own.
fn governed_by_verb(context: &Context, cue: usize, token: usize) -> Option<usize> {
    let before = token - 1;
    let verb = matches!(
        context.key(before),
        "يمكن"
            | "يجب"
            | "ينبغي"
            | "يعني"
            | "تعني"
            | "اراد"
            | "ارادت"
            | "يريد"
            | "تريد"
            | "يستطيع"
            | "تستطيع"
            | "يمكنها"
            | "يمكنه"
            | "يمكنهم"
            | "يوشك"
            | "توشك"
            | "كاد"
            | "يكاد"
            | "تكاد"
            | "سبق"
            | "وسبق"
            | "يحاول"
            | "تحاول"
    );
    let that = context.class(token) == Some(Class::That);
    (that && verb && before > cue).then_some(before)
}

/// Whether a word is ألا, which looks like إلا.
fn is_that_not(context: &Context, token: usize) -> bool {
    context.is(token, "الا")
        && context.slice(token, token + 1).starts_with('أ')
        && context.key(token + 1).starts_with(['ي', 'ت', 'ن', 'ا'])
}

/// Whether بأن tells what is in a noun that somebody denies (نفى [q شائعات بأنه رحل]).
fn is_of_noun(context: &Context, cue: usize, token: usize) -> bool {
    let by = matches!(
        context.class(token),
        Some(Class::ThatBi | Class::ThatBiPronoun)
    );
    let denies = context
        .word(cue)
        .cue
        .is_some_and(|cue| cue.entry.act == SpeechAct::Denying);
    let before = token - 1;
    let noun = before > cue + 1
        && context.word(before).open
        && context.mention(before).is_none()
        && !context.has_article(before)
        && !context.has(before, Classes::TITLE | Classes::SOURCE_NOUN);
    by && denies && noun
}

/// Whether بأن is what the verb of a relative clause governs (قال الموقع، الذي يصف نفسه بأنه مستقل،
/// إن).
fn is_of_relative(context: &Context, cue: usize, token: usize) -> bool {
    let by = matches!(
        context.class(token),
        Some(Class::ThatBi | Class::ThatBiPronoun)
    );
    let near = token.saturating_sub(4).max(cue + 1);
    by && (near..token).any(|at| {
        context.word(at).says() && context.class(at - 1) == Some(Class::Relative) && at - 1 > cue
    })
}

/// Whether أن goes with what stands before it, and tells when or how: بعد أن، دون أن، إلا أن،
/// ولو أنه، كما أن.
fn is_circumstance(context: &Context, token: usize) -> bool {
    let before = token
        .checked_sub(1)
        .and_then(|before| context.class(before));
    let noun = matches!(
        token
            .checked_sub(1)
            .map_or("", |before| context.key(before)),
        "علما" | "ذلك" | "باعتبار" | "لدرجه" | "شك" | "ولاشك" | "لاشك"
    );
    noun || matches!(
        before,
        Some(
            Class::TimePreposition
                | Class::Without
                | Class::Despite
                | Class::But
                | Class::Except
                | Class::Until
                | Class::With
                | Class::If
                | Class::As
                | Class::Where
                | Class::Since
                | Class::When
        )
    )
}
