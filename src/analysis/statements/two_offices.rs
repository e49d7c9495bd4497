//! Two men by their offices behind a verb, of whom one asks, warns or thanks the other (طالب [s النائب]
//! الوزير بالاستقالة): the first is who speaks.

use super::{site::Site, sources::Source};
use crate::analysis::{
    context::Context,
    cues::{Government, Lemma},
    lexicon::Classes,
};

static THANKS: Lemma = Lemma::new("شكر");

/// The first of them.
pub fn of(c: &Context, site: &Site) -> Option<Source> {
    let cue = site.verb()?;
    let first = site.token + 1;
    let governed = c.word(first + 2).preposition.is_some_and(|preposition| {
        preposition != Government::LI && cue.entry.government.contains(preposition)
    });
    let asks = cue.entry.act.has_hearer() || THANKS.is(&cue.entry);
    let two = is_office(c, first) && is_office(c, first + 1) && !is_title(c, first);
    (asks && governed && two && !cue.entry.pronoun).then_some((first, first + 1))
}

fn is_office(c: &Context, token: usize) -> bool {
    c.has(token, Classes::TITLE) && c.has_article(token) && c.mention(token).is_none()
}

/// Whether a word is put before what a man is called (الشيخ الرئيس، اللواء الوزير).
fn is_title(c: &Context, token: usize) -> bool {
    const RANKS: [&str; 15] = [
        "السيد",
        "الشيخ",
        "الدكتور",
        "المهندس",
        "الاستاذ",
        "الحاج",
        "القاضي",
        "اللواء",
        "العميد",
        "العقيد",
        "الرائد",
        "النقيب",
        "الفريق",
        "الجنرال",
        "القائد",
    ];
    RANKS.contains(&c.key(token))
}
