//! Verbs that surely report by what stands right behind them, whatever the models weigh: whom
//! they are said to in a pronoun and what they govern (وحثهم على، نصحوها بـ), عبر with somebody's
//! own feeling (عبرت النقابة عن رفضها), a quotation behind بـ (هدد الرئيس بـ«رد ساحق») or behind a
//! colon (علق آخر: «…»), two who admit something (واعترفا بـ).

use super::{
    super::{phrases, sources::LONGEST},
    object,
};
use crate::analysis::{
    context::{Context, Mark},
    cues::{Agreement, CueWord, Government, Lemma, Shape, SpeechAct, Weight},
    grammar::Class,
};

static EXPRESSES: Lemma = Lemma::new("عبر");

/// The shortest quotation, in tokens, that stands behind a colon and is no name.
const WORDS: usize = 2;
/// How far behind the verb its colon may stand.
const NEAR: usize = 10;

/// Whether a verb stands in such a form.
pub fn is_at(c: &Context, cue: usize) -> bool {
    let Some(word) = c.word(cue).cue else {
        return false;
    };
    let entry = &word.entry;
    let finite = entry.shape.is_finite() && entry.agreement != Agreement::Speaker;
    if !finite || is_under(c, cue) {
        return false;
    }
    speaks_to_them(c, cue, &word)
        || both_admit(c, cue, &word)
        || expresses(c, cue, &word)
        || quotes_behind_bi(c, cue, &word)
        || words_behind_colon(c, cue, &word)
}

/// Whether a verb stands under a negation, a condition or in somebody's quoted words.
fn is_under(c: &Context, cue: usize) -> bool {
    let before = cue.checked_sub(1).and_then(|at| c.class(at));
    c.quote_of(cue).is_some()
        || before.is_some_and(|class| {
            matches!(
                class,
                Class::Negation | Class::If | Class::What | Class::Relative
            )
        })
}

/// Whether the verb governs what stands at a token.
fn governs(c: &Context, word: &CueWord, at: usize) -> bool {
    let clause = c.class(at).is_some_and(Class::is_that);
    clause
        || c.word(at)
            .preposition
            .is_some_and(|p| p != Government::LI && word.entry.government.contains(p))
}

/// وحثهم على الجد، نصحها بالراحة: whom it is said to is a pronoun.
fn speaks_to_them(c: &Context, cue: usize, word: &CueWord) -> bool {
    let asks = word.entry.act.has_hearer() && word.entry.weight == Weight::Say;
    let answers = word.entry.act == SpeechAct::Answering;
    // لوحة: no pronoun.
    let whose = word.entry.pronoun && !c.slice(cue, cue + 1).ends_with('ة');
    if !(whose && asks && !answers) {
        return false;
    }
    // نصحها الطبيب بالراحة.
    let (_, end) = c.sentence(cue);
    let subject = || phrases::longest(c, cue + 1, end.min(cue + 1 + LONGEST));
    governs(c, word, cue + 1) || subject().is_some_and(|at| governs(c, word, at))
}

/// واعترفا بحيازة السلاح: the dual names nobody behind it.
fn both_admit(c: &Context, cue: usize, word: &CueWord) -> bool {
    let dual = word.entry.agreement == Agreement::They && c.key(cue).ends_with('ا');
    let plural = c.key(cue).ends_with("وا");
    word.waw && dual && !plural && word.entry.weight == Weight::Say && governs(c, word, cue + 1)
}

/// عبر الفلاحون عن غضبهم: no preposition, as whose feeling it is stands behind.
fn expresses(c: &Context, cue: usize, word: &CueWord) -> bool {
    if !EXPRESSES.is(&word.entry) {
        return false;
    }
    let (_, end) = c.sentence(cue);
    let mut near =
        (cue + 1..end.min(cue + NEAR)).take_while(|at| !c.is_mark(*at) && !c.word(*at).reports());
    let about = near.find(|at| c.class(*at) == Some(Class::An));
    let feeling = about.is_some_and(|about| {
        let noun = c.slice(about + 1, about + 2);
        let whose = ["هم", "ها", "ه"].iter().any(|p| noun.ends_with(p));
        object::is_own(c, about + 1) || whose && c.class(about + 1).is_none()
    });
    feeling && about.is_some_and(|about| about > cue + 1 || word.waw)
}

/// هدد الرئيس بـ«رد ساحق»: the quotation right behind who speaks.
fn quotes_behind_bi(c: &Context, cue: usize, word: &CueWord) -> bool {
    if word.entry.weight != Weight::Say || !word.entry.government.contains(Government::BI) {
        return false;
    }
    let (_, end) = c.sentence(cue);
    // مقطع وصف بـ«الفاضح»: a passive.
    let own = word.waw || word.entry.pronoun;
    let at = if c.is(cue + 1, "ب") {
        own.then_some(cue + 1)
    } else {
        phrases::longest(c, cue + 1, end.min(cue + 1 + LONGEST))
    };
    at.is_some_and(|at| {
        c.is(at, "ب")
            && c.quote_at(at + 1)
                .is_some_and(|quote| quote.closed && !quote.is_empty())
    })
}

/// علق آخر: «ألف سلامة»: a verb of saying, who speaks, a colon and their words.
fn words_behind_colon(c: &Context, cue: usize, word: &CueWord) -> bool {
    use SpeechAct::{Affirming, Answering, Explaining, GoingOn, Telling};
    let tells = matches!(
        word.entry.act,
        Affirming | Answering | Explaining | GoingOn | Telling
    );
    if !tells || word.entry.weight < Weight::Think || word.entry.shape == Shape::Masdar {
        return false;
    }
    let (_, end) = c.sentence(cue);
    let mut near = cue + 1..end.min(cue + NEAR);
    let mark = near.find(|at| c.is_mark(*at) || c.word(*at).says());
    mark.is_some_and(|at| {
        c.mark(at) == Mark::Colon
            && c.quote_at(at + 1)
                .is_some_and(|quote| quote.closed && quote.len() >= WORDS)
    })
}
