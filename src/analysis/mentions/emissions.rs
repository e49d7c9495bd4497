//! What the model says of each tag of a token, before what stands around it is
//! heard: the sum of its features' weights. Nearly all features rest on one word
//! alone, or on what sorts of words two are; the sums of those are kept.

use super::{
    evidence::Evidence,
    facts::{BOUNDARY, Fact},
    features::{self, PLACES, Window},
    model::{self, Scores},
    sums::{Sums, Three},
    tagger,
};
use crate::analysis::{memo::Memo, tokens::Tokens};
use std::cell::RefCell;

/// What the word alone says, by the place at which it stands from the token.
type Alone = [Scores; PLACES.len()];

/// How many tokens most lines have at most.
const LINE: usize = 128;

thread_local! {
    static ALONE: RefCell<Memo<Alone>> = const { RefCell::new(Memo::new()) };
}

/// The scores of all tokens; of plain ones, which are only tried as outside, none.
pub fn of(facts: &[Fact], tokens: &Tokens, evidence: &Evidence, sums: &mut Sums) -> Vec<Scores> {
    let mut scores = vec![Scores::default(); facts.len()];
    ALONE.with_borrow_mut(|memo| {
        let boundary = alone(&BOUNDARY);
        memo.ready(tokens, |i| facts.get(i).map_or(boundary, alone));
        let outside = [(&boundary, &BOUNDARY); 2];
        let mut words = Vec::with_capacity(LINE);
        for line in tagger::lines(facts) {
            let scores = scores.get_mut(line.clone()).unwrap_or_default();
            let facts = facts.get(line.clone()).unwrap_or_default();
            let known = line.map(|i| memo.get(tokens.form(i)).unwrap_or(&boundary));
            words.clear();
            words.extend(outside);
            words.extend(known.zip(facts));
            words.extend(outside);
            add_known(scores, &words, sums);
        }
    });
    let tried = facts.iter().enumerate().filter(|(_, fact)| !fact.plain);
    model::weigh(&mut scores, tried.clone().map(|(i, _)| i), |i, list| {
        let window = Window::new(facts, i);
        list.extend(features::of_words(window.before, window.own, window.after));
        features::over_marks(&window, |f| list.push(f));
    });
    for (i, fact) in tried {
        let told = sums.of_told(features::phrase(fact), evidence.of(fact.rest));
        if let Some(scores) = scores.get_mut(i) {
            model::join(scores, told);
            sums.add_led(fact, scores);
        }
    }
    scores
}

/// Adds to the scores of a line's tokens what is known of its words and of each
/// two that stand side by side. Two words without features stand at both ends.
fn add_known(scores: &mut [Scores], words: &[(&Alone, &Fact)], sums: &mut Sums) {
    // What pairs say of the token and of the two after it.
    let mut said = Three::default();
    let mut add_pair = |first: &Fact, second: &Fact, said: &mut Three| {
        sums.add_pair(first, second, said);
    };
    if let [before2, before, own, ..] = words {
        add_pair(before2.1, before.1, &mut said);
        said = shifted(said);
        add_pair(before.1, own.1, &mut said);
    }
    for (scores, window) in scores.iter_mut().zip(words.windows(PLACES.len())) {
        let [.., own, after, after2] = window else {
            continue;
        };
        said = shifted(said);
        if !(own.1.plain && after.1.plain && after2.1.plain) {
            add_pair(own.1, after.1, &mut said);
        }
        if own.1.plain {
            continue;
        }
        for (place, (word, _)) in window.iter().enumerate() {
            if let Some(says) = word.get(place) {
                model::join(scores, says);
            }
        }
        model::join(scores, &said[0]);
    }
}

/// What is said of three tokens, one token on.
fn shifted([_, second, third]: Three) -> Three {
    [second, third, Scores::default()]
}

fn alone(fact: &Fact) -> Alone {
    let mut list = Vec::with_capacity(64);
    let ranges = PLACES.map(|place| {
        let from = list.len();
        features::alone(fact, place, &mut |f| list.push(f));
        from..list.len()
    });
    model::sums(&mut list, ranges)
}
