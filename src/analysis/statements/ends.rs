//! Where a content ends: before the next cue that is the report's own, before
//! what the reporter adds, or with the sentence. The places where it could end
//! are few; a linear model weighs what stands on both sides of each.

use smallvec::{SmallVec, smallvec};

use super::{
    proposal::{Proposal, Rule},
    reporter,
    rules::{label, responsibility},
    second_clause, site, verb_form,
};
use crate::{
    analysis::{
        context::{Context, Holds, Mark},
        cues::{Shape, Weight},
        grammar::Class,
        lexicon::Classes,
        ranker::Ranker,
        sentences, work,
    },
    annotations::EntityType,
};

/// The model that weighs the ends.
pub const MODEL: Ranker = Ranker::new(include_bytes!("../weights/ends.bin"));

/// How many ends are looked at; a content that passes so many is cut at the
/// sentence's end.
pub(super) const MOST: usize = 40;
/// The longest text in round brackets, in tokens, that is taken for an aside.
const BRACKET: usize = 60;

/// Where the content of a reading of a cue may end (the token after its last), nearest first.
pub fn candidates(
    context: &Context,
    cue: usize,
    proposal: &Proposal,
) -> SmallVec<[usize; MOST / 2]> {
    if let Some(end) = proposal.end {
        return smallvec![end];
    }
    if let Some(end) = of_headline(context, proposal) {
        return smallvec![trim(context, proposal.start, end)];
    }
    let mut end = limit(context, proposal);
    if let Some(second) = second_clause::behind(context, proposal.start, end) {
        end = second;
    }
    let relative = in_relative(context, cue, proposal);
    let mut found = SmallVec::new();
    let mut token = behind_bracket(context, proposal.start, end).unwrap_or(proposal.start + 1);
    while token < end && found.len() < MOST {
        work::step();
        let goes_on = relative && opens_main(context, proposal, token);
        if goes_on || turns(context, proposal, token) || said_in(context, proposal, token) {
            end = token;
            break;
        }
        if !context.word(token).holds.intersects(Holds::END) {
            token += 1;
            continue;
        }
        if context.mark(token) == Mark::Close && opened_before(context, proposal.start) {
            end = token;
            break;
        }
        if token > proposal.start + 1
            && (reporter::opens(context, token)
                || is_answered(context, proposal, token)
                || in_front(context, proposal, token)
                || opens_other(context, proposal, token)
                || relative && goes_on_behind(context, token))
        {
            end = token;
            break;
        }
        if may_end_before(context, token) {
            found.push(token);
        }
        let quote = context.quote_at(token);
        let behind = match quote {
            Some(quote) => Some(quote.close + usize::from(quote.closed)),
            None => behind_bracket(context, token, end),
        };
        token = behind.unwrap_or_default().max(token + 1);
    }
    found.push(end);
    for end in &mut found {
        *end = trim(context, proposal.start, *end);
    }
    found.dedup();
    found
}

/// The end of what a headline says behind a colon: that of the headline (22 of 22 of the training
/// articles), but for another label behind two dots (…جاهز.. والنقابة: لم نر نصه).
fn of_headline(context: &Context, proposal: &Proposal) -> Option<usize> {
    let start = proposal.start;
    if proposal.rule != Rule::Label || !context.in_headline(start) {
        return None;
    }
    let (_, end) = context.paragraph_around(start);
    let label = (start..end).find(|at| context.mark(*at) == Mark::Colon);
    let parted = label.and_then(|label| {
        (start..label)
            .rev()
            .find(|at| matches!(context.key(*at), ".." | "." | "؛" | "…"))
    });
    let second = second_clause::behind(context, start, end);
    let end = second.unwrap_or(end);
    Some(parted.map_or(end, |parted| parted.min(end)))
}

/// Whether a sentence with a report of somebody else opens at a token, the content being one that goes
/// on over sentences with no marks around it (وأضاف: العيد جميل. [وتقول] الوزارة إن).
fn opens_other(context: &Context, proposal: &Proposal, token: usize) -> bool {
    let free = matches!(proposal.rule, Rule::Colon | Rule::Label);
    let word = context.word(token);
    let next = token + 1;
    let speaks = || {
        let named = context.mention(next).filter(|m| m.first == next);
        named.map_or_else(
            || context.has(next, Classes::TITLE | Classes::ORG_HEAD) && context.has_article(next),
            |m| matches!(m.kind, EntityType::Per | EntityType::Org),
        )
    };
    free && word.reports()
        && context.sentence(token).0 == token
        && context.quote_of(token).is_none()
        && word.cue.is_some_and(|cue| cue.entry.weight == Weight::Say)
        && speaks()
}

/// Whether إن opens at a token what the main verb says, the content being that of a verb in a relative
/// clause (قال الحداد الذي انتقد الخطة [إن] الحكومة فشلت).
fn opens_main(context: &Context, proposal: &Proposal, token: usize) -> bool {
    let noun = matches!(proposal.rule, Rule::Preposition | Rule::Object);
    let that = context.class(token).is_some_and(Class::is_that);
    noun && that && context.slice(token, token + 1).starts_with('إ')
}

/// Whether it is told at a token in what somebody says more, the content being a noun (عبر عن تفاؤله [في]
/// تغريدة قال فيها «…»).
fn said_in(context: &Context, proposal: &Proposal, token: usize) -> bool {
    const NEAR: usize = 5;
    let noun = !matches!(
        proposal.rule,
        Rule::Clause | Rule::Label | Rule::Colon | Rule::Answer
    );
    let during = matches!(context.class(token), Some(Class::In | Class::Via));
    if !noun || !during || !context.word(token + 1).occasion {
        return false;
    }
    let inside = |at: usize| matches!(context.key(at), "فيه" | "فيها" | "خلاله" | "خلالها");
    let plain =
        |at: &usize| context.tokens.is_word(*at) && context.class(*at) != Some(Class::Relative);
    let mut near = (token + 2..token + 2 + NEAR).take_while(plain);
    near.any(|at| context.word(at).finite && context.word(at).says() && inside(at + 1))
}

/// Whether the text turns at a token from what is said to something else, wherever a content may end.
fn turns(context: &Context, proposal: &Proposal, token: usize) -> bool {
    let may = Holds::GOES_ON | Holds::COMMA | Holds::MARK;
    let noun = matches!(proposal.rule, Rule::Preposition | Rule::Object);
    context.word(token).holds.intersects(may)
        && (noun && tells_on(context, proposal.start, token)
            || labels(context, proposal, token)
            || cites(context, token))
}

/// Whether the text tells on at a token with a clause that cannot be joined to the noun that the content
/// is (طالب بالبقاء في السجن [فتم] نقله، أعلنت عن إصابة طفل[،] ولم يعرف السبب، دعا إلى الهدوء [إلا] أنه
/// قال): of 170 articles' contents of nouns none goes on so, but behind a relative or أن.
fn tells_on(context: &Context, start: usize, token: usize) -> bool {
    let word = token + usize::from(context.is_comma(token));
    let opens = match context.key(word) {
        "وقد" | "ولم" | "فقد" | "فتم" => true,
        "الا" | "غير" => {
            let that = context.class(word + 1).is_some_and(Class::complementizer);
            that && context.word(word + 2).says()
        }
        _ => false,
    };
    let clause = |at: usize| {
        let class = context.class(at);
        let held = matches!(class, Some(Class::Relative | Class::What | Class::Negation));
        held || class.is_some_and(Class::complementizer) || context.word(at).says()
    };
    opens && context.quote_of(word).is_none() && !(start.saturating_sub(1)..token).any(clause)
}

/// Whether it is told at a token what somebody cites (…، [مستشهدا] بقوله تعالى).
fn cites(context: &Context, token: usize) -> bool {
    let cites = matches!(
        context.key(token),
        "مستشهدا" | "مستشهده" | "مستشهدين" | "مستدلا" | "مستدله"
    );
    cites && context.key(token + 1).starts_with('ب') && context.quote_of(token).is_none()
}

/// Whether a headline's label ends at a token, with what its participle reports (الوزير محذرا من
/// التصعيد[:] لن نستسلم).
fn labels(context: &Context, proposal: &Proposal, token: usize) -> bool {
    let participle = || label::behind_participle(context, token);
    context.mark(token) == Mark::Colon && participle().is_some_and(|at| at < proposal.start)
}

/// Whether the main clause begins behind a comma at a token, the content being in one that في
/// حين or بينما opens the sentence with (وفي حين تأمل ضفاف في هدنة، كررت نوران رفضها).
fn is_answered(context: &Context, proposal: &Proposal, token: usize) -> bool {
    let (start, _) = context.sentence(proposal.start);
    let opens = |at: usize| {
        context.class(at) == Some(Class::While)
            || context.class(at) == Some(Class::In) && context.is(at + 1, "حين")
    };
    let next = token + 1;
    let says = context.word(next).says() && context.word(next).finite;
    let hers = context.word(next).open
        && context.key(next).ends_with('ت')
        && !context.key(next).ends_with("ات")
        && !context.has_article(next)
        && context.mention(next).is_none();
    context.is_comma(token)
        && (says || verb_form::is_at(context, next) || hers)
        && !context.key(next).starts_with('و')
        && (opens(start) || context.is_mark(start) && opens(start + 1))
}

/// Whether a content is that of a verb right behind a relative (الوزير الذي نفى [الخبر]، …).
fn in_relative(context: &Context, cue: usize, proposal: &Proposal) -> bool {
    const NEAR: usize = 12;
    const VERB: usize = 3;
    let (start, _) = context.sentence(proposal.start);
    let first = start.max(proposal.start.saturating_sub(NEAR));
    let before = (first..proposal.start)
        .rev()
        .find(|at| context.class(*at) == Some(Class::Relative));
    let Some(relative) = before else {
        return false;
    };
    let says = |at: usize| context.word(at).reports();
    let verb = (relative + 1..proposal.start.min(relative + 1 + VERB)).find(|at| says(*at));
    // قال الوزير الذي كان يتحدث أمس إن: what another verb says.
    verb.is_some_and(|verb| {
        verb == cue
            && !(verb + 1..proposal.start).any(says)
            && !(relative..proposal.start).any(|at| context.is_comma(at))
    })
}

/// Whether the main clause goes on behind a comma: of twenty contents of verbs in a relative clause
/// that reach one nineteen end there.
fn goes_on_behind(context: &Context, token: usize) -> bool {
    context.is_comma(token) && !context.key(token + 1).starts_with('و')
}

/// Whether the main clause begins behind a comma at a token, the content being that of a noun of
/// saying which a preposition puts in front of it (وبعد إعلان الحكومة أن الوقود متوفر، اصطفت
/// السيارات).
fn in_front(context: &Context, proposal: &Proposal, token: usize) -> bool {
    let next = token + 1;
    if !context.is_comma(token) || proposal.link >= proposal.start {
        return false;
    }
    let (start, _) = context.sentence(proposal.start);
    let first = start + usize::from(context.is_mark(start));
    let leads = matches!(
        context.class(first),
        Some(Class::TimePreposition | Class::Despite | Class::With | Class::Response)
    ) || matches!(context.key(first), "تعليقا" | "وتعليقا");
    let verb = |at: usize| context.word(at).reports();
    if !leads || (first..proposal.start).any(verb) {
        return false;
    }
    let plain = context.word(next).open && context.mention(next).is_none();
    let joined = context.key(next).starts_with(['و', 'ل', 'ب']) || context.word(next).joins;
    let definite = context.has_article(next);
    verb(next) && !context.key(next).starts_with('و')
        || plain && !joined && !definite
        || matches!(context.key(next), "فان" | "فقد")
}

/// The token behind a round bracket that opens at a token and closes before `end`: no
/// content ends in one that it holds.
fn behind_bracket(context: &Context, token: usize, end: usize) -> Option<usize> {
    if context.mark(token) != Mark::Open {
        return None;
    }
    let mut depth = 0;
    for at in token..end.min(token + BRACKET) {
        work::step();
        match context.mark(at) {
            Mark::Open => depth += 1,
            Mark::Close => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(at + 1);
        }
    }
    None
}

/// Whether a content begins in a round bracket that opened earlier in its sentence: it
/// ends with that.
fn opened_before(context: &Context, start: usize) -> bool {
    let (first, _) = context.sentence(start);
    let mut closed = 0;
    for at in (first.max(start.saturating_sub(BRACKET))..start).rev() {
        work::step();
        match context.mark(at) {
            Mark::Open if closed == 0 => return true,
            Mark::Open => closed -= 1,
            Mark::Close => closed += 1,
            _ => {}
        }
    }
    false
}

/// The farthest end: that of the sentence; of the paragraph after a colon, unless أن or إن
/// follows it (قال: إن الوضع مستقر): of 713 such contents six go on.
pub(super) fn limit(context: &Context, proposal: &Proposal) -> usize {
    let (_, sentence) = context.sentence(proposal.start);
    let that = |token| context.class(token).is_some_and(Class::complementizer);
    let condition = context.class(proposal.start + 1) == Some(Class::Was);
    let indirect = that(proposal.start) && !condition || that(proposal.start.wrapping_sub(1));
    match proposal.rule {
        Rule::Label | Rule::Colon if !indirect => {
            let paragraph = context.paragraph_around(proposal.start).1;
            let farthest = proposal.start + sentences::LONGEST;
            paragraph.min(farthest).max(sentence)
        }
        _ => sentence,
    }
}

/// Leaves final punctuation out.
pub fn trim(context: &Context, start: usize, mut end: usize) -> usize {
    while end > start + 1 {
        let key = context.key(end - 1);
        let stop = matches!(key, "." | "،" | "," | "؛" | ";" | ":" | "…" | "-" | "–");
        // …، وذلك حسب الوزارة.
        let comma = context.is_comma(end.wrapping_sub(2));
        if !(stop || key == "وذلك" && comma) {
            break;
        }
        end -= 1;
    }
    end
}

/// The first token behind an end and the punctuation that is left out.
pub fn next(context: &Context, end: usize) -> usize {
    let mut next = end;
    while context.word(next).mark.is_left_out() {
        next += 1;
    }
    next
}

/// Whether a masdar is joined to another of the same person's (تأكيدها على أ وتشديدها
/// على ب): what it opens is no part of the other's content.
pub fn goes_on_as(context: &Context, cue: usize, next: usize) -> bool {
    let of = |token: usize| {
        let cue = context.word(token).cue?;
        let owned = cue.entry.shape == Shape::Masdar && cue.entry.pronoun;
        let owner = context.key(token).chars().next_back().filter(|_| owned)?;
        Some((cue.waw, owner))
    };
    let (first, second) = (of(cue), of(next));
    second.is_some_and(|(waw, owner)| waw && first.is_some_and(|first| first.1 == owner))
}

/// Whether a noun of saying completes the noun before it (تنفيذ وعودها).
fn completes(context: &Context, token: usize) -> bool {
    let noun = context
        .word(token)
        .cue
        .is_some_and(|cue| cue.entry.shape == Shape::Masdar && cue.entry.pronoun && !cue.waw);
    let Some(before) = token.checked_sub(1).filter(|_| noun) else {
        return false;
    };
    context.word(before).open
        && context.tokens.is_word(before)
        && context.mention(before).is_none()
        && !context.has_article(before)
        && !context.key(before).ends_with('ا')
}

/// Whether a content may end before a token of which its form does not exclude it.
fn may_end_before(context: &Context, token: usize) -> bool {
    let word = context.word(token);
    let joined =
        |at: usize| context.word(at).joined && context.class(at).is_some_and(Class::complementizer);
    // …، وأن الطريق مغلق: of 24 such none ends a content.
    if completes(context, token) || joined(token) || context.is_comma(token) && joined(token + 1) {
        return false;
    }
    // محملة إسرائيل المسؤولية.
    if responsibility::propose(context, token).is_some() {
        return true;
    }
    if word.attribution.is_some() || word.says() {
        return word.cue.is_none() || !site::reports_nothing(context, token);
    }
    if context.is_mark(token) {
        return context.is_comma(token)
            || context.is_dash(token)
            || matches!(
                context.key(token),
                "." | "؟" | "!" | "(" | ")" | ":" | "\"" | "«" | "“" | "»" | "”"
            );
    }
    match word.class {
        // حتى أكد: the next report; حتى alone goes on.
        Some(Class::Until) => context.word(token + 1).says(),
        // من جانبه opens the next report; على حد تعبيره is the reporter's.
        Some(Class::Min) => context.class(token + 1) == Some(Class::Turn),
        Some(Class::Ala) => context.is(token + 1, "حد"),
        // إلا أنه لم يذكر; alone it goes on.
        Some(Class::Except) => false,
        Some(_) => true,
        None => {
            // وتأكيده على; بقوله إن.
            let told = word.owned_and_joined() || word.tells_how();
            let which = || context.class(token + 1) == Some(Class::Relative);
            word.and_known || told || which()
        }
    }
}
