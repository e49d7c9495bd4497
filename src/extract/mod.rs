//! Annotations to output formats, without a screen.
//!
//! ```text
//! paths → pieces ─┬→ articles → analyse → filter → Format ─┬→ output, in order
//!                 └→ articles → analyse → filter → Format ─┘
//! ```
//!
//! [`run`] joins the steps. Each article is rendered whole before any of it is
//! written, so what is written is never half an article.

mod brat;
mod compact;
mod csv;
mod date;
mod filter;
mod format;
mod held;
mod json;
mod markdown;
mod offsets;
mod ordered;
mod output;
mod plain;
mod run;
mod tei;
mod web_annotation;
mod whole;
mod work;

pub use date::{Date, UnknownDate};
pub use filter::{Filter, reduced};
pub use format::Format;
pub use json::{SCHEMA, SCHEMA_JSON};
pub use offsets::CodePoints;
pub use output::Output;
pub use run::{Event, Options, Summary, run};
