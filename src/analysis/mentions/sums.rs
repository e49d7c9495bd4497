//! What features that come up again and again say together, kept by what they
//! rest on: two sorts of words side by side, what an article told of a word, what
//! the first pass made of it.

use super::{
    evidence::Signs,
    facts::Fact,
    features,
    memory::{self, Recalls},
    model::{self, Row, Scores},
    square::{Line, Square},
};
use crate::analysis::recent::Recent;
use std::cell::RefCell;

/// What is kept from one article of a thread to the next.
#[derive(Default)]
pub struct Sums {
    coarse: Square,
    middle: Square,
    classes: Recent<[Row; 3], { 1 << 12 }>,
    mixed: Recent<Row, { 1 << 13 }>,
    shares: Recent<[Row; 2], { 1 << 13 }>,
    told: Recent<Scores, { 1 << 10 }>,
    led: Recent<Scores, { 1 << 10 }>,
    led_as: Recent<Row, { 1 << 12 }>,
    recalled: Recent<Scores, { 1 << 12 }>,
    recalled_as: Recent<Scores, { 1 << 10 }>,
    list: Vec<u64>,
}

thread_local! {
    static SUMS: RefCell<Sums> = RefCell::default();
}

/// Calls `with` with the sums of this thread.
pub fn with<T>(with: impl FnOnce(&mut Sums) -> T) -> T {
    SUMS.with_borrow_mut(with)
}

impl Sums {
    /// Gives `say` what two words side by side say by their sorts of the first, of
    /// the second and of the token after both: its place, then rows. Pairs of words
    /// are without end; those of what is asked of them are not.
    #[inline]
    pub fn add_pair(
        &mut self,
        first: &Fact,
        second: &Fact,
        asked: [bool; 3],
        mut say: impl FnMut(usize, &[&Row]),
    ) {
        let classes = features::classes;
        let key = classes(first) << 32 | classes(second);
        let of_classes = self.classes.of(key, || {
            features::classes_of_two(first, second).map(model::row_of)
        });
        if asked[2] {
            say(2, &[&of_classes[2]]);
        }
        if !asked[0] && !asked[1] {
            return;
        }
        let coarse = of_clusters(&mut self.coarse, 0, first, second);
        let middle = of_clusters(&mut self.middle, 1, first, second);
        let key = first.shares() << 32 | second.shares();
        let shares = self.shares.of(key, || {
            features::shares_of_two(first, second).map(model::row_of)
        });
        if asked[0] {
            say(0, &[&coarse[0], &middle[0], &of_classes[1], &shares[1]]);
        }
        if asked[1] {
            let key = first.cluster(1) << 32 | classes(second);
            let mixed = self.mixed.of(key, || {
                model::row_of(features::cluster_and_classes(first, second))
            });
            say(
                1,
                &[&coarse[1], &middle[1], &of_classes[0], mixed, &shares[0]],
            );
        }
    }

    /// What a token's place in a phrase and what the article told of it say.
    #[inline]
    pub fn of_told(&mut self, phrase: u64, signs: Signs) -> &Scores {
        let list = &mut self.list;
        self.told.of(phrase << 16 | u64::from(signs), || {
            summed(list, |emit| features::told(phrase, signs, emit))
        })
    }

    /// Adds what leads up to a token says.
    #[inline]
    pub fn add_led(&mut self, fact: &Fact, scores: &mut Scores) {
        let led = fact.led;
        if led.is_none() {
            return;
        }
        let (up, ahead) = (u64::from(led.up), u64::from(led.ahead));
        let says = self.led.of(up << 8 | ahead, || {
            model::sum(&mut features::led_alone(led))
        });
        model::join(scores, says);
        let key = (led.by() << 8 | ahead) << 32 | fact.shares();
        let says = self
            .led_as
            .of(key, || model::row_of(features::led_and_shares(led, fact)));
        model::join_rows(scores, &[says]);
    }

    /// What the first pass's tags of a token and its neighbours say.
    #[inline]
    pub fn of_recalled(&mut self, recalls: Recalls, classes: u32) -> Scores {
        let list = &mut self.list;
        let mut scores = *self.recalled.of(memory::packed(recalls), || {
            summed(list, |emit| memory::around(recalls, emit))
        });
        let [_, own, _] = recalls;
        if own != 0 {
            let key = own << 32 | u64::from(classes);
            let more = self.recalled_as.of(key, || {
                summed(list, |emit| emit(memory::as_listed(own, classes)))
            });
            model::join(&mut scores, more);
        }
        scores
    }
}

/// What the clusters of two words say, among 64 (0) or 256 (1).
#[inline]
fn of_clusters<'s>(kept: &'s mut Square, size: usize, first: &Fact, second: &Fact) -> &'s Line {
    kept.of(first.place(size), second.place(size), || {
        let after = features::cluster_after(size, first, second);
        [after, features::cluster_before(size, first, second)].map(model::row_of)
    })
}

/// What the features that `give` gives say, all in all.
fn summed(list: &mut Vec<u64>, give: impl FnOnce(&mut dyn FnMut(u64))) -> Scores {
    list.clear();
    give(&mut |feature| list.push(feature));
    model::sum(list)
}
