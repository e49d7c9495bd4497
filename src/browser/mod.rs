//! The screen, as far as it needs no terminal: what is shown and where.

pub mod key;
pub mod layout;
pub mod paint;
