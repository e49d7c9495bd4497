//! The orders in which examples are learned: the same in every run.

/// A row of orders, each made from the one before.
pub struct Orders(u64);

impl Orders {
    /// The row of every run.
    pub const fn new() -> Self {
        Self(0x2545_f491_4f6c_dd1d)
    }

    /// Makes an order the next one.
    pub fn shuffle(&mut self, order: &mut [usize]) {
        for i in (1..order.len()).rev() {
            let at = self.number() % (i as u64 + 1);
            order.swap(i, at as usize);
        }
    }

    /// Marsaglia's xorshift.
    fn number(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }
}
