//! What somebody holds a thing to be that a pronoun takes up: لقطات اعتبرها البعض [q إهانة
//! للصيادين]، واعتبره [q نموذجا لغيره].

use super::{
    super::{
        phrases,
        proposal::{Proposal, Rule},
    },
    object,
};
use crate::analysis::{context::Context, cues::Lemma, grammar::Class, lexicon::Classes};

static HOLDS: Lemma = Lemma::new("اعتبر");

/// The longest subject between the verb and its judgment, in tokens.
const SUBJECT: usize = 8;

/// The judgment behind such a verb.
pub fn propose(c: &Context, cue: usize) -> Option<Proposal> {
    let word = c.word(cue).cue?;
    let finite = word.entry.shape.is_finite();
    let holds = HOLDS.is(&word.entry);
    if !finite || !holds {
        return None;
    }
    let first = cue + 1;
    // واعتبر ذلك خطرا: whoever spoke before.
    let that = matches!(c.key(first), "ذلك" | "هذا") && is_judgment(c, first + 1);
    if !word.entry.pronoun && that {
        return Some(Proposal::open(Rule::Object, first, first));
    }
    if !word.entry.pronoun {
        return of_two(c, cue);
    }
    let (_, end) = c.sentence(cue);
    // حظر الموسيقى التي تعتبرها سريعة: whoever says all that.
    let relative = cue.checked_sub(1).and_then(|at| c.class(at)) == Some(Class::Relative);
    if is_judgment(c, first) && !relative {
        return Some(Proposal::open(Rule::Object, first, first));
    }
    let speaks = c.mention(first).is_some()
        || c.has(first, Classes::SPEAKER)
        || c.has_article(first)
        || c.key(first) == "بعض";
    let accusative = |at: &usize| is_accusative(c.key(*at)) && is_judgment(c, *at);
    let near = first + 1..end.min(first + SUBJECT);
    let behind = near.clone().find(accusative);
    let behind = behind.or_else(|| phrases::longest(c, first, end));
    let behind = behind.filter(|behind| speaks && *behind < end)?;
    is_judgment(c, behind).then(|| Proposal::open(Rule::Object, behind, behind))
}

/// A thing and what somebody holds it to be, behind who does (اعتبرت الوزارة [القرار انتهاكا]).
fn of_two(c: &Context, cue: usize) -> Option<Proposal> {
    let thing = object::behind_subject(c, cue, &c.word(cue).cue?.entry)?;
    let (_, end) = c.sentence(cue);
    let mut near = (thing + 1..end.min(thing + SUBJECT)).take_while(|at| !c.is_comma(*at));
    let judged = near.any(|at| {
        let plain = c.word(at).open && c.mention(at).is_none() && !c.has_article(at);
        plain && is_accusative(c.key(at))
            || c.is(at, "غير")
            || is_among(c, at)
            || c.quote_opening(at).is_some()
    });
    judged.then(|| Proposal::open(Rule::Object, thing, thing))
}

/// Whether من tells among whom a thing is held to be (من أبرز المعارضين).
fn is_among(c: &Context, token: usize) -> bool {
    let most = matches!(
        c.key(token + 1),
        "ابرز"
            | "اهم"
            | "اكبر"
            | "اخطر"
            | "افضل"
            | "اقوي"
            | "اشهر"
            | "بين"
            | "ضمن"
            | "اشد"
            | "اسوا"
    );
    c.class(token) == Some(Class::Min) && most
}

/// Whether an indefinite noun or adjective stands at a token that may be what something is held
/// to be: in the accusative, or in ة.
fn is_judgment(c: &Context, token: usize) -> bool {
    let key = c.key(token);
    let ending = is_accusative(key) || c.slice(token, token + 1).ends_with('ة');
    let construct = c.has_article(token + 1) && !c.has(token, Classes::SPEAKER);
    c.tokens.is_word(token)
        && c.word(token).open
        && c.mention(token).is_none()
        && !key.starts_with("ال")
        && (ending || construct)
}

/// Whether a form ends as an indefinite accusative does, and not in a pronoun (خرقا; not خارجيتها).
fn is_accusative(key: &str) -> bool {
    key.ends_with('ا') && !key.ends_with("ها")
}
