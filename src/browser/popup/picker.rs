//! Whose statements are shown: the speakers with their counts, to be ticked.

use super::{Choice, Entry, Popup};
use crate::{
    annotations::SpeakerId,
    browser::{letters::letter, model::Model},
};

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
            sign: letter(words.language(), *number),
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
