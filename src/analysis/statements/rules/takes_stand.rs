//! Whoever has just spoken goes on with a stand of theirs: a joined verb that opens its sentence,
//! what it governs right behind it (قال الخبير إن السوق راكد. واستغرب [q غياب الرقابة]. ولم يستبعد
//! [q رفع الأسعار]. ووعد [q بحل المشكلة]).

use super::object::may_speak;
use crate::analysis::{
    context::{Context, Holds},
    cues::{Agreement, CueWord, Government, Lemma, SpeechAct, Weight},
    grammar::Class,
};

/// How far back the report before may stand, in tokens.
const REACH: usize = 90;

static REFUSES: Lemma = Lemma::new("رفض");
static REGRETS: Lemma = Lemma::new("اسف");

/// Whether a cue is such a verb.
pub fn is_at(c: &Context, cue: usize) -> bool {
    let Some(word) = c.word(cue).cue else {
        return false;
    };
    let one = matches!(word.entry.agreement, Agreement::He | Agreement::She);
    let finite = word.entry.shape.is_finite() && one && !word.entry.pronoun;
    finite
        && stands(c, cue, &word)
        && opens(c, cue, &word)
        && governs(c, cue, &word)
        && goes_on(c, cue)
}

/// Whether a verb tells where somebody stands, and is no act.
fn stands(c: &Context, cue: usize, word: &CueWord) -> bool {
    use SpeechAct::{Asking, Blaming, Denying, Expecting, Feeling, Judging, Praising, Promising};
    const REFUSED: [&str; 8] = [
        "تحميل",
        "الكشف",
        "الافصاح",
        "تسميه",
        "اعتبار",
        "الاتهامات",
        "المساس",
        "الزج",
    ];
    let entry = &word.entry;
    let stand = matches!(
        entry.act,
        Asking | Blaming | Denying | Expecting | Feeling | Judging | Praising | Promising
    );
    let refuses = REFUSES.is(entry) && REFUSED.contains(&c.key(cue + 1));
    let regrets = REGRETS.is(entry) && c.word(cue + 1).preposition == Some(Government::LI);
    stand && (entry.weight == Weight::Say || refuses || regrets)
}

/// Whether a verb opens its sentence: by و, behind كما or a negation with و.
fn opens(c: &Context, cue: usize, word: &CueWord) -> bool {
    let (start, _) = c.sentence(cue);
    let before = cue.checked_sub(1).filter(|at| *at >= start);
    let first = match before.map(|at| (at, c.class(at))) {
        Some((at, Some(Class::As))) => at,
        Some((at, Some(Class::Negation))) if c.key(at).starts_with('و') => at,
        _ if word.waw => cue,
        _ => return false,
    };
    (start..first).all(|at| c.is_mark(at)) && c.quote_of(cue).is_none()
}

/// Whether what it governs stands right behind it: a preposition of its own, or a noun that nobody
/// is.
fn governs(c: &Context, cue: usize, word: &CueWord) -> bool {
    let next = cue + 1;
    if !c.is_word(next) {
        return false;
    }
    if let Some(preposition) = c.word(next).preposition {
        return word.entry.government.contains(preposition) || REGRETS.is(&word.entry);
    }
    let noun = c.word(next).holds.intersects(Holds::NOUN) && c.class(next).is_none();
    let somebody = c.mention(next).is_some() || may_speak(c, next) || c.word(next).says();
    let adjective = c.has_article(next) && c.has_article(next + 1);
    noun && word.entry.government.contains(Government::OBJECT) && !somebody && !adjective
}

/// Whether somebody reports before, in the same paragraph.
fn goes_on(c: &Context, cue: usize) -> bool {
    let (first, _) = c.paragraph_around(cue);
    let from = first.max(cue.saturating_sub(REACH));
    (from..cue).any(|at| {
        c.word(at).reports()
            && c.word(at)
                .cue
                .is_some_and(|w| w.entry.weight == Weight::Say)
    })
}
