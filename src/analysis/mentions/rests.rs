//! Which tokens of an article are the same word, proclitics aside: what is gathered of
//! a word over the article ([`evidence`](super::evidence), [`memory`](super::memory)) is
//! then kept by its number. Hashes are asked once for each form, not for each token.

use super::facts::Fact;
use crate::analysis::{narrow, tokens::Tokens};

/// For each token the number of its word in the article.
pub struct Rests {
    of_tokens: Vec<u32>,
    count: usize,
}

impl Rests {
    /// Numbers the words of an article.
    pub fn new(facts: &[Fact], tokens: &Tokens) -> Self {
        let met = tokens.met();
        let mask = (met.len() * 2).next_power_of_two().max(16) - 1;
        let mut seats = vec![(0, 0); mask + 1];
        let mut count = 0;
        let mut number = |rest: u64| {
            let mut at = narrow::seat(rest, mask);
            let other = |seat: &(u64, u32)| seat.0 != rest && seat.0 != 0;
            while seats.get(at).is_some_and(other) {
                at = (at + 1) & mask;
            }
            let seat = seats.get_mut(at)?;
            if seat.0 == 0 {
                *seat = (rest, count);
                count += 1;
            }
            Some(seat.1)
        };
        let mut of_form = |fact: &Fact| number(fact.rest).unwrap_or(0);
        let firsts = met.iter().map(|met| facts.get(met.first));
        let of_forms: Vec<u32> = firsts.map(|fact| fact.map_or(0, &mut of_form)).collect();
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
