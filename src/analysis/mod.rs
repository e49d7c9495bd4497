//! From a document to its annotations; reads no file and cannot fail.
//!
//! ```text
//! Document → tokens → sentences, quotes ┐
//!              lexicon → mentions ──────┼→ statements (rules) → speakers → Annotations
//! ```

pub mod entities;
pub mod lexicon;
pub mod mentions;
pub mod normalize;
pub mod tokens;

use crate::{annotations::Annotations, document::Document};

/// Everything that is said, by whom, and everyone and everything named.
pub fn analyse(_document: &Document) -> Annotations {
    Annotations::default()
}
