//! Which statements are shown: the speakers, or the kinds, with their counts, to
//! be ticked.

use super::{Choice, Entry, Popup};
use crate::{
    annotations::{Kind, SpeakerId},
    browser::{letters::kind_sign, model::Model},
};

/// The kinds of statements; those of the filter are ticked.
pub fn kinds(model: &Model) -> Popup {
    let words = &model.settings.words;
    let all = model.findings.as_ref().map(|f| &f.annotations.statements);
    let count = |kind| {
        let of_kind = all.into_iter().flatten().filter(|s| s.kind == kind);
        words.count("count.statements", of_kind.count())
    };
    let entries = Kind::ALL.map(|kind| Entry {
        sign: kind_sign(kind).to_owned(),
        detail: count(kind),
        ..Entry::new(
            words.text(&format!("kind.{}", kind.name())),
            Choice::Kind(kind),
        )
    });
    let filtered = model.filters.kinds();
    let ticked = |i: &usize| Kind::ALL.get(*i).is_some_and(|k| filtered.contains(k));
    let ticked = (0..Kind::ALL.len()).filter(ticked).collect();
    let direction = model.ui_direction();
    Popup::new(words.text("picker.kinds"), direction, entries.to_vec())
        .narrowing()
        .ticking(ticked)
}

/// The speakers, most statements first; those of the filter are ticked.
pub fn speakers(model: &Model) -> Popup {
    let words = &model.settings.words;
    let ranking = model
        .findings
        .iter()
        .flat_map(|f| f.ranking.iter().copied());
    let ranking: Vec<usize> = ranking.collect();
    let entries = ranking.iter().map(|number| {
        let tally = model.findings.as_ref().and_then(|f| f.tallies.get(*number));
        let said = tally.map_or(0, |t| t.statements);
        Entry {
            sign: model.speaker_letter(SpeakerId(*number)),
            detail: words.count("count.statements", said),
            speaker: Some(*number),
            ..Entry::new(
                model.speaker_name(SpeakerId(*number)),
                Choice::Speaker(SpeakerId(*number)),
            )
        }
    });
    let filtered = model.filters.speakers();
    let ticked = |i: &usize| {
        ranking
            .get(*i)
            .is_some_and(|n| filtered.contains(&SpeakerId(*n)))
    };
    let ticked = (0..ranking.len()).filter(ticked).collect();
    Popup::new(
        words.text("picker.speakers"),
        model.direction(),
        entries.collect(),
    )
    .narrowing()
    .ticking(ticked)
}
