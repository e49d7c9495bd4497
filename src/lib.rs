//! qawl (قول, "what was said"): news articles, and in them who said what.
//!
//! The library is a row of modules through which data flows one way:
//!
//! ```text
//! bytes → read → Document → analysis → Annotations → extract (formats out)
//!                                                  → browser (the screen) → terminal
//! ```
//!
//! A module uses only what stands before it in that row; `tests/layers.rs`
//! holds that. From [`document`] to [`annotations`] nothing reads a file and
//! nothing can fail: any text gives annotations.
//!
//! ```
//! use qawl::{analysis, document::Document};
//!
//! let document = Document::new("قال الوزير سامر الحلبي إن «الوضع مستقر».");
//! let annotations = analysis::analyse(&document);
//! let statement = &annotations.statements[0];
//! assert_eq!(document.slice(statement.content[0]), "الوضع مستقر");
//! assert_eq!(annotations.speaker(statement.speaker).name, "سامر الحلبي");
//! ```

// What an article reaches gives an answer or an error: nothing in it can panic or cut
// a number. Each exception is an `expect` with its reason. Tests may panic.
#![cfg_attr(
    not(test),
    warn(
        clippy::cast_possible_truncation,
        clippy::cast_possible_wrap,
        clippy::cast_sign_loss,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic,
        clippy::string_slice,
        clippy::unreachable
    )
)]

pub mod analysis;
pub mod annotations;
pub mod browser;
pub mod config;
pub mod document;
pub mod extract;
pub mod place;
pub mod read;
pub mod run;
pub mod samples;
pub mod store;
pub mod terminal;
pub mod visible;
