//! A subject at the head of its sentence that من جانبه, من جهتها parts from its verb by
//! commas: [s وزارة الصحة]، من جانبها، أكدت أن.

use super::{
    site::{Site, SiteKind},
    sources::Source,
};
use crate::analysis::{
    context::Context,
    cues::{Agreement, Shape},
    grammar::Class,
};

/// The longest subject, in tokens.
const LONGEST: usize = 14;

/// The subject, if the verb of a site has such a one.
pub fn of(c: &Context, site: &Site) -> Option<Source> {
    let SiteKind::Cue(cue) = site.kind else {
        return None;
    };
    let verb = matches!(cue.entry.shape, Shape::Past | Shape::Present);
    if !verb || cue.waw || cue.entry.agreement == Agreement::Speaker {
        return None;
    }
    let (start, _) = c.sentence(site.token);
    // The commas, and من جانبه between them.
    let turn = site.token.checked_sub(3).filter(|turn| *turn > start)?;
    let parted = c.is_comma(site.token - 1) && c.is_comma(turn - 1);
    let turns = c.class(turn) == Some(Class::Min) && c.class(turn + 1) == Some(Class::Turn);
    let end = turn - 1;
    let first = (start..end).find(|at| !c.is_mark(*at))?;
    let noun = (first..end).all(|at| {
        c.tokens.is_word(at)
            && !c.word(at).says()
            && !c.class(at).is_some_and(Class::complementizer)
    });
    (parted && turns && noun && end - first <= LONGEST).then_some((first, end))
}
