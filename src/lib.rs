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
