//! A phrase of attribution: بحسب الوزارة، [q ارتفعت الأسعار];
//! [q ارتفعت الأسعار] وفقا للوزارة; [q ارتفعت الأسعار]، بحسب الوزارة، [q بنسبة كبيرة].

use super::{
    super::{
        aside, phrases,
        proposal::{Proposal, Rule},
        verb_form,
    },
    clause_before::{is_torn, starts},
    quotation_before,
};
use crate::{
    analysis::{
        context::{Context, Mark},
        grammar::Class,
        lexicon::Classes,
        quotes::Quote,
        senses::{self, Senses},
        stem::{bare, stem},
    },
    annotations::EntityType,
};

/// What opens a phrase for somebody who speaks.
const SPEAKERS: Classes = Classes::TITLE
    .union(Classes::MEDIA)
    .union(Classes::ORG_HEAD);

/// The longest phrase of attribution, in tokens.
const PHRASE: usize = 30;

/// Proposes the clauses around the phrase that opens at `token`.
pub fn propose(context: &Context, token: usize, out: &mut Vec<Proposal>) {
    let (start, end) = context.sentence(token);
    // بحسب ما أوضح: the verb is the cue.
    if context.class(token + 1) == Some(Class::What) && context.word(token + 2).says() {
        return;
    }
    let mut front = start;
    while front < token && (context.is_mark(front) || context.class(front).is_some()) {
        front += 1;
    }
    let anew = context.key(token).starts_with('و') && !context.key(token).starts_with("وفق");
    if front == token || anew {
        after_front(context, token, end, out);
    } else {
        around(context, token, start, end, out);
    }
}

/// The first word of the object of the preposition at `token` that says what it is
/// (وفق بعض [المصادر]، بحسب ذات [المصدر]).
fn object(context: &Context, token: usize) -> usize {
    const BEFORE: usize = 3;
    let empty = |at: &usize| {
        let class = context.class(*at);
        let picks = matches!(
            class,
            Some(Class::All | Class::Some | Class::Demonstrative | Class::Which)
        );
        picks || context.means(*at, Senses::EMPTY) || context.is_mark(*at)
    };
    let mut behind = token + 1..token + 1 + BEFORE;
    behind.find(|at| !empty(at)).unwrap_or(token + 1)
}

/// Whether somebody who speaks, or what was said, stands behind the preposition at
/// `token` (وفق المصدر، بحسب توقعات الهيئة) and no measure (وفق القواعد الجديدة).
pub fn surely(context: &Context, token: usize) -> bool {
    let object = object(context, token);
    let named = context.mention(object).map(|mention| mention.kind);
    let said = |word: &str| senses::is(word, Senses::SAID);
    let key = bare(context.key(object));
    matches!(named, Some(EntityType::Per | EntityType::Org))
        || context.has(object, SPEAKERS)
        || said(key)
        || senses::is(stem(key), Senses::MEDIA | Senses::FINDING)
        || key.strip_prefix('ل').is_some_and(said)
}

/// The phrase opens the sentence: the content follows a comma, فإن or أن.
fn after_front(context: &Context, token: usize, end: usize, out: &mut Vec<Proposal>) {
    let before = out.len();
    for at in token + 1..end.min(token + PHRASE) {
        let complementizer = context.class(at).filter(|c| c.complementizer());
        let start = match complementizer {
            Some(class) if class.belongs_to_clause() => at,
            _ => at + 1,
        };
        let then = context.is(at, "فقد");
        if then || complementizer.is_some_and(|c| matches!(c, Class::SoThat | Class::SoThatPronoun))
        {
            out.truncate(before);
        }
        let opens = complementizer.is_some()
            || then
            || context.is_comma(at)
            || context.mark(at) == Mark::Colon;
        // وحسب الوزارة فإنه سيتم: the pronoun is part of the content.
        let clause = start == at || !context.class(start).is_some_and(Class::complementizer);
        if opens && start < end && clause {
            out.push(Proposal::open(Rule::AccordingFront, start, at));
        }
        // بحسب الموقع كشفت الصور: no comma before the verb.
        let clause = verb(context, at)
            || (opens_clause(context, at) || joins_answer(context, at)) && surely(context, token);
        if at > token + 1 && complementizer.is_none() && clause {
            out.push(Proposal::open(Rule::AccordingFront, at, at));
        }
        if complementizer.is_some() {
            return;
        }
    }
}

/// Whether a verb of the main clause stands at a token: not one that describes what stands
/// before it (بحسب دراسة [أعدها] معهد).
fn verb(context: &Context, token: usize) -> bool {
    let word = context.word(token);
    // وفقا لمصدر [طلب] عدم ذكر اسمه، وفقا لسائق [يدعى] سامر الحداد.
    if aside::hides(context, token) || phrases::gives_name(context, token) {
        return false;
    }
    let describes = word.cue.is_some_and(|cue| cue.entry.pronoun)
        || context.class(token - 1) == Some(Class::Relative);
    // بحسب دراسة [نشرت] أمس.
    let before = context.word(token - 1);
    let indefinite =
        before.open && context.mention(token - 1).is_none() && !context.has_article(token - 1);
    let issued = context.means(token, Senses::ISSUED)
        || matches!(
            context.key(token),
            "نشرت"
                | "نشر"
                | "اجريت"
                | "اجري"
                | "وزع"
                | "وزعت"
                | "عرض"
                | "عرضت"
                | "شمل"
                | "شملت"
        );
    let describes = describes || indefinite && issued;
    let finite = word.finite || word.class == Some(Class::Was) || verb_form::is_at(context, token);
    finite && !describes && !context.key(token).starts_with('و')
}

/// Whether a clause may open at a token that no list knows for a verb: an indefinite word between two
/// definite ones, which can be no part of the source (بحسب الوزارة [ترتفع] الأسعار).
fn opens_clause(context: &Context, token: usize) -> bool {
    let word = context.word(token);
    let closed = |at: usize| context.has_article(at) || context.key(at).starts_with("لل");
    let plain = word.open && word.class.is_none() && !context.has_article(token);
    plain
        && context.key(token).starts_with('ت')
        && context.mention(token).is_none()
        && closed(token - 1)
        && context.has_article(token + 1)
}

/// Whether ف before a noun with its article takes the sentence up again behind the phrase (وحسب الطبيبة
/// [فالمرض] له شكلان).
fn joins_answer(context: &Context, token: usize) -> bool {
    let word = context.word(token);
    word.open && context.key(token).starts_with("فال") && context.mention(token).is_none()
}

/// Whether the next report opens at a token (…، وفق الشرطة، فيما قال شهود).
fn goes_on(context: &Context, token: usize) -> bool {
    let verb = |at: usize| context.word(at).reports();
    match context.class(token) {
        Some(Class::While) => verb(token + 1),
        Some(Class::In) => context.is(token + 1, "حين") && verb(token + 2),
        _ => false,
    }
}

/// Where the predicate of what stands before the phrase begins behind it, with no comma (والسبب بحسب
/// الخبير [هو] ارتفاع الطلب).
fn predicate(context: &Context, token: usize, end: usize) -> Option<usize> {
    const NEAR: usize = 8;
    let mut behind = token + 2..end.min(token + NEAR);
    let it_is = |at: usize| matches!(context.key(at), "هو" | "هي" | "هم");
    let other = |at: usize| {
        let class = context.class(at);
        let clause = class.is_some_and(|class| class == Class::Relative || class.complementizer());
        clause || context.word(at).says() || !context.tokens.is_word(at)
    };
    let is = behind.find(|at| other(*at) || it_is(*at));
    is.filter(|at| it_is(*at) && context.class(at + 1) != Some(Class::Relative))
}

/// The phrase stands inside or after the clause.
fn around(context: &Context, token: usize, start: usize, end: usize, out: &mut Vec<Proposal>) {
    let mut last = token;
    while last > start
        && (context.is_comma(last - 1)
            || context.is_dash(last - 1)
            || context.mark(last - 1) == Mark::Open)
    {
        last -= 1;
    }
    // …، وذلك وفق البيان.
    if last > start + 1 && context.is(last - 1, "وذلك") {
        last -= 1 + usize::from(context.is_comma(last - 2));
    }
    let dashes = context.is_dash(token - 1);
    let tails: Vec<usize> = (token + 1..end.min(token + PHRASE))
        .filter(|t| {
            (context.is_comma(*t) || context.mark(*t) == Mark::Close || context.is_dash(*t))
                && t + 1 < end
                && !goes_on(context, t + 1)
        })
        .take(3)
        .collect();
    let quote = last.checked_sub(1).and_then(|at| context.quote_closing(at));
    // «الأمر واضح» بحسب الخبير, but not حول «الأمر» بحسب الخبير.
    let whole = |quote: &Quote| quotation_before::is_whole(context, quote, start);
    if let Some(quote) = quote.filter(|q| q.open > start && !q.is_empty() && whole(q)) {
        out.push(Proposal::closed(
            Rule::AccordingAfter,
            quote.inside(),
            token,
        ));
    }
    // ووصلت – بحسب بيانات البلدية – إلى ألفين: between dashes the clause goes on.
    let inside = dashes && tails.first().is_some_and(|tail| context.is_dash(*tail));
    for first in starts(context, start, last) {
        let torn = tails
            .first()
            .is_some_and(|tail| is_torn(context, (first, last), tail + 1));
        let whole = !torn || first != start;
        let is = predicate(context, token, end);
        if whole && !inside && is.is_none() {
            out.push(Proposal::closed(Rule::AccordingAfter, (first, last), token));
        }
        for tail in &tails {
            out.push(Proposal::open(Rule::AccordingAfter, tail + 1, *tail).after((first, last)));
        }
        if let Some(is) = is {
            out.push(Proposal::open(Rule::AccordingAfter, is, is).after((first, last)));
        }
    }
}
