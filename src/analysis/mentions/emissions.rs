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
    let boundary = alone(&BOUNDARY);
    ALONE.with_borrow_mut(|memo| {
        memo.ready(tokens, |i| facts.get(i).map_or(boundary, alone));
        let mut list = Vec::new();
        let of_token = |(i, fact): (usize, &Fact)| {
            let mut scores = Scores::default();
            if !fact.plain {
                let window = Window::new(facts, i);
                for (place, fact) in window.facts().into_iter().enumerate() {
                    let token = (i + place).wrapping_sub(2);
                    let known = memo.get(tokens.form(token));
                    let is_boundary = std::ptr::eq(fact, &raw const BOUNDARY);
                    add(
                        &mut scores,
                        &known.filter(|_| !is_boundary).unwrap_or(&boundary)[place],
                    );
                }
                list.clear();
                features::together(&window, evidence, |f| list.push(f));
                model::add(&list, &mut scores);
            }
            scores
        };
        facts.iter().enumerate().map(of_token).collect()
    })
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
        let mut scores = Scores::default();
        model::add(&list, &mut scores);
        scores
    })
}
