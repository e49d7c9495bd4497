//! What somebody calls on people to do: أهابت الوزارة بالجميع [q استقاء المعلومات من مصادرها]، أهاب
//! المركز بالمزارعين أن [q يبلغوا]: whom stands behind ب, and is no part of it.

use super::super::proposal::{Proposal, Rule};
use crate::analysis::{
    context::Context,
    cues::{Entry, Government, Lemma, Shape},
    grammar::Class,
    senses::Senses,
};

static CALLS_ON: Lemma = Lemma::new("اهاب");

/// How far behind the verb whom it calls on may stand, in tokens.
const REACH: usize = 12;

/// The content behind whom a form of أهاب calls on.
pub fn propose(context: &Context, cue: usize, entry: &Entry) -> Option<Proposal> {
    if entry.shape == Shape::Masdar || !CALLS_ON.is(entry) {
        return None;
    }
    let (_, end) = context.sentence(cue);
    let mut near = (cue + 1..end.min(cue + REACH)).take_while(|at| !context.is_mark(*at));
    let whom = near.find(|at| is_folk(context, *at))?;
    let behind = Some(behind(context, whom, end)).filter(|at| *at < end)?;
    let class = context.class(behind);
    if class.is_some_and(Class::is_that) {
        return Some(Proposal::open(Rule::Clause, behind + 1, behind));
    }
    if class == Some(Class::Ila) {
        return Some(Proposal::open(Rule::Preposition, behind + 1, behind));
    }
    let word = context.tokens.is_word(behind);
    let rule = match context.word(behind).preposition {
        Some(Government::BI) => Rule::Preposition,
        _ => Rule::Object,
    };
    (word && class.is_none()).then(|| Proposal::open(rule, behind, behind))
}

/// Where those who are called on end: with the noun that completes theirs, others whom و joins,
/// and their adjectives.
fn behind(context: &Context, whom: usize, end: usize) -> usize {
    let mut at = whom + 1;
    let definite = |at: usize| context.has_article(at) && context.tokens.is_word(at);
    if !context.key(whom).starts_with("بال") && definite(at) {
        at += 1;
    }
    let several = |key: &str| key.ends_with("ين") || key.ends_with("ات");
    while at < end && context.tokens.is_word(at) {
        let key = context.key(at);
        let joined =
            key.starts_with("وال") && (several(key) || context.noun_means(at, Senses::FOLK));
        let adjective = definite(at) && several(key) && key.chars().count() > 6;
        if !joined && !adjective {
            break;
        }
        at += 1;
    }
    at
}

/// Whether ب and people stand at a token (بالجميع، بقائدي المركبات).
pub fn is_folk(context: &Context, token: usize) -> bool {
    const PEOPLE: [&str; 12] = [
        "جميع",
        "الجميع",
        "عموم",
        "كافه",
        "كل",
        "اولياء",
        "قائدي",
        "مستخدمي",
        "مرتادي",
        "ساكني",
        "اصحاب",
        "ملاك",
    ];
    let noun = context.key(token).strip_prefix('ب').unwrap_or_default();
    let people = PEOPLE.contains(&noun)
        || context.noun_means(token, Senses::FOLK)
        || noun.starts_with("ال") && noun.ends_with("ين") && noun.chars().count() > 6;
    context.word(token).preposition == Some(Government::BI) && people
}
