//! Which statements are shown: the speakers, the kinds, or how much they can be relied
//! on, with their counts, to be ticked.

use super::{Choice, Entry, Popup};
use crate::{
    annotations::{Confidence, Kind, SpeakerId, Statement},
    browser::{letters::kind_sign, model::Model},
};

/// The kinds of statements; those of the filter are ticked.
pub fn kinds(model: &Model) -> Popup {
    let words = &model.settings.words;
    let entries = Kind::ALL.map(|kind| Entry {
        sign: kind_sign(kind).to_owned(),
        detail: count(model, |s| s.kind == kind),
        ..Entry::new(
            words.text(&format!("kind.{}", kind.name())),
            Choice::Kind(kind),
        )
    });
    let filtered = model.filters.kinds();
    let ticked = Kind::ALL.map(|kind| filtered.contains(&kind));
    picker(model, "picker.kinds", entries.to_vec(), &ticked)
}

/// How much statements can be relied on; what the filter lets through is ticked.
pub fn confidence(model: &Model) -> Popup {
    let words = &model.settings.words;
    let entries = Confidence::ALL.map(|grade| Entry {
        detail: count(model, |s| s.confidence == grade),
        ..Entry::new(
            words.text(&format!("confidence.{}", grade.name())),
            Choice::Confidence(grade),
        )
    });
    let filtered = model.filters.confidence();
    let ticked = Confidence::ALL.map(|grade| filtered.contains(&grade));
    picker(model, "picker.confidence", entries.to_vec(), &ticked)
}

/// How many statements are such, in words.
fn count(model: &Model, such: impl Fn(&Statement) -> bool) -> String {
    let all = model
        .findings
        .iter()
        .flat_map(|f| &f.annotations.statements);
    let words = &model.settings.words;
    words.count("count.statements", all.filter(|s| such(s)).count())
}

/// A list in the language of the interface, with the entries that are ticked.
fn picker(model: &Model, title: &str, entries: Vec<Entry>, ticked: &[bool]) -> Popup {
    let title = model.settings.words.text(title);
    let ticked = ticked.iter().enumerate().filter(|(_, ticked)| **ticked);
    Popup::new(title, model.ui_direction(), entries)
        .narrowing()
        .ticking(ticked.map(|(at, _)| at).collect())
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
