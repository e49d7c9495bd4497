//! A verb that reports behind its own subject in the clause of another report (أكد الوزير أن
//! [s موسكو] [c تصر] على [q الحوار]، قال إن [s الدول المجاورة] [c ترحب] بـ[q الاتفاق]): nested, as
//! somebody else speaks than who tells it.

use crate::{
    analysis::{
        context::Context,
        cues::{Agreement, CueWord, Government, Lemma, Shape, Weight},
        grammar::Class,
        lexicon::Classes,
        senses::Senses,
        statements::{agreement, site::Site},
    },
    annotations::EntityType,
};

/// Verbs that in the present more often tell what a thing is or does.
static COMMON: [Lemma; 7] = [
    Lemma::new("اعتبر"),
    Lemma::new("وعد"),
    Lemma::new("اعترف"),
    Lemma::new("اظهر"),
    Lemma::new("ركز"),
    Lemma::new("تناول"),
    Lemma::new("كشف"),
];

/// The longest subject, in tokens.
const LONGEST: usize = 9;

/// Whether a cue is such a verb.
pub fn is_at(c: &Context, site: &Site) -> bool {
    let cue = site.token;
    let Some(word) = c.word(cue).cue else {
        return false;
    };
    let entry = &word.entry;
    let finite = entry.shape == Shape::Present && !entry.pronoun && !word.waw && !word.fa;
    let others = entry.agreement != Agreement::Speaker && entry.weight >= Weight::Think;
    finite
        && others
        && !COMMON.iter().any(|verb| verb.is(entry))
        && governs(c, &word, cue + 1)
        && subject(c, cue)
            .is_some_and(|first| speaks(c, first) && !agreement::bars_before(c, site, first))
}

/// Whether what the verb governs stands at a token, or behind how it is done (بشكل قاطع).
fn governs(c: &Context, word: &CueWord, at: usize) -> bool {
    let at = if c.key(at) == "بشكل" { at + 2 } else { at };
    let clause = c.class(at).is_some_and(Class::is_that);
    let pronoun = c.class(at) == Some(Class::PrepositionPronoun);
    clause
        || c.word(at)
            .preposition
            .is_some_and(|p| p != Government::LI && word.entry.government.contains(p) && !pronoun)
}

/// Where the subject begins: right behind what opens the clause, with no verb up to the cue.
fn subject(c: &Context, cue: usize) -> Option<usize> {
    let reach = cue.saturating_sub(LONGEST + 1);
    let within = |at: usize| {
        c.tokens.is_word(at)
            && matches!(
                c.class(at),
                None | Some(Class::In | Class::Min | Class::Some | Class::All)
            )
            && !c.word(at).finite
    };
    let mut at = cue;
    while at > reach && within(at - 1) {
        at -= 1;
    }
    let opens = at.checked_sub(1).and_then(|that| c.class(that));
    let that = matches!(opens, Some(Class::That | Class::ThatBi));
    (that && at < cue).then_some(at)
}

/// Whether somebody, a body or several people open at a token.
fn speaks(c: &Context, first: usize) -> bool {
    if let Some(name) = c.mention(first).filter(|m| m.first == first) {
        return matches!(
            name.kind,
            EntityType::Per | EntityType::Org | EntityType::Loc | EntityType::Norp
        );
    }
    let several = c.stem_means(first, Senses::PLURAL) || c.key(first).ends_with("ين");
    c.has(first, Classes::SPEAKER) || several || c.means(first, Senses::QUANTITY)
}
