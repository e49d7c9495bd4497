//! What is tried with any bytes, one function a target: it panics where something
//! does not hold. libFuzzer calls them (`fuzz/`), and `tests/smoke/main.rs` for some
//! seconds at each `cargo test`.

mod analysis;
mod keys;
pub mod layout;
mod pieces;
mod reading;
pub mod seeds;
mod whole;
pub mod written;

pub use analysis::{analysis, holds};
pub use keys::keys;
pub use layout::layout;
pub use pieces::all as pieces;
pub use reading::{decode, feed, html, json};
pub use whole::{outputs, whole};

/// A target: its name, what it tries, and the longest input.
pub type Target = (&'static str, fn(&[u8]), usize);

/// The targets, with the longest input of each that tells more than a shorter one,
/// in bytes.
pub const TARGETS: [Target; 8] = [
    ("decode", decode, 4 << 10),
    ("html", html, 16 << 10),
    ("feed", feed, 16 << 10),
    ("json", json, 8 << 10),
    ("analysis", analysis, 4 << 10),
    ("layout", layout, 1 << 10),
    ("keys", keys, 512),
    ("whole", whole, 2 << 10),
];
