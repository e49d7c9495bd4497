//! A noun after the preposition that the verb governs: دعا إلى [q مراجعة الأخطاء]،
//! أعرب عن [q قلقه]، طالب [q بوقف القصف].

use super::super::{
    juncture,
    proposal::{Proposal, Rule},
};
use crate::{
    analysis::{
        context::{Affixes, Context, Mark},
        cues::{Government, Lemma, SpeechAct},
        grammar::Class,
        lexicon::{Classes, classes_of},
        senses::Senses,
    },
    annotations::EntityType,
};

static DEMANDS: Lemma = Lemma::new("طالب");
static ANSWERS: [Lemma; 3] = [Lemma::new("علق"), Lemma::new("رد"), Lemma::new("عقب")];

/// Proposes the noun after a preposition at `token`. Writers use others than
/// the lists know (طالب … إلى), so all are proposed where the verb governs any.
pub fn propose(
    context: &Context,
    (cue, token): (usize, usize),
    government: Government,
    out: &mut Vec<Proposal>,
) {
    if !government.any_preposition()
        || context.word(token).preposition.is_none()
        || token > cue + 1 && leads(context, token)
        || is_behalf(context, token)
        || is_of_number(context, token)
        || is_aside(context, token)
        || token > cue + 1 && is_of_document(context, token)
        || is_behind_demand(context, cue, token, out)
        || is_compound(context, token)
        || goes_on(context, token, out)
        || is_of_noun(context, (cue, token), government)
        || tells_where(context, token, government)
        || is_topic(context, cue, token)
        || is_haste(context, cue, token)
    {
        return;
    }
    let mut start = match of(context, token) {
        // نوه بما تحقق, تساءل عما حدث: the clause is the content with its preposition.
        Some(_) if context.class(token) == Some(Class::What) => token,
        Some(_) if context.class(token) == Some(Class::Adverb) => token,
        Some(_) if context.class(token).is_some() => token + 1,
        Some(_) => token,
        None => return,
    };
    // A mark astray (إلى” بعث الأمل) opens nothing.
    let end = context.tokens.len();
    while start < end && context.is_mark(start) && context.quote_opening(start).is_none() {
        start += 1;
    }
    // خلص إلى القول إن: the clause is the content.
    let words =
        context.mark(start + 1) == Mark::Colon || context.quote_opening(start + 1).is_some();
    let said = matches!(
        context.key(start),
        "القول" | "التاكيد" | "بالقول" | "بقوله" | "بقولها"
    ) && (context.class(start + 1).is_some_and(Class::complementizer) || words);
    if start < end && !said && !context.class(start).is_some_and(Class::complementizer) {
        out.push(Proposal::open(Rule::Preposition, start, token));
    }
}

/// Whether بسرعة tells how something is done (رد بسرعة، رد بسرعة كبيرة), and no noun that goes on
/// (طالب بسرعة صرف الأجور، طالب بسرعة التدخل).
fn is_haste(context: &Context, cue: usize, token: usize) -> bool {
    const HOW: [&str; 6] = ["كبيره", "فائقه", "قصوي", "عاليه", "شديده", "هائله"];
    let next = token + 1;
    let noun = context.word(next).open
        && context.tokens.is_word(next)
        && context.mention(next).is_none()
        && context.word(next).preposition.is_none()
        && (!context.has_article(next) || asks(context, cue))
        && !HOW.contains(&context.key(next));
    context.class(token) == Some(Class::Adverb) && !noun
}

/// Whether a verb asks for something to be done.
fn asks(context: &Context, cue: usize) -> bool {
    let directs = context.key(cue).contains("وجه");
    let verb = context.word(cue).cue;
    directs || verb.is_some_and(|cue| cue.entry.act == SpeechAct::Asking)
}

/// Whether على tells what somebody answers or comments on (علق على القرار): none of those in the
/// articles with gold says it.
fn is_topic(context: &Context, cue: usize, token: usize) -> bool {
    let verb = context.word(cue).cue;
    context.class(token) == Some(Class::Ala)
        && verb.is_some_and(|cue| ANSWERS.iter().any(|verb| verb.is(&cue.entry)))
}

/// Whether في opens what a speech was given in, of a verb that does not govern it (أعلنت الوزارة
/// في بيان تأجيل الامتحانات).
fn tells_where(context: &Context, token: usize, government: Government) -> bool {
    context.class(token) == Some(Class::In)
        && !government.contains(Government::FI)
        && context.word(token + 1).occasion
        && context.class(token + 1).is_none()
}

/// Whether ل goes with the noun before it, as the verb's own إلى stands behind (أشارت التقديرات
/// الأولية للآثار إلى).
fn is_of_noun(context: &Context, (cue, token): (usize, usize), government: Government) -> bool {
    const NEAR: usize = 12;
    let joined = || context.class(token).is_none() && context.key(token).starts_with('ل');
    let mut behind = (token + 1..token + NEAR).take_while(|at| !context.is_mark(*at));
    token > cue + 1
        && government.contains(Government::ILA)
        && joined()
        && behind.any(|at| context.class(at) == Some(Class::Ila))
}

/// Whether a preposition is joined to one that opens a content already (دعا إلى نبذ الخلاف وإلى
/// زيارة المرضى).
fn goes_on(context: &Context, token: usize, out: &[Proposal]) -> bool {
    let again = |proposal: &Proposal| {
        proposal.rule == Rule::Preposition && of(context, proposal.link) == of(context, token)
    };
    // كشف سامر الحداد عن أسباب رحيله عن النادي.
    let about = context.class(token) == Some(Class::An) && !context.is_comma(token - 1);
    let own = |proposal: &Proposal| {
        let Some(before) = proposal.link.checked_sub(1) else {
            return false;
        };
        let named = context
            .mention(before)
            .is_some_and(|m| m.end == proposal.link);
        again(proposal) && (named || context.is_comma(before) || context.word(before).reports())
    };
    context.ends_in(token, Affixes::WAW) && out.iter().any(again) || about && out.iter().any(own)
}

/// Whether a preposition makes one with the noun beside it (على هامش، إلى جانب، بالإضافة إلى).
fn is_compound(context: &Context, token: usize) -> bool {
    let before = || token.checked_sub(1).map_or("", |at| context.key(at));
    let noun = || context.key(token + 1);
    match context.class(token) {
        Some(Class::Ala) => {
            let on = matches!(
                noun(),
                "هامش"
                    | "طول"
                    | "متن"
                    | "الرغم"
                    | "غرار"
                    | "مدي"
                    | "وشك"
                    | "صعيد"
                    | "لسان"
            );
            on || matches!(
                before(),
                "تعليقا" | "ردا" | "تعقيبا" | "بناء" | "علاوه" | "فضلا"
            )
        }
        Some(Class::Ila) => {
            noun() == "جانب"
                || matches!(
                    before(),
                    "بالاضافه" | "اضافه" | "بالنسبه" | "نظرا" | "استنادا"
                )
        }
        Some(Class::An) => noun() == "طريق",
        Some(Class::Min) => {
            let turn = context.class(token + 1) == Some(Class::Turn);
            turn || matches!(
                noun(),
                "خلال" | "اجل" | "جانب" | "قبل" | "جهه" | "بين" | "دون"
            )
        }
        _ => false,
    }
}

/// Whether ب tells where those are who demand (جمعيات [بالمدينة]).
fn is_place(context: &Context, token: usize) -> bool {
    let noun = context.key(token).strip_prefix("بال").unwrap_or_default();
    classes_of(noun).intersects(Classes::PLACE_HEAD.union(Classes::PLACE))
        || matches!(noun, "بلاد" | "خارج" | "داخل" | "منطقه" | "جهه" | "حي")
}

/// Whether the demand stands already before ب at a token (طالب الجماهير بالحضور [بكثافة]).
fn is_behind_demand(context: &Context, cue: usize, token: usize, out: &[Proposal]) -> bool {
    let demands = context
        .word(cue)
        .cue
        .is_some_and(|cue| DEMANDS.is(&cue.entry));
    let by = |at: usize| of(context, at) == Some(Government::BI);
    let first = |proposal: &Proposal| {
        let place = context.mention(proposal.link).is_some() || is_place(context, proposal.link);
        let person = context.has(proposal.link, Classes::TITLE);
        proposal.rule == Rule::Preposition && by(proposal.link) && !place && !person
    };
    let parted = context.is_comma(token - 1);
    demands
        && by(token)
        && !parted
        && !context.ends_in(token, Affixes::WAW)
        && out.iter().any(first)
}

/// Whether عن tells what a source would not have told of it (لم يكشف [عن] اسمه), or for which place
/// somebody sits in parliament (النائب [عن] نوران).
fn is_aside(context: &Context, token: usize) -> bool {
    const NAMES: [&str; 8] = [
        "اسمه",
        "اسمها",
        "هويته",
        "هويتها",
        "اسمائهم",
        "هويتهم",
        "اسميهما",
        "اسماءهم",
    ];
    const SEATS: [&str; 6] = ["النواب", "النائب", "نائب", "نائبه", "النائبه", "البرلمان"];
    if context.class(token) != Some(Class::An) {
        return false;
    }
    let seat = token
        .checked_sub(1)
        .is_some_and(|at| SEATS.contains(&context.key(at)));
    let place = || {
        let name = context.mention(token + 1);
        name.is_some_and(|m| matches!(m.kind, EntityType::Loc | EntityType::Org))
    };
    NAMES.contains(&context.key(token + 1)) || seat && place()
}

/// Whether ل tells whose the document is that speaks (أضاف تقرير [للأمم المتحدة]).
fn is_of_document(context: &Context, token: usize) -> bool {
    context.key(token).starts_with('ل') && juncture::is_document(context, token - 1)
}

/// Whether words tell for whom somebody speaks (المتحدث [باسم] الشرطة), or who is there (بحضور السفير).
fn is_behalf(context: &Context, token: usize) -> bool {
    context.key(token).starts_with("باسم")
        || matches!(context.key(token), "بحضور" | "بصفته" | "بصفتها")
}

/// Whether من goes with a number or with أحد before it (حذر عدد [من] السكان من).
fn is_of_number(context: &Context, token: usize) -> bool {
    let Some(before) = token.checked_sub(1) else {
        return false;
    };
    let counts = context.means(before, Senses::QUANTITY) && !context.has_article(before);
    context.class(token) == Some(Class::Min)
        && (counts || matches!(context.key(before), "العديد" | "الكثير"))
}

/// Whether words behind a noun tell who leads them (المتظاهرون بقيادة الحركة).
fn leads(context: &Context, token: usize) -> bool {
    matches!(context.key(token), "بقياده" | "بزعامه" | "برئاسه")
}

/// The preposition at a token, alone or written together with its word.
pub fn of(context: &Context, token: usize) -> Option<Government> {
    // بارنييه, بليغ: the name begins with its own letter.
    let name = context.mention(token).is_some_and(|m| {
        let whole = m.span.start == context.tokens.span(token).start;
        m.kind == EntityType::Per && context.class(token).is_none() && (m.first < token || whole)
    });
    context.word(token).preposition.filter(|_| !name)
}
