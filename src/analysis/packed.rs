//! Tables from words to what a list says of them, made when the program is built
//! (`build.rs`) and used in place: nothing is read at start.
//!
//! A seat is eight bytes: 48 bits of the hash of its word, and 16 that number
//! its value among the distinct ones. Which seat a word sits in tells most of
//! the other bits of its hash, so the words themselves are not kept.

use super::narrow::seat as seat_of;

/// Bytes that begin where a cache line does.
#[repr(C, align(64))]
pub struct Aligned<T: ?Sized>(pub T);

/// One table.
pub struct Packed<T: 'static> {
    seats: &'static [[u8; 8]],
    values: &'static [T],
}

/// Tables as `build.rs` left them under these names; what it calls their values
/// must be in scope.
macro_rules! packed {
    ($($(#[$doc:meta])* static $table:ident: $value:ty = $name:literal;)*) => {
        $($(#[$doc])*
        #[allow(clippy::unreadable_literal, reason = "written by the build script")]
        static $table: $crate::analysis::packed::Packed<$value> = {
            use $crate::analysis::packed::{Aligned, Packed};
            const SEATS: &Aligned<[u8]> =
                &Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/", $name, ".bin")));
            Packed::new(SEATS, include!(concat!(env!("OUT_DIR"), "/", $name, ".rs")))
        };)*
    };
}
pub(crate) use packed;

/// The bits of a seat that number a value.
const NUMBER: u32 = 16;

impl<T> Packed<T> {
    /// The table whose seats are these bytes.
    pub const fn new(seats: &'static Aligned<[u8]>, values: &'static [T]) -> Self {
        Self {
            seats: seats.0.as_chunks().0,
            values,
        }
    }

    /// What the table says of the word of that hash.
    #[inline]
    pub fn get(&self, hash: u64) -> Option<&'static T> {
        let mask = self.seats.len() - 1;
        let mut at = seat_of(hash, mask);
        loop {
            let seat = u64::from_le_bytes(*self.seats.get(at)?);
            if (seat ^ hash) >> NUMBER == 0 {
                let [low, high, ..] = seat.to_le_bytes();
                return self
                    .values
                    .get(usize::from(u16::from_le_bytes([low, high])));
            }
            if seat == 0 {
                return None;
            }
            at = (at + 1) & mask;
        }
    }
}

/// The seats of a table: of each word its hash, never below 2¹⁶, and the number
/// of its value.
pub fn pack(words: &[(u64, u16)]) -> Vec<u8> {
    // A third or more is left free, which ends every search soon.
    let size = (words.len() * 3 / 2 + 1).next_power_of_two();
    let mut seats = vec![0u64; size];
    for (hash, number) in words {
        let mut at = seat_of(*hash, size - 1);
        while seats.get(at).is_some_and(|seat| *seat != 0) {
            at = (at + 1) & (size - 1);
        }
        if let Some(seat) = seats.get_mut(at) {
            *seat = hash >> NUMBER << NUMBER | u64::from(*number);
        }
    }
    seats.into_iter().flat_map(u64::to_le_bytes).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_in_is_found_and_nothing_else() {
        let hash = |i: u64| i.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1 << 63;
        let words: Vec<(u64, u16)> = (0..500).map(|i| (hash(i), (i % 20) as u16)).collect();
        let seats: &'static [u8] = pack(&words).leak();
        let table = Packed {
            seats: seats.as_chunks().0,
            values: (0..20).collect::<Vec<u64>>().leak(),
        };
        for i in 0..500 {
            assert_eq!(table.get(hash(i)), Some(&(i % 20)));
        }
        assert!((500..5000).all(|i| table.get(hash(i)).is_none()));
    }

    #[test]
    fn a_table_of_nothing_ends_its_searches() {
        let table: Packed<u8> = Packed {
            seats: pack(&[]).leak().as_chunks().0,
            values: &[],
        };
        assert_eq!(table.get(u64::MAX), None);
    }
}
