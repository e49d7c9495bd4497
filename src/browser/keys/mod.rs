//! The keys: one table from which dispatch, footer, palette and README come.
//!
//! [`table`] is the literal list; [`notation`] reads and writes `C-d`;
//! [`keymap`] looks presses up in it; [`keyboard`] knows which Latin key an
//! Arabic letter stands on; [`readme`] tells the table to people.

pub mod keyboard;
pub mod keymap;
pub mod notation;
pub mod readme;
pub mod table;

pub use keymap::{Keymap, Lookup};
pub use table::{Binding, Context, Group, TABLE};
