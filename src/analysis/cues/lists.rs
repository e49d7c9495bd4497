//! Reads the lists of words that report. The build script does, and tests do.

use super::{
    entry::{Agreement, Attribution, Entry, Government, Shape, SpeechAct, Weight},
    forms,
};
use crate::analysis::{
    entries::{entries, pairs},
    narrow::to_u16,
    normalize::fold,
};
use std::collections::HashMap;

/// What each form is, by its folded key.
pub type Cues = HashMap<String, Entry>;

const CUES: &str = include_str!("../lexicon/ar/cues.txt");
const ATTRIBUTIONS: &str = include_str!("../lexicon/ar/attribution.txt");

/// The words of attribution, folded.
pub fn attributions() -> HashMap<String, Attribution> {
    let read = |(word, class)| {
        let class = match class {
            "according" => Attribution::According,
            "as" => Attribution::As,
            _ => Attribution::Relay,
        };
        (fold(word), class)
    };
    pairs(ATTRIBUTIONS).map(read).collect()
}

/// The verb forms and participles, and the masdars and nouns.
pub fn cues() -> [Cues; 2] {
    let mut cues = [Cues::new(), Cues::new()];
    for (verb, line) in entries(CUES).enumerate() {
        add_verb(to_u16(verb), line, &mut cues);
    }
    cues
}

fn add_verb(verb: u16, line: &str, cues: &mut [Cues; 2]) {
    let mut columns = line.split('\t').map(|c| if c == "-" { "" } else { c });
    let mut next = || columns.next().unwrap_or_default();
    let (past, present, participle) = (fold(next()), fold(next()), fold(next()));
    let masdars = next().split(',').filter(|m| !m.is_empty());
    let masdars: Vec<String> = masdars.map(fold).collect();
    let (government, weight, act) = (government(next()), weight(next()), act(next()));
    let parts = forms::Parts {
        past: &past,
        present: &present,
        participle: &participle,
        masdars: &masdars,
    };
    for form in forms::all(parts) {
        let entry = Entry {
            verb,
            shape: form.shape,
            agreement: form.agreement,
            pronoun: form.pronoun,
            government,
            weight,
            act,
        };
        let [verbs, nouns] = &mut *cues;
        let cues = if form.shape == Shape::Masdar {
            nouns
        } else {
            verbs
        };
        cues.entry(form.key)
            .and_modify(|known| *known = better(*known, entry))
            .or_insert(entry);
    }
}

fn weight(name: &str) -> Weight {
    match name {
        "say" => Weight::Say,
        "think" => Weight::Think,
        "weak" => Weight::Weak,
        _ => Weight::Act,
    }
}

fn act(name: &str) -> SpeechAct {
    match name {
        "go-on" => SpeechAct::GoingOn,
        "announce" => SpeechAct::Announcing,
        "point" => SpeechAct::Pointing,
        "express" => SpeechAct::Expressing,
        "affirm" => SpeechAct::Affirming,
        "claim" => SpeechAct::Claiming,
        "explain" => SpeechAct::Explaining,
        "judge" => SpeechAct::Judging,
        "expect" => SpeechAct::Expecting,
        "feel" => SpeechAct::Feeling,
        "find" => SpeechAct::Finding,
        "show" => SpeechAct::Showing,
        "ask" => SpeechAct::Asking,
        "answer" => SpeechAct::Answering,
        "promise" => SpeechAct::Promising,
        "agree" => SpeechAct::Agreeing,
        "praise" => SpeechAct::Praising,
        "blame" => SpeechAct::Blaming,
        "deny" => SpeechAct::Denying,
        "relay" => SpeechAct::Relaying,
        "voice" => SpeechAct::Voicing,
        _ => SpeechAct::Telling,
    }
}

fn government(words: &str) -> Government {
    let of = |word| match word {
        "أن" => Government::CLAUSE,
        "ب" => Government::BI,
        "إلى" => Government::ILA,
        "على" => Government::ALA,
        "عن" => Government::AN,
        "من" => Government::MIN,
        "ل" => Government::LI,
        "في" => Government::FI,
        "ه" => Government::OBJECT,
        _ => Government::empty(),
    };
    words.split(' ').map(of).collect()
}

/// Two verbs can share a form (يعد: وعد، عد). The likelier one stands, with
/// what either governs; a plain form stands before one with a pronoun, the third
/// person before the first (نشر: he published, not: we point out).
fn better(known: Entry, new: Entry) -> Entry {
    let rank = |e: &Entry| {
        (
            !e.pronoun,
            e.agreement != Agreement::Speaker,
            e.weight,
            e.shape == Shape::Past || e.shape == Shape::Present,
        )
    };
    let best = if rank(&new) > rank(&known) {
        new
    } else {
        known
    };
    Entry {
        government: known.government | new.government,
        ..best
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_well_formed() {
        for line in entries(CUES) {
            let columns: Vec<&str> = line.split('\t').collect();
            let [_, _, _, _, governed, weight, act] = columns[..] else {
                panic!("{line}: not seven columns");
            };
            // What is misspelt would be taken for what is commonest.
            let known = |word: &str| word == "\"" || !government(word).is_empty();
            assert!(governed.split(' ').all(known), "{line}: {governed}");
            let known = weight == "act" || super::weight(weight) != Weight::Act;
            assert!(known, "{line}: {weight}");
            let known = act == "tell" || super::act(act) != SpeechAct::Telling;
            assert!(known, "{line}: {act}");
        }
    }
}
