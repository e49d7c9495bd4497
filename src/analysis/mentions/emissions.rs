//! What the model says of each tag of a token, before what stands around it is
//! heard: the sum of its features' weights. Most features rest on one word
//! alone; their sum is kept for each form, at each place that it can stand at.

use super::{
    evidence::Evidence,
    facts::{BOUNDARY, Fact},
    features::{self, PLACES, Window},
    model::{self, Scores},
};
use crate::analysis::{memo::Memo, tokens::Tokens};
use std::cell::RefCell;

/// What the word alone says, by the place at which it stands from the token.
type Alone = [Scores; PLACES.len()];

thread_local! {
    static ALONE: RefCell<Memo<Alone>> = const { RefCell::new(Memo::new()) };
}

/// The scores of all tokens; of plain ones, which are only tried as outside, none.
pub fn of(facts: &[Fact], tokens: &Tokens, evidence: &Evidence) -> Vec<Scores> {
    let mut scores = ALONE.with_borrow_mut(|memo| {
        let boundary = alone(&BOUNDARY);
        memo.ready(tokens, |i| facts.get(i).map_or(boundary, alone));
        let words = |(i, fact): (usize, &Fact)| {
            let mut scores = Scores::default();
            if !fact.plain {
                for (place, fact) in Window::new(facts, i).facts().into_iter().enumerate() {
                    let token = (i + place).wrapping_sub(2);
                    let known = memo.get(tokens.form(token));
                    let is_boundary = std::ptr::eq(fact, &raw const BOUNDARY);
                    let known = known.filter(|_| !is_boundary).unwrap_or(&boundary);
                    if let Some(known) = known.get(place) {
                        add(&mut scores, known);
                    }
                }
            }
            scores
        };
        facts.iter().enumerate().map(words).collect::<Vec<_>>()
    });
    let tried = facts.iter().enumerate().filter(|(_, fact)| !fact.plain);
    model::weigh(&mut scores, tried.map(|(i, _)| i), |i, list| {
        let window = Window::new(facts, i);
        list.extend(features::pairs(&window));
        features::together(&window, evidence, |f| list.push(f));
    });
    scores
}

#[inline]
fn add(scores: &mut Scores, more: &Scores) {
    for (score, more) in scores.iter_mut().zip(more) {
        *score += more;
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
