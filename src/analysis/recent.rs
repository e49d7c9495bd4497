//! What was made of numbers lately, kept in a table of fixed size: each number
//! has one seat in it, and the last that was asked for sits there.
//!
//! Beside a [`memo`](super::memo), which has a place for every form, this is for
//! what there is no end of, as pairs of words, of which few come up all the time.

use super::narrow::place;

/// A table of so many seats, a power of two.
#[derive(Debug)]
pub struct Recent<T, const SEATS: usize> {
    /// The complement of the number that sits there, and what was made of it: so an
    /// empty seat is all zeros, which the system gives away. Empty before first use.
    seats: Vec<(u64, T)>,
    nothing: T,
}

impl<T: Copy + Default, const SEATS: usize> Recent<T, SEATS> {
    /// An empty one.
    pub fn new() -> Self {
        Self {
            seats: Vec::new(),
            nothing: T::default(),
        }
    }

    /// What `make` makes of a number, any but the largest, or made of it when it was
    /// last asked for.
    #[inline]
    pub fn of(&mut self, number: u64, make: impl FnOnce() -> T) -> &T {
        if self.seats.is_empty() {
            self.begin();
        }
        let Some((sits, made)) = self.seats.get_mut(Self::seat(number)) else {
            return &self.nothing;
        };
        if *sits != !number {
            (*sits, *made) = (!number, make());
        }
        made
    }

    #[cold]
    fn begin(&mut self) {
        self.seats = vec![(0, T::default()); SEATS];
    }

    /// The seat of a number. Only the uppermost bits of a product rest on all bits
    /// of what is multiplied, and only if its upper half was mixed into the lower.
    #[inline]
    fn seat(number: u64) -> usize {
        let mixed = (number ^ number >> 32).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        place(mixed >> (u32::BITS - SEATS.ilog2()), SEATS) as usize
    }
}

impl<T: Copy + Default, const SEATS: usize> Default for Recent<T, SEATS> {
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
            *recent.of(number, || {
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
