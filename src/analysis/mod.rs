//! From a document to its annotations; reads no file and cannot fail.
//!
//! ```text
//! Document → tokens → sentences, quotes ┐
//!              lexicon → mentions ──────┼→ statements (rules) → speakers → Annotations
//! ```

pub mod clusters;
pub mod cues;
pub mod hash;
pub mod normalize;
pub mod quotes;
pub mod sentences;
pub mod tokens;

use crate::{annotations::Annotations, document::Document};

/// Everything that is said, by whom, and everyone and everything named.
pub fn analyse(_document: &Document) -> Annotations {
    Annotations::default()
}
