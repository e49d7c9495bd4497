//! A bare noun: نفى المتحدث [q وجود أي خلاف]، توقع الخبير [q ارتفاع الأسعار].
//!
//! Any word near the cue may be the one; which it is, the choice decides.

use super::{
    super::{
        aside, circumstance, juncture, own_subject, phrases,
        proposal::{Proposal, Rule},
        source_opens::timed,
    },
    completing, manner, own_words, saying,
};
use crate::{
    analysis::{
        context::{Context, Holds, Word},
        cues::{Entry, Government, Lemma, Shape, SpeechAct, Weight},
        grammar::Class,
        lexicon::Classes,
        senses::Senses,
    },
    annotations::EntityType,
};

/// How far from its cue a bare noun may stand, in tokens.
const REACH: usize = 16;

static HOLDS: Lemma = Lemma::new("اعتبر");
static ADMITS: Lemma = Lemma::new("اقر");
static REFUSES: Lemma = Lemma::new("رفض");
static RENEWS: Lemma = Lemma::new("جدد");

/// Whether the noun behind a participle is surely its content (مؤكدا [q عزم السكان على
/// البقاء]): one that asks, warns or blames has whom it speaks to there.
pub fn surely(context: &Context, cue: usize, entry: &Entry) -> bool {
    use SpeechAct::{Affirming, Announcing, Claiming, Denying, Expecting};
    if entry.shape != Shape::Participle || own_subject::end(context, cue).is_some() {
        return false;
    }
    // معتبرا الأمر خطرا.
    let holds = HOLDS.is(entry) && context.has_article(cue + 1);
    let takes = entry.government.contains(Government::OBJECT)
        && matches!(
            entry.act,
            Affirming | Announcing | Claiming | Denying | Expecting
        );
    let noun = context.word(cue + 1);
    let bare = noun.class.is_none() && noun.preposition.is_none() && noun.attribution.is_none();
    // مؤكدا لـ«الصحيفة» أن: ل parted from its noun by a mark.
    let apart = context.key(cue + 1) == "ل" || context.quote_opening(cue + 2).is_some();
    // مؤكدا مجددا, مؤكدا مرة أخرى: adverbs.
    let key = context.key(cue + 1);
    let adverb = key.ends_with('ا') || key == "مره";
    let named = context.mention(cue + 1).is_some();
    (takes || holds) && bare && !apart && context.tokens.is_word(cue + 1) && !adverb && !named
}

/// The masdar with its article that somebody is asked to do, behind whom it is asked of (ناشدت الوزارة
/// المانحين «الوفاء» بتعهداتهم): its own ب is none of the verb's.
pub fn asked(context: &Context, cue: usize, entry: &Entry) -> Option<usize> {
    const DEEDS: [&str; 14] = [
        "الوفاء",
        "التقيد",
        "الالتزام",
        "التحلي",
        "المشاركه",
        "المبادره",
        "الاسراع",
        "التعجيل",
        "الاكتفاء",
        "القيام",
        "السماح",
        "التمسك",
        "الاهتمام",
        "الاعتراف",
    ];
    let asks = entry.act == SpeechAct::Asking && entry.government.contains(Government::OBJECT);
    if !asks || entry.shape == Shape::Masdar {
        return None;
    }
    let (_, end) = context.sentence(cue);
    let mut behind = (cue + 1..end.min(cue + REACH)).take_while(|at| {
        let word = context.word(*at);
        let free = word.class.is_none() && word.preposition.is_none() && !word.reports();
        !context.is_mark(*at) && free
    });
    let deed = behind.find(|at| *at > cue + 1 && DEEDS.contains(&context.key(*at)))?;
    let governs = context.word(deed + 1).preposition == Some(Government::BI);
    governs.then_some(deed)
}

/// Whether a noun tells what somebody feels or means to do, and whose it is (عزمه، قلقها):
/// what follows completes it.
pub fn is_own(context: &Context, token: usize) -> bool {
    context.word(token).holds.intersects(Holds::OWN)
        && !context.slice(token, token + 1).ends_with('ة')
        && !is_addressed(context, token)
}

/// Whether سعادته behind a verb of saying is who speaks (وأشار سعادته إلى; not أبدى سعادته بـ).
fn is_addressed(context: &Context, token: usize) -> bool {
    use SpeechAct::{Affirming, Announcing, Explaining, GoingOn, Pointing, Telling};
    let honour = context.word(token).holds.intersects(Holds::HIS_HONOUR);
    let verb = token.checked_sub(1).and_then(|at| context.word(at).cue);
    honour
        && verb.is_some_and(|cue| {
            // أعرب سعادته عن شكره.
            let express = context.class(token + 1) == Some(Class::An);
            let tells = matches!(
                cue.entry.act,
                Affirming | Announcing | Explaining | GoingOn | Pointing | Telling
            );
            tells || express && cue.entry.act == SpeechAct::Expressing
        })
}

/// Whether a word that holds this may be the noun, as far as it tells by itself.
#[inline]
pub fn may_open(holds: Holds, cue: usize, token: usize) -> bool {
    token - cue <= REACH && holds.intersects(Holds::NOUN | Holds::TOLD)
}

/// Proposes the noun at `token`.
pub fn propose(context: &Context, cue: usize, token: usize, out: &mut Vec<Proposal>) {
    let holds = context.word(token).holds;
    if !may_open(holds, cue, token) {
        return;
    }
    let opens = holds.intersects(Holds::NOUN) && !saying::opens(context, token)
        || holds.intersects(Holds::TOLD) && own_words::tells(context, cue);
    let (verb, before) = (context.word(cue), context.word(token - 1));
    let governed = before.holds.intersects(Holds::PREPOSITION);
    // في حديث [إذاعي]: what a speech was given in.
    let occasion = || {
        before.occasion
            && before.class.is_none()
            && context
                .word(token.wrapping_sub(2))
                .holds
                .intersects(Holds::PREPOSITION)
            && completing::goes_with_occasion(context, token)
    };
    // No noun begins within a name: نفى المغرب [العربي].
    // تحذيرات [رئيس الأركان]: whose they are.
    let genitive = || {
        let masdar = verb
            .cue
            .is_some_and(|cue| cue.entry.shape == Shape::Masdar && !cue.entry.pronoun);
        token == cue + 1 && masdar && may_speak(context, token)
    };
    let within = || context.mention(token).is_some_and(|m| m.first < token);
    if opens
        && !governed
        && !within()
        && !genitive()
        && !occasion()
        && !is_act(verb)
        && !completing::is_whose(context, token)
        && !completing::is_brought(context, token)
        && own_subject::end(context, cue).is_none_or(|end| token >= end)
        && !completing::is_office_of(context, token)
        && !(token > cue + 1 && juncture::is_construct(context, token))
        && !aside::hides(context, token)
        && !aside::hides(context, token - 1)
        && !speaks(context, (cue, verb), token)
        && !completing::completes(context, (cue, before), token)
        && !has_object(context, cue, token)
        && !completing::is_adjective(context, cue, token)
    {
        out.push(Proposal::open(Rule::Object, token, token));
    }
}

/// Whether a verb does something to a thing where it has a bare object (أقر
/// القانون).
fn is_act(verb: &Word) -> bool {
    let word = verb.cue.map(|cue| cue.entry);
    word.is_some_and(|entry| entry.shape.is_finite() && !entry.pronoun && ADMITS.is(&entry))
}

/// Whether a noun can only be who does it: somebody, or a body, behind a verb that tells or
/// finds something (أعلنت [السلطات] اعتقال ستة).
fn speaks(context: &Context, (cue, verb): (usize, &Word), token: usize) -> bool {
    use SpeechAct::{
        Affirming, Announcing, Claiming, Denying, Expecting, Explaining, Finding, GoingOn, Showing,
        Telling,
    };
    let acts = verb.cue.is_some_and(|cue| {
        let act = matches!(
            cue.entry.act,
            Affirming
                | Announcing
                | Claiming
                | Denying
                | Expecting
                | Explaining
                | Finding
                | GoingOn
                | Showing
                | Telling
        );
        act && cue.entry.shape.is_finite() && !cue.entry.pronoun
    });
    if !acts || context.lists.get(token).proclitics > 0 {
        return false;
    }
    let mention = context.mention(token);
    let named = mention.is_some_and(|m| matches!(m.kind, EntityType::Per | EntityType::Org));
    let denies = verb.cue.is_some_and(|cue| cue.entry.act == Denying);
    // نفت تقارير عن: what is denied.
    let heads = if denies {
        Classes::ORG_HEAD
    } else {
        Classes::SOURCE_NOUN.union(Classes::ORG_HEAD)
    };
    let behind = token == cue + 1 && context.has(token, heads);
    let titled = context.has(token, Classes::TITLE) || behind;
    named || titled
}

/// Whether the phrase right behind a verb has another right behind it: the subject and its
/// object (انتقد [زعيم المعارضة] المشروع).
fn has_object(context: &Context, cue: usize, token: usize) -> bool {
    token == cue + 1 && object_behind(context, cue).is_some()
}

/// Where the object opens behind a verb and its subject.
fn object_behind(context: &Context, cue: usize) -> Option<usize> {
    let verb = context.word(cue).cue.is_some_and(|cue| {
        let finite = cue.entry.shape.is_finite();
        finite && !cue.entry.pronoun
    });
    let token = cue + 1;
    if !verb || !may_speak(context, token) {
        return None;
    }
    let (_, end) = context.sentence(cue);
    phrases::longest(context, token, end).filter(|object| {
        *object < end
            && context.tokens.is_word(*object)
            && !context.word(*object).joins
            && juncture::is_at(context, token, *object)
    })
}

/// The noun that opens what a verb tells or denies, right behind who does it (أكد الوزير «حرص»
/// بلاده على; not أبلغ الوزير السفير أن): the prepositions behind it are its own.
pub fn behind_subject(context: &Context, cue: usize, entry: &Entry) -> Option<usize> {
    use SpeechAct::{Affirming, Announcing, Claiming, Denying, Expecting};
    let tells = matches!(
        entry.act,
        Affirming | Announcing | Claiming | Denying | Expecting
    );
    let holds = HOLDS.is(entry);
    let renews = RENEWS.is(entry);
    let tells = tells || renews;
    let takes =
        entry.government.contains(Government::OBJECT) && (entry.weight == Weight::Say || renews);
    let (_, end) = context.sentence(cue);
    if !(tells && takes || holds) {
        return None;
    }
    let subject = phrases::longest(context, cue + 1, end).filter(|_| may_speak(context, cue + 1));
    let behind = circumstance::behind(context, subject.unwrap_or(cue + 1), end);
    let noun = match subject {
        _ if behind.is_some_and(|at| {
            juncture::is_plain(context, at) || circumstance::is_hers(context, at)
        }) =>
        {
            behind?
        }
        Some(_) => object_behind(context, cue)?,
        _ => return None,
    };
    // نفت الوزارة جملة وتفصيلا [وجود] أي حالات.
    let noun = manner::behind(context, cue, noun).unwrap_or(noun);
    let long = context.key(noun).chars().count() > 2;
    let indefinite = !context.has_article(noun) && context.mention(noun).is_none();
    let bare = long && (indefinite || holds);
    let nobody = !context.has(
        noun,
        Classes::SPEAKER | Classes::TIME_NOUN | Classes::CALENDAR,
    );
    (bare && (nobody || holds) && !timed(context, noun)).then_some(noun)
}

/// Whether a verb that tells, denies or condemns has its subject and a definite object right behind
/// (أدانت كمرانيا «الهجوم»), or renews what is somebody's (جددت كمرانيا «دعمها»).
pub fn is_told(context: &Context, cue: usize) -> bool {
    use SpeechAct::{Affirming, Announcing, Blaming, Denying};
    let Some(word) = context.word(cue).cue else {
        return false;
    };
    let entry = &word.entry;
    let finite = entry.shape.is_finite() && !entry.pronoun;
    let renews = RENEWS.is(entry);
    let refuses = REFUSES.is(entry) && !is_court(context, cue + 1);
    let tells = matches!(entry.act, Affirming | Announcing | Blaming | Denying)
        && entry.weight == Weight::Say
        && entry.government.contains(Government::OBJECT);
    if !finite || !(renews || tells || refuses) {
        return false;
    }
    let Some(object) = object_behind(context, cue) else {
        return false;
    };
    if renews {
        return is_own(context, object);
    }
    context.has_article(object) && context.mention(object).is_none() && !may_speak(context, object)
}

/// Whether those stand at a token who refuse by what they do.
fn is_court(context: &Context, token: usize) -> bool {
    let key = context.key(token);
    key.contains("محكم") || key.contains("قاضي") || key.contains("نياب") || key.contains("لجان")
}

/// Whether somebody or a body opens at a token.
pub(super) fn may_speak(context: &Context, token: usize) -> bool {
    use crate::annotations::EntityType::{Loc, Org, Per};
    let named = context
        .mention(token)
        .map(|m| matches!(m.kind, Per | Org | Loc));
    let people = Senses::CALLING | Senses::PLURAL;
    named.unwrap_or_else(|| {
        context.has(token, Classes::SPEAKER)
            || context.stem_means(token, people)
            || context.means(token, Senses::FOLK)
            || context.class(token) == Some(Class::Some)
            || context.word(token).holds.intersects(Holds::HIS_HONOUR)
    })
}
