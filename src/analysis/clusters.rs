//! Which words stand in the same places: a number for each of 105,000 word
//! forms of Arabic news, at three grains. It tells what a word is that no list
//! knows (كيري stands where لافروف does, مشددا where مؤكدا does).
//!
//! The table is made by `examples/pack_clusters.rs` and used in place: an open
//! hash table whose slots hold 16 bits of the key's hash and 24 of cluster
//! numbers, so a word outside it is taken for one of it once in ten thousand.

use std::hash::Hasher;

use super::hash::FastHasher;

/// The clusters of one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Clusters {
    /// One of 64.
    pub coarse: u8,
    /// One of 256.
    pub middle: u8,
    /// One of 1024.
    pub fine: u16,
}

/// Bytes a slot takes: two of hash, three of clusters.
pub const SLOT: usize = 5;
/// How many slots there are; a power of two.
pub const SLOTS: usize = 1 << 17;

static TABLE: &[u8] = include_bytes!("weights/clusters.bin");

/// The slot at which a key is looked for first, and the bits that it leaves there.
pub fn place(key: &str) -> (usize, u16) {
    let mut hasher = FastHasher::default();
    hasher.write(key.as_bytes());
    let hash = hasher.finish();
    // Zero marks an empty slot.
    (
        (hash >> 20) as usize & (SLOTS - 1),
        ((hash >> 44) as u16).max(1),
    )
}

/// The clusters of a folded word form, proclitics and all.
///
/// ```
/// use qawl::analysis::clusters;
///
/// let of = |word| clusters::of(word).expect("a frequent word");
/// assert_eq!(of("مؤكدا").coarse, of("مشددا").coarse);
/// assert_eq!(clusters::of("xyzzy"), None);
/// ```
pub fn of(key: &str) -> Option<Clusters> {
    let (mut slot, mark) = place(key);
    loop {
        let bytes = TABLE.get(slot * SLOT..(slot + 1) * SLOT)?;
        match u16::from_le_bytes([bytes[0], bytes[1]]) {
            0 => return None,
            found if found == mark => return Some(unpack([bytes[2], bytes[3], bytes[4]])),
            _ => slot = (slot + 1) & (SLOTS - 1),
        }
    }
}

/// Three bytes of one slot.
pub fn pack(clusters: Clusters) -> [u8; 3] {
    [
        clusters.middle,
        clusters.coarse | ((clusters.fine >> 8) as u8) << 6,
        (clusters.fine & 0xff) as u8,
    ]
}

fn unpack(bytes: [u8; 3]) -> Clusters {
    Clusters {
        coarse: bytes[1] & 0x3f,
        middle: bytes[0],
        fine: u16::from(bytes[1] >> 6) << 8 | u16::from(bytes[2]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packing_is_undone_by_unpacking() {
        for fine in [0, 255, 256, 1023] {
            let clusters = Clusters {
                coarse: 63,
                middle: 200,
                fine,
            };
            assert_eq!(unpack(pack(clusters)), clusters);
        }
    }

    #[test]
    fn the_table_has_room_so_that_every_search_ends() {
        assert_eq!(TABLE.len(), SLOTS * SLOT);
        assert!(TABLE.chunks(SLOT).any(|slot| slot[..2] == [0, 0]));
    }
}
