//! Which tokens of an article are the same word, proclitics aside: what is gathered of
//! a word over the article ([`evidence`](super::evidence), [`memory`](super::memory)) is
//! then kept by its number. Hashes are asked once for each form, not for each token.

use super::facts::Fact;
use crate::analysis::{narrow, tokens::Tokens};
use std::cell::RefCell;

/// How many seats are kept from one article to the next.
const KEPT: usize = 1 << 13;

thread_local! {
    static SEATS: RefCell<Seats> = RefCell::default();
}

/// Where the words of one article are looked for, by their hashes. The room is that of
/// the articles before: a seat that another article took is free.
#[derive(Default)]
struct Seats {
    room: Vec<Seat>,
    mask: usize,
    article: u32,
    count: u32,
}

#[derive(Clone, Copy, Default)]
struct Seat {
    rest: u64,
    article: u32,
    number: u32,
}

impl Seats {
    /// Forgets all, and makes room for so many words.
    fn begin(&mut self, words: usize) {
        let wanted = (words * 2).next_power_of_two().max(16);
        let fit = wanted..=wanted.max(KEPT);
        if !fit.contains(&self.room.len()) || self.article == u32::MAX {
            *self = Self {
                room: vec![Seat::default(); wanted],
                ..Self::default()
            };
        }
        self.mask = wanted - 1;
        self.article += 1;
        self.count = 0;
    }

    /// The number of a word.
    #[inline]
    fn number(&mut self, rest: u64) -> u32 {
        let mut at = narrow::seat(rest, self.mask);
        let taken = |seat: &Seat| seat.article == self.article && seat.rest != rest;
        while self.room.get(at).is_some_and(taken) {
            at = (at + 1) & self.mask;
        }
        let Some(seat) = self.room.get_mut(at) else {
            return 0;
        };
        if seat.article != self.article {
            *seat = Seat {
                rest,
                article: self.article,
                number: self.count,
            };
            self.count += 1;
        }
        seat.number
    }
}

/// For each token the number of its word in the article.
pub struct Rests {
    of_tokens: Vec<u32>,
    count: usize,
}

impl Rests {
    /// Numbers the words of an article.
    pub fn new(facts: &[Fact], tokens: &Tokens) -> Self {
        let met = tokens.met();
        let firsts = met.iter().map(|met| facts.get(met.first));
        let (of_forms, count) = SEATS.with_borrow_mut(|seats| {
            seats.begin(met.len());
            let mut of_form = |fact: &Fact| seats.number(fact.rest);
            let of_forms: Vec<u32> = firsts.map(|fact| fact.map_or(0, &mut of_form)).collect();
            (of_forms, seats.count)
        });
        let of = |place: &u32| of_forms.get(*place as usize).copied().unwrap_or(0);
        Self {
            of_tokens: tokens.places().iter().map(of).collect(),
            count: count as usize,
        }
    }

    /// The number of a token's word.
    #[inline]
    pub fn of(&self, token: usize) -> usize {
        self.of_tokens
            .get(token)
            .map_or(0, |number| *number as usize)
    }

    /// Those of all tokens.
    #[inline]
    pub fn all(&self) -> impl Iterator<Item = usize> {
        self.of_tokens.iter().map(|number| *number as usize)
    }

    /// How many words there are; all numbers are smaller.
    pub fn count(&self) -> usize {
        self.count
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{lexicon::Words, mentions::facts};

    #[test]
    fn proclitics_make_no_other_word() {
        let text = "والرياض في الرياض وبالرياض لا جدة";
        let tokens = Tokens::new(text);
        let rests = Rests::new(&facts::of(text, &tokens, &Words::new(&tokens)), &tokens);
        let numbers: Vec<usize> = rests.all().collect();
        assert_eq!(numbers, [0, 1, 0, 0, 2, 3]);
        assert_eq!((rests.of(5), rests.count()), (3, 4));
    }
}
