//! What libFuzzer tries: the program's own trials, which stand with its tests so that a
//! package of it, which a workspace of its own is no part of, can try them too.

#[path = "../../tests/trials/mod.rs"]
mod trials;

pub use trials::*;
