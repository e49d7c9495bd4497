//! What was made of numbers lately, kept in a table of fixed size: each number
//! has one seat in it, and the last that was asked for sits there.
//!
//! Beside a [`memo`](super::memo), which has a place for every form, this is for
//! what there is no end of, as pairs of words, of which few come up all the time.

use super::narrow::place;

/// A table of so many seats, a power of two.
#[derive(Debug)]
pub struct Recent<T, const SEATS: usize> {
    /// The number that sits there, and what was made of it; empty before first use.
    seats: Vec<Option<(u64, T)>>,
}

impl<T: Copy, const SEATS: usize> Recent<T, SEATS> {
    /// An empty one.
    pub const fn new() -> Self {
        Self { seats: Vec::new() }
    }

    /// What `make` makes of a number, or made of it when it was last asked for.
    #[inline]
    pub fn of(&mut self, number: u64, make: impl FnOnce() -> T) -> T {
        if self.seats.is_empty() {
            self.seats.resize(SEATS, None);
        }
        let hash = number.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let seat = self.seats.get_mut(place(hash, SEATS) as usize);
        match seat {
            Some(Some((known, made))) if *known == number => *made,
            Some(seat) => seat.insert((number, make())).1,
            None => make(),
        }
    }
}

impl<T: Copy, const SEATS: usize> Default for Recent<T, SEATS> {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_sits_there_is_not_made_again() {
        let mut recent: Recent<u64, 4> = Recent::new();
        let mut made = 0;
        let mut ask = |number: u64| {
            recent.of(number, || {
                made += 1;
                number * 2
            })
        };
        let numbers = [7, 7, 0, 7, 0];
        assert_eq!(numbers.map(&mut ask), numbers.map(|n| n * 2));
        assert!((0..100).all(|n| ask(n) == n * 2));
        assert!((2..=104).contains(&made), "{made}");
    }
}
