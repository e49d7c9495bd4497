//! Who speaks right behind a participle (مؤكدا [s سموه] أن، مشيرا [s الوزير] إلى): a form of
//! address, a role or a name, before what the participle governs.

use super::{
    site::{Site, SiteKind},
    sources::Source,
};
use crate::{
    analysis::{
        context::{Context, Holds},
        cues::{Lemma, Shape, SpeechAct},
        grammar::Class,
        lexicon::Classes,
    },
    annotations::EntityType,
};

static HOLDS: Lemma = Lemma::new("اعتبر");

/// Those words, if they stand behind the participle of a site.
pub fn of(c: &Context, site: &Site) -> Option<Source> {
    let cue = c.word(site.token).cue?;
    let able = cue.entry.shape == Shape::Participle
        && !HOLDS.is(&cue.entry)
        && cue.entry.act != SpeechAct::Blaming;
    if !able || !c.key(site.token).ends_with(['ا', 'ه']) {
        return None;
    }
    let first = site.token + 1;
    let honour = c.word(first).holds.intersects(Holds::HIS_HONOUR);
    if honour {
        return Some((first, first + 1));
    }
    if cue.entry.act.has_hearer() {
        return None;
    }
    let person = c
        .mention(first)
        .filter(|m| m.first == first && m.kind == EntityType::Per);
    let role = c.has(first, Classes::TITLE) && c.has_article(first) && c.mention(first).is_none();
    let end = person
        .map(|m| m.end)
        .or_else(|| role.then_some(first + 1))?;
    let opens = c.class(end).is_some_and(|class| {
        class.complementizer() || matches!(class, Class::Ila | Class::An | Class::Ala)
    });
    opens.then_some((first, end))
}

/// Where they end, behind the participle of a cue.
pub fn end(c: &Context, cue: usize) -> Option<usize> {
    let kind = SiteKind::Cue(c.word(cue).cue?);
    of(c, &Site { token: cue, kind }).map(|source| source.1)
}
