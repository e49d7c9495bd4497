//! What the model says of each tag of a token, before what stands around it is
//! heard: the sum of its features' weights. Nearly all features rest on one word
//! alone, or on what sorts of words two are; the sums of those are kept.

use super::{
    evidence::Evidence,
    facts::{self, BOUNDARY, Fact, Spelling},
    features::{self, PLACES, Window},
    model::{self, Scores},
    sums::Sums,
    tagger,
};
use crate::analysis::{lexicon::Words, memo::Memo, tokens::Tokens};
use std::cell::RefCell;

/// What the word alone says, by the place at which it stands from the token.
type Alone = [Scores; PLACES.len()];

/// How many tokens most lines have at most.
const LINE: usize = 128;

thread_local! {
    static ALONE: RefCell<Memo<Alone>> = const { RefCell::new(Memo::new()) };
}

/// What is known of a text before the tags of its tokens are weighed against each other.
pub struct Emissions {
    /// The scores of all tokens; of those that are not tried, none.
    pub scores: Vec<Scores>,
    /// Which may be part of a name; all others are outside, and nothing else is tried.
    pub tried: Vec<bool>,
}

/// What the model says of all tokens.
pub fn of(
    facts: &[Fact],
    (tokens, listed): (&Tokens, &Words),
    evidence: &Evidence,
    sums: &mut Sums,
) -> Emissions {
    let mut scores = Vec::with_capacity(facts.len());
    let mut tried = Vec::with_capacity(facts.len());
    ALONE.with_borrow_mut(|memo| {
        let boundary = alone(&BOUNDARY, &Spelling::default());
        let of_form = |i: usize, fact| alone(fact, &facts::spelling(tokens, listed, i, fact));
        memo.ready(tokens, |i| {
            facts.get(i).map_or(boundary, |fact| of_form(i, fact))
        });
        let mut words = Vec::with_capacity(LINE);
        for line in tagger::lines(facts) {
            let facts = facts.get(line.clone()).unwrap_or_default();
            words.clear();
            words.extend([&boundary; 2]);
            words.extend(
                line.clone()
                    .map(|i| memo.get(tokens.form(i)).unwrap_or(&boundary)),
            );
            words.extend([&boundary; 2]);
            add_words(&mut scores, &mut tried, facts, &words);
            let scores = scores.get_mut(line.clone()).unwrap_or_default();
            let tried = tried.get(line).unwrap_or_default();
            add_pairs(scores, tried, facts, sums);
        }
    });
    let asked = || {
        tried
            .iter()
            .zip(0..)
            .filter_map(|(tried, i)| tried.then_some(i))
    };
    model::weigh(&mut scores, asked(), |i, list| {
        let window = Window::new(facts, i);
        list.extend(features::of_words(window.before, window.own, window.after));
        features::over_marks(&window, |f| list.push(f));
    });
    for i in asked() {
        if let (Some(fact), Some(scores)) = (facts.get(i), scores.get_mut(i)) {
            let told = sums.of_told(features::phrase(fact), evidence.of(i));
            model::join(scores, told);
            sums.add_led(fact, scores);
        }
    }
    Emissions { scores, tried }
}

/// Adds the scores of a line's tokens, as far as each word says something alone of those
/// around it, and tells which of them may then still be part of a name.
fn add_words(scores: &mut Vec<Scores>, tried: &mut Vec<bool>, facts: &[Fact], words: &[&Alone]) {
    let mut before = false;
    for (fact, around) in facts.iter().zip(words.windows(PLACES.len())) {
        let mut sum = Scores::default();
        if fact.plain {
            before = false;
        } else {
            for (place, word) in around.iter().enumerate() {
                if let Some(says) = word.get(place) {
                    model::join(&mut sum, says);
                }
            }
            before = fact.phrase > 0 || tagger::may_be_named(&sum, before);
        }
        scores.push(sum);
        tried.push(before);
    }
}

/// Adds to the scores of those tokens of a line that are tried what each two words
/// that stand side by side say.
fn add_pairs(scores: &mut [Scores], tried: &[bool], facts: &[Fact], sums: &mut Sums) {
    let is_tried = |at: usize| tried.get(at).copied().unwrap_or(false);
    // The pair of the two places before a line's first token says something of it, too.
    let mut asked = [false, false, is_tried(0)];
    let mut first = &BOUNDARY;
    for end in 0..=facts.len() + 1 {
        let second = end
            .checked_sub(1)
            .and_then(|at| facts.get(at))
            .unwrap_or(&BOUNDARY);
        if asked != [false; 3] {
            sums.add_pair(first, second, asked, |place, rows| {
                let at = (end + place).checked_sub(2);
                if let Some(scores) = at.and_then(|at| scores.get_mut(at)) {
                    model::join_rows(scores, rows);
                }
            });
        }
        asked = [asked[1], asked[2], is_tried(end + 1)];
        first = second;
    }
}

fn alone(fact: &Fact, spelling: &Spelling) -> Alone {
    let mut list = Vec::with_capacity(64);
    let ranges = PLACES.map(|place| {
        let from = list.len();
        features::alone(fact, spelling, place, &mut |f| list.push(f));
        from..list.len()
    });
    model::sums(&mut list, ranges)
}
