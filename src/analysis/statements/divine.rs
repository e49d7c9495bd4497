//! What God says (قال الله تعالى، قوله تعالى، قال عز وجل) or his prophet (قال صلى الله عليه وسلم): the
//! formula is nobody's name, and whoever quotes it is not who says it.

use std::cell::OnceCell;

use super::{site::Site, sources::Source};
use crate::analysis::{
    context::{Context, Mark},
    cues::{CueWord, Lemma},
    work,
};

static SAYS: Lemma = Lemma::new("قال");

/// The words behind a form of قال by which one of them is meant.
pub fn of(c: &Context, site: &Site) -> Option<Source> {
    let says = |cue: &CueWord| SAYS.is(&cue.entry);
    if !c.word(site.token).cue.as_ref().is_some_and(says) {
        return None;
    }
    let first = site.token + 1;
    let end = first + usize::from(c.is(first, "الله"));
    let end = behind_formula(c, end);
    let end = if end > first {
        end
    } else {
        behind_blessing(c, first)
    };
    (end > first).then_some((first, end))
}

/// Whether their words stand right behind the formula, in marks or brackets or behind a colon.
pub fn surely(c: &Context, site: &Site) -> bool {
    of(c, site).is_some_and(|(_, end)| {
        matches!(c.mark(end), Mark::Colon | Mark::Open) || c.quote_opening(end).is_some()
    })
}

/// The token behind the blessing of the prophet that opens at a token.
fn behind_blessing(c: &Context, token: usize) -> usize {
    let blessing: [&[&str]; 3] = [
        &["صلي", "الله", "عليه", "وسلم"],
        &["صلي", "الله", "عليه", "وآله", "وسلم"],
        &["عليه", "الصلاه", "والسلام"],
    ];
    let stands = |words: &&[&str]| (token..).zip(*words).all(|(at, word)| c.is(at, word));
    let found = blessing.into_iter().find(stands);
    token + found.map_or(0, <[&str]>::len)
}

/// The token behind words of praise that open at a token.
fn behind_formula(c: &Context, token: usize) -> usize {
    match c.key(token) {
        "تعالي" | "سبحانه" => token + 1 + usize::from(c.is(token + 1, "وتعالي")),
        "عز" | "جل" if matches!(c.key(token + 1), "وجل" | "وعلا") => token + 2,
        _ => token,
    }
}

/// Who is meant by a phrase that stands as a source, if it is one of these. What the article
/// calls the prophet is looked for once, and kept in `prophet`.
pub fn named(
    c: &Context,
    (first, end): Source,
    prophet: &OnceCell<&'static str>,
) -> Option<&'static str> {
    let formula = behind_formula(c, first);
    if c.is(first, "الله") && behind_formula(c, first + 1) == end
        || formula > first && formula == end
    {
        return Some("الله");
    }
    let blessing = behind_blessing(c, first);
    let blessed = blessing > first && blessing == end;
    blessed.then(|| *prophet.get_or_init(|| called(c)))
}

/// What the article calls the prophet.
fn called(c: &Context) -> &'static str {
    work::steps(c.tokens.len());
    let called = |name: &str| (0..c.tokens.len()).any(|at| c.is(at, name));
    if called("النبي") && !called("الرسول") {
        "النبي"
    } else {
        "الرسول"
    }
}
