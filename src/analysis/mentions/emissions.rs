//! What the model says of each tag of a token, before what stands around it is
//! heard: the sum of its features' weights. Nearly all features rest on one word
//! alone, or on what sorts of words two are; the sums of those are kept.

use super::{
    evidence::Evidence,
    facts::{BOUNDARY, Fact},
    features::{self, PLACES, Window},
    model::{self, Scores},
    sums::{Pair, Sums},
    tagger,
};
use crate::analysis::{memo::Memo, tokens::Tokens};
use std::cell::RefCell;

/// What the word alone says, by the place at which it stands from the token.
type Alone = [Scores; PLACES.len()];

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
        let mut words = Vec::new();
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
            model::join(scores, &told);
        }
    }
    scores
}

/// Adds to the scores of a line's tokens what is known of its words and of each
/// two that stand side by side. Two words without features stand at both ends.
fn add_known(scores: &mut [Scores], words: &[(&Alone, &Fact)], sums: &mut Sums) {
    let mut pair =
        |first: &(&Alone, &Fact), second: &(&Alone, &Fact)| sums.of_pair(first.1, second.1);
    let mut pairs = [Pair::default(); 3];
    if let [before2, before, own, ..] = words {
        pairs = [Pair::default(), pair(before2, before), pair(before, own)];
    }
    for (scores, window) in scores.iter_mut().zip(words.windows(PLACES.len())) {
        let [.., own, after, after2] = window else {
            continue;
        };
        let tried = !(own.1.plain && after.1.plain && after2.1.plain);
        let next = if tried {
            pair(own, after)
        } else {
            Pair::default()
        };
        pairs = [pairs[1], pairs[2], next];
        if own.1.plain {
            continue;
        }
        for (place, (word, _)) in window.iter().enumerate() {
            if let Some(says) = word.get(place) {
                model::join(scores, says);
            }
        }
        for says in [&pairs[0].next, &pairs[1].second, &pairs[2].first] {
            model::join(scores, says);
        }
    }
}

fn alone(fact: &Fact) -> Alone {
    let mut list = Vec::new();
    PLACES.map(|place| {
        list.clear();
        features::alone(fact, place, &mut |f| list.push(f));
        model::sum(&mut list)
    })
}
