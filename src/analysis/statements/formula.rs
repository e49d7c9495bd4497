//! Words like those that report, which report nobody.
//!
//! The reporter's own for what they add: ويذكر أن، يشار إلى أن at the head of a
//! sentence, تجدر الإشارة إلى أن، الجدير بالذكر أن: of 18 of the training articles none is a
//! statement. Bylines, the sentences of courts; idioms are in `idiom.rs`.

use super::{idiom, phrases};
use crate::{
    analysis::{
        context::{Context, Holds, Mark},
        cues::{Government, Lemma},
        grammar::Class,
        lexicon::Classes,
    },
    annotations::EntityType,
};

/// Whether a cue is part of such words.
pub fn is_at(c: &Context, token: usize) -> bool {
    let key = c.key(token);
    let first = || {
        token
            .checked_sub(1)
            .is_none_or(|before| c.is_mark(before) || c.sentence(token).0 == token)
    };
    let that = |at: usize| c.class(at).is_some_and(Class::complementizer);
    let opens = matches!(key, "يذكر" | "ويذكر" | "يشار" | "ويشار")
        && first()
        && (that(token + 1) || that(token + 2));
    let worth = token
        .checked_sub(1)
        .is_some_and(|before| c.word(before).holds.intersects(Holds::WORTH));
    opens
        || worth
        || idiom::is_at(c, token)
        || is_byline(c, token)
        || is_sentence(c, token)
        || is_asked(c, token)
        || passes(c, token)
}

static ADMITS: Lemma = Lemma::new("اقر");

/// Whether a body passes a law or a plan (أقر مجلس الوزراء خطة لدعم المزارعين, not أقر بخطئه): its
/// object stands right behind it.
fn passes(c: &Context, token: usize) -> bool {
    const PASSED: [&str; 12] = [
        "خطه",
        "قانونا",
        "قانون",
        "القانون",
        "استراتيجيه",
        "مشروع",
        "ميزانيه",
        "موازنه",
        "الموازنه",
        "اتفاقيه",
        "تعديلات",
        "حزمه",
    ];
    let verb = c
        .word(token)
        .cue
        .filter(|cue| cue.entry.shape.is_finite() && !cue.entry.pronoun);
    if !verb.is_some_and(|cue| ADMITS.is(&cue.entry)) {
        return false;
    }
    let body = token + 1;
    let (_, end) = c.sentence(token);
    // أقرت قبل عامين إستراتيجية لإمكانية.
    let mut near = (token + 1..end.min(token + 9)).take_while(|at| {
        !c.is_mark(*at)
            && !c.class(*at).is_some_and(Class::complementizer)
            && c.word(*at).preposition != Some(Government::BI)
    });
    if near.any(|at| PASSED.contains(&c.key(at))) {
        return true;
    }
    let acts = c.has(body, Classes::ORG_HEAD)
        || c.mention(body).is_some_and(|m| m.kind == EntityType::Org)
        || matches!(c.key(body), "البرلمان" | "النواب" | "الكونغرس");
    let object = phrases::longest(c, body, end).unwrap_or(body);
    let thing = object > body
        && object < end
        && c.tokens.is_word(object)
        && c.class(object).is_none()
        && c.word(object).preposition.is_none();
    acts && thing
}

/// Whether a question asks what somebody says (ماذا قال المدرب عن خصمه؟): a headline's, that tells
/// nothing of it.
fn is_asked(c: &Context, token: usize) -> bool {
    let Some(before) = token.checked_sub(1) else {
        return false;
    };
    let asks = matches!(
        c.key(before),
        "ماذا" | "بماذا" | "عماذا" | "كيف" | "لماذا" | "متي" | "وماذا"
    );
    if !asks {
        return false;
    }
    let (start, end) = c.sentence(token);
    let opens = before == start || before == start + 1 && c.is_mark(start);
    opens && (token..end).any(|at| c.slice(at, at + 1).contains(['؟', '?']))
}

/// Whether a paragraph only tells who wrote the article (كتب: سامر الحداد).
fn is_byline(c: &Context, token: usize) -> bool {
    const LONGEST: usize = 8;
    let wrote = matches!(c.key(token), "كتب" | "كتبت" | "راي" | "تصوير" | "ترجمه");
    if !wrote {
        return false;
    }
    let (first, end) = c.paragraph_around(token);
    if first != token {
        return false;
    }
    // كتب سامر الحداد: افتتحت البلدية المعرض.
    let name = c.mention(token + 1).filter(|m| m.kind == EntityType::Per);
    let behind = name
        .map(|name| name.end)
        .filter(|end| c.mark(*end) == Mark::Colon);
    let opens = behind.is_some_and(|colon| c.quote_opening(colon + 1).is_none());
    c.mark(token + 1) == Mark::Colon && end - first <= LONGEST || opens && c.paragraph(token) <= 1
}

/// Whether a court finds somebody guilty (أدانت المحكمة الحارس).
fn is_sentence(c: &Context, token: usize) -> bool {
    let court = |at: usize| c.key(at).contains("محكم") || c.key(at).starts_with("القاضي");
    c.word(token).holds.intersects(Holds::CONDEMNS)
        && (court(token + 1) || token.checked_sub(1).is_some_and(court))
}
